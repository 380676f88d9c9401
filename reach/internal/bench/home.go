package bench

import (
	"context"
	"os"
	"path/filepath"
	"sync"

	"charts/internal/file"
	"charts/internal/message"
)

// homes is what the folders of processes are called, in which their benches stand.
const homes = "charts-reach-*"

// A place is a folder that is one's own until one lets go of it.
type place struct {
	dir    string
	unlock func() // kept, for a lock that nobody knows is let go of
}

// home is the place of this process.
var home = sync.OnceValues(settle)

// settle makes a folder of this process, and removes those of dead ones. The system lets go of its lock when the process
// ends, however it ends; so what killed ones left is found and removed.
func settle() (p place, err error) {
	left, _ := filepath.Glob(filepath.Join(os.TempDir(), homes))
	for _, dir := range left {
		if unlock, err := lock(dir); err == nil {
			os.RemoveAll(dir)
			unlock()
		}
	}
	for range tries {
		if p.dir, err = os.MkdirTemp("", homes); err != nil {
			return p, err
		}
		if p.unlock, err = lock(p.dir); err == nil {
			break
		}
	}
	return p, err
}

// tries are so many, for a process that starts at the same moment may take a folder
// without a lock for that of a dead one.
const tries = 8

// lock takes the lock of a folder, if nobody has it.
func lock(dir string) (unlock func(), err error) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel() // it does not wait
	return file.Lock(ctx, dir, func(message.Text) {})
}

// Leave removes the folder of this process, which makes no more benches.
func Leave() {
	if p, err := home(); err == nil {
		os.RemoveAll(p.dir)
		p.unlock()
	}
}
