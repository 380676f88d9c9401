package build

import (
	"testing"

	"charts/internal/claim"
	"charts/internal/series"
)

// A row has a contested number in any size of its unit, and no other number.
func TestContestIn(t *testing.T) {
	money := claim.ReadNumber("18973.3 万元")
	rate := claim.ReadNumber("92.35%")
	tests := []struct {
		number claim.Number
		drawn  float64
		want   bool
	}{
		{money, 18973.3, true},
		{money, 189733000, true},
		{money, 1.89733, true},
		{money, 1.9, false},
		{money, 18973.4, false},
		{money, -18973.3, false},
		{money, 0, false},
		{rate, 92.35, true},
		{rate, 0.9235, true},
		{rate, 7.65, false},
	}
	for _, tt := range tests {
		row := series.Row{Cells: []series.Value{{Kind: series.Text, Text: "2023"}, {Kind: series.Number, Num: tt.drawn}}}
		if got := (contest{number: claim.Fact{Number: tt.number}}).in(row); got != tt.want {
			t.Errorf("%s drawn as %v: got %v, want %v", tt.number, tt.drawn, got, tt.want)
		}
	}
}
