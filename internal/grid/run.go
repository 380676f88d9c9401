package grid

import (
	"slices"
	"strconv"
	"strings"
)

// A stream is a part of a page that is read from its top to its foot.
type stream struct {
	lines  []line
	tables []Table
	x0, x1 float64
	rules  []Box   // across
	ruled  []bool  // of the lines: it stands between two rules of one table
	text   int     // the lines before it are known to be text
	before *region // the table at the foot of the page before, or nil
	top    bool    // it begins at the top of its page
	below  *Page   // the next page, or nil
}

// blocks are the lines and tables of a stream, from the top.
func (s *stream) blocks(rules []Box) []Block {
	s.measure()
	s.betweenRules(rules)
	var out []Block
	tables := s.tables
	for i := 0; i < len(s.lines) || len(tables) > 0; {
		if len(tables) > 0 && (i == len(s.lines) || tables[0].Box.Y1 > s.lines[i].middle()) {
			out = append(out, Block{Table: &tables[0]})
			tables = tables[1:]
			continue
		}
		end := len(s.lines) // of the lines above the next table
		if len(tables) > 0 {
			end = i + slices.IndexFunc(s.lines[i:], func(l line) bool { return l.middle() <= tables[0].Box.Y1 })
			if end < i {
				end = len(s.lines)
			}
		}
		if n, t, ok := s.run(i, end); ok {
			out = append(out, Block{Table: &t})
			i = n
			continue
		}
		l := s.lines[i]
		out = append(out, Block{Line: &Line{Y: l.y, Size: l.size, X0: l.x0(), X1: l.x1(), Right: s.x1, Text: l.text()}})
		i++
	}
	return out
}

func (s *stream) measure() {
	for i, l := range s.lines {
		if i == 0 {
			s.x0, s.x1 = l.x0(), l.x1()
		}
		s.x0, s.x1 = min(s.x0, l.x0()), max(s.x1, l.x1())
	}
}

// maxBetween is how many lines of one text stand between two rows, and maxStep
// how far two lines of a table stand apart, in sizes of a character.
const (
	maxBetween = 3
	maxStep    = 3.2
)

// run reads the table that begins at line i, and returns the line after it.
func (s *stream) run(i, end int) (next int, t Table, ok bool) {
	if i < s.text {
		return 0, t, false
	}
	first := i
	for first < end && first < i+maxBetween && !s.isRow(first) && s.mayHead(first) {
		first++
	}
	if first == end || !s.isRow(first) {
		return 0, t, false
	}
	last, ok := s.lastRow(first, end)
	if alone := s.region(i, first+1); !ok && !alone.before.fits(alone) {
		return 0, t, false
	}
	rows := s.region(first, last+1)
	rows.findColumns()
	rows.kinds()
	if first > i && !s.underRule(i, first) && !s.above(rows, i, first) {
		return 0, t, false
	}
	for ok && last+1 < end && !s.ends(last+1) && (rows.fits(s.lines[last+1], s.lines[last]) || s.goesOn(last+1) || s.wrapsOn(first, last+1)) {
		last++
	}
	last = s.toRule(last, end)
	if s.isContents(i, last+1) {
		s.text = last + 1
		return 0, t, false
	}
	r := s.region(i, last+1)
	s.lookBelow(r)
	moved, drifted := straight(s.lines[i:last+1]), false
	var inner *region
	if moved != nil {
		r.drift = moved.drift
		inner, drifted = moved.region()
	}
	if !r.before.heads(r) && !drifted && !s.spaced(i, last+1) {
		s.text = last + 1
		return 0, t, false
	}
	t, ok = r.table()
	ok = ok && s.holds(r)
	if drifted && !r.before.heads(r) && (!ok || len(r.rules) == 0 && (inner.unnamed() < r.unnamed() || inner.width() > r.width() || r.drift > wide && !moved.inOrder(r))) {
		t, ok = inner.table()
		t.Box = r.box
	}
	if !ok {
		t = s.ordered(i, last+1)
	}
	return last + 1, t, true
}

// goesOn reports whether a line of one text is the rest of a name in the row
// above it: it stands under a name that is open, or under none but one further in.
func (s *stream) goesOn(j int) bool {
	l, above := s.lines[j], s.lines[j-1]
	segments, over := l.segments(), above.segments()
	if len(segments) != 1 || len(over) < 3 || isValue(l.text()) || above.y-l.y > lineStep*l.size {
		return false
	}
	k := nearest(over, segments[0])
	name, rest := over[k].text(), segments[0]
	return !isValue(name) && rest.x1 <= over[k].x1+2*l.size && (isOpen(name, l.text()) || k > 0 && near1(rest.x0, over[k].x0, l.size))
}

// wrapsOn reports whether a line goes on with the name of the row above it, as lines
// between the rows from first on do.
func (s *stream) wrapsOn(first, j int) bool {
	row := j - 1
	for row > first && !s.isRow(row) {
		row--
	}
	over := s.lines[row].segments()
	inName := func(i int) bool {
		l := s.lines[i]
		return len(l.segments()) == 1 && l.x1() < over[1].x0 && !isValue(l.text())
	}
	for i := row + 1; i <= j; i++ {
		if len(over) < 2 || !inName(i) || s.lines[i-1].y-s.lines[i].y > lineStep*s.lines[i].size {
			return false
		}
	}
	return slices.ContainsFunc(s.between(first, row), inName)
}

// between are the lines between two.
func (s *stream) between(first, last int) (all []int) {
	for i := first + 1; i < last; i++ {
		all = append(all, i)
	}
	return all
}

// lastRow is the last row of the table whose first one is given; a table has
// more than one.
func (s *stream) lastRow(first, end int) (last int, ok bool) {
	last = first
	for j := first + 1; j < end && !s.ends(j) && j-last <= maxWrapped && (j-last <= maxBetween || s.isRow(j) || s.isUnder(j, last)); j++ {
		if s.isRow(j) {
			last = j
		}
	}
	return last, last > first
}

// isUnder reports whether a line stands under a name of a row alone.
func (s *stream) isUnder(j, row int) bool {
	l, over := s.lines[j], s.lines[row].segments()
	if len(l.segments()) > 1 || isValue(l.text()) {
		return false
	}
	name := over[nearest(over, l.segments()[0])]
	return !isValue(name.text()) && l.x1() <= name.x1+2*l.size && l.x0() >= name.x0-2*l.size
}

// above reports whether the lines from i up to the first row belong to it: they
// keep to the columns of the rows although their gaps are narrow, or are the
// beginning of a name; below such lines the name of a group may stand.
func (s *stream) above(rows *region, i, first int) bool {
	for j := i; j < first; j++ {
		l := s.lines[j]
		if !rows.fits(l, s.lines[j+1]) && !s.overName(rows, j) && !rows.isOver(l) && (j == i || !rows.inStub(l)) {
			return false
		}
	}
	return true
}

// overName reports whether a line of one text stands right over a name of a column
// that is not the first.
func (s *stream) overName(rows *region, j int) bool {
	l, below := s.lines[j], s.lines[j+1]
	segments, under := l.segments(), below.segments()
	if len(segments) != 1 || len(rows.edges) < 3 || l.y-below.y > 1.5*lineStep*l.size || isValue(l.text()) {
		return false
	}
	text, name := segments[0], under[nearest(under, segments[0])]
	beside := (name.x1 < text.x0 || name.x0 > text.x1) && j+2 < len(s.lines) && l.y-s.lines[j+2].y <= 2.6*l.size
	if beside {
		under = s.lines[j+2].segments() // the names of one line stand at the middle of those of two
		name = under[nearest(under, text)]
	}
	aligned := near1(text.center(), name.center(), 0.5*l.size) || beside && name.x0 > text.x0 && name.x1 < text.x1 || near1(text.x0, name.x0, 0.2*l.size) || near1(text.x1, name.x1, 0.2*l.size)
	return aligned && (beside || text.x0 > rows.edges[1]) && text.width() < 1.5*(rows.edges[len(rows.edges)-1]-rows.edges[1])/float64(rows.width()-1)
}

// isContents reports whether lines are a list of contents: dots lead to a page
// number, and the numbers grow.
func (s *stream) isContents(first, end int) bool {
	led, rows, page := 0, 0, 0
	for _, l := range s.lines[first:end] {
		segments := l.segments()
		if len(segments) < 2 {
			continue
		}
		rows++
		n, err := strconv.Atoi(segments[len(segments)-1].text())
		if len(l.leaders) > 0 && err == nil && n >= page {
			led++
			page = n
		}
	}
	return led >= 3 && 3*led >= 2*rows
}

// isRow reports whether a line has several texts, other than a heading or an
// item of a list behind its number.
func (s *stream) isRow(i int) bool {
	segments := s.lines[i].segments()
	if len(segments) < 2 || s.isSentence(i, segments) || len(segments) < 3 && isCaption(s.lines[i].text()) {
		return false
	}
	if len(segments) == 2 && len([]rune(segments[0].text())) <= 4 && !isValue(segments[1].text()) && !s.isRuled(i) {
		return strings.ContainsFunc(segments[0].text(), func(r rune) bool { return r >= 'A' && r != '•' && r != '·' && r != '●' && r != '–' }) &&
			!strings.HasSuffix(segments[0].text(), ".") && !strings.HasSuffix(segments[0].text(), ")")
	}
	return true
}

// isSentence reports whether the wide gaps of a line are only those between
// sentences, or of a line that was made as long as the others.
func (s *stream) isSentence(i int, segments []segment) bool {
	if s.isRuled(i) || len(segments) > 4 || len([]rune(s.lines[i].text())) < 40 {
		return false
	}
	for k, g := range segments {
		if isValue(g.text()) || k > 0 && g.x0-segments[k-1].x1 > 2*s.lines[i].size {
			return false
		}
	}
	return s.lines[i].x1()-s.lines[i].x0() > 0.7*(s.x1-s.x0)
}

func (s *stream) isRuled(i int) bool { return s.ruled[i] }

// maxAcross is how many rules across are looked at that are of no lattice.
const maxAcross = 500

// betweenRules marks the lines that stand between two rules of the same ends
// with several texts, and no running text, between them.
func (s *stream) betweenRules(rules []Box) {
	s.ruled = make([]bool, len(s.lines))
	for _, b := range rules {
		if b.across() && len(s.rules) < maxAcross {
			s.rules = append(s.rules, b)
		}
	}
	slices.SortStableFunc(s.rules, func(a, b Box) int { return descending(a.Y0, b.Y0) })
	for i, a := range s.rules {
		for _, b := range s.rules[i+1:] {
			if sameEnds(a, b) {
				s.mark(a, b)
				break
			}
		}
	}
}

// sameEnds reports whether two rules begin and end at the same places.
func sameEnds(a, b Box) bool { return isNear(a.X0, b.X0) && isNear(a.X1, b.X1) }

// mark marks the lines between two rules.
func (s *stream) mark(top, foot Box) {
	first := slices.IndexFunc(s.lines, func(l line) bool { return l.middle() < top.Y0 })
	if first < 0 {
		return
	}
	end, rows := first, 0
	for end < len(s.lines) && s.lines[end].middle() > foot.Y0 {
		l := s.lines[end]
		n := len(l.segments())
		if n < 2 && (s.isProse(end) || isCaption(l.text())) || l.x0() < top.X0-5*near || l.x1() > top.X1+5*near {
			return
		}
		if n > 1 {
			rows++
		}
		end++
	}
	for i := first; i < end && rows > 0; i++ {
		s.ruled[i] = true
	}
}

// mayHead reports whether a line of one text may be a name over columns.
func (s *stream) mayHead(i int) bool {
	return !s.isProse(i) && !isCaption(s.lines[i].text())
}

// underRule reports whether a rule stands right above line i, and reaches over
// the row.
func (s *stream) underRule(i, row int) bool {
	l := s.lines[i]
	for _, b := range s.rules {
		if b.across() && b.Y0 > l.middle() && b.Y0 < l.y+2.5*l.size && b.X1-b.X0 >= 0.8*(s.lines[row].x1()-s.lines[row].x0()) &&
			b.X0 <= l.x0()+near && b.X1 >= l.x1()-near {
			return true
		}
	}
	return false
}

// ends reports whether no line from j on belongs to the rows above it.
func (s *stream) ends(j int) bool {
	l, above := s.lines[j], s.lines[j-1]
	if isCaption(l.text()) && len(l.segments()) < 3 {
		return true
	}
	if above.y-l.y > maxStep*max(l.size, above.size) && !s.isRuled(j) || s.isClosed(j) {
		return true
	}
	return !s.isRow(j) && s.isProse(j)
}

// isClosed reports whether the last of the rules of a table stands above line j,
// which is no row of names and values. Names alone between two rules are a header, whose
// rows go on to the next page.
func (s *stream) isClosed(j int) bool {
	if !s.ruled[j-1] || s.ruled[j] {
		return false
	}
	first := j - 1
	for first > 0 && s.ruled[first-1] {
		first--
	}
	if !slices.ContainsFunc(s.lines[first:j], func(l line) bool { return slices.ContainsFunc(l.pieces, func(p Piece) bool { return isValue(p.Text) }) }) {
		return false
	}
	segments := s.lines[j].segments()
	return len(segments) < 2 || !slices.ContainsFunc(segments, func(g segment) bool { return isValue(g.text()) })
}

// proseLine is how long a line of running text is at least, in sizes of a
// character.
const proseLine = 20

// isProse reports whether a line is one of running text.
func (s *stream) isProse(i int) bool {
	l := s.lines[i]
	segments := l.segments()
	if len(segments) > 1 {
		return false
	}
	width := l.x1() - l.x0()
	text := l.text()
	return width > max(0.8*(s.x1-s.x0), proseLine*l.size) || strings.ContainsAny(text, "。") || strings.HasSuffix(text, ".") && width > 0.5*(s.x1-s.x0)
}

// region is that of the lines from first to end, with the rules at it.
func (s *stream) region(first, end int) *region {
	r := &region{lines: s.lines[first:end], before: before{s.before, first == 0 && s.top}}
	top, foot := r.lines[0], r.lines[len(r.lines)-1]
	r.box = Box{top.x0(), foot.y - 0.5*foot.size, top.x1(), top.y + 1.1*top.size}
	for _, l := range r.lines {
		r.box.X0, r.box.X1 = min(r.box.X0, l.x0()), max(r.box.X1, l.x1())
	}
	r.box.X0, r.box.X1 = r.box.X0-1, r.box.X1+1
	text := r.box
	for _, b := range s.rules {
		if b.Y0 <= text.Y1+top.size && b.Y1 >= text.Y0-foot.size && b.X0 < text.X1 && b.X1 > text.X0 && b.across() {
			r.rules = append(r.rules, b)
			r.box = bounds([]Box{r.box, {max(b.X0, text.X0-20), b.Y0, min(b.X1, text.X1+20), b.Y1}})
		}
	}
	return r
}
