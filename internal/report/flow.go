package report

import (
	"charts/internal/format"
	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/table"
)

// A part is what a format with a structure of its own holds: a heading, a
// paragraph, a note or the rows of a table.
type part struct {
	lines []line
	level int  // of a heading, from 1; 0 for the rest
	note  bool // a remark on the table before it
	grid  bool
	table *table.Table // of a grid that is read already
	typed bool         // lines as in a file of text: tabs and blanks lay them out
	// refused is why a table cannot be read.
	refused *format.Refusal
}

// flowBlocks turns parts into blocks. Plain paragraphs are searched for
// headings only where the file marks none.
func flowBlocks(parts []part) []block {
	var f flow
	for _, p := range parts {
		f.marked = f.marked || p.level > 0
	}
	for i, p := range parts {
		switch {
		case len(p.lines) == 0:
		case p.typed:
			if i == 0 || !parts[i-1].typed {
				f.blocks = append(f.blocks, textBlocks(dropContents(typedLines(parts[i:])), nil)...)
			}
		case p.refused != nil:
			f.add(block{kind: blockRefused, lines: p.lines, refused: p.refused})
		case p.grid:
			if p.table == nil && captionRow(p.lines) {
				f.paragraph(titleOf(p.lines[:1]))
				p.lines = p.lines[1:]
			}
			f.add(block{kind: blockGrid, lines: p.lines, table: p.table})
		case p.note:
			f.add(block{kind: blockNote, lines: p.lines})
		case p.level > 0:
			f.add(f.heading(p.level, p.lines))
		default:
			f.paragraph(p.lines)
		}
	}
	return rowsOfText(f.blocks)
}

// rowsOfText makes tables of paragraphs that are rows: those that a layout reads under
// the caption of a table, and those that nothing reads.
func rowsOfText(blocks []block) []block {
	out := blocks[:0:0]
	for i := 0; i < len(blocks); {
		r := reading{}
		n := len(out)
		captioned := n > 0 && out[n-1].kind == blockCaption && isTableLabel(out[n-1].label)
		if captioned || ragged(loneLinesOf(blocks[i:min(i+2, len(blocks))])) {
			lines := loneLinesOf(blocks[i:])
			if captioned {
				r = best(lines[:regionLength(lines)], true)
			}
			if r.used == 0 && ragged(lines) {
				r = unread(lines)
			}
		}
		if r.used == 0 {
			out = append(out, blocks[i])
			i++
			continue
		}
		out = append(out, block{kind: blockGrid, lines: r.rows})
		i += r.used
	}
	return out
}

// loneLinesOf are the paragraphs in front that have a single line.
func loneLinesOf(blocks []block) (lines []line) {
	for _, b := range blocks {
		if b.kind != blockText || len(b.lines) != 1 || len(lines) == maxRegion {
			break
		}
		lines = append(lines, b.lines[0])
	}
	return lines
}

// captionRow reports whether the first row of a grid is its caption, and the names
// of the columns stand in the next one.
func captionRow(rows []line) bool {
	if len(rows) < 3 || table.FilledWidth(rows[0].text) > 1 || table.FilledWidth(rows[1].text) < 2 {
		return false
	}
	label, _, ok := parseCaption(notation.Tidy(rows[0].text))
	return ok && isTableLabel(label)
}

// titleOf is a row of a single cell as a line of text.
func titleOf(row []line) []line {
	l := row[0]
	l.text, l.exact, l.gap = notation.Tidy(l.text), false, true
	return []line{l}
}

// typedLines are those of the typed parts in front.
func typedLines(parts []part) []line {
	var lines []line
	for _, p := range parts {
		if !p.typed {
			break
		}
		lines = append(lines, p.lines...)
	}
	return lines
}

// A flow is where the reader stands in a document with marked headings.
type flow struct {
	blocks  []block
	marked  bool // the file marks its headings
	numbers numbering
	level   int // of the last heading that began a section
}

func (f *flow) add(b block) { f.blocks = append(f.blocks, b) }

// paragraph adds the lines of one paragraph; a caption or a note among them
// stands for itself.
func (f *flow) paragraph(lines []line) {
	for i, l := range lines {
		b := f.classify(l, i == 0)
		if i > 0 && b.kind == blockText && f.last().kind == blockText {
			f.last().add(l)
			continue
		}
		f.add(b)
	}
}

func (f *flow) last() *block { return &f.blocks[len(f.blocks)-1] }

// classify makes the block of a line; only the first of a paragraph is a
// heading.
func (f *flow) classify(l line, first bool) block {
	numbers := f.numbers
	b := classify(l, nil, &numbers)
	if b.kind == blockHeading && (f.marked || !first) {
		return block{lines: b.lines}
	}
	f.numbers = numbers
	return b
}

// sectionNumber begins a heading that its writer numbered by hand.
var sectionNumber = regexp.MustCompile(`^(\d{1,2}(?:\.\d{1,2})*)[\s.．、]+(\D.*)$`)

// heading makes the block of a marked heading. One without a number is a
// section of its own title, unless it only divides a numbered one; the first
// may be the title of the report.
func (f *flow) heading(level int, lines []line) block {
	b := block{kind: blockHeading, lines: lines}
	text := paragraph("", lines).Text
	if label, title, ok := parseCaption(text); ok {
		return block{kind: blockCaption, label: label, title: title, lines: lines}
	}
	if f.number(&b, text) {
		f.level = level
		return b
	}
	if first := f.level == 0; first && (reportTitle.MatchString(text) || yearly.MatchString(text)) || f.numbers != (numbering{}) && level > f.level {
		return block{lines: lines}
	}
	f.level, f.numbers = level, numbering{}
	b.label, b.title = text, text
	return b
}

// reportTitle is what the title of a report says of itself.
var reportTitle = regexp.MustCompile(`报告|(?i:\breport\b)`)

func (f *flow) number(b *block, text string) (ok bool) {
	if b.label, b.title, ok = f.numbers.heading(text); ok {
		return true
	}
	m := sectionNumber.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	f.numbers.enter(levelDecimal, m[1])
	b.label, b.title = f.numbers.String(), m[2]
	return true
}
