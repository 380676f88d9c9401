package file

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
)

// Write puts content under path whole: it appears there with its last byte,
// or the old file stays. Folders are made as needed. It does not wait for the disk:
// what a power cut takes, the next run sees by its hash and draws again.
func Write(path string, content []byte) (err error) {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, TempPrefix+"*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	_, err = f.Write(content)
	if err = errors.Join(err, f.Chmod(0o644), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// Is reports whether a file has this hash.
func Is(path, sha256 string) bool {
	src, err := Read(path, MaxOutput)
	return err == nil && Sum(src) == sha256
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
	content, err := Read(path, MaxOutput)
	if err != nil {
		return ""
	}
	return Sum(content)
}
