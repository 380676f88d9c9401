package file

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// A file of just so many bytes is read; one of a byte more is refused with the limit.
func TestReadUpToALimit(t *testing.T) {
	const most = 1 << 20
	dir := t.TempDir()
	for _, tt := range []struct {
		size int
		want string
	}{{0, ""}, {most - 1, ""}, {most, ""}, {most + 1, "it is larger than 1 MB"}} {
		path := filepath.Join(dir, "f")
		if err := os.WriteFile(path, bytes.Repeat([]byte("x"), tt.size), 0o644); err != nil {
			t.Fatal(err)
		}
		for name, read := range map[string]func() ([]byte, error){
			"Read":       func() ([]byte, error) { return Read(path, most) },
			"ReadInRoot": func() ([]byte, error) { return ReadInRoot(dir, "f", most) },
			"ReadFrom":   func() ([]byte, error) { return ReadFrom(bytes.NewReader(make([]byte, tt.size)), most) },
		} {
			src, err := read()
			said := ""
			if err != nil {
				said = err.Error()
			}
			if said != tt.want || err == nil && len(src) != tt.size {
				t.Errorf("%s of %d bytes: %d, %q; want %q", name, tt.size, len(src), said, tt.want)
			}
		}
	}
	if _, err := ReadInRoot(dir, "../"+filepath.Base(dir)+"/f", most); err == nil {
		t.Error("a path leads out of the folder")
	}
	if _, err := Read(dir, most); err == nil {
		t.Error("a folder reads as a file")
	}
}
