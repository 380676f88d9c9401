package series

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"charts/internal/spec"
	"charts/internal/table"
)

// values reads inline rows. Their columns are the fields in the order in which
// they first appear; a row without a field has no value there.
func values(d *spec.Data) relation {
	r := relation{name: theValues}
	r.Columns = fields(d.Values)
	for _, rec := range d.Values {
		r.Rows = append(r.Rows, recordRow(r.Columns, rec, d.Source.V))
	}
	for col := range r.Columns {
		readColumn(r.Frame, col)
	}
	r.settleUnits()
	return r
}

// fields are the columns of inline rows. A name may have its unit in brackets, as in a
// table, and keeps it where two columns differ in nothing else.
func fields(records []spec.Record) []Column {
	var names []string
	stems := map[string]int{}
	for _, rec := range records {
		for _, f := range rec.Fields {
			if !slices.Contains(names, f.Name) {
				names = append(names, f.Name)
				stems[table.ParseColumn(f.Name).Name]++
			}
		}
	}
	columns := make([]Column, len(names))
	for i, n := range names {
		c := table.ParseColumn(n)
		columns[i] = Column{Name: n, Unit: c.Unit}
		if c.Name != "" && stems[c.Name] == 1 {
			columns[i].Name = c.Name
		}
	}
	return columns
}

// recordRow puts a record's fields into the order of the columns, as text.
func recordRow(columns []Column, rec spec.Record, source string) Row {
	row := Row{Cells: make([]Value, len(columns)), Sources: []Source{{Report: rec.Pos.File, Line: rec.Pos.Line, Quote: source}}}
	for _, f := range rec.Fields {
		i := Frame{Columns: columns}.column(f.Name)
		row.Cells[i] = Value{Text: f.Value.V}
		if f.Kind == spec.FieldText {
			row.Cells[i].Kind = Text
		} else if f.Kind == spec.FieldNumber {
			row.Cells[i].Kind = Number
		}
	}
	return row
}

// readColumn reads the numbers of a column of written values. A quoted bare
// number stays text: the author said so.
func readColumn(f Frame, col int) {
	g := grid{columns: []Column{f.Columns[col]}}
	written, quoted := false, false
	for _, r := range f.Rows {
		v := r.Cells[col]
		g.rows = append(g.rows, gridRow{cells: []string{v.Text}})
		written = written || v.Kind == Number
		quoted = quoted || v.Kind == Text && plainNumber(v.Text)
	}
	numbers, ok := g.numbers(0)
	if !ok || quoted && !written {
		for i, r := range f.Rows {
			f.Rows[i].Cells[col] = textValue(r.Cells[col].Text)
		}
		return
	}
	for i := range f.Rows {
		if n, ok := long(f.Rows[i].Cells[col]); ok && numbers[i].Kind == Text {
			numbers[i] = n
		}
		f.Rows[i].Cells[col] = numbers[i]
	}
}

// long is a number of more digits than reports print amounts with. In a report it
// is a code; here the author wrote it as a number.
func long(v Value) (Value, bool) {
	n, err := strconv.ParseFloat(v.Text, 64)
	if v.Kind != Number && !plainNumber(v.Text) || err != nil || math.IsInf(n, 0) {
		return v, false
	}
	return Value{Kind: Number, Num: n, Text: v.Text, Decimals: -1}, true
}

func plainNumber(s string) bool { return strings.Trim(s, "+-.,0123456789") == "" }
