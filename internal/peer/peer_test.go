package peer

import (
	"slices"
	"testing"
)

func TestField(t *testing.T) {
	own := Settled([]Entry{
		{"丙", "2023", 3}, {"甲", "2023", 5}, {"乙", "2023", 5},
		{"丁", "2024", 9}, {"丁", "2023", 4}, // the report of the year counts
		{"戊", "2022", 1}, {"戊", "2024", 2}, // else the last one
		{"己", "2023", 7}, {"己", "2023", 8}, // two numbers of one thing
		{"庚", "2023", 6}, {"庚", "2023", 6},
	}, "2023")
	want := []Entry{{"丁", "2023", 4}, {"丙", "2023", 3}, {"乙", "2023", 5}, {"庚", "2023", 6}, {"戊", "2024", 2}, {"甲", "2023", 5}}
	if !slices.Equal(own, want) {
		t.Errorf("entries are %v, want %v", own, want)
	}
	f := FieldOf([]float64{4, 3, 5, 6, 2, 5})
	if f.Low != 3.25 || f.Median != 4.5 || f.High != 5 {
		t.Errorf("quartiles are %v %v %v", f.Low, f.Median, f.High)
	}
	for v, rank := range map[float64]int{6: 1, 5: 2, 4: 4, 3: 5, 2: 6} {
		if f.Rank(v) != rank {
			t.Errorf("the rank of %v is %d, want %d", v, f.Rank(v), rank)
		}
	}
}

func TestOut(t *testing.T) {
	var all []float64
	for i := range 20 {
		all = append(all, float64(50+i))
	}
	f := FieldOf(all)
	for v, want := range map[float64]bool{60: false, 20: true, 31: false, 99: true} {
		if f.Out(v) != want {
			t.Errorf("%v is out: %v", v, !want)
		}
	}
	for n, want := range map[int]bool{leastOut - 1: false, leastOut: true} {
		if few := FieldOf(slices.Clone(all[:n])); few.Out(999) != want {
			t.Errorf("of %d numbers one is out: %v", n, !want)
		}
	}
	if same := FieldOf([]float64{1, 1, 1}); same.Out(5) {
		t.Error("of one institution something is out")
	}
}
