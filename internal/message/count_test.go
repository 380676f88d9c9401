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

func TestFew(t *testing.T) {
	for _, tt := range []struct {
		items []string
		want  string
	}{
		{[]string{"a"}, "a"}, {[]string{"a", "b"}, "a, b"}, {[]string{"a", "b", "c"}, "a, b and 1 more"}, {[]string{"a", "b", "c", "d"}, "a, b and 2 more"},
	} {
		if got := message.Few(tt.items, 2).String(); got != tt.want {
			t.Errorf("%v: %s; want %s", tt.items, got, tt.want)
		}
	}
}

func TestEnumerated(t *testing.T) {
	for _, tt := range []struct {
		items []string
		want  string
	}{{[]string{"a"}, "a"}, {[]string{"a", "b"}, "a and b"}, {[]string{"a", "b", "c"}, "a, b and c"}} {
		if got := message.Enumerated(tt.items).String(); got != tt.want {
			t.Errorf("%v: %s; want %s", tt.items, got, tt.want)
		}
	}
}
