package report

import (
	"cmp"
	"slices"
	"strings"

	"charts/internal/format"
	"charts/internal/grid"
	"charts/internal/notation"
	"charts/internal/table"
)

// The size of a page of text: a column of characters is half as wide as a
// Chinese character, and a blank line stands between two lines at most.
const (
	columnWidth = 5.0
	textSize    = 9.5 // less than two columns: two blanks part cells
	lineHeight  = 12.0
)

// textPage gives the words of lines of text the places in which they stand, and
// makes rules of what is drawn with characters. It returns the height of each
// line; some are left out.
func textPage(lines []line, wide int, framed bool, without func(i int) bool) (p grid.Page, heights []float64) {
	y, order := 0.0, 0
	for i, l := range lines {
		if without(i) {
			heights = append(heights, y)
			continue
		}
		y -= lineHeight
		if l.gap && i > 0 {
			y -= lineHeight
		}
		heights = append(heights, y)
		t := textLine{y: y, x: columnWidth * float64(l.indent), wide: wide, framed: framed, drawn: drawnAt(l.text, framed)}
		for at, r := range l.text {
			t.add(at, r)
		}
		_, _, caption := parseCaption(l.text)
		order = t.number(order+2, caption || strings.ContainsAny(l.text, "，。；！？"))
		p.Pieces, p.Rules = append(p.Pieces, t.pieces...), append(p.Rules, t.rules...)
	}
	return p, heights
}

// pageTurns reports whether a line is one that a new page adds inside a table.
func pageTurns(lines []line) func(i int) bool {
	return func(i int) bool { return isPageNumber(lines[i].text) || repeatsHeader(lines, i) }
}

// repeatsHeader reports whether a line says the same as one of the first, which
// holds no value, as under a page break.
func repeatsHeader(lines []line, i int) bool {
	if i == 0 || ruleForm.MatchString(lines[i].text) || slices.ContainsFunc(strings.Fields(lines[i].text), func(s string) bool { return notation.Value(s) && !notation.BareYear(s) }) {
		return false
	}
	same := func(l line) bool { return notation.Fold(l.text) == notation.Fold(lines[i].text) }
	return slices.ContainsFunc(lines[:min(i, table.MaxHeader)], same)
}

// A textLine is a line whose characters are given their places one by one.
type textLine struct {
	y, x   float64
	drawn  [][]int // from where to where it is a rule
	wide   int     // how many columns a Chinese character takes
	framed bool    // bars and corners are rules down
	open   bool    // the last character was one of a word
	pieces []grid.Piece
	rules  []grid.Box
}

func (t *textLine) add(at int, r rune) {
	end := t.x + columnWidth
	if notation.Han(r) {
		end = t.x + columnWidth*float64(t.wide)
	}
	drawn := slices.ContainsFunc(t.drawn, func(d []int) bool { return d[0] <= at && at < d[1] })
	bar := strings.ContainsRune(barSigns, r)
	switch {
	case notation.Blank(r):
		t.open = false
	case drawn, t.framed && bar:
		t.open = false
		if !bar {
			t.across(end)
		}
		if middle := t.x + columnWidth/2; bar || t.framed && strings.ContainsRune(cornerSigns, r) {
			t.rules = append(t.rules, grid.Box{X0: middle, Y0: t.y - 3, X1: middle, Y1: t.y + 9})
		}
	default:
		t.letter(r, end)
	}
	t.x = end
}

// across draws a rule on to a place.
func (t *textLine) across(end float64) {
	if n := len(t.rules); n > 0 && t.rules[n-1].X1 == t.x && t.rules[n-1].Y0 == t.rules[n-1].Y1 {
		t.rules[n-1].X1 = end
		return
	}
	t.rules = append(t.rules, grid.Box{X0: t.x, Y0: t.y + 3, X1: end, Y1: t.y + 3})
}

// drawnAt is from where to where a line draws rules.
func drawnAt(s string, framed bool) [][]int {
	switch {
	case ruleForm.MatchString(s) && (!framed || format.Frame.MatchString(s)):
		return [][]int{{0, len(s)}}
	case framed:
		return innerRule.FindAllStringIndex(s, -1)
	}
	return nil
}

func (t *textLine) letter(r rune, end float64) {
	if !t.open {
		t.pieces = append(t.pieces, grid.Piece{X0: t.x, Y: t.y, Size: textSize})
	}
	last := &t.pieces[len(t.pieces)-1]
	last.Text, last.X1 = last.Text+string(r), end
	t.open = true
}

// number gives the words of a line the numbers from n on, and returns the next
// one.
func (t *textLine) number(n int, sentence bool) int {
	for i := range t.pieces {
		p := &t.pieces[i]
		if i > 0 && (p.X0-t.pieces[i-1].X1 > columnWidth || !sentence && areCells(t.pieces[i-1].Text, p.Text)) {
			n++
		}
		p.Order = n
		n++
	}
	return n
}

// areCells reports whether two words with one blank between them were not written
// in one go: both are values, or Chinese, which has no blanks between words, or the
// second is the value of a unit.
func areCells(a, b string) bool {
	han := func(s string) bool { return notation.CountHan(s) > 1 || notation.Period(s) }
	switch {
	case notation.YearWord(a, b):
		return false
	case notation.Value(b):
		return notation.Value(a) || han(a) || notation.Unit(a)
	case notation.Unit(b):
		return han(a)
	}
	return han(b) && (notation.Value(a) || han(a) || notation.Unit(a))
}

// printedPages reads the pages of a text that a program laid out as they are printed.
func printedPages(pages []format.Part, h hints) []line {
	var lines []line
	for _, page := range pages {
		lines = append(lines, linesOf(page.Lines)...)
	}
	wide, said := hanWidth(lines), h.lines(lines)
	words, heights := make([]grid.Page, len(pages)), make([][]float64, len(pages))
	at := 0
	for i, page := range pages {
		on := said[at:]
		words[i], heights[i] = textPage(lines[at:at+len(page.Lines)], wide, false, func(k int) bool { return on[k] })
		at += len(page.Lines)
	}
	var p pageRows
	for i, words := range grid.WithoutFurniture(words) {
		n := len(pages[i].Lines)
		p.text(words, lines[:n:n], heights[i], said[:n])
		lines, said = lines[n:], said[n:]
	}
	return p.lines()
}

// text reads a page of text. Lines of which the author says how they are read stay
// as they are.
func (p *pageRows) text(page grid.Page, lines []line, heights []float64, said []bool) {
	var rows []pageRow
	for i, l := range lines {
		if said[i] {
			rows = append(rows, pageRow{line: l})
		}
	}
	page.Above = p.above
	for _, b := range p.mend(grid.Read(page)) {
		if b.Table == nil {
			rows = append(rows, pageRow{line: lines[lineAt(heights, b.Line.Y)].only(*b.Line)})
			continue
		}
		cells := placedRows(*b.Table)
		for i, r := range b.Table.Rows {
			cells[i].no = lines[lineAt(heights, r.Y)].no
		}
		rows = append(rows, gridRows(*b.Table, cells, nil)...)
	}
	if slices.Contains(said, true) {
		slices.SortStableFunc(rows, func(a, b pageRow) int { return cmp.Compare(a.no, b.no) })
	}
	p.add(rows)
}

// only is the part of a line that stands in one of two columns of text.
func (l line) only(shown grid.Line) line {
	if len(strings.Fields(l.text)) > len(strings.Fields(shown.Text)) {
		l.text, l.indent = shown.Text, int(shown.X0/columnWidth)
	}
	return l
}

// readPlaced reads rows whose columns stand under one another, as a program that
// turns PDF into text leaves them. Where no two blanks stand side by side nothing
// does, but by chance.
func readPlaced(lines []line) reading {
	r := readPage(lines, false)
	if !slices.ContainsFunc(lines[:r.used], func(l line) bool { return setApart(l.text) }) {
		return reading{}
	}
	return r
}

// setApart reports whether blanks set texts of a line apart.
func setApart(s string) bool {
	return strings.Contains(s, "  ") || strings.ContainsAny(s, "\u3000\u2003")
}

// readPage reads the table with which lines begin.
func readPage(lines []line, framed bool) (r reading) {
	page, heights := textPage(lines, hanWidth(lines), framed, pageTurns(lines))
	blocks := grid.Read(page)
	if len(blocks) == 0 || blocks[0].Table == nil {
		return r
	}
	t := *blocks[0].Table
	if t.Loose || !t.Headed() && len(page.Rules) == 0 {
		return r
	}
	for r.used < len(lines) && heights[r.used] >= t.Box.Y0 {
		r.used++
	}
	rows := rowsOn(t, lines, heights)
	if headValues(t) > 1 {
		return reading{}
	}
	fit := 0
	for i := range rows {
		if !slices.ContainsFunc(rows[i].cells, func(c format.Cell) bool { return c.Doubt != nil }) {
			fit++
		}
	}
	parts, err := gridParts(rows, nil)
	if err != nil {
		return reading{}
	}
	for _, p := range parts {
		r.rows = append(r.rows, p.lines...)
	}
	r.score = 90 * fit / len(rows)
	return r
}

// rowsOn are the rows of a table with their lines.
func rowsOn(t grid.Table, lines []line, heights []float64) []spanRow {
	rows, head := placedRows(t), headEnd(lines)
	for i := range rows {
		at := lineAt(heights, t.Rows[i].Y)
		if rows[i].no = lines[at].no; head > 0 {
			rows[i].head = at < head
		}
	}
	return rows
}

// headValues counts the values among the names of a header, other than years:
// rows were taken for names where there are several.
func headValues(t grid.Table) (n int) {
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			for _, f := range strings.Fields(c.Text) {
				if r.Head && notation.Number(f) && !notation.BareYear(f) && !notation.Period(f) {
					n++
				}
			}
		}
	}
	return n
}

// lineAt is the line at a height.
func lineAt(heights []float64, y float64) int {
	for i, h := range heights {
		if h <= y {
			return i
		}
	}
	return len(heights) - 1
}

// hanWidth is how many columns a Chinese character takes: two as it is printed, or
// one where a program counted characters; that by which the cells of lines stand
// better under one another.
func hanWidth(lines []line) int {
	if 3*drift(lines, 1) < 2*drift(lines, 2) {
		return 1
	}
	return 2
}

// drift is how far the cells of lines stand from those above them: their left
// ends, their right ends or their middles.
func drift(lines []line, wide int) (n int) {
	var above [][2]int
	for _, l := range lines {
		cells := cellsAt(l, wide)
		if len(cells) == len(above) {
			for k := 1; k < len(cells); k++ {
				left, right := cells[k][0]-above[k][0], cells[k][1]-above[k][1]
				n += min(abs(left), abs(right), abs(left+right)/2)
			}
		}
		above = cells
	}
	return n
}

func abs(n int) int { return max(n, -n) }

// cellsAt is from where to where the cells of a line reach that two blanks part.
func cellsAt(l line, wide int) (cells [][2]int) {
	at, blanks := l.indent, 2
	for _, r := range l.text {
		if notation.Blank(r) {
			blanks++
			at++
			continue
		}
		if blanks > 1 {
			cells = append(cells, [2]int{at, at})
		}
		if blanks = 0; notation.Han(r) {
			at += wide - 1
		}
		at++
		cells[len(cells)-1][1] = at
	}
	return cells
}
