package table

import (
	"strings"

	"charts/internal/message"
	"charts/internal/notation"
)

// numbers parts a cell into several numbers that are in it, or returns nil.
func numbers(s string) []string {
	if !notation.BeginsWithDigit(s) {
		return nil
	}
	fields := strings.FieldsFunc(s, notation.Blank)
	for _, f := range fields {
		if !notation.Number(f) {
			return nil
		}
	}
	if len(fields) < 2 {
		return nil
	}
	return fields
}

// spread gives numbers that were glued together their own cells again, where
// just as many cells of the row are blank: 845 24.05% 1248 14.38%.
func spread(rows []gridRow) {
	for k := range rows {
		r := &rows[k]
		for i := len(r.cells) - 1; i >= 0; i-- {
			parts := numbers(r.cells[i])
			if parts == nil {
				continue
			}
			if !insertParts(r.cells, i, parts) {
				r.doubt(i, message.Of("the cell %q holds several numbers, and their columns are not certain", r.cells[i]), Apart(parts...))
			}
		}
	}
}

// insertParts puts parts at i in place of the blanks right after it, or else of
// those at the end. Other blanks would leave a choice.
func insertParts(cells []string, i int, parts []string) bool {
	more := len(parts) - 1
	free := blankRun(cells[i+1:])
	if end := len(cells) - more; end > i && free < more && blankRun(cells[end:]) == more && filled(cells[:end]) == end {
		copy(cells[i+len(parts):], cells[i+1:end])
		free = more
	}
	if free != more {
		return false
	}
	copy(cells[i:], parts)
	return true
}
