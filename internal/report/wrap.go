package report

import (
	"fmt"
	"slices"
	"strings"
)

// wrapNames joins the lines of a name that wraps: its first lines stand above
// the row of the values when that has no name, its other lines below. Under a
// row that has a name already it is not certain whose they are.
func wrapNames(rows []line, doubts *[]Doubt) []line {
	var kept []line
	head, col := "", 0 // the first lines of the name of the next row
	var open bool      // the row above got its name from lines above it
	for i, l := range rows {
		cells := strings.Split(l.text, "\t")
		at, alone := loneWords(cells)
		switch {
		case i == 0 || !alone:
			if open = head != "" && cells[col] == ""; open {
				cells[col] = head
				l.text = strings.Join(cells, "\t")
			}
			kept, head = append(kept, l), ""
		case (head != "" || !open) && i+1 < len(rows) && leadsUp(rows[i+1:], at):
			head, col = glue(head, cells[at]), at
		case len(kept) > 1:
			last := &kept[len(kept)-1]
			if !open {
				*doubts = append(*doubts, Doubt{l.no, fmt.Sprintf("%q was taken as the rest of the name in line %d", cells[at], last.no)})
			}
			last.text = appendAt(last.text, at, cells[at])
		default:
			kept = append(kept, l)
		}
	}
	return kept
}

// loneWords finds the only cell of a row that is not blank, if it is no value.
func loneWords(cells []string) (at int, ok bool) {
	at = slices.IndexFunc(cells, func(c string) bool { return c != "" })
	return at, at >= 0 && filled(cells) == 1 && !isValue(cells[at]) && !isTotal(cells)
}

// leadsUp reports whether the next row that holds more than words has a blank
// where the name should be.
func leadsUp(rows []line, col int) bool {
	for _, l := range rows {
		cells := strings.Split(l.text, "\t")
		if _, alone := loneWords(cells); !alone {
			return cells[col] == ""
		}
	}
	return false
}

func appendAt(row string, col int, text string) string {
	cells := strings.Split(row, "\t")
	cells[col] = glue(cells[col], text)
	return strings.Join(cells, "\t")
}
