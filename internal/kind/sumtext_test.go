package kind

import (
	"strings"
	"testing"

	"charts/internal/series"
)

// The sum of a column is exact, with the words of its parts, or none at all.
func TestSumText(t *testing.T) {
	about := series.Value{Kind: series.Number, Num: 280, Unit: "册", Qualifier: "约"}
	tests := []struct {
		column string
		values []series.Value
		want   string
	}{
		{"册数/册", []series.Value{num(120, 0, "册"), about, none}, "约400册"},
		{"面积/m²", []series.Value{num(0.1, 1, "m²"), num(0.2, 1, "m²")}, "0.3m²"},
		{"平均分/分", []series.Value{num(80, 0, "分"), num(90, 0, "分")}, ""},
		{"本年", []series.Value{num(80, 0, "人"), num(90, 0, "%")}, ""},
		{"册数/册", []series.Value{none}, ""},
	}
	for _, tt := range tests {
		var rows [][]series.Value
		for _, v := range tt.values {
			rows = append(rows, []series.Value{v})
		}
		if got := strings.ReplaceAll(blankless(SumText(frame(tt.column, rows...), 0)), "\u00a0", ""); got != tt.want {
			t.Errorf("%s: %q; want %q", tt.column, got, tt.want)
		}
	}
}
