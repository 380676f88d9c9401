package report

import (
	"regexp"
	"strings"
)

var barWidths = strings.NewReplacer("｜", "|", "│", "|", "┃", "|", "\\|", "/")

// ruleForm is the line under a Markdown header, or one of a drawn frame.
var ruleForm = regexp.MustCompile(`^[|+:\-=─━═┌┬┐├┼┤└┴┘\s]+$`)

// readBars reads rows whose cells are parted by bars, as Markdown writes them.
func readBars(lines []line) (r reading) {
	widths := map[int]int{}
	for _, l := range lines {
		if ruleForm.MatchString(l.text) && strings.ContainsAny(l.text, "|+-─━═") {
			r.used++
			continue
		}
		cells, ok := barCells(l.text)
		if !ok || len(cells) < 2 {
			break
		}
		widths[len(cells)]++
		l.text = strings.Join(cells, "\t")
		r.rows = append(r.rows, l)
		r.used++
	}
	if len(r.rows) < 2 {
		return reading{}
	}
	r.score = 100 * widths[len(strings.Split(r.rows[0].text, "\t"))] / len(r.rows)
	return r
}

// barCells parts a line at its bars, but for those at its ends.
func barCells(s string) ([]string, bool) {
	s = strings.TrimSpace(barWidths.Replace(s))
	if !strings.Contains(s, "|") {
		return nil, false
	}
	s = strings.TrimPrefix(s, "|")
	s = strings.TrimSuffix(s, "|")
	cells := strings.Split(s, "|")
	for i, c := range cells {
		cells[i] = strings.TrimSpace(c)
	}
	return cells, true
}

// readBarred reads one cell a line with a bar after it. A line without one ends
// its row; when none does, the order of the cells has to tell.
func readBarred(lines []line) (r reading) {
	var cells []cellAt
	var ends []int
	for _, l := range lines {
		parts, barred := barCells(l.text)
		if barred && len(parts) > 1 || !barred && endsAt(ends, len(cells)) {
			break
		}
		text := l.text
		if barred {
			text = parts[0]
		}
		cells = append(cells, cellAt{text, l.no})
		if !barred {
			ends = append(ends, len(cells))
		}
	}
	if len(cells)-len(ends) < 4 {
		return r
	}
	if len(ends) > 1 && 2*len(ends) <= len(cells) {
		return endedRows(cells, ends)
	}
	r, r.used = foldStream(cells)
	return r
}

func endsAt(ends []int, n int) bool { return len(ends) > 0 && ends[len(ends)-1] == n }

// endedRows makes rows of the cells up to each end.
func endedRows(cells []cellAt, ends []int) reading {
	r := reading{used: ends[len(ends)-1]}
	whole, at := 0, 0
	for _, end := range ends {
		r.rows = append(r.rows, rowOf(cells[at:end]))
		if end-at == ends[0] {
			whole++
		}
		at = end
	}
	r.score = 95 * whole / len(ends)
	return r
}
