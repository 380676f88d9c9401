package build

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// project copies the project's specs and sample report to a folder of their own
// and goes there.
func project(t *testing.T) Options {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"specs", "reports"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join("../..", name))); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	return Options{Specs: "specs", Out: "out", Formats: []string{"svg", "csv", "html"}}
}

// draw is one run; it returns what it said, and how many outputs it wrote.
func draw(t *testing.T, o Options) (written int, said string) {
	t.Helper()
	p, problems := Load(o)
	done, more := Render(t.Context(), p, o, func(int, int) {})
	for _, d := range done {
		if d.Written {
			written++
		}
	}
	for _, problem := range append(problems, more...) {
		said += fmt.Sprintf("%s: %s\n", problem.Pos.File, problem.Text)
	}
	return written, said
}

// files are the contents of a folder by path.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		src, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		all[rel] = string(src)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func edit(t *testing.T, path string, change func([]byte) []byte) {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, change(src), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestRunSeesEveryChange(t *testing.T) {
	note := func(path string) func(*testing.T) {
		return func(t *testing.T) { edit(t, path, func(b []byte) []byte { return append(b, '\n') }) }
	}
	for name, change := range map[string]func(*testing.T){
		"report":      note("reports/cqipc-2023.txt"),
		"spec":        note("specs/figures/origin.yaml"),
		"dashboard":   note("specs/dashboards/leadership.yaml"),
		"project":     note("specs/charts.yaml"),
		"new theme":   func(*testing.T) { os.WriteFile("specs/theme.yaml", nil, 0o644) },
		"lost spec":   func(*testing.T) { os.Remove("specs/figures/origin.yaml") },
		"new spec":    func(*testing.T) { os.WriteFile("specs/figures/zz.yaml", []byte("title: x\n"), 0o644) },
		"lost report": func(*testing.T) { os.Remove("reports/cqipc-2023.txt") },
	} {
		t.Run(name, func(t *testing.T) {
			o := project(t)
			p, _ := Load(o)
			if p.changed(o, map[string]look{}) {
				t.Fatal("something changed before the change")
			}
			if change(t); !p.changed(o, map[string]look{}) {
				t.Error("the change went unseen")
			}
		})
	}
}

func TestRunMendsOutputs(t *testing.T) {
	o := project(t)
	draw(t, o)
	want := files(t, "out")
	for _, path := range []string{"out/figures/origin.svg", "out/figures/origin.csv", "out/leadership.html", "out/manifest.json"} {
		edit(t, path, func(b []byte) []byte { return append(b, '\n') })
		draw(t, o)
		compare(t, 0, files(t, "out"), want, nil)
		os.Remove(path)
		draw(t, o)
		compare(t, 1, files(t, "out"), want, nil)
	}
}

// Whatever happens to the report, a run over the old outputs ends where a run into
// an empty folder does, and says the same.
func TestIncrementalRunEqualsFullRun(t *testing.T) {
	o := project(t)
	full := o
	full.Out = "full"
	const report = "reports/cqipc-2023.txt"
	original, err := os.ReadFile(report)
	if err != nil {
		t.Fatal(err)
	}
	edits := 20
	if testing.Short() {
		edits = 5
	}
	random := rand.New(rand.NewPCG(2023, 6))
	for i := range edits {
		os.WriteFile(report, scramble(random, original, 1+random.IntN(3)), 0o644)
		before, _ := os.ReadFile("out/manifest.json")
		_, said := draw(t, o)
		os.RemoveAll("full")
		if err := os.MkdirAll("full", 0o755); err != nil {
			t.Fatal(err)
		}
		full.Force = true
		_, saidFull := draw(t, full)
		if said != saidFull {
			t.Errorf("edit %d: the incremental run says\n%s\nthe full one\n%s", i, said, saidFull)
		}
		if strings.Contains(said, "yaml: ") {
			continue // figures with errors keep their old outputs
		}
		compare(t, i, files(t, "out"), files(t, "full"), before)
		if n, _ := draw(t, o); n != 0 {
			t.Errorf("edit %d: the run after it wrote %d outputs", i, n)
		}
	}
}

func compare(t *testing.T, i int, got, want map[string]string, before []byte) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("edit %d: %d files; a full run gives %d", i, len(got), len(want))
	}
	for path, content := range want {
		if got[path] != content {
			t.Errorf("edit %d: %s is not what a full run gives (manifest before: %d bytes)", i, path, len(before))
		}
	}
}

// scramble changes some digits of a report to others.
func scramble(random *rand.Rand, src []byte, times int) []byte {
	src = bytes.Clone(src)
	for range times {
		for {
			if at := random.IntN(len(src)); src[at] >= '0' && src[at] <= '9' {
				src[at] = byte('0' + random.IntN(10))
				break
			}
		}
	}
	return src
}
