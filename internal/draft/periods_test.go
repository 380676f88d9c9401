package draft

import "testing"

// Lines between two periods can be told apart up to a number of rows.
func TestTwoPeriods(t *testing.T) {
	for rows, want := range map[int]string{2: "slope", slopeLimit: "slope", slopeLimit + 1: "dumbbell"} {
		if got := twoPeriods(idea{}, rows)[0].kind; got != want {
			t.Errorf("%d rows of two periods are a %s, want %s", rows, got, want)
		}
	}
}
