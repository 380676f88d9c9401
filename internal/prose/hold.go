package prose

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Hold compares a manual below docs/ with what it should be in English, and the one
// in docs/zh-CN with the Chinese that a catalogue gives, or writes both anew.
func Hold(t *testing.T, name, english, catalogue string, update bool) {
	t.Helper()
	po, err := os.ReadFile(catalogue)
	if err != nil {
		t.Fatal(err)
	}
	chinese := Chinese(english, string(po))
	for _, piece := range chinese.Missing {
		t.Errorf("%s has no Chinese for %q", catalogue, piece)
	}
	for _, piece := range chinese.Unused {
		t.Errorf("%s is not said any more: %q", catalogue, piece)
	}
	Written(t, filepath.Join("../../docs", name), english, update)
	Written(t, filepath.Join("../../docs/zh-CN", name), chinese.Text, update)
}

// Written compares a file of Markdown with what it should be, or writes it; the links
// within it lead somewhere.
func Written(t *testing.T, path, want string, update bool) {
	t.Helper()
	if update {
		os.MkdirAll(filepath.Dir(path), 0o777)
		if err := os.WriteFile(path, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != want {
		t.Errorf("%s is stale (%v); run its test with -update", path, err)
	}
	for _, link := range lost(want) {
		t.Errorf("%s: no heading is called %s", path, link)
	}
}

var (
	within  = regexp.MustCompile(`\]\((#[^)]*)\)`)
	heading = regexp.MustCompile(`(?m)^#+ (.*)$`)
	unsaid  = regexp.MustCompile(`[^\p{L}\p{N} _-]`)
)

// lost are the links within a document to which no heading answers.
func lost(markdown string) (links []string) {
	anchors := map[string]bool{}
	for _, m := range heading.FindAllStringSubmatch(markdown, -1) {
		anchors["#"+strings.ReplaceAll(unsaid.ReplaceAllString(strings.ToLower(m[1]), ""), " ", "-")] = true
	}
	for _, m := range within.FindAllStringSubmatch(markdown, -1) {
		if !anchors[m[1]] {
			links = append(links, m[1])
		}
	}
	return links
}
