package format

import "testing"

func TestChineseCount(t *testing.T) {
	for n, want := range map[int]string{0: "0", 1: "一", 9: "九", 10: "十", 11: "十一", 19: "十九", 20: "二十", 21: "二十一", 99: "九十九", 100: "100"} {
		if got := chineseCount(n); got != want {
			t.Errorf("%d is %s; want %s", n, got, want)
		}
	}
}
