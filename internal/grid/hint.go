package grid

import (
	"math"
	"unicode/utf8"
)

// A Hint says where on a page a table is, whatever the evidence says.
type Hint struct {
	Box      Box
	Edges    []float64 // where its columns part, from the left; none: where the evidence parts them
	Headless bool      // no line of it names columns
}

// readHints reads the tables whose places are said, and gives what is outside them.
func readHints(pieces []Piece, rules []Box, hints []Hint) (tables []Table, rest []Piece, others []Box) {
	rest, others = pieces, rules
	for i, h := range hints {
		inside, outside := part(rest, h.Box)
		drawn, beside := h.Box.around(others)
		r := region{ruling: ruling{box: h.Box, rules: drawn}, lines: linesOf(inside), hint: &h}
		if t, ok := r.table(); ok {
			t.Hint = i + 1
			tables, rest, others = append(tables, t), outside, beside
		}
	}
	return tables, rest, others
}

// around parts rules into those that the box holds and the others.
func (b Box) around(rules []Box) (inside, outside []Box) {
	for _, r := range rules {
		if r.X0 >= b.X0-near && r.X1 <= b.X1+near && r.Y0 >= b.Y0-near && r.Y1 <= b.Y1+near {
			inside = append(inside, r)
		} else {
			outside = append(outside, r)
		}
	}
	return inside, outside
}

// cutAt cuts the pieces that edges go through.
func cutAt(pieces []Piece, edges []float64) []Piece {
	var out []Piece
	for _, p := range pieces {
		for _, x := range edges {
			if left, right, ok := p.cut(x); ok {
				out, p = append(out, left), right
			}
		}
		out = append(out, p)
	}
	return out
}

// cut parts a piece between two characters that meet at a place, about: those beyond
// ASCII are twice as wide as the others.
func (p Piece) cut(x float64) (left, right Piece, ok bool) {
	width := func(s string) (n float64) {
		for _, r := range s {
			if n++; r >= utf8.RuneSelf {
				n++
			}
		}
		return n
	}
	each := (p.X1 - p.X0) / width(p.Text)
	for i := range p.Text {
		at := p.X0 + each*width(p.Text[:i])
		if i > 0 && math.Abs(at-x) <= each/2 {
			left, right = p, p
			left.Text, left.X1, right.Text, right.X0 = p.Text[:i], at, p.Text[i:], at
			return left, right, true
		}
	}
	return p, p, false
}

// between are the texts of a line between edges that are said.
func (r *region) between(l line) []name {
	var out []name
	l.pieces = cutAt(l.pieces, r.hint.Edges)
	for k := range r.width() {
		pieces := l.between(r.edges[k], r.edges[k+1])
		if len(pieces) > 0 {
			out = append(out, name{stretch{k, k}, pieces})
		}
	}
	return out
}
