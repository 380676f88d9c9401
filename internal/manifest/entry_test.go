package manifest

import (
	"testing"

	"charts/internal/series"
)

// A row of a manifest is the JSON of the row.
func TestRowsOfManifests(t *testing.T) {
	texts := []string{"", "a\"b", "b\\c", "<b>&", "\t\x00\x7f", "\xff", "行\u2028末\u2029", "“引”", "😀", "产出 12.5"}
	row := DataRow{Cells: []DataCell{{}, {series.Number, "-12.5"}}, Sources: []DataSource{{Line: 3}}}
	for _, s := range texts {
		row.Cells = append(row.Cells, DataCell{series.Text, s})
		row.Sources = append(row.Sources, DataSource{Report: s, Table: s, Line: -1, Quote: s, Place: s, Contested: s})
	}
	for _, r := range []DataRow{row, {Cells: row.Cells[:1], Sources: []DataSource{}, Computed: true}} {
		if got := string(r.append(nil)); got != Line(r) {
			t.Errorf("the row is\n%s; want\n%s", got, Line(r))
		}
	}
}
