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
		{1, []float64{65.5, 70.2, 76.6, 79.1, 84.9, 92.1, 92.3, 93.5, 93.9, 95.1, 96.3, 97.8, 98.4, 99.2}, []string{"<75", "75–<80", "80–<90", "90–<96", "≥96"}}, // most between 90 and 100
		{0, []float64{2157, 2411, 3009, 3708, 4776, 5071, 6529, 7106, 8331, 8951, 26224}, []string{"1–3,500", "3,501–6,000", "6,001–8,000", "8,001–20,000", "20,001–30,000"}},
		{0, []float64{2533, 2753, 3278, 4498, 5010, 5063, 5117, 5221, 6409, 7269, 7570, 9201, 9798, 10344, 12636, 19634, 38098, 64857, 88921, 142517}, []string{"1–4,000", "4,001–7,000", "7,001–15,000", "15,001–50,000", "50,001–150,000"}},
		{0, []float64{0, 0, 0, 0, 0, 0, 0, 0, 3, 4, 90}, []string{"0", "1–3", "4–50", "51–100"}},
		{0, []float64{-30, 40}, []string{"−39 … −20", "−19 … 0", "1 … 20", "21 … 40"}},
	}
	for _, tt := range tests {
		c := classesOf(new(builder), column(tt.decimals, tt.values...))
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
