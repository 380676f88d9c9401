package build

import (
	"context"
	"testing"

	"charts/internal/chart"
)

// A frame that waited packed draws the same figure, to the hash.
func TestPackedFrameDrawsTheSame(t *testing.T) {
	t.Chdir("../..")
	p, _ := Load(Options{Specs: "specs"})
	pl, problems := p.plan(context.Background(), Options{Formats: []string{"png"}})
	if problems.HasErrors() || len(pl.figures) == 0 {
		t.Fatal(problems)
	}
	for _, f := range pl.figures {
		hash := func(f *figure) string {
			c, problems := p.inForm(f, chart.Report)
			if problems.HasErrors() {
				t.Fatal(problems)
			}
			return c.Hash() + c.DataHash() + string(p.data(f.ID, f.frame()).JSON())
		}
		want := hash(f)
		f.held = pack(f.loose)
		if len(f.packed) == 0 || hash(f) != want {
			t.Errorf("%s: another figure from the packed frame", f.ID)
		}
	}
}
