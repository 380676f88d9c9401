package series

import (
	"slices"
	"strings"

	"charts/internal/quantity"
	"charts/internal/report"
)

// A grid is a table of text whose numbers are not read yet.
type grid struct {
	columns []Column // with the units that the header names
	rows    []gridRow
	// unitsFrom is the first column that the units of the rows belong to.
	unitsFrom int
}

type gridRow struct {
	cells  []string
	unit   string // of the row, in a score card
	label  string
	total  bool
	source Source
}

// frame reads the numbers. A column is numeric when all its cells that are not
// missing are single quantities of one dimension, and not only 一, 二, 三; in any
// other column text stays text.
func (g grid) frame() Frame {
	f := Frame{Columns: slices.Clone(g.columns), Rows: make([]Row, len(g.rows))}
	for i, r := range g.rows {
		f.Rows[i] = Row{Cells: make([]Value, len(g.columns)), Sources: []Source{r.source}, Label: r.label, Total: r.total}
	}
	for col := range g.columns {
		numbers, ok := g.numbers(col)
		for i, r := range g.rows {
			if ok {
				f.Rows[i].Cells[col] = numbers[i]
			} else {
				f.Rows[i].Cells[col] = textValue(r.cells[col])
			}
		}
	}
	f.settleUnits()
	return f
}

// numbers reads a column as numbers, if it is one of numbers.
func (g grid) numbers(col int) ([]Value, bool) {
	values := make([]Value, len(g.rows))
	common, found, words := g.columns[col].Unit, false, true
	for i, r := range g.rows {
		if missing(r.cells[col]) {
			values[i] = Value{Text: r.cells[col]}
			continue
		}
		q, ok := quantity.Parse(r.cells[col])
		if !ok {
			return nil, false
		}
		if common == "" && r.unit == "" {
			common = q.Unit.Name
		}
		want := common
		if r.unit != "" && col >= g.unitsFrom {
			want = r.unit
		}
		if values[i], ok = inUnit(q, want); !ok {
			return nil, false
		}
		found, words = true, words && ordinal(r.cells[col])
	}
	return values, found && !words
}

// ordinal reports whether a cell is a bare Chinese number: a column of only such
// cells counts its rows (一, 二), and nothing else.
func ordinal(cell string) bool {
	return strings.Trim(strings.TrimSpace(cell), "〇零一二三四五六七八九十") == ""
}

// inUnit gives a quantity in the unit of its column or row. A bare number takes
// that unit when the unit is printed apart from the numbers (in the header or in
// a column of units), or counts single things.
func inUnit(q quantity.Quantity, unit string) (Value, bool) {
	if q.Unit.Name == "" {
		v := number(q)
		v.Unit = unit
		return v, true
	}
	if q.Unit.Name == unit || unit == "" {
		return number(q), true
	}
	converted, err := q.Convert(unit)
	if err != nil {
		return Value{}, false
	}
	return number(converted), true
}

// number is the value of a quantity.
func number(q quantity.Quantity) Value {
	return Value{Kind: Number, Num: q.Float(), Text: q.Text, Unit: q.Unit.Name, Decimals: q.Decimals, Qualifier: q.Qualifier}
}

func textValue(s string) Value {
	if missing(s) {
		return Value{Text: s}
	}
	return Value{Kind: Text, Text: s}
}

// missing reports whether a cell says that there is no value: it is empty, or a
// stroke of one of the kinds that reports use.
func missing(cell string) bool {
	if cell != "" && '0' <= cell[0] && cell[0] <= '9' { // most are numbers
		return false
	}
	switch strings.TrimSpace(report.Fold(cell)) {
	case "", "-", "--", "—", "——", "–", "−", "/", "／":
		return true
	}
	return false
}

// settleUnits gives each column the unit of all its numbers, or none when they
// differ. A column without numbers keeps its unit.
func (f Frame) settleUnits() {
	for col := range f.Columns {
		if unit, ok := f.commonUnit(col); ok {
			f.Columns[col].Unit = unit
		}
	}
}

// commonUnit is the unit of all numbers of a column, if it has any.
func (f Frame) commonUnit(col int) (unit string, found bool) {
	for _, r := range f.Rows {
		v := r.Cells[col]
		if v.Kind != Number {
			continue
		}
		if found && v.Unit != unit {
			return "", true
		}
		unit, found = v.Unit, true
	}
	return unit, found
}
