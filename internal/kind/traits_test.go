package kind

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What sets a kind apart is a trait of it: nobody asks for its name, and renderers
// do not know it.
func TestNobodyAsksForKindsByName(t *testing.T) {
	asked := regexp.MustCompile(`(Chart\.V|chart\.Kind|c\.Kind) [!=]= "|switch [^{\n]*(Chart\.V|chart\.Kind) \{`)
	seen := 0
	for _, pattern := range []string{"*.go", "../layout/*.go", "../render/*/*.go", "../build/*.go", "../lint/*.go"} {
		files, _ := filepath.Glob(pattern)
		for _, path := range files {
			src, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if seen++; !strings.HasSuffix(path, "_test.go") && asked.Match(src) {
				t.Errorf("%s asks for a kind by its name: %s", path, asked.Find(src))
			}
		}
	}
	if seen < 100 {
		t.Errorf("%d files were read", seen)
	}
}
