package table

import (
	"slices"

	"charts/internal/notation"
	"charts/internal/regexp"
)

// A card walks down a score card and knows the path of the row above.
type card struct {
	sub    map[string]bool // names of sub-rows
	top    entry           // the numbered row
	last   entry           // the last row that is no sub-row
	base   []string        // what rows without a number hang under
	inside bool            // among the parts after 其中：
	path   []string
}

// An entry is a row of a score card with its path.
type entry struct {
	path []string
	unit string
}

// labelScoreCard makes the paths of a score card: a number in front begins an
// indicator, 其中： begins its parts, a name that comes back under several parts
// belongs to the part above it, and a row without a name has that of the row
// above.
func labelScoreCard(t *Table, names []int) {
	c := card{sub: subNames(t, names[0])}
	for i := range t.Rows {
		r := &t.Rows[i]
		c.step(r.Cells[names[0]].Text, r.Unit, isNumbered(t, *r, names[0]))
		path := slices.Clone(c.path)
		for _, inner := range names[1:] {
			path = append(path, r.Cells[inner].Text)
		}
		r.Label = joinPath(path)
	}
}

// step moves on to the row of the given name.
func (c *card) step(name, unit string, numbered bool) {
	switch {
	case name == "":
	case numbered:
		c.top = entry{[]string{name}, unit}
		c.last, c.base, c.path, c.inside = c.top, c.top.path, c.top.path, false
	case c.sub[name]:
		c.path = under(c.last.path, name)
	default:
		if _, part := notation.Part(name); part {
			c.base, c.inside = c.parent(unit), true
		}
		c.path = under(c.base, name)
		c.last = entry{c.path, unit}
	}
}

// parent chooses what 其中： divides: the row above, or else the numbered row,
// whichever counts in the same unit.
func (c *card) parent(unit string) []string {
	switch {
	case c.inside:
		return c.base
	case c.last.unit != unit && c.top.unit == unit:
		return c.top.path
	}
	return c.last.path
}

func under(path []string, name string) []string {
	return append(slices.Clone(path), name)
}

// isNumbered reports whether a row begins an indicator. A table without a
// column of numbers tells it by the name.
func isNumbered(t *Table, r Row, name int) bool {
	if name > 0 && notation.Numbering(t.Columns[name-1].Name) {
		return r.Cells[name-1].Text != ""
	}
	_, part := notation.Part(r.Cells[name].Text)
	return !part && !classForm.MatchString(r.Cells[name].Text)
}

// classForm begins a part of the indicator above: A类：….
var classForm = regexp.MustCompile(`^[A-ZＡ-Ｚ]\s*[类類]\s*[:：]`)

// subNames finds the names that stand more than once in the group of one
// numbered row.
func subNames(t *Table, name int) map[string]bool {
	sub, group := map[string]bool{}, map[string]bool{}
	for _, r := range t.Rows {
		s := r.Cells[name].Text
		if isNumbered(t, r, name) {
			clear(group)
		} else if s != "" && group[s] {
			sub[s] = true
		}
		group[s] = true
	}
	return sub
}
