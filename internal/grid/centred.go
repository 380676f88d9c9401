package grid

import (
	"math"
	"slices"

	"charts/internal/message"
)

// centred gives the names of groups, which stand over the middle of the rows of
// their group in the first column, all these rows. It is so where a name has a line
// of its own or the first row none, and the middles leave one way alone.
func (t *Table) centred() {
	first := slices.IndexFunc(t.Rows, func(r Row) bool { return !r.Head })
	if first < 0 || t.Guessed {
		return
	}
	g := groups{rows: t.Rows[first:]}
	if !g.read() || !(len(g.names) > 1 && g.solve(0) || g.goOn()) {
		return
	}
	t.Rows = append(slices.Clone(t.Rows[:first]), g.spread()...)
}

// A groups is rows and the names of their groups.
type groups struct {
	rows  []Row
	whole []Row // the rows with more than the name of a group
	names []groupName
	above int // how many rows go on with the group before
}

// A groupName is the name of a group, its height, and its rows.
type groupName struct {
	cell        Cell
	y           float64
	first, last int
}

// read sorts out rows and names; it reports whether names may stand in the middle.
func (g *groups) read() bool {
	blank, loose := 0, false
	for _, r := range g.rows {
		if len(r.Cells) < 3 || r.Cells[0].Cols > 1 || r.Cells[0].Rows > 1 {
			return false
		}
		name, others := r.Cells[0], 0
		for _, c := range r.Cells[1:] {
			if c.Text != "" {
				others++
			}
		}
		switch {
		case name.Text == "" && r.Cells[1].Text == "", isValue(name.Text):
			return false
		case name.Text != "":
			g.names = append(g.names, groupName{cell: name, y: r.Y})
			loose = loose || others == 0
		default:
			blank++
			loose = loose || len(g.names) == 0
		}
		if others > 0 {
			g.whole = append(g.whole, r)
		}
	}
	return loose && blank > 1 && len(g.names) > 0
}

// goOn finds the groups under rows that go on with the group of the page before:
// these are as few as they can be. That they are is not certain.
func (g *groups) goOn() bool {
	for g.above = 0; g.above < len(g.whole) && g.whole[g.above].Cells[0].Text == ""; g.above++ {
		if !g.solve(g.above) {
			continue
		}
		g.names[0].cell.Doubt = message.Of("the name stands in the middle of its rows, as it seems; those above it may be of the group before")
		return true
	}
	return false
}

// solve finds the rows of each group: the name stands in the middle of them, and
// they begin where those of the one above end; the first ones begin at row next.
func (g *groups) solve(next int) bool {
	if len(g.whole) < 2 {
		return false
	}
	var steps []float64
	for i := 1; i < len(g.whole); i++ {
		steps = append(steps, g.whole[i-1].Y-g.whole[i].Y)
	}
	slices.Sort(steps)
	pitch := steps[len(steps)/2]
	for k := range g.names {
		n := &g.names[k]
		n.first, n.last = next, -1
		for last := next; last < len(g.whole); last++ {
			if middle := (g.whole[next].Y + g.whole[last].Y) / 2; math.Abs(middle-n.y) < 0.3*pitch {
				n.last = last
			}
		}
		if n.last < 0 {
			return false
		}
		next = n.last + 1
	}
	return next == len(g.whole)
}

// spread are the rows with each name in a cell over its rows.
func (g *groups) spread() []Row {
	out := slices.Clone(g.whole[:g.above])
	for _, n := range g.names {
		for i, r := range g.whole[n.first : n.last+1] {
			r.Cells = slices.Clone(r.Cells[1:])
			if i == 0 {
				n.cell.Rows = n.last - n.first + 1
				r.Cells = slices.Insert(r.Cells, 0, n.cell)
			}
			out = append(out, r)
		}
	}
	return out
}
