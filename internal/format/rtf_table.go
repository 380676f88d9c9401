package format

import (
	"slices"
	"strings"

	"charts/internal/notation"
)

// row takes the words of tables.
func (r *rtf) row(word string, n int) bool {
	t := &r.table
	switch word {
	case "trowd":
		t.next, t.merge = rtfRow{}, rtfEdge{}
	case "trleft":
		t.next.left = n
	case "trhdr":
		t.next.head = true
	case "clmrg":
		t.merge.right = true
	case "clvmrg":
		t.merge.across = true
	case "cellx":
		if t.merge.at = n; len(t.next.edges) <= MaxColumns {
			t.next.edges = append(t.next.edges, t.merge)
		}
		t.merge = rtfEdge{}
	case "cell":
		r.meter.Bytes(cellCost)
		t.cells = append(t.cells, strings.TrimFunc(r.text.String(), notation.Blank))
		r.text.Reset()
	case "row":
		row := t.next
		if row.texts = t.cells; len(t.cells) > 0 && len(row.edges) > 0 {
			t.rows = append(t.rows, row)
		}
		t.cells = nil
	default:
		return false
	}
	return true
}

// endTable reads the rows so far. Columns are where any cell begins.
func (r *rtf) endTable() {
	rows := r.table.rows
	r.table.rows = nil
	if len(rows) == 0 {
		return
	}
	columns := rtfColumns(rows)
	merged := make([]mergedRow, len(rows))
	for i, row := range rows {
		merged[i] = row.merged(columns)
	}
	if merge(merged); !isPlacing(merged) {
		r.grid(merged)
	} else {
		for _, row := range merged {
			for _, c := range row.cells {
				r.add(Part{}, c.Text)
			}
		}
	}
	r.addNotes()
}

// near is how far apart two edges of one column may be, in twentieths of a point.
const near = 40

// rtfColumns are the edges of all rows, those near one another as one.
func rtfColumns(rows []rtfRow) []int {
	var all []int
	for _, row := range rows {
		all = append(all, row.left)
		for _, e := range row.edges {
			all = append(all, e.at)
		}
	}
	slices.Sort(all)
	return slices.CompactFunc(all, func(next, last int) bool { return next-last < near })
}

// merged is the row with the places of its cells among the columns.
func (row rtfRow) merged(columns []int) mergedRow {
	out := mergedRow{head: row.head}
	place := func(x int) int {
		i, found := slices.BinarySearch(columns, x)
		if !found && (i == len(columns) || i > 0 && x-columns[i-1] < columns[i]-x) {
			i--
		}
		return i
	}
	if lead := place(row.left); lead > 0 {
		out.cells = append(out.cells, mergedCell{Cell: Cell{Cols: lead}})
	}
	from := place(row.left)
	for k, e := range row.edges {
		to := max(place(e.at), from)
		c := mergedCell{Cell: Cell{Cols: to - from}, col: from, continues: e.across}
		if k < len(row.texts) {
			c.Text = row.texts[k]
		}
		if from = to; e.right && len(out.cells) > 0 {
			out.cells[len(out.cells)-1].Cols += c.Cols
		} else if c.Cols > 0 {
			out.cells = append(out.cells, c)
		}
	}
	return out
}
