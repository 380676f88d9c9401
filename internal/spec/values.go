package spec

import (
	"reflect"
	"strconv"

	"github.com/goccy/go-yaml/ast"

	"charts/internal/message"
)

// value fills one field. The cases are all the types that the language has.
func (d *decoder) value(v reflect.Value, n ast.Node, f field) {
	n, ok := d.resolve(n)
	if !ok {
		return
	}
	if n.Type() == ast.NullType {
		d.noValue(n, f)
		return
	}
	switch to := v.Addr().Interface().(type) {
	case *At[string]:
		d.text(to, n, f)
	case *At[bool]:
		decodeScalar(d, to, n, f, isBool, "true or false", parseBool)
	case *At[int]:
		decodeScalar(d, to, n, f, isNumber, "a whole number", f.whole)
	case *At[float64]:
		decodeScalar(d, to, n, f, isNumber, "a plain number such as 95 or 12.5", f.float)
	case *[]At[float64]:
		*to = oneOrMore(d, n, f, func(a *At[float64], n ast.Node) {
			decodeScalar(d, a, n, f, isNumber, "a plain number such as 95 or 12.5", field{name: f.name}.float)
		})
	case *[]At[string]:
		*to = d.texts(n, f)
	case *[]Record:
		*to = oneOrMore(d, n, f, d.record)
	case *[]Rename:
		d.renames(to, n, f)
	case *[]Color:
		d.pairs(n, f, func(name At[string], n ast.Node) { *to = append(*to, Color{name, d.named(name.V, n, "tint")}) })
	case *[]Exception:
		d.pairs(n, f, func(rule At[string], n ast.Node) {
			*to = append(*to, Exception{rule, d.named("the reason for "+rule.V, n, "reason")})
		})
	case *[]Wording:
		d.pairs(n, f, func(id At[string], n ast.Node) { *to = append(*to, Wording{id, d.named(id.V, n, "")}) })
	case *[]Var:
		d.pairs(n, f, func(name At[string], n ast.Node) {
			d.match(name, message.Of("a variable"), "var")
			*to = append(*to, Var{name, d.named(name.V, n, "")})
		})
	case *[]NamedInput:
		d.pairs(n, f, func(name At[string], n ast.Node) {
			in := NamedInput{Name: name}
			d.mapping(reflect.ValueOf(&in.Data).Elem(), n, message.Of("the input %s", name.V), sample{"{table: Table 7}", "{table: 表 7}"}.text(""))
			d.problems = append(d.problems, in.check()...)
			*to = append(*to, in)
		})
	case *[]Number:
		d.pairs(n, f, func(name At[string], n ast.Node) {
			d.match(name, message.Of("a value"), "var")
			number := Number{Name: name}
			d.mapping(reflect.ValueOf(&number).Elem(), n, message.Of("the value %s", name.V), sample{"{data: {table: Table 7}}", "{data: {table: 表 7}}"}.text(""))
			*to = append(*to, number)
		})
	case *[]Report:
		d.reports(to, n, f)
	default:
		d.composite(v, n, f)
	}
}

// wideBlanks look like blanks, and are none to YAML.
const wideBlanks = "\u3000\u00a0"

// noValue reports a word without a value. The usual cause is a colour without
// quotes, which YAML takes for a comment.
func (d *decoder) noValue(n ast.Node, f field) {
	d.errorf(n, "type", "%s has no value", f.name).Hintf("give it one, in quotes if it begins with #, or delete the line")
}

// composite fills a struct, or a slice of structs from one or a list.
func (d *decoder) composite(v reflect.Value, n ast.Node, f field) {
	if v.Kind() == reflect.Struct {
		d.mapping(v, n, message.Data(f.name), f.example.text(f.name))
		return
	}
	for _, item := range d.items(n, f) {
		v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
		d.item(v.Index(v.Len()-1), item, f)
	}
}

func (d *decoder) item(v reflect.Value, n ast.Node, f field) {
	if n, ok := d.resolve(n); ok {
		d.mapping(v, n, message.Of("an entry of %s", f.name), f.example.text(f.name))
	}
}

// items are the elements of a list, or the one value that stands for a list of
// one.
func (d *decoder) items(n ast.Node, f field) []ast.Node {
	seq, ok := n.(*ast.SequenceNode)
	if !ok && f.min != "" {
		d.errorf(n, "type", "%s wants %s, found %s", f.name, message.Format("a list"), describe(n)).Hint = f.such()
	}
	if !ok {
		return []ast.Node{n}
	}
	if len(seq.Values) == 0 {
		d.errorf(n, "type", "%s is an empty list", f.name).Hintf("fill it or delete the line")
	}
	if least, err := strconv.Atoi(f.min); err == nil && len(seq.Values) < least {
		d.errorf(n, "type", "%s takes %d, found %d", f.name, least, len(seq.Values)).Hint = f.such()
	}
	if most, err := strconv.Atoi(f.max); err == nil && len(seq.Values) > most {
		d.errorf(seq.Values[most], "type", "%s takes %d at most, found %d", f.name, most, len(seq.Values)).Hintf("delete the rest")
	}
	return seq.Values
}

func oneOrMore[T any](d *decoder, n ast.Node, f field, fill func(*T, ast.Node)) []T {
	var list []T
	for _, item := range d.items(n, f) {
		if item, ok := d.resolve(item); ok {
			var t T
			fill(&t, item)
			list = append(list, t)
		}
	}
	return list
}

func (d *decoder) texts(n ast.Node, f field) []At[string] {
	return oneOrMore(d, n, f, func(a *At[string], n ast.Node) { d.text(a, n, f) })
}

// pairs calls add for each name and value of a mapping that the author names.
func (d *decoder) pairs(n ast.Node, f field, add func(At[string], ast.Node)) {
	d.pairsOf(n, message.Data(f.name), f.example.text(""), add)
}

// pairsOf is the same for a mapping that messages call what.
func (d *decoder) pairsOf(n ast.Node, what, example message.Text, add func(At[string], ast.Node)) {
	entries, ok := d.entries(n, what, example)
	if ok && len(entries) == 0 {
		d.errorf(n, "type", "%s is empty", what).Hintf("fill it or delete the line")
	}
	for _, e := range entries {
		add(At[string]{V: e.name, Pos: place(d.path, e.key)}, e.value)
	}
}

// named decodes the text that belongs to a name.
func (d *decoder) named(name string, n ast.Node, form string) At[string] {
	var a At[string]
	if n, ok := d.resolve(n); ok {
		d.text(&a, n, field{name: name, form: form, blank: form == ""})
	}
	return a
}

func (d *decoder) renames(to *[]Rename, n ast.Node, f field) {
	for _, item := range d.items(n, f) {
		item, ok := d.resolve(item)
		switch {
		case !ok:
		case isScalar(item):
			a := d.named(f.name, item, "")
			*to = append(*to, Rename{a, a})
		default:
			d.pairs(item, f, func(name At[string], n ast.Node) { *to = append(*to, Rename{name, d.named(name.V, n, "")}) })
		}
	}
}

func (d *decoder) reports(to *[]Report, n ast.Node, f field) {
	if _, ok := n.(ast.MapNode); ok {
		d.pairs(n, f, func(name At[string], n ast.Node) {
			*to = append(*to, Report{name, d.texts(n, field{name: name.V, blank: true})})
		})
		return
	}
	*to = oneOrMore(d, n, f, func(r *Report, n ast.Node) { r.Paths = d.texts(n, f) })
}

func (d *decoder) record(r *Record, n ast.Node) {
	r.Pos = place(d.path, n)
	r.Pos.Len = 0
	d.pairsOf(n, message.Of("a row of values"), sample{"{year: 2021, students: 12}", "{年份: 2021, 人数: 12}"}.text(""), func(name At[string], n ast.Node) {
		n, ok := d.resolve(n)
		if !ok {
			return
		}
		text, kind := scalar(n)
		field := Field{Name: name.V, Value: At[string]{V: text, Pos: place(d.path, n)}}
		switch kind {
		case isNull:
			field.Value.V = ""
		case isNumber:
			field.Kind = FieldNumber
		case isText:
			field.Kind = FieldText
		default:
			p := d.errorf(n, "type", "%s wants a number or a text, found %s", name.V, describe(n))
			if p.Hintf("put it in quotes if it is a text"); n.Type() == ast.SequenceType {
				p.Hintf("write a row for each of them: values: [{%s: …}, {%[1]s: …}]", name.V)
			}
			return
		}
		r.Fields = append(r.Fields, field)
	})
}

func isScalar(n ast.Node) bool {
	_, kind := scalar(n)
	return kind != notScalar
}
