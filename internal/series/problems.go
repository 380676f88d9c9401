package series

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"charts/internal/diag"
	"charts/internal/report"
	"charts/internal/spec"
)

// sqlProblem says in plain words, at the place of the SQL in the spec, what the
// engine refused.
func (q *question) sqlProblem(at spec.At[string], doc *report.Document, inputs []relation, st statement, err error) {
	p := q.problems.Errorf(at.Pos, "bad-sql", "")
	p.Len = at.Len
	var r *refusal
	message := plain(err)
	switch {
	case errors.As(err, &r) && r.denied != "":
		p.Rule, p.Text = "sql-forbidden", "the SQL may only read the relations of the figure; it may not "+r.denied
	case errors.Is(err, context.Canceled):
		p.Rule, p.Text = "stopped", "the work was stopped"
	case errors.Is(err, context.DeadlineExceeded), strings.Contains(message, "interrupt"):
		p.Rule, p.Text = "sql-limit", fmt.Sprintf("the SQL takes longer than %v", queryTime)
		p.Hint = "look for a join without a condition or a recursion without an end"
	case errors.Is(err, errTooMuch), contains(message, "Recursion limit", "too big", "out of memory", "too many", "too large", "too complex", "too deep"):
		p.Rule, p.Text = "sql-limit", "the SQL asks for too much: "+message
	default:
		q.nameProblem(p, doc, inputs, st, message)
	}
}

// nameProblem explains a message about a name or about the writing.
func (q *question) nameProblem(p *diag.Problem, doc *report.Document, inputs []relation, st statement, message string) {
	for _, e := range explanations {
		m := e.pattern.FindStringSubmatch(message)
		if m == nil {
			continue
		}
		name := strings.Trim(m[len(m)-1], `"`)
		p.Rule, p.Hint = e.rule, e.hint
		p.Text = strings.ReplaceAll(e.text, "{}", strconv.Quote(name))
		switch e.rule {
		case "unknown-table":
			q.tableHint(p, doc, inputs, name)
		case "unknown-column":
			q.columnHint(p, st, inputs, name)
		case "unknown-function":
			p.Hint = meant(name, functionNames())
		case "bad-sql":
			p.Text += st.lineOf(name)
		}
		return
	}
	p.Text = "the SQL cannot be run: " + message
}

// explanations are the messages of the engine in our words; {} is the name that
// they are about.
var explanations = []struct {
	pattern          *regexp.Regexp
	rule, text, hint string
}{
	{regexp.MustCompile(`no such table: (.*)`), "unknown-table", "no table {}", ""},
	{regexp.MustCompile(`no such column: (.*?)(?: - should this be .*)?$`), "unknown-column", "no column {}", ""},
	{regexp.MustCompile(`ambiguous column name: (.*)`), "ambiguous-column", "more than one relation has a column {}", "write relation.column"},
	{regexp.MustCompile(`no such function: (.*)`), "unknown-function", "no function {}", ""},
	{regexp.MustCompile(`wrong number of arguments to function (.*)\(\)`), "bad-sql", "the function {} has the wrong number of arguments", ""},
	{regexp.MustCompile(`misuse of .*?([^ ]+)\(\)`), "bad-sql", "the function {} cannot stand here", "conditions on groups belong into HAVING"},
	{regexp.MustCompile(`unrecognized token: (.*)`), "bad-sql", "the SQL cannot be read at {}", "put names that begin with a digit into double quotes, texts into single quotes"},
	{regexp.MustCompile(`near (".*"): syntax error`), "bad-sql", "the SQL cannot be read at {}", ""},
	{regexp.MustCompile(`incomplete input`), "bad-sql", "the SQL ends too early", ""},
	{regexp.MustCompile(`do not have the same number of result columns`), "bad-sql", "the SELECTs have different numbers of columns", ""},
}

// tableHint names what the author may have meant.
func (q *question) tableHint(p *diag.Problem, doc *report.Document, inputs []relation, name string) {
	var names []string
	for _, r := range inputs {
		names = append(names, r.name)
	}
	if doc != nil {
		names = append(names, tableNames(doc)...)
		for _, t := range doc.Lookup(name) {
			p.See = append(p.See, diag.Note{Pos: diag.Pos{File: doc.Path, Line: t.Line}, Text: t.ID + "：" + t.Title})
		}
	}
	if p.Hint = meant(name, names); p.Hint == "" {
		p.Hint = "there is " + list(names)
	}
}

// columnHint names the columns of the relations that the query mentions.
func (q *question) columnHint(p *diag.Problem, st statement, inputs []relation, name string) {
	var names []string
	mentioned := q.mentioned(st, inputs)
	for _, r := range mentioned {
		names = append(names, r.names()...)
		if len(mentioned) == 1 {
			p.Text += fmt.Sprintf(" in %s; it has %s", r, list(r.names()))
		} else {
			p.Text += fmt.Sprintf("; %s has %s", r, list(r.names()))
		}
	}
	bare := name[strings.LastIndex(name, ".")+1:]
	if p.Hint = meant(bare, names); p.Hint == "" && bare == name {
		p.Hint = "a text is written in single quotes: '" + name + "'"
	}
}

// mentioned are the relations whose names stand in a query, or else its inputs.
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

// lineOf says on which line of the SQL a token stands, when it has several lines
// and the token only one place.
func (s statement) lineOf(text string) string {
	if strings.Count(s.sql, "\n") == 0 || strings.Count(s.sql, text) != 1 || text == "" {
		return ""
	}
	return " on its line " + strconv.Itoa(1+strings.Count(s.sql[:strings.Index(s.sql, text)], "\n"))
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
