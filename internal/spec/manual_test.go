package spec

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/prose"
)

// docs/specs.md, and the same in Chinese, are what the types say now.
func TestManual(t *testing.T) {
	prose.Hold(t, "specs.md", Manual(), "manual.zh-CN.po", *update)
}

var yamlBlock = regexp.MustCompile("(?s)```yaml\n(.*?)```")

// Every example of the manual is a sound spec, and every kind has one.
func TestManualExamples(t *testing.T) {
	shown := map[string]bool{}
	for _, m := range yamlBlock.FindAllStringSubmatch(Manual(), -1) {
		what, src := example(m[1])
		if problems := parse(what, "a.yaml", []byte(src)); len(problems) > 0 {
			t.Errorf("%s", printed(problems, func(string) []byte { return []byte(src) }))
		}
		if f, _ := ParseFigure("a.yaml", []byte(src)); what == "figure" {
			shown[f.Chart.V] = true
		}
	}
	for _, k := range Kinds {
		if !shown[k.Name] {
			t.Errorf("the manual has no example of a %s", k.Name)
		}
	}
}

// example says what an example is, by its first line, and makes a fragment
// whole.
func example(block string) (what, src string) {
	first, _, _ := strings.Cut(block, "\n")
	switch {
	case strings.HasPrefix(block, "data:"), strings.HasPrefix(first, "# yaml-language-server"):
		return "figure", "title: t\nchart: kpi\nvalue: a\n" + strings.Replace(block, first, "data: {table: 表 6}", strings.Count(first, "# yaml"))
	case strings.Contains(first, "dashboards/"):
		return "dashboard", block
	case strings.Contains(first, "charts.yaml"):
		return "project", block
	case strings.Contains(first, "theme.yaml"):
		return "theme", block
	case strings.Contains(first, "audit.yaml"):
		return "audit", block
	case strings.Contains(first, "specs/tables.yaml"):
		return "tables", block
	}
	return "figure", block
}

// The example of every word is read without problems, and every word has a
// meaning and an example.
func TestWordExamples(t *testing.T) {
	for name, typ := range tables {
		for _, f := range fieldsOf(typ) {
			if f.doc == "" || f.example.chinese == "" {
				t.Errorf("%s of %s has no doc or no example", f.name, name)
				continue
			}
			for _, l := range []message.Language{message.English, message.Chinese} {
				src := []byte(f.name + ": " + f.example.In(l) + "\n")
				if problems := readWord(typ, f, src); len(problems) > 0 {
					t.Errorf("%s of %s:\n%s", f.name, name, printed(problems, func(string) []byte { return src }))
				}
			}
			if strings.ContainsFunc(f.example.english, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
				t.Errorf("%s of %s has no English example", f.name, name)
			}
		}
	}
}

// readWord decodes one word alone.
func readWord(typ reflect.Type, f field, src []byte) diag.List {
	root, problems := parseYAML("a.yaml", src, message.Of("the figure"))
	if len(problems) > 0 {
		return problems
	}
	d := &decoder{path: "a.yaml", partial: true}
	entries, _ := d.entries(root, message.Of("the figure"), message.Text{})
	d.value(reflect.New(typ).Elem().Field(f.index), entries[0].value, f)
	return d.problems
}
