package spec

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"charts/internal/message"
	"charts/internal/regexp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Words of English sentences, and what is quoted.
var (
	english  = regexp.MustCompile(`(?i)\b(an?|the|of|is|or|and|in|one|wants|found|write)\b`)
	inQuotes = regexp.MustCompile("\"[^\"]*\"|`[^`]*`")
)

// Broken specs, each with everything that is printed about it. An archive named
// after another kind of file holds such files; the rest holds figures.
func TestBroken(t *testing.T) {
	archives, _ := filepath.Glob("testdata/broken/*.txtar")
	n := 0
	for _, archive := range archives {
		a, err := txtar.ParseFile(archive)
		if err != nil {
			t.Fatal(err)
		}
		what := strings.TrimSuffix(filepath.Base(archive), ".txtar")
		if what != "dashboard" && what != "project" && what != "theme" && what != "tables" {
			what = "figure"
		}
		fresh := &txtar.Archive{Comment: a.Comment}
		for i, file := range a.Files {
			name, isSpec := strings.CutSuffix(file.Name, ".yaml")
			if !isSpec {
				continue
			}
			n++
			for _, p := range parse(what, file.Name, file.Data) {
				if said := p.Text.In(message.Chinese) + p.Hint.In(message.Chinese); english.MatchString(inQuotes.ReplaceAllString(said, "")) {
					t.Errorf("%s %s speaks English to a Chinese reader: %s", archive, file.Name, said)
				}
			}
			got := brokenText(what, file.Name, file.Data)
			fresh.Files = append(fresh.Files, file, txtar.File{Name: name + ".txt", Data: []byte(got)})
			want := ""
			if i+1 < len(a.Files) {
				want = string(a.Files[i+1].Data)
			}
			if got != want && !*update {
				t.Errorf("%s %s:\n%s\nwant:\n%s", archive, file.Name, got, want)
			}
		}
		if *update {
			if err := os.WriteFile(archive, txtar.Format(fresh), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	if n < 60 {
		t.Errorf("%d broken figures, want at least 60", n)
	}
}

// brokenText prints the problems of a file that has errors.
func brokenText(what, name string, src []byte) string {
	problems := parse(what, name, src)
	if !problems.HasErrors() {
		return "(no errors)\n"
	}
	return printed(problems, func(string) []byte { return src })
}
