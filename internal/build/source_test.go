package build

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"charts/internal/chart"
)

// A figure that is not kept is read again and is the same, to the hash.
func TestSourceReadAgainIsTheSame(t *testing.T) {
	t.Chdir("../..")
	for _, specs := range []string{"specs", "examples/colleges/specs"} {
		p, _ := Load(Options{Specs: specs})
		pl, problems := p.plan(context.Background(), Options{Formats: []string{"png"}})
		if problems.HasErrors() || len(pl.figures) == 0 {
			t.Fatal(problems)
		}
		for _, f := range pl.figures {
			want := hashOf(t, p, f)
			f.whole, f.own = nil, nil
			if hashOf(t, p, f) != want {
				t.Errorf("%s: another figure when it is read again", f.ID)
			}
		}
	}
}

func hashOf(t *testing.T, p *Project, f *figure) string {
	t.Helper()
	c, problems := inForm(p, f, chart.Report)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return c.Hash()
}

// A spec that changes during the run is a problem of its file, and its output
// stays as it was.
func TestSourceChangesDuringTheRun(t *testing.T) {
	const spec = "title: t\nchart: bar\ndata: {values: [{k: a, v: 1}, {k: b, v: 2}], source: s}\ncategory: k\nvalue: v\n"
	dir := t.TempDir()
	path := filepath.Join(dir, "specs", "figures", "f.yaml")
	write := func(path, text string) {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(path, spec)
	write(filepath.Join(dir, "r.txt"), "报告\n")
	o := Options{Specs: filepath.Join(dir, "specs"), Out: filepath.Join(dir, "out"), Reports: []ReportArg{{"", filepath.Join(dir, "r.txt")}}, Formats: []string{"svg"}}
	tests := []struct{ text, rule string }{
		{spec, ""},
		{spec + "note: n\n", "changed"},
		{"title: [\n", "changed"},
	}
	for _, tt := range tests {
		write(path, spec)
		p, problems := Load(o)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		p.Figures[0].whole = nil // as those after the first thousand
		write(path, tt.text)
		_, problems = Render(context.Background(), p, o, func(done, of int) {})
		rule := ""
		for _, problem := range problems {
			rule += problem.Rule
		}
		if rule != tt.rule || rule != "" && problems[0].Pos.File != path {
			t.Errorf("%q: problems %v, want %q", tt.text, problems, tt.rule)
		}
		if _, err := os.Stat(filepath.Join(o.Out, "figures", "f.svg")); err != nil {
			t.Errorf("%q: %v", tt.text, err)
		}
	}
}
