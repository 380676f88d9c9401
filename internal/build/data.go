package build

import (
	"fmt"
	"strconv"
	"strings"

	"charts/internal/chart"
	"charts/internal/file"
	"charts/internal/manifest"
	"charts/internal/series"
)

// dataOf turns a frame into the form that is printed and kept.
func dataOf(id string, f series.Frame, rel func(string) string) manifest.Data {
	names := map[string]string{} // of the reports: most rows are from one
	d := manifest.Data{ID: id, Columns: []manifest.DataColumn{}, Rows: make([]manifest.DataRow, 0, len(f.Rows))}
	for _, c := range f.Columns {
		d.Columns = append(d.Columns, manifest.DataColumn{Name: c.Name, Unit: c.Unit})
	}
	d.Keys = keysOf(f.Columns)
	for _, r := range f.Rows {
		row := manifest.DataRow{Cells: make([]manifest.DataCell, 0, len(r.Cells)), Sources: make([]manifest.DataSource, 0, len(r.Sources)), Computed: r.Computed}
		for i, v := range r.Cells {
			cell := cellOf(v)
			if key := f.Columns[i].Key; cell.Kind == series.Number && v.Decimals > 0 && key != "" && key != "x" {
				cell.Text = strconv.FormatFloat(v.Num, 'f', v.Decimals, 64) // a name: 2023.10 is not 2023.1
			}
			row.Cells = append(row.Cells, cell)
		}
		row.Words = wordsOf(r.Cells)
		for _, s := range r.Sources {
			if _, ok := names[s.Report]; !ok {
				names[s.Report] = rel(s.Report)
			}
			row.Sources = append(row.Sources, manifest.DataSource{Report: names[s.Report], Table: s.Table, Line: s.Line, Quote: s.Quote, Place: s.Place, Contested: s.Contested})
		}
		d.Rows = append(d.Rows, row)
	}
	return d
}

// keysOf are the roles of the columns that name the rows, if any does.
func keysOf(columns []series.Column) []string {
	keys := make([]string, len(columns))
	for i, c := range columns {
		keys[i] = c.Key
	}
	if strings.Join(keys, "") == "" {
		return nil
	}
	return keys
}

func cellOf(v series.Value) manifest.DataCell {
	switch v.Kind {
	case series.Number:
		return manifest.DataCell{Kind: series.Number, Text: digits(v)}
	case series.Text:
		return manifest.DataCell{Kind: series.Text, Text: v.Text}
	}
	return manifest.DataCell{}
}

// partsOf are what a reader sees of the data as a file.
func partsOf(d manifest.Data) chart.Parts {
	var head, values, places []string
	for _, c := range d.Columns {
		head = append(head, c.Header().In(d.Language))
	}
	for _, place := range d.Places() {
		places = append(places, place.In(d.Language))
	}
	for _, r := range d.Rows {
		values = append(values, fmt.Sprint(r.Cells, r.Computed)+strings.Join(r.Words, "\t"))
	}
	return chart.Parts{part("columns", head), part("values", values), part("places of the rows", places)}
}

func part(name string, v any) chart.Part {
	text, err := manifest.Marshal(v)
	if err != nil { // only of NaN and infinities, which nothing is drawn of
		text = []byte(err.Error())
	}
	return chart.Part{Name: name, Hash: file.Sum(text)}
}

// digits are those of a number, of one without an end as many as are printed.
func digits(v series.Value) string {
	s := strconv.FormatFloat(v.Num, 'f', -1, 64)
	if _, fraction, _ := strings.Cut(s, "."); v.Decimals >= 0 && len(fraction) > v.Decimals {
		return strconv.FormatFloat(v.Num, 'f', v.Decimals, 64)
	}
	return s
}

// wordsOf are the qualifiers of some values, or nil where none has one.
func wordsOf(values []series.Value) []string {
	var words []string
	for i, v := range values {
		if v.Qualifier != "" {
			if words == nil {
				words = make([]string, len(values))
			}
			words[i] = v.Qualifier
		}
	}
	return words
}
