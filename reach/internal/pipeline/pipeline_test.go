package pipeline

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"

	"charts/internal/build"
	"charts/internal/file"
	"charts/internal/spec"
	"charts/reach/internal/sample"
	"charts/reach/internal/store"
)

// jobVar holds the job of a process that does nothing else, so that it can be killed.
const jobVar = "CHARTS_REACH_JOB"

func TestMain(m *testing.M) {
	flag.Parse()
	beam.Init()
	log.SetLogger(errorsOnly{})
	if src := os.Getenv(jobVar); src != "" {
		var j Job
		if err := json.Unmarshal([]byte(src), &j); err != nil {
			panic(err)
		}
		if err := Run(context.Background(), j, embedded); err != nil {
			panic(err)
		}
		return
	}
	os.Exit(m.Run())
}

type errorsOnly struct{}

func (errorsOnly) Log(_ context.Context, sev log.Severity, _ int, text string) {
	if sev >= log.SevError {
		fmt.Fprintln(os.Stderr, text)
	}
}

func embedded(ctx context.Context, p *beam.Pipeline) error {
	_, err := beam.Run(ctx, "prism", p)
	return err
}

// The size of the country of the tests.
const (
	made   = 16
	broken = 2
)

// country is a job over made-up reports, beside which lies what is none.
func country(t *testing.T) Job {
	t.Helper()
	in := t.TempDir()
	if err := sample.Write(t.Context(), in, made, broken); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"reports/notes.tmp", "reports/" + sample.Name(0) + "-2023.zz"} {
		if err := os.WriteFile(path.Join(in, name), []byte("x"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return Job{In: in, Out: t.TempDir(), Reports: "reports/{institution}-{year}.*", Specs: "specs", Overview: "overview", Shards: 2}
}

// run does a job, and returns all that it made.
func run(t *testing.T, j Job) map[string][]byte {
	t.Helper()
	if err := Run(t.Context(), j, embedded); err != nil {
		t.Fatal(err)
	}
	return contents(t, j.Out)
}

func contents(t *testing.T, at string) map[string][]byte {
	t.Helper()
	s, err := store.Open(t.Context(), at)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	names, err := s.List(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, name := range names {
		if all[name], err = s.Read(t.Context(), name, file.MaxOutput); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// differing names what two outputs do not have in common.
func differing(a, b map[string][]byte) (names []string) {
	for name := range a {
		if !bytes.Equal(a[name], b[name]) {
			names = append(names, name)
		}
	}
	for name := range b {
		if a[name] == nil {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// What is broken is told with its reason, and all others have all their figures and
// pages: the bytes that the project itself draws of the same files.
func TestRun(t *testing.T) {
	j := country(t)
	got := run(t, j)
	lost, err := rowsOf(got["data/failed.csv"])
	if err != nil {
		t.Fatal(err)
	}
	if len(lost) != broken+2 {
		t.Errorf("%d files failed, want %d:\n%s", len(lost), broken+2, got["data/failed.csv"])
	}
	for _, row := range lost {
		if row[1] == "" || strings.Contains(row[1], os.TempDir()) {
			t.Errorf("%s failed for %q", row[0], row[1])
		}
	}
	drawn := 0
	for name := range got {
		if strings.HasSuffix(name, "/page.html") {
			drawn++
		}
	}
	if drawn != made-broken {
		t.Errorf("%d pages, want %d", drawn, made-broken)
	}
	for _, name := range []string{"overview/overview.html", "overview/figures/templates.svg", "facts/part-00000.parquet", "facts/part-00001.parquet"} {
		if got[name] == nil {
			t.Errorf("there is no %s", name)
		}
	}
	for _, i := range []int{0, 1, 2} {
		want := rendered(t, j, i, got)
		for name, content := range want {
			if at := "institutions/" + sample.Name(i) + "/" + name; !bytes.Equal(got[at], content) {
				t.Errorf("%s is not what the project draws", at)
			}
		}
		if len(want) < 8 {
			t.Errorf("the project draws %d files only", len(want))
		}
	}
}

// rendered is what the project draws of the i-th institution.
func rendered(t *testing.T, j Job, i int, got map[string][]byte) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir+"/specs", os.DirFS(j.In+"/specs")); err != nil {
		t.Fatal(err)
	}
	name, report := sample.Report(i)
	if err := file.Write(dir+"/reports/"+name, report); err != nil {
		t.Fatal(err)
	}
	if err := file.Write(dir+"/data/peers.csv", got["institutions/"+sample.Name(i)+"/data/peers.csv"]); err != nil {
		t.Fatal(err)
	}
	o := build.Options{Specs: dir + "/specs", Out: dir + "/out",
		Reports: []build.ReportArg{{Name: "2023", Paths: []string{dir + "/reports/" + name}}},
		Vars:    []spec.Var{{Name: spec.At[string]{V: "own"}, Value: spec.At[string]{V: sample.Name(i)}}}}
	p, problems := build.Load(o)
	_, more := build.Render(t.Context(), p, o, func(int, int) {})
	if problems = append(problems, more...); problems.HasErrors() {
		t.Fatal(problems)
	}
	return contents(t, o.Out)
}

// A second run has nothing to write, and one over a report that changed draws what
// shows it.
func TestSecondRun(t *testing.T) {
	j := country(t)
	s := serve(t)
	j.Out = s.url
	first := run(t, j)
	s.written = nil
	if names := differing(first, run(t, j)); len(names) > 0 {
		t.Errorf("a second run changes %v", names)
	}
	if len(s.written) > 0 {
		t.Errorf("a second run writes %v", s.written)
	}
	name, report := sample.Report(4)
	report = bytes.Replace(report, []byte("升学\t"), []byte("升学\t1"), 1)
	if err := os.WriteFile(path.Join(j.In, "reports", name), report, 0o666); err != nil {
		t.Fatal(err)
	}
	second := run(t, j)
	whole := j
	whole.Out = t.TempDir()
	if names := differing(second, run(t, whole)); len(names) > 0 {
		t.Errorf("after a report changed, a run over what stood has other %v", names)
	}
	changed := differing(first, second)
	if own := "institutions/" + sample.Name(4) + "/figures/destinations.svg"; !slices.Contains(changed, own) {
		t.Errorf("of a changed report follows %v", changed)
	}
}

// A worker that is killed at any moment loses nothing and doubles nothing; the files in
// a bucket are those in a folder.
func TestKilled(t *testing.T) {
	j := country(t)
	want := run(t, j)
	src, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, after := range []int{1, 17, 60} {
		s := serve(t)
		j.Out = s.url
		text, err := json.Marshal(j)
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.CommandContext(t.Context(), src)
		cmd.Env = append(os.Environ(), jobVar+"="+string(text))
		s.after(after, func() { cmd.Process.Kill() })
		if err := cmd.Run(); err == nil {
			t.Errorf("a run was not killed after %d files", after)
		}
		s.after(0, nil)
		if names := differing(want, run(t, j)); len(names) > 0 {
			t.Errorf("killed after %d files, a run changes %v", after, names)
		}
	}
}
