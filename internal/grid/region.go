package grid

import (
	"math"
	"slices"
)

// A region is a part of a page that holds one table.
type region struct {
	box      Box
	hint     *Hint     // that the table is found by, or nil
	rules    []Box     // drawn
	open     bool      // none of them goes down
	crossing []Box     // those that part the rows
	lines    []line    // from the top
	edges    []float64 // of the columns, from the left, the outer ones included
	drawn    []bool    // of the edges: a rule is drawn along it somewhere
	levels   []float64 // of the rows, from the top, the outer ones included
	body     int       // the first line that is no header
	values   []bool    // of the columns: they hold values
	stubs    []box1    // of the columns: from where to where their text reaches
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
	r.columns()
	if len(r.edges) < 3 || len(r.edges) > maxColumns {
		return Table{}, false
	}
	r.kinds()
	r.crossing = r.crossings()
	if r.header(); r.hint != nil && r.hint.Headless {
		r.body = 0
	}
	l := r.lattice()
	t, ok := l.table(r)
	if r.open {
		t.centred()
	}
	return t, ok || r.hint != nil
}

// Bounds far above any table of one page, or of one file of text.
const (
	maxColumns = 200
	maxLines   = 4000
)

// columns finds the edges of the columns: the rules down, and between them the
// gaps that the rows leave.
func (r *region) columns() {
	r.edges = []float64{r.box.X0, r.box.X1}
	if r.hint != nil && len(r.hint.Edges) > 0 {
		r.edges = clusters(append(r.edges, r.hint.Edges...))
		r.drawn = make([]bool, len(r.edges))
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
	r.dropBlank()
}

// dropBlank leaves out the columns without any text, as between double rules.
func (r *region) dropBlank() {
	used := make([]bool, r.width())
	for _, l := range r.lines {
		for _, p := range l.pieces {
			used[r.columnAt(middleX(p))] = true
		}
	}
	for k := r.width() - 1; k >= 0 && r.width() > 1; k-- {
		if used[k] {
			continue
		}
		edge := k
		if k == 0 {
			edge = 1 // the outer edge goes to where the text begins
			r.edges[1], r.drawn[1] = r.edges[0], r.drawn[0]
			edge = 0
		}
		r.edges, r.drawn = slices.Delete(r.edges, edge, edge+1), slices.Delete(r.drawn, edge, edge+1)
	}
}

// width is the number of columns.
func (r *region) width() int { return len(r.edges) - 1 }

// columnAt is the column around a place.
func (r *region) columnAt(x float64) int {
	k := 0
	for k+1 < r.width() && r.edges[k+1] <= x {
		k++
	}
	return k
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
			k := r.columnAt((p.X0 + p.X1) / 2)
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
	if n > 1 && r.allValues() { // the first column names the rows, by years or by numbers
		r.values[0] = false
	}
}

func (r *region) allValues() bool { return !slices.Contains(r.values, false) }

// fits reports whether a line with narrow gaps keeps to the columns, and stands
// no further from its neighbour than rows do.
func (r *region) fits(l, neighbour line) bool {
	if len(r.edges) < 3 || len(r.edges) > maxColumns || math.Abs(l.y-neighbour.y) > 2*l.size {
		return false
	}
	used := map[int]bool{}
	for _, p := range l.pieces {
		k := r.columnAt(p.X0 + 0.1*p.Size)
		if k != r.columnAt(p.X1-0.1*p.Size) {
			return false
		}
		used[k] = true
	}
	return len(used) > 1
}

// inStub reports whether a line has text in the first column alone.
func (r *region) inStub(l line) bool { return len(r.edges) > 2 && l.x1() <= r.edges[1] }

// isOver reports whether the texts of a line stand over the columns behind the
// first: several names, or one over their middle.
func (r *region) isOver(l line) bool {
	if len(r.edges) < 4 || l.x0() < r.edges[1] {
		return false
	}
	segments := l.segments()
	return len(segments) > 1 || near1(segments[0].center(), (r.edges[1]+r.edges[len(r.edges)-1])/2, 1.5*l.size)
}
