package build

import (
	"context"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/manifest"
	"charts/internal/spec"
)

// A fault in one figure is an error of its spec; the others are made.
func TestFaultOfOneFigure(t *testing.T) {
	p := &Project{}
	sources := []*Source{{ID: "a", Path: "a.yaml"}, {ID: "b", Path: "b.yaml"}}
	got := each(sources, 2, func(s *Source) string {
		s.whole = &spec.Figure{ID: s.ID}
		f := &figure{Source: s, held: held{packed: func() []byte { panic("no frame of " + s.ID) }}}
		_, problems := inForm(p, f, chart.Report)
		return problems[0].Pos.File + ": " + problems[0].Text.String()
	})
	want := "a.yaml: this cannot be drawn: it made charts itself fail: no frame of a; b.yaml: this cannot be drawn: it made charts itself fail: no frame of b"
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
