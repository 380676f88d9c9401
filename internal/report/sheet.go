package report

import (
	"slices"
	"strings"

	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/table"
)

// sheetParts finds the tables of a sheet: blank rows, blank columns and
// captions part them.
func sheetParts(rows []spanRow) ([]part, error) {
	for _, r := range rows {
		if len(r.cells) > format.MaxColumns && slices.ContainsFunc(r.cells[format.MaxColumns:], format.Cell.Filled) {
			return nil, format.TableTooLarge(r.no)
		}
	}
	rows = withoutContents(rows)
	var parts []part
	var above spanRow
	for len(rows) > 0 {
		n := tableLength(rows)
		if n > 0 && !rows[0].single() && rows[0].sameExtent(above) {
			rows[0].doubt(format.WholeTable, message.Of("this may be the rest of the table above a blank row, without a header of its own"), message.Text{})
		}
		above = rows[max(n-1, 0)]
		for _, region := range besides(rows[:n]) {
			parts = append(parts, regionParts(region)...)
		}
		for n < len(rows) && rows[n].blank() {
			n++
		}
		rows = rows[n:]
	}
	return parts, nil
}

// tableLength counts the rows up to the next caption, or to blank rows under
// which no rows of the same table go on. The blank ones are left out of it.
func tableLength(rows []spanRow) int {
	n := 0
	for n < len(rows) && (n == 0 || !rows[n].caption()) {
		if rows[n].blank() {
			next := n
			for next < len(rows) && rows[next].blank() {
				next++
			}
			if next == len(rows) || !goesOn(rows[:n], rows[next]) {
				break
			}
			n = next
		}
		n++
	}
	return n
}

// goesOn reports whether a row under a blank one belongs to the table above: it
// holds a number, as no header does, and fills the same columns.
func goesOn(above []spanRow, r spanRow) bool {
	if len(above) < 2 || !table.HasNumber(r.texts()) || r.single() {
		return false
	}
	first, last := r.extent()
	before := above[len(above)-1]
	a, b := before.extent()
	return last == b && first >= a && (last > first+1 || first == a && r.alike(before))
}

// alike reports whether two rows have numbers in the same places.
func (r spanRow) alike(other spanRow) bool {
	for i := range r.cells[:min(len(r.cells), len(other.cells))] {
		if notation.Number(r.cells[i].Text) != notation.Number(other.cells[i].Text) {
			return false
		}
	}
	return true
}

func (r spanRow) sameExtent(other spanRow) bool {
	a, b := r.extent()
	c, d := other.extent()
	return a >= 0 && a == c && b == d
}

// extent is the first and the last filled column.
func (r spanRow) extent() (first, last int) {
	first = slices.IndexFunc(r.cells, format.Cell.Filled)
	for last = len(r.cells) - 1; last > first && !r.cells[last].Filled(); last-- {
	}
	return first, last
}

// withoutContents leaves out the lists of contents of a text that was opened as
// a sheet.
func withoutContents(rows []spanRow) []spanRow {
	if !slices.ContainsFunc(rows, func(r spanRow) bool { return r.single() && isContentsTitle(line{text: r.joined()}) }) {
		return rows
	}
	lines := make([]line, 0, len(rows))
	gap := true
	for _, r := range rows {
		if r.blank() {
			gap = true
			continue
		}
		l := r.line
		l.text, l.gap = r.joined(), gap
		lines, gap = append(lines, l), false
	}
	kept := dropContents(lines)
	if len(kept) == len(lines) {
		return rows
	}
	return slices.DeleteFunc(rows, func(r spanRow) bool {
		if r.blank() {
			return false
		}
		if len(kept) > 0 && kept[0].no == r.no {
			kept = kept[1:]
			return false
		}
		return true
	})
}

// joined is the row as a line of text.
func (r spanRow) joined() string {
	return strings.TrimRight(strings.Join(r.texts(), "\t"), "\t ")
}

// caption reports whether the row holds the caption of a table alone.
func (r spanRow) caption() bool {
	i := slices.IndexFunc(r.cells, format.Cell.Filled)
	if i < 0 || slices.ContainsFunc(r.cells[i+1:], format.Cell.Filled) {
		return false
	}
	label, _, ok := parseCaption(strings.TrimFunc(r.cells[i].Text, notation.Blank))
	return ok && isTableLabel(label)
}

func (r spanRow) blank() bool { return format.Empty(r.cells) }

// besides parts rows at the columns that are blank in all of them. What begins with
// values is no table, and stays with the one at its left: a column of flags may be blank.
func besides(rows []spanRow) [][]spanRow {
	used := make([]bool, format.MaxColumns+1)
	for _, r := range rows {
		for i, c := range r.cells {
			for k := i; c.Filled() && k < min(i+max(c.Cols, 1), format.MaxColumns); k++ {
				used[k] = true
			}
		}
	}
	var regions [][]spanRow
	begin := 0 // of the last
	for from := 0; from < format.MaxColumns; from++ {
		to := from
		for used[to] {
			to++
		}
		if to == from {
			continue
		}
		if last := len(regions) - 1; last >= 0 && beginsWithValues(cut(rows, from, to)) {
			regions[last] = cut(rows, begin, to)
		} else {
			regions, begin = append(regions, cut(rows, from, to)), from
		}
		from = to
	}
	return regions
}

// beginsWithValues reports whether the first column of a region holds values under a
// year, and so names no rows.
func beginsWithValues(rows []spanRow) bool {
	values := 0
	for i, r := range rows {
		switch s := notation.Tidy(r.cells[0].Text); {
		case i == 0 && (notation.BareYear(s) || notation.Period(s)), s == "":
		case i > 0 && (notation.Number(s) || notation.Gap(s)):
			values++
		default:
			return false
		}
	}
	return values > 1
}

// cut takes the columns from up to to; rows that are blank there fall away.
func cut(rows []spanRow, from, to int) []spanRow {
	region := make([]spanRow, 0, len(rows))
	for _, r := range rows {
		r.cells = r.cells[min(from, len(r.cells)):min(to, len(r.cells))]
		if r.blank() {
			continue
		}
		if r.at != nil {
			at := *r.at
			at.Col, at.Width = at.Col+from, to-from
			r.at = &at
		}
		region = append(region, r)
	}
	return region
}

// regionParts reads a region: rows of a single text over it are its title, and
// those under it its notes.
func regionParts(rows []spanRow) []part {
	if lone(rows) {
		return []part{{grid: true, lines: loneLines(rows)}}
	}
	var parts []part
	for len(rows) > 0 && rows[0].single() {
		parts = append(parts, part{lines: []line{rows[0].text()}})
		rows = rows[1:]
	}
	if isPreamble(rows) {
		return append(parts, preamble(rows)...)
	}
	end := len(rows)
	for end > 0 && rows[end-1].prose() {
		end--
	}
	for _, p := range tableParts(spanRows(withoutLayout(rows[:end]))) {
		if p.grid {
			p.lines[0].gap = true
		}
		parts = append(parts, p)
	}
	for _, r := range rows[end:] {
		l := r.text()
		parts = append(parts, part{note: isNote(l.text), lines: []line{l}})
	}
	return parts
}

// lone reports whether a region is a single column of numbers under a name.
func lone(rows []spanRow) bool {
	return len(rows) > 1 && !notation.Number(format.Flat(rows[0].cells[0].Text)) && !slices.ContainsFunc(rows, func(r spanRow) bool { return len(r.cells) != 1 }) &&
		!slices.ContainsFunc(rows[1:], func(r spanRow) bool { return !notation.Number(strings.TrimFunc(r.cells[0].Text, notation.Blank)) })
}

// loneLines are the rows of a single column as those of a table.
func loneLines(rows []spanRow) []line {
	lines := make([]line, len(rows))
	for i, r := range rows {
		lines[i] = r.line
		lines[i].text, lines[i].exact, lines[i].gap = strings.TrimFunc(format.Flat(r.cells[0].Text), notation.Blank), true, i == 0
	}
	return lines
}

// prose reports whether the row is text under a table: a note, a sentence or a
// heading, alone in the first cell.
func (r spanRow) prose() bool {
	if !r.single() {
		return false
	}
	s := r.text().text
	return isNote(s) || strings.ContainsAny(s, "。！？") || englishSentence.MatchString(s) || outerHeading(s) || headed.MatchString(s)
}

// headed is a heading that stands in a cell: 4、师资队伍, 4 Faculty.
var headed = regexp.MustCompile(`^\d{1,2}(?:\.\d{1,2})*(?:[、．.]\s*\p{Han}|[.)]?\s+[A-Z])[^\d。]*$`)

// withoutLayout leaves out the columns that are merged into the one before in
// every row: they are there for the sake of other tables of the sheet.
func withoutLayout(rows []spanRow) []spanRow {
	if len(rows) == 0 {
		return rows
	}
	for j := len(rows[0].cells) - 1; j > 0; j-- {
		if slices.ContainsFunc(rows, func(r spanRow) bool { return j >= len(r.cells) || !r.cells[j].Across }) {
			continue
		}
		for i := range rows {
			rows[i].cells = format.Narrowed(rows[i].cells, j)
		}
	}
	return rows
}

// single reports whether only the first cell of the row is filled.
func (r spanRow) single() bool { return format.Single(r.cells) }

func (r spanRow) text() line {
	l := r.line
	l.text, l.gap = strings.TrimFunc(format.Flat(r.cells[0].Text), notation.Blank), true
	return l
}

// spanRows leaves out the cells that merged ones cover.
func spanRows(rows []spanRow) []spanRow {
	out := make([]spanRow, len(rows))
	for i, r := range rows {
		out[i].line = r.line
		for _, c := range r.cells {
			if !c.Covered {
				out[i].cells = append(out[i].cells, c)
			}
		}
	}
	return out
}

// titled puts the name of a sheet over its first table unless a caption or a
// title stands there.
func titled(parts []part, name string, at *format.Place) []part {
	if len(parts) == 0 || !parts[0].grid {
		return parts
	}
	l := line{no: parts[0].lines[0].no, text: name, gap: true, at: at}
	return slices.Insert(parts, 0, part{lines: []line{l}})
}
