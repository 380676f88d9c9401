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

var (
	joinedName   = message.Of("the name of the row was joined from several cells")
	strayedWords = message.Of("more or fewer words stand between the values than the columns have: they may be of the row above or below")
	unsureNames  = message.Of("the names of the header were put over their columns from the left; their places are not certain")
)

// rows puts the runs into the columns of a shape.
func (f *folding) rows(s rowShape) (r reading, used int) {
	top := line{no: f.cells[0].no, text: strings.Join(s.names, "\t")}
	top.doubtNames(s.sure, s.lead, len(s.names))
	r.rows = []line{top}
	p := newPlan(s.names, f.nums+s.tail)
	whole, strayed := 0, false
	header := textsOf(f.cells[:s.head])
	for n, at := range f.runs {
		words := f.cells[at.first:at.values]
		if n == 0 {
			words = words[s.head:]
		} else {
			words = withoutHeader(words, header)
			count := len(words)
			words = f.behind(&r.rows[len(r.rows)-1], s, words)
			strayed = s.tail > 0 && count != s.tail+s.lead
		}
		values, ok := f.values(at)
		l := line{no: f.cells[at.values].no}
		if strayed {
			l.doubt(format.AllCells, strayedWords, message.Text{})
			r.rows[len(r.rows)-1].doubt(format.AllCells, strayedWords, message.Text{})
		}
		if len(words) > 0 {
			l.no = words[0].no
		}
		if f.row(&l, s, p, words, values) && ok {
			whole++
		}
		r.rows = append(r.rows, l)
	}
	used = f.last(&r.rows[len(r.rows)-1], s)
	if whole < min(2, len(f.runs)) || f.mixed(r.rows[1:], s) || !sorted(r.rows[1:], s) {
		return reading{}, 0
	}
	f.proveGroups(r.rows, s)
	f.proveOrder(r.rows[1:], s)
	r.score = 40 + 50*whole/(len(r.rows)-1)
	return r, used
}

// doubtNames doubts the names of some columns that are not sure.
func (l *line) doubtNames(sure bool, from, to int) {
	for k := from; k < to && !sure; k++ {
		l.doubt(k, unsureNames, message.Text{})
	}
}

// withoutHeader are the words of a run without the header of a new page.
func withoutHeader(words []flowCell, header []string) []flowCell {
	for i := 0; i+len(header) <= len(words); i++ {
		if notation.SameWords(textsOf(words[i:i+len(header)]), header) {
			return slices.Concat(words[:i], words[i+len(header):])
		}
	}
	return words
}

func textsOf(cells []flowCell) []string {
	s := make([]string, len(cells))
	for i, c := range cells {
		s[i] = c.text
	}
	return s
}

// behind puts the words behind the values of a row into its last columns, and returns
// the others.
func (f *folding) behind(above *line, s rowShape, words []flowCell) []flowCell {
	k := min(s.tail, len(words))
	for i, c := range words[:k] {
		above.put(s.lead+f.nums+i, c.text)
	}
	return words[k:]
}

// put writes into a cell of a row.
func (l *line) put(cell int, text string) {
	cells := strings.Split(l.text, "\t")
	cells[cell] = text
	l.text = strings.Join(cells, "\t")
}

// values are those of a run, without the number of a page that stands among them.
func (f *folding) values(at run) (values []string, ok bool) {
	cells := f.cells[at.values:at.end]
	if len(cells) == f.nums+1 {
		page, n := 0, 0
		for i, c := range cells {
			if c.apart && isPageNumber(c.text) {
				page, n = i, n+1
			}
		}
		if n == 1 {
			cells = slices.Concat(cells[:page], cells[page+1:])
		}
	}
	return textsOf(cells), len(cells) == f.nums
}

// row puts words and values into columns; it reports whether the row is whole.
func (f *folding) row(l *line, s rowShape, p plan, words []flowCell, values []string) bool {
	names, number := textsOf(words), ""
	if p.united && len(values) == f.nums+1 && notation.None(values[0]) {
		names, values = append(names, values[0]), values[1:]
	}
	whole := len(names) == s.lead || (f.counted || s.grouped || p.united) && len(names) == s.lead-1
	if p.numbered && len(names) > 1 && runningForm.MatchString(names[0]) {
		number, names = names[0], names[1:]
	}
	row := p.place(number, names, append(slices.Clone(values), make([]string, s.tail)...), notation.Glue)
	l.text, l.doubts = row.text, append(l.doubts, row.doubts...)
	if len(words) > s.lead && s.lead > 0 || slices.ContainsFunc(words, func(c flowCell) bool { return c.joined }) {
		for k := range s.lead {
			l.doubt(k, joinedName, table.Apart(textsOf(words)...))
		}
		whole = whole && len(words) <= s.lead
	}
	return whole && len(values) == f.nums
}

// last adds the words behind the values of the last row, and returns how many cells
// were taken.
func (f *folding) last(row *line, s rowShape) int {
	end := f.runs[len(f.runs)-1].end
	for k := range s.tail {
		if end == len(f.cells) {
			break
		}
		row.put(s.lead+f.nums+k, f.cells[end].text)
		row.doubt(s.lead+f.nums+k, message.Of("the cell may be of the text under the table"), message.Text{})
		end++
	}
	return end
}

// proveGroups doubts the names of groups where the first row has none: they stand beside
// their rows then.
func (f *folding) proveGroups(rows []line, s rowShape) {
	if group, _, _ := strings.Cut(rows[1].text, "\t"); !s.grouped || group != "" {
		return
	}
	for i := range rows[1:] {
		rows[i+1].doubt(0, message.Of("the names of the groups stand beside their rows, and which rows are whose is not certain"), message.Text{})
	}
}

// mixed reports whether a column holds rates that are printed with their % in some
// rows alone: the cells of rows are of other columns then.
func (f *folding) mixed(rows []line, s rowShape) bool {
	for k := s.lead; k < s.lead+f.nums; k++ {
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

// sorted reports whether the words behind the values are sorts of rows: some come back.
// Else they are as well the beginnings of names that go on in the next line.
func sorted(rows []line, s rowShape) bool {
	for k := range s.tail {
		seen := map[string]bool{}
		for _, l := range rows {
			seen[strings.Split(l.text, "\t")[len(s.names)-1-k]] = true
		}
		if len(seen) == len(rows) {
			return false
		}
	}
	return true
}

// proveOrder doubts the rows of which two values or more have the decimals of one
// another's columns: they flowed in another order.
func (f *folding) proveOrder(rows []line, s rowShape) {
	usual := make([]string, f.nums)
	for k := range usual {
		count := map[string]int{}
		for _, l := range rows {
			count[printedAs(strings.Split(l.text, "\t")[s.lead+k])]++
		}
		for d, n := range count {
			if 2*n > len(rows) {
				usual[k] = d
			}
		}
	}
	for i := range rows {
		odd := 0
		for k, c := range strings.Split(rows[i].text, "\t")[s.lead : s.lead+f.nums] {
			if d := printedAs(c); d != "" && usual[k] != "" && d != usual[k] && slices.Contains(usual, d) {
				odd++
			}
		}
		for k := 0; k < f.nums && odd > 1; k++ {
			rows[i].doubt(s.lead+k, message.Of("the values of the row have the decimals of other columns: they may stand in another order"), message.Text{})
		}
	}
}

// printedAs says how a number is printed: how many decimals it has, and its %.
func printedAs(s string) string {
	if !notation.Number(s) {
		return ""
	}
	_, after, _ := strings.Cut(notation.Fold(s), ".")
	sign := ""
	if notation.Percentage(s) {
		sign = "%"
	}
	return strconv.Itoa(len(strings.TrimSuffix(after, "%"))) + sign
}
