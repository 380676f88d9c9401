package pdftext

import (
	"fmt"
	"testing"
)

// TestRules: only what looks like a line is a rule.
func TestRules(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"a stroked line", "10 20 m 60 20 l S", "[{10 20 60 20}]"},
		{"a stroked box", "10 20 30 40 re S", "[{10 20 40 20} {40 20 40 60} {10 60 40 60} {10 20 10 60}]"},
		{"a shaded cell and the line of text in it", "10 20 30 40 re f 15 20 20 40 re f", "[]"},
		{"a hair line drawn as a box", "10 20 50 0.5 re f 10 20 0.5 30 re f*", "[{10 20.25 60 20.25} {10.25 20 10.25 50}]"},
		{"a border cut aslant at its ends", "10 20 m 60 20 l 59 21 l 11 21 l h f", "[{10 20.5 60 20.5}]"},
		{"a box with a hole", "10 10 50 30 re 11 11 48 28 re f*", "[{10 10 60 10} {10 40 60 40} {10 10 10 40} {60 10 60 40}]"},
		{"two boxes of one path", "10 10 20 20 re 40 10 20 20 re f", "[]"},
		{"a dot of a dotted line", "10 20 0.5 0.5 re f", "[{10 20 10.5 20.5}]"},
		{"a drawing", "10 10 m 40 50 l 70 10 l f 10 10 m 20 20 30 30 40 10 c f", "[]"},
		{"a clipped box", "10 20 30 40 re W n", "[]"},
	} {
		pages, err := readPlain(onePage(c.content, ""), nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(pages[0].Rules); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
