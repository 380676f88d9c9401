package grid

import (
	"math"
	"slices"

	"charts/internal/message"
	"charts/internal/notation"
)

// centred gives the names of groups, which stand beside the middle of the rows of
// their group in the first column, all these rows. It is so where a name has a line
// of its own or the first row none, and the middles leave one way alone. So it gives
// those that stand beside the last rows.
func (t *Table) centred() {
	first := slices.IndexFunc(t.Rows, func(r Row) bool { return !r.Head })
	if first < 0 || t.Guessed {
		return
	}
	last := len(t.Rows) // but for the sums of all groups
	for last > first+1 && notation.Total(t.Rows[last-1].Cells[0].Text) {
		last--
	}
	g := groups{rows: t.Rows[first:last]}
	if !g.read() {
		return
	}
	centred := !g.alternate() && (len(g.names) > 1 && g.part(0, exactly) || g.goOn() || len(g.names) > 1 && g.part(0, nearly))
	foot := g.atFoot()
	switch {
	case t.region.body == 0 || t.region.before.heads(t.region): // rows may be of a group of the page before
	case foot != nil && centred:
		g.doubt()
		return
	case foot != nil:
		g.names, centred = foot, true
	}
	if !centred {
		if !g.atTop() {
			g.doubt()
		}
		return
	}
	t.Rows = slices.Concat(t.Rows[:first], g.spread(), t.Rows[last:])
}

// A groups is rows and the names of their groups.
type groups struct {
	rows  []Row
	whole []Row // the rows with more than the name of a group
	names []groupName
	above int // how many rows go on with the group before
}

// alternate reports whether names and rows take turns: each may be of the row above or
// of that below.
func (g *groups) alternate() bool {
	return len(g.names)+1 >= len(g.whole) && !slices.ContainsFunc(g.names, func(n groupName) bool { return !n.alone })
}

// A groupName is the name of a group, and its rows.
type groupName struct {
	cell        Cell
	alone       bool // its last line has no row beside it
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
			g.names = append(g.names, groupName{cell: name, alone: others == 0})
			loose = loose || others == 0
		default:
			blank++
			loose = loose || len(g.names) == 0
		}
		if others > 0 {
			g.whole = append(g.whole, r)
		}
	}
	g.joinLines()
	return loose && blank > 1 && len(g.names) > 0
}

// joinLines makes names of several lines whole: the first fills the column, and one at
// least has no row beside it.
func (g *groups) joinLines() {
	widest := 0.0
	for _, n := range g.names {
		widest = max(widest, n.cell.Box.X1-n.cell.Box.X0)
	}
	var out []groupName
	for _, n := range g.names {
		size := n.cell.Box.Y1 - n.cell.Box.Y0
		if k := len(out) - 1; k >= 0 && (n.alone || out[k].alone) && out[k].cell.Box.Y0-n.cell.Box.Y1 < 0.7*size && out[k].cell.Box.X1-out[k].cell.Box.X0 > widest-0.8*size {
			out[k].cell.Text += "\n" + n.cell.Text
			out[k].cell.Box, out[k].alone = around(out[k].cell.Box, n.cell.Box), n.alone
			continue
		}
		out = append(out, n)
	}
	g.names = out
}

func around(a, b Box) Box {
	return Box{min(a.X0, b.X0), min(a.Y0, b.Y0), max(a.X1, b.X1), max(a.Y1, b.Y1)}
}

// middle is the height of the middle of a name.
func (n groupName) middle() float64 { return (n.cell.Box.Y0 + n.cell.Box.Y1) / 2 }

// body is the box of the cells of a row but for the name of its group.
func (r Row) body() (b Box) {
	for _, c := range r.Cells[1:] {
		switch {
		case c.Text == "":
		case b == Box{}:
			b = c.Box
		default:
			b = around(b, c.Box)
		}
	}
	return b
}

// goOn finds the groups under rows that go on with the group of the page before:
// these are as few as they can be. That they are is not certain.
func (g *groups) goOn() bool {
	for g.above = 0; g.above < len(g.whole) && g.whole[g.above].Cells[0].Text == ""; g.above++ {
		if !g.part(g.above, exactly) {
			continue
		}
		g.names[0].cell.Doubt = message.Of("the name stands in the middle of its rows, as it seems; those above it may be of the group before")
		return true
	}
	g.above = 0
	return false
}

// doubt says that it is not known which rows are of which group.
func (g *groups) doubt() {
	if g.rows[0].Cells[0].Text != "" {
		return
	}
	for i := range g.rows {
		g.rows[i].Cells[0].Doubt = message.Of("the names of the groups stand beside their rows, and which rows are whose is not certain")
	}
}

// How far the name of a group stands from the middle of its rows, in rows: no
// further than print is exact, or than text that has lines alone.
const exactly, nearly = 0.3, 0.6

// A way is how groups may part the rows: the last one ends above row next.
type way struct {
	next    int
	before  *way // up to the group before
	several bool // other ways lead here as well
}

// part finds the one way to part the rows from next on in which each name stands
// near the middle of its rows.
func (g *groups) part(next int, slack float64) bool {
	if len(g.whole) < 2 {
		return false
	}
	slack *= g.pitch()
	ways := []*way{{next: next}}
	for _, n := range g.names {
		var longer []*way
		for _, w := range ways {
			for last := w.next; last < len(g.whole); last++ {
				middle := (g.whole[w.next].body().Y1 + g.whole[last].body().Y0) / 2
				if math.Abs(middle-n.middle()) < slack && g.ends(w.next, last) {
					longer = w.to(last+1, longer)
				}
				if middle < n.middle()-slack {
					break
				}
			}
		}
		ways = longer
	}
	i := slices.IndexFunc(ways, func(w *way) bool { return w.next == len(g.whole) })
	if i < 0 || ways[i].several {
		return false
	}
	w := ways[i]
	for k := len(g.names) - 1; k >= 0; k-- {
		g.names[k].first, g.names[k].last = w.before.next, w.next-1
		w = w.before
	}
	return true
}

// to goes on up to another row, among the ways that do.
func (w *way) to(next int, all []*way) []*way {
	if i := slices.IndexFunc(all, func(o *way) bool { return o.next == next }); i >= 0 {
		all[i].several = true
		return all
	}
	return append(all, &way{next, w, w.several})
}

// atFoot are the groups whose names stand beside their last rows, where the last row of
// all has a name and the first none.
func (g *groups) atFoot() (names []groupName) {
	next := 0
	for i, r := range g.whole {
		if r.Cells[0].Text == "" {
			continue
		}
		if len(names) == len(g.names) || r.Cells[1].Text == "" || !g.ends(next, i) {
			return nil
		}
		n := g.names[len(names)]
		n.first, n.last = next, i
		names, next = append(names, n), i+1
	}
	if next < len(g.whole) || names[0].last == 0 || slices.ContainsFunc(names, func(n groupName) bool { return n.alone }) {
		return nil
	}
	return names
}

// atTop reports whether names come back, but not in one group whose name stands at its
// top.
func (g *groups) atTop() bool {
	all, group := map[string]bool{}, map[string]bool{}
	again := false
	for _, r := range g.rows {
		if r.Cells[0].Text != "" {
			clear(group)
		}
		name := r.Cells[1].Text
		if group[name] {
			return false
		}
		again = again || all[name]
		all[name], group[name] = true, true
	}
	return again
}

// ends reports whether a group can have the rows from first to last: no name comes back
// in it, and where rows add groups up, each ends with such a row.
func (g *groups) ends(first, last int) bool {
	seen := map[string]bool{}
	for _, r := range g.whole[first : last+1] {
		if name := r.Cells[1].Text; name != "" && seen[name] {
			return false
		} else {
			seen[name] = true
		}
	}
	sums := func(r Row) bool { return notation.Subtotal(r.Cells[1].Text) }
	at := slices.IndexFunc(g.whole[first:], sums)
	return at < 0 && !slices.ContainsFunc(g.whole[:first], sums) || first+at == last
}

// pitch is from one row to the next.
func (g *groups) pitch() float64 {
	var steps []float64
	for i := 1; i < len(g.whole); i++ {
		steps = append(steps, g.whole[i-1].Y-g.whole[i].Y)
	}
	slices.Sort(steps)
	return steps[len(steps)/2]
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
