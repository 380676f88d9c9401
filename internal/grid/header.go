package grid

import (
	"math"
	"slices"
	"strings"
)

// header finds the first line that is no header: the first with a value in a
// column of values. Lines between two rules are judged together where they make
// one row.
func (r *region) header() {
	r.body = len(r.lines)
	for i := 0; i < len(r.lines); {
		if r.isWhole(i) || r.isBand(i) {
			r.body = i
			return
		}
		end := r.bandEnd(i)
		if r.oneRow(i, end) {
			if r.holdsValues(r.joined(i, end), r.lines[i].y) {
				r.body = i
				return
			}
			i = end
			continue
		}
		for ; i < end; i++ {
			if r.holdsValues(r.cells(r.lines[i]), r.lines[i].y) {
				r.body = i
				r.raiseBody()
				return
			}
		}
	}
	r.body = r.firstBand()
}

// isWhole reports whether a line is one name in a cell over the whole width, below the
// names of all columns.
func (r *region) isWhole(i int) bool {
	return i > 0 && slices.Contains(r.drawn[1:r.width()], true) && len(r.lines[i].segments()) == 1 && !isValue(r.lines[i].text()) &&
		len(r.runs(r.lines[i].middle())) == 1 && r.named(r.lines[:i])
}

// named reports whether the lines have a name for each column but the first, which needs
// none.
func (r *region) named(lines []line) bool {
	return !slices.Contains(r.joined(0, len(lines))[1:], "") || slices.ContainsFunc(lines, func(l line) bool { return len(r.segments(l)) == r.width() })
}

// bandEnd is the line after those that stand with line i between two rules.
func (r *region) bandEnd(i int) int {
	n := i + 1
	for n < len(r.lines) {
		if y, ok := r.ruleAbove(n); ok && y < r.lines[i].middle() {
			return n
		}
		n++
	}
	return n
}

// oneRow reports whether the lines of a band are one row: it is not the last
// one, and no more than one line holds values.
func (r *region) oneRow(first, end int) bool {
	if end == len(r.lines) {
		return end-first == 1
	}
	n := 0
	for i := first; i < end; i++ {
		if r.holdsValues(r.cells(r.lines[i]), r.lines[i].y) {
			n++
		}
	}
	return n < 2
}

// joined are the texts of lines by column.
func (r *region) joined(first, end int) []string {
	out := make([]string, r.width())
	for _, l := range r.lines[first:end] {
		for k, c := range r.cells(l) {
			out[k] = strings.TrimSpace(out[k] + " " + c)
		}
	}
	return out
}

// raiseBody lets the body begin higher than its first values: under the rule
// above them, or with the lines that name rows.
func (r *region) raiseBody() {
	if y, ok := r.ruleAbove(r.body); ok {
		for r.body > 0 && r.lines[r.body-1].middle() < y {
			r.body--
		}
		return
	}
	for r.body > 0 && r.isName(r.body-1) {
		r.body--
	}
}

// holdsValues reports whether the cells of a row at a height hold a value that
// is no year among years.
func (r *region) holdsValues(cells []string, y float64) bool {
	values, years, names := 0, 0, 0
	for k, c := range cells {
		switch {
		case c == "" || !r.values[k]:
		case isYear(c):
			years++
		case isValue(c):
			values++
		default:
			names++
		}
	}
	return values > names || values+years > names && years > 0 && values > 0 || years > 0 && values+names == 0 && !r.yearsAsNames(cells, y)
}

// maxBelow is how many lines under a row of years are looked at.
const maxBelow = 20

// yearsAsNames reports whether a row of years names columns: the lines below hold
// other values.
func (r *region) yearsAsNames(first []string, y float64) bool {
	others, seen := 0, 0
	for _, m := range r.lines {
		if m.y >= y || seen > maxBelow {
			continue
		}
		seen++
		for k, c := range r.cells(m) {
			if r.values[k] && c != "" && !isYear(c) && first[k] != "" {
				others++
			}
		}
	}
	return others > 0
}

// firstBand counts the lines above the first rule under text, or else one.
func (r *region) firstBand() int {
	for i := 1; i < len(r.lines); i++ {
		if _, ok := r.ruleAbove(i); ok {
			return i
		}
	}
	return min(1, len(r.lines))
}

// ruleAbove is the nearest rule above a line and under another that crosses most
// of the region.
func (r *region) ruleAbove(i int) (y float64, ok bool) {
	if i == 0 {
		return 0, false
	}
	y = math.Inf(1)
	for _, b := range r.crossing {
		if b.Y0 > r.lines[i].middle() && b.Y0 < r.lines[0].middle() && b.Y0 < y {
			y, ok = b.Y0, true
		}
	}
	return y, ok
}

// isApart reports whether a line stands no nearer to the one above than to the next.
func (r *region) isApart(i int) bool {
	return i > 0 && i+1 < len(r.lines) && r.lines[i-1].y-r.lines[i].y > 0.9*(r.lines[i].y-r.lines[i+1].y)
}

// isName reports whether a line above the first values names rows rather than
// columns: it has text in the columns of names alone, and above it the columns
// of values, and those of names, have names already.
func (r *region) isName(i int) bool {
	if r.isBand(i) {
		return true
	}
	if i > 1 && !r.startsRow(r.lines, i, r.body) && r.isSecond(r.lines, i) {
		return false
	}
	for k, c := range r.cells(r.lines[i]) {
		if c != "" && r.values[k] {
			return false
		}
	}
	above, stub := false, false
	for _, l := range r.lines[:i] {
		for k, c := range r.cells(l) {
			above = above || c != "" && r.values[k]
			stub = stub || c != "" && !r.values[k]
		}
	}
	return above && (stub || i+1 < r.body || r.startsRow(r.lines, i, r.body) || r.isApart(i))
}
