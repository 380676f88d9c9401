package table

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/regexp"
)

// prove doubts what a table that was laid out as text does not prove by itself: that
// each name is of one column, that each column holds one kind of values, that each
// name of a row is whole.
func prove(head, body []gridRow, cols []Column) {
	if head[0].Exact && !head[0].Placed {
		return
	}
	values := valueColumns(body, len(cols))
	names := headerNames(head, len(cols))
	proveNames(&head[0], names, values)
	if top := &head[0]; top.Placed {
		proveOrder(top, names, body, values)
	}
	proveKinds(body, values)
	proveRows(body, values)
}

// valueColumns tells the columns of numbers.
func valueColumns(body []gridRow, width int) []bool {
	values := make([]bool, width)
	for k := range values {
		numbers, words := 0, 0
		for _, r := range body {
			switch c := r.cells[k]; {
			case notation.Number(c) || notation.Composite(c):
				numbers++
			case c != "" && !notation.None(c):
				words++
			}
		}
		values[k] = numbers > 2*words
	}
	return values
}

// innerUnit is a unit in brackets with more of a name behind it.
var innerUnit = regexp.MustCompile(`[（(]([^（()）]{1,12})[)）]\s*([\p{L}\d]+)`)

// proveNames doubts the names of columns where one of values has none or one that
// another has too, and those that are no whole name.
func proveNames(top *gridRow, names []string, values []bool) {
	count := map[string]int{}
	unnamed := false
	for k, n := range names {
		count[notation.Fold(n)]++
		unnamed = unnamed || k > 0 && values[k] && n == ""
	}
	for k, n := range names {
		m := innerUnit.FindStringSubmatch(n)
		switch {
		case unnamed && values[k]:
			top.doubt(k, message.Of("a column of values has no name: the names may be of other columns"), message.Text{})
		case !isBalanced(n), m != nil && notation.UnitAlone(m[1]) && !notation.BareYear(m[2]):
			top.doubt(k, message.Of("the name seems to be cut off or to be that of two columns"), message.Text{})
		}
	}
}

// proveOrder doubts the names of all columns of values where one does not fit its
// values, or is a part of the name of another: then others are over other columns too.
func proveOrder(top *gridRow, names []string, body []gridRow, values []bool) {
	reason := message.Text{}
	for k, n := range names {
		switch {
		case !values[k] || n == "":
		case misnamed(n, body, k):
			reason = message.Of("the name %q does not fit the values under it: the names may be of other columns", n)
		case slices.ContainsFunc(names[:k], func(o string) bool { return notation.Fold(o) == notation.Fold(n) }):
			reason = message.Of("another column has the same name: a name over them may be missing")
		case slices.ContainsFunc(names, func(o string) bool { return slices.Contains(strings.Split(o, "/"), n) && o != n }):
			reason = message.Of("the name %q is a part of that of another column: the names may be of other columns", n)
		}
	}
	for k, v := range values {
		if v && !reason.Empty() {
			top.doubt(k, reason, message.Text{})
		}
	}
}

// countForm is the end of the name of what is counted in whole numbers.
var countForm = regexp.MustCompile(`(?:人数|人次|生数|师数|数量|件数|项数)$`)

// misnamed reports whether the name of rates is over amounts, or that of what is
// counted over rates.
func misnamed(name string, body []gridRow, k int) bool {
	name = notation.Fold(name[strings.LastIndexByte(name, '/')+1:])
	rates, amounts, all := 0, 0, 0
	for _, r := range body {
		c := r.cells[k]
		v, err := strconv.ParseFloat(strings.ReplaceAll(notation.Fold(c), ",", ""), 64)
		switch {
		case notation.Percentage(c):
			rates++
		case err == nil && v > 100 && v == math.Trunc(v):
			amounts++
		}
		if notation.Number(c) {
			all++
		}
	}
	return countForm.MatchString(name) && 2*rates > all || (strings.HasSuffix(name, "率") || strings.HasSuffix(name, "率(%)")) && all > 2 && 3*amounts > 2*all
}

// proveKinds doubts words among numbers.
func proveKinds(body []gridRow, values []bool) {
	for i := range body {
		for k, c := range body[i].cells {
			if values[k] && k > 0 && c != "" && !notation.None(c) && !notation.Number(c) && !notation.Composite(c) && countLetters(c) > 3 {
				body[i].doubt(k, message.Of("words stand in a column of numbers"), message.Text{})
			}
		}
	}
}

func countLetters(s string) int { return len([]rune(strings.Trim(s, "0123456789.,%-+ "))) }

// gluedValue is a value that is in a name without a blank.
var gluedValue = regexp.MustCompile(`\d%\p{L}`)

// proveRows doubts names that are not whole: a bracket is open, a value is in
// them, or a row without values follows that names no others.
func proveRows(body []gridRow, values []bool) {
	rest := message.Of("the name may go on in the row above or below, which has no values")
	headed := headedRows(body, values)
	for i := range body {
		r := &body[i]
		for k, c := range r.cells {
			if !values[k] && c != "" && (!isBalanced(c) || strings.Contains(c, "%") && gluedValue.MatchString(c)) {
				r.doubt(k, message.Of("the name seems to be cut off or to hold another cell"), message.Text{})
			}
		}
		if k := onlyName(r.cells, values); k >= 0 && !headed && hasValues(body, values) && !inOrder(body, k) {
			r.doubt(k, rest, message.Text{})
			for _, j := range []int{i - 1, i + 1} {
				if j >= 0 && j < len(body) && body[j].cells[k] != "" {
					body[j].doubt(k, rest, message.Text{})
				}
			}
		}
	}
}

// onlyName is the column of the only text of a row, if it is one of names, or -1.
func onlyName(cells []string, values []bool) int {
	only := -1
	for k, c := range cells {
		if c == "" {
			continue
		}
		if only >= 0 || values[k] {
			return -1
		}
		only = k
	}
	return only
}

// leastSorted is how many names in the order of the alphabet are so by no chance.
const leastSorted = 6

// inOrder reports whether the names of a column are in the order of the alphabet, so
// that none is a part of another. Sums may be at the end.
func inOrder(body []gridRow, k int) bool {
	n := 0
	for n < len(body) && (n == 0 || notation.Fold(body[n-1].cells[k]) < notation.Fold(body[n].cells[k])) {
		n++
	}
	return n >= leastSorted && !slices.ContainsFunc(body[n:], func(r gridRow) bool { return !notation.TotalRow(r.cells) })
}

// headedRows reports whether rows of a name alone name those below them: the table
// begins with one.
func headedRows(body []gridRow, values []bool) bool {
	n := 0
	for _, r := range body {
		if onlyName(r.cells, values) >= 0 {
			n++
		}
	}
	return n > 1 && onlyName(body[0].cells, values) >= 0
}

func hasValues(body []gridRow, values []bool) bool {
	for _, v := range values {
		if v {
			return len(body) > 0
		}
	}
	return false
}

// isBalanced reports whether a text closes the brackets that it opens, and no others.
func isBalanced(s string) bool {
	open := 0
	for _, r := range s {
		switch r {
		case '(', '（':
			open++
		case ')', '）':
			open--
		}
		if open < 0 {
			return false
		}
	}
	return open == 0
}
