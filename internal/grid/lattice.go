package grid

import (
	"slices"
	"strings"

	"charts/internal/message"
)

// A lattice is the cells of a region between rules, drawn or found.
type lattice struct {
	lines [][]int  // of each row
	foot  [][]bool // of each row and column: a rule closes the cell at its foot
	right [][]bool // and at its right
	names [][]name // of each line
	// unsure says of each line that it may be of another row.
	unsure []bool
}

// lattice finds the rows and closes the cells.
func (r *region) lattice() lattice {
	r.levels = []float64{r.box.Y1, r.box.Y0}
	for _, b := range r.rules {
		if b.across() {
			r.levels = append(r.levels, b.Y0)
		}
	}
	r.levels = clusters(r.levels)
	slices.Reverse(r.levels)
	rows := rows{region: r}
	for i := range r.lines {
		rows.names = append(rows.names, r.place(i))
		rows.texts = append(rows.texts, r.textsOf(rows.names[i]))
	}
	found := rows.split()
	for _, b := range found {
		r.levels = append(r.levels, b.Y0)
	}
	r.levels = distinct(r.levels)
	slices.Reverse(r.levels)
	l := lattice{names: rows.names, unsure: rows.unsure}
	l.fill(r, found)
	return l
}

// distinct sorts levels; found ones may stand near drawn ones.
func distinct(all []float64) []float64 {
	slices.Sort(all)
	return slices.Compact(all)
}

// fill sorts the lines into rows and closes cells: at drawn and found rules, and
// between the columns that no text crosses.
func (l *lattice) fill(r *region, found []Box) {
	at := 0
	var foot []bool // below the last row with lines
	for i := 0; i+1 < len(r.levels); i++ {
		var in []int
		for at < len(r.lines) && (r.lines[at].middle() >= r.levels[i+1] || i+2 == len(r.levels)) {
			in = append(in, at)
			at++
		}
		if len(in) > 0 {
			foot = make([]bool, r.width())
			l.lines, l.foot, l.right = append(l.lines, in), append(l.foot, foot), append(l.right, l.sides(r, in))
		}
		for k := range foot {
			x := (r.edges[k] + r.edges[k+1]) / 2
			foot[k] = foot[k] || r.ruleAcross(x, r.levels[i+1]) || crosses(found, x, r.levels[i+1])
		}
	}
}

func crosses(found []Box, x, y float64) bool {
	return slices.ContainsFunc(found, func(b Box) bool { return b.Y0 == y && b.X0 <= x && x <= b.X1 })
}

// sides closes the cells of a row at their right, where no text goes on.
func (l *lattice) sides(r *region, in []int) []bool {
	out := make([]bool, r.width())
	y := (r.lines[in[0]].middle() + r.lines[in[len(in)-1]].middle()) / 2
	runs := r.runs(y)
	ends := map[int]bool{}
	for _, run := range runs {
		ends[run.last] = true
	}
	for k := range out {
		out[k] = ends[k] || !r.drawn[k+1] || len(runs) == 1
	}
	for _, i := range in {
		for _, n := range l.names[i] {
			for k := n.first; k < n.last; k++ {
				out[k] = ends[k]
			}
		}
	}
	return out
}

// table reads the cells; there is none when most are blank, as in a drawing.
func (l *lattice) table(r *region) (Table, bool) {
	t := Table{Box: r.box, Guessed: !slices.Contains(r.values, true)}
	owner := make([][]*Cell, len(l.lines))
	for i := range owner {
		owner[i] = make([]*Cell, r.width())
	}
	cells := 0
	spans := make([][]*Cell, len(l.lines))
	for i := range l.lines {
		for k := 0; k < r.width(); k++ {
			if owner[i][k] == nil {
				spans[i] = append(spans[i], l.span(owner, i, k))
				cells++
			}
		}
	}
	filled, wrapped := 0, l.wrapped(r)
	for i, in := range l.lines {
		for _, n := range in {
			l.write(owner[i], l.names[n])
		}
	}
	for i, in := range l.lines {
		row := Row{Head: in[len(in)-1] < r.body, Y: r.lines[l.fullest(in)].y}
		if row.Head && (i+1 == len(l.lines) || l.lines[i+1][0] >= r.body) {
			r.head.doubt(owner[i])
		}
		if !row.Head {
			l.doubt(r, owner[i], in)
			l.doubtName(owner[i], in, wrapped)
		}
		for _, c := range spans[i] {
			if c.Text != "" {
				filled++
			}
			row.Cells = append(row.Cells, *c)
		}
		t.Rows = append(t.Rows, row)
	}
	return t, 3*filled >= cells && filled > 1
}

// fullest is the first of the lines with the most texts.
func (l *lattice) fullest(in []int) int {
	return slices.MaxFunc(in, func(a, b int) int { return len(l.names[a]) - len(l.names[b]) })
}

// doubt marks the cells of a row in which two texts of one line stand.
func (l *lattice) doubt(r *region, cells []*Cell, in []int) {
	reason := message.Of("the texts of several columns run into one another: which is of which column is not certain")
	for _, i := range in {
		names := l.names[i]
		for _, n := range names {
			if r.lines[i].unsure {
				cells[n.first].Doubt = message.Of("the columns of the table drift: which cell is of which column is not certain")
			}
		}
		for k, n := range names {
			switch {
			case n.holdsTwo():
				cells[n.first].Doubt, cells[n.first].Instead = reason, n.parted()
			case n.overlaps(names, k):
				both := names[k-1].text() + " | " + n.text()
				for _, c := range []*Cell{cells[names[k-1].first], cells[n.first]} {
					c.Doubt, c.Instead = reason, both
				}
			}
		}
	}
}

// doubtName marks the names of a row of which a line may be of another one, in the
// columns with names of several lines.
func (l *lattice) doubtName(cells []*Cell, in []int, wrapped []bool) {
	if !slices.ContainsFunc(in, func(i int) bool { return l.unsure[i] }) {
		return
	}
	for k, c := range cells {
		if wrapped[k] && c.Text != "" && c.Doubt.Empty() {
			c.Doubt = message.Of("which lines are of this name, and which of one above or below, is not certain")
		}
	}
}

// wrapped tells the columns of names that have text on lines without values.
func (l *lattice) wrapped(r *region) []bool {
	out := make([]bool, r.width())
	for _, names := range l.names[min(r.body, len(l.names)):] {
		if slices.ContainsFunc(names, func(n name) bool { return r.values[n.first] }) {
			continue
		}
		for _, n := range names {
			out[n.first] = true
		}
	}
	return out
}

// clash reports whether two texts of one line stand in one column.
func clash(names []name) bool {
	for k, n := range names {
		if n.overlaps(names, k) || n.holdsTwo() {
			return true
		}
	}
	return false
}

// overlaps reports whether the text reaches into the column of the one before.
func (n name) overlaps(names []name, k int) bool { return k > 0 && n.first <= names[k-1].last }

// holdsTwo reports whether two values that no cell holds, or that were not written in one
// go, stand side by side in one column.
func (n name) holdsTwo() bool {
	for i := 1; i < len(n.pieces) && n.first == n.last; i++ {
		a, b := n.pieces[i-1], n.pieces[i]
		if (b.Order > a.Order+1 && isValue(a.Text) && isValue(b.Text) || areNumbers(a.Text, b.Text)) && !isGroup(a, b) {
			return true
		}
	}
	return false
}

// parted are the pieces of the text as cells of their own.
func (n name) parted() string {
	texts := make([]string, len(n.pieces))
	for i, p := range n.pieces {
		texts[i] = p.Text
	}
	return strings.Join(texts, " | ")
}

// span takes the cells that no rule parts from the one at row i and column k.
func (l *lattice) span(owner [][]*Cell, i, k int) *Cell {
	c := &Cell{Cols: 1, Rows: 1}
	for k+c.Cols < len(owner[i]) && owner[i][k+c.Cols] == nil && !l.right[i][k+c.Cols-1] {
		c.Cols++
	}
	for i+c.Rows < len(owner) && !l.foot[i+c.Rows-1][k] && l.free(owner[i+c.Rows], k, c.Cols) {
		c.Rows++
	}
	for row := i; row < i+c.Rows; row++ {
		for col := k; col < k+c.Cols; col++ {
			owner[row][col] = c
		}
	}
	return c
}

// free reports whether the cells of a row are taken by none yet.
func (l *lattice) free(row []*Cell, k, cols int) bool {
	return !slices.ContainsFunc(row[k:k+cols], func(c *Cell) bool { return c != nil })
}

// write adds the text of a line to the cells.
func (l *lattice) write(owner []*Cell, names []name) {
	written := map[*Cell]bool{}
	for _, n := range names {
		c := owner[n.first]
		for _, p := range n.pieces {
			c.Box = c.Box.with(p)
		}
		if written[c] {
			c.Text += " " + n.text()
		} else {
			c.Text, c.last = strings.TrimPrefix(c.Text+"\n"+n.text(), "\n"), newSegment(n.pieces).width()
		}
		written[c] = true
	}
}
