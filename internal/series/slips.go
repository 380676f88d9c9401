package series

import (
	"errors"
	"regexp/syntax"
	"slices"
	"strings"

	"charts/internal/message"
	"charts/internal/regexp"
)

// A slip is what people write into SQL who write it as they write a sentence. The engine
// stops at the first of them, or takes it for something else.
type slip struct {
	at         span
	text, hint message.Text
}

// unslipped refuses SQL with slips, all of them at once.
func unslipped(q *question, w wording) {
	for _, s := range slips(tokens(w.at.V)) {
		p := q.problems.Errorf(w.at.Pos, "bad-sql", "%s", s.text)
		p.Hint = s.hint
		w.show(p, s.at)
	}
}

// slips finds them token by token.
func slips(all []token) (found []slip) {
	add := func(from, to token, text, hint message.Text) {
		found = append(found, slip{span{from.from, to.to}, text, hint})
	}
	for i, t := range all {
		next := func(n int) token {
			if i+n < len(all) {
				return all[i+n]
			}
			return token{}
		}
		switch {
		case t.kind == stringToken && (len(t.text) == 1 || !strings.HasSuffix(t.text, "'")):
			add(t, t, message.Of("the text that begins here does not end"), message.Of("close it with '"))
		case t.is("LIKE") && next(1).kind == stringToken && strings.Contains(next(1).text, "*") && !strings.Contains(next(1).text, "%"):
			add(next(1), next(1), message.Of("LIKE takes * as it is"), message.Of("write %s: %% stands for any letters", strings.ReplaceAll(next(1).text, "*", "%")))
		case t.kind == numberToken && next(1).is("%") && ends(next(2)):
			add(t, next(1), message.Of("a number has no %% here"), message.Of("write %s, as the column has it", t.text))
		case united.MatchString(t.text) && t.kind == numberToken:
			m := united.FindStringSubmatch(t.text)
			if timed.MatchString(m[2]) {
				add(t, t, message.Of("a name that begins with a digit stands in double quotes"), message.Of("write \"%s\"", t.text))
				continue
			}
			add(t, t, message.Of("a number has no unit here"), message.Of("write %s; or \"%s\" in double quotes if it is a name", m[1], t.text))
		case t.kind == numberToken && next(1).is(",") && next(1).from == t.to && next(2).kind == numberToken && len(next(2).text) == 3 && next(2).from == next(1).to &&
			i > 0 && (all[i-1].is("=") || all[i-1].is("<") || all[i-1].is(">")):
			add(t, next(2), message.Of("a number has no commas here"), message.Of("write %s", t.text+next(2).text))
		case isDate(t, next(1), next(2)):
			last := next(2)
			if next(3).is(next(1).text) && next(3).from == last.to && next(4).kind == numberToken && next(4).from == next(3).to {
				last = next(4)
			}
			text := t.text + "-" + next(2).text
			if last != next(2) {
				text += "-" + last.text
			}
			add(t, last, message.Of("this is a subtraction or a division"), message.Of("a date is written in single quotes: '%s'", text))
		case t.is("&") && next(1).is("&") && next(1).from == t.to:
			add(t, next(1), message.Of("&& is not SQL"), message.Of("write AND"))
		case (t.is("=") || t.is(">") && i > 0 && all[i-1].is("<")) && next(1).is("NULL"):
			add(t, next(1), message.Of("nothing equals NULL, and nothing differs from it"), message.Of("write IS NULL or IS NOT NULL"))
		case t.is("IN") && next(1).kind == nameToken && strings.ContainsAny(next(1).text, ",，"):
			add(t, next(1), message.Of("a list stands in ( )"), message.Of("write IN ('…', '…')"))
		case t.is("TOP") && next(1).kind == numberToken && i > 0 && all[i-1].is("SELECT"):
			add(t, next(1), message.Of("SQLite knows no %s", "TOP"), message.Of("write LIMIT %s at the end", next(1).text))
		case t.is("FETCH") && (next(1).is("FIRST") || next(1).is("NEXT")):
			add(t, next(1), message.Of("SQLite knows no %s", "FETCH"), message.Of("write LIMIT %s at the end", next(2).text))
		case t.is("ILIKE") && next(1).kind == stringToken:
			add(t, t, message.Of("SQLite knows no %s", "ILIKE"), message.Of("write LIKE, which takes small and large letters alike"))
		case t.is(":") && next(1).is(":"):
			add(t, next(2), message.Of("SQLite knows no %s", "::"), message.Of("write CAST(… AS %s)", next(2).text))
		case t.is("match") && next(1).is("("):
			if p, why := badPattern(all[i+2:], next(1).depth); !why.Empty() {
				add(p, p, message.Of("%s is not a regular expression", p.text), why)
			}
		case t.kind == wordToken && spoken[t.text] != "" && i > 0 && i+1 < len(all):
			add(t, t, message.Of("%s is not SQL", t.text), message.Of("write %s", spoken[t.text]))
		}
	}
	return found
}

// united is a number with letters behind it, none of which belong to a number.
var united = regexp.MustCompile(`^([0-9][0-9.]*)([^0-9.eExX_].*)$`)

// timed is what is behind a number in the name of a column of years.
var timed = regexp.MustCompile(`^(?:学?年|届|级|月|季)`)

// isDate reports whether three tokens are a year and a month, as in 2023-02.
func isDate(year, dash, month token) bool {
	return year.kind == numberToken && len(year.text) == 4 && (strings.HasPrefix(year.text, "19") || strings.HasPrefix(year.text, "20")) &&
		(dash.is("-") || dash.is("/")) && dash.from == year.to && month.kind == numberToken && month.from == dash.to &&
		len(month.text) == 2 && month.text >= "01" && month.text <= "12"
}

// ends reports whether a condition may end before a token; none has no text.
func ends(t token) bool {
	return t.text == "" || t.is("AND") || t.is("OR") || t.is(")") || t.is(",") || t.is("&")
}

// badPattern is the pattern among the arguments of match, and what to do about it if it is no
// regular expression. The depth is that of the bracket in front of them.
func badPattern(args []token, depth int) (token, message.Text) {
	i := slices.IndexFunc(args, func(t token) bool { return t.depth <= depth+1 && t.is(",") || t.depth <= depth && t.is(")") })
	if i < 0 || i+1 >= len(args) || args[i+1].kind != stringToken {
		return token{}, message.Text{}
	}
	_, err := syntax.Parse(strings.ReplaceAll(strings.Trim(args[i+1].text, "'"), "''", "'"), syntax.Perl)
	var wrong *syntax.Error
	if !errors.As(err, &wrong) {
		return token{}, message.Text{}
	}
	if hint := patternHints[wrong.Code]; hint != "" {
		return args[i+1], message.Of(hint)
	}
	return args[i+1], message.Of("it has what RE2 does not know, as (?=…), (?<…) or \\1: %s", wrong.Expr)
}

var patternHints = map[syntax.ErrorCode]message.Format{
	syntax.ErrMissingParen:          "close the (, or write \\( for the sign itself",
	syntax.ErrUnexpectedParen:       "this ) closes nothing; write \\) for the sign itself",
	syntax.ErrMissingBracket:        "close the [, or write \\[ for the sign itself",
	syntax.ErrMissingRepeatArgument: "nothing stands before the * or + or ? that it could repeat; write \\* for the sign itself",
}

// spoken are the operators of SQL as people say them.
var spoken = map[string]string{
	"≠": "<>", "≥": ">=", "≤": "<=", "＝": "=", "＞": ">", "＜": "<", "等于": "=", "不等于": "<>", "大于": ">", "小于": "<", "大于等于": ">=", "小于等于": "<=", "并且": "AND", "且": "AND", "或": "OR", "或者": "OR", "包含": "LIKE '%…%'", "contains": "LIKE '%…%'", "startswith": "LIKE '…%'",
}

// joined is a condition written without blanks, which the engine takes for one name.
var joined = regexp.MustCompile(`^(.+?)(不等于|大于等于|小于等于|等于|大于|小于|≠|≥|≤|＝|＞|＜)(.+)$`)

// parted is such a condition as SQL has it, if what it begins with is one of the columns.
func parted(name string, columns []string) message.Text {
	m := joined.FindStringSubmatch(name)
	if m == nil || !slices.Contains(columns, m[1]) {
		return message.Text{}
	}
	value := strings.Trim(m[3], "‘’“”'\"")
	if !spelt.MatchString(value) {
		value = "'" + value + "'"
	}
	return message.Of("write %s", m[1]+" "+spoken[m[2]]+" "+value)
}

// spelt is a number.
var spelt = regexp.MustCompile(`^[0-9.]+$`)
