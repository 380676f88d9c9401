package format

import (
	"strings"

	"charts/internal/notation"
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
func simpleRows(lines []rstLine) []Row {
	columns := drawnColumns(lines[0].text, '=')
	if len(columns) > MaxColumns {
		return nil
	}
	var rows []Row
	head := -1                 // the row under the rule of the header
	open, printed := false, "" // the last row
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
			rows[len(rows)-1].Cells = spanned(rows[len(rows)-1].Cells, printed, drawnColumns(l.text, '-'), columns)
			open = false
		default:
			row := simpleRow(l, columns)
			if first := strings.TrimSpace(cutColumns(l.text, columns[0].from, columns[1].from)); open && first == "" {
				goOn(rows[len(rows)-1].Cells, row.Cells)
				continue
			}
			rows, open, printed = append(rows, row), true, l.text
		}
	}
	for i := range rows[:max(0, min(head, len(rows)))] {
		rows[i].Head = head < len(rows)
	}
	for i := range rows {
		for k := range rows[i].Cells {
			rows[i].Cells[k].Text = plainRST(rows[i].Cells[k].Text)
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
func simpleRow(l rstLine, columns []stretch) Row {
	row := Row{No: l.no}
	for k, c := range columns {
		to := len(l.text)
		if k+1 < len(columns) {
			to = columns[k+1].from
		}
		row.Cells = append(row.Cells, Cell{Text: strings.TrimSpace(cutColumns(l.text, c.from, to)), Cols: 1, Rows: 1})
	}
	return row
}

// cutColumns is what is on a line between two columns of the screen.
func cutColumns(s string, from, to int) string {
	var b strings.Builder
	at := 0
	for _, r := range s {
		if at >= from && at < to {
			b.WriteRune(r)
		}
		at += notation.Width(string(r))
	}
	return b.String()
}

// spanned joins the cells of a printed row over each stretch of the rule under it.
func spanned(row []Cell, printed string, over, columns []stretch) (cells []Cell) {
	at := 0
	for _, s := range over {
		for at < len(columns) && columns[at].from < s.from {
			cells, at = append(cells, row[at]), at+1
		}
		joined := Cell{Rows: 1, Text: strings.TrimSpace(cutColumns(printed, s.from, s.to))}
		for at < len(columns) && columns[at].from < s.to {
			joined.Cols, at = joined.Cols+1, at+1
		}
		if joined.Cols > 0 {
			cells = append(cells, joined)
		}
	}
	return append(cells, row[min(at, len(row)):]...)
}

// goOn adds the second line of a row to its cells.
func goOn(row, next []Cell) {
	for k := range min(len(row), len(next)) {
		row[k].goOn(next[k].Text)
	}
}

// maxGoOn is how many bytes a cell has that goes on over lines; more would be
// copied again and again.
const maxGoOn = 20_000

func (s *Cell) goOn(text string) {
	if text != "" && len(s.Text) < maxGoOn {
		s.Text = strings.TrimSpace(s.Text + " " + text)
	}
}
