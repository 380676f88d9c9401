package table

import (
	"slices"

	"charts/internal/message"
	"charts/internal/notation"
)

// maxAlign is the widest table whose shifted rows are searched for.
const maxAlign = 30

// An alignment finds the columns of the cells of a row that is too short: which
// columns to leave blank so that the cells fit the habits of the columns best.
type alignment struct {
	cells []string // as printed, without blanks at the end
	// cost[i][j] is the least misfit of the last j cells in the last i columns.
	cost [][]int
	// ways[i][j] counts how many placings have it, up to 2.
	ways [][]int
}

// unreachable is more than any misfit.
const unreachable = 1 << 20

func (h habits) align(cells []string) alignment {
	width, n := len(h), len(cells)
	a := alignment{cells, make([][]int, width+1), make([][]int, width+1)}
	for i := range width + 1 {
		a.cost[i], a.ways[i] = make([]int, n+1), make([]int, n+1)
		for j := range n + 1 {
			a.cost[i][j] = unreachable
		}
	}
	a.cost[0][0], a.ways[0][0] = 0, 1
	for i := 1; i <= width; i++ {
		for j := 0; j <= min(i, n); j++ {
			a.step(i, j, h[width-i])
		}
	}
	return a
}

// step extends the placings by column width-i: it holds a cell, or is left
// blank.
func (a alignment) step(i, j int, column habit) {
	a.offer(i, j, a.cost[i-1][j]+column.misfit(""), a.ways[i-1][j])
	if j > 0 {
		a.offer(i, j, a.cost[i-1][j-1]+column.misfit(a.at(j)), a.ways[i-1][j-1])
	}
}

func (a alignment) offer(i, j, cost, ways int) {
	switch {
	case cost < a.cost[i][j]:
		a.cost[i][j], a.ways[i][j] = cost, ways
	case cost == a.cost[i][j]:
		a.ways[i][j] = min(2, a.ways[i][j]+ways)
	}
}

// at returns the j-th cell from the end.
func (a alignment) at(j int) string { return a.cells[len(a.cells)-j] }

// best returns the placing of least misfit, and whether it is the only one. Of
// several the one with its blanks leftmost is right: an inner group cannot go on
// where the outer one changes.
func (a alignment) best(h habits) (placed []string, misfit int, only bool) {
	width, j := len(h), len(a.cells)
	placed = make([]string, width)
	for i := width; i > 0; i-- {
		column := h[width-i]
		if a.cost[i][j] == a.cost[i-1][j]+column.misfit("") || j == 0 {
			continue
		}
		placed[width-i] = a.at(j)
		j--
	}
	return placed, a.cost[width][len(a.cells)], a.ways[width][len(a.cells)] == 1
}

// unshift moves the cells of a row to the right where that fits the columns
// better: merged cells vanished, and the row was left short or filled up with
// blanks at its end. Of a short row, values with several places have none.
func (h habits) unshift(r *gridRow, cols []Column) {
	last := len(r.cells) - 1
	if last < 1 || last >= maxAlign || r.cells[last] != "" {
		return
	}
	if notation.TotalRow(r.cells) {
		h = h.ofTotals()
	}
	printed := r.cells[:len(r.cells)-blankTail(r.cells)]
	a := h.align(withoutBlanks(printed))
	placed, misfit, only := a.best(h)
	short := r.n < len(r.cells) && filled(printed) == len(printed)
	shifted := misfit < h.misfit(r.cells)
	if shifted {
		r.move(placed)
	} else if only || !short {
		return
	}
	if short && !only && h.uncertain(a) {
		h.leaveOut(r, a)
	} else if shifted {
		h.doubtPlaces(r, a, cols)
	}
}

// move puts the cells of a row, and their doubts, in other columns.
func (r *gridRow) move(placed []string) {
	from, to := placesOf(r.cells), placesOf(placed)
	r.Doubts.Move(func(cell int) (int, bool) {
		n, ok := slices.BinarySearch(from, cell)
		if !ok {
			return 0, false
		}
		return to[n], true
	})
	copy(r.cells, placed)
}

// placesOf are the places of the cells that are not blank.
func placesOf(cells []string) (places []int) {
	for i, c := range cells {
		if c != "" {
			places = append(places, i)
		}
	}
	return places
}

// doubtPlaces marks the cells of a shifted row that do not fit their columns, or
// fit another one as well.
func (h habits) doubtPlaces(r *gridRow, a alignment, cols []Column) {
	right := placesOf(a.packed(h))
	for n, i := range placesOf(r.cells) {
		var instead message.Text
		switch {
		case right[n] != i:
			instead = inColumn(cols[right[n]].Name)
		case h[i].misfit(r.cells[i]) == 0:
			continue
		}
		r.doubt(i, message.Of("the cells of the row were shifted to the left; the column of this one is not certain"), instead)
	}
}

// leaveOut leaves out the values of a short row that could be in several
// columns.
func (h habits) leaveOut(r *gridRow, a alignment) {
	left, _, _ := a.best(h)
	right := a.packed(h)
	dropValues(r.cells)
	for i := range left {
		if notation.Value(left[i]) || notation.Value(right[i]) {
			other := message.Data(left[i])
			if right[i] != left[i] {
				other = Apart(left[i], right[i])
			}
			r.doubt(i, message.Of("the row is short of cells, and its values could stand in several columns; they were left out"), other)
		}
	}
}

// uncertain reports whether values could be in other columns as well: pushing
// the blanks to the right fits as well as to the left, and moves a value.
func (h habits) uncertain(a alignment) bool {
	left, _, _ := a.best(h)
	right := a.packed(h)
	for i := range left {
		if left[i] != right[i] && (notation.Value(left[i]) || notation.Value(right[i])) {
			return true
		}
	}
	return false
}

// packed returns the placing of least misfit with its blanks rightmost.
func (a alignment) packed(h habits) []string {
	width, j := len(h), len(a.cells)
	placed := make([]string, width)
	for i := width; i > 0; i-- {
		column := h[width-i]
		if j > 0 && a.cost[i][j] == a.cost[i-1][j-1]+column.misfit(a.at(j)) {
			placed[width-i] = a.at(j)
			j--
		}
	}
	return placed
}

func dropValues(cells []string) {
	for i, c := range cells {
		if i > 0 && notation.Value(c) {
			cells[i] = ""
		}
	}
}

// withoutBlanks leaves out the blank cells: with cells missing their places say
// little.
func withoutBlanks(cells []string) []string {
	return slices.DeleteFunc(slices.Clone(cells), func(c string) bool { return c == "" })
}
