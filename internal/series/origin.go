package series

import (
	"slices"
	"strings"
	"unicode"

	"charts/internal/message"
)

// An origin is what one column of one arm is made of.
type origin struct {
	relation string // lower case; "" when the column is no bare column
	column   string
	unit     string // of a computed number
	read     bool   // not computed: a literal, or a number read out of a text
	combines []combining
	at       int   // the place in FROM of the table that it names, or somewhere
	grouped  bool  // a bare column where rows are made one, and no max or min picks the row
	mixes    error // why its operands have no sum
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
				arm[i].combines, arm[i].mixes = combinings(items[i], a.tables), mixes(q, items[i], a)
				_, arm[i].at = onlyColumn(unnamed(items[i]), a.tables)
			}
			if len(info) == width && info[i].OriginName != "" {
				arm[i].relation, arm[i].column = strings.ToLower(info[i].TableName), info[i].OriginName
				arm[i].grouped = a.aggregate && !a.picks()
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
// number is in the report as it is.
func nature(q *question, item []token, a arm) (unit string, read bool) {
	if len(item) == 0 {
		return "", false
	}
	item = unnamed(item)
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

// unnamed is an item without the name that AS gives it.
func unnamed(item []token) []token {
	if i := slices.IndexFunc(item, func(t token) bool { return t.is("AS") && t.depth == item[0].depth }); i > 0 {
		return item[:i]
	}
	return item
}

func onlyCall(item []token) bool {
	if len(item) < 4 || !item[1].is("(") {
		return false
	}
	n, _ := call(item[1:])
	return 1+n == len(item)
}

// sumUnit is the unit of all terms of an expression that only adds, rounds and
// chooses: its columns, shares and quantities. Percentages of one kind, one taken from
// the other, differ by points.
func sumUnit(q *question, item []token, a arm) string {
	unit, condition := "", -1 // the depth of one that only chooses
	var last, took string     // the term before, and the one that the next is taken from
	points := false
	for i := 0; i < len(item); i++ {
		t := item[i]
		called := i+1 < len(item) && item[i+1].is("(")
		own, isTerm := "", false
		switch {
		case condition >= 0:
			if t.depth == condition && (t.is("THEN") || t.is(")")) {
				condition = -1
			}
			continue
		case t.is("WHEN") || called && (t.is("OVER") || t.is("FILTER")):
			condition = t.depth
			continue
		case t.is("-"):
			took = last
			continue
		case called && (t.is("share") || t.is("quantity")):
			n, _ := call(item[i+1:])
			own, isTerm = "%", true
			if t.is("quantity") {
				own = strings.Trim(item[i+n-1].text, "'")
			}
			i += n
		case t.kind == signToken && !neutral[t.text], t.is("SELECT"), t.isAny(conditional), called && isName(t) && !t.isAny(unitKeeping):
			return ""
		case isName(t) && !called:
			own, isTerm = columnUnit(q, t.text, a)
		}
		if !isTerm {
			continue
		}
		if unit != "" && own != unit {
			return ""
		}
		unit, last = own, strings.ToLower(t.text)
		points, took = points || took == last, ""
	}
	if unit == "%" && points {
		return pointsOf(item)
	}
	return unit
}

// neutral are the signs that leave a unit as it is.
var neutral = map[string]bool{"+": true, "-": true, "(": true, ")": true, ",": true, ".": true}

// conditional are the words of conditions, which have no unit; unitKeeping are the
// functions whose result has that of what they are given.
var (
	conditional = set("and or not is like glob in between")
	unitKeeping = set("sum total avg min max abs round ceil ceiling floor trunc coalesce ifnull nullif lag lead first_value last_value nth_value " + numberName + " " + amountName)
)

// pointsOf is what percentages differ by, in the language of the expression.
func pointsOf(item []token) string {
	if slices.ContainsFunc(item, func(t token) bool {
		return strings.ContainsFunc(t.text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	}) {
		return "个百分点"
	}
	return "percentage points"
}

// picks reports whether a max or min tells the row of a group.
func (a arm) picks() bool {
	return slices.ContainsFunc(combinings(a.items, a.tables), combining.picks)
}

// mixes refuses a sum or difference of two columns in different units.
func mixes(q *question, item []token, a arm) error {
	for i := 1; i+1 < len(item); i++ {
		if !item[i].is("+") && !item[i].is("-") || !isName(item[i-1]) {
			continue
		}
		right := i + 1
		if right+2 < len(item) && item[right+1].is(".") {
			right += 2
		}
		if right+1 < len(item) && item[right+1].is("(") || i > 2 && operand(item[i-2]) || i > 3 && item[i-2].is(".") && operand(item[i-4]) ||
			right+1 < len(item) && operand(item[right+1]) {
			continue
		}
		left, ok := columnUnit(q, item[i-1].text, a)
		other, too := columnUnit(q, item[right].text, a)
		if ok && too && left != "" && other != "" && left != other {
			return message.Errorf("%s is in %s and %s in %s: they have no sum and no difference", item[i-1].text, left, item[right].text, other)
		}
	}
	return nil
}

// operand reports whether a sign changes the unit of what is beside it.
func operand(t token) bool { return t.is("*") || t.is("/") || t.is("%") || t.is("||") }

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

// A ref is a row of a relation, from 0.
type ref struct {
	relation string
	row      int
	at       int // the place of the relation in FROM, or one of those below
}

// A trace is the arm and the rows behind a row.
type trace struct {
	arm  int
	refs []ref
}

// cell is a column of a row, hidden ones included.
func (r relation) cell(row Row, name string) (Value, bool) {
	if slices.Contains(hiddenColumns, name) {
		return hidden(row, name), true
	}
	for i, c := range r.Columns {
		if c.Name == name {
			return row.Cells[i], true
		}
	}
	return Value{}, false
}

// Where a row was read whose relation is not traced, or in a subquery.
const (
	somewhere  = -1
	inSubquery = -2
)
