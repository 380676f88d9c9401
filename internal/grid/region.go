package grid

import (
	"slices"
)

// A region is a part of a page that holds one table.
type region struct {
	columns
	ruling
	hint     *Hint     // that the table is found by, or nil
	before   before    // the table on the page before
	crossing []Box     // those that part the rows
	lines    []line    // from the top
	levels   []float64 // of the rows, from the top, the outer ones included
	body     int       // the first line that is no header
	head     *heading  // the names of the lines before it
	drift    float64   // how far values stand from others of their column, in sizes of a character
}

// A box1 is a stretch across.
type box1 struct{ x0, x1 float64 }

func (b box1) center() float64 { return (b.x0 + b.x1) / 2 }

// table makes the table; there is none when the lines have a single column, or
// most cells are blank, as in a drawing.
func (r *region) table() (Table, bool) {
	if len(r.lines) == 0 || len(r.lines) > maxLines {
		return Table{}, false
	}
	r.open = !slices.ContainsFunc(r.rules, Box.down)
	r.findColumns()
	if len(r.edges) < 3 || len(r.edges) > maxColumns {
		return Table{}, false
	}
	r.kinds()
	r.crossing = r.crossings(r.width())
	switch r.header(); {
	case r.hint != nil && r.hint.Headless:
		r.body = 0
	case r.before.heads(r):
		r.body = r.before.body
	case r.before.goesOn(r):
		r.body = 0
	}
	r.placeHeader()
	l := r.lattice()
	t, ok := l.table(r)
	t.region = r
	return t, ok || r.hint != nil
}

// Bounds far above any table of one page, or of one file of text.
const (
	maxColumns = 200
	maxLines   = 4000
)

// findColumns finds the edges of the columns: the rules down, and between them the
// gaps that the rows leave.
func (r *region) findColumns() {
	r.edges = []float64{r.box.X0, r.box.X1}
	if r.hint != nil && len(r.hint.Edges) > 0 {
		r.edges = clusters(append(r.edges, r.hint.Edges...))
		r.drawn = make([]bool, len(r.edges))
		return
	}
	if r.before.heads(r) || r.before.fits(r) {
		r.edges, r.drawn = slices.Clone(r.before.edges), slices.Clone(r.before.drawn)
		return
	}
	for _, b := range r.rules {
		if b.down() {
			r.edges = append(r.edges, b.X0)
		}
	}
	if r.edges = clusters(r.edges); len(r.edges) > maxColumns {
		return
	}
	r.drawn = make([]bool, len(r.edges))
	for i := range r.drawn {
		r.drawn[i] = true
	}
	for k := len(r.edges) - 2; k >= 0; k-- {
		for i, x := range gutters(r.lines, r.edges[k], r.edges[k+1], len(r.edges) > 3) {
			r.edges = slices.Insert(r.edges, k+1+i, x)
			r.drawn = slices.Insert(r.drawn, k+1+i, false)
		}
	}
	r.dropBlank(r.lines)
	r.joinHalves()
}

// joinHalves makes one column of two that no line fills both: values of one that stand
// far aside.
func (r *region) joinHalves() {
	rows := make([][]string, len(r.lines))
	for i, l := range r.lines {
		rows[i] = r.cells(l)
	}
	for k := r.width() - 1; k > 0; k-- {
		left, right, both := false, false, false
		for _, cells := range rows {
			a, b := cells[k-1], cells[k]
			both = both || a != "" && b != ""
			left, right = left || a != "" && isValue(a), right || b != "" && isValue(b)
		}
		if !both && left && right && !r.drawn[k] {
			r.edges, r.drawn = slices.Delete(r.edges, k, k+1), slices.Delete(r.drawn, k, k+1)
			for _, cells := range rows {
				cells[k-1] += cells[k] // one of them is empty
			}
		}
	}
}

// cells are the texts of a line by column.
func (r *region) cells(l line) []string {
	out := make([]string, r.width())
	if r.hint != nil {
		l.pieces = cutAt(l.pieces, r.hint.Edges)
	}
	for _, p := range l.pieces {
		k := r.columnAt((p.X0 + p.X1) / 2)
		if out[k] != "" {
			out[k] += " "
		}
		out[k] += p.Text
	}
	return out
}

// kinds tells the columns of values from those of names, and where the text of
// each reaches.
func (r *region) kinds() {
	n := r.width()
	r.values, r.stubs = make([]bool, n), make([]box1, n)
	values, texts, seen := make([]int, n), make([]int, n), make([]bool, n)
	for _, l := range r.lines {
		cells := r.cells(l)
		for k, c := range cells {
			switch {
			case c == "":
			case isValue(c):
				values[k]++
			default:
				texts[k]++
			}
		}
		for _, p := range l.pieces {
			k := r.columnAt(middleX(p))
			b := &r.stubs[k]
			if !seen[k] {
				*b, seen[k] = box1{p.X0, p.X1}, true
			}
			b.x0, b.x1 = min(b.x0, max(p.X0, r.edges[k])), max(b.x1, min(p.X1, r.edges[k+1]))
		}
	}
	for k := range n {
		r.values[k] = values[k] > 0 && 3*values[k] >= 2*texts[k] || values[k] >= 3 && 2*values[k] >= texts[k]
		if !seen[k] {
			r.stubs[k] = box1{r.edges[k], r.edges[k+1]}
		}
	}
	if r.before.heads(r) || r.before.fits(r) {
		r.values, r.stubs = r.before.values, r.before.stubs
	} else if n > 1 && r.allValues() { // the first column names the rows, by years or by numbers
		r.values[0] = false
	}
}

// free reports whether no rule goes down, or none is drawn between the rows.
func (r *region) free() bool {
	if r.open || r.body >= len(r.lines) {
		return true
	}
	top, foot := r.lines[r.body].middle(), r.lines[len(r.lines)-1].middle()
	return !slices.ContainsFunc(r.rules, func(b Box) bool { return b.across() && b.Y0 < top && b.Y0 > foot })
}
