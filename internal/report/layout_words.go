package report

import (
	"slices"
	"strings"

	"charts/internal/notation"
	"charts/internal/table"
)

// readWords reads rows whose cells are parted by single blanks: a header of
// words, then rows that end with values.
func readWords(lines []line) reading {
	var table spacedTable
	for _, l := range lines {
		if isPageNumber(l.text) && len(table.rows) > 0 {
			continue
		}
		fields := strings.FieldsFunc(l.text, notation.Blank)
		if !table.add(l, fields) {
			break
		}
	}
	return table.reading(lines)
}

// A spacedTable is a table in the making.
type spacedTable struct {
	head, rows []line
	last       int // the number of the last line with values
}

// add takes a line; words alone belong to the header, or to the name of a row.
func (t *spacedTable) add(l line, fields []string) bool {
	values := 0
	for _, f := range fields {
		if notation.Value(f) {
			values++
		}
	}
	switch {
	case len(t.rows) == 0 && values == 0:
		t.head = append(t.head, l)
		return len(t.head) <= table.MaxHeader && len(fields) > 1
	case len(t.head) == 0 || len(fields) < 2 && len(t.rows) == 0:
		return false
	case values == 0 && len(t.rows) > 0 && len([]rune(l.text)) > wholeLine:
		return false
	}
	t.rows = append(t.rows, l)
	if values > 0 {
		t.last = len(t.rows)
	}
	return true
}

func (t *spacedTable) reading(lines []line) (r reading) {
	t.rows = t.rows[:t.last]
	if len(t.rows) == 0 || len(t.head) == 0 {
		return r
	}
	end := t.rows[len(t.rows)-1].no
	for r.used < len(lines) && lines[r.used].no <= end {
		r.used++
	}
	if len(t.head) > 1 && !t.oneHeader() {
		return t.raw(r)
	}
	head := t.names()
	values := t.commonValues(len(head))
	if len(head) == 0 || values == 0 || values >= len(head) {
		return t.raw(r)
	}
	return t.placed(r, newPlan(head, values))
}

// oneHeader takes the names of several lines for those of one where letters are
// set apart, and all together name the values of the rows and the rows.
func (t *spacedTable) oneHeader() bool {
	var names []string
	for _, l := range t.head {
		names = append(names, pairLetters(strings.FieldsFunc(l.text, notation.Blank))...)
	}
	if len(names) != 1+t.commonValues(len(names)) {
		return false
	}
	l := t.head[0]
	l.text = strings.Join(names, " ")
	t.head = []line{l}
	return true
}

// pairLetters joins the letters of words of two that are set apart: 指 标 全 国.
func pairLetters(fields []string) []string {
	letter := func(s string) bool { r := []rune(s); return len(r) == 1 && notation.Han(r[0]) }
	if len(fields)%2 > 0 || slices.ContainsFunc(fields, func(s string) bool { return !letter(s) }) {
		return fields
	}
	var out []string
	for pair := range slices.Chunk(fields, 2) {
		out = append(out, strings.Join(pair, ""))
	}
	return out
}

// names are those of the columns. Numbers in front of the rows have none of
// their own where the name of the rows stands over both; a column of remarks in
// which no row has any is left out.
func (t *spacedTable) names() []string {
	head := strings.FieldsFunc(t.head[0].text, notation.Blank)
	numbered, longest := 0, 0
	for _, l := range t.rows {
		fields := strings.FieldsFunc(l.text, notation.Blank)
		longest = max(longest, len(fields))
		if isRunning(fields[0], numbered+1) {
			numbered++
		}
	}
	if !notation.Numbering(head[0]) && numbered > 1 && 2*numbered > len(t.rows) {
		head = append([]string{"序号"}, head...)
	}
	if n := len(head) - 1; longest == n && table.OnlyRemarks(head[n:]) {
		return head[:n]
	}
	if longest < len(head) {
		return nil
	}
	return head
}

// commonValues is how many values end the rows that have as many cells as the
// header, or else most rows.
func (t *spacedTable) commonValues(width int) int {
	whole, any := map[int]int{}, map[int]int{}
	for _, l := range t.rows {
		fields := strings.FieldsFunc(l.text, notation.Blank)
		n := endingValues(fields)
		any[n]++
		if len(fields) == width {
			whole[n]++
		}
	}
	if n := mostly(whole); n > 0 {
		return n
	}
	return mostly(any)
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

func endingValues(fields []string) int {
	n := 0
	for n < len(fields) && notation.Value(fields[len(fields)-1-n]) {
		n++
	}
	return n
}

// placed puts the rows into the columns of the header.
func (t *spacedTable) placed(r reading, p plan) reading {
	head := t.head[0]
	printed := notation.Fold(head.text)
	head.text = strings.Join(p.head, "\t")
	r.rows = append(r.rows, head)
	fit := 0
	for _, l := range t.rows {
		fields := strings.FieldsFunc(l.text, notation.Blank)
		if notation.Fold(l.text) == printed {
			continue
		}
		row := p.row(fields, func(a, b string) string { return a + " " + b })
		if len(row.doubts) == 0 && endingValues(fields) > 0 {
			fit++
		}
		l.text, l.doubts = row.text, row.doubts
		r.rows = append(r.rows, l)
	}
	r.score = share(fit, len(r.rows)-1)
	return r
}

// share is the score of rows of which some fit. The others keep their names and
// lose their values, so that they do no harm.
func share(fit, rows int) int {
	if fit < 2 || rows == 0 {
		return 90 * fit / max(rows, 1)
	}
	return 45 + 45*fit/rows
}

// raw keeps the rows as they are, so that the header can be told from the number
// of its names; all must have the same number of cells.
func (t *spacedTable) raw(r reading) reading {
	width := 0
	for i, l := range append(append([]line{}, t.head...), t.rows...) {
		fields := strings.FieldsFunc(l.text, notation.Blank)
		if i == len(t.head) {
			width = len(fields)
		}
		if i > len(t.head) && len(fields) != width {
			return reading{}
		}
		l.text = strings.Join(fields, "\t")
		r.rows = append(r.rows, l)
	}
	r.score = 80
	return r
}
