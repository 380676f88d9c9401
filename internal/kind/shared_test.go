package kind

import (
	"sync"
	"testing"
)

// The forms of one figure are laid out side by side from one spec and one frame:
// Resolve must not write to them, not even for a moment. The race detector sees
// it when it does.
func TestResolveSharesItsInput(t *testing.T) {
	_, _, shapes := districts()
	for _, g := range goldens {
		f, data := g.figure()
		for i := range f.Columns {
			f.Columns[i].Format = at("0.0")
		}
		var w sync.WaitGroup
		hashes := make([]string, 2)
		for i := range hashes {
			w.Go(func() {
				c, _ := Resolve(f, data, Options{Form: g.form, Shapes: shapes})
				hashes[i] = c.Hash()
			})
		}
		w.Wait()
		if hashes[0] != hashes[1] {
			t.Errorf("%s: two charts of one figure differ", g.name)
		}
	}
}
