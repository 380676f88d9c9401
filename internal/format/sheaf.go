package format

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"charts/internal/message"
	"charts/internal/meter"
)

// A Choice says what of a file is read.
type Choice struct {
	Sheets Chooser
	Rows   Picker // nil: all
}

// A Chooser says which sheets of a workbook are read, and which it left out.
type Chooser func(all []worksheet) (read []worksheet, left []string, err error)

// Shown are the sheets that a reader sees.
func Shown(all []worksheet) (read []worksheet, left []string, err error) {
	for _, s := range all {
		if s.hidden {
			left = append(left, s.name)
		} else {
			read = append(read, s)
		}
	}
	return read, left, nil
}

// Named is the sheet of a name, or the first that is shown.
func Named(name string) Chooser {
	return func(all []worksheet) ([]worksheet, []string, error) {
		var names []string
		for _, s := range all {
			if s.name == name || name == "" && !s.hidden {
				return []worksheet{s}, nil, nil
			}
			names = append(names, s.name)
		}
		return nil, nil, &Refusal{Rule: "bad-file", Text: message.Of("it has no sheet %q; it has %s", name, message.List(names))}
	}
}

// A sheaf is the sheets that were read.
type sheaf struct {
	left  []string // the sheets that were left out, until a table tells
	parts []Part
	no    int // of the last row
}

// add adds the rows of a sheet.
func (b *sheaf) add(s worksheet, rows []Row) {
	b.no++
	heading := Line{No: b.no, Text: s.name, Gap: true, At: &Place{Text: s.name}}
	for i := range rows {
		b.no++
		rows[i].No = b.no
	}
	rows = s.shown(rows)
	b.tell(rows)
	b.parts = append(b.parts, Part{Kind: Sheet, Name: s.name, Lines: []Line{heading}, Rows: rows})
}

// merge joins the merged cells of a sheet.
func (s worksheet) merge(rows []Row, m *meter.Meter) {
	for _, ref := range s.merged {
		mergeRange(rows, ref, m)
	}
}

// tell puts the names of the sheets that were left out at the first row.
func (b *sheaf) tell(rows []Row) {
	if i := slices.IndexFunc(rows, func(r Row) bool { return !Empty(r.Cells) }); i >= 0 && len(b.left) > 0 {
		rows[i].leftOut(message.Of("hidden sheets were left out: %s", message.List(b.left)))
		b.left = nil
	}
}

// mergeRange joins the cells of a range.
func mergeRange(rows []Row, ref string, m *meter.Meter) {
	from, to, _ := strings.Cut(ref, ":")
	left, top, err := excelize.CellNameToCoordinates(from)
	right, bottom, err2 := excelize.CellNameToCoordinates(to)
	if err != nil || err2 != nil || left > right || left > MaxColumns || top > len(rows) {
		return
	}
	right, bottom = min(right, MaxColumns), min(bottom, len(rows))
	m.Steps((right - left + 1) * (bottom - top + 1))
	for r := top - 1; r < bottom; r++ {
		m.Times(max(right-len(rows[r].Cells), 0), cellCost)
		for len(rows[r].Cells) < right {
			rows[r].Cells = append(rows[r].Cells, Cell{})
		}
		for c := left - 1; c < right; c++ {
			if s := &rows[r].Cells[c]; !s.Covered && s.Cols == 0 {
				s.Covered, s.Across = r > top-1 || c > left-1, c > left-1
			}
		}
	}
	if first := &rows[top-1].Cells[left-1]; !first.Covered && first.Cols == 0 {
		first.Cols, first.Rows = right-left+1, bottom-top+1
	}
}

// A worksheet is one of a workbook, with what the library does not tell of its cells.
type worksheet struct {
	name   string
	hidden bool
	merged []string // ranges such as A1:B3
	last   int      // the last row that holds anything
	rows   map[int]bool
	cols   []hiddenCols
	cells  map[int][]storedCell // by row, all but plain texts
}

// hiddenCols are columns that are not shown, from one to another.
type hiddenCols struct{ from, to int }

// A storedCell is a cell as the file holds it.
type storedCell struct {
	col     int
	style   int
	value   string // of a number
	formula string // that has no value
	text    string // that has raised, lowered or struck characters
}
