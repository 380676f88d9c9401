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

// home is the folder of this process.
var home = sync.OnceValues(settle)

// settle makes a folder of this process, and removes those of dead ones. The system lets go of its lock when the process
// ends, however it ends; so what killed ones left is found and removed.
func settle() (string, error) {
	left, _ := filepath.Glob(filepath.Join(os.TempDir(), homes))
	for _, dir := range left {
		if unlock, err := lock(dir); err == nil {
			os.RemoveAll(dir)
			unlock()
		}
	}
	dir, err := os.MkdirTemp("", homes)
	if err == nil {
		_, err = lock(dir)
	}
	return dir, err
}

// lock takes the lock of a folder, if nobody has it.
func lock(dir string) (unlock func(), err error) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel() // it does not wait
	return file.Lock(ctx, dir, func(message.Text) {})
}

// Leave removes the folder of this process, which makes no more benches.
func Leave() {
	if dir, err := home(); err == nil {
		os.RemoveAll(dir)
	}
}
