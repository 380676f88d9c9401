package dashboard

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"charts/internal/regexp"
)

// Each word of a page is said in both languages, and by the page.
func TestWords(t *testing.T) {
	var all map[string]map[string]map[string]string
	if err := json.Unmarshal(wordsSource, &all); err != nil {
		t.Fatal(err)
	}
	for part, files := range map[string]string{"page": "*.[gh][ot]*", "script": "script/*.js"} {
		sayers := contents(t, files)
		for word, by := range all[part] {
			if by["en"] == "" || by["zh-CN"] == "" || len(by) != 2 {
				t.Errorf("%s is said as %q", word, by)
			}
			if strings.Count(by["en"], "%") != strings.Count(by["zh-CN"], "%") {
				t.Errorf("%s has other holes in one language: %q", word, by)
			}
			if !regexp.MustCompile(`\b` + word + `\b`).MatchString(sayers) {
				t.Errorf("nothing says the word %s of the %s", word, part)
			}
		}
	}
}

func contents(t *testing.T, pattern string) string {
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no file %s: %v", pattern, err)
	}
	var all strings.Builder
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(src)
	}
	return all.String()
}
