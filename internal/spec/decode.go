package spec

import (
	"reflect"
	"slices"
	"strings"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/regexp"

	"github.com/goccy/go-yaml/ast"
)

// A decoder fills our types from YAML and collects what is wrong with it.
type decoder struct {
	path     string
	lines    []string // of the file, each with all that follows it
	problems diag.List
	anchors  map[string]ast.Node
	aliases  int  // followed so far
	partial  bool // a figure that extends another need not be whole
}

// decode fills the struct that v points to from a file. The word what names it
// in messages.
func decode(path string, src []byte, what message.Text, v any) diag.List {
	root, problems := parseYAML(path, src, what)
	if problems.HasErrors() {
		return problems
	}
	d := &decoder{path: path, lines: lines(plainText(src)), anchors: map[string]ast.Node{}}
	d.document(reflect.ValueOf(v).Elem(), root, what)
	d.problems.Sort()
	return d.problems
}

func (d *decoder) document(v reflect.Value, root ast.Node, what message.Text) {
	if root == nil {
		if !slices.ContainsFunc(fieldsOf(v.Type()), func(f field) bool { return f.required }) {
			return
		}
		p := d.problems.Errorf(diag.Pos{File: d.path, Line: 1}, "missing", "the file says nothing")
		p.Hintf("`charts new` drafts one from a table; docs/specs.md has examples")
		return
	}
	if v.Type() == reflect.TypeFor[Figure]() && d.foreign(root) {
		return
	}
	if _, list := root.(*ast.SequenceNode); list {
		d.errorf(root, "type", "%s wants words with values, found %s", what, describe(root)).Hintf("a file holds one: delete the -, and give each of the others a file")
		return
	}
	entries, ok := d.entries(root, what, message.Of("each line as word: value"))
	if !ok {
		return
	}
	if v.Type() == reflect.TypeFor[Figure]() && len(entries) == 1 && entries[0].name == "figure" && holdsWords(entries[0].value) {
		d.errorf(entries[0].key, "misplaced", "the words of a figure stand at the margin").Hintf("delete the line figure: and the blanks in front of the others")
		return
	}
	if d.misplaced(entries, v.Type()) || d.outdented(entries) {
		return
	}
	for _, e := range entries {
		d.partial = d.partial || e.name == "extends"
	}
	d.words(v, entries, diag.Pos{File: d.path, Line: 1}, what)
}

// outdented refuses words that stand at the margin for YAML, because the blanks in front
// of them are none to it: what they belong to would seem empty.
func (d *decoder) outdented(entries []entry) bool {
	found := len(d.problems)
	for _, e := range entries {
		if strings.TrimLeft(e.name, wideBlanks) != e.name {
			d.errorf(e.key, "yaml", "%s in the indentation", message.Format("a full-width or non-breaking blank")).Hintf("indent with plain blanks")
		}
	}
	return len(d.problems) > found
}

// lines are the ends of a text that begin with each of its lines.
func lines(text string) []string {
	all := []string{text}
	for {
		_, after, found := strings.Cut(all[len(all)-1], "\n")
		if !found {
			return all
		}
		all = append(all, after)
	}
}

// from is the file from a place on.
func (d *decoder) from(pos diag.Pos) string {
	if pos.Line > len(d.lines) {
		return ""
	}
	text, col := d.lines[pos.Line-1], 1
	for i := range text {
		if col == pos.Col {
			return text[i:]
		}
		col++
	}
	return ""
}

// errorf adds a problem at a node.
func (d *decoder) errorf(n ast.Node, rule string, format message.Format, args ...any) *diag.Problem {
	return d.problems.Errorf(place(d.path, n), rule, format, args...)
}

// An entry is one word of a mapping with its value.
type entry struct {
	name  string
	key   ast.Node
	value ast.Node
}

// isList reports whether a word of a figure takes a list.
func isList(word string) bool {
	f, _ := find(fieldsOf(reflect.TypeFor[Figure]()), word)
	return f.list
}

// wordFor is the word of data that a text alone is meant for.
func wordFor(text string) string {
	switch {
	case strings.HasPrefix(strings.ToUpper(text), "SELECT "):
		return "sql"
	case dataFile.MatchString(text):
		return "file"
	}
	return "table"
}

var dataFile = regexp.MustCompile(`(?i)\.(?:csv|tsv|xlsx|ods|jsonl?|parquet)$`)

// entries lists a mapping in its order, without repeated words. The example says
// how to write one.
func (d *decoder) entries(n ast.Node, what, example message.Text) ([]entry, bool) {
	n, ok := d.resolve(n)
	if !ok {
		return nil, false
	}
	m, ok := n.(ast.MapNode)
	if !ok {
		p := d.errorf(n, "type", "%s wants words with values, found %s", what, describe(n))
		p.Hintf("write %s", example)
		if text, kind := scalar(n); kind == isText && what.String() == "data" {
			p.Hintf("write data: {%s: %s}", wordFor(text), text)
			if strings.HasPrefix(text, "{") {
				p.Hintf("write it without the quotes: data: %s", text)
			}
		}
		return nil, false
	}
	var list []entry
	seen := map[string]entry{}
	for it := m.MapRange(); it.Next(); {
		e, ok := d.entry(it.KeyValue())
		if !ok {
			continue
		}
		if strings.HasPrefix(e.name, "//") {
			d.errorf(e.key, "yaml", "a comment begins with #, not with //").Hintf("write #, or delete the line")
			return nil, false
		}
		if first, again := seen[e.name]; again {
			p := d.errorf(e.key, "duplicate-key", "%s stands twice in %s", quote(e.name), what)
			p.Hintf("delete one of them")
			a, _ := scalar(first.value)
			if b, kind := scalar(e.value); kind == isText && isList(e.name) {
				p.Hintf("for both write %s: [%s, %s], else delete one of them", e.name, a, b)
			}
			p.See = []diag.Note{{Pos: place(d.path, first.key), Text: message.Of("the first")}}
			continue
		}
		if last := len(list) - 1; last >= 0 && d.grouped(list[last], e) {
			continue
		}
		seen[e.name] = e
		list = append(list, e)
	}
	return list, true
}

// grouped reports a number whose comma ended it: of max: 3,000 in braces YAML makes the
// words max and 000.
func (d *decoder) grouped(before, e entry) bool {
	thousands, kind := scalar(before.value)
	if kind != isNumber || e.value.Type() != ast.NullType || !threeDigits.MatchString(e.name) {
		return false
	}
	d.errorf(before.value, "type", "a comma ends the number %s", thousands).Hintf("write %s: %s", before.name, thousands+e.name)
	return true
}

var threeDigits = regexp.MustCompile(`^[0-9]{3}(\.[0-9]+)?$`)

func (d *decoder) entry(kv *ast.MappingValueNode) (entry, bool) {
	if kv.Key.IsMergeKey() {
		d.errorf(kv.Key, "yaml", "<< does not work here").Hintf("write the words out, or patch another figure with extends")
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
		d.errorf(key, "type", "a word stands before the colon, found %s", describe(key)).Hintf("write word: value; put the word in quotes if it has other signs in it")
		return entry{}, false
	}
	return entry{name, key, kv.Value}, true
}

// mapping fills a struct from a node, or its one short field, and checks what
// its words do to one another as far as they are sound.
func (d *decoder) mapping(v reflect.Value, n ast.Node, what, example message.Text) {
	pos := place(d.path, n)
	pos.Len = 0 // a mapping is of many words
	if f := v.FieldByName("Pos"); f.IsValid() {
		f.Set(reflect.ValueOf(pos))
	}
	for _, f := range fieldsOf(v.Type()) {
		if f.short && isScalar(n) {
			f.name = what.String()
			if i := strings.LastIndex(f.name, " "); i >= 0 { // an entry of a list
				f.name, f.example = f.name[i+1:], sample{}
			}
			d.value(v.Field(f.index), n, f)
			return
		}
	}
	found := len(d.problems)
	entries, ok := d.entries(n, what, example)
	if !ok {
		return
	}
	if strange(fieldsOf(v.Type()), entries) {
		d.errorf(entries[0].key, "unknown-key", "%s has none of its words, found %s", what, quote(entries[0].name)).Hintf("write %s", example)
		return
	}
	d.words(v, entries, pos, what)
	sound := len(d.problems) == found
	switch v := v.Addr().Interface().(type) {
	case *Data:
		more := v.check(d.partial || !sound)
		d.problems = append(append(d.problems, more...), v.oddNames()...)
		v.broken = !sound || slices.ContainsFunc(more, func(p diag.Problem) bool { return p.Rule != noSource })
	case *Reference:
		if sound {
			d.problems = append(d.problems, v.check()...)
		}
	}
}

// words fills a struct from the entries of its mapping.
func (d *decoder) words(v reflect.Value, entries []entry, pos diag.Pos, what message.Text) {
	fields := fieldsOf(v.Type())
	seen := map[string]bool{}
	for _, e := range entries {
		seen[e.name] = true
	}
	for _, e := range entries {
		if f, ok := find(fields, e.name); ok && !(f.name == "values" && isScalar(e.value)) { // which means value
			d.value(v.Field(f.index), e.value, f)
		} else if f, ok := d.unknown(e, fields, what); ok && !seen[f.name] && (f.required || slices.Contains(roleNames, f.name)) {
			// Going on with the word that was meant keeps it from being missed.
			seen[f.name] = true
			found := len(d.problems)
			d.value(v.Field(f.index), e.value, f)
			d.problems = d.problems[:found]
		}
	}
	d.missing(v.Type(), seen, pos, what)
}

// strange reports whether none of some words is one of the fields, nor near one.
func strange(fields []field, entries []entry) bool {
	var names []string
	for _, f := range fields {
		names = append(names, f.name)
	}
	return len(entries) > 0 && !slices.ContainsFunc(entries, func(e entry) bool {
		return meant(e, names) != "" || strings.ContainsAny(e.name, wideBlanks+"： ")
	})
}

func find(fields []field, name string) (field, bool) {
	for _, f := range fields {
		if f.name == name {
			return f, true
		}
	}
	return field{}, false
}

// missing reports the words that must be there.
func (d *decoder) missing(t reflect.Type, seen map[string]bool, pos diag.Pos, what message.Text) {
	if d.partial && t == reflect.TypeFor[Figure]() {
		return
	}
	for _, f := range fieldsOf(t) {
		if f.required && !seen[f.name] {
			d.problems.Errorf(pos, "missing", "%s has no %s", what, f.name).Hintf("add a line such as %s: %s", f.name, f.example)
		}
	}
}
