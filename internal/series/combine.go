package series

import (
	"slices"
	"strings"

	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/quantity"
)

// A combining is a function that makes one value of several rows.
type combining struct {
	function string
	column   string // that it takes, or "" when it takes whole rows or a computation
	at       int    // the place in FROM of the table that it names, or somewhere
	sub      bool   // it is in a subquery
	distinct bool
	unsure   bool    // some rows may be left out: CASE, FILTER, a window's frame
	window   bool    // of all rows of the answer
	made     *making // of them
}

// adds reports whether it makes a sum.
func (c combining) adds() bool { return c.function == "sum" || c.function == "total" }

// picks reports whether it gives one of the values.
func (c combining) picks() bool { return c.function == "max" || c.function == "min" }

// counts reports whether it counts rows, or tells the place of one among them.
func (c combining) counts() bool { return c.function == "count" || ranking[c.function] }

var ranking = set("rank dense_rank row_number percent_rank cume_dist ntile")

// combinings are those in an item of a select list. An argument of several columns
// may be a conversion by hand, whose units are the author's.
func combinings(item []token, tables []tableRef) []combining {
	var all []combining
	for i, t := range item {
		if t.kind != wordToken || i+1 == len(item) || !item[i+1].is("(") {
			continue
		}
		c := combining{function: strings.ToLower(t.text), sub: t.inner > item[0].inner}
		if adders[c.function] == nil && !c.picks() && !c.counts() && c.function != "median" {
			continue
		}
		if n, commas := call(item[i+1:]); c.takes(item[i+2:i+n], commas, item[i+1+n:], tables) {
			all = append(all, c)
		}
	}
	return all
}

// takes reads the argument of a function and what follows it. It reports whether
// the function is one of several rows, and the author has not parted the totals
// from them.
func (c *combining) takes(argument []token, commas int, after []token, tables []tableRef) bool {
	is := func(word string) func(token) bool { return func(t token) bool { return t.is(word) } }
	c.column, c.at = onlyColumn(argument, tables)
	c.distinct = slices.ContainsFunc(argument, is("DISTINCT"))
	filtered := len(after) > 1 && after[0].is("FILTER")
	c.unsure = filtered || slices.ContainsFunc(argument, is("CASE"))
	where := argument
	if filtered {
		n, _ := call(after[1:])
		where, after = append(slices.Clone(where), after[1:1+n]...), after[1+n:]
	}
	if c.window = len(after) > 1 && after[0].is("OVER"); c.window {
		n, _ := call(after[1:])
		where = append(slices.Clone(where), after[1:1+n]...)
		c.unsure = c.unsure || slices.ContainsFunc(after[:1+n], is("PARTITION")) || n > 2 && !ranking[c.function]
	}
	return !slices.ContainsFunc(where, is("_total")) && (commas == 0 && c.column != "" || !c.picks())
}

// onlyColumn is the one column of an argument that keeps its unit, or "", and the
// place of its table in FROM.
func onlyColumn(argument []token, tables []tableRef) (column string, at int) {
	at = somewhere
	for i, t := range argument {
		called := i+1 < len(argument) && argument[i+1].is("(")
		switch {
		case t.is("DISTINCT"), called && (t.is("round") || t.is("abs")):
		case t.is("CASE"), t.is("SELECT"), called, t.is("CAST"):
			return "", somewhere
		case !isName(t):
		case i+1 < len(argument) && argument[i+1].is("."):
			at = max(somewhere, slices.IndexFunc(tables, func(r tableRef) bool { return strings.EqualFold(r.alias, t.text) }))
		case column != "" && !strings.EqualFold(column, t.text):
			return "", somewhere
		default:
			column = t.text
		}
	}
	return column, at
}

// combine gives the values of a row that are made of several rows their words, and
// the row the names of those that have no value to add. What has no sum, different
// units and rows that hold one another make none. It is not sure where the query
// may leave out some of the rows that it knows of.
func combine(q *question, row *Row, of []origin, refs, answered []ref) (sure bool, err error) {
	for i := range row.Cells {
		v := &row.Cells[i]
		if of[i].mixes != nil {
			return true, of[i].mixes
		}
		var words []Value
		for k := range of[i].combines {
			c := &of[i].combines[k]
			made := c.make(q, *v, refs, answered)
			if made.err != nil {
				return !c.unsure, made.err
			}
			words = append(words, made.words...)
			if v.Kind == Number {
				row.Lacks = append(row.Lacks, made.lacks...)
			}
		}
		if v.Kind == Number && len(of[i].combines) > 0 {
			v.Qualifier = qualifierOf(words)
		}
	}
	row.Lacks = unique(row.Lacks)
	return true, single(q, of, refs)
}

// A making is what a combining has made a value of.
type making struct {
	words []Value  // the numbers whose words it has
	lacks []string // the rows that have none
	err   error
}

// make makes a value of the rows behind it. What a window makes of all rows of the
// answer is looked at once.
func (c *combining) make(q *question, v Value, refs, answered []ref) making {
	if c.window && c.made != nil {
		return *c.made
	}
	if c.window {
		refs = answered
	}
	parts := c.summands(q, refs)
	m := making{err: c.refuses(parts, v)}
	for _, p := range parts {
		if p.value.Kind == Number && (!c.picks() || p.value.Num == v.Num) {
			m.words = append(m.words, p.value)
		}
		if p.lacks(*c) {
			m.lacks = append(m.lacks, rowName(p.row))
		}
	}
	if c.window {
		m.words = []Value{{Qualifier: qualifierOf(m.words)}}
		c.made = &m
	}
	return m
}

// unique are names, each once.
func unique(names []string) []string {
	seen := map[string]bool{}
	return slices.DeleteFunc(names, func(s string) bool {
		was := seen[s]
		seen[s] = true
		return was
	})
}

// A summand is a row that a combining takes, with its value.
type summand struct {
	ref
	row   Row
	value Value
}

// lacks reports whether a row has no value where a sum is made of others.
func (p summand) lacks(c combining) bool {
	return p.value.Kind == Missing && c.column != "" && !c.picks() && !c.counts()
}

// summands are the rows that it takes.
func (c combining) summands(q *question, refs []ref) (all []summand) {
	for _, ref := range refs {
		if (ref.at == inSubquery) != c.sub && ref.at != somewhere || c.at >= 0 && ref.at >= 0 && ref.at != c.at {
			continue
		}
		r := q.engine.relations[ref.relation]
		p := summand{ref: ref, row: r.Rows[ref.row]}
		ok := c.column == ""
		if !ok {
			p.value, ok = r.cell(p.row, c.column)
		}
		if ok {
			all = append(all, p)
		}
	}
	return all
}

// refuses says why some parts cannot be made one value.
func (c combining) refuses(parts []summand, made Value) error {
	taken := slices.DeleteFunc(slices.Clone(parts), func(p summand) bool {
		return c.column != "" && (p.value.Kind == Missing || p.value.Kind != Number && !c.counts())
	})
	if c.column != "" && !c.counts() {
		for _, p := range taken {
			if p.value.Unit != taken[0].value.Unit {
				return message.Errorf("%s is in %s in the row of %s, and in %s in that of %s: %s; convert them, as with quantity(%s, '%s')", c.column,
					quantity.UnitText(taken[0].value.Unit), rowName(taken[0].row), quantity.UnitText(p.value.Unit), rowName(p.row), c.lacks(), c.column, taken[0].value.Unit)
			}
		}
	}
	if err := c.holding(taken, made); err != nil || c.picks() || c.counts() {
		return err
	}
	if err := c.repeated(taken); err != nil {
		return err
	}
	if len(taken) < 2 || !c.adds() || c.column == "" {
		return nil
	}
	if what, ok := quantity.Adds(c.column, taken[0].value.Unit, true); !ok {
		return message.Errorf("%s cannot be added up: %s have no sum", c.column, what)
	}
	return nil
}

// holding finds a row that is made of others which are taken as well. Of the
// largest and the smallest only that counts which is one.
func (c combining) holding(parts []summand, made Value) error {
	for _, is := range []struct {
		made func(Row) bool
		what message.Format
	}{{func(r Row) bool { return r.Total }, c.total()}, {isMean, "an average of other rows that are counted as well; leave it out with WHERE"}} {
		i := slices.IndexFunc(parts, func(p summand) bool { return is.made(p.row) && (!c.picks() || p.value.Num == made.Num) })
		if i < 0 || !slices.ContainsFunc(parts, func(p summand) bool { return !is.made(p.row) && p.relation == parts[i].relation }) {
			continue
		}
		if c.picks() && slices.ContainsFunc(parts, func(p summand) bool { return !is.made(p.row) && p.value.Num == made.Num }) {
			continue
		}
		return message.Errorf("%s is %s", rowName(parts[i].row), message.Of(is.what))
	}
	return nil
}

// total is what a total is among the rows that it takes.
func (c combining) total() message.Format {
	switch {
	case c.picks():
		return "a sum of other rows that it is compared with; leave it out with WHERE _total = 0"
	case c.counts():
		return "a sum of other rows that are counted as well; leave it out with WHERE _total = 0"
	}
	return "a sum of other rows that are added up as well; leave it out with WHERE _total = 0"
}

// lacks is what values in different units do not have.
func (c combining) lacks() message.Format {
	switch {
	case c.function == "max":
		return "none can be told to be the largest"
	case c.picks():
		return "none can be told to be the smallest"
	}
	return "it has no sum"
}

// isMean reports whether a row is an average of others, by its name.
func isMean(r Row) bool { return notation.Mean(rowName(r)) }
