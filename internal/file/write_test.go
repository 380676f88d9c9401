package file

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestWriteFileLeavesTheOldFileWhenItFails(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "figures", "a.png")
	if err := Write(path, []byte("old")); err != nil {
		t.Fatal(err)
	}
	if err := Write(filepath.Join(path, "b.png"), []byte("new")); err == nil {
		t.Error("wrote a file below a file")
	}
	if err := os.Mkdir(filepath.Join(dir, "figures", "c.png"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := Write(filepath.Join(dir, "figures", "c.png"), []byte("new")); err == nil {
		t.Error("replaced a folder by a file")
	}
	left, _ := filepath.Glob(filepath.Join(dir, "figures", TempPrefix+"*"))
	old, _ := os.ReadFile(path)
	if string(old) != "old" || len(left) > 0 {
		t.Errorf("after failures: %q, temporary files %v", old, left)
	}
}

// Others may read what was written.
func TestWrittenFilesAreReadable(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "b.png")
	if err := Write(path, []byte("x")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o644 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}
