package peer

import "testing"

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
