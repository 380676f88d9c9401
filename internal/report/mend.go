package report

import (
	"slices"
	"strings"

	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/table"
)

// mend marks the tables among the blocks that the author describes: those on some
// lines of a file that knows its cells, and those of a caption.
func (h hints) mend(blocks []block) []block {
	for _, t := range h {
		switch {
		case t.First > 0 && !t.in(blocks):
			blocks = t.cut(blocks)
		case t.Caption != "":
			t.mark(blocks)
		}
	}
	return blocks
}

// in reports whether the table is among the blocks, or was left out.
func (t *hinted) in(blocks []block) bool {
	return t.found > 0 || slices.ContainsFunc(blocks, func(b block) bool { return b.hint() == t })
}

// rows are the printed lines, those of a header one by one.
func (b *block) rows() (all []line) {
	for _, l := range b.printed() {
		all = append(all, l.apart()...)
	}
	return all
}

// apart are the rows that a line was made of, as lines.
func (l line) apart() []line {
	if len(l.from) < 2 {
		return []line{l}
	}
	var all []line
	for _, r := range rowsBehind([]line{l}) {
		one := r.line
		one.text, one.from = strings.Join(r.texts(), "\t"), []spanRow{r}
		all = append(all, one)
	}
	return all
}

func (r spanRow) texts() []string {
	texts := make([]string, len(r.cells))
	for i, c := range r.cells {
		texts[i] = format.Flat(c.Text)
	}
	return texts
}

// cut makes one table of the lines that the author names.
func (t *hinted) cut(blocks []block) []block {
	var out []block
	table := block{kind: blockGrid}
	at := -1
	for _, b := range blocks {
		var before, after []line
		for _, l := range b.rows() {
			switch {
			case l.no < t.First:
				before = append(before, l)
			case l.no > t.Last || len(table.lines) > 0 && table.last().no > l.no:
				after = append(after, l)
			default:
				table.lines = append(table.lines, l)
			}
		}
		if len(before)+len(after) == len(b.rows()) {
			out = append(out, b)
			continue
		}
		if b.kind == blockGrid {
			out = append(out, asText(before)...)
		} else {
			out = append(out, b.of(before)...)
		}
		if at < 0 {
			at = len(out)
		}
		out = append(out, b.of(after)...)
	}
	if at < 0 || len(table.lines) < 2 {
		return blocks
	}
	table.lines = t.lay(table.lines)
	return slices.Insert(out, at, table)
}

// asText are rows over a table that are none of it.
func asText(lines []line) (blocks []block) {
	for _, l := range lines {
		l.text = strings.Join(strings.Fields(l.text), " ")
		blocks = append(blocks, block{lines: []line{l}})
	}
	return blocks
}

// of is a part of the block, or none.
func (b *block) of(lines []line) []block {
	if len(lines) == 0 {
		return nil
	}
	part := *b
	part.lines, part.table = lines, nil
	return []block{part}
}

// mark marks the one table that the caption is of.
func (t *hinted) mark(blocks []block) {
	named := captioned(blocks)
	found := named.Lookup(t.Caption)
	if len(found) != 1 {
		t.found = -len(found)
		return
	}
	b := &blocks[found[0].Line]
	b.lines, b.table = t.lay(b.printed()), nil
}

// captioned is a document of the tables among blocks, without their cells: the line
// of each is its place among the blocks.
func captioned(blocks []block) (d Document) {
	ids := map[string]int{}
	section, han := "", chinese(blocks)
	var caption *block
	for i := range blocks {
		b := &blocks[i]
		switch {
		case b.kind == blockHeading:
			section, caption = b.label, nil
		case b.kind == blockCaption && isTableLabel(b.label):
			caption = b
		case b.kind == blockGrid:
			t := table.Table{Section: section, Label: message.LineLabel(b.line(), han), Line: i, Appendix: unnumbered[section] != ""}
			if caption != nil {
				t.Label, t.Title = caption.label, strings.TrimSpace(caption.title)
			}
			caption = nil
			t.Identify(ids)
			d.Tables = append(d.Tables, t)
		}
	}
	return d
}

// lay lays out the rows of a format that knows its cells anew, with the header that
// the author says, and marks them as the author's.
func (t *hinted) lay(lines []line) []line {
	lines = slices.Clone(lines)
	if _, said := t.said().Depth(); said && slices.ContainsFunc(lines, func(l line) bool { return l.from != nil }) {
		if g, err := layOut(rowsBehind(lines)); err == nil {
			lines = g.lines(0, len(g.rows), t)
		}
	}
	lines[0].hint, lines[0].begins = t, true
	return lines
}

// rowsBehind are the rows that lines were made of.
func rowsBehind(lines []line) (rows []spanRow) {
	for _, l := range lines {
		from := l.from
		if from == nil {
			var r spanRow
			for c := range strings.SplitSeq(l.text, "\t") {
				r.cells = append(r.cells, format.Cell{Text: c})
			}
			from = []spanRow{r}
		}
		for _, r := range from {
			if r.no == 0 {
				r.no, r.at = l.no, l.at
			}
			r.gap, r.exact, r.placed = l.gap, l.exact, l.placed
			rows = append(rows, r)
		}
	}
	return rows
}
