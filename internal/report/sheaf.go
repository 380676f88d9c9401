package report

import (
	"slices"

	"charts/internal/message"
)

// A chooser says which sheets of a workbook are read, and which it left out.
type chooser func(all []sheet) (read []sheet, left []string, err error)

// shownSheets are the sheets that a reader sees.
func shownSheets(all []sheet) (read []sheet, left []string, err error) {
	for _, s := range all {
		if s.hidden {
			left = append(left, s.name)
		} else {
			read = append(read, s)
		}
	}
	return read, left, nil
}

// sheetNamed is the sheet of a name, or the first that is shown.
func sheetNamed(name string) chooser {
	return func(all []sheet) ([]sheet, []string, error) {
		var names []string
		for _, s := range all {
			if s.name == name || name == "" && !s.hidden {
				return []sheet{s}, nil, nil
			}
			names = append(names, s.name)
		}
		return nil, nil, &refusal{rule: "bad-file", text: message.Of("it has no sheet %q; it has %s", name, message.List(names))}
	}
}

// A sheaf is the parts of the sheets that were read, each a section.
type sheaf struct {
	left  []string // the sheets that were left out, until a table tells
	parts []part
	no    int // of the last row
}

// add reads the rows of a sheet.
func (b *sheaf) add(s sheet, rows []sheetRow) error {
	b.no++
	at := &place{text: s.name}
	heading := part{level: 1, lines: []line{{no: b.no, text: s.name, gap: true, at: at}}}
	for i := range rows {
		b.no++
		rows[i].no = b.no
	}
	rows = s.shown(rows)
	b.tell(rows)
	parts, err := sheetParts(rows)
	if err == nil && len(parts) > 0 {
		b.parts = append(b.parts, heading)
		b.parts = append(b.parts, titled(parts, s.name, at)...)
	}
	return err
}

// merge joins the merged cells of a sheet.
func (s sheet) merge(rows []sheetRow) {
	for _, ref := range s.merged {
		mergeRange(rows, ref)
	}
}

// tell puts the names of the sheets that were left out at the first row.
func (b *sheaf) tell(rows []sheetRow) {
	if i := slices.IndexFunc(rows, func(r sheetRow) bool { return !r.blank() }); i >= 0 && len(b.left) > 0 {
		rows[i].leftOut(message.Of("hidden sheets were left out: %s", message.List(b.left)))
		b.left = nil
	}
}
