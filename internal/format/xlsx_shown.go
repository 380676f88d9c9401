package format

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/numfmt"
)

// values writes the numbers of a sheet as its reader sees them, and the formulas
// that have no value.
func (s worksheet) values(rows []Row, formats map[int]*numfmt.Format) {
	var over columnWords
	for i := range rows {
		r := &rows[i]
		numbers := s.cells[i+1]
		for _, c := range numbers {
			if c.col > MaxColumns {
				continue
			}
			for len(r.Cells) < c.col {
				r.Cells = append(r.Cells, Cell{})
			}
			r.write(c, formats[c.style], over.of(c.col))
		}
		if i < headRows {
			over.read(*r, numbers)
		}
	}
}

// headRows is in how many rows the words over a column are looked for.
const headRows = 100

// write puts the text of a stored cell into its row.
func (r *Row) write(c storedCell, f *numfmt.Format, over string) {
	cell := &r.Cells[c.col-1]
	switch {
	case c.text != "":
		cell.Text = c.text
		return
	case c.formula != "":
		cell.Text = "=" + c.formula
		return
	}
	value, ok := numfmt.Stored(c.value)
	switch {
	case !ok:
	case f != nil:
		text, why := f.Print(value, over)
		if cell.Text = text; !why.Empty() {
			name, _ := excelize.CoordinatesToCellName(c.col, r.At.Row)
			cell.Doubt = &Doubt{Reason: message.Of("the number format of %s %s", name, why), Instead: message.Data(c.value)}
		}
	}
}

// isNumber reports whether a cell is a number or a formula.
func (c storedCell) isNumber() bool { return c.text == "" }

// columnWords are the words over each column, and those of whole rows.
type columnWords struct {
	columns []string
	whole   string
}

// enoughWords is how much of what is over a column is kept.
const enoughWords = 400

func (o *columnWords) of(col int) string {
	if col <= len(o.columns) {
		return o.columns[col-1] + o.whole
	}
	return o.whole
}

// read takes the words of a row, those of a merged cell for all that it covers.
func (o *columnWords) read(r Row, numbers []storedCell) {
	if Single(r.Cells) && !slices.ContainsFunc(numbers, storedCell.isNumber) && len(o.whole) < enoughWords {
		o.whole += r.Cells[0].Text
		return
	}
	left := ""
	for i, c := range r.Cells[:min(len(r.Cells), MaxColumns)] {
		if !c.Across {
			left = c.Text
		}
		if slices.ContainsFunc(numbers, func(n storedCell) bool { return n.col == i+1 && n.isNumber() }) || left == "" || isAmount(left) {
			continue
		}
		for len(o.columns) <= i {
			o.columns = append(o.columns, "")
		}
		if len(o.columns[i]) < enoughWords {
			o.columns[i] += left
		}
	}
}

// leftOut says that something of the sheet is not in the table.
func (r *Row) leftOut(reason message.Text) {
	r.Doubts.Add(WholeTable, reason, message.Text{})
}

// shown are the rows without what the sheet hides. The row that is left above, or
// the first, says so.
func (s worksheet) shown(rows []Row) []Row {
	s.hideColumns(rows)
	kept := rows[:0:0]
	var hidden []int
	for i := range rows {
		if !s.rows[i+1] {
			kept = append(kept, rows[i])
			if len(kept) == 1 || len(hidden) > 0 {
				kept[max(len(kept)-2, 0)].hid(hidden)
				hidden = nil
			}
			continue
		}
		if !Empty(rows[i].Cells) {
			hidden = append(hidden, i+1)
		}
		unmergeRow(rows, i)
	}
	if len(kept) > 0 {
		kept[len(kept)-1].hid(hidden)
	}
	return kept
}

// hid says that rows of the sheet were left out.
func (r *Row) hid(rows []int) {
	if len(rows) == 0 {
		return
	}
	names := make([]string, min(len(rows), 10))
	for i := range names {
		names[i] = strconv.Itoa(rows[i])
	}
	if len(rows) > len(names) {
		names = append(names, "…")
	}
	r.leftOut(message.Of("hidden rows of the sheet were left out: %s", message.List(names)))
}

// unmergeRow takes a row out of the merged cells that reach into it.
func unmergeRow(rows []Row, i int) {
	for c := range rows[i].Cells {
		cell := rows[i].Cells[c]
		switch {
		case cell.Rows > 1 && i+1 < len(rows) && c < len(rows[i+1].Cells):
			rows[i+1].Cells[c] = Cell{Text: cell.Text, Cols: cell.Cols, Rows: cell.Rows - 1}
		case cell.Covered:
			for above := i - 1; above >= 0 && c < len(rows[above].Cells); above-- {
				if owner := &rows[above].Cells[c]; !owner.Covered {
					if owner.Rows > i-above {
						owner.Rows--
					}
					break
				}
			}
		}
	}
}

// hideColumns takes hidden columns out of all rows; the first row with a text in
// one says so.
func (s worksheet) hideColumns(rows []Row) {
	var gone []int
	for _, h := range s.cols {
		for col := h.from; col <= h.to; col++ {
			gone = append(gone, col)
		}
	}
	slices.Sort(gone)
	gone = slices.Compact(gone)
	slices.Reverse(gone)
	for _, col := range gone {
		told := false
		for i := range rows {
			r := &rows[i]
			if col > len(r.Cells) {
				continue
			}
			if r.Cells[col-1].Filled() && !told {
				name, _ := excelize.ColumnNumberToName(col)
				r.leftOut(message.Of("hidden column %s of the sheet was left out", name))
				told = true
			}
			r.Cells = withoutColumn(r.Cells, col-1)
		}
	}
}

// withoutColumn are the cells of a row without one.
func withoutColumn(cells []Cell, j int) []Cell {
	if c := cells[j]; c.Cols > 1 && j+1 < len(cells) {
		cells = slices.Clone(cells)
		cells[j+1] = Cell{Text: c.Text, Cols: c.Cols - 1, Rows: c.Rows}
		return slices.Delete(cells, j, j+1)
	}
	if cells[j].Across {
		return Narrowed(cells, j)
	}
	return slices.Delete(slices.Clone(cells), j, j+1)
}

// isAmount reports whether a text is a number with a unit of its own, 1.2万, which
// says nothing of the cells below it.
func isAmount(text string) bool {
	return notation.BeginsWithDigit(text) && !strings.ContainsAny(text, "年月（(")
}
