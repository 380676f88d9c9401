package series

import (
	"slices"
	"strconv"
	"strings"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/spec"
)

// The hidden columns of every relation.
const (
	lineColumn  = "_line"  // the line in the report
	labelColumn = "_label" // the path of the row
	totalColumn = "_total" // 1 on 合计 rows
)

var hiddenColumns = []string{lineColumn, labelColumn, totalColumn}

// column is the index of a column by its name, with its unit or without, or -1.
// Blanks and full or half width count for nothing.
func (f Frame) column(name string) int {
	folded := -1
	want, united := notation.Fold(name), unitedName(name)
	for i, c := range f.Columns {
		if c.Name == name {
			return i
		}
		if name := notation.Fold(c.Name); folded < 0 && (name == want || c.Unit != "" && name+"("+notation.Fold(c.Unit)+")" == united) {
			folded = i
		}
	}
	return folded
}

// unitedName is a folded name whose unit has the form that the units of columns have:
// an author writes ($ thousands) as the report does.
func unitedName(name string) string {
	if stem, unit, ok := notation.Bracket(name); ok {
		return notation.Fold(stem) + "(" + notation.Fold(notation.UnitForm(unit)) + ")"
	}
	return notation.Fold(name)
}

func (f Frame) names() []string {
	names := make([]string, len(f.Columns))
	for i, c := range f.Columns {
		names[i] = c.Name
	}
	return names
}

// hidden is the value of a hidden column of a row.
func hidden(r Row, name string) Value {
	switch name {
	case labelColumn:
		return textValue(r.Label)
	case totalColumn:
		if r.Total {
			return Value{Kind: Number, Num: 1, Text: "1"}
		}
		return Value{Kind: Number, Text: "0"}
	}
	if len(r.Sources) == 0 {
		return Value{}
	}
	line := r.Sources[0].Line
	return Value{Kind: Number, Num: float64(line), Text: strconv.Itoa(line)}
}

// A pick is a column of a relation under the name that it will have.
type pick struct {
	name string
	col  int    // or -1
	hide string // the hidden column, when col is -1
}

// pick finds the column that a spec names, or reports that there is none.
func (q *question) pick(r relation, name spec.At[string], as string) pick {
	if col := r.column(name.V); col >= 0 {
		return pick{name: as, col: col}
	}
	for _, h := range hiddenColumns {
		if h == name.V {
			return pick{name: as, col: -1, hide: h}
		}
	}
	p := q.problems.Errorf(name.Pos, "unknown-column", "no column %q in %s; it has %s", name.V, r, message.Few(r.names(), mostListed))
	p.Hint = diag.Meant(name.V, r.names())
	if parts := strings.FieldsFunc(strings.Trim(name.V, "[] "), func(c rune) bool { return strings.ContainsRune(",，、;；", c) }); len(parts) > 1 && r.column(strings.TrimSpace(parts[0])) >= 0 {
		p.Hintf("several columns are a list: [%s]", strings.Join(trimmed(parts), ", "))
	}
	if column := computedOf.FindString(name.V); r.column(strings.TrimSpace(strings.Trim(column, "()（）+-*/"))) >= 0 && len(column) < len(name.V) {
		p.Hintf("a column is named here; what is computed stands in SQL: data: {inputs: {t: {…}}, sql: SELECT …, %s AS … FROM t}", name.V)
	}
	if parts := strings.Fields(name.V); len(parts) > 1 && !slices.ContainsFunc(parts, func(s string) bool { return r.column(s) < 0 }) {
		p.Hintf("several columns are a list: [%s]", strings.Join(parts, ", "))
	}
	if r.name == theValues && len(r.Rows) == 1 && len(r.numeric()) == len(r.Columns) {
		p.Hintf("each row names its columns: values: [{name: %s, value: %s}, …]", r.Columns[0].Name, r.Rows[0].Cells[0].Text)
	}
	if r.at.Line > 0 {
		p.See = []diag.Note{{Pos: r.at, Text: message.Of("the columns of %s", r.name)}}
	}
	return pick{col: -1, hide: lineColumn}
}

// trimmed are texts without the blanks around them.
func trimmed(texts []string) []string {
	for i := range texts {
		texts[i] = strings.TrimSpace(texts[i])
	}
	return texts
}

// project gives the picked columns in their order.
func (r relation) project(picks []pick) relation {
	out := relation{name: r.name, at: r.at, place: r.place}
	out.Rows = make([]Row, 0, len(r.Rows))
	for _, p := range picks {
		c := Column{Name: p.name}
		if p.col >= 0 {
			c.Unit = r.Columns[p.col].Unit
			c.Of = picked(picks, r.column(r.Columns[p.col].Of))
		}
		out.Columns = append(out.Columns, c)
	}
	cells := make([]Value, 0, len(picks)*len(r.Rows)) // of all rows: one piece of memory, not one a row
	for _, row := range r.Rows {
		from := len(cells)
		for _, p := range picks {
			if p.col >= 0 {
				cells = append(cells, row.Cells[p.col])
			} else {
				cells = append(cells, hidden(row, p.hide))
			}
		}
		row.Cells = cells[from:len(cells):len(cells)]
		out.Rows = append(out.Rows, row)
	}
	return out
}

// picked is the new name of a column, if it is among those picked.
func picked(picks []pick, col int) string {
	for _, p := range picks {
		if col >= 0 && p.col == col {
			return p.name
		}
	}
	return ""
}

// rename keeps the columns that a data block lists, under their new names.
func rename(q *question, r relation, columns []spec.Rename) relation {
	picks := make([]pick, len(columns))
	for i, c := range columns {
		from := c.From
		if !from.Set() {
			from = c.Name
		}
		picks[i] = q.pick(r, from, c.Name.V)
	}
	return r.project(picks)
}

// mostListed is how many names of a list are told.
const mostListed = 24

// yearColumn tells the rows of different reports apart.
const yearColumn = "年度"

// computedOf is the column in a formula: 人数 of sum(人数) and of 人数/100.
var computedOf = regexp.MustCompile(`\([^()]+\)|^[^()+*/-]+[+*/-]`)
