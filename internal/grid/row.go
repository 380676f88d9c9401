package grid

import (
	"slices"
	"strings"
)

// A rows finds where the lines of a region are parted into rows.
type rows struct {
	*region
	names  [][]name   // of each line
	texts  [][]string // of each line by column
	single bool       // rules part the rows: most bands of the body hold one
	pitch  float64    // from one row to the next, where no rule parts them
	unsure []bool     // of the lines: it may be of the row above or below
}

// A band is the lines between two rules that follow each other.
type band struct {
	top, foot   float64
	first, last int    // lines, last excluded
	closed      []bool // of the columns: a rule closes the band above and below
}

// split returns the rules that part the lines where none is drawn.
func (r *rows) split() []Box {
	bands := r.bands()
	r.habits(bands)
	found := r.underHeader()
	for _, b := range bands {
		for i := b.first; i+1 < b.last; i++ {
			if i+1 < r.body {
				found = append(found, r.partHeader(i, b)...)
			}
		}
		for _, i := range r.partBody(b) {
			found = append(found, r.ruleAt(i, b.closed)...)
		}
	}
	return found
}

// underHeader closes all cells between the header and the rows.
func (r *rows) underHeader() []Box {
	if r.body == 0 || r.body == len(r.lines) {
		return nil
	}
	upper, lower := r.lines[r.body-1].middle(), r.lines[r.body].middle()
	y := (upper + lower) / 2
	for _, b := range r.rules {
		if b.across() && b.Y0 < upper && b.Y0 > lower {
			y = b.Y0
		}
	}
	return []Box{{r.box.X0, y, r.box.X1, y}}
}

// ruleAt are the rules between line i and the next one, across some columns.
func (r *rows) ruleAt(i int, columns []bool) []Box {
	y := (r.lines[i].middle() + r.lines[i+1].middle()) / 2
	var out []Box
	for k, in := range columns {
		if in {
			out = append(out, Box{r.edges[k], y, r.edges[k+1], y})
		}
	}
	return out
}

// bands parts the lines at the drawn levels.
func (r *rows) bands() []band {
	var out []band
	at := 0
	for i := 0; i+1 < len(r.levels); i++ {
		b := band{top: r.levels[i], foot: r.levels[i+1], first: at, closed: make([]bool, r.width())}
		for at < len(r.lines) && (r.lines[at].middle() >= b.foot || i+2 == len(r.levels)) {
			at++
		}
		b.last = at
		for k := range b.closed {
			x := (r.edges[k] + r.edges[k+1]) / 2
			b.closed[k] = (i == 0 || r.ruleAcross(x, b.top)) && (i+2 == len(r.levels) || r.ruleAcross(x, b.foot))
		}
		if b.last > b.first {
			out = append(out, b)
		}
	}
	return out
}

// partHeader parts two lines of a header where the names over a column are not
// of the same columns, or below are units: else the name goes on.
func (r *rows) partHeader(i int, b band) []Box {
	columns := slices.Clone(b.closed)
	upper, lower := r.covers(i), r.covers(i+1)
	for k := range columns {
		columns[k] = columns[k] && i <= r.head.last && (upper[k] != lower[k] || i == r.head.last || r.head.step > 0 && r.lines[i].y-r.lines[i+1].y > r.head.step || r.hasRoom(i, upper[k]))
	}
	return r.ruleAt(i, columns)
}

// hasRoom reports whether the name of a line over several columns leaves so much of them
// free that the line below is no rest of it.
func (r *rows) hasRoom(i int, over stretch) bool {
	at := func(n name) bool { return n.stretch == over }
	k, below := slices.IndexFunc(r.names[i], at), slices.IndexFunc(r.names[i+1], at)
	if over.first == over.last || k < 0 || below < 0 {
		return false
	}
	a, b := newSegment(r.names[i][k].pieces), newSegment(r.names[i+1][below].pieces)
	return !isOpen(a.text(), b.text()) && a.width()+b.width() < r.stubs[over.last].x1-r.stubs[over.first].x0
}

// isRest reports whether a text closes a bracket that it does not open: 元）.
func isRest(s string) bool {
	return strings.Count(s, ")")+strings.Count(s, "）") > strings.Count(s, "(")+strings.Count(s, "（")
}

// covers is, for each column, the columns of the name over it.
func (r *rows) covers(i int) []stretch {
	out := make([]stretch, r.width())
	for k := range out {
		out[k] = stretch{k, k}
	}
	for _, n := range r.names[i] {
		for k := n.first; k <= n.last; k++ {
			out[k] = n.stretch
		}
	}
	return out
}

// isAnchor reports whether a line holds a value, so that it is of a row of its
// own.
func (r *rows) isAnchor(i int) bool {
	for k, s := range r.texts[i] {
		if s != "" && r.values[k] && isValue(s) {
			return true
		}
	}
	return false
}

// habits learns whether rules part the rows, and else how far they stand apart.
func (r *rows) habits(bands []band) {
	one, more := 0, 0
	var steps []float64
	for _, b := range bands {
		anchors, above := 0, 0.0
		for i := max(b.first, r.body); i < b.last; i++ {
			if r.isAnchor(i) {
				if anchors > 0 {
					steps = append(steps, above-r.lines[i].y)
				}
				above = r.lines[i].y
				anchors++
			}
		}
		switch {
		case anchors == 1:
			one++
		case anchors > 1:
			more++
		}
	}
	r.single = one > 1 && one >= more
	r.unsure = make([]bool, len(r.lines))
	if len(steps) > 0 {
		slices.Sort(steps)
		r.pitch = steps[len(steps)/2]
	}
}

// partBody returns the lines of a band after which another row begins.
func (r *rows) partBody(b band) []int {
	first := max(b.first, r.body)
	var anchors []int
	for i := first; i < b.last; i++ {
		if r.isAnchor(i) {
			anchors = append(anchors, i)
		}
	}
	if !slices.Contains(r.values, true) {
		return r.partWords(first, b)
	}
	if len(anchors) < 2 && r.single {
		return nil
	}
	if len(anchors) > 1 && r.single && !r.parallel(anchors, first, &b) {
		return nil
	}
	if len(anchors) > 1 {
		r.openStubs(anchors, &b)
	}
	return r.attach(first, b.last, anchors)
}

// parallel reports whether most cells of a band go on from anchor to anchor, as
// rows do that no rule parts; a cell with a single text stands for all of them.
func (r *rows) parallel(anchors []int, first int, b *band) bool {
	all, filled := 0, 0
	for k := range r.edges[1:] {
		n, on := 0, 0
		for i := first; i < b.last; i++ {
			if r.texts[i][k] != "" {
				n++
			}
		}
		for _, i := range anchors {
			if r.texts[i][k] != "" {
				on++
			}
		}
		if n > 0 {
			filled++
		}
		if on == len(anchors) && n == on {
			all++
		}
	}
	return all >= 2 && 2*all > filled
}

// openStubs lets cells of names go through a band of several rows where they
// have one text for all of them.
func (r *rows) openStubs(anchors []int, b *band) {
	if !r.single {
		return
	}
	b.closed = slices.Clone(b.closed)
	for k := range b.closed {
		on := 0
		for _, i := range anchors {
			if r.texts[i][k] != "" {
				on++
			}
		}
		if !r.values[k] && on < len(anchors) {
			b.closed[k] = false
		}
	}
}

// partWords parts the lines of a table without values: where no rules part the
// rows, a row begins with a text in its first column.
func (r *rows) partWords(first int, b band) []int {
	if b.top != r.levels[0] && b.foot != r.levels[len(r.levels)-1] && len(r.levels) > 4 {
		return nil
	}
	if len(r.levels) > 4 {
		return nil
	}
	var out []int
	for i := first; i+1 < b.last; i++ {
		below := r.texts[i+1]
		n := 0
		for _, s := range below {
			if s != "" {
				n++
			}
		}
		if below[0] != "" && n > 1 {
			out = append(out, i)
		}
	}
	return out
}
