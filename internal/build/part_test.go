package build

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"charts/internal/manifest"
	"charts/internal/spec"
)

// paintedProject is a folder of figures that share names, and of one that shares
// none and has a file of its own.
func paintedProject(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"r.txt":                       "表 1：规模\n\n名称\t人数\n甲\t1\n乙\t2\n",
		"levels.csv":                  "年份,本科,专科\n2022,310,240\n2023,330,250\n",
		"origin.csv":                  "层次,人数\n研究生,20\n专科,250\n本科,330\n",
		"cloud.csv":                   "投入,产出\n1,2\n3,4\n",
		"specs/figures/b-line.yaml":   "title: t\nchart: line\ndata: {file: levels.csv}\ncategory: 年份\nvalue: [本科, 专科]\n",
		"specs/figures/a-donut.yaml":  "title: t\nchart: donut\ndata: {file: origin.csv}\ncategory: 层次\nvalue: 人数\n",
		"specs/figures/c-column.yaml": "title: t\nchart: column\ndata: {file: origin.csv}\ncategory: 层次\nvalue: 人数\n",
		"specs/figures/d-cloud.yaml":  "title: t\nchart: scatter\ndata: {file: cloud.csv}\nx: 投入\ny: 产出\n",
	} {
		os.MkdirAll(filepath.Dir(name), 0o755)
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func partOptions(out string, ids ...string) Options {
	return Options{Specs: "specs", Out: out, IDs: ids, Formats: []string{"png", "svg"}, Reports: []ReportArg{{Paths: []string{"r.txt"}}}}
}

func renderPart(t *testing.T, o Options) {
	t.Helper()
	p, problems := Load(o)
	if _, more := Render(context.Background(), p, o, func(int, int) {}); len(problems)+len(more) > 0 {
		t.Fatal(problems, more)
	}
}

// Figures drawn one at a time, in any order, are those that are drawn together, and
// so is their manifest.
func TestOneByOneIsTheSameAsTogether(t *testing.T) {
	paintedProject(t)
	renderPart(t, partOptions("together"))
	for _, id := range []string{"d-cloud", "b-line", "a-donut", "c-column"} {
		renderPart(t, partOptions("alone", id))
	}
	files, _ := filepath.Glob("together/*")
	more, _ := filepath.Glob("together/figures/*")
	if len(more) != 8 {
		t.Fatal(more)
	}
	for _, path := range append(files, more...) {
		want, err := os.ReadFile(path)
		if err != nil {
			continue // a folder
		}
		alone := filepath.Join("alone", path[len("together/"):])
		if got, _ := os.ReadFile(alone); !bytes.Equal(got, want) {
			t.Errorf("%s is not %s", alone, path)
		}
	}
}

// A figure needs of the others the names that its spec does not say, and nothing
// where it has no colours to tell.
func TestOneFigureReadsWhatItNeeds(t *testing.T) {
	paintedProject(t)
	for id, want := range map[string]string{"c-column": "[origin.csv]", "b-line": "[levels.csv origin.csv]"} {
		p, _ := Load(partOptions("out", id))
		if _, problems := p.plan(context.Background(), partOptions("out", id)); len(problems) > 0 {
			t.Fatal(problems)
		}
		var read []string
		for _, in := range manifestInputs(p) {
			if filepath.Ext(in.Path) == ".csv" {
				read = append(read, in.Path)
			}
		}
		if got := fmt.Sprint(read); got != want {
			t.Errorf("%s reads %s, want %s", id, got, want)
		}
	}
}

// A run for one figure tells what is wrong with it and with what it extends, and
// nothing of the others.
func TestOneFigureIsAlone(t *testing.T) {
	paintedProject(t)
	for name, text := range map[string]string{
		"e-other": "title: t\nchart: lines\n",
		"f-base":  "title: t\nchart: line\ndata: {file: levels.csv}\ncategory: 年份\nvalues: [本科, 专科]\nsort: 1\nlables: true\n",
		"g-patch": "extends: f-base\ntitle: u\n",
	} {
		if err := os.WriteFile("specs/figures/"+name+".yaml", []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct{ id, broken string }{
		{"b-line", "[]"}, {"g-patch", "[f-base g-patch]"}, {"e-other", "[e-other]"}, {"h-none", "[e-other f-base g-patch]"},
	} {
		p, problems := Load(partOptions("out", tt.id))
		if got := fmt.Sprint(p.Broken); got != tt.broken || problems.HasErrors() != (got != "[]") {
			t.Errorf("%s: %s are broken: %v", tt.id, got, problems)
		}
	}
}

func TestShards(t *testing.T) {
	all := []string{"a", "b", "c", "d", "e"}
	for shard, want := range map[[2]int]string{{1, 1}: "abcde", {1, 2}: "ace", {2, 2}: "bd", {1, 4}: "ae", {4, 4}: "d", {6, 6}: ""} {
		if got := strings.Join(nth(all, manifest.Shard{Index: shard[0], Of: shard[1]}), ""); got != want {
			t.Errorf("part %d of %d is %q, want %q", shard[0], shard[1], got, want)
		}
	}
}

// Whatever a member is asked for otherwise is done anew.
func TestAskedOtherwise(t *testing.T) {
	o := partOptions("out")
	for name, change := range map[string]func(*Options){
		"its reports":  func(o *Options) { o.Reports = nil },
		"its formats":  func(o *Options) { o.Formats = []string{"png"} },
		"its values":   func(o *Options) { o.Vars = []spec.Var{{}} },
		"its rigour":   func(o *Options) { o.Strict = true },
		"its language": func(o *Options) { o.Language = "en" },
	} {
		other := o
		change(&other)
		if o.asked("specs") == other.asked("specs") {
			t.Errorf("a member is taken for done though %s changed", name)
		}
	}
	if o.asked("specs") == o.asked("others") || o.asked("specs") != partOptions("out").asked("specs") {
		t.Error("a member is not asked for by its specs")
	}
}
