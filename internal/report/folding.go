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

// A folding parts a stream of cells into rows: a run of words and a run of values make
// each. Names and values are as many in most rows, and together as many as the names
// of the header; that is what proves it. A row that has more or fewer is doubted.
type folding struct {
	cells   []cellAt
	value   []bool
	runs    []run
	grouped bool // the first column names groups: most rows leave it blank
	counted bool // a column counts the rows
	words   int  // how many names a row has in front of its values
	nums    int  // and values
	tail    int  // and words behind them
	head    int  // how many cells the header has
}

// A run is words, and the values behind them, from where to where.
type run struct{ first, values, end int }

// foldRuns finds the rows of a stream by the runs of its words and values.
func foldRuns(cells []cellAt) (r reading, used int) {
	if len(cells) > maxStream {
		return r, 0
	}
	f := folding{cells: cells}
	f.sort()
	if !f.measure() {
		return reading{}, 0
	}
	head := textsOf(cells[:f.head])
	if !f.counted && slices.ContainsFunc(head, notation.Numbering) {
		return reading{}, 0
	}
	names, sure := f.names(head)
	if names == nil {
		return reading{}, 0
	}
	top := line{no: cells[0].no, text: strings.Join(names, "\t")}
	for k := range names {
		if !sure && k >= f.words {
			top.doubt(k, message.Of("the names of the header were put over their columns from the left; their places are not certain"), message.Text{})
		}
	}
	r.rows = []line{top}
	whole := f.rows(&r, head)
	if whole < 2 || f.mixed(r.rows[1:]) {
		return reading{}, 0
	}
	r.score = 40 + 50*whole/(len(r.rows)-1)
	return r, f.runs[len(f.runs)-1].end
}

// sort tells values from words, numbers and years that count the rows from values, and
// finds the runs.
func (f *folding) sort() {
	f.value = make([]bool, len(f.cells))
	first := max(firstValue(f.cells), 0)
	for i, c := range f.cells {
		f.value[i] = i >= first && notation.Value(c.text)
	}
	numbers := f.counting(first, func(i, n int) bool { return isRunning(f.cells[i].text, n) && i+1 < len(f.cells) && !f.value[i+1] })
	f.unmark(numbers, len(numbers) > 2 && numbers[0] == first)
	years := f.counting(first, func(i, n int) bool {
		y, err := strconv.Atoi(strings.TrimSuffix(f.cells[i].text, "年"))
		y0, err0 := strconv.Atoi(strings.TrimSuffix(f.cells[first].text, "年"))
		return err == nil && err0 == nil && notation.BareYear(strconv.Itoa(y0)) && (y == y0+n-1 || y == y0-n+1)
	})
	f.unmark(years, f.even(years))
	for i := 0; i < len(f.cells); {
		r := run{first: i}
		for i < len(f.cells) && !f.value[i] {
			i++
		}
		r.values = i
		for i < len(f.cells) && f.value[i] {
			i++
		}
		if r.end = i; r.end > r.values {
			f.runs = append(f.runs, r)
		}
	}
}

// counting are the cells that count the rows one by one.
func (f *folding) counting(first int, counts func(i, n int) bool) (all []int) {
	for i := first; i < len(f.cells); i++ {
		if counts(i, len(all)+1) {
			all = append(all, i)
		}
	}
	return all
}

// unmark makes names of cells that count the rows.
func (f *folding) unmark(cells []int, sure bool) {
	f.counted = f.counted || sure
	for _, i := range cells {
		f.value[i] = f.value[i] && !sure
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

// measure finds how many words and values a row has; most have as many.
func (f *folding) measure() bool {
	if len(f.runs) < 2 {
		return false
	}
	words, values := map[int]int{}, map[int]int{}
	for i, r := range f.runs {
		values[r.end-r.values]++
		if i > 0 {
			words[r.values-r.first-f.numbersIn(r)]++
		}
	}
	f.words, f.nums = mostly(words), mostly(values)
	if f.counted {
		f.words++
	}
	first := f.runs[0].values
	if f.words == 0 || f.nums == 0 || first <= f.words {
		return false
	}
	if n := 2*f.words + f.nums - first; n > 0 && n < f.words && f.runs[0].first == 0 { // words behind the values
		f.tail = n
		f.words -= n
	}
	f.head = first - f.words
	if extra := f.head - f.width(); (extra == 1 || extra == 2 && f.nums%2 > 0) && words[f.words+1] > 0 && f.tail == 0 && !f.counted {
		f.grouped, f.head = true, f.width()+1
		f.words++
	}
	return f.width() <= maxStreamWidth && f.head > 1
}

// numbersIn is how many cells among the words of a run count the rows.
func (f *folding) numbersIn(r run) (n int) {
	for i := r.first; f.counted && i < r.values; i++ {
		if notation.Value(f.cells[i].text) {
			n++
		}
	}
	return n
}

func (f *folding) width() int { return f.words + f.nums + f.tail }

// names are those of the columns: of one level, with a row of units under them, or of
// two levels.
func (f *folding) names(head []string) (names []string, sure bool) {
	width := f.width()
	head = chineseApart(head)
	switch n := len(head) - width; {
	case n == 0:
		return head, true
	case n < 0: // names that share a line
		if head = namesApart(head); len(head) == width {
			return head, true
		}
	case n == f.nums && f.tail == 0 && notation.UnitRow(head[width:]) == f.nums:
		names = slices.Clone(head[:width])
		for k, unit := range head[width:] {
			names[f.words+k] += "（" + notation.BareUnit(unit) + "）"
		}
		return names, true
	case n > 1 && f.tail == 0 && f.nums%n == 0 && f.nums > n:
		if each := f.nums / n; repeatedNames(head, each) == f.nums {
			head, sure := singleFirst(head, f.words, n)
			return pathsOf(head, f.words, each), sure
		}
	}
	return nil, false
}

// chineseApart are the names of lines, of which one holds several Chinese ones: these
// have no blanks.
func chineseApart(lines []string) (names []string) {
	for _, l := range lines {
		if fields := strings.FieldsFunc(l, notation.Blank); slices.ContainsFunc(fields, func(s string) bool { return notation.CountHan(s) < 2 && !notation.Period(s) }) {
			names = append(names, l)
		} else {
			names = append(names, fields...)
		}
	}
	return names
}

// namesApart are the names of lines that hold several of one word each; a bracket
// belongs to the name before it.
func namesApart(lines []string) (names []string) {
	for _, l := range lines {
		for i, word := range strings.FieldsFunc(l, notation.Blank) {
			if n := len(names); i > 0 && strings.ContainsRune("(（", firstRune(word)) {
				names[n-1] += " " + word
				continue
			}
			names = append(names, word)
		}
	}
	return names
}

// rows adds the rows; it returns how many are whole.
func (f *folding) rows(r *reading, head []string) (whole int) {
	for n, at := range f.runs {
		words := textsOf(f.cells[at.first:at.values])
		joined := false
		switch {
		case n == 0:
			words = words[f.head:]
		case len(words) >= len(head)+f.tail && notation.SameWords(words[f.tail:f.tail+len(head)], head): // on a new page
			words = slices.Delete(words, f.tail, f.tail+len(head))
		}
		if last := len(r.rows) - 1; n > 0 && f.tail > 0 {
			k := min(f.tail, len(words))
			r.rows[last].text = strings.TrimSuffix(r.rows[last].text, strings.Repeat("\t", f.tail)) + "\t" + strings.Join(words[:k], "\t") + strings.Repeat("\t", f.tail-k)
			words = words[k:]
		}
		l := line{no: f.cells[at.values].no}
		for _, c := range f.cells[at.values-len(words) : at.values] {
			joined = joined || c.joined
		}
		if len(words) > 0 {
			l.no = f.cells[at.values-len(words)].no
		}
		ok := f.row(&l, words, textsOf(f.cells[at.values:at.end]))
		if last := len(r.rows) - 1; len(words) > f.words && last > 0 {
			r.rows[last].doubt(f.words-1, joinedName, message.Text{}) // it may go on
		}
		if joined {
			l.doubt(f.words-1, joinedName, message.Text{})
		}
		if ok {
			whole++
		}
		r.rows = append(r.rows, l)
	}
	f.last(r)
	if group, _, _ := strings.Cut(r.rows[1].text, "\t"); f.grouped && group == "" {
		for i := range r.rows[1:] {
			r.rows[i+1].doubt(0, message.Of("the names of the groups stand beside their rows, and which rows are whose is not certain"), message.Text{})
		}
	}
	return whole
}

// last adds the words behind the values of the last row.
func (f *folding) last(r *reading) {
	if f.tail == 0 {
		return
	}
	last := &f.runs[len(f.runs)-1]
	row := &r.rows[len(r.rows)-1]
	row.text = strings.TrimSuffix(row.text, strings.Repeat("\t", f.tail))
	for k := range f.tail {
		row.text += "\t"
		if last.end < len(f.cells) {
			row.text += f.cells[last.end].text
			row.doubt(f.words+f.nums+k, message.Of("the cell may be of the text under the table"), message.Text{})
			last.end++
		}
	}
}

// row puts words and values into columns. Of too many words the first are joined; of
// another number of values none is kept.
func (f *folding) row(l *line, words, values []string) (whole bool) {
	names := make([]string, f.words)
	switch n := len(words) - f.words; {
	case n > 0:
		name := words[f.words-1]
		for _, w := range words[f.words:] {
			name = notation.Glue(name, w)
		}
		copy(names, words[:f.words-1])
		names[f.words-1] = name
		for k := range names {
			l.doubt(k, joinedName, table.Apart(words...))
		}
	case n < 0:
		copy(names[-n:], words)
	default:
		copy(names, words)
	}
	whole = len(words) == f.words || (f.counted || f.grouped) && len(words) == f.words-1
	kept := make([]string, f.nums)
	if len(values) == f.nums {
		copy(kept, values)
	} else {
		whole = false
		for k := range min(f.nums, format.MaxColumns) {
			l.doubt(f.words+k, message.Of("the row has %d values for %d columns; they were left out", len(values), f.nums), table.Apart(values...))
		}
	}
	l.text = strings.Join(slices.Concat(names, kept), "\t") + strings.Repeat("\t", f.tail)
	return whole
}

// mixed reports whether a column holds rates that are printed with their % in some
// rows alone: the cells of rows are of other columns then.
func (f *folding) mixed(rows []line) bool {
	for k := f.words; k < f.words+f.nums; k++ {
		rates, others := 0, 0
		for _, l := range rows {
			switch c := strings.Split(l.text, "\t")[k]; {
			case notation.Percentage(c):
				rates++
			case notation.Number(c):
				others++
			}
		}
		if 5*min(rates, others) > rates+others {
			return true
		}
	}
	return false
}
