package build

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"charts/internal/diag"
	"charts/internal/message"
)

// writeFile puts content under path whole: it appears there with its last byte,
// or the old file stays. Folders are made as needed. It does not wait for the disk:
// what a power cut takes, the next run sees by its hash and draws again.
func writeFile(path string, content []byte) error {
	return writeWhole(path, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}

// writeWhole does the same with what a function writes.
func writeWhole(path string, write func(io.Writer) error) (err error) {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, tempPrefix+"*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	err = errors.Join(write(f), f.Chmod(0o644), f.Close())
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// cannotWrite is the problem of a path that could not be written.
func cannotWrite(path string, err error) (problems diag.List) {
	problem := problems.Errorf(diag.Pos{File: path}, "cannot-write", "cannot write it: %s", reason(err))
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
			if strings.HasPrefix(e.Name(), tempPrefix) {
				os.Remove(filepath.Join(dir, e.Name()))
			}
		}
	}
}

// fileIs reports whether a file has this hash.
func fileIs(path, sha256 string) bool {
	src, err := readFile(path, maxOutput)
	return err == nil && sum(src) == sha256
}

// tempPrefix begins the name of a file that is being written. A run that is
// killed can leave one behind; it is never an output.
const tempPrefix = ".charts-"

// figuresFolder is where figures stand in the output folder, and their specs in
// that of the specs.
const figuresFolder = "figures"

// sum is the SHA-256 of b in hex.
func sum(b []byte) string {
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:])
}
