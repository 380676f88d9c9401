package notation

import (
	"strings"
)

// Numbering reports whether a column of this name only counts the rows.
func Numbering(name string) bool {
	switch Fold(name) {
	case "序号", "编号", "序", "No.", "NO.":
		return true
	}
	return false
}

// UnitName reports whether a column of this name holds the units of the rows.
func UnitName(name string) bool {
	switch Fold(name) {
	case "单位", "计量单位", "度量单位", "计算单位", "Unit", "unit", "Units", "UNIT":
		return true
	}
	return false
}

// TotalRow looks at the cells in front of the first number, but for the number
// of the row: 合计, or 学院小计.
func TotalRow(cells []string) bool {
	for i, c := range cells {
		if Total(c) {
			return true
		}
		if i > 0 && Number(c) {
			return false
		}
	}
	return false
}

// YearOrPart reports whether a text names a year or a part of one: a name, though it may
// be a number.
func YearOrPart(s string) bool { return BareYear(Fold(s)) || Period(s) }

// BareUnit is a unit without the brackets around it.
func BareUnit(s string) string { return strings.Trim(Fold(s), "()（）[]【】") }

func SameWords(a, b []string) bool {
	return Fold(strings.Join(a, "")) == Fold(strings.Join(b, ""))
}
