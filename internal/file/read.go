// Package file reads files that may be anything, and writes them whole, one run at
// a time.
package file

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"charts/internal/message"
)

// How large a file may be that is read: a spec, a report or a side file, and
// anything that a run wrote or puts pictures into.
const (
	MaxSpec   = 8 << 20
	MaxInput  = 128 << 20
	MaxOutput = 1 << 30
)

var errNotRegular = message.Errorf("it is no file but a folder, a pipe or a device")

// A tooLarge is a file of more bytes than may be read.
type tooLarge int64

func (most tooLarge) Error() string { return fmt.Sprintf("it is larger than %d MB", most>>20) }

// Read reads a regular file of so many bytes at most.
func Read(path string, most int64) ([]byte, error) {
	f, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAll(f, most)
}

// Open opens a regular file to read it.
func Open(path string) (*os.File, error) {
	return regular(func() (fs.FileInfo, error) { return os.Stat(path) },
		func(flag int) (*os.File, error) { return os.OpenFile(path, flag, 0) })
}

// ReadInRoot reads a regular file of a folder. The root keeps the path inside:
// neither .. nor a symbolic link leads out of it.
func ReadInRoot(dir, path string, most int64) ([]byte, error) {
	f, err := inRoot(dir, path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAll(f, most)
}

func inRoot(dir, path string) (*os.File, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	path = filepath.FromSlash(path)
	return regular(func() (fs.FileInfo, error) { return root.Stat(path) },
		func(flag int) (*os.File, error) { return root.OpenFile(path, flag, 0) })
}

// Inside reports what keeps a regular file of a folder from being read.
func Inside(dir, path string) error {
	f, err := inRoot(dir, path)
	if err != nil {
		return err
	}
	return f.Close()
}

// ReadFrom reads so many bytes at most.
func ReadFrom(r io.Reader, most int64) ([]byte, error) {
	content, err := io.ReadAll(io.LimitReader(r, most+1))
	if int64(len(content)) > most {
		return nil, tooLarge(most)
	}
	return content, err
}

// regular opens what is a regular file both before and after. To open a pipe waits
// for its other end, and to open a device may do anything; should one come between
// the two, the open does not wait.
func regular(stat func() (fs.FileInfo, error), open func(flag int) (*os.File, error)) (*os.File, error) {
	if info, err := stat(); err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, errNotRegular
	}
	f, err := open(os.O_RDONLY | syscall.O_NONBLOCK)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		f.Close()
		return nil, errors.Join(err, errNotRegular)
	}
	return f, nil
}

// readAll reads a file; one that is too large is not read at all, unless it grows.
func readAll(f *os.File, most int64) ([]byte, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	size := info.Size()
	if size > most {
		return nil, tooLarge(most)
	}
	content := make([]byte, size+1)
	n, err := io.ReadFull(f, content)
	switch {
	case err == nil:
		return nil, message.Errorf("it grows while it is read")
	case err != io.ErrUnexpectedEOF && err != io.EOF:
		return nil, err
	}
	return content[:n], nil
}
