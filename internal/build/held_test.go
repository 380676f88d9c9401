package build

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"charts/internal/chart"
)

// A spool gives back what it took, from all sides at once; without a file, too.
func TestSpool(t *testing.T) {
	for _, dir := range []string{t.TempDir(), filepath.Join(t.TempDir(), "not-there")} {
		t.Setenv("TMPDIR", dir)
		var s spool
		texts := make([]string, 1000)
		for i := range texts {
			texts[i] = strings.Repeat(strconv.Itoa(i), i%7)
		}
		gets := each(texts, 4, func(text string) func() []byte { return s.put([]byte(text)) })
		for i, get := range gets {
			if got := string(get()); got != texts[i] {
				t.Errorf("%s: text %d is %q, want %q", dir, i, got, texts[i])
			}
		}
		if left, _ := os.ReadDir(dir); len(left) > 0 {
			t.Errorf("%s: %v is left", dir, left)
		}
	}
}

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
			c, problems := inForm(p, f, chart.Report)
			if problems.HasErrors() {
				t.Fatal(problems)
			}
			return c.Hash() + c.DataHash() + string(p.data(f.ID, f.frame()).JSON())
		}
		want := hash(f)
		f.held = pack(f.loose, &p.spool)
		if len(f.packed()) == 0 || hash(f) != want {
			t.Errorf("%s: another figure from the packed frame", f.ID)
		}
	}
}
