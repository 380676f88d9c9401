package file

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

	"charts/internal/message"
)

func silence(message.Text) {}

func TestLockHoldsOneRunAtATime(t *testing.T) {
	synctest.Test(t, testTurns)
}

func testTurns(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	var inside, most atomic.Int32
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			unlock, err := Lock(t.Context(), out, silence)
			if err != nil {
				t.Error(err)
				return
			}
			if n := inside.Add(1); n > 1 {
				most.Store(n)
			}
			synctest.Wait() // until the others have looked
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
	unlock, err := Lock(ctx, out, silence)
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
	unlock, err := Lock(t.Context(), out, silence)
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	ctx, cancel := context.WithTimeout(t.Context(), lockNotice+time.Second)
	defer cancel()
	var said string
	_, err = Lock(ctx, out, func(s message.Text) { said = s.String(); cancel() })
	if err == nil || !strings.Contains(err.Error(), "another run") {
		t.Errorf("the second lock: %v", err)
	}
	if !strings.HasPrefix(said, "waiting for another run (process ") {
		t.Errorf("said %q", said)
	}
}

func TestOpenIn(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"~$report.docx", "~$nual.docx", ".~lock.list.docx#"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]string{"report.docx": "Word", "annual.docx": "Word", "list.docx": "LibreOffice", "other.docx": "", "a": ""} {
		if got := OpenIn(filepath.Join(dir, name)); got != want {
			t.Errorf("%s is open in %q, want %q", name, got, want)
		}
	}
}
