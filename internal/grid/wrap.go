package grid

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A wrapping deals the lines without values to the rows. The texts of a row stand
// at one height of its lines in the whole table, and a line ends only where the
// next word has no room.
type wrapping struct {
	*rows
	first, last int            // the lines, last excluded
	anchors     []int          // of them, those with values
	width       []box1         // of the columns: from where to where their texts reach
	filled      []int          // of the columns: in how many anchors they have text
	whole       map[string]int // how often the names of rows stand beside values
	pairs       map[string]int // and how often two, one right under the other
	step        float64        // from one line to the next, at least
	main        int            // the column of the names of rows
	spaced      bool           // rows stand further apart than their lines
	headed      bool           // a line can be of no row, and names others
	indent      float64        // where names beside values begin at the left; -Inf where they are centred
}

// A height is where the values of a row stand beside the lines of its name.
type height int

const (
	atTop height = iota
	atMiddle
	atFoot
)

// attach deals the lines of a band to its rows. It returns the lines after which a
// row begins, and marks those of rows that may end elsewhere.
func (r *rows) attach(first, last int, anchors []int) []int {
	if len(anchors) == 0 {
		return nil
	}
	w := wrapping{rows: r, first: first, last: last, anchors: anchors}
	w.measure()
	best := w.deal(atTop)
	if len(anchors) == last-first {
		return best.all()
	}
	other := &dealing{cost: math.Inf(1)}
	for _, at := range []height{atMiddle, atFoot} {
		switch d := w.deal(at); {
		case d.cost < best.cost:
			best, other = d, best
		case d.cost < other.cost:
			other = d
		}
	}
	if other.cost < best.cost+clearly {
		r.doubtful(best.all(), other.all(), first, last)
	}
	return best.all()
}

// clearly is by how much less a way to deal lines has to cost to be certain.
const clearly = 0.7

// doubtful marks the lines between cuts that two ways do not share.
func (r *rows) doubtful(cuts, others []int, first, last int) {
	for i := first; i < last; i++ {
		if slices.Contains(cuts, i) != slices.Contains(others, i) {
			r.unsure[i], r.unsure[min(i+1, last-1)] = true, true
		}
	}
}

func (w *wrapping) measure() {
	n := w.rows.width()
	w.width, w.filled, w.whole, w.pairs = make([]box1, n), make([]int, n), map[string]int{}, map[string]int{}
	w.step = math.Inf(1)
	for k := range w.width {
		w.width[k] = box1{math.Inf(1), math.Inf(-1)}
	}
	all := make([]int, n) // the texts of each column
	for i := w.first; i < w.last; i++ {
		for _, m := range w.names[i] {
			if m.first == m.last {
				b := &w.width[m.first]
				b.x0, b.x1 = min(b.x0, m.pieces[0].X0), max(b.x1, m.pieces[len(m.pieces)-1].X1)
			}
			if !w.values[m.first] {
				all[m.first]++
			}
		}
	}
	for k, texts := range all {
		if texts > all[w.main] {
			w.main = k
		}
	}
	wider := 0
	for i := w.first; i+1 < w.last; i++ {
		if w.texts[i][w.main] != "" && w.texts[i+1][w.main] != "" {
			w.step = min(w.step, w.gap(i))
		}
	}
	for i := w.first; i+1 < w.last; i++ {
		if w.texts[i][w.main] != "" && w.gap(i) > 1.3*w.step {
			wider++
		}
	}
	w.spaced = 2*wider >= len(w.anchors)
	for n, i := range w.anchors {
		if n == 0 || w.texts[i][w.main] != w.texts[w.anchors[n-1]][w.main] {
			w.whole[w.texts[i][w.main]]++
		}
		w.pairs[w.pair(i)]++
		for k, s := range w.texts[i] {
			if s != "" {
				w.filled[k]++
			}
		}
	}
	w.indent = w.namesBegin()
	for i := w.first; i+1 < w.last && !w.headed; i++ {
		w.headed = !w.isAnchor(i) && w.texts[i][w.main] != "" && (i == w.first || w.goesOn(i-1, i, w.main) >= 4) && w.goesOn(i, i+1, w.main) >= 4
	}
}

// gap is how far apart the lines stand from the name above the foot of a line to the one
// below it; a line without a name has the values of one that has two lines.
func (w *wrapping) gap(i int) float64 {
	next := i + 1
	for i >= w.first && w.texts[i][w.main] == "" {
		i--
	}
	for next < w.last && w.texts[next][w.main] == "" {
		next++
	}
	if i < w.first || next == w.last {
		return math.Inf(1)
	}
	return (w.lines[i].y - w.lines[next].y) / float64(next-i)
}

// namesBegin is where the names beside values begin that stand furthest left, or -Inf
// where the lines of names are centred.
func (w *wrapping) namesBegin() float64 {
	var starts, middles []float64
	left := math.Inf(1)
	for i := w.first; i < w.last; i++ {
		name := w.nameAt(i, w.main)
		if name == nil {
			continue
		}
		s := newSegment(name)
		starts, middles = append(starts, s.x0), append(middles, s.center())
		if w.isAnchor(i) {
			left = min(left, s.x0)
		}
	}
	if scatter(middles) < scatter(starts) && len(clusters(middles)) < len(clusters(starts)) {
		return math.Inf(-1)
	}
	return left
}

// scatter is how far places lie from the one in their middle, in all.
func scatter(places []float64) (sum float64) {
	slices.Sort(places)
	for _, x := range places {
		sum += math.Abs(x - places[len(places)/2])
	}
	return sum
}

// row is what speaks against a row of some lines above and below an anchor.
func (w *wrapping) row(at height, i, above, below int) float64 {
	switch {
	case above+below > 0:
	case at != atTop && i == w.first && 2*(w.last-w.first) > 3*len(w.anchors): // others have several lines
		return clearly
	default:
		return 0
	}
	cost := 0.0
	switch at {
	case atTop:
		cost = 3 * float64(above)
	case atFoot:
		cost = 3 * float64(below)
	default:
		cost = 1.5 * math.Abs(float64(above-below))
	}
	if w.texts[i][w.main] == "" && (at != atMiddle || above == 0 || below == 0) {
		cost += 2
	}
	for k := range w.texts[i] {
		last := -1
		for j := i - above; j <= i+below; j++ {
			if w.texts[j][k] == "" {
				continue
			}
			if j != i {
				cost += w.joins(j, i, k)
			}
			if last >= 0 {
				cost += w.goesOn(last, j, k)
				if last < i && k == w.main && w.isOver(last, j) {
					cost += 3
				}
			}
			last = j
		}
	}
	for j := i - above; j < i+below; j++ {
		if gap := w.gap(j); w.texts[j][w.main] != "" && (gap > 1.3*w.step || gap > lineStep*w.lines[j].size) && !math.IsInf(gap, 1) {
			cost += 2
		}
	}
	return cost
}

// joins is what speaks against a text of a line as one of the row of an anchor.
func (w *wrapping) joins(j, anchor, k int) float64 {
	switch {
	case w.values[k]:
		return 2
	case w.isGroup(k) && w.texts[anchor][k] == "":
		return 3
	case w.isWhole(j), w.headed && w.isWhole(anchor), w.inPair(anchor):
		return 2
	}
	return 0
}

// isWhole reports whether the name of a line comes back beside values.
func (w *wrapping) isWhole(i int) bool {
	return w.texts[i][w.main] != "" && w.whole[w.texts[i][w.main]] > 1
}

// pair is the name of a line and that of the next, if both stand beside values.
func (w *wrapping) pair(i int) string {
	if i+1 == w.last || !w.isAnchor(i) || !w.isAnchor(i+1) {
		return strconv.Itoa(i)
	}
	return w.texts[i][w.main] + "\n" + w.texts[i+1][w.main]
}

// inPair reports whether the names of a line and of one beside it come back together.
func (w *wrapping) inPair(i int) bool {
	return w.pairs[w.pair(i)] > 1 || i > w.first && w.pairs[w.pair(i-1)] > 1
}

// isGroup reports whether a column holds the names of groups: most rows leave it
// blank.
func (w *wrapping) isGroup(k int) bool {
	return k != w.main && !w.values[k] && 2*w.filled[k] < len(w.anchors)
}

// isOver reports whether the name of a line stands further left than that of the
// next, and so names it and others.
func (w *wrapping) isOver(i, next int) bool {
	a, b := w.nameAt(i, w.main), w.nameAt(next, w.main)
	if a == nil || b == nil || math.IsInf(w.indent, -1) {
		return false
	}
	size := w.lines[i].size
	return a[0].X0 < b[0].X0-0.8*size && a[0].X0 < w.indent+near || a[0].X0 < min(b[0].X0, w.indent)-0.4*size
}

// goesOn is what speaks against a text that goes on from one line to another: the
// first had room for more.
func (w *wrapping) goesOn(i, j, k int) float64 {
	a, b := w.nameAt(i, k), w.nameAt(j, k)
	if a == nil || b == nil || isOpen(w.texts[i][k], w.texts[j][k]) {
		return 0
	}
	if isHeading(w.texts[i][k]) {
		return 3
	}
	size := w.lines[i].size
	word, blank := b[0].X1-b[0].X0, leastBlank*size
	if endsHan(a[len(a)-1].Text) {
		word, blank = size, 0
	}
	if end := a[len(a)-1].X1 - a[0].X0 + blank + word; end < w.width[k].x1-w.width[k].x0-0.6*size {
		return 4
	}
	if k == w.main && !math.IsInf(w.indent, -1) && b[0].X0 < a[0].X0-0.4*size {
		return 2
	}
	return 0
}

// nameAt is the text of a line in a column.
func (w *wrapping) nameAt(i, k int) []Piece {
	for _, n := range w.names[i] {
		if n.first == k {
			return n.pieces
		}
	}
	return nil
}

// alone is what speaks against a line as a row of its own, which names other rows.
func (w *wrapping) alone(i int) float64 {
	text := w.stubText(i)
	switch {
	case text == "" || isHeading(text) || w.rows.isBand(i):
		return 0
	case !slices.ContainsFunc(w.names[i], func(n name) bool { return !w.isGroup(n.first) }):
		return 0
	case i+1 < w.last && w.isOver(i, i+1):
		return 0
	}
	switch {
	case w.headed || i == w.first: // there a name of the page above may end
		return 0.8
	case i < w.anchors[0] && w.goesOn(i-1, i, w.main) == 0:
		return 0
	}
	return 1.5
}

// parted is what speaks against the end of a row after a line.
func (w *wrapping) parted(i int) float64 {
	if i+1 < w.anchors[0] { // the rest of a name of the page above
		return 0
	}
	cost := 0.0
	if a, b := w.stubText(i), w.stubText(i+1); a != "" && b != "" && !isHeading(a) && isOpen(a, b) {
		cost = 3
	}
	if w.spaced && w.gap(i) < 1.1*w.step {
		cost += 2
	}
	return cost
}

// stubText is the text of a line in front of the values.
func (r *rows) stubText(i int) string {
	for k, s := range r.texts[i] {
		if s != "" && !r.values[k] {
			return s
		}
	}
	return ""
}

// isOpen reports whether a text goes on in the next: it has an open bracket, or
// ends or goes on as no whole name does.
func isOpen(a, b string) bool {
	first, _ := utf8.DecodeRuneInString(b)
	last, _ := utf8.DecodeLastRuneInString(a)
	if unicode.IsLower(first) || strings.ContainsRune("(（)）]、，,", first) || strings.ContainsRune("-–,，、(（/&", last) {
		return true
	}
	return strings.Count(a, "(") > strings.Count(a, ")") || strings.Count(a, "（") > strings.Count(a, "）")
}

// isHeading reports whether a name announces others.
func isHeading(s string) bool { return strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：") }
