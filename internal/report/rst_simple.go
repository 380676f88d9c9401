package report

import (
	"strings"

	"charts/internal/regexp"
)

// simpleEnd is where a table between rules of = ends: at the rule under which a
// blank line stands.
func simpleEnd(lines []rstLine, i int) int {
	for n := i + 1; n < len(lines); n++ {
		if rstSimple.MatchString(lines[n].text) && (n+1 == len(lines) || lines[n+1].blank()) {
			return n + 1
		}
	}
	return len(lines)
}

// A stretch of a line, in columns of the screen.
type stretch struct{ from, to int }

var rstSpans = regexp.MustCompile(`^-+(?: +-+)*$`)

// simpleRows are the rows of a table between rules of =. The first rule says where
// the columns are, and rules of - which of them the names over them span.
func simpleRows(lines []rstLine) []spanRow {
	columns := drawnColumns(lines[0].text, '=')
	if len(columns) > maxColumns {
		return nil
	}
	var rows []spanRow
	head := -1 // the row under the rule of the header
	open := false
	for _, l := range lines[1:] {
		switch {
		case rstSimple.MatchString(l.text):
			if head < 0 {
				head = len(rows)
			}
			open = false
		case l.blank():
			open = false
		case rstSpans.MatchString(l.text) && len(rows) > 0:
			rows[len(rows)-1].spanned(drawnColumns(l.text, '-'), columns)
			open = false
		default:
			row := simpleRow(l, columns)
			if first := strings.TrimSpace(cutColumns(l.text, columns[0].from, columns[1].from)); open && first == "" {
				rows[len(rows)-1].goOn(row)
				continue
			}
			rows, open = append(rows, row), true
		}
	}
	for i := range rows[:max(0, min(head, len(rows)))] {
		rows[i].head = head < len(rows)
	}
	for i := range rows {
		for k := range rows[i].cells {
			rows[i].cells[k].text = plainRST(rows[i].cells[k].text)
		}
	}
	return rows
}

// drawnColumns are the stretches of a sign in a rule.
func drawnColumns(rule string, sign byte) (out []stretch) {
	for i := 0; i < len(rule); i++ {
		if rule[i] != sign {
			continue
		}
		from := i
		for i < len(rule) && rule[i] == sign {
			i++
		}
		out = append(out, stretch{from, i})
	}
	return out
}

// simpleRow cuts a line at the columns; the last one has no end.
func simpleRow(l rstLine, columns []stretch) spanRow {
	row := spanRow{line: line{no: l.no, text: l.text, exact: true}}
	for k, c := range columns {
		to := len(l.text)
		if k+1 < len(columns) {
			to = columns[k+1].from
		}
		row.cells = append(row.cells, span{text: strings.TrimSpace(cutColumns(l.text, c.from, to)), cols: 1, rows: 1})
	}
	return row
}

// cutColumns is what stands on a line between two columns of the screen.
func cutColumns(s string, from, to int) string {
	var b strings.Builder
	at := 0
	for _, r := range s {
		if at >= from && at < to {
			b.WriteRune(r)
		}
		at += displayWidth(string(r))
	}
	return b.String()
}

// spanned joins the cells of a row over each stretch of the rule under it.
func (r *spanRow) spanned(over, columns []stretch) {
	var cells []span
	at := 0
	for _, s := range over {
		for at < len(columns) && columns[at].from < s.from {
			cells, at = append(cells, r.cells[at]), at+1
		}
		joined := span{rows: 1, text: strings.TrimSpace(cutColumns(r.text, s.from, s.to))}
		for at < len(columns) && columns[at].from < s.to {
			joined.cols, at = joined.cols+1, at+1
		}
		if joined.cols > 0 {
			cells = append(cells, joined)
		}
	}
	r.cells = append(cells, r.cells[min(at, len(r.cells)):]...)
}

// goOn adds the second line of a row to its cells.
func (r *spanRow) goOn(next spanRow) {
	for k := range min(len(r.cells), len(next.cells)) {
		r.cells[k].goOn(next.cells[k].text)
	}
}

// maxGoOn is how many bytes a cell has that goes on over lines; more would be
// copied again and again.
const maxGoOn = 20_000

func (s *span) goOn(text string) {
	if text != "" && len(s.text) < maxGoOn {
		s.text = strings.TrimSpace(s.text + " " + text)
	}
}
