package report

import (
	"strconv"
	"strings"

	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/notation"
)

// A cellAt is a cell of a table of which only the order of the cells is known.
type cellAt struct {
	text   string
	no     int
	joined bool // of lines that may be cells of their own
	begins int  // where its last line begins in the text
}

// last is the last line of the cell.
func (c cellAt) last() string { return strings.TrimSpace(c.text[c.begins:]) }

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
	return foldRuns(cells)
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
	if halves(cells, width) {
		r.rows[0].doubt(format.WholeTable, message.Of("the rows may be halves of these: words and numbers repeat in each"), message.Text{})
	}
	if nameless(r.rows[1:]) {
		r.rows[0].doubt(format.WholeTable, message.Of("the rows begin with values: their names may be missing"), message.Text{})
	}
	return r
}

// halves reports whether rows of a part of the width would hold words and numbers in as
// good an order.
func halves(cells []cellAt, width int) bool {
	for part := 2; part <= width/2; part++ {
		words, numbers, same := false, false, width%part == 0
		for i := width; i < len(cells); i++ {
			value := notation.Value(cells[i].text)
			words, numbers = words || !value, numbers || value
			same = same && (i < width+part || value == notation.Value(cells[i-part].text))
		}
		if same && words && numbers {
			return true
		}
	}
	return false
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
