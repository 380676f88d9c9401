package series

import (
	"slices"
	"strings"

	"charts/internal/notation"
	"charts/internal/quantity"
)

// A grid is a table of text whose numbers are not read yet.
type grid struct {
	columns []Column // with the units that the header names
	rows    []gridRow
	sources []Source // of the rows
	united  []bool   // the columns that the units of the rows belong to; none: no row has one
	flagged bool     // letters behind numbers say how they were found
}

type gridRow struct {
	cells []string
	unit  string // of the row, in a score card
	label string
	total bool
}

// frame reads the numbers. A column is one of numbers when most of its cells are
// single quantities of one dimension; a cell of it that is none stays the text
// that it is. In any other column text stays text.
func (g grid) frame() Frame {
	f := Frame{Columns: slices.Clone(g.columns), Rows: make([]Row, len(g.rows))}
	of := partsOf(g.rows)
	g.flagged = g.flags()
	width := len(g.columns)
	cells := make([]Value, width*len(g.rows)) // of all rows: one piece of memory
	for i := range g.rows {
		r := &g.rows[i]
		f.Rows[i] = Row{Cells: cells[i*width : (i+1)*width : (i+1)*width], Sources: g.sources[i : i+1 : i+1], Label: r.label, Of: of[i], Total: r.total}
	}
	for col := range g.columns {
		if g.bare(col, f.Rows) {
			continue
		}
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

// bare puts a column of nothing but numbers without a unit and gaps into rows: what
// [grid.numbers] gives, without asking each of its cells what all others are.
func (g grid) bare(col int, rows []Row) bool {
	if notation.Codes(g.columns[col].Name) {
		return false
	}
	unit, numbers := g.columns[col].Unit, 0
	for i, r := range g.rows {
		text := r.cells[col]
		num, decimals, ok := quantity.Plain(text)
		switch {
		case r.unit != "":
			return false
		case ok:
			numbers++
			rows[i].Cells[col] = Value{Kind: Number, Num: num, Text: text, Unit: unit, Decimals: decimals}
		case notation.Gap(text):
			rows[i].Cells[col] = Value{Text: text}
		default:
			return false
		}
	}
	return numbers > 0
}

// flags reports whether the letters behind numbers are flags, as in 3.6 b and 12 p, and
// no units: more numbers have none, or a colon stands where there is no number.
func (g grid) flags() bool {
	flagged, plain, colon := 0, 0, false
	for _, r := range g.rows {
		for _, c := range r.cells {
			switch {
			case notation.PlainNumber(c):
				plain++
			case notation.Unflagged(c) != c:
				flagged++
			case strings.HasPrefix(c, ":") && notation.Gap(c):
				colon = true
			}
		}
	}
	return flagged > 0 && (colon || flagged < plain)
}

// numbers reads a column as numbers, if it is one of numbers.
func (g grid) numbers(col int) ([]Value, bool) {
	if notation.Codes(g.columns[col].Name) {
		return nil, false
	}
	cells := make([]written, len(g.rows))
	for i, r := range g.rows {
		unit := g.columns[col].Unit
		if r.unit != "" && g.united[col] {
			unit = r.unit
		}
		text := r.cells[col]
		if g.flagged {
			text = notation.Unflagged(text)
		}
		cells[i] = readCell(text, unit)
	}
	shared, ok := sharedUnit(cells)
	if !ok {
		return nil, false
	}
	values, numbers, texts := make([]Value, len(cells)), 0, 0
	for i, c := range cells {
		values[i] = c.value(shared)
		switch {
		case values[i].Kind == Number:
			numbers++
		case values[i].Kind == Text && notation.Total(values[i].Text):
			return nil, false // it names the rows
		case values[i].Kind == Text && !g.rows[i].total:
			texts++
		}
	}
	return values, numbers > texts
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
