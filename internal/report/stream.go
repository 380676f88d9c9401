package report

import (
	"slices"
	"strconv"
	"strings"

	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/table"
)

// A cellAt is a cell of a table of which only the order of the cells is known.
type cellAt struct {
	text   string
	no     int
	joined bool // of lines that may be cells of their own
}

// Bounds of a table that is read from the order of its cells.
const (
	maxStream      = 4000
	maxStreamWidth = 16
)

// foldStream finds the rows in a stream of cells: first by equal length, then by
// the values that end each row. The reading does not set how much was used.
func foldStream(cells []cellAt) (r reading, used int) {
	first := firstValue(cells)
	if first > 0 && isRunning(cells[first].text, 1) && !notation.Numbering(cells[0].text) {
		if r, used := foldStream(append([]cellAt{{text: "序号", no: cells[0].no}}, cells...)); used > 1 && countsUpTo(r) > 1 {
			return r, used - 1
		}
	}
	if len(cells) > maxStream || first < 2 || first > 2*maxStreamWidth {
		return r, 0
	}
	if r, used := foldLevels(cells, first); used > 0 {
		return r, used
	}
	if width := evenWidth(cells, first); width > 0 {
		return evenRows(cells, width), len(cells)
	}
	return unevenRows(cells, first)
}

// firstValue returns the place of the first value: the header is before it. Years
// that follow one another at its end are names.
func firstValue(cells []cellAt) int {
	isYear := func(i int) bool { return i < len(cells) && notation.BareYear(cells[i].text) }
	for i, c := range cells {
		if notation.Value(c.text) && !(isYear(i) && (isYear(i+1) || i > 1 && isYear(i-1))) {
			return i
		}
	}
	return -1
}

// evenWidth returns the one width with which every column holds either numbers
// or words, or 0.
func evenWidth(cells []cellAt, first int) int {
	found := 0
	for width := 2; width <= min(first, maxStreamWidth); width++ {
		if len(cells)%width != 0 || first >= 2*width || !pure(cells, width) {
			continue
		}
		if found > 0 {
			return 0
		}
		found = width
	}
	return found
}

func pure(cells []cellAt, width int) bool {
	numeric := 0
	for col := range width {
		numbers, words := 0, 0
		for i := width + col; i < len(cells); i += width {
			switch s := notation.Mend(cells[i].text); {
			case s == "" || notation.None(s):
			case notation.Number(s) || notation.Composite(s):
				numbers++
			default:
				words++
			}
		}
		if numbers > 0 && words > 0 {
			return false
		}
		if numbers > 0 {
			numeric++
		}
	}
	return numeric > 0 && (!notation.Numbering(cells[0].text) || countsUp(cells, width))
}

// countsUp reports whether the first column counts the rows, but for blanks.
func countsUp(cells []cellAt, width int) bool {
	next := 1
	for i := width; i < len(cells); i += width {
		if cells[i].text == "" {
			continue
		}
		if !isRunning(cells[i].text, next) {
			return false
		}
		next++
	}
	return true
}

// countsUpTo returns the last running number in the first column.
func countsUpTo(r reading) int {
	n := 0
	for _, l := range r.rows {
		if number, _, _ := strings.Cut(l.text, "\t"); isRunning(number, n+1) {
			n++
		}
	}
	return n
}

func isRunning(s string, n int) bool {
	if !runningForm.MatchString(s) {
		return false
	}
	s = strings.Trim(s, ".．、（）()")
	return s == strconv.Itoa(n) || s == chineseNumber(n)
}

// chineseNumber writes a number below 100: 十二.
func chineseNumber(n int) string {
	if n < 1 || n > 99 {
		return ""
	}
	digits := strings.Split(" 一 二 三 四 五 六 七 八 九", " ")
	tens := ""
	if n >= 10 {
		tens = strings.TrimPrefix(digits[n/10], "一") + "十"
	}
	return tens + digits[n%10]
}

func evenRows(cells []cellAt, width int) reading {
	r := reading{score: 95}
	for i := 0; i < len(cells); i += width {
		r.rows = append(r.rows, rowOf(cells[i:i+width]))
	}
	if nameless(r.rows[1:]) {
		r.rows[0].doubt(format.WholeTable, message.Of("the rows begin with values: their names may be missing"), message.Text{})
	}
	return r
}

// nameless reports whether rows begin with values that neither number nor date them.
func nameless(rows []line) bool {
	for i, l := range rows {
		if first, _, _ := strings.Cut(l.text, "\t"); !notation.Number(first) || notation.BareYear(first) || i == 0 && isRunning(first, 1) {
			return false
		}
	}
	return true
}

func rowOf(cells []cellAt) line {
	l := line{no: cells[0].no, text: strings.Join(textsOf(cells), "\t")}
	for i, c := range cells {
		if c.joined {
			l.doubt(i, joinedName, message.Text{})
		}
	}
	return l
}

var joinedName = message.Of("the name of the row was joined from several cells")

func textsOf(cells []cellAt) []string {
	s := make([]string, len(cells))
	for i, c := range cells {
		s[i] = c.text
	}
	return s
}

// unevenRows tries every width of the header and every number of values that can
// end a row, and keeps the one with most whole rows. When two are as good, the
// table is none of them.
func unevenRows(cells []cellAt, first int) (best reading, used int) {
	most, ties := 0, 0
	for width := 2; width <= min(first, maxStreamWidth); width++ {
		for values := 1; values < width; values++ {
			r, n, whole := cutRows(cells, newPlan(textsOf(cells[:width]), values))
			switch {
			case whole > most:
				best, used, most, ties = r, n, whole, 0
			case whole == most:
				ties++
			}
		}
	}
	if most < 2 || ties > 0 {
		return reading{}, 0
	}
	return best, used
}

// cutRows cuts the stream after each run of values. It returns no rows when the
// plan does not fit.
func cutRows(cells []cellAt, p plan) (r reading, used, whole int) {
	width := len(p.head)
	r.rows = append(r.rows, rowOf(cells[:width]))
	next, rows, doubted := 1, 0, 0
	for at := width; at < len(cells); {
		if at+width <= len(cells) && notation.SameWords(textsOf(cells[at:at+width]), p.head) {
			at += width
			continue
		}
		end, ok := p.rowEnd(cells[at:], &next)
		if !ok {
			return reading{}, 0, 0
		}
		if end == 0 {
			break
		}
		row := cells[at : at+end]
		l := p.row(textsOf(row), notation.Glue)
		if words := p.words(row); words > p.names()+p.unit() {
			if rows == 0 {
				return reading{}, 0, 0
			}
			l.doubt(width-p.values-p.unit()-1, joinedName, table.Apart(textsOf(row)...))
		} else if slices.ContainsFunc(row, func(c cellAt) bool { return c.joined }) {
			l.doubt(width-p.values-p.unit()-1, joinedName, message.Text{})
		}
		if endingValues(textsOf(row)) == 0 {
			l.doubt(format.AllCells, message.Of("the row has no values: it may be a part of the name above or below"), message.Text{})
		}
		if len(l.doubts) > 0 {
			doubted++
		} else if len(row) == width {
			whole++
		}
		l.no = row[0].no
		r.rows = append(r.rows, l)
		rows++
		at += end
		used = at
	}
	if rows == 0 {
		return reading{}, 0, 0
	}
	r.score = share(rows-doubted, rows)
	p.doubtGroups(r.rows[1:])
	return r, used, whole
}

// words counts the cells of a row between its number and its values.
func (p plan) words(row []cellAt) int {
	n := 0
	for i, c := range row {
		if !notation.Value(c.text) || p.united && i == len(row)-p.values-1 {
			n++
		}
	}
	return n
}

// rowEnd returns where the first row of the stream ends, or 0 when only words
// are left. The number of the next row is no value of this one; where both would
// do, the plan does not fit.
func (p plan) rowEnd(cells []cellAt, next *int) (end int, ok bool) {
	at := 0
	if p.numbered && isRunning(cells[0].text, *next) {
		*next++
		at++
	}
	words := at
	for words < len(cells) && !notation.Value(cells[words].text) {
		words++
	}
	if words == len(cells) {
		return 0, true
	}
	stop := words
	for stop < len(cells) && notation.Value(cells[stop].text) {
		stop++
	}
	run := stop - words
	if p.united && notation.None(cells[words].text) && run > p.values && (words == at || !notation.Unit(cells[words-1].text)) {
		run--
	}
	if p.numbered && stop < len(cells) && isRunning(cells[stop-1].text, *next) {
		if run == p.values {
			return 0, false
		}
		run--
		stop--
	}
	most := len(p.head) - p.values + 2
	return stop, words > at && words-at <= most && run <= p.values
}
