package kind

import (
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/series"
)

// colleges are two years of some colleges that end close together.
func colleges() series.Frame {
	var rows [][]series.Value
	for i := range 8 {
		rows = append(rows, []series.Value{text(longName(i)), num(90+float64(i)/10, 1, "%"), num(91+float64(i%3)/10, 1, "%")})
	}
	return frame("学院 2022年/% 2023年/%", rows...)
}

// A slope has a line for each category from one value to the other, with the
// value at each end.
func TestSlope(t *testing.T) {
	c, problems := Resolve(fig("slope", "学院", "2022年", "2023年"), colleges(), Options{})
	if len(problems) > 0 {
		t.Fatal(said(problems))
	}
	lines := 0
	for _, m := range c.Panels[0].Marks {
		l, ok := m.(chart.Lines)
		if !ok {
			continue
		}
		if l.Data[0].Y != 90+float64(lines)/10 || l.Data[1].Y != 91+float64(lines%3)/10 {
			t.Errorf("%s runs from %v to %v", l.Name, l.Data[0].Y, l.Data[1].Y)
		}
		if l.Data[0].Label.Place != chart.Left || l.Data[1].Label.Place != chart.Right {
			t.Errorf("%s has its labels %s and %s", l.Name, l.Data[0].Label.Place, l.Data[1].Label.Place)
		}
		lines++
	}
	if lines != 8 {
		t.Errorf("%d lines; want 8", lines)
	}
	checkTexts(t, "slope", c)
}

// Of two times that part the rows the earlier is at the left, whichever stands first.
func TestSlopeOfTimes(t *testing.T) {
	for _, tt := range []struct{ first, second, sort, want string }{
		{"2023", "2022", "", "2022 2023"},
		{"2022", "2023", "", "2022 2023"},
		{"4Q23", "3Q23", "-人数", "3Q23 4Q23"},
		{"2023", "2022", "-年", "2023 2022"},
		{"女", "男", "", "女 男"},
	} {
		f := fig("slope", "学院", "人数")
		f.Series, f.Sort = at("年"), at(tt.sort)
		c, problems := Resolve(f, frame("学院 年 人数/人",
			[]series.Value{text("护理"), text(tt.first), num(60, 0, "人")},
			[]series.Value{text("护理"), text(tt.second), num(10, 0, "人")}), Options{})
		if got := strings.Join(strings.Fields(strings.Join(c.Panels[0].X.Labels, " ")), " "); got != tt.want || len(problems) > 0 {
			t.Errorf("%s, %s sorted by %q: %s, %s; want %s", tt.first, tt.second, tt.sort, got, said(problems), tt.want)
		}
	}
}

// Columns stand as the author names them, and backwards is told.
func TestSlopeBackwards(t *testing.T) {
	for _, tt := range []struct{ first, second, want string }{
		{"2022年", "2023年", ""}, {"2023年", "2022年", "value runs backwards, from 2023年 to 2022年"}, {"女", "男", ""},
	} {
		_, problems := Resolve(fig("slope", "学院", tt.first, tt.second), frame("学院 "+tt.first+"/人 "+tt.second+"/人",
			[]series.Value{text("护理"), num(60, 0, "人"), num(10, 0, "人")}), Options{})
		if got := said(problems); !strings.Contains(got, tt.want) || got != "" && tt.want == "" {
			t.Errorf("%s, %s: %s", tt.first, tt.second, got)
		}
	}
}

// The labels of a dumbbell are on its outer sides, whichever value is more.
func TestDumbbell(t *testing.T) {
	c, problems := Resolve(fig("dumbbell", "学院", "2022年", "2023年"), frame("学院 2022年/人 2023年/人",
		[]series.Value{text("护理"), num(10, 0, "人"), num(60, 0, "人")},
		[]series.Value{text("机电"), num(70, 0, "人"), num(20, 0, "人")}), Options{})
	if len(problems) > 0 {
		t.Fatal(said(problems))
	}
	var before, after chart.Points
	for _, m := range c.Panels[0].Marks {
		if p, ok := m.(chart.Points); ok {
			before, after = after, p
		}
	}
	want := []chart.LabelPlace{chart.Left, chart.Right, chart.Right, chart.Left}
	got := []chart.LabelPlace{before.Data[0].Label.Place, after.Data[0].Label.Place, before.Data[1].Label.Place, after.Data[1].Label.Place}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("labels stand %v; want %v", got, want)
			break
		}
	}
	checkTexts(t, "dumbbell", c)
}
