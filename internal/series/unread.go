package series

import (
	"cmp"
	"fmt"
	"strings"

	"charts/internal/diag"
	"charts/internal/spec"
)

// unread refuses a frame with cells that have a value which the file does not
// hold, and names them. The roles, if any, are those of its columns.
func (q *question) unread(f Frame, roles []role, d *spec.Data) {
	for col, c := range f.Columns {
		var cells []string
		var see []diag.Note
		for _, r := range f.Rows {
			if v := r.Cells[col]; v.Kind == NotRead {
				cells = append(cells, fmt.Sprintf("%s (%s)", cmp.Or(rowName(r), "a row"), v.Text))
				see = append(see, seeSource(r, "the row")...)
			}
		}
		if len(cells) == 0 {
			continue
		}
		at := d.At()
		if col < len(roles) {
			at = roles[col].name
		}
		p := q.problems.Errorf(at.Pos, "not-read", "column %q has cells whose value the file does not hold: %s", c.Name, list(cells))
		p.Len, p.See, p.Hint = at.Len, see[:min(len(see), 1)], unreadHint(cells)
	}
}

func unreadHint(cells []string) string {
	if strings.Contains(cells[0], "(=") {
		return "open the file in Excel or WPS and save it, so that it holds what its formulas give"
	}
	return "mend the formulas of these cells, or leave their rows out with where"
}
