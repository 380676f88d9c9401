package proof

import (
	"strconv"
	"strings"

	"charts/internal/chart"
	"charts/internal/notation"
	"charts/internal/table"
	"charts/internal/typeset"
)

// How a text is set: every letter has the width of a digit, a Chinese one that of two.
const (
	textSize   = 9.0
	charWidth  = 5.2
	lineHeight = 14.0
	gutter     = 34.0 // for the numbers of lines
	maxColumns = 150  // letters on a line; the rest goes on below
	maxLines   = 400  // of one sheet
	context    = 1    // lines around a table
)

// surfaces are where the words of a table stand.
func surfaces(t *table.Table, under Paper) []surface {
	if under.Text != nil {
		return []surface{textSurface(t, under.Text)}
	}
	return cellSurfaces(t, under.Lines)
}

// extent is the first and the last line that a picture of a table shows.
func extent(t *table.Table) (first, last int) {
	first, last = t.Line, t.LastLine()
	for _, n := range t.Notes {
		last = max(last, n.Line)
	}
	return first - context, last + context
}

// topOf is the first line of the table itself.
func topOf(t *table.Table) int {
	if t.HeaderLine > 0 {
		return t.HeaderLine
	}
	if len(t.Rows) > 0 {
		return t.Rows[0].Line
	}
	return t.Line
}

func textSurface(t *table.Table, text []string) (s surface) {
	first, last := extent(t)
	first, last = max(first, 1), min(last, len(text))
	if s.more = last - first + 1 - maxLines; s.more > 0 {
		last = first + maxLines - 1
	}
	stops := tabStops(text[first-1 : last])
	for no := first; no <= last; no++ {
		if no == topOf(t) {
			s.height += tagRoom
		}
		s.numbers = append(s.numbers, lineNumber(no, s.height))
		s.line(no, strings.TrimRight(text[no-1], "\r\n"), stops)
	}
	return s
}

func lineNumber(no int, top float64) chart.Text {
	return chart.Text{S: strconv.Itoa(no), X: gutter - 8, Y: top + 0.72*lineHeight, Size: 7.5, Color: muted, Align: chart.AlignRight}
}

// barSigns part cells.
const barSigns = "|｜│┃║"

// mostTab is how many letters a cell between tabs is wide at most.
const mostTab = 40

// tabStops are where the cells of lines end that tabs part: behind the widest text
// of each column, so that they are under one another.
func tabStops(lines []string) (stops []int) {
	var widths []int
	for _, l := range lines {
		for k, cell := range strings.Split(l, "\t") {
			if len(widths) == k {
				widths = append(widths, 0)
			}
			n := 0
			for _, r := range cell {
				n += letters(r)
			}
			if strings.Contains(l, "\t") {
				widths[k] = max(widths[k], min(n, mostTab))
			}
		}
	}
	at := 0
	for _, w := range widths {
		at += w + 2
		stops = append(stops, at)
	}
	return stops
}

// letters is how many letters a character is wide.
func letters(r rune) int {
	if typeset.IsHan(r) || r >= 0x3000 && r < 0xff61 {
		return 2
	}
	return 1
}

// line sets a line, and goes on below where it is too long.
func (s *surface) line(no int, text string, stops []int) {
	at, open, tabs := 0, false, 0
	for _, r := range text {
		width := letters(r)
		if at+width > maxColumns {
			at, open = 0, false
			s.height += lineHeight
		}
		switch {
		case r == '\t':
			at, open = max(at+1, stops[tabs]), false
			tabs++
			continue
		case r == ' ' || r == '\u3000' || r == '\u00a0':
			open = false
		case strings.ContainsRune(barSigns, r):
			s.begin(no, at)
			s.extend(r, width)
			open = false
		default:
			if !open {
				s.begin(no, at)
			}
			s.extend(r, width)
			open = true
		}
		at += width
		s.width = max(s.width, gutter+charWidth*float64(at))
	}
	s.height += lineHeight
}

func (s *surface) begin(no, at int) {
	s.words = append(s.words, word{line: no, size: textSize, col: -1, lines: []string{""}, box: chart.Rect{X: gutter + charWidth*float64(at), Y: s.height, H: lineHeight}})
}

func (s *surface) extend(r rune, width int) {
	w := &s.words[len(s.words)-1]
	w.text += string(r)
	w.key, w.lines[0] = notation.Fold(w.text), w.text
	w.box.W += charWidth * float64(width)
}
