package series

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/regexp"
	"charts/internal/report"
)

// sqlProblem says in plain words, at the place of the SQL in the spec, what the
// engine refused.
func (q *question) sqlProblem(w wording, doc *report.Document, inputs []relation, err error) {
	p := q.problems.Errorf(w.at.Pos, "bad-sql", "")
	var r *refusal
	said := plain(err)
	switch {
	case errors.As(err, &r) && r.denied != "":
		p.Rule, p.Text = "sql-forbidden", message.Of("the SQL may only read the relations of the figure; it may not %s", r.denied)
		w.show(p, q.denied(w, r.denied))
	case errors.Is(err, context.Canceled):
		p.Rule, p.Text = "stopped", message.Of("the work was stopped")
	case errors.Is(err, errSteps), errors.Is(err, errSlow):
		p.Rule, p.Text = "sql-limit", message.Of("the SQL asks for too much: %s", said)
		p.Hintf("look for a join without a condition or a recursion without an end")
	case errors.Is(err, errTooMuch), contains(said, "Recursion limit", "too big", "out of memory", "too many", "too large", "too complex", "too deep"):
		p.Rule, p.Text = "sql-limit", message.Of("the SQL asks for too much: %s", said)
	default:
		if m := noNumber.FindStringSubmatch(said); m != nil {
			text, _ := strconv.Unquote(`"` + m[1] + `"`)
			notNumber(q, p, w, text)
			return
		}
		q.nameProblem(p, w, doc, inputs, said)
	}
}

// denied is the piece of SQL that may not be: the name of a function or table,
// else the beginning.
func (q *question) denied(w wording, what string) span {
	st := parse(w.at.V)
	name := what[strings.LastIndex(what, " ")+1:]
	for _, s := range append(st.mentions(name, true), st.mentions(name, false)...) {
		return s
	}
	return w.all()
}

// nameProblem explains a message about a name or about the writing.
func (q *question) nameProblem(p *diag.Problem, w wording, doc *report.Document, inputs []relation, said string) {
	e, name := explained(said)
	at := find(q, w, e.at, name)
	w.show(p, at)
	p.Rule, p.Hint, p.Text = e.rule, message.Of(e.hint), message.Of(e.text)
	if strings.Contains(string(e.text), "%") {
		p.Text = message.Of(e.text, name)
	}
	switch {
	case e.rule == "unknown-table":
		q.tableHint(p, doc, inputs, name)
	case e.rule == "unknown-column":
		q.columnHint(p, parse(w.query()), inputs, name)
	case e.rule == "unknown-function":
		p.Hint = functionMeant(name)
	case e.rule == "sql-value":
		p.Text = message.Of("the SQL cannot be run: %s", said)
	case e.at == theSign:
		parse(w.at.V).signHint(p, at)
	}
	if strings.ContainsAny(name, wideSigns) && (e.rule != "unknown-column" || !joined.MatchString(name)) {
		p.Hintf(`SQL takes the signs of the English keyboard: , ( ) = < > ' "`)
	}
}

// explained finds what a message says, and the name that it is about.
func explained(said string) (explanation, string) {
	for _, e := range explanations {
		if m := e.pattern.FindStringSubmatch(said); m != nil {
			return e, strings.Trim(m[len(m)-1], `"`)
		}
	}
	return explanation{}, ""
}

// wideSigns are those that a Chinese keyboard writes where SQL wants others.
const wideSigns = "，（）＝＜＞；“”‘’＊＋"

// signHint says what most often is wrong before a sign that cannot be read.
func (s statement) signHint(p *diag.Problem, at span) {
	i := slices.IndexFunc(s.all, func(t token) bool { return t.from == at.from })
	switch {
	case i < 0:
		p.Text = message.Of("the SQL ends too early")
		p.Hintf(endHint)
	case !p.Hint.Empty() || i == 0:
	case misspelt(s.all[i-1]) != "":
		p.Hintf("did you mean %s instead of %s?", misspelt(s.all[i-1]), s.all[i-1].text)
	case s.all[i-1].is(","):
		p.Hintf("delete the comma before it")
	case strings.HasPrefix(s.all[i].text, "&"):
		p.Hintf("write AND")
	case s.all[i].is(")"):
		p.Hintf("something is missing before it, or no bracket is open")
	case i > 1 && s.all[i].kind == numberToken && s.all[i-1].kind == wordToken && s.all[i-2].isAny(tableWords):
		p.Hintf("a name with a blank stands in double quotes: \"%s %s\"", s.all[i-1].text, s.all[i].text)
	case s.all[i-1].isAny(keywords):
		p.Hintf("something is missing between it and the %s before it", s.all[i-1].text)
	case s.all[i].kind != signToken:
		p.Hintf("before it a comma, AND or an operator may be missing")
	}
}

const endHint = "something is missing at its end, or a bracket is not closed"

var keywords = set(`select from where group by order having limit and or not in like between is null as on join left
	union all case when then else end distinct desc asc with values`)

// tableWords come before the name of a table.
var tableWords = set(`from join`)

// misspelt is the keyword that a word was meant to be, or "".
func misspelt(t token) string {
	if t.kind != wordToken || t.isAny(keywords) || t.text[0] >= utf8.RuneSelf {
		return ""
	}
	return strings.ToUpper(diag.Nearest(strings.ToLower(t.text), slices.Sorted(maps.Keys(keywords))))
}

// An explanation is a message of the engine in our words, which may take the name that it is about.
type explanation struct {
	pattern    *regexp.Regexp
	at         culprit
	rule       string
	text, hint message.Format
}

var explanations = []explanation{
	{regexp.MustCompile(`no such table: (.*)`), theName, "unknown-table", "no table %q", ""},
	{regexp.MustCompile(`no such column: (.*?)(?: - should this be .*)?$`), theName, "unknown-column", "no column %q", ""},
	{regexp.MustCompile(`ambiguous column name: (.*)`), theName, "ambiguous-column", "more than one relation has a column %q", "write relation.column"},
	{regexp.MustCompile(`no such function: (.*)`), theCall, "unknown-function", "no function %q", ""},
	{regexp.MustCompile(`wrong number of arguments to function (.*)\(\)`), theCall, "bad-sql", "the function %q has the wrong number of arguments", ""},
	{regexp.MustCompile(`misuse of .*?([^ ]+)\(\)`), theCall, "bad-sql", "the function %q cannot stand here", "conditions on groups belong into HAVING"},
	{regexp.MustCompile(`unrecognized token: (.*)`), theSign, "bad-sql", "the SQL cannot be read at %q", "put names that begin with a digit into double quotes, texts into single quotes"},
	{regexp.MustCompile(`near "(.*)": syntax error`), theSign, "bad-sql", "the SQL cannot be read at %q", ""},
	{regexp.MustCompile(`incomplete input`), theEnd, "bad-sql", "the SQL ends too early", endHint},
	{regexp.MustCompile(`do not have the same number of result columns()`), theWhole, "bad-sql", "the SELECTs have different numbers of columns", ""},
	{regexp.MustCompile(`^(quantity|match|share|sum|avg|total): `), theCall, "sql-value", "", ""},
	{regexp.MustCompile(`()`), theWhole, "sql-value", "", ""},
}

// tableHint names what the author may have meant.
func (q *question) tableHint(p *diag.Problem, doc *report.Document, inputs []relation, name string) {
	var names []string
	for _, r := range inputs {
		names = append(names, r.name)
	}
	if q.isFile(doc, name) {
		p.Hintf("it is a file: give it a name under inputs: {t: {file: %s}}, and read FROM t", name)
		return
	}
	if doc == nil {
		p.Hint = diag.Meant(name, names).Or(message.Of("there is %s", message.Few(names, mostListed)))
		return
	}
	p.Hint = TableMeant(doc, name, names...)
	for _, t := range doc.Lookup(name) {
		p.See = append(p.See, diag.Note{Pos: doc.At(t.Line), Text: message.Of("%s：%s", t.ID, t.Title)})
	}
}

// columnHint names the columns of the relations that the query mentions.
func (q *question) columnHint(p *diag.Problem, st statement, inputs []relation, name string) {
	var names []string
	mentioned := q.mentioned(st, inputs)
	for _, r := range mentioned {
		names = append(names, r.names()...)
		if len(mentioned) == 1 {
			p.Text = message.Of("%s in %s; it has %s", p.Text, r, message.Few(r.names(), mostListed))
		} else {
			p.Text = message.Of("%s; %s has %s", p.Text, r, message.Few(r.names(), mostListed))
		}
	}
	bare := name[strings.LastIndex(name, ".")+1:]
	p.Hint = diag.Meant(bare, names)
	switch owner, _, qualified := strings.Cut(name, "."); {
	case qualified && slices.Contains(names, bare):
		p.Hintf("no table of the query is called %s", owner)
	case !parted(name, names).Empty():
		p.Hint = parted(name, names)
	case p.Hint.Empty() && !qualified, st.comparesWith(name):
		p.Hintf("a text is written in single quotes: '%s'", name)
	}
}

// comparesWith reports whether a name in double quotes is where a text is compared
// with, behind = or <>.
func (s statement) comparesWith(name string) bool {
	for i, t := range s.all {
		if t.kind == nameToken && t.text == name && i > 0 {
			return s.all[i-1].is("=") || s.all[i-1].is(">") || s.all[i-1].is("<")
		}
	}
	return false
}

// mentioned are the relations whose names are in a query, or else its inputs.
func (q *question) mentioned(st statement, inputs []relation) []relation {
	var all []relation
	for _, t := range st.all {
		r, ok := q.engine.relations[strings.ToLower(t.text)]
		if ok && isName(t) && !slices.ContainsFunc(all, func(o relation) bool { return o.name == r.name }) {
			all = append(all, r)
		}
	}
	if len(all) == 0 {
		return inputs
	}
	return all
}

// functionMeant is a hint for a function that SQLite does not have: what stands for one of
// another database, or the nearest.
func functionMeant(name string) message.Text {
	if ours := elsewhere[strings.ToLower(name)]; ours != "" {
		return message.Of("write %s", ours)
	}
	return diag.Meant(name, functionNames()).Or(message.Of("there are those of SQLite, and %s", message.List([]string{"quantity", "share", "match", splitName})))
}

// elsewhere are functions of other databases and of sheets, and what SQLite has for them.
var elsewhere = map[string]string{
	"nvl": "coalesce(a, b)", "isnull": "coalesce(a, b)", "len": "length(text)", "left": "substr(text, 1, n)", "right": "substr(text, -n)", "mid": "substr(text, from, n)",
	"charindex": "instr(text, part)", "locate": "instr(text, part)", "position": "instr(text, part)", "find": "instr(text, part)",
	"year": "substr(date, 1, 4)", "month": "substr(date, 6, 2)", "to_char": "format('%.1f', x)", "date_format": "strftime('%Y-%m', date)", "to_date": "date(text)",
	"to_number": "quantity(text, 'unit')", "value": "quantity(text, 'unit')", "convert": "CAST(x AS REAL)", "string_agg": "group_concat(text, '、')", "listagg": "group_concat(text, '、')",
	"regexp_extract": "match(text, 'pattern', 1)", "regexp_substr": "match(text, 'pattern', 0)", "regexp_replace": "replace(text, part, with)", "split_part": "match(text, 'pattern', n)", "average": "avg(x)", "counta": "count(x)",
	"greatest": "max(a, b)", "least": "min(a, b)", "pivot": "sum(x) FILTER (WHERE …)", "sumif": "sum(x) FILTER (WHERE …)", "countif": "count(*) FILTER (WHERE …)", "decode": "CASE x WHEN a THEN b END",
}

func functionNames() []string {
	var names []string
	for n := range functions {
		names = append(names, n)
	}
	slices.Sort(names)
	return append(names, splitName)
}

var wrapping = regexp.MustCompile(`^(?:SQL logic error: |.*\((?:SQLITE_\w+)\): )|(?: \(\d+\))$`)

// plain is a message of the engine without its wrapping.
func plain(err error) string { return wrapping.ReplaceAllString(err.Error(), "") }

func contains(s string, any ...string) bool {
	return slices.ContainsFunc(any, func(a string) bool { return strings.Contains(s, a) })
}
