package report

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
