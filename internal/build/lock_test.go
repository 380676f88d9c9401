package build

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func silence(string) {}

func TestLockHoldsOneRunAtATime(t *testing.T) {
	synctest.Test(t, testTurns)
}

func testTurns(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	var inside, most atomic.Int32
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			unlock, err := lock(t.Context(), out, silence)
			if err != nil {
				t.Error(err)
				return
			}
			if n := inside.Add(1); n > 1 {
				most.Store(n)
			}
			time.Sleep(3 * lockPoll) // of the bubble's clock: the others look meanwhile
			inside.Add(-1)
			unlock()
		})
	}
	wg.Wait()
	if most.Load() > 0 {
		t.Errorf("%d runs held the lock at a time", most.Load())
	}
	if left, _ := os.ReadDir(out); len(left) > 0 {
		t.Errorf("%v is left in the folder", left)
	}
}

func TestLockFileOfAKilledRunHoldsNobodyUp(t *testing.T) {
	synctest.Test(t, testLeftOver)
}

func testLeftOver(t *testing.T) {
	out := t.TempDir()
	if err := os.WriteFile(filepath.Join(out, lockName), []byte("99999\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), lockPoll)
	defer cancel()
	unlock, err := lock(ctx, out, silence)
	if err != nil {
		t.Fatal(err)
	}
	unlock()
}

func TestWaitingForALockIsSaidAndEnds(t *testing.T) {
	synctest.Test(t, testWaiting)
}

func testWaiting(t *testing.T) {
	out := t.TempDir()
	unlock, err := lock(t.Context(), out, silence)
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	ctx, cancel := context.WithTimeout(t.Context(), lockNotice+time.Second)
	defer cancel()
	var said string
	_, err = lock(ctx, out, func(s string) { said = s; cancel() })
	if err == nil || !strings.Contains(err.Error(), "another run") {
		t.Errorf("the second lock: %v", err)
	}
	if !strings.HasPrefix(said, "waiting for another run (process ") {
		t.Errorf("said %q", said)
	}
}

func TestSweepRemovesTemporaryFilesOnly(t *testing.T) {
	out := t.TempDir()
	keep := []string{"manifest.json", "figures/a.png", "figures/.charts"}
	for _, name := range append(keep, ".charts-1", "figures/.charts-22") {
		if err := writeFile(filepath.Join(out, name), nil); err != nil {
			t.Fatal(err)
		}
	}
	sweep(out)
	var left []string
	filepath.WalkDir(out, func(path string, d os.DirEntry, _ error) error {
		if !d.IsDir() {
			rel, _ := filepath.Rel(out, path)
			left = append(left, filepath.ToSlash(rel))
		}
		return nil
	})
	if got := strings.Join(left, " "); got != "figures/.charts figures/a.png manifest.json" {
		t.Errorf("left: %s", got)
	}
}
