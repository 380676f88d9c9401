package draft

import (
	"slices"
	"strings"
	"unicode/utf8"

	"charts/internal/series"
)

// counts sees texts alone, and counts the rows of each value of a column.
func counts(s *profile) []idea {
	if len(s.values) > 0 || len(s.rows) < 4 {
		return nil
	}
	var ideas []idea
	g := s.group()
	if g != "" {
		ideas = append(ideas, s.counted(g, groupOf))
	}
	for _, col := range s.texts {
		if s.column(col).isCounted() && s.columns[col].Name != g {
			ideas = append(ideas, s.counted(s.columns[col].Name, name(s.columns[col].Name)))
		}
	}
	return ideas
}

// counted is the figure of the numbers of rows by an expression.
func (s *profile) counted(by, expression string) idea {
	sql := "SELECT " + expression + " AS " + name(by) + ", count(*) AS 数量\nFROM " + name(s.ref) +
		"\nWHERE _total = 0\nGROUP BY 1 ORDER BY 2 DESC, min(_line)"
	return idea{kind: "bar", sql: sql, category: by, values: []string{"数量"}, title: beside(s.title, "按"+by+"计数", "number by "+by), labels: true}
}

// groupOf is the first part of a row's path, in SQL.
const groupOf = "substr(_label, 1, instr(_label, '/') - 1)"

// group is the name of the column of merged cells that parts the rows, or "".
func (s *profile) group() string {
	var seen []string
	for _, r := range s.rows {
		g, _, ok := strings.Cut(r.Label, "/")
		if !ok || utf8.RuneCountInString(g) > shortText {
			return ""
		}
		if !slices.Contains(seen, g) {
			seen = append(seen, g)
		}
	}
	if len(seen) < 2 || len(seen) > maxCounted || len(seen) == len(s.rows) {
		return ""
	}
	for col, c := range s.columns {
		if s.rows[0].Cells[col].Text == seen[0] {
			return c.Name
		}
	}
	return ""
}

// groups adds up a column of counts over the groups of merged cells.
func groups(s *profile) []idea {
	by := s.group()
	if by == "" {
		return nil
	}
	for _, col := range s.values {
		if s.column(col).unit() == "%" {
			continue
		}
		value := s.columns[col].Name
		sql := "SELECT " + groupOf + " AS " + name(by) + ", sum(" + name(value) + ") AS " + name(value) +
			"\nFROM " + name(s.ref) + "\nWHERE _total = 0\nGROUP BY 1 ORDER BY 2 DESC"
		return []idea{{kind: "bar", sql: sql, category: by, values: []string{value}, unit: s.column(col).said(),
			title: beside(s.title, "按"+by+"合计", "sum by "+by), labels: true}}
	}
	return nil
}

// wide sees one row whose columns are the things: 高级/人数, 中级/人数.
func wide(s *profile) []idea {
	if len(s.rows) != 1 {
		return nil
	}
	for _, measure := range s.measures() { // the first: rates of the same things follow from the counts
		parts, whole := s.parts(measure)
		if len(parts) < 2 {
			continue
		}
		bar := idea{kind: "bar", sql: s.unpivot(measure, parts), category: "类别", values: []string{measure}, labels: true}
		bar.unit = s.column(parts[0]).said()
		if whole && len(parts) <= maxSlices {
			donut := bar
			donut.kind = "donut"
			return []idea{donut, bar}
		}
		return []idea{bar}
	}
	return nil
}

// measures are what the columns of a wide table measure, in their order.
func (s *profile) measures() []string {
	var all []string
	for _, col := range s.values {
		_, measure, ok := cutLast(s.columns[col].Name)
		if ok && !slices.Contains(all, measure) {
			all = append(all, measure)
		}
	}
	return all
}

// parts are the columns of a measure without the one that is the sum of the
// others, and whether there is such a sum.
func (s *profile) parts(measure string) (cols []int, whole bool) {
	sum, largest := 0.0, -1
	for _, col := range s.values {
		_, m, ok := cutLast(s.columns[col].Name)
		v := s.rows[0].Cells[col]
		if ok && m == measure && v.Kind == series.Number {
			cols = append(cols, col)
			sum += v.Num
			if largest < 0 || v.Num > s.rows[0].Cells[largest].Num {
				largest = col
			}
		}
	}
	total := func(col int) bool { return s.rows[0].Cells[col].Num*2 == sum && len(cols) > 2 }
	outer := slices.ContainsFunc(s.values, func(col int) bool {
		_, _, part := cutLast(s.columns[col].Name)
		return !part && s.column(col).unit() != "%" && s.rows[0].Cells[col].Num == sum
	})
	if largest >= 0 && total(largest) {
		return slices.DeleteFunc(cols, func(c int) bool { return c == largest }), true
	}
	// A first column larger than any other, with the name of the whole, is no part.
	if len(cols) > 2 && cols[0] == largest && !outer && s.column(largest).unit() != "%" {
		return cols[1:], false
	}
	return cols, outer
}

// unpivot is SQL that puts the columns under one another.
func (s *profile) unpivot(measure string, cols []int) string {
	var arms []string
	for _, col := range cols {
		part, _, _ := cutLast(s.columns[col].Name)
		arm := "SELECT " + literal(part)
		if len(arms) == 0 {
			arm += " AS 类别"
		}
		arm += ", " + name(s.columns[col].Name)
		if len(arms) == 0 {
			arm += " AS " + name(measure)
		}
		arms = append(arms, arm+" FROM "+name(s.ref))
	}
	return strings.Join(arms, "\nUNION ALL ")
}

// cutLast parts the path of a column at its last slash.
func cutLast(name string) (before, after string, ok bool) {
	i := strings.LastIndexByte(name, '/')
	if i <= 0 {
		return name, "", false
	}
	return name[:i], name[i+1:], true
}
