package report

import (
	"slices"
	"strings"
	"unicode/utf8"

	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/regexp"
)

// maxCell is the length of a cell that stands on a line of its own.
const maxCell = 40

// A cellStream is the cells of lines, and the line with which each ends.
type cellStream struct {
	cells  []cellAt
	ends   []int
	breaks []lineBreak // in cells of several lines
}

// A lineBreak is the lines above and below the end of a line in a cell.
type lineBreak struct {
	cell         int
	above, below string
}

func (s *cellStream) add(i int, c cellAt) {
	s.cells, s.ends = append(s.cells, c), append(s.ends, i)
}

// join adds a line to the last cell.
func (s *cellStream) join(i int, text string, sure bool) {
	c := &s.cells[len(s.cells)-1]
	if !sure {
		s.breaks = append(s.breaks, lineBreak{len(s.cells) - 1, c.last(), text})
	}
	c.begins = len(c.text)
	c.text, c.joined, s.ends[len(s.ends)-1] = notation.Glue(c.text, text), c.joined || !sure, i
}

// reading finds the rows; the last words may be the text under the table.
func (s *cellStream) reading() reading {
	r, n := foldStream(s.cells)
	if n == 0 {
		r, n = foldStream(withoutTail(s.cells))
	}
	if n > 0 {
		r.used = s.ends[n-1] + 1
	}
	if n < len(s.cells) && n > 0 && isLoose(s.cells[n].text) {
		at, cell := &r.rows[0], format.WholeTable
		if len(r.rows) > maxFew {
			at, cell = &r.rows[len(r.rows)-1], 0
		}
		at.doubt(cell, message.Of("words follow the rows: they may be of names above"), message.Data(s.cells[n].text))
	}
	return r
}

// maxFew is how many rows a table has of which texts below may name groups.
const maxFew = 12

// isLoose reports whether a text under a table is short and no heading, and so may be a
// part of it.
func isLoose(s string) bool {
	return utf8.RuneCountInString(s) <= maxCell/2 && !strings.ContainsAny(s, "，。：:.、") && !notation.BeginsWithDigit(s)
}

// readCells reads a table of which every line is one cell. Where blank lines part the
// cells, lines without one go on with a name.
func readCells(lines []line) (r reading) {
	var s cellStream
	apart := cellsApart(lines)
	for i, l := range lines {
		if utf8.RuneCountInString(l.text) > maxCell || strings.Contains(l.text, "|") {
			break
		}
		if fields := strings.FieldsFunc(l.text, notation.Blank); len(fields) > 1 && !notation.Value(l.text) && notation.Value(fields[len(fields)-1]) && !notation.BareYear(fields[len(fields)-1]) {
			return r // a name and its value, or two values
		}
		unit := unitAlone.MatchString(l.text)
		if n := len(s.cells); n > 0 && !notation.Value(l.text) && !notation.Value(s.cells[n-1].text) && (unit || apart && !l.gap) {
			s.join(i, notation.Tidy(l.text), unit)
			continue
		}
		s.add(i, cellAt{text: notation.Tidy(l.text), no: l.no})
	}
	s.settle()
	if len(s.cells) < 4 || slices.ContainsFunc(s.cells[:max(firstValue(s.cells), 0)], func(c cellAt) bool { return namesTwice(fieldsAt(line{text: c.text})) }) {
		return r
	}
	return s.reading()
}

// leastBreaks is how many cells of a table go on in a second line where that is the
// habit of its names.
const leastBreaks = 3

// settle is certain of the cells that were joined where the lines above have no room for
// the next word.
func (s *cellStream) settle() {
	longest := 0
	for _, b := range s.breaks {
		longest = max(longest, notation.Width(b.above), notation.Width(b.below))
	}
	if len(s.breaks) < leastBreaks {
		return
	}
	open := map[int]bool{}
	for _, b := range s.breaks {
		word, _, _ := strings.Cut(b.below, " ")
		if notation.CountHan(word) > 0 {
			word = "一"
		}
		open[b.cell] = open[b.cell] || notation.Width(b.above)+notation.Width(word) < longest
	}
	for i := range s.cells {
		s.cells[i].joined = open[i]
	}
}

// unitAlone is the unit of a name that stands on a line of its own.
var unitAlone = regexp.MustCompile(`^[（(][^（()）]{1,12}[)）]$`)

// cellsApart reports whether blank lines stand between most lines.
func cellsApart(lines []line) bool {
	gaps := 0
	for _, l := range lines {
		if l.gap {
			gaps++
		}
	}
	return 4*gaps > 3*len(lines)
}

// readFlowed reads a table as a program leaves it that follows the text of a page:
// a line holds a cell or several of a row, a blank between them.
func readFlowed(lines []line) (r reading) {
	var s cellStream
	values := false
	for i, l := range lines {
		fields := strings.FieldsFunc(l.text, notation.Blank)
		n := endingValues(fields)
		if values = values || n > 0; utf8.RuneCountInString(l.text) > 2*maxCell || strings.Contains(l.text, "|") {
			break
		}
		words := fields[:len(fields)-n]
		if values && len(words) > 0 {
			words = []string{strings.Join(words, " ")}
		} else if !values && len(words) > 1 && slices.ContainsFunc(words, func(s string) bool { return notation.CountHan(s) < 2 }) {
			return r
		}
		for _, f := range append(slices.Clone(words), fields[len(fields)-n:]...) {
			s.add(i, cellAt{text: f, no: l.no})
		}
	}
	if n := len(s.cells); n < 4 || s.ends[n-1]+1 == n || namesTwice(s.cells[:max(firstValue(s.cells), 0)]) {
		return r
	}
	return s.reading()
}

// namesTwice reports whether a name comes back in a header: it has two levels, and in
// which order these flowed is not known.
func namesTwice(head []cellAt) bool {
	seen := map[string]bool{}
	for _, c := range head {
		if seen[notation.Fold(c.text)] {
			return true
		}
		seen[notation.Fold(c.text)] = true
	}
	return false
}

// withoutTail leaves out the words after the last value.
func withoutTail(cells []cellAt) []cellAt {
	n := len(cells)
	for n > 0 && !notation.Value(cells[n-1].text) {
		n--
	}
	return cells[:n]
}

// readOneLine reads a table of which all cells stand on one line.
func readOneLine(lines []line) (r reading) {
	cells := fieldsAt(lines[0])
	r, n := foldStream(cells)
	if n != len(cells) || len(r.rows) < 3 {
		return reading{}
	}
	r.used = 1
	return r
}

func fieldsAt(l line) []cellAt {
	var cells []cellAt
	for _, f := range strings.FieldsFunc(l.text, notation.Blank) {
		if n := len(cells); n > 0 && tornFraction.MatchString(f) && isDigits(cells[n-1].text) {
			cells[n-1].text += f
			continue
		}
		cells = append(cells, cellAt{text: f, no: l.no})
	}
	return cells
}

// tornFraction is what scanning tore off a number: 37 .49%.
var tornFraction = regexp.MustCompile(`^\.\d+%?$`)

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// joinedCaption is a caption with its whole table on the same line.
var joinedCaption = regexp.MustCompile(`^((?:附表|表)\s*\d{1,3}(?:[-－–.]\d{1,2})*)[\s.．:：、]+(.*)$`)

// maxTitle is how many blanks the title in front of such a table has.
const maxTitle = 4

// cutCaption parts a caption from the table on its line. It is certain only
// where one place makes a table of the rest; a table that cannot be read follows
// the first word.
func cutCaption(l line) (caption, table line, ok bool) {
	m := joinedCaption.FindStringSubmatch(l.text)
	if m == nil || len(l.text) > maxLine || strings.Contains(l.text, "\t") {
		return l, line{}, false
	}
	fields := strings.FieldsFunc(m[2], notation.Blank)
	found := 0
	for cut := 1; cut <= min(maxTitle, len(fields)-4); cut++ {
		rest := line{no: l.no, text: strings.Join(fields[cut:], " ")}
		if r := readOneLine([]line{rest}); r.score >= enough {
			caption = line{no: l.no, text: m[1] + " " + strings.Join(fields[:cut], " "), gap: l.gap}
			table = rest
			found++
		}
	}
	if found != 1 && mostlyValues(fields[min(1, len(fields)):]) {
		caption = line{no: l.no, text: m[1] + " " + fields[0], gap: l.gap}
		return caption, line{no: l.no, text: strings.Join(fields[1:], " ")}, true
	}
	return caption, table, found == 1
}

// mostlyValues reports whether a title is followed by a table that cannot be
// read: it is kept as it is printed, with a doubt.
func mostlyValues(fields []string) bool {
	n := 0
	for _, f := range fields {
		if notation.Value(f) {
			n++
		}
	}
	return n >= unreadValues && unreadShare*n >= 2*len(fields)
}

// partCaptions gives every caption a line of its own.
func partCaptions(lines []line) []line {
	out := make([]line, 0, len(lines))
	tried := 0
	for _, l := range lines {
		if mayBeCaption(l.text) && tried <= maxTables {
			tried++
			if caption, table, ok := cutCaption(l); ok {
				out = append(out, caption, table)
				continue
			}
		}
		if rows := flattened(l); rows != nil {
			out = append(out, rows...)
			continue
		}
		l.text = besideCaptions(l.text)
		out = append(out, l)
	}
	return out
}

// besideCaptions joins the captions of tables that stand side by side: a row of
// nothing else is no row.
func besideCaptions(s string) string {
	if !mayBeCaption(s) || !strings.Contains(s, "\t") {
		return s
	}
	cells := strings.FieldsFunc(s, func(r rune) bool { return r == '\t' })
	for _, c := range cells {
		if label, _, ok := parseCaption(strings.TrimSpace(c)); !ok || !isTableLabel(label) {
			return s
		}
	}
	return strings.Join(cells, "  ")
}
