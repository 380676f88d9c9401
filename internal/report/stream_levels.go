package report

import (
	"slices"
	"strings"

	"charts/internal/message"
	"charts/internal/notation"
)

// foldLevels finds the rows of a stream whose header has two levels: names of
// columns that repeat, and over them names that span as many columns each. Names
// of single columns stand in front: 总数, 专任, 兼职, 人数, 比例, 人数, 比例.
func foldLevels(cells []cellAt, first int) (r reading, used int) {
	for lead := 0; lead < min(3, first); lead++ { // how many words name a row
		head := textsOf(cells[:first-lead])
		for each := 2; 2*each < len(head); each++ {
			low := repeatedNames(head, each)
			spans := low / each
			single := len(head) - low - spans
			width := single + low
			if spans < 2 || single < lead || single > lead+1 || width > maxStreamWidth || len(cells[first-lead:])%width != 0 {
				continue
			}
			body := append(make([]cellAt, width), cells[first-lead:]...)
			if pure(body, width) {
				head, sure := singleFirst(head, single, spans)
				r = levelRows(cells[0].no, pathsOf(head, single, each), body[width:])
				for k := single; k < width && !sure; k++ {
					r.rows[0].doubt(k, message.Of("the names of the header were put over their columns from the left; their places are not certain"), message.Text{})
				}
				return r, len(cells)
			}
		}
	}
	return r, 0
}

// singleFirst puts the name of a single column in front of those that span columns,
// among which it may have flowed. It is sure where years span columns alone.
func singleFirst(head []string, single, spans int) (names []string, sure bool) {
	if single != 1 {
		return head, true
	}
	i := slices.IndexFunc(head[:1+spans], func(s string) bool { return !notation.Period(s) })
	if i < 0 || slices.ContainsFunc(head[i+1:1+spans], func(s string) bool { return !notation.Period(s) }) {
		return head, false
	}
	names = append([]string{head[i]}, slices.Delete(slices.Clone(head), i, i+1)...)
	return names, true
}

// repeatedNames counts the last names that repeat every so many, in whole groups.
func repeatedNames(names []string, each int) int {
	n := each
	for n < len(names) && notation.Fold(names[len(names)-1-n]) == notation.Fold(names[len(names)-1-n+each]) {
		n++
	}
	return n - n%each
}

// pathsOf joins the names of two levels.
func pathsOf(head []string, single, each int) []string {
	spans := (len(head) - single) / (each + 1)
	out := append([]string{}, head[:single]...)
	for i, name := range head[single+spans:] {
		out = append(out, head[single+i/each]+"/"+name)
	}
	return out
}

// levelRows puts a header over rows of as many cells.
func levelRows(no int, head []string, cells []cellAt) reading {
	r := reading{score: 90, rows: []line{{no: no, text: strings.Join(head, "\t")}}}
	for at := 0; at < len(cells); at += len(head) {
		r.rows = append(r.rows, rowOf(cells[at:at+len(head)]))
	}
	return r
}
