package report

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// A chunk is text between wide blanks, with the columns of the terminal that it
// takes.
type chunk struct {
	text       string
	start, end int
}

// An alignedLine is a line parted into chunks.
type alignedLine struct {
	line
	chunks []chunk
	values bool // it holds at least one value
}

// minAligned is how many rows show that blanks align columns, unless the second
// row of the header shows it.
const minAligned = 2

// readAligned reads rows whose columns stand under one another, as a program
// that turns PDF into text leaves them.
func readAligned(lines []line) (r reading) {
	table := chunkedLines(lines)
	first, rows := 0, 0
	for i, l := range table {
		if l.values {
			rows++
		}
		if rows == 0 {
			first = i + 1
		}
	}
	if rows == 0 || first == 0 || first > maxHeader {
		return r
	}
	boxes := columnBoxes(table[first:], len(widest(table[:first])))
	if len(boxes) < 2 || rows < minAligned && (first < 2 || !table[first-1].over(boxes)) {
		return r
	}
	r.used = len(table)
	r.rows = alignedHeader(table[:first], boxes)
	fit := 0
	for _, l := range table[first:] {
		cells, reason := l.cells(boxes)
		if reason != "" {
			r.doubts = append(r.doubts, Doubt{l.no, reason})
		} else if l.values {
			fit++
		}
		l.text = strings.Join(cells, "\t")
		r.rows = append(r.rows, l.line)
	}
	r.rows = wrapNames(r.rows, &r.doubts)
	r.score = 90 * fit / rows
	return r
}

// chunkedLines parts the lines up to the last that has several chunks.
func chunkedLines(lines []line) []alignedLine {
	var table []alignedLine
	last := 0
	for _, l := range lines {
		if isPageNumber(l.text) {
			continue
		}
		a := alignedLine{line: l, chunks: chunks(l)}
		if len(a.chunks) == 1 && utf8.RuneCountInString(l.text) > wholeLine {
			break
		}
		for _, c := range a.chunks[min(1, len(a.chunks)-1):] {
			a.values = a.values || isValue(c.text) && !(len(table) == 0 && yearForm.MatchString(c.text)) // 2023 over the first row is a name
		}
		table = append(table, a)
		if len(a.chunks) > 1 {
			last = len(table)
		}
	}
	return table[:last]
}

// chunks parts a line at two blanks or more. Letters that were spaced out stay
// one chunk.
func chunks(l line) []chunk {
	var out []chunk
	at, blanks := l.indent, 2
	for _, r := range l.text {
		width := displayWidth(string(r))
		switch {
		case isBlank(r):
			blanks++
		case blanks > 1:
			out = append(out, chunk{string(r), at, at + width})
			blanks = 0
		default:
			c := &out[len(out)-1]
			c.text += strings.Repeat(" ", blanks) + string(r)
			c.end, blanks = at+width, 0
		}
		at += width
	}
	return joinLetters(out)
}

// joinLetters joins single characters that stand one after the other: 合  计.
func joinLetters(in []chunk) []chunk {
	out := in[:0]
	for _, c := range in {
		if n := len(out); n > 0 && isLetter(c.text) && isLetter(lastLetter(out[n-1].text)) && c.start-out[n-1].end <= 4 {
			out[n-1].text += c.text
			out[n-1].end = c.end
			continue
		}
		out = append(out, c)
	}
	return out
}

func isLetter(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && isHan(r)
}

// lastLetter returns the text of a chunk that is a single character, or of one
// that was joined from such.
func lastLetter(s string) string {
	if utf8.RuneCountInString(s) > 1 {
		return ""
	}
	return s
}

func widest(table []alignedLine) (chunks []chunk) {
	for _, l := range table {
		if len(l.chunks) > len(chunks) {
			chunks = l.chunks
		}
	}
	return chunks
}

// columnBoxes finds the columns: what the chunks of the rows cover together.
// Where two cells have only one blank between them, as many columns as the header
// has names are wanted, and the rows with so many chunks tell.
func columnBoxes(rows []alignedLine, names int) []chunk {
	boxes := cover(rows, 0)
	if len(boxes) < names {
		if more := cover(rows, names); len(more) == names {
			return more
		}
	}
	return boxes
}

// cover joins the chunks of rows with values that overlap; only of rows with so
// many chunks, unless that is 0.
func cover(rows []alignedLine, chunks int) []chunk {
	var covered []bool
	for _, l := range rows {
		if !l.values || chunks > 0 && len(l.chunks) != chunks {
			continue
		}
		for _, c := range l.chunks {
			for len(covered) < c.end {
				covered = append(covered, false)
			}
			for i := c.start; i < c.end; i++ {
				covered[i] = true
			}
		}
	}
	return runs(covered)
}

func runs(covered []bool) []chunk {
	var boxes []chunk
	for i, c := range covered {
		if !c {
			continue
		}
		if n := len(boxes); n > 0 && boxes[n-1].end == i {
			boxes[n-1].end = i + 1
			continue
		}
		boxes = append(boxes, chunk{start: i, end: i + 1})
	}
	return boxes
}

// alignedHeader puts the names over the columns: in order when there are as many,
// else where they overlap.
func alignedHeader(head []alignedLine, boxes []chunk) []line {
	var rows []line
	for _, l := range head {
		cells := make([]string, len(boxes))
		if len(l.chunks) == len(boxes) {
			for i, c := range l.chunks {
				cells[i] = c.text
			}
		} else {
			for _, c := range l.chunks {
				first, _ := c.over(boxes)
				cells[first] = glue(cells[first], c.text)
			}
		}
		l.text = strings.Join(cells, "\t")
		rows = append(rows, l.line)
	}
	return joinHeader(rows)
}

// joinHeader joins names that were wrapped: the first row has one for every
// column already.
func joinHeader(rows []line) []line {
	for len(rows) > 1 && !strings.Contains("\t"+rows[0].text+"\t", "\t\t") {
		top := strings.Split(rows[0].text, "\t")
		for i, c := range strings.Split(rows[1].text, "\t") {
			top[i] = glue(top[i], c)
		}
		rows[1].text, rows[1].no = strings.Join(top, "\t"), rows[0].no
		rows = rows[1:]
	}
	return rows
}

// over reports whether every chunk stands over a box of its own, but for one box
// at most.
func (l alignedLine) over(boxes []chunk) bool {
	last := -1
	for _, c := range l.chunks {
		first, n := c.over(boxes)
		if n != 1 || first <= last {
			return false
		}
		last = first
	}
	return len(l.chunks) >= minAligned && len(l.chunks) >= len(boxes)-1
}

// over returns the first box that the chunk overlaps, or else the nearest, and
// how many it overlaps.
func (c chunk) over(boxes []chunk) (first, n int) {
	nearest, least := 0, 1<<30
	for i, b := range boxes {
		if c.start < b.end && b.start < c.end {
			if n == 0 {
				first = i
			}
			n++
		}
		if d := max(b.start-c.end, c.start-b.end); d < least {
			nearest, least = i, d
		}
	}
	if n == 0 {
		return nearest, 0
	}
	return first, n
}

// cells puts the chunks of a row into their columns.
func (l alignedLine) cells(boxes []chunk) (cells []string, reason string) {
	cells = make([]string, len(boxes))
	for _, c := range l.chunks {
		first, n := c.over(boxes)
		if n != 1 || cells[first] != "" {
			if numbers(c.text) == nil && (l.values || n > 1) {
				reason = fmt.Sprintf("the column of %q is not certain", c.text)
			}
		}
		cells[first] = strings.TrimSpace(cells[first] + " " + c.text)
	}
	return cells, reason
}
