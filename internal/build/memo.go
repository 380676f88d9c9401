package build

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"charts/internal/file"
	"charts/internal/manifest"

	"golang.org/x/sync/errgroup"
)

// A memo remembers a run that ended without a word: the hash of every file that
// it read, of every output that it left, and of the list of the specs. Where all
// of them are the same, the same program has nothing to do, and need not parse a
// thing to know it. Memos stand in the user's cache folder, one for each way to
// call the program, for they are no part of the result; without such a folder
// every run does the whole work.
//
// A memo compares contents, never times: it cannot take a stale output for fresh.

// Fresh reports whether a run with these options has nothing to do and nothing to
// say, and how many outputs it would find unchanged. False may also mean that
// nobody knows yet.
func Fresh(o Options) (outputs int, ok bool) {
	path, ok := memoPath(o)
	if !ok || o.Force {
		return 0, false
	}
	src, err := file.Read(path, file.MaxOutput)
	if err != nil {
		return 0, false
	}
	head, body, _ := strings.Cut(string(src), "\n")
	var count int
	var files, specs string
	if _, err := fmt.Sscanf(head, "%d %s %s", &count, &files, &specs); err != nil {
		return 0, false
	}
	if files != file.Sum([]byte(body)) || specs != treeOf(o.Specs).hash() || len(manifest.ShardFiles(o.Out)) > 0 {
		return 0, false
	}
	return count, allAre(strings.Split(strings.TrimSuffix(body, "\n"), "\n"))
}

// allAre reports whether every file of a memo has its hash. It stops at the first
// that has not.
func allAre(lines []string) bool {
	var g errgroup.Group
	g.SetLimit(jobs(Options{}))
	var differs atomic.Bool
	for _, l := range lines {
		g.Go(func() error {
			want, path, _ := strings.Cut(l, " ")
			if !differs.Load() && file.Hash(path) != want {
				differs.Store(true)
			}
			return nil
		})
	}
	g.Wait()
	return !differs.Load()
}

// remember writes the memo of a run that left every output as it should be. What
// keeps it from it is no problem: the next run does the whole work.
func remember(p *Project, outputs []manifest.Output, o Options) {
	path, ok := memoPath(o)
	if !ok || !p.silent {
		return
	}
	manifest := outPath(o.Out, manifest.FileName(o.Shard))
	lines := []string{file.Hash(manifest) + " " + manifest}
	for _, out := range outputs {
		lines = append(lines, out.SHA256+" "+outPath(o.Out, out.Path))
	}
	for opened, in := range p.inputs {
		lines = append(lines, in.SHA256+" "+opened)
	}
	slices.Sort(lines)
	body := strings.Join(lines, "\n") + "\n"
	head := fmt.Sprintf("%d %s %s\n", len(outputs), file.Sum([]byte(body)), p.list)
	if file.Write(path, []byte(head+body)) == nil {
		forget(filepath.Dir(path))
	}
}

// memoAge is how long a memo is kept that nobody asks for.
const memoAge = 30 * 24 * time.Hour

// forget removes old memos.
func forget(dir string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > memoAge {
			os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}

// memoPath is where the memo of a way to call the program stands: for this very
// program, this working folder and these options.
func memoPath(o Options) (string, bool) {
	cache, err1 := os.UserCacheDir()
	dir, err2 := os.Getwd()
	program, err3 := identity()
	if err1 != nil || err2 != nil || err3 != nil {
		return "", false
	}
	key := manifest.Line(struct {
		Program, Dir, Specs, Out string
		Reports                  []ReportArg
		Formats, IDs             []string
		Shard                    manifest.Shard
	}{program, dir, o.Specs, o.Out, o.Reports, o.Formats, o.IDs, o.Shard})
	return filepath.Join(cache, "charts", "runs", file.Sum([]byte(key))), true
}

// identity tells one build of the program from another: by its size, its time,
// and its first pages, where the linker puts a hash of the whole.
var identity = sync.OnceValues(func() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return "", err
	}
	head := make([]byte, 64<<10)
	n, err := io.ReadFull(f, head)
	if err != nil && err != io.ErrUnexpectedEOF {
		return "", err
	}
	built, _ := debug.ReadBuildInfo() // nil prints as nothing
	return fmt.Sprintf("%s %d %d %s %v", manifest.Renderer, info.Size(), info.ModTime().UnixNano(), file.Sum(head[:n]), built), nil
})
