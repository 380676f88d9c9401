package report

import (
	"fmt"
	"strings"

	"charts/internal/diag"
	"charts/internal/message"
)

// Data reads the one table of a side file, by the readers of reports, so that the
// same file means the same in both. Of a workbook that is the table of the sheet
// of a name, or of the first that is shown.
func Data(path string, src []byte, sheet string) (*Document, diag.List) {
	var problems diag.List
	f := formatOf(path, src)
	doc := &Document{Path: path, Format: f.name}
	read := func() ([]block, error) { return f.read(path, src, nil) }
	switch f.name {
	case excel:
		read = func() ([]block, error) { return xlsxBlocks(src, sheetNamed(sheet)) }
	case calc:
		read = func() ([]block, error) { return calcBlocks(src, sheetNamed(sheet)) }
	}
	var blocks []block
	err := diag.Try(func() (err error) {
		blocks, err = read()
		return err
	})
	if err == nil {
		err = doc.build(blocks, nil, &problems)
	}
	if err == nil && !problems.HasErrors() {
		err = doc.single()
	}
	if err != nil {
		at(0, "it cannot be read as "+f.name, err).report(&problems, path)
	}
	return doc, problems
}

// single refuses a side file with no table, with several, or with one that has a
// flaw.
func (d *Document) single() error {
	switch n := len(d.Tables); {
	case n == 0:
		return &refusal{rule: "bad-file", text: message.Of("it holds no table: a row of names and rows of values under it")}
	case n > 1:
		var lines []string
		for i := range d.Tables[:min(n, 5)] {
			lines = append(lines, fmt.Sprint(d.Row(d.Tables[i].HeaderLine)))
		}
		return &refusal{rule: "bad-file", line: d.Row(d.Tables[1].HeaderLine), hint: message.Of("keep one table, or give each a sheet or a file of its own"),
			text: message.Of("it holds %d tables, on lines %s", n, message.List(lines))}
	}
	return d.Tables[0].flaw
}

// Row is the row of a sheet that a line of the document stands for, elsewhere the
// line itself.
func (d *Document) Row(line int) int {
	if p := d.places[line]; p != nil && p.col > 0 {
		return p.row
	}
	return line
}

// recordBlocks makes a table of records, the first of which names the columns.
func recordBlocks(records []record) ([]block, error) {
	if len(records) < 2 {
		return nil, nil
	}
	if width := len(records[0].cells); len(records) > maxSheetRows || width > maxColumns || len(records)*width > maxCells {
		return nil, &refusal{rule: "report-too-large", text: message.Of("it has more than %d rows, %d columns or %d cells", maxSheetRows, maxColumns, maxCells)}
	}
	for i := range records {
		records[i].flatten()
	}
	if p, ok := plainPart(records); ok {
		return flowBlocks([]part{p}), nil
	}
	b := block{kind: blockGrid}
	for _, r := range records {
		b.lines = append(b.lines, line{no: r.no, text: r.text, exact: true})
	}
	return []block{b}, nil
}

// flatten makes each cell one line.
func (r *record) flatten() {
	for i, c := range r.cells {
		r.cells[i] = flat(c)
	}
	r.text = strings.Join(r.cells, "\t")
}
