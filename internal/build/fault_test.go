package build

import (
	"context"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/manifest"
	"charts/internal/series"
	"charts/internal/spec"
)

// A fault in one figure is an error of its spec; the others are made.
func TestFaultOfOneFigure(t *testing.T) {
	p := &Project{}
	figures := []*spec.Figure{{Path: "a.yaml"}, {Path: "b.yaml"}}
	got := each(figures, 2, func(of *spec.Figure) string {
		of.Chart.V, of.Category.V, of.Value = "column", "k", []spec.At[string]{{V: "v"}}
		f := &figure{Figure: of, frame: series.Frame{Columns: []series.Column{{Name: "k"}, {Name: "v"}}, Rows: []series.Row{{}}}} // without cells
		_, problems := inForm(p, f, chart.Report)
		return problems[0].Pos.File + ": " + problems[0].Text.String()
	})
	want := "a.yaml: this cannot be drawn: it made charts itself fail: runtime error: index out of range [1] with length 0; b.yaml: this cannot be drawn: it made charts itself fail: runtime error: index out of range [1] with length 0"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("%s, want %s", s, want)
	}
	_, problems := query(p, context.Background(), nil, &spec.Figure{Path: "c.yaml"}) // no store to ask
	if len(problems) != 1 || problems[0].Pos.File != "c.yaml" || problems[0].Rule != "internal-error" {
		t.Error(problems)
	}
}

// A fault in drawing is an error of one output.
func TestFaultOfOneOutput(t *testing.T) {
	pr := product{Output: manifest.Output{Path: "figures/a.png"}, file: "a.yaml", make: func() ([]byte, error) { panic("no brush") }}
	f := finish(pr, manifest.Manifest{}, Options{Out: t.TempDir()})
	if len(f.problems) != 1 || !strings.Contains(f.problems[0].Text.String(), "figures/a.png: it made charts itself fail: no brush") || f.output.SHA256 != "" {
		t.Errorf("%+v", f)
	}
}
