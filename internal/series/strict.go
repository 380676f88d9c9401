package series

import (
	"database/sql/driver"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"modernc.org/sqlite"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/regexp"
)

// numberName is the function number(x): x, when it is a number or nothing. The
// store puts it around the columns that a query computes with and that hold
// texts, for the engine takes a text for 0 or for its first digits.
const numberName = "number"

// amountName is the same for a column of numbers, where a text of digits is one
// whose unit is not certain: 0.5 among 50% and 3%.
const amountName = "amount"

// A guise is what stands for a column with texts where a query computes with it.
type guise func(column string, h holding) string

// onlyNumbers refuses the texts.
func onlyNumbers(column string, h holding) string {
	if h.numbers {
		return amountName + "(" + column + ")"
	}
	return numberName + "(" + column + ")"
}

// extreme takes the texts for a number that is no value of a report. What a query
// gives whichever end that is does not depend on them.
func extreme(sign string) guise {
	return func(column string, _ holding) string {
		return fmt.Sprintf("CASE typeof(%s) WHEN 'text' THEN %s9e99 ELSE %s END", column, sign, column)
	}
}

// oneOrder is a query that puts one column in order with something, and computes
// with no other.
var oneOrder = regexp.MustCompile(`(?:[<>]=?\s*` + strictCall + `|` + strictCall + `\s*[<>])`)

const strictCall = `(?:` + numberName + `|` + amountName + `)\([^()]*\)`

var strictCalls = regexp.MustCompile(strictCall)

// indifferent answers a query whose texts are refused, when the answer does not
// depend on them: another condition leaves their rows out. That is certain of one
// comparison, whose outcome is one of two.
func indifferent(q *question, query string, held map[string]holding) (answer, bool) {
	if strict := strictly(query, held, onlyNumbers); len(strictCalls.FindAllString(strict, 2)) != 1 || !oneOrder.MatchString(strict) {
		return answer{}, false
	}
	low, err := q.engine.query(q.ctx, strictly(query, held, extreme("-")))
	if err != nil {
		return answer{}, false
	}
	high, err := q.engine.query(q.ctx, strictly(query, held, extreme("+")))
	same := err == nil && slices.EqualFunc(low.rows, high.rows, func(a, b []driver.Value) bool { return slices.Equal(a, b) })
	return low, same
}

func sqlNumberOnly(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
	return numeric(numberName, args[0])
}

func sqlAmountOnly(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
	if s, ok := args[0].(string); ok {
		return nil, message.Errorf("%s: %q is no number", amountName, s)
	}
	return args[0], nil
}

// numeric is a value as a number; a text of digits is one.
func numeric(function string, v driver.Value) (driver.Value, error) {
	s, ok := v.(string)
	if !ok {
		return v, nil
	}
	if !digitsOnly.MatchString(s) {
		return nil, message.Errorf("%s: %q is no number", function, s)
	}
	if i, err := strconv.ParseInt(s, 10, 64); err == nil {
		return i, nil
	}
	return strconv.ParseFloat(s, 64)
}

var (
	digitsOnly = regexp.MustCompile(`^-?\d{1,15}(?:\.\d{1,15})?$`)
	noNumber   = regexp.MustCompile(`^\w+: "((?:[^"\\]|\\.)*)" is no number$`)
)

// holdings are the columns of the relations that a query read, by lower-case
// name. Of two with the same name, one with texts among numbers counts.
func holdings(q *question, reads []string) map[string]holding {
	found := map[string]holding{}
	for _, name := range reads {
		r := q.engine.relations[name]
		for col, c := range r.Columns {
			h := r.held[col]
			key := strings.ToLower(c.Name)
			if was, ok := found[key]; !ok || h.texts && !(was.texts && was.numbers) {
				found[key] = h
			}
		}
	}
	return found
}

// holdings tells what each column of a frame holds.
func (f Frame) holdings() []holding {
	held := make([]holding, len(f.Columns))
	for col, c := range f.Columns {
		held[col].unit = c.Unit
		held[col].numbers, held[col].texts = f.kinds(col)
		if held[col].numbers && c.Unit == "" {
			held[col].units = f.columnOfUnits(col)
		}
	}
	return held
}

// columnOfUnits is the column that prints the units of another one's numbers, or "".
func (f Frame) columnOfUnits(col int) string {
	for i, c := range f.Columns {
		differs := func(r Row) bool {
			return r.Cells[col].Kind == Number && r.Cells[col].Unit != notation.Fold(r.Cells[i].Text)
		}
		if i != col && !slices.ContainsFunc(f.Rows, differs) {
			return c.Name
		}
	}
	return ""
}

// kinds reports whether a column holds numbers, and texts.
func (f Frame) kinds(col int) (numbers, texts bool) {
	for _, r := range f.Rows {
		k := r.Cells[col].Kind
		numbers, texts = numbers || k == Number, texts || k == Text || k == NotRead
	}
	return numbers, texts
}

// Functions that compute with numbers, and those that compare whatever they get.
var (
	computing = set(`abs acos asin atan atan2 avg cast ceil ceiling cos degrees exp floor ln log log10 log2 median mod percentile
		pi pow power radians round sign sin sqrt sum tan total trunc`)
	comparing = set("max min")
)

// strictly is a query in which each column that holds texts, where it is computed
// with, is in a guise, in which quantity(…) gets a number with its unit, and in
// which a text that prints a number is one where a column of numbers is held
// against it: 月 = '2月'. It is the query itself when there is none.
func strictly(sql string, held map[string]holding, as guise) string {
	ts := tokens(sql)
	aliases(ts, held)
	calls := callers(ts)
	var b strings.Builder
	last := 0
	for i, t := range ts {
		if n, ok := numberText(ts, i, calls, held); ok {
			b.WriteString(sql[last:t.from] + n)
			last = t.to
		}
		h, ok := held[strings.ToLower(t.text)]
		if !ok || !isName(t) || i+1 < len(ts) && (ts[i+1].is("(") || ts[i+1].is(".")) || i > 0 && ts[i-1].is("AS") {
			continue
		}
		first := i
		if i >= 2 && ts[i-1].is(".") {
			first = i - 2
		}
		column := sql[ts[first].from:t.to]
		if strict := h.strict(column, ts[:first], ts[i+1:], calls[i], as); strict != column {
			b.WriteString(sql[last:ts[first].from] + strict)
			last = t.to
		}
	}
	return b.String() + sql[last:]
}

// strict is a column as it is between tokens and in the brackets of a
// function, made strict where it must be.
func (h holding) strict(column string, before, after []token, caller string, as guise) string {
	left, right := around(before, after)
	switch {
	case caller == "quantity" && h.units != "" && left.is("(") && right.is(","):
		of := column[:strings.LastIndex(column, ".")+1]
		return column + " || " + of + quoteName(h.units)
	case caller == "quantity" && h.numbers && h.unit != "" && left.is("(") && right.is(","):
		return fmt.Sprintf("CASE typeof(%s) WHEN 'text' THEN %s ELSE %s || '%s' END", column, column, column, strings.ReplaceAll(h.unit, "'", "''"))
	case h.texts && computed(before, after, caller, h.numbers):
		return as(column, h)
	}
	return column
}

// numberText is the number that a text prints in the unit of the column that it is
// compared with.
func numberText(ts []token, i int, calls []string, held map[string]holding) (string, bool) {
	if ts[i].kind != stringToken {
		return "", false
	}
	h := held[strings.ToLower(comparedColumn(ts, i, calls[i]))]
	q, ok := quantity.Parse(strings.ReplaceAll(strings.Trim(ts[i].text, "'"), "''", "'"))
	if !h.numbers || !ok || q.Qualifier != "" || q.Unit.Name != "" && q.Unit.Name != h.unit || q.Unit.Name == "" && h.texts {
		return "", false
	}
	return q.Value.String(), true
}

// comparedColumn is the name before or after the signs beside a text, or before the
// list that it is in.
func comparedColumn(ts []token, i int, caller string) string {
	at, step := i-1, -1
	if i+1 < len(ts) && compares(ts[i+1]) {
		at, step = i+1, 1
	}
	if caller == "in" {
		for at >= 0 && !ts[at].is("IN") {
			at--
		}
		if at--; at >= 0 && ts[at].is("NOT") {
			at--
		}
	} else {
		from := at
		for at >= 0 && at < len(ts) && compares(ts[at]) {
			at += step
		}
		if at == from {
			return ""
		}
	}
	if at < 0 || at >= len(ts) || !isName(ts[at]) {
		return ""
	}
	if step > 0 && at+2 < len(ts) && ts[at+1].is(".") {
		at += 2
	}
	return ts[at].text
}

// aliases adds the other names that a query gives to columns.
func aliases(ts []token, held map[string]holding) {
	for i := 2; i < len(ts); i++ {
		h, ok := held[strings.ToLower(ts[i-2].text)]
		if ok && ts[i-1].is("AS") && isName(ts[i-2]) && isName(ts[i]) {
			held[strings.ToLower(ts[i].text)] = h
		}
	}
}

// callers is for each token the function in whose brackets it stands, or "".
func callers(ts []token) []string {
	in := make([]string, len(ts))
	open := []string{""}
	for i, t := range ts {
		if t.is(")") && len(open) > 1 {
			open = open[:len(open)-1]
		}
		in[i] = open[len(open)-1]
		if t.is("(") {
			caller := in[i]
			if i > 0 && isName(ts[i-1]) {
				caller = strings.ToLower(ts[i-1].text)
			}
			open = append(open, caller)
		}
		if t.is("SELECT") && len(open) > 1 {
			open[len(open)-1] = "" // a subquery
			in[i] = ""
		}
	}
	return in
}

// computed reports whether a column, between the tokens before and after it, is an
// operand of arithmetic, of a function that computes, or is put in order with a
// number.
func computed(before, after []token, caller string, numbers bool) bool {
	left, right := around(before, after)
	switch {
	case isArithmetic(left), isArithmetic(right):
		return true
	case orders(reversed(before)), orders(after):
		return numbers
	case right.is("BETWEEN"):
		return numbers && len(after) > 1 && after[1].kind == numberToken
	case compares(left), compares(right), right.is("IS"), right.is("IN"), right.is("LIKE"), right.is("NOT"):
		return false
	}
	return computing[caller] || numbers && comparing[caller]
}

// around are the tokens next to a column.
func around(before, after []token) (left, right token) {
	if len(before) > 0 {
		left = before[len(before)-1]
	}
	if len(after) > 0 {
		right = after[0]
	}
	return left, right
}

func reversed(ts []token) []token {
	ts = slices.Clone(ts[max(0, len(ts)-3):])
	slices.Reverse(ts)
	return ts
}

func isArithmetic(t token) bool {
	return t.kind == signToken && len(t.text) == 1 && strings.Contains("+-*/%", t.text)
}

func compares(t token) bool { return t.is("<") || t.is(">") || t.is("=") }

// orders reports whether a sign of order follows, and no text: >, >= and <, but not
// <>, which only tells apart.
func orders(ts []token) bool {
	less, more, i := false, false, 0
	for ; i < len(ts) && compares(ts[i]); i++ {
		less, more = less || ts[i].is("<"), more || ts[i].is(">")
	}
	return less != more && i < len(ts) && ts[i].kind != stringToken
}

// named is the first place of the name of a column.
func named(sql, column string) (span, bool) {
	for _, t := range tokens(sql) {
		if isName(t) && strings.EqualFold(t.text, column) {
			return span{from: t.from, to: t.to}, true
		}
	}
	return span{}, false
}

// notNumber explains that a query computes with a text, and names its cell.
func notNumber(q *question, p *diag.Problem, w wording, text string) {
	p.Rule, p.Text = "not-a-number", message.Of("the SQL computes with %q, which is no number", text)
	p.Hintf("read the number out of it with match(…) or quantity(…), or leave its row out with WHERE")
	for _, name := range q.engine.names() {
		r := q.engine.relations[name]
		for col, c := range r.Columns {
			at := slices.IndexFunc(r.Rows, func(row Row) bool { return row.Cells[col].Kind != Number && row.Cells[col].Text == text })
			place, said := named(w.at.V, c.Name)
			if at < 0 || !said {
				continue
			}
			w.show(p, place)
			p.Text = message.Of("%s: %s of %s in %s", p.Text, c.Name, rowName(r.Rows[at]), r.name)
			if numbers, _ := r.kinds(col); numbers {
				p.Text = message.Of("%s; the column otherwise holds numbers", p.Text)
				p.Hintf("leave the row out with WHERE %s <> '%s', or write its number into the report", c.Name, strings.ReplaceAll(text, "'", "''"))
			}
			p.See = seeSource(r.Rows[at], "the row")
			return
		}
	}
}
