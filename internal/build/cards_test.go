package build

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// A run for one figure parses no other that it has a card of, and draws the same.
func TestCardsStandForSpecs(t *testing.T) {
	o := project(t)
	o.IDs, o.Formats = []string{"destinations"}, []string{"svg"}
	parsed := func() (ids []string) {
		p, _ := Load(o)
		for _, s := range p.Figures {
			if s.whole != nil {
				ids = append(ids, s.ID)
			}
		}
		return ids
	}
	first := parsed()
	_, said := draw(t, o)
	want := files(t, o.Out)
	os.RemoveAll(o.Out)
	if ids := parsed(); len(first) < 10 || len(ids) > 5 || !slices.Contains(ids, "destinations") {
		t.Errorf("first %d figures are parsed, then %v", len(first), ids)
	}
	if _, again := draw(t, o); again != said || !maps.Equal(files(t, o.Out), want) {
		t.Errorf("another run: %s, not %s", again, said)
	}
	path := filepath.Join("specs", "figures", "finance.yaml")
	if err := os.WriteFile(path, []byte("title: [\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if p, problems := Load(o); !slices.Contains(p.Broken, "finance") || !problems.HasErrors() {
		t.Errorf("a broken spec is not told: %v", problems)
	}
}
