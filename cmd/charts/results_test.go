package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

// A full takes some bytes and then no more.
type full struct{ room int }

func (f *full) Write(p []byte) (int, error) {
	n := min(len(p), f.room)
	f.room -= n
	if n < len(p) {
		return n, errors.New("no space left on device")
	}
	return n, nil
}

// Results that are lost end every command with 2, in every form.
func TestLostResults(t *testing.T) {
	dir := sample(t)
	t.Chdir(dir)
	t.Setenv("XDG_CACHE_HOME", dir)
	var said bytes.Buffer
	if code := run([]string{"render", "--report", "a.txt", "--format", "svg", "--out", "old"}, nil, &bytes.Buffer{}, &said); code != 0 {
		t.Fatal(said.String())
	}
	var id string
	for path := range outputs(t, "old") {
		if name, ok := strings.CutPrefix(path, "figures/"); ok {
			id = strings.TrimSuffix(name, ".svg")
		}
	}
	for _, command := range []string{
		"tables --report a.txt", "tables --json --report a.txt", "find 人 --report a.txt", "schema", "version", "version --json", "deps --report a.txt",
		"data " + id + " --report a.txt", "data " + id + " --format csv --report a.txt", "data " + id + " --format json --report a.txt",
		"check --report b.txt --out old", "check --format json --report b.txt --out old", "check --format junit --report b.txt --out old",
		"lint --format json --report a.txt", "audit --format sarif --report a.txt", "render --report a.txt --format svg --out new --force", "render --help",
	} {
		for _, room := range []int{0, 10} {
			said.Reset()
			code := run(strings.Fields(command), nil, &full{room}, &said)
			if code != 2 || !strings.Contains(said.String(), "no space left on device") {
				t.Errorf("%s, %d bytes of room: exit %d, %s", command, room, code, &said)
			}
		}
	}
}
