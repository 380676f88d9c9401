package table

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/notation"
)

// columns names the columns from the header rows. No two have the same name.
func columns(head, body []gridRow, width int, unitLine string, t *Table) []Column {
	top := &head[0]
	names := headerNames(head, width)
	nameNumbers(names, body)
	cols := make([]Column, width)
	taken := map[string]bool{}
	for i, n := range names {
		cols[i] = measured(ParseColumn(n), i, names, body)
	}
	keepUnits(cols)
	for i := range cols {
		if cols[i].Name == "" && namesRows(body, i) {
			cols[i].Name = rowsName(names)
		}
		if cols[i].Name == "" {
			cols[i].Name = placeName(i, names, body)
			top.doubt(i, message.Of("the column has no name of its own"), message.Text{})
		}
		if taken[notation.Fold(cols[i].Name)] && t.Flaw == nil {
			t.Flaw = &format.Refusal{Rule: "bad-file", Line: head[0].No, Text: message.Of("two columns are named %q", cols[i].Name)}
		}
		cols[i].Name = unused(cols[i].Name, taken)
	}
	if t.Flaw == nil {
		t.Flaw = overfull(names, head[len(head)-1], body)
	}
	if valuesAsNames(names) {
		top.doubt(format.WholeTable, message.Of("the names of the columns look like values: the header may be missing"), message.Of("a row without names over it"))
	}
	unitLine = cmp.Or(unitOfTable(cols, names, body), unitLine)
	unitsFromLine(cols, unitLine)
	for _, i := range severalUnits(cols, unitLine, body) {
		top.doubt(i, message.Of("which unit of %q the column has is not certain", unitLine), message.Text{})
	}
	wholeUnit(cols, unitLine, body)
	for i := range cols {
		if cols[i].Unit == "%" && amountsAmongRates(body, i) {
			cols[i].Unit = ""
		}
	}
	return cols
}

// keepUnits gives columns that only their units tell apart their whole names:
// 数（件）, 数（人）.
func keepUnits(cols []Column) {
	unit, differ := map[string]string{}, map[string]bool{}
	for _, c := range cols {
		if name := notation.Fold(c.Name); name != "" && c.Unit != "" {
			differ[name] = differ[name] || unit[name] != "" && unit[name] != c.Unit
			unit[name] = c.Unit
		}
	}
	for i, c := range cols {
		if c.Unit != "" && differ[notation.Fold(c.Name)] {
			cols[i].Name = c.Name + "（" + c.Unit + "）"
		}
	}
}

// overfull names the first row with more cells than there are names, or the name that is
// missing where all rows have more.
func overfull(names []string, head gridRow, body []gridRow) error {
	n := len(names)
	for n > 0 && names[n-1] == "" {
		n--
	}
	fits := func(r gridRow) bool { return len(r.cells)-blankTail(r.cells) <= n }
	switch i := slices.IndexFunc(body, func(r gridRow) bool { return !fits(r) }); {
	case i < 0:
		return nil
	case !slices.ContainsFunc(body, fits):
		return &format.Refusal{Rule: "bad-file", Line: head.No, Text: message.Of("column %d has no name", n+1), Hint: message.Of("write one, or delete the column")}
	default:
		return &format.Refusal{Rule: "bad-file", Line: body[i].No, Text: message.Of("it has %d cells, and there are %d columns", len(body[i].cells)-blankTail(body[i].cells), n),
			Hint: message.Of("put a cell with a comma in it in quotes, or write 1480.2 for 1,480.2")}
	}
}

// namesRows reports whether a column without a name, at the left of all values,
// holds the names of the rows, as under the blank corner of a table.
func namesRows(body []gridRow, col int) bool {
	words := false
	for _, r := range body {
		if slices.ContainsFunc(r.cells[:col+1], func(s string) bool { return notation.Value(s) && !(r.Placed && notation.Period(s+"年")) }) {
			return false // years may name the rows where the places are certain
		}
		words = words || r.cells[col] != ""
	}
	return words && (col == 0 || body[0].Exact)
}

// rowsName is what the column is called among the other names.
func rowsName(names []string) string {
	if slices.ContainsFunc(names, func(s string) bool { return notation.CountHan(s) > 0 }) {
		return "项目"
	}
	return "Item"
}

// placeName is what a column without a name is called in the language of its table: by
// its place.
func placeName(i int, names []string, body []gridRow) string {
	chinese := func(s string) bool { return notation.CountHan(s) > 0 }
	if slices.ContainsFunc(names, chinese) || slices.ContainsFunc(body, func(r gridRow) bool { return slices.ContainsFunc(r.cells, chinese) }) {
		return "列" + strconv.Itoa(i+1)
	}
	return "Column " + strconv.Itoa(i+1)
}

// amountsAmongRates reports whether a column holds rates that are printed with
// their % and numbers that are too large for one. The unit of the numbers without
// a % is then doubtful.
func amountsAmongRates(body []gridRow, col int) bool {
	rates, amounts := false, false
	for _, r := range body {
		c := r.cells[col]
		v, err := strconv.ParseFloat(strings.ReplaceAll(notation.Fold(c), ",", ""), 64)
		rates, amounts = rates || notation.Percentage(c), amounts || err == nil && notation.Number(c) && v > 100
	}
	if !rates || !amounts {
		return false
	}
	for k := range body {
		if c := body[k].cells[col]; notation.Number(c) && !notation.Percentage(c) {
			body[k].doubt(col, message.Of("the header says %%, and the column has rates and amounts: the unit is not certain"), message.Data(c+"%"))
		}
	}
	return true
}

// valuesAsNames reports whether a header is a row of the table: it holds a
// number that is no year of four digits.
func valuesAsNames(names []string) bool {
	return slices.ContainsFunc(names, func(s string) bool {
		return notation.Number(s) && !notation.Period(s) && (len(s) != 4 || s[:2] != "20" && s[:2] != "19")
	})
}

// unused numbers a name that is taken: 人数, 人数 2.
func unused(name string, taken map[string]bool) string {
	free := name
	for n := 2; taken[notation.Fold(free)]; n++ {
		free = name + " " + strconv.Itoa(n)
	}
	taken[notation.Fold(free)] = true
	return free
}

// nameNumbers handles one name over a column of running numbers and the column
// that it really names: 指标 | "" over 1 | 生师比.
func nameNumbers(names []string, body []gridRow) {
	if len(names) < 2 || names[0] == "" || names[1] != "" || notation.Numbering(names[0]) {
		return
	}
	for _, r := range body {
		if _, err := strconv.Atoi(r.cells[0]); r.cells[0] != "" && err != nil {
			return
		}
	}
	names[0], names[1] = "序号", names[0]
}
