package series

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A statement is a query taken apart far enough to ask it where its rows come
// from.
type statement struct {
	sql  string
	all  []token
	with []string // the names of its WITH clauses, lower case
	arms []arm    // the SELECTs that UNION ALL joins
	// whole reports that the arms are all of the query: no DISTINCT, no UNION,
	// INTERSECT or EXCEPT that would join rows.
	whole bool
}

// An arm is one SELECT … FROM ….
type arm struct {
	from, to  int     // in bytes
	items     []token // of the select list
	insert    int     // byte where another column can be added
	tables    []tableRef
	nested    bool // reads a subquery as a table
	aggregate bool
	subs      []string // the subqueries outside of FROM
}

// A tableRef is a table of a FROM clause.
type tableRef struct{ table, alias string }

// parse takes a query apart. It understands what it must and leaves the rest to
// the engine, whose word on what is wrong counts.
func parse(sql string) statement {
	s := statement{sql: sql, all: tokens(sql), whole: true}
	s.with = s.withNames()
	start := -1
	for i, t := range s.all {
		if t.depth > 0 {
			continue
		}
		switch {
		case t.is("SELECT"):
			start = i
		case t.is("VALUES") || t.is("EXCEPT") || t.is("INTERSECT") || t.is("DISTINCT"):
			s.whole = false
		case t.is("UNION"):
			s.whole = s.whole && i+1 < len(s.all) && s.all[i+1].is("ALL")
			s.add(start, i)
			start = -1
		case (t.is("ORDER") || t.is("LIMIT")) && start >= 0:
			s.add(start, i)
			start = -1
		}
	}
	s.add(start, len(s.all))
	s.whole = s.whole && len(s.arms) > 0
	return s
}

// withNames are the names that WITH defines.
func (s statement) withNames() []string {
	var names []string
	if len(s.all) == 0 || !s.all[0].is("WITH") {
		return nil
	}
	for _, t := range s.all[1:] {
		if t.depth > 0 {
			continue
		}
		if t.is("SELECT") {
			break
		}
		if t.kind == wordToken || t.kind == nameToken {
			names = append(names, strings.ToLower(t.text))
		}
	}
	return names
}

var (
	clauseWords    = set("where group having window order limit union except intersect")
	joinWords      = set("join natural left right full outer inner cross")
	aggregateWords = set("avg count group_concat max median min percentile string_agg sum total")
)

// add takes the tokens of one SELECT apart.
func (s *statement) add(start, end int) {
	if start < 0 {
		return
	}
	ts := s.all[start:end]
	depth := ts[0].depth
	ended := func(t token) bool { return t.isAny(clauseWords) }
	list := clause(ts, depth, func(t token) bool { return t.is("FROM") || ended(t) })
	a := arm{from: ts[0].from, to: ts[len(ts)-1].to, items: ts[1:list], insert: ts[list-1].to}
	if list < len(ts) && ts[list].is("FROM") {
		rest := ts[list+1:]
		from := rest[:clause(rest, depth, ended)]
		a.tables = tableRefs(from)
		a.nested = slices.ContainsFunc(from, func(t token) bool { return t.is("SELECT") })
		a.subs = append(s.subqueries(ts[:list]), s.subqueries(rest[len(from):])...)
	} else {
		a.subs = s.subqueries(ts)
	}
	grouped := slices.ContainsFunc(ts, func(t token) bool { return t.depth == depth && t.is("GROUP") })
	a.aggregate = grouped || aggregates(ts)
	s.arms = append(s.arms, a)
}

// subqueries are the outermost SELECTs in brackets.
func (s *statement) subqueries(ts []token) []string {
	var subs []string
	for i := 0; i+1 < len(ts); i++ {
		if ts[i].is("(") && (ts[i+1].is("SELECT") || ts[i+1].is("WITH")) {
			n, _ := call(ts[i:])
			subs = append(subs, s.sql[ts[i].to:ts[i+n-1].from])
			i += n - 1
		}
	}
	return subs
}

// clause is the index of the first token on a level that ends a clause.
func clause(ts []token, depth int, ends func(token) bool) int {
	for i, t := range ts {
		if t.depth == depth && ends(t) {
			return i
		}
	}
	return len(ts)
}

// tableRefs reads the tables of a FROM clause; subqueries and functions are none.
func tableRefs(ts []token) []tableRef {
	var refs []tableRef
	expect := true
	for i := 0; i < len(ts); i++ {
		t := ts[i]
		if t.depth > ts[0].depth {
			continue
		}
		switch {
		case t.is(",") || t.is("JOIN"):
			expect = true
		case expect && t.isAny(joinWords):
		case expect:
			expect = false
			if isName(t) && !(i+1 < len(ts) && ts[i+1].is("(")) {
				refs = append(refs, tableRef{t.text, alias(t.text, ts[i+1:])})
			}
		}
	}
	return refs
}

func isName(t token) bool { return t.kind == wordToken || t.kind == nameToken }

// alias is the name after a table: AS x, or x.
func alias(name string, after []token) string {
	if len(after) > 1 && after[0].is("AS") {
		return after[1].text
	}
	if len(after) > 0 && isName(after[0]) && !after[0].isAny(joinWords) && !after[0].is("ON") && !after[0].is("USING") &&
		!after[0].is("INDEXED") && !after[0].is("NOT") {
		return after[0].text
	}
	return name
}

// aggregates reports whether a SELECT makes one row of many: it calls an
// aggregate function that is no window function, outside of subqueries.
func aggregates(ts []token) bool {
	for i, t := range ts {
		if t.inner == ts[0].inner && t.isAny(aggregateWords) && i+1 < len(ts) && ts[i+1].is("(") {
			after, commas := call(ts[i+1:])
			over := i+1+after < len(ts) && ts[i+1+after].is("OVER")
			several := (t.is("min") || t.is("max")) && commas > 0
			if !over && !several {
				return true
			}
		}
	}
	return false
}

// call is the number of tokens of an argument list in brackets, and of the commas
// between the arguments.
func call(ts []token) (length, commas int) {
	for i, t := range ts[1:] {
		if t.depth == ts[0].depth && t.is(")") {
			return i + 2, commas
		}
		if t.depth == ts[0].depth+1 && t.is(",") {
			commas++
		}
	}
	return len(ts), commas
}

// realDivision is the query with every division made one of real numbers, so
// that 2469/6393 is not 0 because both happen to be whole.
func realDivision(sql string) string {
	var b strings.Builder
	last := 0
	for _, t := range tokens(sql) {
		if t.is("/") {
			b.WriteString(sql[last:t.from] + "*1.0/")
			last = t.to
		}
	}
	return b.String() + sql[last:]
}

// traced is the query with one more column that tells the rows behind each row,
// as "arm table:row …", or "" when it cannot be asked. The tables of an arm count
// from 0; those that are not known to the store are left out.
func (s statement) traced(known func(table string) bool) string {
	if !s.whole {
		return ""
	}
	var b strings.Builder
	last := 0
	for k, a := range s.arms {
		b.WriteString(s.sql[last:a.insert])
		fmt.Fprintf(&b, ", %s AS _trace", a.trace(k, func(t string) bool {
			return known(t) && !slices.Contains(s.with, strings.ToLower(t))
		}))
		last = a.insert
	}
	return b.String() + s.sql[last:]
}

func (a arm) trace(k int, known func(string) bool) string {
	var rows []string
	for i, t := range a.tables {
		if known(t.table) {
			rows = append(rows, fmt.Sprintf("coalesce(' %d:' || %s.rowid, '')", i, quoteName(t.alias)))
		}
	}
	head := "'" + strconv.Itoa(k) + "'"
	if len(rows) == 0 {
		return head
	}
	expr := strings.Join(rows, " || ")
	if a.aggregate {
		expr = "coalesce(group_concat(" + expr + ", ''), '')"
	}
	return head + " || " + expr
}

// narrows reports whether the query leaves rows out.
func (s statement) narrows() bool {
	return slices.ContainsFunc(s.all, func(t token) bool { return t.is("WHERE") || t.is("HAVING") || t.is("LIMIT") || t.is("ON") })
}

// alone is the SQL of one arm with the WITH clauses of the query.
func (s statement) alone(a arm) string {
	return s.sql[:s.arms[0].from] + s.sql[a.from:a.to]
}

func quoteName(name string) string {
	return `"` + strings.ReplaceAll(strings.ReplaceAll(name, "\x00", ""), `"`, `""`) + `"`
}
