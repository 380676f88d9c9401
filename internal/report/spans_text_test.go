package report

import (
	"fmt"
	"slices"
	"strings"

	"charts/internal/notation"
)

// frameOfBoxes draws the cells with - + and |, merged ones without a rule inside.
func frameOfBoxes(p *printed) string {
	edges := []int{0}
	for k := range p.width() {
		w := 4
		for i := range p.boxes {
			if x := p.boxes[i][k]; x.cols > 0 {
				w = max(w, (notation.Width(x.text)+x.cols-1)/x.cols+2)
			}
		}
		edges = append(edges, edges[k]+w+1)
	}
	var b strings.Builder
	rule := func(i int, sign string) {
		gap := true // the cell at the left goes on below
		for k := range p.width() + 1 {
			_, above, _ := p.over(max(i-1, 0), min(k, p.width()-1))
			_, below, _ := p.over(min(i, len(p.boxes)-1), min(k, p.width()-1))
			next := k == p.width() || i > 0 && i < len(p.boxes) && above == below
			b.WriteString([]string{"+", "|"}[b2i(gap && next)])
			if gap = next; k < p.width() {
				b.WriteString(strings.Repeat([]string{sign, " "}[b2i(gap)], edges[k+1]-edges[k]-1))
			}
		}
		b.WriteString("\n")
	}
	for i := range p.boxes {
		rule(i, []string{"-", "="}[b2i(i == p.head)])
		for k := 0; k < p.width(); {
			x, top, _ := p.over(i, k)
			text := ""
			if top == i {
				text = x.text
			}
			b.WriteString("| " + text + strings.Repeat(" ", edges[k+x.cols]-edges[k]-2-notation.Width(text)))
			k += x.cols
		}
		b.WriteString("|\n")
	}
	rule(len(p.boxes), "-")
	return b.String()
}

// flat has one row of names, and repeats what is merged.
func (p *printed) flat() (rows [][]string) {
	var names []string
	for k := range p.width() {
		var path []string
		for i := range p.head {
			if x, top, _ := p.over(i, k); top == i && p.unitRow && i == p.head-1 && k >= p.stub {
				path[len(path)-1] += "(" + x.text + ")"
			} else if top == i {
				path = append(path, x.text)
			}
		}
		names = append(names, strings.Join(path, "/"))
	}
	rows = append(rows, names)
	for i := p.head; i < len(p.boxes); i++ {
		var row []string
		for k := range p.width() {
			x, _, left := p.over(i, k)
			if row = append(row, x.text); left < k {
				row[k] = ""
			}
		}
		rows = append(rows, row)
	}
	return rows
}

func pipeTable(p *printed) string {
	rows := p.texts()
	rule := strings.TrimSuffix(strings.Repeat("--- | ", p.width()), " | ")
	return "| " + joinRows(slices.Insert(rows, 1, []string{rule}), " | ", " |\n| ") + " |"
}

// simpleTable is pandoc's table of rules over columns; its header has one row.
func simpleTable(p *printed) string {
	rows := p.texts()[p.head:]
	head := p.flat()[0]
	widths := make([]int, p.width())
	for k := range widths {
		for _, row := range append(slices.Clone(rows), head) {
			widths[k] = max(widths[k], notation.Width(row[k])+1)
		}
	}
	var b strings.Builder
	line := func(cells []string) {
		for k, c := range cells {
			b.WriteString(c + strings.Repeat(" ", widths[k]-notation.Width(c)+1))
		}
		b.WriteString("\n")
	}
	line(head)
	for _, w := range widths {
		b.WriteString(strings.Repeat("-", w) + " ")
	}
	b.WriteString("\n")
	for _, row := range rows {
		line(row)
	}
	return b.String()
}

// laidOut prints columns side by side: names at the left, values at the right, names over
// several columns in their middle; each page of some rows has the header again.
func laidOut(p *printed, perPage int) string {
	edges := []int{0}
	for k := range p.width() {
		w := 0
		for i := range p.boxes {
			if x := p.boxes[i][k]; x.cols > 0 {
				w = max(w, (notation.Width(x.text)+x.cols-1)/x.cols)
			}
		}
		edges = append(edges, edges[k]+w+3)
	}
	print := func(i int) string {
		line := ""
		for k, x := range p.boxes[i] {
			room := edges[k+max(x.cols, 1)] - edges[k] - 3 - notation.Width(x.text)
			at := edges[k]
			switch {
			case x.cols == 0 || x.text == "":
				continue
			case i < p.head && k >= p.stub:
				at += room / 2
			case k >= p.stub:
				at += room
			}
			line += strings.Repeat(" ", at-notation.Width(line)) + x.text
		}
		return line
	}
	var head, lines []string
	for i := range p.boxes {
		if line := print(i); i < p.head {
			head = append(head, line)
		} else {
			if n := i - p.head; perPage > 0 && n > 0 && n%perPage == 0 {
				lines = append(append(lines, "", fmt.Sprint(16+n/perPage), "\f"+running, ""), head...)
			}
			lines = append(lines, line)
		}
	}
	return strings.Join(append(head, lines...), "\n")
}
