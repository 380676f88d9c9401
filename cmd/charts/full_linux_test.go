package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A disk that fills up costs no old output, and the last line says so. The disk is
// a file system in memory, which only root may mount.
func TestFullDiskKeepsOldOutputs(t *testing.T) {
	dir := sample(t)
	out := filepath.Join(dir, "out")
	if err := os.Mkdir(out, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", out, "tmpfs", 0, "size=1500k"); err != nil {
		t.Skip("cannot mount a small disk: ", err)
	}
	defer syscall.Unmount(out, syscall.MNT_DETACH)
	if b, err := command(t, dir, "render", "--report", "a.txt", "--format", "svg,csv").CombinedOutput(); err != nil {
		t.Fatalf("%s\n%s", err, b)
	}
	old := outputs(t, out)
	b, err := command(t, dir, "render", "--report", "b.txt").CombinedOutput()
	if err == nil {
		t.Fatalf("everything fits:\n%s", b)
	}
	if !strings.Contains(string(b), "no space left on device") || !strings.HasSuffix(string(b), "not all could be drawn, see above\n") {
		t.Errorf("a full disk says\n%s", b)
	}
	for path := range old {
		if outputs(t, out)[path] == "" {
			t.Errorf("%s is lost", path)
		}
	}

	if err := syscall.Mount("", out, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skip("cannot make the disk read-only: ", err)
	}
	b, err = command(t, dir, "render", "--report", "a.txt").CombinedOutput()
	if err == nil || !strings.Contains(string(b), "cannot write it: read-only file system") {
		t.Errorf("a read-only disk: %v\n%s", err, b)
	}
}
