package kind

import (
	"slices"

	"charts/internal/message"
	"charts/internal/series"
	"charts/internal/spec"
)

// notNumbers refuses a column of values for its cells that are text. Among
// numbers these are named, each with its row; a column of texts is shown by its
// first.
func notNumbers(d *builder, col int, at spec.At[string]) {
	texts, numbers := textsOf(d, col)
	name := d.data.Columns[col].Name
	text := d.data.Rows[texts[0]].Cells[col].Text
	p := d.errorAt(at, "not-a-number", "column %q is text in a row: %q", name, text)
	p.See = seeRow(d.data.Rows[texts[0]])
	if numbers == 0 {
		if len(d.data.Numeric) > 0 {
			p.Hintf("name a column of numbers: %s", message.Few(d.data.Numeric, 5))
		}
		return
	}
	var named []message.Text
	for _, i := range texts {
		named = append(named, namedCell(d, i, col))
	}
	p.Text = message.Of("column %q holds numbers but for %s", name, message.Few(named, 5))
	p.Hintf("write the number into the report, or leave the row out with where")
}

// textsOf are the rows with a text in a column, and how many have a number.
func textsOf(d *builder, col int) (texts []int, numbers int) {
	for i, row := range d.data.Rows {
		switch row.Cells[col].Kind {
		case series.Text:
			texts = append(texts, i)
		case series.Number:
			numbers++
		}
	}
	return texts, numbers
}

// namedCell is the text of a cell with the name of its row.
func namedCell(d *builder, i, col int) message.Text {
	row := d.data.Rows[i]
	name := row.Label
	if k := slices.IndexFunc(row.Cells, func(v series.Value) bool { return v.Kind == series.Text }); name == "" && k >= 0 && k != col {
		name = row.Cells[k].Text
	}
	text := row.Cells[col].Text
	switch {
	case name != "" && len(row.Sources) > 0:
		return message.Of("%q (%s, %s)", text, name, message.PlaceOr(row.Sources[0].Place, row.Sources[0].Line))
	case len(row.Sources) > 0:
		return message.Of("%q (%s)", text, message.PlaceOr(row.Sources[0].Place, row.Sources[0].Line))
	}
	return message.Of("%q", text)
}
