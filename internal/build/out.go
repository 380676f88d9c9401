package build

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"charts/internal/diag"
	"charts/internal/file"
	"charts/internal/message"
)

// cannotWrite is the problem of a path that could not be written.
func cannotWrite(path string, err error) (problems diag.List) {
	problem := problems.Errorf(diag.Pos{File: path}, "cannot-write", "cannot write it: %s", message.ErrorText(err))
	problem.Hintf("what stood there before still stands; run again when it can be written")
	if errors.Is(err, fs.ErrNotExist) {
		problem.Text = message.Of("cannot write it: its folder vanished")
	}
	return problems
}

// sweep removes the temporary files of runs that were killed. The caller holds the
// lock, so that nobody is writing them.
func sweep(out string) {
	for _, dir := range []string{out, filepath.Join(out, figuresFolder)} {
		entries, _ := os.ReadDir(dir) // a folder that is not there has none
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), file.TempPrefix) {
				os.Remove(filepath.Join(dir, e.Name()))
			}
		}
	}
}

// figuresFolder is where figures stand in the output folder, and their specs in
// that of the specs.
const figuresFolder = "figures"
