package report

import (
	"slices"
	"strings"

	"charts/internal/diag"
	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/notation"
)

// spanRowsOf are the rows of a file that knows its cells.
func spanRowsOf(read []format.Row) []spanRow {
	rows := make([]spanRow, len(read))
	for i, r := range read {
		rows[i] = spanRow{line: line{no: r.No, at: r.At, exact: true, doubts: r.Doubts}, head: r.Head, cells: r.Cells}
	}
	return rows
}

// A layout is a grid with every merged cell in all places that it covers. Its
// columns are those that a cell begins in: one that is only covered holds nothing.
type layout struct {
	rows  []spanRow
	cells [][]*format.Cell // nil where the row is short
	width int
}

// gridParts turns rows with merged cells into parts: the title rows over the
// header, the table, the notes under it.
func gridParts(rows []spanRow, t *hinted) ([]part, error) {
	rows = partRows(rows)
	g, err := layOut(rows)
	if err != nil {
		return nil, err
	}
	var parts []part
	first, end := 0, len(rows)
	for t == nil && first < end && g.whole(first) {
		parts = append(parts, part{lines: g.texts(first)})
		first++
	}
	for end > first && g.under(end-1) {
		end--
	}
	if first < end {
		parts = append(parts, part{grid: true, lines: g.lines(first, end, t)})
	}
	for i := end; i < len(rows); i++ {
		parts = append(parts, part{note: true, lines: g.texts(i)})
	}
	return parts, nil
}

// tableParts is gridParts of a table that costs nothing but itself where it
// cannot be read.
func tableParts(rows []spanRow) (parts []part) {
	if len(rows) == 0 {
		return nil
	}
	err := diag.Try(func() (err error) {
		parts, err = gridParts(rows, nil)
		return err
	})
	if err != nil {
		return []part{{refused: at(rows[0].no, message.Of("this table cannot be read"), err), lines: []line{rows[0].line}}}
	}
	return parts
}

// layOut puts every cell in its place.
func layOut(rows []spanRow) (layout, error) {
	g := layout{rows: rows, cells: make([][]*format.Cell, len(rows))}
	total := 0
	for i, r := range rows {
		col := 0
		for k := range r.cells {
			s := &r.cells[k]
			s.Text, s.Cols, s.Rows = format.Flat(s.Text), min(max(s.Cols, 1), format.MaxColumns+1), min(max(s.Rows, 1), len(rows)-i)
			for col < len(g.cells[i]) && g.cells[i][col] != nil {
				col++
			}
			total += s.Cols * s.Rows
			if col+s.Cols > format.MaxColumns || total > format.MaxCells {
				return g, format.TableTooLarge(r.no)
			}
			g.put(s, i, col)
			col += s.Cols
			g.width = max(g.width, col-s.Cols+1)
		}
	}
	return g, nil
}

func (g *layout) put(s *format.Cell, row, col int) {
	for i := row; i < row+s.Rows; i++ {
		for len(g.cells[i]) < col+s.Cols {
			g.cells[i] = append(g.cells[i], nil)
		}
		for k := col; k < col+s.Cols; k++ {
			if g.cells[i][k] == nil {
				g.cells[i][k] = s
			}
		}
	}
}

// whole reports whether a single cell fills the row of a wider table.
func (g *layout) whole(row int) bool {
	return len(g.rows[row].cells) == 1 && g.rows[row].cells[0].Cols >= g.width
}

// under reports whether a row at the end is none of the table: a note under it,
// or a blank.
func (g *layout) under(row int) bool {
	if g.blank(row) {
		return true
	}
	return g.whole(row) && noteForm.MatchString(g.texts(row)[0].text)
}

func (g *layout) blank(row int) bool { return format.Empty(g.rows[row].cells) }

func (g *layout) texts(row int) []line {
	if g.blank(row) {
		return nil
	}
	l := g.rows[row].line
	l.text = strings.TrimSpace(g.rows[row].cells[0].Text)
	l.gap = true
	return []line{l}
}

// lines prints the rows from first to end, the header as one row.
func (g *layout) lines(first, end int, t *hinted) []line {
	depth, said := t.said().Depth()
	if !said {
		depth = g.depth(first, end)
	}
	depth = min(depth, end-first-1)
	lines := make([]line, 0, end-first)
	if depth > 1 {
		lines = append(lines, g.header(first, depth))
	} else {
		depth = 0
	}
	for i := first + depth; i < end; i++ {
		if !g.blank(i) {
			lines = append(lines, g.row(i, first+max(depth, 1)))
		}
	}
	return lines
}

// maxDepth is the most rows that a header has.
const maxDepth = 8

// depth counts the header rows: those that are marked or, in a table that marks
// none, those that merged cells of the first row tell.
func (g *layout) depth(first, end int) int {
	marked := 0
	for first+marked < end && g.rows[first+marked].head {
		marked++
	}
	if marked > 0 {
		return min(marked, maxDepth)
	}
	deepest, corner := 2, false
	for _, s := range g.cells[first] {
		if s == nil || s.Cols == 1 && s.Rows == 1 && s.Filled() {
			return 1
		}
		corner = corner || s.Cols == 1 && s.Rows == 1
		deepest = max(deepest, s.Rows)
	}
	if deepest > maxDepth || deepest >= end-first || corner && g.hasValues(first+1, first+deepest) {
		return 1
	}
	return deepest
}

// hasValues reports whether rows hold values, as no names of columns do.
func (g *layout) hasValues(from, end int) bool {
	for _, r := range g.rows[from:end] {
		for _, c := range r.cells {
			if s := notation.Tidy(c.Text); notation.Value(s) && !notation.YearOrPart(s) {
				return true
			}
		}
	}
	return false
}

// header joins the header rows: a name over several columns goes to all of
// them.
func (g *layout) header(first, depth int) line {
	names := make([]string, g.width)
	rows := g.cells[first : first+depth]
	units := g.units(rows)
	for c := range names {
		var path []string
		var above *format.Cell
		for _, row := range rows[:len(rows)-len(units)] {
			if c < len(row) && row[c] != nil && row[c] != above && row[c].Text != "" {
				path = append(path, strings.TrimSpace(row[c].Text))
				above = row[c]
			}
		}
		names[c] = strings.Join(path, "/")
		for _, row := range units {
			if c < len(row) && row[c] != nil && row[c] != above && row[c].Filled() {
				names[c] += "（" + notation.BareUnit(row[c].Text) + "）"
			}
		}
	}
	l := g.rows[first].line
	l.text, l.from = strings.Join(names, "\t"), g.rows[first:first+depth]
	for c, s := range rows[depth-1] {
		if s != nil && s.Doubt != nil && c < g.width {
			l.doubt(c, s.Doubt.Reason, s.Doubt.Instead)
		}
	}
	return l
}

// units is the last row of a header if it holds the units of the names above it.
func (g *layout) units(rows [][]*format.Cell) [][]*format.Cell {
	var texts []string
	for c, s := range rows[len(rows)-1] {
		switch over := rows[len(rows)-2]; {
		case s == nil || c < len(over) && over[c] == s:
		case s.Cols > 1 && s.Filled():
			return nil
		default:
			texts = append(texts, s.Text)
		}
	}
	n := notation.UnitRow(texts)
	if 2*n < g.width-1 {
		return nil
	}
	return rows[len(rows)-1:]
}

// row prints a merged cell in its first place only: the blanks under it say
// that a group goes on. The sum of a group names it, and so does a row of the body
// that has no other name: the body begins at a row, and a name that reaches into it
// from the header is none of its rows.
func (g *layout) row(i, body int) line {
	l := g.rows[i].line
	cells := make([]string, g.width)
	var left *format.Cell
	sum, nameless := g.sums(i), i > body && g.nameless(i)
	for c, s := range g.cells[i][:min(len(g.cells[i]), g.width)] {
		first := s != nil && s != left && (i == 0 || c >= len(g.cells[i-1]) || g.cells[i-1][c] != s)
		switch {
		case first && s.Doubt != nil:
			l.doubt(c, s.Doubt.Reason, s.Doubt.Instead)
		case first && c > 0 && isJoint(s):
			l.doubt(c, message.Of("the number stands in a merged cell; it counts for the first of the cells that it covers"), message.Of("%s in each of %d cells", strings.TrimSpace(s.Text), s.Cols*s.Rows))
		}
		goesOn := s != nil && s != left
		if first || sum && goesOn || nameless && goesOn && !isJoint(s) && !g.covers(s, body-1, c) {
			cells[c] = s.Text
		}
		left = s
	}
	l.text, l.from = strings.Join(cells, "\t"), g.rows[i:i+1]
	return l
}

// covers reports whether a cell reaches over a place.
func (g *layout) covers(s *format.Cell, row, col int) bool {
	return row >= 0 && col < len(g.cells[row]) && g.cells[row][col] == s
}

// nameless reports whether all cells that begin in a row are numbers, years or blank.
func (g *layout) nameless(i int) bool {
	return !slices.ContainsFunc(g.rows[i].cells, func(c format.Cell) bool {
		s := notation.Tidy(c.Text)
		return s != "" && !notation.Value(s) && !notation.YearOrPart(s)
	})
}

// isJoint reports whether a number, other than a year, stands for several cells.
func isJoint(s *format.Cell) bool {
	return s.Cols*s.Rows > 1 && notation.Number(strings.TrimSpace(s.Text)) && !notation.Period(s.Text+"年")
}
