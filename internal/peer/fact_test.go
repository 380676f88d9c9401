package peer

import (
	"slices"
	"testing"

	"charts/internal/report"
)

// The unit of a row stands in a column of its own, or after its name.
func TestMeasured(t *testing.T) {
	for label, want := range map[string][2]string{
		"升学率(%)": {"升学率", "%"}, "纵向科研经费到款额（万元）": {"纵向科研经费到款额", "万元"}, "教师(专任)": {"教师(专任)", ""}, "生师比(:1)": {"生师比", ":"}, "升学率": {"升学率", ""},
	} {
		if name, unit := measured(label, ""); name != want[0] || unit != want[1] {
			t.Errorf("%s is %q in %q, want %q", label, name, unit, want)
		}
	}
	if name, unit := measured("生师比(全校)", ":1"); name != "生师比(全校)" || unit != ":" {
		t.Errorf("a row with a unit of its own is %q in %q", name, unit)
	}
}

// The year of a number is its row's, else its column's, else that of the report.
func TestYearOfFact(t *testing.T) {
	doc, problems := report.Parse("r", "r.txt", []byte("表 1：规模\n\n项目\t人数\t2021年\n甲\t1\t2\n2020年\t3\t4\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var got []string
	for _, f := range Facts(doc, "甲", "2023") {
		got = append(got, f.Text+" "+f.Year)
	}
	if want := []string{"1 2023", "2 2021", "3 2020", "4 2020"}; !slices.Equal(got, want) {
		t.Errorf("numbers and their years are %q, want %q", got, want)
	}
}
