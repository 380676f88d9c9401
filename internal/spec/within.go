package spec

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"charts/internal/diag"
)

// A writing is how a text is in its file.
type writing struct {
	raw   string // the file from the first sign of the text on
	text  string // with its variables
	swaps []swap // in the order of the text
}

// A swap is a ${name} in whose place the value of a variable stands.
type swap struct {
	at, was, is int // the byte of ${ in the text as written, and the lengths before and after
}

// Within is the place of a piece of a text, from one byte of it to another; its
// length is that on its first line. Where the text was not read from a
// file it is the place of the whole.
func Within(a At[string], from, to int) diag.Pos {
	if a.writing == nil || a.writing.raw == "" {
		return a.Pos
	}
	from, to = a.writing.back(from, to)
	c := newCursor(a.writing.raw, a.Pos)
	var start diag.Pos
	for i, r := range a.writing.text {
		if i >= to {
			break
		}
		if unicode.IsSpace(r) {
			continue
		}
		if !c.to(r) {
			return a.Pos
		}
		if i >= from && start.Line == 0 {
			start = c.pos
		}
		if c.pos.Line == start.Line {
			start.Len = c.pos.Col - start.Col + c.width
		}
		c.step(c.size)
	}
	if start.Line == 0 { // the end of the text
		c.pos.Len = 1
		return c.pos
	}
	return start
}

// back gives the bytes of a piece in the text with its variables. A piece of a
// value is all of its ${name}.
func (w *writing) back(from, to int) (int, int) {
	grown := 0 // by the swaps so far
	start, end := from, to
	for _, s := range w.swaps {
		at := s.at + grown
		grown += s.is - s.was
		start, end = s.back(from, start, at, s.at, grown), s.back(to, end, at, s.at+s.was, grown)
	}
	return start, end
}

// back moves a byte that a swap lies before, or has inside.
func (s swap) back(i, moved, at, inside, grown int) int {
	switch {
	case i <= at:
		return moved
	case i < at+s.is:
		return inside
	}
	return i - grown
}

// A cursor walks over the file behind a text. The ways to write a text in YAML
// differ from it in blanks, line ends and escapes only.
type cursor struct {
	rest  string
	pos   diag.Pos
	style byte // ' or " around the text, or 0
	size  int  // bytes of the sign under the cursor
	width int  // and runes
}

func newCursor(raw string, pos diag.Pos) *cursor {
	c := &cursor{rest: raw, pos: pos}
	switch raw[0] {
	case '|', '>':
		head, _, _ := strings.Cut(raw, "\n")
		c.step(len(head))
	case '\'', '"':
		c.style = raw[0]
		c.step(1)
	}
	return c
}

// step goes on by some bytes.
func (c *cursor) step(n int) {
	for _, r := range c.rest[:n] {
		c.pos.Col++
		if r == '\n' {
			c.pos.Line, c.pos.Col = c.pos.Line+1, 1
		}
	}
	c.rest = c.rest[n:]
}

// to goes on to a sign of the text.
func (c *cursor) to(want rune) bool {
	for c.rest != "" {
		r, size := c.sign()
		if !unicode.IsSpace(r) {
			c.size, c.width = size, utf8.RuneCountInString(c.rest[:size])
			return r == want
		}
		c.step(size)
	}
	return false
}

// sign is what is under the cursor, and its bytes in the file.
func (c *cursor) sign() (rune, int) {
	switch {
	case c.style == '\'' && strings.HasPrefix(c.rest, "''"):
		return '\'', 2
	case c.style == '"' && strings.HasPrefix(c.rest, `\`):
		return escape(c.rest)
	}
	return utf8.DecodeRuneInString(c.rest)
}

// escape reads an escape of a text in double quotes. Those for blanks and
// control characters are all a blank here.
func escape(s string) (rune, int) {
	if len(s) < 2 {
		return ' ', len(s)
	}
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[s[1]]
	if digits > 0 && len(s) >= 2+digits {
		n, _ := strconv.ParseUint(s[2:2+digits], 16, 32)
		return rune(n), 2 + digits
	}
	if s[1] == '"' || s[1] == '\\' || s[1] == '/' {
		return rune(s[1]), 2
	}
	return ' ', 2
}
