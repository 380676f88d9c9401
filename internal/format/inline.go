package format

import (
	"strings"
	"unicode/utf8"

	"charts/internal/notation"
)

// inlineText gathers pieces of text into lines.
type inlineText struct {
	lines  []Line
	open   []byte // the text of the last line
	broken bool   // the next piece begins a line
}

func (w *inlineText) write(no int, s string) {
	s = Flat(s)
	if n := len(w.lines); n > 0 && !w.broken {
		w.open = append(w.open, s...)
		return
	} else if n > 0 && no == 0 {
		no = w.lines[n-1].No
	}
	w.settle()
	w.lines = append(w.lines, Line{No: no, Gap: len(w.lines) == 0})
	w.open = append(w.open, s...)
	w.broken = false
}

// last is the last character so far, or 0.
func (w *inlineText) last() rune {
	return lastRune(string(w.open[max(0, len(w.open)-utf8.UTFMax):]))
}

// settle ends the last line.
func (w *inlineText) settle() {
	if n := len(w.lines); n > 0 {
		w.lines[n-1].Text, w.open = string(w.open), w.open[:0]
	}
}

// whole drops blank lines; the first is after a gap.
func (w *inlineText) whole() []Line {
	w.settle()
	var lines []Line
	for _, l := range w.lines {
		if l.Text = strings.TrimFunc(l.Text, notation.Blank); l.Text != "" {
			l.Gap = len(lines) == 0
			lines = append(lines, l)
		}
	}
	return lines
}
