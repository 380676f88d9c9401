package table

import (
	"strings"

	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/regexp"
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
			if parts := numbers(r.cells[i]); parts != nil {
				insertParts(r.cells, i, parts)
			}
		}
	}
}

// doubtSeveral doubts the cells that hold several numbers, in columns that hold one each.
func doubtSeveral(body []gridRow, width int) {
	for k := range width {
		var several []int
		single, words := 0, 0
		for i, r := range body {
			switch c := r.cells[k]; {
			case numbers(c) != nil && !inThousands.MatchString(c):
				several = append(several, i)
			case notation.Number(c):
				single++
			case c != "" && !notation.None(c):
				words++
			}
		}
		if single == 0 || words > single {
			continue
		}
		for _, i := range several {
			c := body[i].cells[k]
			body[i].doubt(k, message.Of("the cell %q holds several numbers, and their columns are not certain", c), Apart(numbers(c)...))
		}
	}
}

// inThousands is one number whose thousands blanks part.
var inThousands = regexp.MustCompile(`^[-+]?\d{1,3}( \d{3})+([.,]\d+)?$`)

// insertParts puts parts at i in place of the blanks right after it, or else of
// those at the end. Other blanks would leave a choice.
func insertParts(cells []string, i int, parts []string) {
	more := len(parts) - 1
	free := blankRun(cells[i+1:])
	if end := len(cells) - more; end > i && free < more && blankRun(cells[end:]) == more && filled(cells[:end]) == end {
		copy(cells[i+len(parts):], cells[i+1:end])
		free = more
	}
	if free == more {
		copy(cells[i:], parts)
	}
}
