package spec

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"charts/internal/diag"
	"charts/internal/message"
)

// figures parses files given as name and text in turns.
func figures(t *testing.T, files ...string) []*Figure {
	t.Helper()
	var list []*Figure
	for i := 0; i < len(files); i += 2 {
		f, problems := ParseFigure(files[i], []byte(files[i+1]))
		if problems.HasErrors() {
			t.Fatalf("%s: %v", files[i], problems)
		}
		list = append(list, f)
	}
	return list
}

// linked makes figures whole, as a project does.
func linked(figures []*Figure, vars []Var) (whole []*Figure, problems diag.List) {
	l := Linker{Vars: vars, Find: func(id string) *Figure {
		if i := slices.IndexFunc(figures, func(f *Figure) bool { return f.ID == id }); i >= 0 {
			return figures[i]
		}
		return nil
	}}
	for _, f := range figures {
		l.IDs = append(l.IDs, f.ID)
	}
	for _, f := range figures {
		g, more := l.Link(f)
		if problems = append(problems, more...); g != nil {
			whole = append(whole, g)
		}
	}
	problems.Sort()
	return whole, problems
}

func printed(l diag.List, text func(string) []byte) string {
	var b strings.Builder
	diag.Print(&b, message.English, l, diag.Files{Text: text})
	return b.String()
}

const baseSpec = `title: ${year} 届去向
chart: bar
data: {table: 表 6, where: 人数 > 0}
category: 毕业去向
value: [人数, 比例]
axis: {min: 0, title: 人}
stack: true
`

var yearVar = []Var{{Name: At[string]{V: "year"}, Value: At[string]{V: "2023"}}}

func TestExtend(t *testing.T) {
	tests := []struct {
		patch string
		want  string // the fields that differ from the base
	}{
		{"title: 新", "title=新"},
		{"axis: {max: 9}", "axis.max=9"},                                              // axis keeps min and title
		{"data: {report: 2022}", "data.report=2022"},                                  // the table and where stay
		{"data: {table: 表 7}", "data.table=表 7 data.where="},                          // another source starts anew
		{"value: 比例\nchart: donut", "chart=donut value=[比例] axis.min= stack="},        // a donut takes no axis and no stack
		{"chart: column", "chart=column"},                                             // takes all that a bar does
		{"chart: table\ncolumns: a", "chart=table category= value= axis.min= stack="}, // and a table none of it
		{"note: ${year}", "note=2023"},
	}
	for _, tt := range tests {
		got, problems := linked(figures(t, "base.yaml", baseSpec, "p.yaml", "extends: base\n"+tt.patch+"\n"), yearVar)
		if len(problems) > 0 || len(got) != 2 {
			t.Errorf("%s: %d figures, problems\n%s", tt.patch, len(got), printed(problems, nil))
			continue
		}
		if diff := differ(got[0], got[1]); diff != tt.want {
			t.Errorf("%s: differs from its base by\n%s\nwant\n%s", tt.patch, diff, tt.want)
		}
	}
}

// What cannot be linked has one problem in its own file, and is left out.
func TestLinkProblems(t *testing.T) {
	const whole = "title: t\nchart: bar\ndata: {table: 表 6}\ncategory: a\nvalue: [b, c]\n"
	tests := []struct {
		files []string // names and texts in turns
		left  string   // ids of the sound figures
		want  string
	}{
		{[]string{"a.yaml", whole, "b.yaml", "extends: a\nnote: n\n"}, "a b", ""},
		{[]string{"b.yaml", "extends: a\n", "a.yaml", whole}, "b a", ""}, // the order does not matter
		{[]string{"a.yaml", whole, "b.yaml", "extends: a\n", "c.yaml", "extends: b\nnote: n\n"}, "a b c", ""},
		{[]string{"a.yaml", "extends: a\n"}, "", "a.yaml:1:10: the figure extends itself: a → a\n  hint: let one of them hold its own chart and data\n"},
		{[]string{"a.yaml", "extends: b\n", "b.yaml", "extends: a\n"}, "",
			"a.yaml:1:10: the figure extends itself: a → b → a\n  hint: let one of them hold its own chart and data\nb.yaml:1:10: the figure extends itself: b → a → b\n  hint: let one of them hold its own chart and data\n"},
		{[]string{"a.yaml", "extends: b\n", "b.yaml", "extends: c\n", "c.yaml", "extends: b\n"}, "",
			"a.yaml:1:10: the figure \"b\" has errors\n  hint: mend it first\nb.yaml:1:10: the figure extends itself: b → c → b\n  hint: let one of them hold its own chart and data\nc.yaml:1:10: the figure extends itself: c → b → c\n  hint: let one of them hold its own chart and data\n"},
		{[]string{"base.yaml", whole, "b.yaml", "extends: bsae\n"}, "base", "b.yaml:1:10: no sound figure \"bsae\" to extend\n  hint: did you mean \"base\"?\n"},
		{[]string{"base.yaml", whole, "b.yaml", "extends: 去向\n"}, "base", "b.yaml:1:10: no sound figure \"去向\" to extend\n  hint: the figures are base, b\n"},
		{[]string{"a.yaml", whole + "note: ${yaer} 年\n", "b.yaml", "extends: a\n"}, "",
			"a.yaml:6:7: no variable \"yaer\"\n  hint: did you mean ${year}?\nb.yaml:1:10: the figure \"a\" has errors\n  hint: mend it first\n"},
		{[]string{"a.yaml", whole + "note: ${x y}\n"}, "", "a.yaml:6:7: no variable \"x y\"\n  hint: charts.yaml defines year\n"},
		{[]string{"a.yaml", whole + "note: ${year\n"}, "", "a.yaml:6:7: ${ without }\n  hint: write ${name}\n"},
		{[]string{"a.yaml", whole, "b.yaml", "extends: a\nchart: donut\n"}, "a", // the base's list is one too long for it
			"b.yaml:1:10: a donut takes one column for value, found 2\n  hint: delete the rest\n  see a.yaml:5:12: it comes from here\n"},
		{[]string{"a.yaml", whole, "b.yaml", "extends: a\nchart: heatmap\nx: u\nvalue: b\n"}, "a",
			"b.yaml:2:8: a heatmap needs y\n  hint: it takes x, y, value, facet (optional)\n"},
		{[]string{"a.yaml", whole, "b.yaml", "extends: a\ndata: {sheet: s}\n"}, "a",
			"b.yaml:2:15: sheet does not go with table\n  hint: beside table stand columns, where, across, history, by, report\n"},
	}
	for _, tt := range tests {
		got, problems := linked(figures(t, tt.files...), yearVar)
		var left []string
		for _, f := range got {
			left = append(left, f.ID)
		}
		if got := printed(problems, nil); got != tt.want || strings.Join(left, " ") != tt.left {
			t.Errorf("%q: left %v, problems\n%s\nwant %s and\n%s", tt.files, left, got, tt.left, tt.want)
		}
	}
}

// Linking leaves the figures that it is given as they are.
func TestLinkIsPure(t *testing.T) {
	list := figures(t, "base.yaml", baseSpec, "p.yaml", "extends: base\nvalue: [\"${year}\"]\n")
	before := *list[0]
	title, value := before.Title.V, list[1].Value[0].V
	got, _ := linked(list, yearVar)
	if list[0].Title.V != title || list[1].Value[0].V != value || got[0].Title.V == title || got[1].Value[0].V != "2023" {
		t.Errorf("Link wrote to the figures it was given, or did not expand: %q, %q", list[0].Title.V, list[1].Value[0].V)
	}
}

func TestExpandDashboard(t *testing.T) {
	b, problems := ParseDashboard("d.yaml", []byte("title: ${year} 年\nsections: [{title: \"${year}\", figures: [a]}]\ncards: [{title: c, data: {text: \"${year} {a}\"}}]\n"))
	problems = append(problems, Expand(b, yearVar)...)
	if got := b.Title.V + b.Sections[0].Title.V + b.Cards[0].Data.Text.V; len(problems) > 0 || got != "2023 年20232023 {a}" {
		t.Errorf("expanded to %q with %v", got, problems)
	}
}

func TestIDs(t *testing.T) {
	var l diag.List
	l.Errorf(diag.Pos{File: "specs/figures/b.yaml", Line: 1}, "r", "t")
	l.Errorf(diag.Pos{File: "specs/figures/a.yaml", Line: 1}, "r", "t")
	l.Errorf(diag.Pos{File: "specs/figures/a.yaml", Line: 2}, "r", "t")
	l.Warnf(diag.Pos{File: "specs/figures/c.yaml", Line: 1}, "r", "t")
	if got := strings.Join(IDs(l), " "); got != "a b" {
		t.Errorf("IDs = %s, want a b", got)
	}
}

// differ lists the values of b that a has not, in the order of the manual.
func differ(a, b *Figure) string {
	var diffs []string
	values := func(f *Figure) map[string]string {
		return map[string]string{
			"title": f.Title.V, "note": f.Note.V, "chart": f.Chart.V, "data.table": f.Data.Table.V,
			"data.where": f.Data.Where.V, "data.report": f.Data.Report.V, "category": f.Category.V,
			"value": list(f.Value), "axis.min": number(f.Axis.Min), "axis.max": number(f.Axis.Max), "stack": f.Stack.V,
		}
	}
	was, is := values(a), values(b)
	for _, name := range []string{"title", "note", "chart", "data.table", "data.where", "data.report", "category", "value", "axis.min", "axis.max", "stack"} {
		if was[name] != is[name] {
			diffs = append(diffs, name+"="+is[name])
		}
	}
	return strings.Join(diffs, " ")
}

func list(as []At[string]) string {
	var texts []string
	for _, a := range as {
		texts = append(texts, a.V)
	}
	if len(texts) == 0 {
		return ""
	}
	return "[" + strings.Join(texts, " ") + "]"
}

func number(a At[float64]) string {
	if !a.Set() {
		return ""
	}
	return strconv.FormatFloat(a.V, 'g', -1, 64)
}

// A chain of figures has an end, so that a project costs in proportion to its figures.
func TestLongChain(t *testing.T) {
	files := []string{"f0.yaml", "title: t\nchart: bar\ndata: {table: 表 1}\ncategory: a\nvalue: b\n"}
	for i := range maxChain + 1 {
		files = append(files, "f"+strconv.Itoa(i+1)+".yaml", "extends: f"+strconv.Itoa(i)+"\n")
	}
	whole, problems := linked(figures(t, files...), nil)
	if len(whole) != maxChain+1 || len(problems) != 1 || problems[0].Pos.File != files[len(files)-2] {
		t.Errorf("%d figures are whole: %v", len(whole), problems)
	}
}
