package manifest

import (
	"strings"
	"testing"

	"charts/internal/series"
)

// The first columns of names that tell the rows apart name them.
func TestTelling(t *testing.T) {
	for _, tt := range []struct{ head, rows, want string }{
		{"院,专业,级", "甲,乙,一; 丙,乙,一", "院"},
		{"院,专业,级", "甲,乙,一; 甲,丙,一", "院,专业"},
		{"院,专业,级", "甲,乙丙,一; 甲乙,丙,一; 甲,丁,一", "院,专业"},
		{"院,专业,级", "甲,乙,一; 甲,乙,一", "院,专业,级"},
	} {
		var d Data
		for name := range strings.SplitSeq(tt.head, ",") {
			d.Columns = append(d.Columns, DataColumn{Name: name})
		}
		for row := range strings.SplitSeq(tt.rows, "; ") {
			var r DataRow
			for text := range strings.SplitSeq(row, ",") {
				r.Cells = append(r.Cells, DataCell{Kind: series.Text, Text: text})
			}
			d.Rows = append(d.Rows, r)
		}
		if got := strings.Join(telling(d, d), ","); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.rows, got, tt.want)
		}
	}
}
