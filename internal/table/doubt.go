package table

import (
	"strings"

	"charts/internal/format"
	"charts/internal/message"
)

// Text says what is doubtful, without its line.
func (d Doubt) Text() message.Text {
	text := d.Reason
	if !d.Instead.Empty() {
		text = message.Of("%s; it may be %s", text, d.Instead)
	}
	if d.Column != "" {
		text = message.Of("%s: %s", d.Column, text)
	}
	return text
}

// maxDoubts is how many doubts of cells a table has; one with more is doubtful as
// a whole.
const maxDoubts = 10_000

// TellHeader gives the table the doubts of its header.
func (t *Table) TellHeader(doubts format.Doubts) {
	for _, d := range doubts {
		if d.Cell == format.AllCells {
			d.Cell = format.WholeTable
		}
		t.tell(t.HeaderLine, d)
	}
}

// tellDoubts gives the table the doubts of its rows, those of the header first.
func (t *Table) tellDoubts(head, body []gridRow) {
	for _, r := range head {
		t.TellHeader(r.Doubts)
	}
	for i := range body {
		if len(t.Doubts) > maxDoubts {
			t.tell(t.HeaderLine, format.Doubt{Cell: format.WholeTable, Reason: message.Of("more than %d cells of the table are doubtful", maxDoubts)})
			return
		}
		t.tellRow(&body[i])
	}
}

func (t *Table) tellRow(r *gridRow) {
	for _, d := range r.Doubts {
		if d.Cell != format.AllCells {
			t.tell(r.No, d)
			continue
		}
		for i, c := range r.cells {
			if d.Cell = i; c != "" {
				t.tell(r.No, d)
			}
		}
	}
}

// tell adds a doubt; of each cell the first counts.
func (t *Table) tell(line int, d format.Doubt) {
	told := Doubt{Line: line, Reason: d.Reason, Instead: d.Instead}
	at := cellName{}
	if d.Cell >= 0 && d.Cell < len(t.Columns) {
		told.Column = t.Columns[d.Cell].Name
		at = cellName{line, told.Column}
	}
	if _, ok := t.doubtful[at]; ok && told.Column != "" {
		return
	}
	if t.doubtful == nil {
		t.doubtful = map[cellName]int{}
	}
	t.doubtful[at] = len(t.Doubts)
	t.Doubts = append(t.Doubts, told)
}

// Doubt is what is doubtful about a cell, or nil: the cell itself, its column, or
// its table.
func (t *Table) Doubt(row, col int) *Doubt {
	if t.doubtful == nil {
		return nil
	}
	name := t.Columns[col].Name
	for _, at := range []cellName{{t.Rows[row].Line, name}, {t.HeaderLine, name}, {}} {
		if i, ok := t.doubtful[at]; ok {
			return &t.Doubts[i]
		}
	}
	return nil
}

// inColumn says of a cell in which column it could be instead.
func inColumn(column string) message.Text { return message.Of("under %s", column) }

// maxApart is how many texts a doubt shows.
const maxApart = 20

// Apart are texts that may be cells of their own.
func Apart(texts ...string) message.Text {
	var shown []string
	for _, s := range texts {
		if len(shown) == maxApart {
			shown = append(shown, "…")
			break
		}
		if s != "" {
			shown = append(shown, s)
		}
	}
	return message.Data(strings.Join(shown, " | "))
}
