package grid

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// wide parts the cells of a line, and tight two values, in sizes of a character.
const (
	wide  = 1.0
	tight = 0.6
)

// lineStep is how far the lines of one text stand apart at most, in sizes of a
// character.
const lineStep = 1.7

// A line is the pieces that stand on one line, from the left.
type line struct {
	y, size float64
	pieces  []Piece
	leaders []Piece // dots that lead from one cell to the next
	unsure  bool    // its texts may be of other columns
}

// linesOf sorts pieces into lines, from the top.
func linesOf(pieces []Piece) []line {
	pieces = slices.Clone(pieces)
	slices.SortStableFunc(pieces, func(a, b Piece) int { return descending(a.Y, b.Y) })
	var lines []line
	for len(pieces) > 0 {
		n := 1
		for n < len(pieces) && pieces[n-1].Y-pieces[n].Y <= 0.25*pieces[n].Size && pieces[0].Y-pieces[n].Y <= 0.5*pieces[0].Size {
			n++
		}
		lines = append(lines, newLine(pieces[:n]))
		pieces = pieces[n:]
	}
	return joinNumbers(lines)
}

func newLine(pieces []Piece) line {
	slices.SortStableFunc(pieces, func(a, b Piece) int { return cmp.Compare(a.X0, b.X0) })
	l := line{y: pieces[0].Y}
	l.pieces, l.leaders = partLeaders(joinSigns(pieces))
	for _, p := range pieces {
		l.size = max(l.size, p.Size)
	}
	return l
}

// leastLeaders is how many dots lead from one cell to the next.
const leastLeaders = 4

// partLeaders sorts out the dots between cells; a line of nothing else stays.
func partLeaders(pieces []Piece) (words, leaders []Piece) {
	for i := 0; i < len(pieces); {
		n, dots := i, 0
		for n < len(pieces) && isDots(pieces[n].Text) {
			dots += utf8.RuneCountInString(pieces[n].Text)
			n++
		}
		if dots >= leastLeaders {
			leaders = append(leaders, pieces[i:n]...)
			i = n
			continue
		}
		words = append(words, pieces[i])
		i++
	}
	if len(words) == 0 {
		return pieces, nil
	}
	return words, leaders
}

func isDots(s string) bool { return strings.Trim(s, ".·…") == "" }

// maxSign is how far the sign of a currency stands from its amount at most, in
// sizes of a character.
const maxSign = 8

// joinSigns joins the sign of a currency, which often stands at the edge of its
// column, and its amount, and an amount and the % behind it.
func joinSigns(pieces []Piece) []Piece {
	out := pieces[:0]
	for i := 0; i < len(pieces); i++ {
		p := pieces[i]
		if i+1 < len(pieces) && signs[p.Text] && isValue(pieces[i+1].Text) && pieces[i+1].X0-p.X1 < maxSign*p.Size {
			next := pieces[i+1]
			next.Text, next.Order = p.Text+next.Text, p.Order
			p = next
			i++
		}
		if n := len(out); n > 0 && (p.Text == "%" || p.Text == ")") && p.X0-out[n-1].X1 < wide*p.Size && isValue(out[n-1].Text) {
			out[n-1].Text, out[n-1].X1 = out[n-1].Text+p.Text, p.X1
			continue
		}
		out = append(out, p)
	}
	return out
}

var signs = map[string]bool{"$": true, "US$": true, "€": true, "£": true, "¥": true, "￥": true, "($": true, "(": true, "$(": true}

func (l line) x0() float64 { return l.pieces[0].X0 }

func (l line) x1() float64 {
	x := l.pieces[0].X1
	for _, p := range l.pieces {
		x = max(x, p.X1)
	}
	return x
}

// middle is the height of the middle of its letters.
func (l line) middle() float64 { return l.y + 0.3*l.size }

func (l line) text() string {
	if len(l.leaders) == 0 {
		return textOf(l.pieces)
	}
	all := append(slices.Clone(l.pieces), l.leaders...)
	slices.SortStableFunc(all, func(a, b Piece) int { return cmp.Compare(a.X0, b.X0) })
	return textOf(all)
}

func textOf(pieces []Piece) string {
	texts := make([]string, len(pieces))
	for i, p := range pieces {
		texts[i] = p.Text
	}
	return strings.Join(texts, " ")
}

// A segment is the pieces of a line that no wide gap parts.
type segment struct {
	x0, x1 float64
	pieces []Piece
}

func (s segment) text() string    { return textOf(s.pieces) }
func (s segment) center() float64 { return (s.x0 + s.x1) / 2 }
func (s segment) width() float64  { return s.x1 - s.x0 }

func (l line) segments() []segment {
	var out []segment
	least := l.leastGap()
	for i, p := range l.pieces {
		if n := len(out); n > 0 && p.X0-out[n-1].x1 <= least && !apart(l.pieces[i-1], p, out[n-1].x1, l.size) {
			s := &out[n-1]
			s.x1 = max(s.x1, p.X1)
			s.pieces = l.pieces[i-len(s.pieces) : i+1]
			continue
		}
		out = append(out, segment{p.X0, p.X1, l.pieces[i : i+1]})
	}
	return out
}

// mostInner is how wide a blank within a text is at most where the blanks of a line
// are of two clear sorts, in sizes of a character.
const mostInner = 0.4

// leastGap is how wide a gap may be that parts no texts: less than usual in a line
// whose blanks are of two sorts, as in a row of short names that stand close.
func (l line) leastGap() float64 {
	inner, outer, parts := 0.0, wide, 0
	for i := 1; i < len(l.pieces); i++ {
		gap := (l.pieces[i].X0 - l.pieces[i-1].X1) / l.size
		if gap <= mostInner {
			inner = max(inner, gap)
			continue
		}
		outer = min(outer, gap)
		if !strings.HasSuffix(l.pieces[i-1].Text, ".") { // else a sentence ends there
			parts++
		}
	}
	if parts < 2 || inner == 0 || outer < 1.6*inner {
		return wide * l.size
	}
	return mostInner * l.size
}

// apart reports whether two pieces are parted by a gap: a wide one, the less wide
// one between two values, or any between two that were not written in one go.
func apart(left, right Piece, end, size float64) bool {
	gap := right.X0 - end
	size = max(min(right.Size, size), 0.6*size)
	return gap > wide*size || gap > tight*size && isValue(left.Text) && isValue(right.Text) ||
		gap > leastBlank*size && (right.Order > left.Order+1 || areNumbers(left.Text, right.Text) && !isGroup(left, right) && !isYear(right.Text))
}

// between are the pieces of the line whose middle lies between two places.
func (l line) between(x0, x1 float64) []Piece {
	var out []Piece
	for _, p := range l.pieces {
		if x := (p.X0 + p.X1) / 2; x0 <= x && x < x1 {
			out = append(out, p)
		}
	}
	return out
}
