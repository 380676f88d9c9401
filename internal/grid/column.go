package grid

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"charts/internal/regexp"
)

// leastGap is how narrow the gap between two columns may be, in sizes of a
// character.
const leastGap = 0.3

// The gap that a blank leaves, in sizes of a character: in most fonts, and in those
// of letters of one width. moreThanBlank is how much wider one is that parts a
// name and a value.
const (
	leastBlank, mostBlank = 0.25, 0.6
	moreThanBlank         = 1.4
)

// blankOf is the gap that a blank leaves in some lines, in points.
func blankOf(lines []line) float64 {
	least := mostBlank
	for _, l := range lines {
		for i := 1; i < len(l.pieces); i++ {
			if gap := (l.pieces[i].X0 - l.pieces[i-1].X1) / l.size; gap > 0.8*leastBlank {
				least = min(least, gap)
			}
		}
	}
	return max(least, leastBlank) * lines[0].size
}

// gutters are the gaps between two places that the rows leave free: a gap parts
// columns where most rows that have text on both sides are parted widely there.
// Between rules, strict asks that most of all rows are.
func gutters(lines []line, x0, x1 float64, strict bool) []float64 {
	rows, size := tellingRows(lines, x0, x1, strict)
	if len(rows) < 2 {
		return nil
	}
	blank := blankOf(lines)
	var covered []box1
	for _, r := range rows {
		for _, p := range r {
			covered = cover(covered, box1{p.X0, p.X1})
		}
		if len(covered) > 4*maxColumns {
			return nil
		}
	}
	named := namedEach(lines, x0, x1, closed(covered, moreThanBlank*blank))
	var out []float64
	for i := 1; i < len(covered); i++ {
		g := gap{covered[i-1], covered[i], size, blank, named}
		if g.parts(rows, strict) {
			out = append(out, (covered[i-1].x1+covered[i].x0)/2)
		}
	}
	return out
}

// closed are stretches without the gaps between them that are no wider than some.
func closed(all []box1, gap float64) (out []box1) {
	for _, b := range all {
		if n := len(out); n > 0 && b.x0-out[n-1].x1 <= gap {
			out[n-1].x1 = b.x1
			continue
		}
		out = append(out, b)
	}
	return out
}

// namedEach reports whether a line has a name over each stretch that the rows cover.
func namedEach(lines []line, x0, x1 float64, covered []box1) bool {
	return slices.ContainsFunc(lines, func(l line) bool {
		l.pieces = l.between(x0, x1)
		if len(covered) < 3 || len(l.pieces) < len(covered) {
			return false
		}
		names := l.segments()
		if len(names) != len(covered) {
			return false
		}
		for i, n := range names {
			if n.x1 < covered[i].x0 || n.x0 > covered[i].x1 || isValue(n.text()) {
				return false
			}
		}
		return true
	})
}

// A gap lies between what the rows cover at its left and at its right.
type gap struct {
	left, right box1
	size, blank float64
	named       bool // a line has a name at each of its sides
}

// parts reports whether a gap parts columns: most of the rows with pieces at both
// of its sides leave it wide, or were not written through it, or the pieces at
// its right begin at one place.
func (g gap) parts(rows [][]Piece, strict bool) bool {
	open, bridged, groups, numbers := 0, 0, 0, 0
	var begins, ends, starts box1 // of the pieces beside the gap
	years := true
	for _, r := range rows {
		for i := max(1, sort.Search(len(r), func(i int) bool { return r[i].X0 >= g.right.x0-0.01 })); i < len(r) && r[i].X0 <= g.right.x1+0.01; i++ {
			a, b := r[i-1], r[i]
			if a.X1 > g.left.x1+0.01 || b.X0 < g.right.x0-0.01 || b.X1 > g.right.x1+0.01 {
				continue
			}
			switch {
			case isGroup(a, b):
				groups++
			case areNumbers(a.Text, b.Text):
				numbers++
			}
			if areNumbers(a.Text, b.Text) || apart(a, b, a.X1, g.size) || b.Order > a.Order+1 || isValue(b.Text) && (b.X0-a.X1 > moreThanBlank*g.blank || g.endsName(r[:i], b)) {
				open++
			} else {
				bridged++
			}
			if open+bridged == 1 {
				begins, ends, starts = box1{a.X0, a.X0}, box1{a.X1, a.X1}, box1{b.X0, b.X0}
			}
			begins, ends, starts = begins.with(a.X0), ends.with(a.X1), starts.with(b.X0)
			years = years && isYear(b.Text)
		}
	}
	narrow := g.right.x0-g.left.x1 < leastGap*g.size
	switch {
	case groups > numbers:
		return false
	case strict:
		return 2*open >= len(rows) && !narrow
	case open+bridged == 0: // no row fills both columns
		return !narrow && (g.named || g.allValues(rows))
	case open >= bridged && !narrow:
		return true
	}
	ragged := ends.x1-ends.x0 > 0.5*g.size || !years && ends.x1-ends.x0 < 0.1*g.size && begins.x1-begins.x0 > 0.5*g.size
	return open+bridged >= 3 && starts.x1-starts.x0 < 0.1*g.size && ragged
}

// areNumbers reports whether two texts are numbers each by itself, as no cell holds them: the
// second stands in no brackets.
func areNumbers(a, b string) bool {
	return isValue(a) && isValue(b) && strings.ContainsAny(a, "0123456789") && isDigits(b[:1])
}

// isGroup reports whether two pieces are digits of one number: 12 345.
func isGroup(a, b Piece) bool {
	return groupForm.MatchString(b.Text) && firstGroup.MatchString(a.Text) && b.X0-a.X1 < tight*b.Size
}

var (
	firstGroup = regexp.MustCompile(`^\D{0,3}\d{1,3}$`)
	groupForm  = regexp.MustCompile(`^\d{3}(?:[.,]\d+)?[%)]?$`)
)

// endsName reports whether a Chinese name ends where the first value of a row begins.
func (g gap) endsName(left []Piece, value Piece) bool {
	last := left[len(left)-1]
	return value.X0-last.X1 > hanBlank*g.size && endsHan(last.Text) && !slices.ContainsFunc(left, func(p Piece) bool { return isValue(p.Text) })
}

// hanBlank is the gap that parts Chinese text and a value, in sizes of a character:
// type sets less between the two, and no blank.
const hanBlank = 0.4

// endsHan reports whether a text ends with a Chinese character or bracket.
func endsHan(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.Is(unicode.Han, r) || r == '）'
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func (b box1) with(x float64) box1 { return box1{min(b.x0, x), max(b.x1, x)} }

// allValues reports whether values stand at both sides of the gap, and nothing
// else.
func (g gap) allValues(rows [][]Piece) bool {
	for _, r := range rows {
		for _, p := range r {
			if (p.X0 >= g.left.x0 && p.X1 <= g.left.x1 || p.X0 >= g.right.x0 && p.X1 <= g.right.x1) && !isValue(p.Text) {
				return false
			}
		}
	}
	return true
}

// tellingRows are the pieces of the lines that show columns: those with values
// behind other cells or, where there are none, those of several segments. size
// is that of their characters.
func tellingRows(lines []line, x0, x1 float64, strict bool) (rows [][]Piece, size float64) {
	var telling, others [][]Piece
	for _, l := range lines {
		l.pieces = l.between(x0, x1)
		if len(l.pieces) == 0 {
			continue
		}
		segments := l.segments()
		values, years := 0, 0
		for _, s := range segments {
			if isValue(s.text()) {
				values++
			}
			if isYear(s.text()) {
				years++
			}
		}
		size = max(size, l.size)
		switch {
		case years > 1 && years == values: // names of columns, as it seems
			others = append(others, l.pieces)
		case values > 0 && values >= len(segments)-2:
			telling = append(telling, l.pieces)
			if len(segments) > 1 {
				others = append(others, l.pieces)
			}
		case len(segments) > 1:
			others = append(others, l.pieces)
		}
	}
	if len(telling) >= 2 && 2*len(telling) >= len(others) {
		return telling, size
	}
	if strict {
		return nil, size
	}
	if len(telling) == 1 {
		return fullest(others), size
	}
	return others, size
}

// fullest are the rows that have as many pieces as any, or one less.
func fullest(rows [][]Piece) [][]Piece {
	most := 0
	for _, r := range rows {
		most = max(most, len(r))
	}
	return slices.DeleteFunc(slices.Clone(rows), func(r []Piece) bool { return len(r) < most-1 })
}

// cover adds a stretch to stretches that do not touch, from the left.
func cover(all []box1, b box1) []box1 {
	i := sort.Search(len(all), func(i int) bool { return all[i].x1 >= b.x0 })
	n := i
	for n < len(all) && all[n].x0 <= b.x1 {
		b = box1{min(b.x0, all[n].x0), max(b.x1, all[n].x1)}
		n++
	}
	return slices.Replace(all, i, n, b)
}
