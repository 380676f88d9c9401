package proof

import (
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/notation"
	"charts/internal/report"
	"charts/internal/table"
)

// How cells are set.
const (
	cellSize  = 8.5
	cellLine  = 12.0
	padding   = 4.0
	leastCell = 24.0
	mostCell  = 150.0
	mostPages = 8

	mostWrapped = 20 // lines of a cell
)

// cellSurfaces are the pages of a PDF, or one surface of set cells.
func cellSurfaces(t *table.Table, all []report.Printed) []surface {
	first, last := extent(t)
	lines, more := own(within(all, first, last), t), 0
	if len(lines) > maxLines {
		lines, more = lines[:maxLines], len(lines)-maxLines
	}
	if len(lines) > 0 && lines[0].Page.Number > 0 {
		return pages(lines, more)
	}
	return []surface{set(lines, topOf(t), more)}
}

// within are the lines from one to another; they are in their order.
func within(lines []report.Printed, first, last int) []report.Printed {
	byLine := func(p report.Printed, line int) int { return p.Line - line }
	from, _ := slices.BinarySearchFunc(lines, first, byLine)
	to, _ := slices.BinarySearchFunc(lines, last+1, byLine)
	return lines[from:max(from, to)]
}

// own leaves out the lines of other tables that stand side by side with a table: of
// those that share lines, the one with the most of its texts is it.
func own(lines []report.Printed, t *table.Table) []report.Printed {
	texts := map[string]bool{}
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			texts[notation.Fold(c.Text)] = true
		}
	}
	held, shared := map[int]int{}, map[int]bool{}
	for i, l := range lines {
		if l.Table == 0 {
			continue
		}
		for _, c := range l.Rows[len(l.Rows)-1] {
			if texts[notation.Fold(c.Text)] {
				held[l.Table]++
			}
		}
		if i > 0 && lines[i-1].Line == l.Line && lines[i-1].Table > 0 && lines[i-1].Table != l.Table {
			shared[l.Table], shared[lines[i-1].Table] = true, true
		}
	}
	best := 0
	for table := range shared {
		if held[table] > held[best] || held[table] == held[best] && table < best {
			best = table
		}
	}
	return slices.DeleteFunc(slices.Clone(lines), func(l report.Printed) bool { return shared[l.Table] && l.Table != best })
}

// pages are those of a PDF, with the cells and lines on them.
func pages(lines []report.Printed, more int) (all []surface) {
	for at, l := range lines {
		if n := len(all); n == 0 || all[n-1].page != l.Page {
			if n == mostPages {
				all[n-1].more = more + len(lines) - at
				break
			}
			all = append(all, surface{page: l.Page, width: l.Page.Width, height: l.Page.Height})
		}
		s := &all[len(all)-1]
		for i, row := range l.Rows {
			for _, c := range row {
				if c.Text != "" {
					box := chart.Rect{X: c.Box.X0 - 1, Y: c.Box.Y0 - 1, W: c.Box.X1 - c.Box.X0 + 2, H: c.Box.Y1 - c.Box.Y0 + 2}
					s.words = append(s.words, word{text: c.Text, key: notation.Fold(c.Text), apart: l.Table == 0, line: l.Line, row: i, col: -1, box: box, size: min(0.8*box.H, textSize)})
				}
			}
		}
	}
	return all
}

// A placedCell is a cell in the grid of a table that is set.
type placedCell struct {
	report.PrintedCell
	line, within  int // its line, and which of its rows
	row, col      int
	text          []string
	outsideTables bool
}

// set sets the lines as cells under one another, as wide as their texts need.
func set(lines []report.Printed, top, more int) surface {
	s := surface{more: more}
	cells, rows := place(lines)
	widths := columnWidths(cells)
	lefts := []float64{gutter}
	for _, w := range widths {
		lefts = append(lefts, lefts[len(lefts)-1]+w)
	}
	s.width = lefts[len(lefts)-1]
	heights := make([]float64, rows)
	for i := range cells {
		c := &cells[i]
		width := max(lefts[min(c.col+c.Cols, len(widths))]-lefts[min(c.col, len(widths))], leastCell)
		if c.outsideTables {
			width = max(s.width-gutter, 3*mostCell)
			s.width = max(s.width, gutter+min(width, faces.Width(c.Text, cellSize, false)+2*padding))
		}
		c.text = faces.Wrap(strings.ReplaceAll(printable(c.Text), "\n", " "), width-2*padding, cellSize, false)
		if len(c.text) > mostWrapped {
			c.text = append(c.text[:mostWrapped:mostWrapped], "…")
		}
		if c.Rows == 1 {
			heights[c.row] = max(heights[c.row], cellLine*float64(len(c.text))+padding)
		}
	}
	tops := []float64{0}
	for i, h := range heights {
		if k := slices.IndexFunc(cells, func(c placedCell) bool { return c.row == i }); k >= 0 && cells[k].line == top && cells[k].within == 0 {
			tops[i] += tagRoom
		}
		tops = append(tops, tops[i]+max(h, cellLine+padding))
	}
	s.height = tops[rows]
	numbered := 0
	for _, c := range cells {
		left, right := lefts[min(c.col, len(widths))], lefts[min(c.col+c.Cols, len(widths))]
		if c.outsideTables {
			right = s.width
		}
		height := tops[min(c.row+c.Rows, rows)] - tops[c.row]
		if c.Rows == 1 { // without the room for the numbers of columns below
			height = max(heights[c.row], cellLine+padding)
		}
		if c.line != numbered {
			s.numbers = append(s.numbers, lineNumber(c.line, tops[c.row]))
			numbered = c.line
		}
		s.words = append(s.words, word{text: c.Text, key: notation.Fold(c.Text), line: c.line, row: c.within, col: -1, lines: c.text, apart: c.outsideTables, size: cellSize,
			box: chart.Rect{X: left, Y: tops[c.row], W: right - left, H: height}})
	}
	return s
}

// place gives the cells their rows and columns, around those that reach down.
func place(lines []report.Printed) (cells []placedCell, rows int) {
	taken := map[[2]int]bool{}
	for _, l := range lines {
		for i, row := range l.Rows {
			col := 0
			for _, c := range row {
				for taken[[2]int{rows, col}] {
					col++
				}
				for r := rows; r < rows+min(c.Rows, maxLines); r++ {
					for k := col; k < col+c.Cols; k++ {
						taken[[2]int{r, k}] = true
					}
				}
				cells = append(cells, placedCell{PrintedCell: c, line: l.Line, within: i, row: rows, col: col, outsideTables: l.Table == 0})
				col += c.Cols
			}
			rows++
		}
	}
	return cells, rows
}

// columnWidths gives each column the room of its widest text, within bounds.
func columnWidths(cells []placedCell) (widths []float64) {
	for _, c := range cells {
		if c.outsideTables {
			continue
		}
		for len(widths) < c.col+c.Cols {
			widths = append(widths, leastCell)
		}
		if c.Cols == 1 {
			widths[c.col] = max(widths[c.col], min(faces.Width(printable(c.Text), cellSize, false)+2*padding+1, mostCell))
		}
	}
	return widths
}
