package kind

import (
	"fmt"
	"slices"
	"testing"
)

// column is a matrix of one series with values as printed.
func column(decimals int, values ...float64) matrix {
	r := run{name: "值"}
	m := matrix{measure: measure{format: format{decimals: asPrinted}}}
	for i, v := range values {
		c := cell{v: num(v, decimals, "")}
		c.X, c.Y = float64(i)+0.5, v
		r.cells = append(r.cells, c)
		m.cats = append(m.cats, fmt.Sprint("类", i))
	}
	m.decimals = decimals
	m.runs = []run{r}
	return m
}

// The names of classes leave no value without one and none with two.
func TestClassNames(t *testing.T) {
	tests := []struct {
		decimals int
		values   []float64
		want     []string
	}{
		{0, []float64{1, 7, 19}, []string{"1–5", "6–10", "11–15", "16–20"}},
		{0, []float64{0, 7, 19}, []string{"0–5", "6–10", "11–15", "16–20"}}, // zero belongs to the first
		{0, []float64{1, 2, 3}, []string{"1–2", "3"}},
		{0, []float64{12, 233, 412}, []string{"1–100", "101–200", "201–300", "301–400", "401–500"}},
		{0, []float64{120, 233}, []string{"101–150", "151–200", "201–250"}}, // none without a value at the ends
		{2, []float64{90.5, 93.2, 95.1}, []string{"<92", "92–<94", "≥94"}},
		{1, []float64{0.5, 1.5}, []string{"<1.0", "≥1.0"}},
		{0, []float64{-30, 40}, []string{"−39 … −20", "−19 … 0", "1 … 20", "21 … 40"}},
	}
	for _, tt := range tests {
		c := column(tt.decimals, tt.values...).classesOf()
		var got []string
		for k := range c.count() {
			got = append(got, c.name(k))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("classes of %v are %q; want %q", tt.values, got, tt.want)
		}
	}
}

func TestClassOf(t *testing.T) {
	counts := classes{ends: []float64{0, 5, 10, 15}, counts: true}
	rates := classes{ends: []float64{0, 5, 10, 15}}
	tests := []struct {
		c    classes
		v    float64
		want int
	}{
		{counts, 0, 0}, {counts, 5, 0}, {counts, 6, 1}, {counts, 10, 1}, {counts, 15, 2},
		{rates, 0, 0}, {rates, 4.99, 0}, {rates, 5, 1}, {rates, 10, 2}, {rates, 15, 2},
	}
	for _, tt := range tests {
		if got := tt.c.of(tt.v); got != tt.want {
			t.Errorf("class of %v with counts %v = %d; want %d", tt.v, tt.c.counts, got, tt.want)
		}
	}
}
