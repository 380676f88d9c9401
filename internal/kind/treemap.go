package kind

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"charts/internal/chart"
	"charts/internal/message"
	"charts/internal/palette"
	"charts/internal/series"
	"charts/internal/typeset"
)

// A branch is a name of a hierarchy with what is under it. Its value is the sum
// of its rows.
type branch struct {
	name  string
	value float64
	under []branch
	rows  []cell // of all that is under it
	ends  []cell // of those that end here
}

// hierarchy reads the roles path and value: the branches, the largest first, and their
// sum, which is more than nothing.
func hierarchy(d *builder) (top []branch, total float64, m matrix) {
	if len(d.fig.Levels) == 0 {
		d.role("path", d.fig.X)
		return nil, 0, m
	}
	var levels []int
	for _, at := range d.fig.Levels {
		c, ok := d.role("path", at)
		if !ok {
			return nil, 0, m
		}
		levels = append(levels, c)
	}
	m, ok := leafValues(d)
	if !ok || len(d.data.Rows) == 0 || !adds(d, m) {
		return nil, 0, m
	}
	if top, ok = readBranches(d, m, levels); !ok || len(top) == 0 {
		return nil, 0, m
	}
	largestFirst(top)
	for _, b := range top {
		total += b.value
	}
	if total <= 0 {
		noteZeros(d, m)
		return nil, 0, m
	}
	d.checkNames(namesIn(top))
	return top, total, m
}

// readBranches puts the rows into their places.
func readBranches(d *builder, m matrix, levels []int) (top []branch, ok bool) {
	leaves := map[string]bool{}
	var gaps []cell
	for i, row := range d.data.Rows {
		c, path := m.runs[0].cells[i], pathOf(row, levels)
		c.Name = typeset.Text(strings.Join(path, " "))
		if c.Y < 0 {
			d.errorAt(d.fig.Value[0], "negative-share", "a value is negative and has no area").See = d.seeCell(&c)
			return nil, false
		}
		if c.Missing {
			gaps = append(gaps, c)
			continue
		}
		if leaves[strings.Join(path, "\x00")] = true; len(leaves) > maxCategories {
			d.errorAt(d.fig.Levels[0], "too-many", "more than %d parts, and a reader can see none of them", maxCategories).Hintf("keep the largest with sort: -column and top: {n: 50, other: Other}, or narrow with where")
			return nil, false
		}
		top = grow(top, path, c)
	}
	d.leaveOut(gaps, missingParts)
	if b := counted(top); b != nil {
		p := d.errorAt(d.fig.Levels[0], "overlap", "these are no parts of one whole: %s", message.Of("%s is a sum of other rows", b.name))
		p.Hintf("leave the row out with where, or use chart: bar")
		p.See = d.seeCell(&b.ends[0])
		return nil, false
	}
	nameOwn(top)
	return top, true
}

// counted is a branch with a row of its own that is the sum of those under it, or
// nil.
func counted(level []branch) *branch {
	for i := range level {
		b := &level[i]
		values := valuesOf(b.ends)
		for _, u := range b.under {
			values = append(values, series.Sum(valuesOf(u.rows)))
		}
		if len(b.ends) == 1 && series.IsSum(values, 0) {
			return b
		}
		if found := counted(b.under); found != nil {
			return found
		}
	}
	return nil
}

// leafValues are the values of the rows; without the role each row counts 1.
func leafValues(d *builder) (matrix, bool) {
	if len(d.fig.Value) > 0 {
		col, ok := numberRole(d, "value", d.fig.Value[0])
		if !ok {
			return matrix{}, false
		}
		m := columnMatrix(d, col)
		return m, measured(d, &m)
	}
	r := run{name: d.say("数量", "count")}
	for i, row := range d.data.Rows {
		c := cell{v: series.Value{Kind: series.Number, Num: 1}}
		c.Datum = chart.Datum{X: float64(i) + 0.5, Sources: d.cite(row.Sources), Rows: []int{i}}
		r.cells = append(r.cells, c)
	}
	m := matrix{cats: make([]string, len(r.cells)), runs: []run{r}}
	return m, measured(d, &m)
}

// pathOf are the names of a row's levels, those that are not given as —. A row
// may end above the innermost level.
func pathOf(row series.Row, levels []int) []string {
	var path []string
	end := 1
	for i, l := range levels {
		path = append(path, name(row.Cells[l]))
		if row.Cells[l].Kind != series.Missing {
			end = i + 1
		}
	}
	return path[:end]
}

// grow adds a leaf to a hierarchy.
func grow(level []branch, path []string, c cell) []branch {
	if len(path) == 0 {
		return level
	}
	i := slices.IndexFunc(level, func(b branch) bool { return b.name == path[0] })
	if i < 0 {
		i = len(level)
		level = append(level, branch{name: path[0]})
	}
	b := &level[i]
	b.value += c.Y
	b.rows = append(b.rows, c)
	if len(path) == 1 {
		b.ends = append(b.ends, c)
	}
	b.under = grow(b.under, path[1:], c)
	return level
}

// nameOwn gives what ends at a branch with others under it a name beside them.
func nameOwn(level []branch) {
	for i := range level {
		b := &level[i]
		if len(b.ends) > 0 && len(b.under) > 0 {
			own := branch{name: unnamed, rows: b.ends, ends: b.ends}
			for _, c := range b.ends {
				own.value += c.Y
			}
			b.under = append(b.under, own)
		}
		nameOwn(b.under)
	}
}

// summed is the datum of a branch: its one value, or the sum of several, which no
// report prints.
func summed(d *builder, b branch, m matrix) (datum chart.Datum, short string) {
	sum := m.sum(b.rows)
	if datum = sum.Datum; countsRows(d) {
		datum.Computed = false
	} else if datum.Computed && !(d.unlabelled() || d.all) {
		noteSums(d)
	}
	datum.X, datum.Y, datum.Name = 0, b.value, typeset.Text(b.name)
	return datum, sum.short
}

// countsRows reports whether the figure has no values but counts rows.
func countsRows(d *builder) bool { return len(d.fig.Value) == 0 }

// namesIn are the names of a hierarchy.
func namesIn(level []branch) []string {
	var names []string
	for _, b := range level {
		names = append(append(names, b.name), namesIn(b.under)...)
	}
	return names
}

// largestFirst sorts every level by value.
func largestFirst(level []branch) {
	slices.SortStableFunc(level, func(a, b branch) int { return cmp.Compare(b.value, a.value) })
	for _, b := range level {
		largestFirst(b.under)
	}
}

// treemapHeight is the height of a treemap in ems. A narrow one is higher: its
// parts have as much room for their names.
const treemapHeight = 26.0

const (
	groupHead   = 1.5 // the height of a group's name, in ems
	labelMargin = 0.6 // what a name in a cell leaves free of its width, in ems
)

// treemap makes rectangles inside rectangles, their areas in proportion to the
// values, the largest first.
func treemap(d *builder) {
	top, total, m := hierarchy(d)
	if top == nil {
		return
	}
	t := &mosaic{builder: d, m: m, total: total, st: d.open(treemapHeight * max(1, paperEms(d)/d.em))}
	t.alike = countsRows(d) && allOnes(top)
	t.cells.Name, t.cells.Nested, t.notes.Groups = typeset.Text(m.runs[0].name), true, true
	room := chart.Rect{X: 0, Y: 0, W: t.st.W, H: t.st.H}
	for i, box := range squarify(top, room) {
		t.fill(top[i], box, t.paint(top[i].name, i), nil)
	}
	d.chart.Panels = []chart.Panel{{Marks: chart.Marks{t.cells, t.notes}}}
	d.noteUnnamed(unnamedCells(d, t.cells.Data))
	if m.unit != "" && !d.unlabelled() && !t.alike {
		d.noteOnce(typeset.Text(d.say("单位：", "Unit: ") + m.unit + d.say("。", ".")))
	}
}

// allOnes reports whether every leaf counts 1.
func allOnes(level []branch) bool {
	return !slices.ContainsFunc(level, func(b branch) bool {
		return len(b.under) == 0 && b.value != 1 || !allOnes(b.under)
	})
}

// A mosaic is a treemap on its way.
type mosaic struct {
	*builder
	m     matrix
	st    chart.Stage
	total float64
	alike bool // every part counts 1, which needs no saying
	cells chart.Cells
	notes chart.Notes
}

// fill draws a branch: a leaf as a cell, another as its name over its parts.
func (t *mosaic) fill(b branch, box chart.Rect, color chart.Color, path []string) {
	if len(b.under) == 0 {
		t.leaf(b, box, color, path)
		return
	}
	inner := box
	if head := t.st.Note(box.X+0.2, box.Y+groupHead/2, chart.Label{Text: typeset.Text(b.name), Place: chart.Right, Color: t.theme.Ink, Bold: len(path) == 0}); t.headFits(b, box) {
		t.notes.Data = append(t.notes.Data, head)
		inner.Y += groupHead
		inner.H -= groupHead
	} else if len(path) == 0 {
		t.chart.Legend = append(t.chart.Legend, chart.Entry{Name: typeset.Text(b.name), Color: color, Shape: chart.Square})
	}
	path = append(slices.Clone(path), typeset.Text(b.name))
	for i, part := range squarify(b.under, inner) {
		own, asked := t.askedColor(b.under[i].name)
		if !asked {
			own = color
		}
		t.fill(b.under[i], part, own, path)
	}
}

func (t *mosaic) headFits(b branch, box chart.Rect) bool {
	return box.H > 2*groupHead && t.faces.Width(typeset.Text(b.name), 1, true)+0.8 <= box.W
}

// leaf is one cell with its name and value, as far as there is room.
func (t *mosaic) leaf(b branch, box chart.Rect, color chart.Color, path []string) {
	datum, value := summed(t.builder, b, t.m)
	datum.Color, datum.Share, datum.Path = color, shareText(b.value, t.total), path
	lines := t.faces.Wrap(b.name, box.W-labelMargin, 1, false)
	torn := lonely(lines)
	switch {
	case !torn && !t.unlabelled() && !t.alike && t.fits(append(lines, value), box):
		lines = append(lines, value)
	case torn || !t.fits(lines, box):
		lines = nil
	}
	datum.Label = chart.Label{Text: strings.Join(lines, "\n"), Place: chart.Center, Color: palette.InkOn(color)}
	t.cells.Data = append(t.cells.Data, datum)
	t.cells.Boxes = append(t.cells.Boxes, t.st.Box(box.X, box.Y, box.W, box.H))
}

// lonely reports whether a name is broken so that its last character stands alone, or
// more than one does.
func lonely(lines []string) bool {
	alone := 0
	for i, l := range lines {
		if utf8.RuneCountInString(l) == 1 {
			if alone++; alone > 1 || i == len(lines)-1 {
				return len(lines) > 1
			}
		}
	}
	return false
}

// fits reports whether lines of text have room in a box of ems.
func (t *mosaic) fits(lines []string, box chart.Rect) bool {
	return float64(len(lines))*1.2+0.3 <= box.H && t.faces.Widest(lines, 1, false)+labelMargin <= box.W
}

// squarify cuts a room into boxes in proportion to the values, as square as they
// can be, row by row along the shorter side (Bruls, Huizing, van Wijk).
func squarify(level []branch, room chart.Rect) []chart.Rect {
	total := 0.0
	for _, b := range level {
		total += b.value
	}
	boxes := make([]chart.Rect, 0, len(level))
	for start := 0; start < len(level); {
		end, sum := rowEnd(level[start:], room, total)
		row := level[start : start+end]
		boxes, room = layRow(boxes, row, sum, total, room)
		total -= sum
		start += end
	}
	return boxes
}

// rowEnd is how many branches make the next row: as many as keep getting squarer.
func rowEnd(level []branch, room chart.Rect, total float64) (n int, sum float64) {
	best := 0.0
	side, area := min(room.W, room.H), room.W*room.H
	for i, b := range level {
		s := sum + b.value
		if total <= 0 || s <= 0 || side <= 0 {
			return len(level), total
		}
		thick := s / total * area / side
		worst := 0.0
		for _, c := range level[:i+1] {
			long := c.value / s * side
			worst = max(worst, thick/max(long, 1e-12), long/thick)
		}
		if i > 0 && worst > best {
			break
		}
		n, sum, best = i+1, s, worst
	}
	return n, sum
}

// layRow puts a row along the shorter side and returns the room that is left. The
// hash covers boxes to the last bit, so that no processor may fuse their products.
func layRow(boxes []chart.Rect, row []branch, sum, total float64, room chart.Rect) ([]chart.Rect, chart.Rect) {
	part := 1.0
	if total > 0 {
		part = min(1, sum/total)
	}
	vertical := room.W >= room.H
	at := 0.0
	for _, b := range row {
		share := 1 / float64(len(row))
		if sum > 0 {
			share = b.value / sum
		}
		if vertical {
			boxes = append(boxes, chart.Rect{X: room.X, Y: room.Y + float64(at*room.H), W: room.W * part, H: room.H * share})
		} else {
			boxes = append(boxes, chart.Rect{X: room.X + float64(at*room.W), Y: room.Y, W: room.W * share, H: room.H * part})
		}
		at += share
	}
	if vertical {
		room.X += float64(room.W * part)
		room.W -= float64(room.W * part)
	} else {
		room.Y += float64(room.H * part)
		room.H -= float64(room.H * part)
	}
	return boxes, room
}
