package store

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// open is a store in a folder with some files.
func open(t *testing.T, files map[string]string) (*Store, string) {
	t.Helper()
	dir := t.TempDir()
	s, err := Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	for name, content := range files {
		if err := s.Write(t.Context(), name, []byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	return s, dir
}

func names(t *testing.T, s *Store) []string {
	t.Helper()
	all, err := s.List(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestWriteKeepsWhatIsThere(t *testing.T) {
	s, dir := open(t, map[string]string{"a/b": "one"})
	before, err := os.Stat(filepath.Join(dir, "a", "b"))
	if err != nil {
		t.Fatal(err)
	}
	for content, same := range map[string]bool{"one": true, "two": false} {
		if err := s.Write(t.Context(), "a/b", []byte(content)); err != nil {
			t.Fatal(err)
		}
		after, err := os.Stat(filepath.Join(dir, "a", "b"))
		if err != nil || os.SameFile(before, after) != same {
			t.Errorf("after %q is written the file is the same: %v, %v", content, !same, err)
		}
		s.Write(t.Context(), "a/b", []byte("one"))
		before, _ = os.Stat(filepath.Join(dir, "a", "b"))
	}
}

func TestKeep(t *testing.T) {
	s, _ := open(t, map[string]string{"a/1": "", "a/2": "", "b/1": ""})
	if err := s.Keep(t.Context(), "a/", []string{"a/2"}); err != nil {
		t.Fatal(err)
	}
	if got := names(t, s); !slices.Equal(got, []string{"a/2", "b/1"}) {
		t.Errorf("there are %v", got)
	}
}

func TestSweep(t *testing.T) {
	s, _ := open(t, map[string]string{"a/1.txt": "", "a/1.txt.18c5e2b7a1f0d3e4.tmp": "", "a/notes.tmp": ""})
	if err := s.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := names(t, s); !slices.Equal(got, []string{"a/1.txt", "a/notes.tmp"}) {
		t.Errorf("there are %v", got)
	}
}

func TestReadIsBounded(t *testing.T) {
	s, _ := open(t, map[string]string{"a": "12345"})
	var large TooLarge
	if _, err := s.Read(t.Context(), "a", 4); !errors.As(err, &large) {
		t.Errorf("five bytes are read where four are the most: %v", err)
	}
	if src, err := s.Find(t.Context(), "b", 4); src != nil || err != nil {
		t.Errorf("a file that is not there is %q, %v", src, err)
	}
}
