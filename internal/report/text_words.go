package report

import (
	"slices"
	"strings"

	"charts/internal/grid"
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
// line; what a new page repeats is left out.
func textPage(lines []line, framed bool) (p grid.Page, heights []float64) {
	y, order := 0.0, 0
	for i, l := range lines {
		if isPageNumber(l.text) || repeatsHeader(lines, i) {
			heights = append(heights, y)
			continue
		}
		y -= lineHeight
		if l.gap && i > 0 {
			y -= lineHeight
		}
		heights = append(heights, y)
		t := textLine{y: y, x: columnWidth * float64(l.indent), framed: framed, drawn: drawnAt(l.text, framed)}
		for at, r := range l.text {
			t.add(at, r)
		}
		order = t.number(order + 2)
		p.Pieces, p.Rules = append(p.Pieces, t.pieces...), append(p.Rules, t.rules...)
	}
	return p, heights
}

// repeatsHeader reports whether a line says the same as one of the first, which
// holds no value, as under a page break.
func repeatsHeader(lines []line, i int) bool {
	if i == 0 || ruleForm.MatchString(lines[i].text) || slices.ContainsFunc(strings.Fields(lines[i].text), func(s string) bool { return isValue(s) && !yearForm.MatchString(s) }) {
		return false
	}
	same := func(l line) bool { return Fold(l.text) == Fold(lines[i].text) }
	return slices.ContainsFunc(lines[:min(i, maxHeader)], same)
}

// A textLine is a line whose characters are given their places one by one.
type textLine struct {
	y, x   float64
	drawn  [][]int // from where to where it is a rule
	framed bool    // bars and corners are rules down
	open   bool    // the last character was one of a word
	pieces []grid.Piece
	rules  []grid.Box
}

func (t *textLine) add(at int, r rune) {
	end := t.x + columnWidth*float64(displayWidth(string(r)))
	drawn := slices.ContainsFunc(t.drawn, func(d []int) bool { return d[0] <= at && at < d[1] })
	corner := t.framed && drawn && strings.ContainsRune(cornerSigns, r)
	switch {
	case isBlank(r):
		t.open = false
	case drawn, t.framed && strings.ContainsRune(barSigns, r):
		t.open = false
		if drawn && !strings.ContainsRune(barSigns, r) {
			t.across(end)
		}
		if middle := t.x + columnWidth/2; corner || strings.ContainsRune(barSigns, r) {
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
	case ruleForm.MatchString(s) && (!framed || frameForm.MatchString(s)):
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
// one. What two blanks part was not written in one go, nor were two values.
func (t *textLine) number(n int) int {
	for i := range t.pieces {
		p := &t.pieces[i]
		if i > 0 && (p.X0-t.pieces[i-1].X1 > columnWidth || isValue(p.Text) && isValue(t.pieces[i-1].Text)) {
			n++
		}
		p.Order = n
		n++
	}
	return n
}

// readPlaced reads rows whose columns stand under one another, as a program that
// turns PDF into text leaves them.
func readPlaced(lines []line) reading { return readPage(lines, false) }

// readPage reads the table with which lines begin.
func readPage(lines []line, framed bool) (r reading) {
	page, heights := textPage(lines, framed)
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
		if !slices.ContainsFunc(rows[i].cells, func(c span) bool { return c.doubt != nil }) {
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
				if r.Head && isNumber(f) && !yearForm.MatchString(f) && !isPeriod(f) {
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
