package series

import (
	"slices"
	"strings"

	"charts/internal/fact"
	"charts/internal/message"
	"charts/internal/quantity"
)

// A combining is a function that makes one value of a column's in several rows.
type combining struct{ function, column string }

// adds reports whether it makes a sum.
func (c combining) adds() bool { return c.function == "sum" || c.function == "total" }

// picks reports whether it gives one of the values.
func (c combining) picks() bool { return c.function == "max" || c.function == "min" }

// combinings are those in an item of a select list. An argument of several columns,
// or with a choice, may be a conversion by hand, and is the author's.
func combinings(item []token) []combining {
	var all []combining
	for i, t := range item {
		c := combining{function: strings.ToLower(t.text)}
		if t.kind != wordToken || adders[c.function] == nil && !c.picks() && c.function != "median" || i+1 == len(item) || !item[i+1].is("(") {
			continue
		}
		n, commas := call(item[i+1:])
		if c.column = onlyColumn(item[i+2 : i+n]); c.column != "" && commas == 0 {
			all = append(all, c)
		}
	}
	return all
}

// onlyColumn is the one column of an argument that keeps its unit, or "".
func onlyColumn(argument []token) string {
	column := ""
	for i, t := range argument {
		called := i+1 < len(argument) && argument[i+1].is("(")
		switch {
		case t.is("DISTINCT"), called && (t.is("round") || t.is("abs")):
		case t.is("CASE"), t.is("SELECT"), called, t.is("CAST"):
			return ""
		case !isName(t), i+1 < len(argument) && argument[i+1].is("."):
		case column != "" && !strings.EqualFold(column, t.text):
			return ""
		default:
			column = t.text
		}
	}
	return column
}

// combine gives the values of a row that are made of columns in several rows their
// words. What has no sum, different units and rows that hold one another make none.
func combine(q *question, row *Row, of []origin, refs []ref) error {
	for i := range row.Cells {
		v := &row.Cells[i]
		if v.Kind != Number || len(of[i].combines) == 0 {
			continue
		}
		word, err := combined(q, of[i].combines, refs, v.Num)
		if err != nil {
			return err
		}
		v.Qualifier = word
	}
	return nil
}

// combined is the word of a number that some values are made one.
func combined(q *question, all []combining, refs []ref, n float64) (word string, err error) {
	var parts []Value
	for _, c := range all {
		var rows []Row
		var values []Value
		for _, ref := range refs {
			r := q.engine.relations[ref.relation]
			if v, ok := r.cell(r.Rows[ref.row], c.column); ok && v.Kind == Number {
				rows, values = append(rows, r.Rows[ref.row]), append(values, v)
			}
		}
		if err := c.refuses(rows, values); err != nil {
			return "", err
		}
		if c.picks() {
			values = slices.DeleteFunc(values, func(v Value) bool { return v.Num != n })
		}
		parts = append(parts, values...)
	}
	return qualifierOf(parts), nil
}

// refuses says why the values of some rows cannot be made one.
func (c combining) refuses(rows []Row, values []Value) error {
	for i, v := range values {
		if v.Unit != values[0].Unit {
			return message.Errorf("%s is in %s in the row of %s, and in %s in that of %s: %s; convert them, as with quantity(%s, '%s')", c.column,
				orNone(values[0].Unit), rowName(rows[0]), orNone(v.Unit), rowName(rows[i]), c.lacks(), c.column, values[0].Unit)
		}
	}
	if c.picks() {
		return nil
	}
	for _, is := range []struct {
		combined func(Row) bool
		what     string
	}{
		{func(r Row) bool { return r.Total }, "a sum of other rows that are added up as well; leave it out with WHERE _total = 0"},
		{isMean, "an average of other rows that are counted as well; leave it out with WHERE"},
	} {
		i := slices.IndexFunc(rows, is.combined)
		if i >= 0 && slices.ContainsFunc(rows, func(r Row) bool { return !is.combined(r) }) {
			return message.Errorf("%s is %s", rowName(rows[i]), is.what)
		}
	}
	if len(values) < 2 || !c.adds() {
		return nil
	}
	if what, ok := quantity.Adds(c.column, values[0].Unit, true); !ok {
		return message.Errorf("%s cannot be added up: %s have no sum", c.column, what)
	}
	return nil
}

// lacks is what values in different units do not have.
func (c combining) lacks() string {
	if c.picks() {
		return "none can be told to be the " + map[string]string{"max": "largest", "min": "smallest"}[c.function]
	}
	return "it has no sum"
}

// isMean reports whether a row is an average of others, by its name.
func isMean(r Row) bool { return fact.Mean(rowName(r)) }

func orNone(unit string) string {
	if unit == "" {
		return "no unit"
	}
	return unit
}
