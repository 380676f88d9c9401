package report

import (
	"slices"
	"strconv"
	"strings"

	"charts/internal/notation"
	"charts/internal/table"
)

// A folding parts a stream of cells into rows: a run of words and a run of values make
// each. Names and values are as many in most rows, and together as many as the names of
// the header; that is what proves it. A row that has more or fewer is doubted.
type folding struct {
	cells   []flowCell
	first   int // the first value
	runs    []run
	counted bool // a column counts the rows
	words   int  // how many words stand between the values of most rows, numbers aside
	nums    int  // and values
}

// A run is words, and the values behind them, from where to where.
type run struct{ first, values, end int }

// A rowShape is what the columns of a folding hold, from left to right.
type rowShape struct {
	names   []string
	lead    int  // how many name a row
	tail    int  // how many words stand behind its values
	grouped bool // the first names a group, and most rows leave it blank
	sure    bool // each name is of its column
	head    int  // how many cells the header has
}

// fold finds the rows of a stream of cells, and tells how many of them it took.
func fold(cells []flowCell) (r reading, used int) {
	f := folding{cells: cells, first: firstValue(cells)}
	if len(cells) > maxStream || f.first < 2 || f.first > 3*maxStreamWidth {
		return r, 0
	}
	f.count()
	f.findRuns()
	if !f.measure() {
		return r, 0
	}
	shape, ok := f.shape()
	if !ok {
		return r, 0
	}
	return f.rows(shape)
}

// firstValue returns the place of the first value: the header is before it. Years
// that follow one another at its end are names.
func firstValue(cells []flowCell) int {
	isYear := func(i int) bool { return i < len(cells) && notation.BareYear(cells[i].text) }
	for i, c := range cells {
		if c.value && !(isYear(i) && (isYear(i+1) || i > 1 && isYear(i-1))) {
			return i
		}
	}
	return -1
}

// count makes names of what stands before the first value, and of numbers and years that
// count the rows.
func (f *folding) count() {
	for i := range f.cells[:f.first] {
		f.cells[i].value = false
	}
	isValue := func(i int) bool { return i < len(f.cells) && f.cells[i].value }
	numbers := f.counting(func(i, n int) bool { return isRunning(f.cells[i].text, n) && i+1 < len(f.cells) && !isValue(i+1) })
	rest := 0
	for i := f.first; i < len(f.cells); i++ {
		if isValue(i) {
			rest++
		}
	}
	if f.counted = len(numbers) > 1 && numbers[0] == f.first && rest >= 2*len(numbers); f.counted {
		f.name(numbers)
	}
	start, ok := yearOf(f.cells[f.first].text)
	years := f.counting(func(i, n int) bool {
		y, is := yearOf(f.cells[i].text)
		return ok && is && (y == start+n-1 || y == start-n+1)
	})
	if f.even(years) {
		f.name(years)
	}
	for f.first < len(f.cells) && !f.cells[f.first].value {
		f.first++
	}
}

func yearOf(s string) (int, bool) {
	s = strings.TrimSuffix(s, "年")
	n, err := strconv.Atoi(s)
	return n, err == nil && notation.BareYear(s)
}

// counting are the cells that count the rows one by one.
func (f *folding) counting(counts func(i, n int) bool) (all []int) {
	for i := f.first; i < len(f.cells); i++ {
		if f.cells[i].value && counts(i, len(all)+1) {
			all = append(all, i)
		}
	}
	return all
}

func (f *folding) name(cells []int) {
	for _, i := range cells {
		f.cells[i].value = false
	}
}

// even reports whether most of several cells stand as far apart, and not side by side.
func (f *folding) even(cells []int) bool {
	steps := map[int]int{}
	for i := 1; i < len(cells); i++ {
		steps[cells[i]-cells[i-1]]++
	}
	return len(cells) > 2 && mostly(steps) > 1
}

func (f *folding) findRuns() {
	for i := 0; i < len(f.cells); {
		r := run{first: i}
		for i < len(f.cells) && (i < f.first || !f.cells[i].value) {
			i++
		}
		r.values = i
		for i < len(f.cells) && f.cells[i].value {
			i++
		}
		if r.end = i; r.end > r.values {
			f.runs = append(f.runs, r)
		}
	}
}

// measure finds how many words and values a row has; most have as many. A single row has
// no names.
func (f *folding) measure() bool {
	if len(f.runs) == 1 {
		f.nums = f.runs[0].end - f.runs[0].values
		return f.nums > 1
	}
	words, values := map[int]int{}, map[int]int{}
	for i, r := range f.runs {
		values[r.end-r.values]++
		if i > 0 {
			words[r.values-r.first-f.numbersIn(r)]++
		}
	}
	f.words, f.nums = mostly(words), mostly(values)
	return f.words > 0 && f.nums > 0
}

// mostly returns what more than half of the rows have, or 0.
func mostly(count map[int]int) int {
	rows := 0
	for _, c := range count {
		rows += c
	}
	for n, c := range count {
		if 2*c > rows {
			return n
		}
	}
	return 0
}

// numbersIn is how many cells among the words of a run count the rows.
func (f *folding) numbersIn(r run) (n int) {
	for i := max(r.first, f.first-1); f.counted && i < r.values; i++ {
		if runningForm.MatchString(f.cells[i].text) {
			n++
		}
	}
	return n
}

// shape finds the columns: the names of the header are as many as the names and values
// of a row, and the words behind these.
func (f *folding) shape() (best rowShape, ok bool) {
	number := 0
	if f.counted {
		number = 1
	}
	for _, s := range f.shapes(number) {
		n := s.lead + f.nums + s.tail
		if s.head < 2 || n > maxStreamWidth || s.lead < min(f.words, 1) || f.inLine(s.head) {
			continue
		}
		lines := f.head(s.head)
		s.names, s.sure = headNames(lines, n, s.lead, f.nums)
		if s.names == nil && f.counted {
			if s.names, s.sure = headNames(lines, n-1, s.lead-1, f.nums); s.names != nil && !notation.Numbering(s.names[0]) {
				s.names = append([]string{"序号"}, s.names...)
			}
		}
		if len(s.names) != n || !f.fits(s) || s.lead == 0 && !strings.Contains(s.names[n-1], "/") || !f.counted && notation.Numbering(s.names[0]) && !isRunning(f.cells[s.head].text, 1) {
			continue
		}
		if s.sure = s.sure && f.inOrder(s, lines) && !(s.grouped && s.head > f.first-s.lead); !ok || s.sure && !best.sure {
			best, ok = s, true
		}
	}
	return best, ok
}

// fits reports whether no column of values is called that of the units, and the names of
// the first row are no part of the header. Names that stand in another order than they
// flowed are not sure.
func (f *folding) fits(s rowShape) bool {
	first := f.cells[s.head:f.first]
	return !slices.ContainsFunc(s.names[s.lead:], notation.UnitName) && !slices.ContainsFunc(s.names[s.lead+f.nums:], notation.Numbering) &&
		!slices.ContainsFunc(first, func(c flowCell) bool {
			_, inside, ok := notation.Bracket(c.text)
			return ok && notation.UnitAlone(inside) || table.OnlyRemarks([]string{c.text})
		})
}

// inOrder reports whether the names of a header can have flowed in their order: blank
// lines part all of them or none, and where groups are named each has a line or all one.
func (f *folding) inOrder(s rowShape, lines [][]string) bool {
	gaps, several := 0, 0
	for i, l := range lines[1:] {
		if notation.UnitRow(l) == len(l) {
			lines = lines[:i+1]
			break
		}
	}
	for i, c := range f.cells[:s.head] {
		if i > 0 && c.apart && c.at > f.cells[i-1].at {
			gaps++
		}
		if c.joined {
			return false
		}
	}
	for _, l := range lines {
		if len(l) > 1 {
			several++
		}
	}
	return (gaps == 0 || gaps >= len(lines)-1) && (!s.grouped || several == 0 || len(lines) == 1)
}

// inLine reports whether a header would end within a line, although the table has others:
// it flowed among the rows then.
func (f *folding) inLine(head int) bool {
	return f.cells[head-1].at == f.cells[head].at && f.cells[head].at != f.cells[len(f.cells)-1].at
}

// shapes are those that the words between the values may have: names of the row below,
// the last cells of the row above, and at the first row of a group its name.
func (f *folding) shapes(number int) (all []rowShape) {
	if f.words == 0 {
		return []rowShape{{head: f.first}}
	}
	for tail := range f.words {
		lead := f.words + number - tail
		all = append(all, rowShape{lead: lead, tail: tail, head: f.first - lead})
		if number > 0 && tail == 0 { // the first row may have no unit
			all = append(all, rowShape{lead: lead, head: f.first - lead + 1})
		}
	}
	for i, r := range f.runs {
		if n := r.values - r.first - f.numbersIn(r); i > 0 && n == f.words+1 {
			lead := n + number
			return append(all, rowShape{lead: lead, grouped: true, head: f.first - lead}, rowShape{lead: lead, grouped: true, head: f.first - lead + 1})
		}
	}
	return all
}

// head are the cells of the header by their lines.
func (f *folding) head(n int) (lines [][]string) {
	for i, c := range f.cells[:n] {
		if i == 0 || c.at != f.cells[i-1].at {
			lines = append(lines, nil)
		}
		lines[len(lines)-1] = append(lines[len(lines)-1], c.text)
	}
	return lines
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
