package build

import (
	"fmt"
	"strings"

	"charts/internal/series"
)

// A Change is one difference between two states of a figure's values.
type Change struct {
	What   string `json:"what"`   // 升学, or 升学 人数 when the figure has several value columns
	Old    string `json:"old"`    // "" when the row is new
	New    string `json:"new"`    // "" when the row is gone
	Where  string `json:"where"`  // 表 6, line 877: the place of the new value, else of the old
	Report string `json:"report"` // and the file
	Line   int    `json:"line"`   // and the line alone
}

// String is the change as a person reads it: 升学 2469 → 2481 (表 6, line 877).
func (c Change) String() string {
	var s string
	switch {
	case c.Old == "":
		s = fmt.Sprintf("%s %s is new", c.What, c.New)
	case c.New == "":
		s = fmt.Sprintf("%s %s is gone", c.What, c.Old)
	default:
		s = fmt.Sprintf("%s %s → %s", c.What, c.Old, c.New)
	}
	if c.Where != "" {
		s += " (" + c.Where + ")"
	}
	return s
}

// Changes compares two states of a figure's values, cell by cell. Rows are the
// same when their texts are; of rows with the same texts, the first is compared
// with the first.
func Changes(before, after Data) []Change {
	var changes []Change
	old := rowsByKey(before)
	seen := map[string]bool{}
	for _, r := range keyed(after) {
		seen[r.key] = true
		was, ok := old[r.key]
		if !ok {
			changes = append(changes, whole(after, r.row, func(c *Change, v string) { c.New = v })...)
			continue
		}
		changes = append(changes, cellChanges(before, was, after, r.row)...)
	}
	for _, r := range keyed(before) {
		if !seen[r.key] {
			changes = append(changes, whole(before, r.row, func(c *Change, v string) { c.Old = v })...)
		}
	}
	return changes
}

type keyedRow struct {
	key string
	row DataRow
}

// keyed gives each row a key made of its texts and of how many rows with the
// same texts stand before it.
func keyed(d Data) []keyedRow {
	count := map[string]int{}
	rows := make([]keyedRow, len(d.Rows))
	for i, r := range d.Rows {
		name := r.name()
		rows[i] = keyedRow{fmt.Sprintf("%s\x00%d", name, count[name]), r}
		count[name]++
	}
	return rows
}

func rowsByKey(d Data) map[string]DataRow {
	m := map[string]DataRow{}
	for _, r := range keyed(d) {
		m[r.key] = r.row
	}
	return m
}

// name is the texts of a row: 软件技术（3+2）, or 2023 · 男.
func (r DataRow) name() string {
	var texts []string
	for _, c := range r.Cells {
		if c.Kind == series.Text {
			texts = append(texts, c.Text)
		}
	}
	return strings.Join(texts, " · ")
}

// cellChanges compares the values of two rows by the names of their columns.
func cellChanges(before Data, was DataRow, after Data, is DataRow) []Change {
	var changes []Change
	for i, col := range after.Columns {
		now := is.Cells[i]
		then := DataCell{}
		if j := before.column(col.Name); j >= 0 {
			then = was.Cells[j]
		}
		if now != then {
			change := is.change(after.what(is, i))
			change.Old, change.New = then.String(), now.String()
			changes = append(changes, change)
		}
	}
	return changes
}

// whole lists the values of a row that is new or gone.
func whole(d Data, r DataRow, set func(*Change, string)) []Change {
	var changes []Change
	for i, c := range r.Cells {
		if c.Kind != series.Text {
			change := r.change(d.what(r, i))
			set(&change, c.String())
			changes = append(changes, change)
		}
	}
	return changes
}

func (d Data) column(name string) int {
	for i, c := range d.Columns {
		if c.Name == name {
			return i
		}
	}
	return -1
}

// what names a cell: by its row, and by its column when there are several values
// in a row or no texts.
func (d Data) what(r DataRow, i int) string {
	name, values := r.name(), 0
	for _, c := range r.Cells {
		if c.Kind != series.Text {
			values++
		}
	}
	if values > 1 || name == "" {
		return strings.TrimSpace(name + " " + d.Columns[i].Name)
	}
	return name
}

// change is a change at the place of a row.
func (r DataRow) change(what string) Change {
	c := Change{What: what, Where: r.place()}
	if len(r.Sources) > 0 {
		c.Report, c.Line = r.Sources[0].Report, r.Sources[0].Line
	}
	return c
}

// place is the first source of a row: 表 6, line 877.
func (r DataRow) place() string {
	if len(r.Sources) == 0 {
		return ""
	}
	s := r.Sources[0]
	switch {
	case s.Place != "":
		return strings.TrimPrefix(s.Table+", "+s.Place, ", ")
	case s.Line == 0:
		return s.Table
	case s.Table == "":
		return fmt.Sprintf("line %d", s.Line)
	}
	return fmt.Sprintf("%s, line %d", s.Table, s.Line)
}
