package report

import (
	"fmt"

	"charts/internal/diag"
	"charts/internal/format"
	"charts/internal/message"
)

// Data reads the one table of a side file, by the readers of reports, so that the
// same file means the same in both. Of a workbook that is the table of the sheet
// of a name, or of the first that is shown; of very many rows those that are picked.
func Data(path string, src []byte, sheet string, pick format.Picker) (*Document, diag.List) {
	var problems diag.List
	f := format.Of(path, src)
	doc := &Document{Path: path, Format: f.Name}
	blocks, err := readBlocks(f, path, src, format.Choice{Sheets: format.Named(sheet), Rows: pick}, nil)
	if err == nil {
		err = doc.build(blocks, nil, &problems)
	}
	if err == nil && !problems.HasErrors() {
		err = doc.single()
	}
	if err != nil {
		tell(&problems, path, at(0, message.Of("it cannot be read as %s", f.Name), err))
	}
	return doc, problems
}

// single refuses a side file with no table, with several, or with one that has a
// flaw.
func (d *Document) single() error {
	switch n := len(d.Tables); {
	case n == 0 && format.Of(d.Path, nil).Name != d.Format:
		return &format.Refusal{Rule: "bad-file", Text: message.Of("it is %s by its content, and holds no table", d.Format), Hint: message.Of("check that the right file was exported")}
	case n == 0:
		return &format.Refusal{Rule: "bad-file", Text: message.Of("it holds no table: a row of names and rows of values under it")}
	case n > 1:
		var lines []string
		for i := range d.Tables[:min(n, 5)] {
			lines = append(lines, fmt.Sprint(d.Row(d.Tables[i].HeaderLine)))
		}
		return &format.Refusal{Rule: "bad-file", Line: d.Row(d.Tables[1].HeaderLine), Hint: message.Of("keep one table, or give each a sheet or a file of its own"),
			Text: message.Of("it holds %d tables, on lines %s", n, message.List(lines))}
	}
	return d.Tables[0].Flaw
}

// Row is the row of a sheet that a line of the document stands for, elsewhere the
// line itself.
func (d *Document) Row(line int) int {
	if p := d.places[line]; p != nil && p.Col > 0 {
		return p.Row
	}
	return line
}
