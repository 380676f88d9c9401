package spec

import (
	"cmp"
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
		d.missing(v.Type(), nil, diag.Pos{File: d.path, Line: 1}, what)
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
	if d.misplaced(entries, v.Type()) {
		return
	}
	for _, e := range entries {
		d.partial = d.partial || e.name == "extends"
	}
	d.words(v, entries, diag.Pos{File: d.path, Line: 1}, what)
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
		return synonyms[strings.ToLower(e.name)] != "" || diag.Nearest(e.name, names) != "" || strings.ContainsAny(e.name, wideBlanks+"： ")
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

// unknown reports a word that the mapping does not have, and returns the one
// that was meant, if one is near.
func (d *decoder) unknown(e entry, fields []field, what message.Text) (field, bool) {
	var names []string
	for _, f := range fields {
		names = append(names, f.name)
	}
	p := d.errorf(e.key, "unknown-key", "unknown word %s in %s", quote(e.name), what)
	word, _, colon := strings.Cut(e.name, "：")
	ours := cmp.Or(synonyms[strings.ToLower(e.name)], e.name)
	near := ours
	if ours == e.name || !slices.Contains(names, ours) {
		near = diag.Nearest(strings.Trim(word, wideBlanks), names)
	}
	switch {
	case colon:
		p.Hintf("after the word stands a colon : and a blank, not ：")
	case e.value.Type() == ast.NullType && strings.Contains(e.name, " "):
		p.Hintf("a text with a comma needs quotes in braces: {sql: \"SELECT a, b FROM t\"}, or a line of its own")
	case strings.ContainsAny(e.name, wideBlanks):
		p.Hintf("indent with plain blanks")
	case near != "":
		p.Hintf("did you mean %q?", near)
	case !homeOf(ours, names).Empty():
		p.Hint = homeOf(ours, names)
	case len(names) > 16:
		p.Hintf("docs/specs.md lists its words")
	default:
		p.Hintf("its words are %s", message.List(names))
	}
	return find(fields, near)
}

// synonyms are what other programs and people call our words.
var synonyms = map[string]string{
	"csv": "file", "xlsx": "file", "path": "file", "url": "file", "dsn": "database", "measure": "value", "metric": "value", "dimension": "category",
	"type": "chart", "kind": "chart", "name": "title", "caption": "title", "heading": "title", "order": "sort", "limit": "top", "y": "value", "group": "series",
	"values": "value", "xaxis": "category", "yaxis": "value", "color": "colors", "colour": "colors", "width": "size", "height": "size", "dimensions": "size", "dpi": "size", "resolution": "size", "scale": "size", "filter": "where", "condition": "where", "from": "table", "description": "alt",
	"xlabel": "axis", "ylabel": "axis", "xlim": "axis", "ylim": "axis", "fontsize": "theme", "font": "theme", "fontfamily": "theme", "background": "theme", "charts": "figures", "graphs": "figures",
	"标题": "title", "副标题": "subtitle", "类型": "chart", "图表": "chart", "图表类型": "chart", "数据": "data", "表": "table", "类别": "category", "分类": "category",
	"数值": "value", "值": "value", "系列": "series", "排序": "sort", "单位": "unit", "颜色": "colors", "注": "note", "备注": "note", "来源": "source", "图例": "legend", "标签": "labels",
}

// Word is a hint to where the specs say what a name means: those of all figures, or the
// spec of one; nothing for a name that they do not have.
func Word(name string) message.Text {
	name = cmp.Or(synonyms[strings.ToLower(name)], name)
	if f, ok := find(fieldsOf(reflect.TypeFor[Project]()), name); ok {
		return message.Of("the specs say it: %s in charts.yaml, for all figures", f.example.text(name))
	}
	if f, ok := find(fieldsOf(reflect.TypeFor[Figure]()), name); ok {
		return message.Of("the spec of the figure says it: %s", f.example.text(name))
	}
	return message.Text{}
}

// homeOf is a hint to the mapping that a word belongs into.
func homeOf(word string, names []string) message.Text {
	for _, home := range []struct {
		name string
		t    reflect.Type
	}{{"data", reflect.TypeFor[Data]()}, {"axis", reflect.TypeFor[Axis]()}} {
		if _, ok := find(fieldsOf(home.t), word); ok && slices.Contains(names, home.name) {
			return message.Of("%s stands under %s: %s: {%s: …}", word, home.name, home.name, word)
		}
	}
	return message.Text{}
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
