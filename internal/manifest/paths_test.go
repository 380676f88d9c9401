package manifest

import (
	"strings"
	"testing"
)

func TestTogether(t *testing.T) {
	tests := []struct{ paths, want string }{
		{"out/a.png", "out/a.png"},
		{"out/f/a.png out/f/a.svg", "out/f/a.png and .svg"},
		{"out/f/a.png out/f/a.svg out/f/a.pdf", "out/f/a.png, .svg and .pdf"},
		{"out/f/a.png out/f/a.svg out/f/a-slide.png out/f/a-slide.svg", "out/f/a.png, .svg, a-slide.png and .svg"},
		{"out/f/a.png out/b.html", "out/f/a.png and out/b.html"},
	}
	for _, tt := range tests {
		if got := Together(strings.Fields(tt.paths)); got.String() != tt.want {
			t.Errorf("Together(%s) = %q; want %q", tt.paths, got, tt.want)
		}
	}
}
