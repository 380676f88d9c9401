package manifest

import (
	"slices"
	"strings"

	"charts/internal/message"
	"charts/internal/series"
)

// A Change is one difference between two states of a figure's values.
type Change struct {
	What   string       `json:"what"`   // 升学, or 2023/人数 when the figure has several value columns
	Old    message.Text `json:"old"`    // empty when the row is new
	New    message.Text `json:"new"`    // empty when the row is gone
	Where  message.Text `json:"where"`  // 表 6, line 287: the place of the new value, else of the old
	Report string       `json:"report"` // and the file
	Line   int          `json:"line"`   // and the line alone
}

// Text is the change as a person reads it: 升学 2469 → 2481 (表 6, line 287).
func (c Change) Text() message.Text {
	what := c.name()
	s := message.Of("%s%s → %s", what, c.Old, c.New)
	switch {
	case c.Old.Empty():
		s = message.Of("%s%s is new", what, c.New)
	case c.New.Empty():
		s = message.Of("%s%s is gone", what, c.Old)
	}
	if !c.Where.Empty() {
		s = message.Of("%s (%s)", s, c.Where)
	}
	return s
}

// Said is the change with its words in one language.
func (c Change) Said(l message.Language) Change {
	c.Old, c.New, c.Where = c.Old.Said(l), c.New.Said(l), c.Where.Said(l)
	return c
}

// name is what changed, as it is before a value.
func (c Change) name() string {
	if c.What == "" {
		return ""
	}
	return c.What + " "
}

// Changes compares two states of a figure's values, cell by cell. Rows are the
// same when the columns that name them say the same. Of rows with the same names
// those that also have the same values are paired first, then the others in their
// order.
func Changes(before, after Data) []Change {
	m := match(before, after)
	var changes []Change
	was, gone := m.pairs()
	for i, is := range after.Rows {
		if was[i] < 0 {
			changes = append(changes, m.after.whole(is, func(c *Change, v message.Text) { c.New = v })...)
		} else {
			changes = append(changes, m.cells(before.Rows[was[i]], is)...)
		}
	}
	for _, i := range gone {
		changes = append(changes, m.before.whole(before.Rows[i], func(c *Change, v message.Text) { c.Old = v })...)
	}
	return changes
}

// pairs gives for each row after the one before, or -1, and the rows before that
// are gone.
func (m matching) pairs() (was, gone []int) {
	before, after := m.before.Rows, m.after.Rows
	var paired []bool
	was, paired = slices.Repeat([]int{-1}, len(after)), make([]bool, len(before))
	for _, with := range []bool{true, false} { // their values
		waiting := map[string][]int{}
		for i, r := range before {
			if !paired[i] {
				name := m.rowName(0, r, with)
				waiting[name] = append(waiting[name], i)
			}
		}
		for i, r := range after {
			name := m.rowName(1, r, with)
			if w := waiting[name]; was[i] < 0 && len(w) > 0 {
				was[i], paired[w[0]], waiting[name] = w[0], true, w[1:]
			}
		}
	}
	for i := range before {
		if !paired[i] {
			gone = append(gone, i)
		}
	}
	return was, gone
}

// rowName is what the rows of a state are told apart by.
func (m matching) rowName(state int, r DataRow, values bool) string {
	var parts []string
	for _, i := range []sided{m.before, m.after}[state].keys {
		parts = append(parts, r.Text(i).String())
	}
	if values {
		for _, p := range m.values {
			if p[state] >= 0 {
				parts = append(parts, r.Text(p[state]).String())
			}
		}
	}
	return strings.Join(parts, "\x00")
}

// cells compares the values of two rows.
func (m matching) cells(was, is DataRow) []Change {
	var changes []Change
	for _, p := range m.values {
		old, now := m.before.value(was, p[0]), m.after.value(is, p[1])
		if p[0] >= 0 && p[1] >= 0 {
			if a, b := m.before.Columns[p[0]].Unit, m.after.Columns[p[1]].Unit; a != b {
				old, now = inUnit(old, a), inUnit(now, b)
			}
		}
		if old.String() == now.String() {
			continue
		}
		of, row, col := m.after, is, p[1]
		if col < 0 {
			of, row, col = m.before, was, p[0]
		}
		change := row.change(of.what(row, col))
		change.Old, change.New = old, now
		changes = append(changes, change)
	}
	return changes
}

func inUnit(value message.Text, unit string) message.Text {
	if unit == "" {
		return value
	}
	return message.Of("%s %s", value, unit)
}

// value is a cell as a person reads it; empty of a column that is not there.
func (s sided) value(r DataRow, col int) message.Text {
	if col < 0 {
		return message.Text{}
	}
	return r.Text(col)
}

// whole lists the values of a row that is new or gone; where it has none, the last
// of its names.
func (s sided) whole(r DataRow, set func(*Change, message.Text)) []Change {
	if len(s.values) == 0 && len(s.keys) > 0 {
		s.keys, s.values = s.keys[:len(s.keys)-1], s.keys[len(s.keys)-1:]
	}
	var changes []Change
	for _, i := range s.values {
		change := r.change(s.what(r, i))
		set(&change, s.value(r, i))
		changes = append(changes, change)
	}
	return changes
}

// what names a cell as people do, 2021/本年: by its row, and by its column when
// there are several values in a row or nothing names it.
func (s sided) what(r DataRow, col int) string {
	var names []string
	for _, i := range s.keys {
		names = append(names, s.name(r, i))
	}
	if len(s.Columns)-len(s.keys) > 1 || len(names) == 0 {
		names = append(names, s.Columns[col].Name)
	}
	return strings.Join(names, "/")
}

// name is a cell that names a row; a number has its unit: 2月.
func (s sided) name(r DataRow, col int) string {
	if r.Cells[col].Kind == series.Number {
		return r.Text(col).String() + s.Columns[col].Unit
	}
	return r.Text(col).String()
}

// change is a change at the place of a row.
func (r DataRow) change(what string) Change {
	c := Change{What: what, Where: r.place()}
	if len(r.Sources) > 0 {
		c.Report, c.Line = r.Sources[0].Report, r.Sources[0].Line
	}
	return c
}

// place is the first source of a row: 表 6, line 287.
func (r DataRow) place() message.Text {
	if len(r.Sources) == 0 {
		return message.Text{}
	}
	s := r.Sources[0]
	return message.PlaceIn(s.Table, s.Place, s.Line)
}
