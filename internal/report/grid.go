package report

import (
	"slices"
	"strings"

	"charts/internal/diag"
	"charts/internal/grid"
	"charts/internal/message"
	"charts/internal/notation"
)

// A span is one cell of a format that knows its merged cells. Zero spans count
// as one.
type span struct {
	text       string
	cols, rows int
	covered    bool // in a sheet: another cell is merged over it
	across     bool // covered by a cell that begins in a column before
	doubt      *doubt
	box        grid.Box // of a page, where it has one
}

// holds doubts a cell that has a table in place of a text: it has a value all the same.
func (s *span) holds(table bool) {
	if table && !s.filled() {
		s.doubt = &doubt{reason: message.Of("the cell holds a table, which was read by itself")}
	}
}

// A spanRow is one row as the file holds it: without the cells that another
// row's cell covers.
type spanRow struct {
	line
	head  bool // marked as part of the header
	cells []span
}

// A layout is a grid with every merged cell in all places that it covers. Its
// columns are those that a cell begins in: one that is only covered holds nothing.
type layout struct {
	rows  []spanRow
	cells [][]*span // nil where the row is short
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
		return []part{{refused: at(rows[0].no, "this table cannot be read", err), lines: []line{rows[0].line}}}
	}
	return parts
}

// layOut puts every cell in its place.
func layOut(rows []spanRow) (layout, error) {
	g := layout{rows: rows, cells: make([][]*span, len(rows))}
	total := 0
	for i, r := range rows {
		col := 0
		for k := range r.cells {
			s := &r.cells[k]
			s.text, s.cols, s.rows = flat(s.text), min(max(s.cols, 1), maxColumns+1), min(max(s.rows, 1), len(rows)-i)
			for col < len(g.cells[i]) && g.cells[i][col] != nil {
				col++
			}
			total += s.cols * s.rows
			if col+s.cols > maxColumns || total > maxCells {
				return g, tooLarge(r.no)
			}
			g.put(s, i, col)
			col += s.cols
			g.width = max(g.width, col-s.cols+1)
		}
	}
	return g, nil
}

func tooLarge(line int) error {
	return &refusal{rule: "table-too-large", line: line, hint: message.Of("keep the columns and rows that the figures need"),
		text: message.Of("this table has more than %d columns or %d cells", maxColumns, maxCells)}
}

func (g *layout) put(s *span, row, col int) {
	for i := row; i < row+s.rows; i++ {
		for len(g.cells[i]) < col+s.cols {
			g.cells[i] = append(g.cells[i], nil)
		}
		for k := col; k < col+s.cols; k++ {
			if g.cells[i][k] == nil {
				g.cells[i][k] = s
			}
		}
	}
}

// flat makes a cell one line; tabs part cells.
func flat(s string) string {
	if !strings.ContainsAny(s, "\t\r\n\v\f\u2028\u2029") {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s)
}

// whole reports whether a single cell fills the row of a wider table.
func (g *layout) whole(row int) bool {
	return len(g.rows[row].cells) == 1 && g.rows[row].cells[0].cols >= g.width
}

// under reports whether a row at the end is none of the table: a note under it,
// or a blank.
func (g *layout) under(row int) bool {
	if g.blank(row) {
		return true
	}
	return g.whole(row) && noteForm.MatchString(g.texts(row)[0].text)
}

func (g *layout) blank(row int) bool {
	return !slices.ContainsFunc(g.rows[row].cells, span.filled)
}

func (g *layout) texts(row int) []line {
	if g.blank(row) {
		return nil
	}
	l := g.rows[row].line
	l.text = strings.TrimSpace(g.rows[row].cells[0].text)
	l.gap = true
	return []line{l}
}

// lines prints the rows from first to end, the header as one row.
func (g *layout) lines(first, end int, t *hinted) []line {
	depth, said := t.header()
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
			lines = append(lines, g.row(i))
		}
	}
	return lines
}

// maxDepth is the most rows that a header has.
const maxDepth = 5

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
		if s == nil || s.cols == 1 && s.rows == 1 && s.filled() {
			return 1
		}
		corner = corner || s.cols == 1 && s.rows == 1
		deepest = max(deepest, s.rows)
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
			if s := tidy(c.text); isValue(s) && !isYear(s) {
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
		var above *span
		for _, row := range rows[:len(rows)-len(units)] {
			if c < len(row) && row[c] != nil && row[c] != above && row[c].text != "" {
				path = append(path, strings.TrimSpace(row[c].text))
				above = row[c]
			}
		}
		names[c] = strings.Join(path, "/")
		for _, row := range units {
			if c < len(row) && row[c] != nil && row[c] != above && row[c].filled() {
				names[c] += "（" + bareUnit(row[c].text) + "）"
			}
		}
	}
	l := g.rows[first].line
	l.text, l.from = strings.Join(names, "\t"), g.rows[first:first+depth]
	return l
}

// units is the last row of a header if it holds the units of the names above it.
func (g *layout) units(rows [][]*span) [][]*span {
	last := rows[len(rows)-1]
	n := 0
	for c, s := range last {
		switch over := rows[len(rows)-2]; {
		case s == nil || !s.filled() || c < len(over) && over[c] == s:
		case s.cols > 1 || !notation.UnitAlone(bareUnit(s.text)):
			return nil
		default:
			n++
		}
	}
	if 2*n < g.width-1 {
		return nil
	}
	return rows[len(rows)-1:]
}

// row prints a merged cell in its first place only: the blanks under it say
// that a group goes on. The sum of a group names it.
func (g *layout) row(i int) line {
	l := g.rows[i].line
	cells := make([]string, g.width)
	var left *span
	sum := g.sums(i)
	for c, s := range g.cells[i][:min(len(g.cells[i]), g.width)] {
		first := s != nil && s != left && (i == 0 || c >= len(g.cells[i-1]) || g.cells[i-1][c] != s)
		switch {
		case first && s.doubt != nil:
			l.doubt(c, s.doubt.reason, s.doubt.instead)
		case first && c > 0 && s.isJoint():
			l.doubt(c, message.Of("the number stands in a merged cell; it counts for the first of the cells that it covers"), message.Of("%s in each of %d cells", strings.TrimSpace(s.text), s.cols*s.rows))
		}
		if first || sum && s != nil && s != left {
			cells[c] = s.text
		}
		left = s
	}
	l.text, l.from = strings.Join(cells, "\t"), g.rows[i:i+1]
	return l
}

// isJoint reports whether a number, other than a year, stands for several cells.
func (s *span) isJoint() bool {
	return s.cols*s.rows > 1 && isNumber(strings.TrimSpace(s.text)) && !isPeriod(s.text+"年")
}
