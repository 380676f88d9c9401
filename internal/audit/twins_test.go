package audit

import "testing"

// A jump is to five times a number, or from it, of numbers beyond twenty.
func TestIsJump(t *testing.T) {
	for _, tt := range []struct {
		a, b float64
		want bool
	}{
		{100, 500, true}, {500, 100, true}, {100, 499, false}, {4, 20, false}, {4, 21, true}, {0, 500, false},
	} {
		if isJump(tt.a, tt.b) != tt.want {
			t.Errorf("from %v to %v: %v", tt.a, tt.b, !tt.want)
		}
	}
}
