package spec

import (
	"cmp"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/regexp"

	"github.com/goccy/go-yaml/ast"
)

// A scalarKind is what a value without parts is.
type scalarKind uint8

const (
	notScalar scalarKind = iota
	isText
	isNumber // plain decimals, as written; 007, 0x10 and 1_000 are texts
	isBool
	isNull
)

// scalar gives the text of a scalar as the author wrote it, and its kind.
func scalar(n ast.Node) (string, scalarKind) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, isText
	case *ast.LiteralNode:
		return strings.TrimRight(n.Value.Value, "\n"), isText
	case *ast.IntegerNode, *ast.FloatNode:
		text := n.GetToken().Value
		if plainNumber(text) {
			return text, isNumber
		}
		return text, isText
	case *ast.BoolNode:
		return strings.ToLower(n.GetToken().Value), isBool
	case *ast.NullNode:
		return n.GetToken().Value, isNull
	case *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value, isText
	}
	return "", notScalar
}

// plainNumber keeps out what YAML reads in its own ways: 010 is 8 to some
// readers and 10 to others.
func plainNumber(s string) bool {
	digits := strings.TrimLeft(s, "+-")
	octal := len(digits) > 1 && digits[0] == '0' && digits[1] != '.'
	return forms["number"].pattern.MatchString(s) && !octal
}

// describe names what is in the file, for messages.
func describe(n ast.Node) message.Text {
	text, kind := scalar(n)
	switch kind {
	case isText:
		return message.Of("the text %s", quote(text))
	case isNumber:
		return message.Of("the number %s", text)
	case isBool:
		return message.Data(text)
	case isNull:
		return message.Of("nothing")
	}
	if _, ok := n.(*ast.SequenceNode); ok {
		return message.Of("a list")
	}
	return message.Of("a mapping")
}

// quote shows a text in a message, long ones cut.
func quote(s string) message.Text {
	const most = 40
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most]) + "…"
	}
	return message.Of(`"%s"`, s)
}

// resolve follows anchors and aliases, and refuses tags.
func (d *decoder) resolve(n ast.Node) (ast.Node, bool) {
	switch n := n.(type) {
	case *ast.AnchorNode:
		d.anchors[n.Name.GetToken().Value] = n.Value
		return d.resolve(n.Value)
	case *ast.AliasNode:
		return d.alias(n)
	case *ast.TagNode:
		d.errorf(n, "yaml", "%s is not needed here", n.GetToken().Value).Hintf("delete it; a number in quotes is a text")
		return nil, false
	case nil:
		return nil, false
	}
	return n, true
}

func (d *decoder) alias(n *ast.AliasNode) (ast.Node, bool) {
	name := n.Value.GetToken().Value
	target, ok := d.anchors[name]
	if !ok {
		d.errorf(n, "yaml", "*%s stands for nothing: there is no &%s above", name, name).Hintf("put the text in quotes if the * is part of it")
		return nil, false
	}
	if d.aliases++; d.aliases > maxAliases {
		d.errorf(n, "yaml", "more than %d aliases (*) in one file", maxAliases).Hintf("write the values out")
		return nil, false
	}
	return d.resolve(target)
}

// text decodes a scalar as text. A number is taken as it is written, so that
// title: 2023 needs no quotes.
func (d *decoder) text(to *At[string], n ast.Node, f field) {
	s, kind := scalar(n)
	pos := place(d.path, n)
	a := At[string]{V: s, Pos: pos, writing: &writing{raw: d.from(pos), text: s}}
	*to = a // even when it is wrong, so that it is not missed as well
	if m := foreignVariable.FindStringSubmatch(s); m != nil {
		d.problems.Warnf(pos, "variable", "%s stands there as it is", m[0]).Hintf("write ${%s} for a variable of charts.yaml, {%[1]s} for a number of values", m[1])
	}
	switch {
	case kind == isNumber && f.number:
	case kind == isNull:
		d.noValue(n, f)
	case kind == notScalar, kind == isBool && !slices.Contains(f.enum, s):
		p := d.errorf(n, "type", "%s wants %s, found %s", f.name, f.wants(), describe(n))
		p.Hint = f.named(n).Or(f.such())
		if kind == isBool {
			p.Hintf("put it in quotes if it is a text")
		}
		if list, ok := n.(*ast.SequenceNode); ok && f.name == "table" && len(list.Values) > 1 {
			p.Hintf("several tables are inputs, which sql joins: data: {inputs: {t: {table: …}, u: {table: …}}, sql: SELECT …}")
		}
	case f.enum != nil && !slices.Contains(f.enum, s):
		to.V = d.choice(a, f) // going on with what was meant finds what else is wrong
	case len(s) > MaxText:
		d.errorf(n, "type", "%s is longer than %d bytes", f.name, MaxText).Hintf("shorten it")
		to.V = ""
	case s == "" && !f.blank:
		d.errorf(n, "type", "%s is empty", f.name).Hintf("write %s, or delete the line", f.example.text("").Or(message.Of("a text")))
	case f.form != "":
		if !d.match(a, message.Data(f.name), f.form) {
			to.V = ""
		}
	}
}

// foreignVariable is a variable as templates write it: {{ year }}.
var foreignVariable = regexp.MustCompile(`\{\{ *([\pL_][\pL\pN_.]*) *\}\}`)

// named shows how a field is written that names columns by a mapping: {field: year} is
// year, and {year: 2023, level: all} is [year, level]. Empty if it is no such mapping.
func (f field) named(n ast.Node) message.Text {
	m, ok := n.(ast.MapNode)
	if !ok || f.enum != nil || strings.Contains(f.example.text("").String(), "{") { // which takes a mapping elsewhere
		return message.Text{}
	}
	if f.name == "where" {
		var all []string
		for it := m.MapRange(); it.Next(); {
			key, _ := scalar(it.Key())
			value, kind := scalar(it.Value())
			if kind == isText {
				value = "'" + value + "'"
			}
			all = append(all, key+" = "+value)
		}
		return message.Of("write where: %s", strings.Join(all, " AND "))
	}
	var keys []string
	column, falling := "", ""
	for it := m.MapRange(); it.Next(); {
		key, _ := scalar(it.Key())
		switch value, kind := scalar(it.Value()); {
		case columnWords[key] && kind == isText:
			column = value
		case f.name == "sort" && (strings.HasPrefix(strings.ToLower(value), "desc") || strings.HasPrefix(value, "降")):
			falling = "-"
		}
		keys = append(keys, key)
	}
	switch {
	case column != "":
		return message.Of("write %s: %s", f.name, falling+column)
	case !f.list:
		return message.Text{}
	}
	return message.Of("write %s: [%s]", f.name, strings.Join(keys, ", "))
}

// columnWords are those with which other programs name a column.
var columnWords = map[string]bool{"field": true, "column": true, "name": true, "key": true, "by": true, "列": true, "字段": true}

// MaxText is more bytes than any text of a spec needs. Markdown of many open brackets
// takes time by their square.
const MaxText = 50_000

// such shows how a field may be written.
func (f field) such() message.Text {
	if text := f.example.text(f.name); !text.Empty() {
		return message.Of("write %s", text)
	}
	return message.Text{}
}

// wants says what a text field takes.
func (f field) wants() message.Text {
	if n := len(f.enum); n > 0 && n <= 8 {
		return f.choices()
	}
	return message.Of("a text")
}

// choice reports a text that is none of the allowed ones, and returns the one that
// was meant, or "".
func (d *decoder) choice(a At[string], f field) string {
	var p *diag.Problem
	if f.name == "chart" {
		p = errorAt(&d.problems, a, "unknown-kind", "no chart kind %s", quote(a.V))
	} else {
		p = errorAt(&d.problems, a, "choice", "%s cannot be %s", f.name, quote(a.V))
	}
	p.Hintf("write %s", f.choices())
	near := diag.Nearest(a.V, f.enum)
	if f.name == "chart" {
		near = cmp.Or(kindCalled(a.V), near)
	}
	number := withUnit.FindStringSubmatch(a.V)
	switch parts := strings.FieldsFunc(a.V, func(r rune) bool { return strings.ContainsRune(",，、; ", r) }); {
	case f.number && number != nil:
		p.Hintf("write %s", strings.NewReplacer(",", "", "，", "").Replace(number[1]))
	case f.list && len(parts) > 1:
		p.Hintf("several are a list: %s: [%s], each %s", f.name, strings.Join(parts, ", "), f.choices())
	case near != "":
		p.Hintf("did you mean %q?", near)
		if stack := stackOf(a.V); f.name == "chart" && stack != "" {
			p.Hintf("write chart: %s and, on a line of its own, stack: %s", near, stack)
		}
	case !elsewhere(a.V).Empty():
		p.Hintf("%s; %s", p.Hint, elsewhere(a.V))
	}
	return near
}

// withUnit is a number with its unit or the signs that part its digits: 50%, 1,000 人.
var withUnit = regexp.MustCompile(`^([+-]?\d[\d,，]*(?:\.\d+)?)\s*[^\d\s]{0,4}$`)

// elsewhere says which word of a figure or of the project takes a text.
func elsewhere(text string) message.Text {
	for _, f := range fieldsOf(reflect.TypeFor[Project]()) {
		if slices.Contains(f.enum, text) {
			return message.Of("%s stands under %s in charts.yaml", text, f.name)
		}
	}
	for _, f := range fieldsOf(reflect.TypeFor[Figure]()) {
		if slices.Contains(f.enum, text) {
			return message.Of("%s stands under %s", text, f.name)
		}
	}
	return message.Text{}
}

// choices lists what may be in a field with an enum.
func (f field) choices() message.Text {
	list := message.List(f.enum)
	switch {
	case f.number:
		return message.Of("a number or one of %s", list)
	case len(f.enum) == 1:
		return message.Of("%s", list)
	}
	return message.Of("one of %s", list)
}

// match wants the text of what to have a form.
func (d *decoder) match(a At[string], what message.Text, form string) bool {
	f := forms[form]
	fits := f.pattern.MatchString(a.V)
	if !fits {
		p := errorAt(&d.problems, a, "form", "%s cannot be %s", what, quote(a.V))
		p.Hintf("write %s", f.want)
		if meant := reformed(a.V, form); meant != "" {
			p.Hintf("write %s", meant)
		}
	}
	return fits
}

// reformed is a text as its form has it, where it is plain what was meant: （人）, 12-20行,
// 0.00% and #,##0; else "".
func reformed(text, form string) string {
	switch form {
	case "unit":
		text = strings.Trim(strings.TrimPrefix(text, "单位"), "：:（）()[]【】 ")
	case "lines":
		text = strings.Join(digits.FindAllString(text, -1), "-")
	case "format":
		text = strings.TrimRightFunc(strings.NewReplacer("#,##0", "0,0", "#,###", "0,0", "＃", "").Replace(text), func(r rune) bool { return r != '0' })
	}
	if text == "" || !forms[form].pattern.MatchString(text) {
		return ""
	}
	return text
}

var digits = regexp.MustCompile(`[0-9]+`)

// decodeScalar decodes a truth value or a number.
func decodeScalar[T any](d *decoder, to *At[T], n ast.Node, f field, kind scalarKind, want message.Format, parse func(string) (T, message.Text)) {
	s, got := scalar(n)
	to.Pos = place(d.path, n)
	if got != kind {
		d.errorf(n, "type", "%s wants %s, found %s", f.name, want, describe(n)).Hint = f.such()
		return
	}
	v, wrong := parse(s)
	if !wrong.Empty() {
		d.errorf(n, "type", "%s %s, found %s", f.name, wrong, s).Hint = f.such()
		return
	}
	to.V = v
}

func parseBool(s string) (bool, message.Text) { return s == "true", message.Text{} }

func (f field) whole(s string) (int, message.Text) {
	x, wrong := f.float(s)
	if wrong.Empty() && x != math.Trunc(x) {
		wrong = message.Of("wants a whole number")
	}
	return int(x), wrong
}

func (f field) float(s string) (float64, message.Text) {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0, message.Of("wants a smaller number")
	}
	return x, f.outside(x)
}

// outside says how a number misses the bounds of its field, or nothing.
func (f field) outside(x float64) message.Text {
	if low, err := strconv.ParseFloat(f.min, 64); err == nil && x < low {
		return message.Of("is at least %s", f.min)
	}
	if high, err := strconv.ParseFloat(f.max, 64); err == nil && x > high {
		return message.Of("is at most %s", f.max)
	}
	return message.Text{}
}
