package spec

import (
	"strconv"
	"strings"
	"testing"

	"charts/internal/diag"
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

func printed(l diag.List, text func(string) []byte) string {
	var b strings.Builder
	diag.Print(&b, l, text)
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
		{"axis: {max: 9}", "axis.max=9"},                                    // axis keeps min and title
		{"data: {report: 2022}", "data.report=2022"},                        // the table and where stay
		{"data: {table: 表 7}", "data.table=表 7 data.where="},                // another source starts anew
		{"value: 比例\nchart: donut", "chart=donut value=[比例] stack="},        // a donut takes no stack
		{"chart: column", "chart=column"},                                   // takes all that a bar does
		{"chart: table\ncolumns: a", "chart=table category= value= stack="}, // and a table none of it
		{"note: ${year}", "note=2023"},
	}
	for _, tt := range tests {
		got, problems := Link(figures(t, "base.yaml", baseSpec, "p.yaml", "extends: base\n"+tt.patch+"\n"), yearVar)
		if len(problems) > 0 || len(got) != 2 {
			t.Errorf("%s: %d figures, problems\n%s", tt.patch, len(got), printed(problems, nil))
			continue
		}
		if diff := differ(got[0], got[1]); diff != tt.want {
			t.Errorf("%s: differs from its base by\n%s\nwant\n%s", tt.patch, diff, tt.want)
		}
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
