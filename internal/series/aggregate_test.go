package series

import "testing"

// An average keeps more digits than are shown, of large sums, too.
func TestMeanKeepsItsDigits(t *testing.T) {
	for _, tt := range []struct {
		values []any
		want   string
	}{
		{[]any{int64(1), int64(0), int64(0)}, "0.3333333333333333"},
		{[]any{int64(1), int64(1), int64(0)}, "0.6666666666666667"},
		{[]any{0.1, 0.2}, "0.15"},
		{[]any{int64(1 << 53), 0.5}, "4503599627370496.25"},
		{nil, "0"},
	} {
		var a adding
		for _, v := range tt.values {
			if err := a.add(v, 1); err != nil {
				t.Fatal(err)
			}
		}
		if got := a.mean().String(); got != tt.want {
			t.Errorf("the mean of %v is %s, want %s", tt.values, got, tt.want)
		}
	}
}
