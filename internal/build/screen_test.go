package build

import (
	"testing"

	"charts/internal/report"
	"charts/internal/series"
	"charts/internal/spec"
)

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
