package proof

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"charts/internal/notation"
	"charts/internal/table"
)

// A reading is what the words on the surfaces are for the reader.
type reading struct {
	table *table.Table
	left  [][]string // of each row and column, the folded text that no word has yet
	names [][]string // of each column, the folded names over it, outer first
	kinds []table.ColumnKind
	lost  []int // the lines with words that were not read
}

func newReading(t *table.Table, all []surface) *reading {
	r := &reading{table: t, kinds: t.Kinds()}
	for _, row := range t.Rows {
		var left []string
		for _, c := range row.Cells {
			left = append(left, notation.Fold(c.Text))
		}
		r.left = append(r.left, left)
	}
	for _, c := range t.Columns {
		var names []string
		for n := range strings.SplitSeq(c.Name, "/") {
			names = append(names, notation.Fold(n))
		}
		r.names = append(r.names, names)
	}
	var words []*word
	for i := range all {
		for k := range all[i].words {
			words = append(words, &all[i].words[k])
		}
	}
	r.rows(words)
	r.rest(words)
	for _, w := range words {
		if w.role == unread && !slices.Contains(r.lost, w.line) {
			r.lost = append(r.lost, w.line)
		}
	}
	return r
}

// rows gives the words on the lines of each row to its cells, from the left.
func (r *reading) rows(words []*word) {
	line, row, next := 0, 0, 0
	for _, w := range words {
		if w.line != line {
			line, row, next = w.line, r.rowOn(w.line), 0
		}
		if row < 0 || w.apart {
			continue
		}
		if i, k := r.search(row, next, w); k >= 0 {
			r.take(w, i, k)
			row, next = i, k
		}
	}
}

// search looks for a word behind a cell of a row, in those after it that are on the
// same line, and in all of the row.
func (r *reading) search(row, next int, w *word) (i, k int) {
	if k = r.cellOf(row, next, w.key, strings.HasPrefix); k >= 0 {
		return row, k
	}
	for i = row + 1; i < len(r.table.Rows) && r.table.Rows[i].Line == w.line; i++ {
		if k = r.cellOf(i, 0, w.key, strings.HasPrefix); k >= 0 {
			return i, k
		}
	}
	return row, r.cellOf(row, 0, w.key, strings.HasPrefix)
}

// rowOn is the row that a line belongs to: the first that begins on it, or the last
// above.
func (r *reading) rowOn(line int) int {
	i, ok := slices.BinarySearchFunc(r.table.Rows, line, func(row table.Row, line int) int { return row.Line - line })
	if ok {
		return i
	}
	if i--; i == len(r.table.Rows)-1 && line > r.table.LastLine()+maxWrapped {
		return -1
	}
	return i
}

// maxWrapped is how many lines the last row goes on over.
const maxWrapped = 3

// cellOf is the first cell of a row, from a column on, that has a word left.
func (r *reading) cellOf(row, from int, key string, has func(s, key string) bool) int {
	for k := from; k < len(r.left[row]); k++ {
		if key != "" && has(r.left[row][k], key) {
			return k
		}
	}
	return -1
}

func (r *reading) take(w *word, row, col int) {
	w.of, w.col = row, col
	r.left[row][col] = strings.Replace(r.left[row][col], w.key, "", 1)
	switch r.kinds[col] {
	case table.NameColumn:
		w.role = name
	case table.NumberColumn:
		w.role = number
	case table.UnitColumn:
		w.role = unit
	default:
		w.role = value
	}
}

// rest finds what the other words are: names of columns, parts of a row that stand
// out of order, the caption, notes.
func (r *reading) rest(words []*word) {
	t := r.table
	first := t.Line
	if len(t.Rows) > 0 {
		first = t.Rows[0].Line
	}
	levels := map[[2]int]int{}
	for _, w := range words {
		if w.role != unread {
			continue
		}
		isNote := slices.ContainsFunc(t.Notes, func(n table.Note) bool { return w.line >= n.Line && strings.Contains(notation.Fold(n.Text), w.key) })
		switch {
		case !hasLetters(w.text):
			w.role = outside
		case w.line < t.Line || w.line > t.LastLine()+maxWrapped:
			w.role = outside
		case isNote:
			w.role = note
		case w.apart && w.line >= t.Line && w.line <= max(t.HeaderLine, first):
			w.role = caption
		case w.apart:
			w.role = outside
		case w.line == t.Line && w.line != t.HeaderLine || w.line < t.HeaderLine && w.line < first:
			w.role = caption
		case t.HeaderRows > 0 && r.isName(w):
			w.role, w.of = header, -1
			at := [2]int{w.line, w.row}
			if _, ok := levels[at]; !ok {
				levels[at] = len(levels)
			}
			w.level = levels[at]
		case r.strayed(w):
		case w.line > t.LastLine():
			w.role = outside
		}
	}
}

// isName reports whether a word is in the name of a column, and finds the first
// of these and its unit.
func (r *reading) isName(w *word) bool {
	whole := notation.Fold(strings.ReplaceAll(w.text, "\n", ""))
	for k, names := range r.names {
		c := r.table.Columns[k]
		bare := strings.Trim(whole, "()（）[]【】")
		if c.Unit != "" && (bare == notation.Fold(c.Unit) || strings.HasSuffix(strings.TrimRight(whole, ")）]】"), notation.Fold(c.Unit))) {
			w.unit = float64(utf8.RuneCountInString(whole)-utf8.RuneCountInString(strings.TrimSuffix(strings.TrimRight(whole, ")）]】"), notation.Fold(c.Unit)))) / float64(max(utf8.RuneCountInString(whole), 1))
			if bare == notation.Fold(c.Unit) {
				w.unit = 1
			}
		}
		if w.unit > 0 || slices.ContainsFunc(names, func(n string) bool { return n != "" && (strings.Contains(n, whole) || strings.HasPrefix(whole, n)) }) ||
			strings.Contains(strings.Join(names, ""), whole) {
			w.col = k
			return true
		}
	}
	return false
}

// strayed gives a word to the row that it is on, or to one beside it, wherever in
// the text of a cell it is.
func (r *reading) strayed(w *word) bool {
	at := r.rowOn(w.line)
	for _, i := range []int{at, at + 1, at - 1} {
		if i < 0 || i >= len(r.left) {
			continue
		}
		if k := r.cellOf(i, 0, w.key, strings.Contains); k >= 0 {
			r.take(w, i, k)
			return true
		}
		if k := r.cellOf(i, 0, strings.TrimRight(w.key, marks), strings.HasPrefix); k >= 0 {
			r.take(w, i, k)
			return true
		}
	}
	return at >= 0 && r.again(w, at)
}

// marks are those of footnotes, which are no part of a cell.
const marks = "*＊※†‡"

// again reports whether a word that is no value says once more what a cell of the row
// says, as the rest of a name does on a new page.
func (r *reading) again(w *word, row int) bool {
	for k, c := range r.table.Rows[row].Cells {
		if hasLetters(w.text) && !strings.ContainsAny(w.text, "0123456789") && strings.HasSuffix(notation.Fold(c.Text), w.key) {
			r.take(w, row, k)
			return true
		}
	}
	return false
}

func hasLetters(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}
