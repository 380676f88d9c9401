package file

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"charts/internal/message"
)

// lockName is the file that a run holds while it writes to an output folder. The
// operating system lets go of it when the run ends, however it ends: a lock is
// never stale, and a file that a killed run left behind holds nobody up.
const lockName = ".charts.lock"

const (
	lockPoll   = 20 * time.Millisecond
	lockNotice = time.Second // of waiting, after which the user is told
)

// Lock waits until no other run writes to the folder, and returns what lets go of
// it. It says so through say when it waits long.
func Lock(ctx context.Context, out string, say func(message.Text)) (unlock func(), err error) {
	if err := os.MkdirAll(out, 0o777); err != nil {
		return nil, err
	}
	path := filepath.Join(out, lockName)
	told := false
	for start := time.Now(); ; {
		f, err := openLock(path)
		if err != nil {
			return nil, err
		}
		if held, err := hold(f); err != nil {
			f.Close()
			return nil, err
		} else if held && stillAt(f, path) {
			fmt.Fprintf(f, "%-20d\n", os.Getpid())
			return func() { letGo(f) }, nil
		}
		owner := ownerOf(f)
		f.Close()
		if !told && time.Since(start) > lockNotice {
			told = true
			say(message.Of("waiting for another run (process %s) that writes to %s", owner, out))
		}
		select {
		case <-ctx.Done():
			return nil, message.Errorf("interrupted while another run (process %s) was writing to it", owner)
		case <-time.After(lockPoll):
		}
	}
}

// openLock opens the lock file, or makes it. What is there in its place is not
// written to: a link in the folder may lead to any file.
func openLock(path string) (*os.File, error) {
	info, err := os.Lstat(path)
	if err == nil && !info.Mode().IsRegular() {
		return nil, errNoLock
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|noFollow, 0o666)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		f.Close()
		return nil, cmp.Or(err, errNoLock)
	}
	return f, nil
}

var errNoLock = message.Errorf("its " + lockName + " is a link, a folder or a device; remove it")

// stillAt reports whether f is the file at path: a run that ends removes its lock
// file, and whoever waited for that one has to take the next.
func stillAt(f *os.File, path string) bool {
	held, err1 := f.Stat()
	there, err2 := os.Lstat(path)
	return err1 == nil && err2 == nil && os.SameFile(held, there)
}

func ownerOf(f *os.File) string {
	b := make([]byte, 20)
	n, _ := f.ReadAt(b, 0)
	if pid := strings.TrimSpace(string(b[:n])); pid != "" {
		return pid
	}
	return "unknown"
}

// OpenIn is the program that has a document open, which would write over it: each puts a
// file beside it.
func OpenIn(path string) string {
	dir, name := filepath.Split(path)
	for _, mark := range []struct{ name, program string }{
		{"~$" + name, "Word"}, {"~$" + name[min(len(name), 2):], "Word"}, {".~lock." + name + "#", "LibreOffice"},
	} {
		if _, err := os.Lstat(filepath.Join(dir, mark.name)); err == nil {
			return mark.program
		}
	}
	return ""
}
