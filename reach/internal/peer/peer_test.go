package peer

import (
	"slices"
	"testing"
)

func TestField(t *testing.T) {
	f := FieldOf([]Entry{
		{"丙", "2023", 3}, {"甲", "2023", 5}, {"乙", "2023", 5},
		{"丁", "2024", 9}, {"丁", "2023", 4}, // the report of the year counts
		{"戊", "2022", 1}, {"戊", "2024", 2}, // else the last one
		{"己", "2023", 7}, {"己", "2023", 8}, // two numbers of one thing
		{"庚", "2023", 6}, {"庚", "2023", 6},
	}, "2023")
	want := []Entry{{"庚", "2023", 6}, {"乙", "2023", 5}, {"甲", "2023", 5}, {"丁", "2023", 4}, {"丙", "2023", 3}, {"戊", "2024", 2}}
	if !slices.Equal(f.Entries, want) {
		t.Errorf("entries are %v, want %v", f.Entries, want)
	}
	if f.Low != 3.25 || f.Median != 4.5 || f.High != 5 {
		t.Errorf("quartiles are %v %v %v", f.Low, f.Median, f.High)
	}
	for i, rank := range []int{1, 2, 2, 4, 5, 6} {
		if f.Rank(i) != rank {
			t.Errorf("the rank of %v is %d, want %d", f.Entries[i], f.Rank(i), rank)
		}
	}
}

func TestOut(t *testing.T) {
	var all []Entry
	for i := range 20 {
		all = append(all, Entry{string(rune('a' + i)), "2023", float64(50 + i)})
	}
	f := FieldOf(all, "2023")
	for v, want := range map[float64]bool{60: false, 20: true, 31: false, 99: true} {
		if f.Out(v) != want {
			t.Errorf("%v is out: %v", v, !want)
		}
	}
	if same := FieldOf(slices.Repeat([]Entry{{"a", "2023", 1}}, 3), "2023"); same.Out(5) {
		t.Error("of one institution something is out")
	}
}
