package series

import (
	"slices"
	"strings"
)

// An origin is what one column of one arm is made of.
type origin struct {
	relation string // lower case; "" when the column is no bare column
	column   string
	unit     string // of a computed number
	read     bool   // not computed: a literal, or a number read out of a text
	combines []combining
}

// origins tells for each arm what its columns are made of.
func origins(q *question, st statement, width int) [][]origin {
	var all [][]origin
	for _, a := range st.arms {
		arm := make([]origin, width)
		info := q.engine.columnInfo(st.alone(a))
		items := split(a.items)
		for i := range arm {
			if len(items) == width {
				arm[i].unit, arm[i].read = nature(q, items[i], a)
				arm[i].combines = combinings(items[i])
			}
			if len(info) == width && info[i].OriginName != "" {
				arm[i].relation, arm[i].column = strings.ToLower(info[i].TableName), info[i].OriginName
			}
		}
		all = append(all, arm)
	}
	if len(all) == 0 {
		all = [][]origin{make([]origin, width)}
	}
	return all
}

// split parts a select list at its commas; a list with a * is not parted.
func split(items []token) [][]token {
	var parts [][]token
	start := 0
	for i, t := range items {
		if t.is("*") && (i == start || items[i-1].is(".")) {
			return nil
		}
		if t.is(",") && t.depth == items[0].depth {
			parts = append(parts, items[start:i])
			start = i + 1
		}
	}
	return append(parts, items[start:])
}

// nature tells the unit of an expression, as far as it is sure, and whether the
// number stands in the report as it is.
func nature(q *question, item []token, a arm) (unit string, read bool) {
	if len(item) == 0 {
		return "", false
	}
	if i := slices.IndexFunc(item, func(t token) bool { return t.is("AS") }); i > 0 {
		item = item[:i]
	}
	if item[0].is("share") && onlyCall(item) {
		return "%", false
	}
	if item[0].is("quantity") && onlyCall(item) {
		return strings.Trim(item[len(item)-2].text, "'"), true
	}
	if item[0].is("match") && onlyCall(item) || len(item) == 1 && item[0].kind == numberToken {
		return "", true
	}
	return sumUnit(q, item, a), false
}

func onlyCall(item []token) bool {
	if len(item) < 4 || !item[1].is("(") {
		return false
	}
	n, _ := call(item[1:])
	return 1+n == len(item)
}

// sumUnit is the unit of all columns of an expression that only adds and rounds.
func sumUnit(q *question, item []token, a arm) string {
	unit := ""
	for i, t := range item {
		if t.is("*") || t.is("/") || t.is("||") || t.is("count") || t.is("SELECT") {
			return ""
		}
		if !isName(t) || i+1 < len(item) && item[i+1].is("(") {
			continue
		}
		u, ok := columnUnit(q, t.text, a)
		if ok && unit != "" && u != unit {
			return ""
		}
		if ok {
			unit = u
		}
	}
	return unit
}

// columnUnit is the unit of a column of the relations of an arm.
func columnUnit(q *question, name string, a arm) (string, bool) {
	for _, t := range a.tables {
		r := q.engine.relations[strings.ToLower(t.table)]
		for _, c := range r.Columns {
			if strings.EqualFold(c.Name, name) {
				return c.Unit, true
			}
		}
	}
	return "", false
}
