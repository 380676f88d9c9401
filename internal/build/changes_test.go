package build

import (
	"strings"
	"testing"

	"charts/internal/series"
)

// rows reads "升学 2469, 就业 -" as one text and one number a row; a dash is
// missing.
func rows(s string) Data {
	d := Data{ID: "x", Columns: []DataColumn{{Name: "去向"}, {Name: "人数", Unit: "人"}}}
	for i, row := range strings.Split(s, ", ") {
		name, value, ok := strings.Cut(row, " ")
		if !ok {
			continue
		}
		cell := DataCell{series.Number, value}
		if value == "-" {
			cell = DataCell{}
		}
		d.Rows = append(d.Rows, DataRow{
			Cells:   []DataCell{{series.Text, name}, cell},
			Sources: []DataSource{{Report: "r.txt", Table: "表 6", Line: 10 + i}},
		})
	}
	return d
}

func TestChanges(t *testing.T) {
	tests := []struct{ before, after, want string }{
		{"升学 2469", "升学 2469", ""},
		{"升学 2469", "升学 2481", "升学 2469 → 2481 (表 6, line 10)"},
		{"升学 2469", "升学 -", "升学 2469 → 无数据 (表 6, line 10)"},
		{"升学 -", "升学 0", "升学 无数据 → 0 (表 6, line 10)"}, // missing is not 0
		{"升学 1, 就业 2", "就业 2, 升学 1", ""},              // order is no value
		{"升学 1", "升学 1, 就业 2", "就业 2 is new (表 6, line 11)"},
		{"升学 1, 就业 2", "升学 1", "就业 2 is gone (表 6, line 11)"},
		{"其他 1, 其他 2", "其他 1, 其他 3", "其他 2 → 3 (表 6, line 11)"}, // same name twice
		{"", "升学 1", "升学 1 is new (表 6, line 10)"},
	}
	for _, tt := range tests {
		var got []string
		for _, c := range Changes(rows(tt.before), rows(tt.after)) {
			got = append(got, c.String())
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("Changes(%q, %q) = %q; want %q", tt.before, tt.after, s, tt.want)
		}
	}
}

func TestChangesNameTheColumnWhenARowHasSeveralValues(t *testing.T) {
	two := func(a, b string) Data {
		d := rows("软件技术 " + a)
		d.Columns = append(d.Columns, DataColumn{Name: "报到数"})
		d.Rows[0].Cells = append(d.Rows[0].Cells, DataCell{series.Number, b})
		return d
	}
	got := Changes(two("91", "84"), two("91", "85"))
	if len(got) != 1 || got[0].String() != "软件技术 报到数 84 → 85 (表 6, line 10)" {
		t.Errorf("Changes = %v", got)
	}
}
