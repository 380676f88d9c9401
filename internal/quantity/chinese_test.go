package quantity

import "testing"

// A scale stands under a larger one once.
func TestScaledNumbers(t *testing.T) {
	for run, want := range map[string]int64{
		"十二": 12, "三百零五": 305, "三千零五十万": 30_500_000, "一亿二千万": 120_000_000, "一亿零三": 100_000_003,
		"一万万": -1, "二万一亿": -1, "一亿一亿": -1, "三百三百": -1, "两千五": -1, "一一": -1,
	} {
		got, ok := scaledNumber(run)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%s is %d; want %d", run, got, want)
		}
	}
}
