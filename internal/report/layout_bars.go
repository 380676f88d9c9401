package report

import (
	"strings"

	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/table"
)

var barWidths = strings.NewReplacer("｜", "|", "│", "|", "┃", "|", "\\|", "/")

// ruleForm is the line under a Markdown header, or one of a drawn frame.
var ruleForm = regexp.MustCompile(`^[|+:\-=─━═┌┬┐├┼┤└┴┘\s]+$`)

// readBars reads rows whose cells are parted by bars, as Markdown writes them.
func readBars(lines []line) (r reading) {
	widths := map[int]int{}
	outer := frameOf(lines[0].text)
	for _, l := range lines {
		if ruleForm.MatchString(l.text) && strings.ContainsAny(l.text, "|+-─━═") {
			r.used++
			continue
		}
		cells := outer.cells(l.text)
		if len(cells) < 2 {
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

// A frame says whether a bar stands in front of the first and after the last
// cell of each row; if none does, it parts off a blank cell.
type frame struct{ left, right bool }

func frameOf(first string) frame {
	s := barWidths.Replace(first)
	return frame{strings.HasPrefix(s, "|"), strings.HasSuffix(s, "|")}
}

// cells parts a line at its bars.
func (f frame) cells(s string) []string {
	s = barWidths.Replace(s)
	if f.left {
		s = strings.TrimPrefix(s, "|")
	}
	if f.right {
		s = strings.TrimSuffix(s, "|")
	}
	cells := strings.Split(s, "|")
	for i, c := range cells {
		cells[i] = strings.TrimSpace(c)
	}
	return cells
}

// readBarred reads one cell a line with a bar after it. A line without one ends
// its row; when none does, the order of the cells has to tell.
func readBarred(lines []line) reading {
	var cells []flowCell
	var ends []int
	used := 0
	for i, l := range lines {
		if l.gap && i > 0 && !lines[1].gap && !endsAt(ends, len(cells)) { // the blank line was a blank cell
			cells = append(cells, flowCell{no: l.no - 1, at: i})
			ends = append(ends, len(cells))
		}
		text, barred := strings.CutSuffix(barWidths.Replace(l.text), "|")
		if strings.Contains(text, "|") || !barred && endsAt(ends, len(cells)) {
			break
		}
		cells = append(cells, flowCell{text: strings.TrimSpace(text), no: l.no, at: i, value: notation.Value(strings.TrimSpace(text))})
		used++
		if !barred {
			ends = append(ends, len(cells))
		}
	}
	if len(cells)-len(ends) < 4 {
		return reading{}
	}
	if len(ends) > 1 && 2*len(ends) <= len(cells) {
		r := endedRows(cells, ends)
		r.used = used
		return r
	}
	r, n := fold(cells)
	r.used = min(n, used)
	return r
}

func endsAt(ends []int, n int) bool { return len(ends) > 0 && ends[len(ends)-1] == n }

// endedRows makes rows of the cells up to each end.
func endedRows(cells []flowCell, ends []int) reading {
	if !endsAt(ends, len(cells)) {
		ends = append(ends, len(cells))
	}
	var r reading
	whole, at := 0, 0
	for _, end := range ends {
		row := cells[at:end]
		if at = end; len(row) > ends[0] {
			l := rowOf(row[:1])
			printed := table.Apart(textsOf(row[1:])...)
			for i := 1; i < min(ends[0], format.MaxColumns); i++ {
				l.doubt(i, message.Of("two rows run into one another, and their values were left out"), printed)
			}
			r.rows = append(r.rows, l)
			continue
		} else if len(row) == ends[0] {
			whole++
		}
		r.rows = append(r.rows, rowOf(row))
	}
	r.score = share(whole, len(ends))
	return r
}

func rowOf(cells []flowCell) line {
	return line{no: cells[0].no, text: strings.Join(textsOf(cells), "\t")}
}
