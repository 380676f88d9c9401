package grid

import (
	"math"
	"slices"
	"unicode/utf8"

	"charts/internal/notation"
)

// maxCuts is how often a part of a page is parted again.
const maxCuts = 6

// streams parts a page into columns of text that are read one after the other.
func streams(pieces []Piece, tables []Table, rules []Box, depth int) []stream {
	lines := linesOf(pieces)
	c, ok := findCut(lines, tables, rules)
	if !ok || depth > maxCuts {
		return []stream{{lines: lines, tables: tables}}
	}
	var parts [4]stream
	var split [4][]Piece
	for _, l := range lines {
		for _, p := range l.pieces {
			n := c.side(middleX(p), l.middle())
			split[n] = append(split[n], p)
		}
	}
	for _, t := range tables {
		n := c.side((t.Box.X0+t.Box.X1)/2, (t.Box.Y0+t.Box.Y1)/2)
		parts[n].tables = append(parts[n].tables, t)
	}
	var out []stream
	for n, p := range split {
		if len(p) > 0 || len(parts[n].tables) > 0 {
			out = append(out, streams(p, parts[n].tables, rules, depth+1)...)
		}
	}
	return out
}

// A cut is a gap down a page between two columns of running text.
type cut struct{ x, top, foot float64 }

// side is where a place lies: above the cut, left, right of it, below.
func (c cut) side(x, y float64) int {
	switch {
	case y > c.top:
		return 0
	case y < c.foot:
		return 3
	case x < c.x:
		return 1
	}
	return 2
}

// maxPlaces is how many places across a page are looked at.
const maxPlaces = 400

// findCut looks for a gap that no line crosses and that has running text on both
// sides.
func findCut(lines []line, tables []Table, rules []Box) (cut, bool) {
	if len(lines) < 4 {
		return cut{}, false
	}
	x0, x1 := math.Inf(1), math.Inf(-1)
	segments := make([][]segment, len(lines))
	for i, l := range lines {
		x0, x1 = min(x0, l.x0()), max(x1, l.x1())
		segments[i] = l.segments()
	}
	if !slices.ContainsFunc(segments, func(all []segment) bool {
		return slices.ContainsFunc(all, func(s segment) bool { return long(s.text()) })
	}) {
		return cut{}, false // nothing that isText finds
	}
	best, found := cut{}, false
	step := max(2, (x1-x0)/maxPlaces)
	for x := x0 + 0.2*(x1-x0); x < x0+0.8*(x1-x0); x += step {
		for from := 0; from < len(lines); {
			to := from
			for to < len(lines) && !crossed(segments[to], x, 0.45*lines[to].size) {
				to++
			}
			if to-from >= 3 && (!found || lines[from].y-lines[to-1].y > best.top-best.foot) {
				c := cut{x, lines[from].y + lines[from].size, lines[to-1].y - 0.4*lines[to-1].size}
				if c.free(tables, rules) && isText(segments[from:to], lines[from:to], x0, x) && isText(segments[from:to], lines[from:to], x, x1) {
					best, found = c, true
				}
			}
			from = max(to, from) + 1
		}
	}
	return best, found
}

func crossed(segments []segment, x, room float64) bool {
	return slices.ContainsFunc(segments, func(s segment) bool { return s.x0 < x+room && s.x1 > x-room })
}

// free reports whether no table and no rule lies across the cut.
func (c cut) free(tables []Table, rules []Box) bool {
	lies := func(b Box) bool { return b.X0 < c.x-near && b.X1 > c.x+near && b.Y1 < c.top-near && b.Y0 > c.foot+near }
	for _, t := range tables {
		if lies(t.Box) {
			return false
		}
	}
	return !slices.ContainsFunc(rules, lies)
}

// fullLine is how long a line of running text is at least, in Chinese characters or
// twice as many others.
const fullLine = 12

// long reports whether a text is as long as a line of running text. Its width does not
// tell: a program may have given every character a column.
func long(s string) bool {
	return utf8.RuneCountInString(s)+notation.CountHan(s) >= 2*fullLine
}

// isText reports whether running text stands between two places: a long line
// that fills the column and another one that begins under it.
func isText(segments [][]segment, lines []line, x0, x1 float64) bool {
	left, right := math.Inf(1), math.Inf(-1)
	inner := make([][]segment, len(segments))
	for i, all := range segments {
		for _, s := range all {
			if c := s.center(); c >= x0 && c <= x1 {
				inner[i] = append(inner[i], s)
			}
		}
		if in := inner[i]; len(in) == 1 {
			left, right = min(left, in[0].x0), max(right, in[0].x1)
		}
	}
	var above segment
	size := 0.0
	for i, in := range inner {
		if len(in) == 0 {
			continue
		}
		if len(in) == 1 && above.pieces != nil && near1(in[0].x0, left, size) && !isValue(in[0].text()) {
			return true
		}
		size = lines[i].size
		above = segment{}
		if s := in[0]; len(in) == 1 && long(s.text()) && s.x1 > right-1.5*size && s.x0 < left+3*size {
			above = s
		}
	}
	return false
}

func near1(a, b, size float64) bool { return math.Abs(a-b) <= size }
