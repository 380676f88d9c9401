package build

import (
	"strings"
	"testing"

	"charts/internal/diag"
	"charts/internal/report"
	"charts/internal/series"
	"charts/internal/spec"
)

// The lead of a page comes first, then its own figures, then its sections; tabs are
// behind their places.
func TestSectionsOf(t *testing.T) {
	place := func(id string) spec.Place { return spec.Place{ID: spec.At[string]{V: id, Pos: diag.Pos{Line: 1}}} }
	tabbed := place("c")
	tabbed.Tabs = []spec.Tab{{ID: spec.At[string]{V: "d"}}}
	d := &spec.Dashboard{Lead: place("a"), Figures: []spec.Place{place("b")}, Sections: []spec.Section{{Figures: []spec.Place{tabbed, place("e")}}}}
	if got := strings.Join(placesOf(d), " "); got != "a b c d e" {
		t.Errorf("the figures are %s", got)
	}
	if s := sectionsOf(d); len(s) != 3 || !s[0].Leads || s[1].Leads || !s[2].Figures[1].Behind || len(d.Sections[0].Figures) != 2 {
		t.Errorf("the sections are %+v", s)
	}
}

// Pages that show a figure share its layout, and give it titles and names apart.
func TestPagesShareTheLayoutOfAFigure(t *testing.T) {
	parsed, problems := spec.ParseFigure("f.yaml", []byte("title: t\nchart: bar\ncategory: k\nvalue: v\ndata: {values: [{k: a, v: 1}, {k: b, v: 2}], source: s}\n"))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	rows := make([]series.Row, 2)
	for i, name := range []string{"a", "b"} {
		rows[i].Cells = []series.Value{{Kind: series.Text, Text: name}, {Kind: series.Number, Num: float64(i + 1), Text: string(rune('1' + i))}}
		rows[i].Sources = []series.Source{{Report: "reports/r.txt", Line: i + 1}}
	}
	p := &Project{Documents: []*report.Document{{Path: "reports/r.txt", Title: "Report"}}}
	f := &figure{Figure: parsed, frame: series.Frame{Columns: []series.Column{{Name: "k"}, {Name: "v"}}, Rows: rows}}
	one, _ := onPage(p, f, spec.Place{}, "en")
	other, _ := onPage(p, f, spec.Place{}, "en")
	if one.Chart == nil || &one.Chart.Panels[0] != &other.Chart.Panels[0] || len(f.screens) != 3 {
		t.Fatalf("the figure was laid out %d times for light, dark and a phone, and then anew", len(f.screens))
	}
	one.Chart.Title = "another"
	nameReports(one, map[string]string{"reports/r.txt": "Report"})
	if other.Chart.Title != "t" || other.Chart.Sources[0].Report != "reports/r.txt" {
		t.Errorf("a page changed the figure of another: %q, %q", other.Chart.Title, other.Chart.Sources[0].Report)
	}
}
