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
	if err := WriteInRoot(dir, "figures/c.png", []byte("new")); err == nil { // begins to write
		t.Error("replaced a folder of a root by a file")
	}
	left, _ := filepath.Glob(filepath.Join(dir, "figures", TempPrefix+"*"))
	old, _ := os.ReadFile(path)
	if string(old) != "old" || len(left) > 0 {
		t.Errorf("after failures: %q, temporary files %v", old, left)
	}
}

// A new file has the mode that the system gives; one that is replaced keeps its own, and
// a link stays one.
func TestWriteKeepsModesAndLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip()
	}
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	modeOf := func(name string) os.FileMode {
		info, err := os.Lstat(at(name))
		if err != nil {
			t.Fatal(err)
		}
		return info.Mode()
	}
	if err := os.WriteFile(at("given"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at("private"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("private", at("link")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"new", "private", "link", "folder/new"} {
		if err := Write(at(name), []byte(name)); err != nil {
			t.Error(err)
		}
	}
	if modeOf("new") != modeOf("given") || modeOf("folder/new") != modeOf("given") {
		t.Errorf("a new file has %v, the system gives %v", modeOf("new"), modeOf("given"))
	}
	if modeOf("private") != 0o600 || modeOf("link")&os.ModeSymlink == 0 {
		t.Errorf("a file of 0600 has %v; a link is %v", modeOf("private"), modeOf("link"))
	}
	if got, _ := os.ReadFile(at("private")); string(got) != "link" {
		t.Errorf("what the link leads to holds %q", got)
	}
}

// Nothing is written outside a root, nor in place of what is no file.
func TestWriteInRootStaysInside(t *testing.T) {
	dir := t.TempDir()
	out, outside := filepath.Join(dir, "out"), filepath.Join(dir, "outside")
	for _, d := range []string{out, outside} {
		if err := os.Mkdir(d, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("../outside", filepath.Join(out, "figures")); err != nil {
		t.Skip(err)
	}
	secret := filepath.Join(outside, "secret")
	if err := os.WriteFile(secret, []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("../outside/secret", filepath.Join(out, "link")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"figures/a.png", "../outside/a.png", "figures/secret"} {
		if err := WriteInRoot(out, name, []byte("new")); err == nil {
			t.Errorf("%s is written", name)
		}
	}
	if err := WriteInRoot(out, "link", []byte("new")); err != nil {
		t.Error(err)
	}
	Sweep(out, ".", "figures")
	left, _ := os.ReadDir(outside)
	if old, _ := os.ReadFile(secret); string(old) != "old" || len(left) != 1 {
		t.Errorf("outside stands %q among %v", old, left)
	}
}

// A file is what it was while it has the hash of its content; one that is not there has
// none.
func TestHash(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := Write(path, []byte("升学 2469")); err != nil {
		t.Fatal(err)
	}
	if sum := Sum([]byte("升学 2469")); Hash(path) != sum || !Is(path, sum) || Is(path, Sum(nil)) {
		t.Errorf("the hash is %s, want %s", Hash(path), sum)
	}
	if gone := path + "x"; Hash(gone) != "" || Is(gone, "") {
		t.Error("a file that is not there has a hash")
	}
}
