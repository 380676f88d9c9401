package series

import (
	"strings"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/spec"
)

// unread refuses a frame with cells that have a value which the file does not
// hold, and names them. The roles, if any, are those of its columns.
func unread(q *question, f Frame, roles []role, d *spec.Data) {
	for col, c := range f.Columns {
		var cells []message.Text
		formula := false
		var see []diag.Note
		for _, r := range f.Rows {
			if v := r.Cells[col]; v.Kind == NotRead {
				cells = append(cells, message.Of("%s (%s)", rowName(r), v.Text))
				formula = formula || strings.HasPrefix(v.Text, "=")
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
		p := q.problems.Errorf(at.Pos, "not-read", "column %q has cells whose value the file does not hold: %s", c.Name, message.Few(cells, mostListed))
		p.See, p.Hint = see[:min(len(see), 1)], unreadHint(formula)
	}
}

func unreadHint(formula bool) message.Text {
	if formula {
		return message.Of("open the file in Excel or WPS and save it, so that it holds what its formulas give")
	}
	return message.Of("mend the formulas of these cells, or leave their rows out with where")
}
