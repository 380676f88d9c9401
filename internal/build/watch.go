package build

import (
	"context"
	"os"
	"time"

	"charts/internal/file"
)

// watchPoll is how often a watch looks at the files. It asks the file system for
// sizes and times, which is cheap everywhere, and needs no service of the
// operating system.
const watchPoll = 100 * time.Millisecond

// settled is how old a file's time must be before it can be trusted: two saves
// within one tick of the clock have one time.
const settled = 2 * time.Second

// A look is what the file system says of a file.
type look struct {
	size int64
	time time.Time
}

// AwaitChange returns when a file that the project was read from is not what it
// was then, or when a spec came or went. It ends early, with false, when the
// context does.
func (p *Project) AwaitChange(ctx context.Context, o Options) bool {
	looks := map[string]look{}
	ticker := time.NewTicker(watchPoll)
	defer ticker.Stop()
	for !p.changed(o, looks) {
		select {
		case <-ctx.Done():
			return false
		case <-ticker.C:
		}
	}
	return true
}

// changed compares contents with those that were read; where the file system says
// that nothing happened since the last time, it takes its word.
func (p *Project) changed(o Options, looks map[string]look) bool {
	if treeOf(o.Specs).hash() != p.list {
		return true
	}
	for path, was := range opened(p) {
		if p.peers != nil && path == o.peersPath() {
			continue // it follows from the reports
		}
		info, err := os.Stat(path)
		if err == nil {
			now := look{info.Size(), info.ModTime()}
			if looks[path] == now && time.Since(now.time) > settled {
				continue
			}
			looks[path] = now
		}
		if file.Hash(path) != was {
			return true
		}
	}
	return false
}
