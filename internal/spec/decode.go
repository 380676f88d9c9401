package spec

import (
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"charts/internal/diag"

	"github.com/goccy/go-yaml/ast"
)

// A field is one word of a mapping, as its struct tags say.
type field struct {
	index                          int
	name, doc, example, form       string
	required, short, blank, number bool
	enum                           []string
	min, max                       string // numbers, "" for none
}

// fieldsOf lists the words of a struct type in their order.
func fieldsOf(t reflect.Type) []field {
	var fields []field
	for i := range t.NumField() {
		tag := t.Field(i).Tag
		name := tag.Get("yaml")
		if name == "" {
			continue
		}
		_, required := tag.Lookup("required")
		_, short := tag.Lookup("short")
		_, blank := tag.Lookup("blank")
		_, number := tag.Lookup("number")
		fields = append(fields, field{index: i, name: name, doc: tag.Get("doc"), example: tag.Get("example"),
			form: tag.Get("form"), required: required, short: short, blank: blank, number: number,
			enum: choices(tag.Get("enum")), min: tag.Get("min"), max: tag.Get("max")})
	}
	return fields
}

func choices(enum string) []string {
	switch enum {
	case "":
		return nil
	case "kinds":
		var names []string
		for _, k := range Kinds {
			names = append(names, k.Name)
		}
		return names
	}
	return strings.Split(enum, ",")
}

// A form is a pattern that a text must match, and how to say so.
type form struct {
	pattern *regexp.Regexp
	want    string
}

var sizeForm = regexp.MustCompile(`^([0-9]+(\.[0-9]+)?(x[0-9]+(\.[0-9]+)?)?mm|[1-9][0-9]*x[1-9][0-9]*)$`)

var forms = map[string]form{
	"size":   {sizeForm, "150x90mm, 150mm or 1600x1000 (pixels)"},
	"color":  {regexp.MustCompile(`^#[0-9a-fA-F]{6}$`), `a colour such as "#0f766e"`},
	"tint":   {regexp.MustCompile(`^(#[0-9a-fA-F]{6}|[^#].*)$`), `a colour such as "#0f766e", or a name from theme.yaml`},
	"var":    {regexp.MustCompile(`^[^${}\s]+$`), "a name without blanks, $, { and }"},
	"format": {regexp.MustCompile(`^((wan|yi|万|亿)( +|$))?(0(,0|,000)?(\.0{1,9})?)?$`), "0, 0.0, 0,0 (in groups of three) or 0,0.00, alone or after wan (万) or yi (亿)"},
	"number": {regexp.MustCompile(`^[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)$`), "a plain number such as 95 or 12.5"},
}

// A decoder fills our types from YAML and collects what is wrong with it.
type decoder struct {
	path     string
	problems diag.List
	anchors  map[string]ast.Node
	aliases  int  // followed so far
	partial  bool // a figure that extends another need not be whole
}

// decode fills the struct that v points to from a file. The word what names it
// in messages.
func decode(path string, src []byte, what string, v any) diag.List {
	root, problems := parseYAML(path, src, what)
	if problems.HasErrors() {
		return problems
	}
	d := &decoder{path: path, anchors: map[string]ast.Node{}}
	d.document(reflect.ValueOf(v).Elem(), root, what)
	d.problems.Sort()
	return d.problems
}

func (d *decoder) document(v reflect.Value, root ast.Node, what string) {
	if root == nil {
		d.missing(v.Type(), nil, diag.Pos{File: d.path, Line: 1}, what)
		return
	}
	entries, ok := d.entries(root, what, "each line as word: value")
	if !ok {
		return
	}
	for _, e := range entries {
		d.partial = d.partial || e.name == "extends"
	}
	d.words(v, entries, diag.Pos{File: d.path, Line: 1}, what)
}

// errorf adds a problem at a node.
func (d *decoder) errorf(n ast.Node, rule, format string, args ...any) *diag.Problem {
	pos, size := place(d.path, n)
	p := d.problems.Errorf(pos, rule, format, args...)
	p.Len = size
	return p
}

// An entry is one word of a mapping with its value.
type entry struct {
	name  string
	key   ast.Node
	value ast.Node
}

// entries lists a mapping in its order, without repeated words. The example says
// how to write one.
func (d *decoder) entries(n ast.Node, what, example string) ([]entry, bool) {
	n, ok := d.resolve(n)
	if !ok {
		return nil, false
	}
	m, ok := n.(ast.MapNode)
	if !ok {
		d.errorf(n, "type", "%s wants words with values, found %s", what, describe(n)).Hint = "write " + example
		return nil, false
	}
	var list []entry
	seen := map[string]ast.Node{}
	for it := m.MapRange(); it.Next(); {
		e, ok := d.entry(it.KeyValue())
		if !ok {
			continue
		}
		if first, again := seen[e.name]; again {
			p := d.errorf(e.key, "duplicate-key", "%s stands twice in %s", quote(e.name), what)
			p.Hint = "delete one of them"
			pos, _ := place(d.path, first)
			p.See = []diag.Note{{Pos: pos, Text: "the first"}}
			continue
		}
		seen[e.name] = e.key
		list = append(list, e)
	}
	return list, true
}

func (d *decoder) entry(kv *ast.MappingValueNode) (entry, bool) {
	if kv.Key.IsMergeKey() {
		p := d.errorf(kv.Key, "yaml", "<< does not work here")
		p.Hint = "write the words out, or patch another figure with extends"
		return entry{}, false
	}
	key := ast.Node(kv.Key)
	if k, ok := key.(*ast.MappingKeyNode); ok {
		key = k.Value
	}
	key, ok := d.resolve(key)
	if !ok {
		return entry{}, false
	}
	name, kind := scalar(key)
	if kind == notScalar || kind == isNull {
		p := d.errorf(key, "type", "a word stands before the colon, found %s", describe(key))
		p.Hint = "write word: value; put the word in quotes if it has other signs in it"
		return entry{}, false
	}
	return entry{name, key, kv.Value}, true
}

// mapping fills a struct from a node, or its one short field, and checks what
// its words do to one another as far as they are sound.
func (d *decoder) mapping(v reflect.Value, n ast.Node, what, example string) {
	pos, _ := place(d.path, n)
	if f := v.FieldByName("Pos"); f.IsValid() {
		f.Set(reflect.ValueOf(pos))
	}
	for _, f := range fieldsOf(v.Type()) {
		if f.short && isScalar(n) {
			f.name = what
			d.value(v.Field(f.index), n, f)
			return
		}
	}
	found := len(d.problems)
	entries, ok := d.entries(n, what, example)
	if !ok {
		return
	}
	d.words(v, entries, pos, what)
	sound := len(d.problems) == found
	switch v := v.Addr().Interface().(type) {
	case *Data:
		d.problems = append(d.problems, v.check(d.partial || !sound)...)
	case *Reference:
		if sound {
			d.problems = append(d.problems, v.check()...)
		}
	}
}

// words fills a struct from the entries of its mapping.
func (d *decoder) words(v reflect.Value, entries []entry, pos diag.Pos, what string) {
	fields := fieldsOf(v.Type())
	seen := map[string]bool{}
	for _, e := range entries {
		seen[e.name] = true
	}
	for _, e := range entries {
		if f, ok := find(fields, e.name); ok {
			d.value(v.Field(f.index), e.value, f)
		} else if f, ok := d.unknown(e, fields, what); ok && !seen[f.name] {
			// Going on with the word that was meant keeps it from being missed.
			seen[f.name] = true
			found := len(d.problems)
			d.value(v.Field(f.index), e.value, f)
			d.problems = d.problems[:found]
		}
	}
	d.missing(v.Type(), seen, pos, what)
}

func find(fields []field, name string) (field, bool) {
	for _, f := range fields {
		if f.name == name {
			return f, true
		}
	}
	return field{}, false
}

// unknown reports a word that the mapping does not have, and returns the one
// that was meant, if one is near.
func (d *decoder) unknown(e entry, fields []field, what string) (field, bool) {
	var names []string
	for _, f := range fields {
		names = append(names, f.name)
	}
	p := d.errorf(e.key, "unknown-key", "unknown word %s in %s", quote(e.name), what)
	word, _, colon := strings.Cut(e.name, "：")
	near := diag.Nearest(strings.Trim(word, wideBlanks), names)
	switch {
	case colon:
		p.Hint = "after the word stands a colon : and a blank, not ："
	case strings.ContainsAny(e.name, wideBlanks):
		p.Hint = "indent with plain blanks"
	case near != "":
		p.Hint = "did you mean " + quote(near) + "?"
	case len(names) > 16:
		p.Hint = "docs/specs.md lists its words"
	default:
		p.Hint = "its words are " + strings.Join(names, ", ")
	}
	return find(fields, near)
}

// missing reports the words that must be there.
func (d *decoder) missing(t reflect.Type, seen map[string]bool, pos diag.Pos, what string) {
	if d.partial && t == reflect.TypeFor[Figure]() {
		return
	}
	for _, f := range fieldsOf(t) {
		if f.required && !seen[f.name] {
			d.problems.Errorf(pos, "missing", "%s has no %s", what, f.name).Hint = "add a line such as " + f.name + ": " + f.example
		}
	}
}

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
	case *[]At[string]:
		*to = oneOrMore(d, n, f, func(a *At[string], n ast.Node) { d.text(a, n, f) })
	case *[]Record:
		*to = oneOrMore(d, n, f, d.record)
	case *[]Rename:
		d.renames(to, n, f)
	case *[]Color:
		d.pairs(n, f, func(name At[string], n ast.Node) { *to = append(*to, Color{name, d.named(name.V, n, "tint")}) })
	case *[]Var:
		d.pairs(n, f, func(name At[string], n ast.Node) {
			d.match(name, "var")
			*to = append(*to, Var{name, d.named(name.V, n, "")})
		})
	case *[]NamedInput:
		d.pairs(n, f, func(name At[string], n ast.Node) {
			in := NamedInput{Name: name}
			d.mapping(reflect.ValueOf(&in.Data).Elem(), n, "the input "+name.V, "{table: 表 7}")
			d.problems = append(d.problems, in.check()...)
			*to = append(*to, in)
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
	d.errorf(n, "type", "%s has no value", f.name).Hint = "give it one, in quotes if it begins with #, or delete the line"
}

// composite fills a struct, or a slice of structs from one or a list.
func (d *decoder) composite(v reflect.Value, n ast.Node, f field) {
	if v.Kind() == reflect.Struct {
		d.mapping(v, n, f.name, f.name+": "+f.example)
		return
	}
	for _, item := range d.items(n, f) {
		v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
		d.item(v.Index(v.Len()-1), item, f)
	}
}

func (d *decoder) item(v reflect.Value, n ast.Node, f field) {
	if n, ok := d.resolve(n); ok {
		d.mapping(v, n, "an entry of "+f.name, f.name+": "+f.example)
	}
}

// items are the elements of a list, or the one value that stands for a list of
// one.
func (d *decoder) items(n ast.Node, f field) []ast.Node {
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		return []ast.Node{n}
	}
	if len(seq.Values) == 0 {
		d.errorf(n, "type", "%s is an empty list", f.name).Hint = "fill it or delete the line"
	}
	if most, err := strconv.Atoi(f.max); err == nil && len(seq.Values) > most {
		d.errorf(seq.Values[most], "type", "%s takes %d at most, found %d", f.name, most, len(seq.Values)).Hint = "delete the rest"
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

// pairs calls add for each name and value of a mapping that the author names.
func (d *decoder) pairs(n ast.Node, f field, add func(At[string], ast.Node)) {
	entries, ok := d.entries(n, f.name, f.example)
	if ok && len(entries) == 0 {
		d.errorf(n, "type", "%s is empty", f.name).Hint = "fill it or delete the line"
	}
	for _, e := range entries {
		pos, size := place(d.path, e.key)
		add(At[string]{e.name, pos, size}, e.value)
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
		d.pairs(n, f, func(name At[string], n ast.Node) { *to = append(*to, Report{name, d.named(name.V, n, "")}) })
		return
	}
	for _, a := range oneOrMore(d, n, f, func(a *At[string], n ast.Node) { d.text(a, n, f) }) {
		*to = append(*to, Report{Path: a})
	}
}

func (d *decoder) record(r *Record, n ast.Node) {
	r.Pos, _ = place(d.path, n)
	d.pairs(n, field{name: "a row of values", example: "{年份: 2021, 人数: 12}"}, func(name At[string], n ast.Node) {
		n, ok := d.resolve(n)
		if !ok {
			return
		}
		text, kind := scalar(n)
		pos, size := place(d.path, n)
		field := Field{Name: name.V, Value: At[string]{text, pos, size}}
		switch kind {
		case isNull:
			field.Value.V = ""
		case isNumber:
			field.Kind = FieldNumber
		case isText:
			field.Kind = FieldText
		default:
			d.errorf(n, "type", "%s wants a number or a text, found %s", name.V, describe(n)).Hint = "put it in quotes if it is a text"
			return
		}
		r.Fields = append(r.Fields, field)
	})
}

func isScalar(n ast.Node) bool {
	_, kind := scalar(n)
	return kind != notScalar
}
