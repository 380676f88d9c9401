package grid

import "slices"

// A before is the table at the foot of the page before, if there is one, as a table on
// the next page sees it.
type before struct {
	*region
	first bool // nothing stands above the other on its page
}

// heads reports whether a table begins with the same header in the same places, and has
// no more rows to tell its columns by.
func (b before) heads(r *region) bool {
	if b.region == nil || b.body == 0 || len(r.lines) <= b.body || len(r.lines) > len(b.lines) {
		return false
	}
	same := func(a, b Piece) bool { return a.Text == b.Text && isNear(a.X0, b.X0) }
	return slices.EqualFunc(b.lines[:b.body], r.lines[:b.body], func(a, b line) bool { return slices.EqualFunc(a.pieces, b.pieces, same) })
}

// fits reports whether all texts stand in the columns, with nothing above them.
func (b before) fits(r *region) bool {
	return b.region != nil && b.first && !slices.ContainsFunc(r.lines, func(l line) bool { return !b.standsIn(l) })
}

// goesOn reports whether a table goes on with the one before and has no header: its
// first lines name none of the columns of values.
func (b before) goesOn(r *region) bool {
	if b.region == nil || !b.first || r.width() != b.width() || r.body == len(r.lines) {
		return false
	}
	for _, l := range r.lines[:r.body] {
		for k, c := range r.cells(l) {
			if c != "" && r.values[k] {
				return false
			}
		}
	}
	return true
}

// lookBelow lets a table be read by the one on the next page that begins with the same
// header and has more rows.
func (s *stream) lookBelow(r *region) {
	if s.below == nil || r.before.heads(r) {
		return
	}
	for _, p := range r.lines[0].pieces {
		if !slices.ContainsFunc(s.below.Pieces, func(q Piece) bool { return q.Text == p.Text && isNear(q.X0, p.X0) }) {
			return
		}
	}
	for _, b := range Read(Page{Pieces: s.below.Pieces, Rules: s.below.Rules}) {
		if b.Table == nil || b.Table.region == nil {
			continue
		}
		if next := (before{b.Table.region, false}); next.heads(r) {
			r.before = next
		}
		return
	}
}
