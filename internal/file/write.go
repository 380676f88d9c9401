package file

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// Write puts content under path whole: it appears there with its last byte,
// or the old file stays. Folders are made as needed. It does not wait for the disk:
// what a power cut takes, the next run sees by its hash and draws again. A link stays
// one: what it leads to is written. What is no file is not replaced.
func Write(path string, content []byte) error {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return errNotRegular
	}
	return WriteInRoot(filepath.Dir(path), filepath.Base(path), content)
}

// WriteInRoot does the same of a path in a folder, and writes nothing outside it:
// neither .. nor a symbolic link leads out. A file keeps its mode and its owner; a new
// one has those that the system gives.
func WriteInRoot(dir, name string, content []byte) (err error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	name = filepath.FromSlash(name)
	if err := root.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	temp := filepath.Join(filepath.Dir(name), TempPrefix+rand.Text())
	f, err := root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			root.Remove(temp)
		}
	}()
	_, err = f.Write(content)
	if err = errors.Join(err, keep(root, name, f), f.Close()); err != nil {
		return err
	}
	return root.Rename(temp, name)
}

// keep gives a new file the mode and the owner of the one whose place it takes.
func keep(root *os.Root, name string, f *os.File) error {
	old, err := root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil || !old.Mode().IsRegular():
		return err
	}
	own(f, old)
	return f.Chmod(old.Mode().Perm())
}

// Sweep removes the temporary files of runs that were killed. The caller holds the
// lock of the folder, so that nobody is writing them.
func Sweep(dir string, folders ...string) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return // there is none
	}
	defer root.Close()
	for _, folder := range folders {
		left, _ := fs.Glob(root.FS(), path.Join(folder, TempPrefix+"*"))
		for _, name := range left {
			root.Remove(filepath.FromSlash(name))
		}
	}
}

// Is reports whether a file has this hash.
func Is(path, sha256 string) bool {
	return sha256 != "" && Hash(path) == sha256
}

// TempPrefix begins the name of a file that is being written. A run that is
// killed can leave one behind; it is never an output.
const TempPrefix = ".charts-"

// Sum is the SHA-256 of b in hex.
func Sum(b []byte) string {
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:])
}

// Hash is the same of a file, or "" if it cannot be read.
func Hash(path string) string {
	f, err := Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	h := sha256.New()
	if n, err := io.Copy(h, io.LimitReader(f, MaxOutput+1)); err != nil || n > MaxOutput {
		return ""
	}
	return hex.EncodeToString(h.Sum(nil))
}
