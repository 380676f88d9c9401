package message_test

import (
	"testing"

	"charts/internal/message"
)

// One is one; none are as many as several.
func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0 files", 1: "1 file", 2: "2 files"} {
		if got := message.Count(n, "%d file", "%d files").String(); got != want {
			t.Errorf("%d: %s; want %s", n, got, want)
		}
	}
}
