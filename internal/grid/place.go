package grid

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"charts/internal/notation"
)

// A name is text of one line with the columns that it stands in.
type name struct {
	stretch
	pieces []Piece
}

func (n name) text() string { return textOf(n.pieces) }

// place puts the text of line i into columns: between the rules drawn there,
// and else by where it stands.
func (r *region) place(i int) []name {
	if i < r.body {
		return r.head.names[i]
	}
	return r.placeLine(i, r.placeCells)
}

// placeLine puts the text of line i into columns, where no rules part them as is said.
func (r *region) placeLine(i int, between func(l line, run stretch) []name) []name {
	l := r.lines[i]
	if r.hint != nil && len(r.hint.Edges) > 0 && i >= r.body {
		return r.between(l)
	}
	if r.isBand(i) {
		return []name{{stretch{0, r.width() - 1}, l.pieces}}
	}
	runs := r.runs(l.middle())
	var out []name
	for _, run := range runs {
		pieces := l.between(r.edges[run.first], r.edges[run.last+1])
		if run.first == 0 {
			pieces = l.between(math.Inf(-1), r.edges[run.last+1])
		}
		if run.last == r.width()-1 {
			pieces = l.between(r.edges[run.first], math.Inf(1))
		}
		if len(runs) == 1 {
			pieces = l.pieces
		}
		if len(pieces) == 0 {
			continue
		}
		inner := line{y: l.y, size: l.size, pieces: pieces}
		switch {
		case run.first == run.last || r.merged(run, runs, inner):
			out = append(out, name{run, pieces})
		default:
			out = append(out, between(inner, run)...)
		}
	}
	return out
}

// unnamed counts the columns without a name.
func (r *region) unnamed() int {
	named := make([]bool, r.width())
	for i := range r.body {
		for _, n := range r.place(i) {
			for k := n.first; k <= n.last; k++ {
				named[k] = true
			}
		}
	}
	n := 0
	for _, is := range named {
		if !is {
			n++
		}
	}
	return n
}

// runs are the columns between the rules drawn at a height.
func (r *region) runs(y float64) []stretch {
	var out []stretch
	first := 0
	for k := 1; k < r.width(); k++ {
		if r.drawn[k] && r.ruleDown(r.edges[k], y) {
			out = append(out, stretch{first, k - 1})
			first = k
		}
	}
	return append(out, stretch{first, r.width() - 1})
}

// merged reports whether columns are one cell: no rule parts them here although
// rules part them elsewhere, and this row is drawn with rules, or has no more
// than one text.
func (cs *columns) merged(run stretch, runs []stretch, l line) bool {
	for k := run.first + 1; k <= run.last; k++ {
		if !cs.drawn[k] {
			return false
		}
	}
	return len(runs) > 1 || len(l.segments()) == 1 && !isValue(l.text())
}

// maxHeader is how many lines under a name are looked at for other names.
const maxHeader = 6

// segments are the names of a line.
func (r *region) segments(l line) []segment {
	segments := l.segments()
	if len(segments) < r.width() {
		segments = r.cutSegments(segments)
	}
	if len(segments) == r.width()-1 && r.inOrder(segments, singles(1, len(segments))) {
		return segments // the first column needs no name
	}
	words := wordsOf(l)
	if n := r.width() - len(words); len(segments)+n < r.width() && !areUnits(segments) && (n == 0 || n == 1 && l.x0() > r.stubs[0].x1) &&
		(r.inOrder(words, singles(n, len(words))) || r.body == 1 && !slices.ContainsFunc(words, startsLower)) {
		return words
	}
	if parted := r.partedNames(l); parted != nil && len(segments) < len(parted) {
		return parted
	}
	return segments
}

// wordsOf are the pieces of a line one by one; a year and its word are one, and a name
// and the bracket behind it.
func wordsOf(l line) (words []segment) {
	start := 0
	for i := 1; i <= len(l.pieces); i++ {
		if i < len(l.pieces) && (notation.YearWord(l.pieces[i-1].Text, l.pieces[i].Text) || strings.HasPrefix(l.pieces[i].Text, "(") || opensBracket(l.pieces[start:i])) {
			continue
		}
		words = append(words, newSegment(l.pieces[start:i]))
		start = i
	}
	return words
}

// opensBracket reports whether the bracket in some text is closed further on.
func opensBracket(pieces []Piece) bool {
	text := textOf(pieces)
	return strings.LastIndexByte(text, '(') > strings.LastIndexByte(text, ')')
}

// singles are n columns from lo on, each by itself.
func singles(lo, n int) []stretch {
	out := make([]stretch, n)
	for i := range out {
		out[i] = stretch{lo + i, lo + i}
	}
	return out
}

// inOrder reports whether every segment lies nearest the column that it was
// given, or between it and the next one.
func (cs *columns) inOrder(segments []segment, out []stretch) bool {
	for i, s := range segments {
		k := out[i].first
		if s.x1 < cs.edges[k] && s.x1 < cs.stubs[k].x0 || s.x0 > cs.edges[k+1] && s.x0 > cs.stubs[k].x1 {
			return false
		}
	}
	return true
}

func (s stretch) within(limit stretch) stretch {
	s.first = min(max(s.first, limit.first), limit.last)
	s.last = max(min(s.last, limit.last), s.first)
	return s
}

func startsLower(s segment) bool {
	first, _ := utf8.DecodeRuneInString(s.text())
	return unicode.IsLower(first)
}

// dealt parts a text over three columns or more into names of as many words, each
// over its own column; there are none when the words do not stand so.
func (cs *columns) dealt(pieces []Piece, over stretch) []name {
	n := over.last - over.first + 1
	each := len(pieces) / n
	if n < 3 || each == 0 || each*n != len(pieces) {
		return nil
	}
	var out []name
	for i, p := range pieces {
		k := over.first + i/each
		if cs.columnAt(middleX(p)) != k {
			return nil
		}
		if i%each == 0 {
			out = append(out, name{stretch{k, k}, pieces[i : i+each]})
		}
	}
	return out
}

// cutSegments parts the names at gaps between columns where none would do
// otherwise: short names stand close to one another. A gap parts columns when it
// lies between their rows; of several such gaps the widest does.
func (r *region) cutSegments(segments []segment) []segment {
	rows := r.rowStretches()
	var out []segment
	for _, s := range segments {
		cuts := map[int]bool{}
		for k := 1; k < r.width(); k++ {
			if i, ok := r.cutBetween(s.pieces, rows[k-1].x1, rows[k].x0); ok {
				cuts[i] = true
			}
		}
		start := 0
		for i := 1; i <= len(s.pieces); i++ {
			if i == len(s.pieces) || cuts[i] {
				out = append(out, newSegment(s.pieces[start:i]))
				start = i
			}
		}
	}
	return out
}

// cutBetween is the piece before which the widest gap lies that parts names, of
// those that the gap between two columns touches.
func (r *region) cutBetween(pieces []Piece, end, start float64) (at int, ok bool) {
	widest := 0.0
	for i := 1; i < len(pieces); i++ {
		left, right := pieces[i-1], pieces[i]
		gap := right.X0 - left.X1
		if left.X1 <= start && right.X0 >= end && (!ok || gap > widest) && r.partsNames(left, right) {
			at, ok, widest = i, true, gap
		}
	}
	return at, ok
}

// rowStretches are, for each column, from where to where the texts of its rows
// reach.
func (r *region) rowStretches() []box1 {
	out := make([]box1, r.width())
	for k := range out { // of a column without rows: nothing
		x := (r.edges[k] + r.edges[k+1]) / 2
		out[k] = box1{x, x}
	}
	seen := make([]bool, r.width())
	for _, l := range r.lines[min(r.body, len(r.lines)):] {
		for _, p := range l.pieces {
			k := r.columnAt(middleX(p))
			if !seen[k] {
				out[k], seen[k] = box1{p.X0, p.X1}, true
			}
			out[k] = box1{min(out[k].x0, max(p.X0, r.edges[k])), max(out[k].x1, min(p.X1, r.edges[k+1]))}
		}
	}
	return out
}

// partsNames reports whether two pieces that stand close are names of their own:
// the gap is wider than a blank, or each stands over the rows of its column.
func (r *region) partsNames(left, right Piece) bool {
	gap := right.X0 - left.X1
	first, size := utf8.DecodeRuneInString(right.Text)
	if (unicode.Is(unicode.Han, first) && size < len(right.Text) || notation.BeginsWithYear(right.Text)) && endsHan(left.Text) && utf8.RuneCountInString(left.Text) > 1 && gap > leastBlank*right.Size {
		return true // Chinese has no blanks between words
	}
	return gap > 0.55*right.Size || right.Order > left.Order+1 || gap > 0.5*right.Size && r.overRows(left) && r.overRows(right)
}

// overRows reports whether text stands below a piece in the same column.
func (r *region) overRows(p Piece) bool {
	k := r.columnAt(middleX(p))
	for _, l := range r.lines[min(r.body, len(r.lines)):] {
		for _, q := range l.pieces {
			if q.X0 < p.X1 && p.X0 < q.X1 && r.columnAt(middleX(q)) == k {
				return true
			}
		}
	}
	return false
}

func newSegment(pieces []Piece) segment {
	s := segment{pieces[0].X0, pieces[0].X1, pieces}
	for _, p := range pieces {
		s.x1 = max(s.x1, p.X1)
	}
	return s
}

// placeCells puts the texts of a row into the columns that they stand in. A
// text that goes on over the edge of its column spans the next one.
func (cs *columns) placeCells(l line, run stretch) []name {
	var out []name
	for _, s := range l.segments() {
		start := 0
		for i := 1; i <= len(s.pieces); i++ {
			if i < len(s.pieces) && !cs.partsAt(s.pieces[start:i], s.pieces[i:]) {
				continue
			}
			pieces := s.pieces[start:i]
			at := stretch{cs.columnAt(middleX(pieces[0])), cs.columnAt(middleX(pieces[len(pieces)-1]))}
			out = append(out, name{at.within(run), pieces})
			start = i
		}
	}
	return out
}

func middleX(p Piece) float64 { return (p.X0 + p.X1) / 2 }

// partsAt reports whether an edge between two pieces that stand close parts
// them: one of them is a value of its column, or stands where its column begins.
func (cs *columns) partsAt(left, right []Piece) bool {
	k := cs.columnAt(middleX(left[len(left)-1]))
	if k >= cs.columnAt(middleX(right[0])) {
		return false
	}
	if at := right[0].X0 - cs.stubs[cs.columnAt(middleX(right[0]))].x0; at > -0.1*right[0].Size && at < 0.1*right[0].Size {
		return true // the column begins here
	}
	n := 1
	for n < len(right) && cs.columnAt(middleX(right[n])) == cs.columnAt(middleX(right[0])) {
		n++
	}
	m := len(left) - 1
	for m > 0 && cs.columnAt(middleX(left[m-1])) == k {
		m--
	}
	return isValue(textOf(right[:n])) || isValue(textOf(left[m:]))
}
