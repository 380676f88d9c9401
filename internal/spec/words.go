package spec

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"charts/internal/diag"
	"charts/internal/message"

	"github.com/goccy/go-yaml/ast"
)

// unknown reports a word that the mapping does not have, and returns the one
// that was meant, if one is near.
func (d *decoder) unknown(e entry, fields []field, what message.Text) (field, bool) {
	var names []string
	for _, f := range fields {
		names = append(names, f.name)
	}
	p := d.errorf(e.key, "unknown-key", "unknown word %s in %s", quote(e.name), what)
	near := meant(e, names)
	ours := cmp.Or(synonyms[strings.ToLower(e.name)], e.name)
	switch {
	case strings.Contains(e.name, "："):
		p.Hintf("after the word stands a colon : and a blank, not ：")
	case e.value.Type() == ast.NullType && strings.Contains(e.name, " "):
		p.Hintf("a text with a comma needs quotes in braces: {sql: \"SELECT a, b FROM t\"}, or a line of its own")
	case strings.ContainsAny(e.name, wideBlanks):
		p.Hintf("indent with plain blanks")
	case !counsel(e.name, names).Empty():
		p.Hint = counsel(e.name, names)
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

// meant is which of some words an author meant by another, or "".
func meant(e entry, names []string) string {
	word, _, _ := strings.Cut(e.name, "：")
	word = strings.ToLower(strings.Trim(word, wideBlanks))
	ours := synonyms[word]
	if ours == "" && word != "" && word[0] >= utf8.RuneSelf { // 主标题, 数据来源
		ours = synonyms[diag.Nearest(word, slices.Sorted(maps.Keys(synonyms)))]
	}
	if (ours == "value" || ours == "category") && holdsWords(e.value) && slices.Contains(names, "axis") {
		return "axis" // yAxis: {min: 0}
	}
	if slices.Contains(names, ours) {
		return ours
	}
	return diag.Nearest(word, names)
}

// counsels are for words of other programs that none of ours stands for, each in the
// mapping that has a certain word.
var counsels = []struct {
	words, has string
	hint       message.Format
}{
	{"sep delimiter separator encoding charset header skiprows index_col", "file", "delete it: the file itself shows how it is parted and encoded, and where its header is"},
	{"output out outdir output_dir outputdir dest build", "reports", "the command line says it: charts render --out FOLDER"},
	{"palette scheme cmap colormap", "light", "the colours of series stand under light: light: {series: [\"#0f766e\", \"#b45309\"]}"},
	{"palette scheme cmap colormap", "colors", "write colors: {NAME: \"#0f766e\"}, or in theme.yaml light: {series: […]} for all figures"},
	{"layout grid rows cols", "sections", "each figure says how wide it stands: figures: [{id: …, width: half}]"},
}

// counsel is a hint for a word that none of the names stands for.
func counsel(word string, names []string) message.Text {
	for _, c := range counsels {
		if slices.Contains(names, c.has) && slices.Contains(strings.Fields(c.words), strings.ToLower(word)) {
			return message.Of(c.hint)
		}
	}
	return message.Text{}
}

// synonyms are what other programs and people call our words.
var synonyms = map[string]string{
	"csv": "file", "xlsx": "file", "path": "file", "url": "file", "dsn": "database", "measure": "value", "metric": "value", "dimension": "category",
	"type": "chart", "kind": "chart", "name": "title", "caption": "title", "heading": "title", "order": "sort", "limit": "top", "y": "value", "group": "series",
	"values": "value", "xaxis": "category", "yaxis": "value", "color": "colors", "colour": "colors", "width": "size", "height": "size", "dimensions": "size", "dpi": "size", "resolution": "size", "scale": "size", "filter": "where", "condition": "where", "from": "table", "description": "alt",
	"xlabel": "axis", "ylabel": "axis", "xlim": "axis", "ylim": "axis", "fontsize": "theme", "font": "theme", "fontfamily": "theme", "background": "theme", "charts": "figures", "graphs": "figures",
	"标题": "title", "主标题": "title", "大标题": "title", "图题": "title", "图名": "title", "名称": "title", "副标题": "subtitle", "类型": "chart", "图表": "chart", "图表类型": "chart", "数据": "data", "表": "table", "类别": "category", "分类": "category",
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
