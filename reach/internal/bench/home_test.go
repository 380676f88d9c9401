package bench

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// What a killed process left is removed, what a living one works with stays.
func TestSettle(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	left := filepath.Join(os.TempDir(), "charts-reach-1", "2", "specs")
	if err := os.MkdirAll(left, 0o777); err != nil {
		t.Fatal(err)
	}
	living, err := settle()
	if err != nil {
		t.Fatal(err)
	}
	other, err := settle()
	if err != nil {
		t.Fatal(err)
	}
	defer living.unlock()
	defer other.unlock()
	for dir, want := range map[string]bool{filepath.Dir(filepath.Dir(left)): false, living.dir: true, other.dir: true} {
		if _, err := os.Stat(dir); (err == nil) != want {
			t.Errorf("%s stands: %v", dir, !want)
		}
	}
}

// Processes that start at the same moment do not take each other's folder for that of
// a dead one.
func TestSettleTogether(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	var all sync.WaitGroup
	for range 40 {
		all.Go(func() {
			if p, err := settle(); err != nil {
				t.Error(err)
			} else if _, err := lock(p.dir); err == nil {
				t.Errorf("%s has no lock", p.dir)
			}
		})
	}
	all.Wait()
}
