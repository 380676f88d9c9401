package report

import (
	"slices"
	"strings"

	"charts/internal/notation"
	"charts/internal/table"
)

// foldLines reads lines each of which is a row: a header of words, then rows that end
// with values. A line of words alone below the first row is a row without values.
func foldLines(lines []line) (r reading) {
	var head, rows []line
	last := 0
	for _, l := range lines {
		fields := flowFields(l.text)
		values := endingValues(fields)
		switch {
		case isPageNumber(l.text) && len(rows) > 0:
			continue
		case len(rows) == 0 && (values == 0 || values > 1 && !slices.ContainsFunc(fields[len(fields)-values:], func(s string) bool { return !notation.BareYear(s) })):
			head = append(head, l)
			if len(head) <= table.MaxHeader {
				continue
			}
		case values == len(fields) && len(fields) < 2, values == 0 && len([]rune(l.text)) > wholeLine, len([]rune(l.text)) > 4*maxCell, strings.Contains(l.text, "|"):
		default:
			if rows = append(rows, l); values > 0 {
				last = len(rows)
			}
			continue
		}
		break
	}
	if rows = rows[:last]; len(rows) == 0 || len(head) == 0 {
		return r
	}
	return rowsUnder(lines, head, rows)
}

// rowsUnder puts lines into the columns of a header.
func rowsUnder(lines, head, rows []line) (r reading) {
	whole, values, numbered, longest := map[int]int{}, map[int]int{}, 0, 0
	for _, l := range rows {
		fields := flowFields(l.text)
		n := endingValues(fields)
		values[n]++
		whole[len(fields)]++
		longest = max(longest, len(fields))
		if isRunning(fields[0], numbered+1) {
			numbered++
		}
	}
	nums := mostly(values)
	if nums == 0 {
		return r
	}
	names, sure := lineNames(head, []int{mostly(whole), longest, 1 + nums}, nums, numbered > 1 && 2*numbered > len(rows))
	if names == nil {
		return r
	}
	for r.used < len(lines) && lines[r.used].no <= rows[len(rows)-1].no {
		r.used++
	}
	top := head[0]
	top.text = strings.Join(names, "\t")
	top.doubtNames(sure, len(names)-nums, len(names))
	r.rows = append(r.rows, top)
	fit, p := 0, newPlan(names, nums)
	for _, l := range rows {
		if slices.ContainsFunc(head, func(h line) bool { return notation.Fold(h.text) == notation.Fold(l.text) }) {
			continue
		}
		fields := flowFields(l.text)
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

// lineNames are the names over rows of as many columns as one of some widths. Numbers in
// front of the rows may have none of their own.
func lineNames(head []line, widths []int, values int, numbered bool) (names []string, sure bool) {
	var texts [][]string
	for _, l := range head {
		texts = append(texts, []string{l.text})
	}
	for _, n := range widths {
		if n <= values || n > maxStreamWidth {
			continue
		}
		if names, sure = headNames(texts, n, n-values, values); names != nil && (!numbered || notation.Numbering(names[0])) {
			return names, sure
		}
		if !numbered || n == 1+values {
			continue
		}
		if names, sure = headNames(texts, n-1, n-1-values, values); names != nil {
			return append([]string{"序号"}, names...), sure
		}
	}
	return nil, false
}

// share is the score of rows of which some fit. The others keep their names and
// lose their values, so that they do no harm.
func share(fit, rows int) int {
	if fit < 2 || rows == 0 {
		return 90 * fit / max(rows, 1)
	}
	return 45 + 45*fit/rows
}

func endingValues(fields []string) int {
	n := 0
	for n < len(fields) && notation.Value(fields[len(fields)-1-n]) {
		n++
	}
	return n
}
