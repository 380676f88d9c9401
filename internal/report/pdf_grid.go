package report

import (
	"slices"
	"strings"

	"charts/internal/pdftext"
)

// maxPageRules is how many rules a page with tables has; a page with more holds
// drawings.
const maxPageRules = 3000

// A ruledTable is a table drawn with rules.
type ruledTable struct {
	top  float64
	rows []pdfRow
}

// ruledTables finds the tables of a page, from the top, and the characters
// outside them.
func ruledTables(page pdftext.Page) ([]ruledTable, []pdftext.Glyph) {
	var tables []ruledTable
	rest := page.Glyphs
	if len(page.Rules) > maxPageRules {
		return nil, rest
	}
	for _, rules := range connected(page.Rules) {
		f := newRuling(rules)
		if len(f.xs) < 3 || len(f.ys) < 2 || len(f.xs)*len(f.ys) > maxPageRules*10 {
			continue
		}
		inside, outside := f.part(rest)
		rows := f.tableRows(inside)
		if len(rows) == 0 {
			continue
		}
		rest = outside
		tables = append(tables, ruledTable{f.ys[0], rows})
	}
	slices.SortStableFunc(tables, func(a, b ruledTable) int {
		if a.top > b.top {
			return -1
		}
		return 1
	})
	return tables, rest
}

// connected groups the rules that touch each other.
func connected(rules []pdftext.Rule) [][]pdftext.Rule {
	group := make([]int, len(rules)) // of each rule, another one of its group
	for i := range rules {
		group[i] = i
		for k := range i {
			if touch(rules[i], rules[k]) {
				group[rootOf(group, i)] = rootOf(group, k)
			}
		}
	}
	at := map[int]int{}
	var groups [][]pdftext.Rule
	for i, r := range rules {
		root := rootOf(group, i)
		if _, ok := at[root]; !ok {
			at[root] = len(groups)
			groups = append(groups, nil)
		}
		groups[at[root]] = append(groups[at[root]], r)
	}
	return groups
}

// rootOf is the rule that stands for the group of rule i.
func rootOf(group []int, i int) int {
	for group[i] != i {
		group[i] = group[group[i]]
		i = group[i]
	}
	return i
}

func touch(a, b pdftext.Rule) bool {
	return a.X0 <= b.X1+near && b.X0 <= a.X1+near && a.Y0 <= b.Y1+near && b.Y0 <= a.Y1+near
}

// A ruling is the rules of one table.
type ruling struct {
	xs, ys []float64 // where columns and rows meet; ys from the top
	rules  []pdftext.Rule
}

func newRuling(rules []pdftext.Rule) ruling {
	f := ruling{rules: rules}
	for _, r := range rules {
		if r.Y1-r.Y0 >= near {
			f.xs = append(f.xs, r.X0)
		}
		if r.X1-r.X0 >= near {
			f.ys = append(f.ys, r.Y0)
		}
	}
	across, down := len(f.ys), len(f.xs)
	for _, r := range rules { // a side may have no rule, as where a page ends
		if down > 0 && r.X1-r.X0 >= near {
			f.xs = append(f.xs, r.X0, r.X1)
		}
		if across > 0 && r.Y1-r.Y0 >= near {
			f.ys = append(f.ys, r.Y0, r.Y1)
		}
	}
	f.xs, f.ys = clusters(f.xs), clusters(f.ys)
	slices.Reverse(f.ys)
	return f
}

// clusters sorts places, one for all that are near each other.
func clusters(all []float64) []float64 {
	slices.Sort(all)
	var out []float64
	for _, v := range all {
		if n := len(out); n == 0 || v-out[n-1] > near {
			out = append(out, v)
		}
	}
	return out
}

// part sorts out the characters inside the ruling.
func (f ruling) part(glyphs []pdftext.Glyph) (inside, outside []pdftext.Glyph) {
	for _, g := range glyphs {
		if row, col := f.cellOf(g); row >= 0 && col >= 0 {
			inside = append(inside, g)
		} else {
			outside = append(outside, g)
		}
	}
	return inside, outside
}

// cellOf finds the cell around the middle of a character, or -1.
func (f ruling) cellOf(g pdftext.Glyph) (row, col int) {
	x, y := (g.X0+g.X1)/2, g.Y+0.3*g.Size
	col = slices.IndexFunc(f.xs, func(v float64) bool { return v > x }) - 1
	row = slices.IndexFunc(f.ys, func(v float64) bool { return v < y }) - 1
	return max(row, -1), max(col, -1)
}

// across reports whether a rule closes the cell at its foot, and down whether
// one closes it at its right.
func (f ruling) across(row, col int) bool {
	x := (f.xs[col] + f.xs[col+1]) / 2
	return slices.ContainsFunc(f.rules, func(r pdftext.Rule) bool {
		return r.X0 <= x && x <= r.X1 && isNear(r.Y0, f.ys[row+1])
	})
}

func (f ruling) down(row, col int) bool {
	y := (f.ys[row] + f.ys[row+1]) / 2
	return slices.ContainsFunc(f.rules, func(r pdftext.Rule) bool {
		return r.Y0 <= y && y <= r.Y1 && isNear(r.X0, f.xs[col+1])
	})
}

// tableRows reads the cells; none when most are blank, as in a drawing.
func (f ruling) tableRows(glyphs []pdftext.Glyph) []pdfRow {
	height, width := len(f.ys)-1, len(f.xs)-1
	held := make([][]pdftext.Glyph, height*width)
	for _, g := range glyphs {
		row, col := f.cellOf(g)
		held[row*width+col] = append(held[row*width+col], g)
	}
	taken := make([]bool, height*width)
	rows := make([]spanRow, height)
	filled, cells := 0, 0
	for i := range height {
		for k := range width {
			if taken[i*width+k] {
				continue
			}
			s := f.span(i, k, held, taken)
			rows[i].cells = append(rows[i].cells, s)
			cells++
			if s.text != "" {
				filled++
			}
		}
	}
	if 3*filled < cells {
		return nil
	}
	return printed(rows)
}

// span takes the cells that no rule parts from the one at row and col.
func (f ruling) span(row, col int, held [][]pdftext.Glyph, taken []bool) span {
	height, width := len(f.ys)-1, len(f.xs)-1
	s := span{cols: 1, rows: 1}
	for col+s.cols < width && !taken[row*width+col+s.cols] && !f.down(row, col+s.cols-1) {
		s.cols++
	}
	for row+s.rows < height && !f.across(row+s.rows-1, col) {
		s.rows++
	}
	var glyphs []pdftext.Glyph
	for i := row; i < row+s.rows; i++ {
		for k := col; k < col+s.cols; k++ {
			taken[i*width+k] = true
			glyphs = append(glyphs, held[i*width+k]...)
		}
	}
	for _, l := range textLines(glyphs) {
		s.text = glue(s.text, pieceText(l.pieces))
	}
	return s
}

func printed(rows []spanRow) []pdfRow {
	parts, err := gridParts(rows)
	if err != nil {
		return nil
	}
	var out []pdfRow
	for _, p := range parts {
		for _, l := range p.lines {
			out = append(out, pdfRow{text: l.text, table: p.grid, gap: !p.grid})
		}
	}
	return slices.DeleteFunc(out, func(r pdfRow) bool { return strings.TrimSpace(r.text) == "" })
}
