package grid

import (
	"math"
	"slices"
	"strings"
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
	k := 0
	for k+1 < cs.width() && cs.edges[k+1] <= x {
		k++
	}
	return k
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

// inStub reports whether a line has text in the first column alone.
func (cs *columns) inStub(l line) bool { return len(cs.edges) > 2 && l.x1() <= cs.edges[1] }

// isOver reports whether the texts of a line stand over the columns behind the
// first: several names, or one over their middle.
func (cs *columns) isOver(l line) bool {
	if len(cs.edges) < 4 || l.x0() < cs.edges[1] {
		return false
	}
	segments := l.segments()
	return len(segments) > 1 || near1(segments[0].center(), (cs.edges[1]+cs.edges[len(cs.edges)-1])/2, 1.5*l.size)
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
