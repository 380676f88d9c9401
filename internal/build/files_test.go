package build

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"charts/internal/file"
	"charts/internal/manifest"
)

// The sample report is a digest of a real one. Every figure of the project must
// have the same values from both.
func TestDigestAndRealReportGiveTheSameValues(t *testing.T) {
	const real = "../shared/reports/004_c0cd592e8c982e65.txt"
	t.Chdir("../..")
	if _, err := os.Stat(real); err != nil {
		t.Skip("the real report is not here")
	}
	load := func(o Options) *Project {
		p, problems := Load(o)
		if problems.HasErrors() {
			t.Fatal(problems)
		}
		return p
	}
	digest := load(Options{Specs: "specs"})
	whole := load(Options{Specs: "specs", Reports: []ReportArg{{Name: "2023", Paths: []string{real}}}})
	for _, f := range digest.Figures {
		got, problems := digest.Data(context.Background(), f.ID)
		want, more := whole.Data(context.Background(), f.ID)
		if problems.HasErrors() || more.HasErrors() {
			t.Errorf("%s: %v %v", f.ID, problems, more)
		}
		if !reflect.DeepEqual(withoutPlaces(got), withoutPlaces(want)) {
			t.Errorf("%s: the digest gives\n%s\nthe report\n%s", f.ID, got.JSON(), want.JSON())
		}
		if len(got.Rows) == 0 {
			t.Errorf("%s has no rows", f.ID)
		}
	}
}

// withoutPlaces is the data without reports and lines, which differ.
func withoutPlaces(d manifest.Data) manifest.Data {
	for i := range d.Rows {
		for j := range d.Rows[i].Sources {
			s := &d.Rows[i].Sources[j]
			s.Report, s.Line, s.Quote, s.Contested = "", 0, "", ""
		}
	}
	return d
}

func TestSweepRemovesTemporaryFilesOnly(t *testing.T) {
	out := t.TempDir()
	keep := []string{"manifest.json", "figures/a.png", "figures/.charts"}
	for _, name := range append(keep, ".charts-1", "figures/.charts-22") {
		if err := file.Write(filepath.Join(out, name), nil); err != nil {
			t.Fatal(err)
		}
	}
	file.Sweep(out, ".", figuresFolder)
	var left []string
	filepath.WalkDir(out, func(path string, d os.DirEntry, _ error) error {
		if !d.IsDir() {
			rel, _ := filepath.Rel(out, path)
			left = append(left, filepath.ToSlash(rel))
		}
		return nil
	})
	if got := strings.Join(left, " "); got != "figures/.charts figures/a.png manifest.json" {
		t.Errorf("left: %s", got)
	}
}
