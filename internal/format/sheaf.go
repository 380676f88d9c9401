package format

import (
	"slices"

	"charts/internal/message"
)

// A Chooser says which sheets of a workbook are read, and which it left out.
type Chooser func(all []sheet) (read []sheet, left []string, err error)

// Shown are the sheets that a reader sees.
func Shown(all []sheet) (read []sheet, left []string, err error) {
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
	return func(all []sheet) ([]sheet, []string, error) {
		var names []string
		for _, s := range all {
			if s.name == name || name == "" && !s.hidden {
				return []sheet{s}, nil, nil
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
func (b *sheaf) add(s sheet, rows []Row) {
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
func (s sheet) merge(rows []Row) {
	for _, ref := range s.merged {
		mergeRange(rows, ref)
	}
}

// tell puts the names of the sheets that were left out at the first row.
func (b *sheaf) tell(rows []Row) {
	if i := slices.IndexFunc(rows, func(r Row) bool { return !Empty(r.Cells) }); i >= 0 && len(b.left) > 0 {
		rows[i].leftOut(message.Of("hidden sheets were left out: %s", message.List(b.left)))
		b.left = nil
	}
}
