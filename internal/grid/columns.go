package grid

import (
	"math"
	"slices"
	"sort"
	"strings"

	"charts/internal/notation"
)

// columns are where the columns of a region stand, and what they hold.
type columns struct {
	edges  []float64 // from the left, the outer ones included
	drawn  []bool    // of the edges: a rule is drawn along it somewhere
	values []bool    // of the columns: they hold values
	stubs  []box1    // of the columns: from where to where their text reaches
}

// width is the number of columns.
func (cs *columns) width() int { return len(cs.edges) - 1 }

// columnAt is the column around a place.
func (cs *columns) columnAt(x float64) int {
	inner := cs.edges[1:max(1, cs.width())]
	return sort.Search(len(inner), func(k int) bool { return inner[k] > x })
}

func (cs *columns) textsOf(names []name) []string {
	out := make([]string, cs.width())
	for _, n := range names {
		out[n.first] = strings.TrimSpace(out[n.first] + " " + n.text())
	}
	return out
}

func (cs *columns) allValues() bool { return !slices.Contains(cs.values, false) }

// fits reports whether a line with narrow gaps keeps to the columns, and stands
// no further from its neighbour than rows do.
func (cs *columns) fits(l, neighbour line) bool {
	if len(cs.edges) < 3 || len(cs.edges) > maxColumns || math.Abs(l.y-neighbour.y) > 2*l.size {
		return false
	}
	used := map[int]bool{}
	for _, p := range l.pieces {
		k := cs.columnAt(p.X0 + 0.1*p.Size)
		if k != cs.columnAt(p.X1-0.1*p.Size) {
			return false
		}
		used[k] = true
	}
	return len(used) > 1
}

// standsIn reports whether each text of a line stands in one column, over or under what
// the column holds.
func (cs *columns) standsIn(l line) bool {
	for _, p := range l.pieces {
		k := cs.columnAt(p.X0 + 0.1*p.Size)
		if k != cs.columnAt(p.X1-0.1*p.Size) || p.X0 > cs.stubs[k].x1 || p.X1 < cs.stubs[k].x0 {
			return false
		}
	}
	return true
}

// inStub reports whether a line has text in the first column alone.
func (cs *columns) inStub(l line) bool { return len(cs.edges) > 2 && l.x1() <= cs.edges[1] }

// isOver reports whether the texts of a line stand over the columns of values: several
// names, or one over their middle rather than over that of the table, or where the first of
// them begins or the last one ends.
func (cs *columns) isOver(l line) bool {
	if len(cs.edges) < 4 || l.x0() < cs.edges[1] {
		return false
	}
	segments := l.segments()
	if len(segments) > 1 {
		return true
	}
	n := cs.width() - 1
	for k := 1; k <= min(cs.valuesFrom(0, n), n-1) && l.x0() >= cs.edges[k]; k++ {
		off, whole := math.Abs(segments[0].center()-(cs.edges[k]+cs.edges[n+1])/2), math.Abs(segments[0].center()-(cs.edges[0]+cs.edges[n+1])/2)
		if off < 1.5*l.size || off < 0.1*(cs.edges[n+1]-cs.edges[k]) && 2*off < whole || near1(l.x0(), cs.stubs[k].x0, 0.1*l.size) && !notation.UnitAlone(notation.BareUnit(l.text())) {
			return true
		}
	}
	return false
}

// dropBlank leaves out the columns without any text, as between double rules.
func (cs *columns) dropBlank(lines []line) {
	used := make([]bool, cs.width())
	for _, l := range lines {
		for _, p := range l.pieces {
			used[cs.columnAt(middleX(p))] = true
		}
	}
	for k := cs.width() - 1; k >= 0 && cs.width() > 1; k-- {
		if used[k] {
			continue
		}
		if k == 0 { // the outer edge goes to where the text begins
			cs.edges[1], cs.drawn[1] = cs.edges[0], cs.drawn[0]
		}
		cs.edges, cs.drawn = slices.Delete(cs.edges, k, k+1), slices.Delete(cs.drawn, k, k+1)
	}
}

// valuesFrom is the column, behind the first, from which on all hold values.
func (cs *columns) valuesFrom(lo, hi int) int {
	k := hi + 1
	for k > lo+1 && cs.values[k-1] {
		k--
	}
	return k
}

// startsRow reports whether a line is the first of the name of the first row, which has
// none beside its values.
func (cs *columns) startsRow(lines []line, i, body int) bool {
	return i+2 < len(lines) && i+1 == body && lines[i+1].x0() >= cs.edges[1] && cs.inStub(lines[i]) && cs.inStub(lines[i+2])
}

// isSecond reports whether a line is the second of a name of two over the first column,
// at whose middle the names of the others stand.
func (cs *columns) isSecond(lines []line, i int) bool {
	name, second := lines[i-2], lines[i]
	if !cs.inStub(name) || lines[i-1].x0() < cs.edges[1] || !cs.inStub(second) {
		return false
	}
	near := 0.3 * second.size
	if !near1(name.x0(), second.x0(), near) {
		return near1(name.x1(), second.x1(), near) || near1(name.x0()+name.x1(), second.x0()+second.x1(), 2*near)
	}
	// a name over rows stands further left than these
	return i+1 == len(lines) || lines[i+1].x0() < second.x0()+0.8*second.size
}

// isCentred reports whether a line stands over the middle of the table.
func (cs *columns) isCentred(l line, box Box) bool {
	x0, x1 := cs.stubs[0].x0, cs.stubs[cs.width()-1].x1
	return l.x1() > cs.edges[1] && near1((l.x0()+l.x1())/2, (x0+x1)/2, max(l.size, 0.1*(box.X1-box.X0)))
}
