package grid

import (
	"math"
	"slices"
)

// A stretch is the columns that a name stands over, both included.
type stretch struct{ first, last int }

// stretches puts the segments of a header line over columns from lo to hi. The
// lines from below on stand under it.
func (r *region) stretches(segments []segment, l line, lo, hi int, below []line) []stretch {
	out := make([]stretch, len(segments))
	if n := hi - lo + 1; len(segments) == n || len(segments) == n-1 && n > 2 && segments[0].x0 > r.stubs[lo].x1 && r.over(segments[0], lo, hi).first == lo+1 {
		from := lo + n - len(segments)
		for i := range out {
			out[i] = stretch{from + i, from + i}
		}
		if r.inOrder(segments, out) || len(segments) == n && r.body == 1 {
			return out
		}
	}
	if k := r.valuesFrom(lo, hi); len(segments) == hi-k+1 && k < hi && segments[0].x0 > r.stubs[lo].x0+2*l.size {
		return singles(k, len(segments)) // one for each column of values
	}
	wrapped := make([]bool, len(segments))
	for i, s := range segments {
		wrapped[i] = s.wraps(l, below)
	}
	if equal, ok := r.equalSpans(segments, lo, hi, below); ok && !spansWrapped(equal, wrapped) {
		return equal
	}
	for i, s := range segments {
		out[i] = r.over(s, lo, hi)
	}
	for i, s := range segments {
		limit := stretch{lo, hi}
		if i > 0 {
			limit.first = min(out[i-1].last+1, hi)
		}
		if i+1 < len(segments) {
			limit.last = max(out[i+1].first-1, limit.first)
		}
		if out[i] = out[i].within(limit); !wrapped[i] {
			out[i] = r.spanned(s, segments, l, out[i], limit, below)
		}
	}
	return out
}

// spansWrapped reports whether a name that goes on below would span columns.
func spansWrapped(all []stretch, wrapped []bool) bool {
	for i, s := range all {
		if wrapped[i] && s.first < s.last {
			return true
		}
	}
	return false
}

// wraps reports whether a name goes on in the line below, right under it.
func (s segment) wraps(l line, below []line) bool {
	if len(below) == 0 || l.y-below[0].y > lineStep*l.size {
		return false
	}
	under := below[0].segments()
	next := under[nearest(under, s)]
	return (near1(s.center(), next.center(), 0.5*l.size) || near1(s.x0, next.x0, 0.2*l.size)) && isOpen(s.text(), next.text())
}

// equalSpans finds names that each stand over the middle of as many columns, all
// of which have names of their own in the next lines; or over columns whose own
// names repeat under each. Single columns may stand in front and behind.
func (r *region) equalSpans(segments []segment, lo, hi int, below []line) ([]stretch, bool) {
	if len(below) == 0 || len(segments) == 0 {
		return nil, false
	}
	named := r.named(below[:min(2, len(below))])
	for tail := range min(3, hi-lo) {
		for skip := range min(3, hi-lo-tail) {
			if skip > 0 && r.values[lo+skip-1] {
				break
			}
			out, ok := r.evenly(segments, stretch{lo + skip, hi - tail}, named, false)
			if ok && (tail == 0 || slices.ContainsFunc(below, func(l line) bool { return r.namesOnly(l, lo+skip, hi-tail) })) {
				return out, true
			}
		}
	}
	for skip := range min(3, hi-lo) {
		for _, lead := range []int{0, min(skip, len(segments)-1)} {
			out, ok := r.evenly(segments[lead:], stretch{lo + skip, hi}, named, true)
			if ok && slices.ContainsFunc(below, func(l line) bool { return r.repeat(l, out) }) {
				return append(singles(lo, lead), out...), true
			}
		}
	}
	return nil, false
}

// namesOnly reports whether a line names the columns from first to last, and none behind
// them.
func (r *region) namesOnly(l line, first, last int) bool {
	for k, c := range r.cells(l) {
		if k >= first && (c != "") != (k <= last) {
			return false
		}
	}
	return true
}

// singles are n columns from lo on, each by itself.
func singles(lo, n int) []stretch {
	out := make([]stretch, n)
	for i := range out {
		out[i] = stretch{lo + i, lo + i}
	}
	return out
}

// evenly gives each name as many of the columns, all of which are named below. It
// stands over their middle or, where it may stand aside, over some of them.
func (cs *columns) evenly(segments []segment, columns stretch, named []int, aside bool) ([]stretch, bool) {
	n := columns.last - columns.first + 1
	each := n / len(segments)
	if each < 2 || each*len(segments) != n || !columns.all(named) {
		return nil, false
	}
	out := make([]stretch, len(segments))
	for i, s := range segments {
		out[i] = stretch{columns.first + i*each, columns.first + (i+1)*each - 1}
		x0, x1 := cs.stubs[out[i].first].x0, cs.stubs[out[i].last].x1
		centred := math.Abs(cs.middleOf(out[i])-s.center()) < max(0.8*s.pieces[0].Size, 0.12*(x1-x0))
		if !centred && !(aside && s.center() > x0 && s.center() < x1) {
			return nil, false
		}
	}
	return out, true
}

// repeat reports whether the same names stand under each stretch, of which there
// are several of as many columns.
func (r *region) repeat(names line, under []stretch) bool {
	first := under[0]
	texts, each := r.cells(names)[first.first:], first.last-first.first+1
	if all := r.segments(names); len(all) == each*len(under) {
		texts = texts[:0]
		for _, s := range all { // as many as columns, wherever they stand
			texts = append(texts, s.text())
		}
	}
	for k := range each * len(under) {
		if texts[k] == "" || texts[k] != texts[k%each] {
			return false
		}
	}
	return len(under) > 1
}

func (s stretch) within(limit stretch) stretch {
	s.first = min(max(s.first, limit.first), limit.last)
	s.last = max(min(s.last, limit.last), s.first)
	return s
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

// over are the columns whose middle lies under the segment or, when there is
// none, the one it overlaps most.
func (cs *columns) over(s segment, lo, hi int) stretch {
	out := stretch{-1, -1}
	best, most := lo, math.Inf(-1)
	for k := lo; k <= hi; k++ {
		if c := cs.stubs[k].center(); s.x0 <= c && c <= s.x1 {
			if out.first < 0 {
				out.first = k
			}
			out.last = k
		}
		overlap := min(s.x1, cs.stubs[k].x1) - max(s.x0, cs.stubs[k].x0)
		if overlap > most {
			best, most = k, overlap
		}
	}
	if out.first < 0 {
		return stretch{best, best}
	}
	return out
}

// spanned are the columns that a name of an upper line spans: those over the
// rule under it, or those whose middle is its own.
func (r *region) spanned(s segment, beside []segment, l line, over, limit stretch, below []line) stretch {
	if under, ok := r.underlined(s, beside, l, limit); ok {
		return under
	}
	named := r.named(below)
	if limit.count(named) < 2 {
		return over
	}
	reach := r.reaches(below)
	off := func(w stretch) float64 { return math.Abs((reach[w.first].x0+reach[w.last].x1)/2 - s.center()) }
	best, least := over, off(over)
	for a := limit.first; a <= over.first; a++ {
		for b := over.last; b <= limit.last; b++ {
			w := stretch{a, b}
			if d := off(w); d+0.35*l.size < least && w.all(named) {
				best, least = w, d
			}
		}
	}
	return best
}

func (cs *columns) middleOf(s stretch) float64 {
	return (cs.stubs[s.first].x0 + cs.stubs[s.last].x1) / 2
}

// reaches are, for each column, from where to where its rows reach, and its names in
// the lines under the one that is looked at.
func (r *region) reaches(below []line) []box1 {
	out := r.rowStretches()
	for _, l := range below {
		for _, s := range r.segments(l) {
			if at := r.over(s, 0, r.width()-1); at.first == at.last {
				b := &out[at.first]
				b.x0, b.x1 = min(b.x0, s.x0), max(b.x1, s.x1)
			}
		}
	}
	return out
}

// underlined are the columns over the rule right under a name, where it lies
// under no other name.
func (r *region) underlined(s segment, beside []segment, l line, limit stretch) (stretch, bool) {
	for _, b := range r.rules {
		if !b.across() || b.Y0 > l.y || b.Y0 < l.y-1.5*l.size || b.X0 > s.center() || b.X1 < s.center() ||
			b.X1-b.X0 > 0.95*(r.box.X1-r.box.X0) || b.X1-b.X0 < 0.8*s.width() || b.under(beside) > 1 {
			continue
		}
		out := stretch{-1, -1}
		for k := limit.first; k <= limit.last; k++ {
			if c := r.stubs[k].center(); b.X0 <= c && c <= b.X1 {
				if out.first < 0 {
					out.first = k
				}
				out.last = k
			}
		}
		if out.first >= 0 {
			return out, true
		}
	}
	return stretch{}, false
}

// under counts the names whose middle a rule lies under.
func (b Box) under(names []segment) int {
	n := 0
	for _, s := range names {
		if b.X0 <= s.center() && s.center() <= b.X1 {
			n++
		}
	}
	return n
}

// named counts, for the columns up to each one, those that have a name in the
// lines.
func (r *region) named(lines []line) []int {
	out := make([]int, r.width()+1)
	has := make([]bool, r.width())
	for _, l := range lines {
		for _, p := range l.pieces {
			has[r.columnAt(middleX(p))] = true
		}
		if n := r.width() - len(r.segments(l)); n == 0 || n == 1 && r.width() > 2 { // one for each, wherever they stand
			for k := n; k < r.width(); k++ {
				has[k] = true
			}
		}
	}
	for k, h := range has {
		out[k+1] = out[k]
		if h {
			out[k+1]++
		}
	}
	return out
}

// all reports whether each of the columns is counted.
func (s stretch) all(counts []int) bool { return s.count(counts) == s.last-s.first+1 }

func (s stretch) count(counts []int) int { return counts[s.last+1] - counts[s.first] }
