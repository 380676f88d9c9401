package build

import (
	"errors"
	"io/fs"

	"charts/internal/diag"
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

// figuresFolder is where figures are in the output folder, and their specs in
// that of the specs.
const figuresFolder = "figures"
