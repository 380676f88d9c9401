package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// command is the program itself, run in a folder.
func command(t *testing.T, dir string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Args = append([]string{"charts", "--lang=en"}, args...) // TestMain goes by the name
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+filepath.Join(dir, "cache"))
	return cmd
}

// sample is a folder with the project's specs and two states of its report.
func sample(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"specs", "reports"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join("../..", name))); err != nil {
			t.Fatal(err)
		}
	}
	src, err := os.ReadFile(filepath.Join(dir, "reports/cqipc-2023.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{
		"a.txt": src,
		"b.txt": bytes.ReplaceAll(src, []byte("2469"), []byte("2481")),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// drawn is what a run from nothing gives of a report.
func drawn(t *testing.T, dir, report string) map[string]string {
	t.Helper()
	out := "full-" + report
	if b, err := command(t, dir, "render", "--force", "--report", report, "--out", out).CombinedOutput(); err != nil {
		t.Fatalf("%s\n%s", err, b)
	}
	return outputs(t, filepath.Join(dir, out))
}

// outputs are the files of an output folder by path, without what a killed run may
// leave.
func outputs(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), ".charts") {
			return nil
		}
		src, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		all[filepath.ToSlash(rel)] = string(src)
		return err
	})
	return all
}

// A run that is killed leaves whole files only, old or new, and loses none; the
// next run repairs the rest.
func TestKilledRunsLeaveWholeFiles(t *testing.T) {
	dir := sample(t)
	states := map[string]map[string]string{"a.txt": drawn(t, dir, "a.txt"), "b.txt": drawn(t, dir, "b.txt")}
	reports := []string{"a.txt", "b.txt"}
	have, last := 0, differing(states["a.txt"], states["b.txt"])
	for i := range last {
		cmd := command(t, dir, "render", "--report", reports[i%2])
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		killAfter(cmd, filepath.Join(dir, "out"), i*5%last)
		now := outputs(t, filepath.Join(dir, "out"))
		for path, content := range now {
			if path != "manifest.json" && content != states["a.txt"][path] && content != states["b.txt"][path] {
				t.Fatalf("kill %d: %s is torn", i, path)
			}
		}
		if len(now) < have {
			t.Fatalf("kill %d: %d files are left of %d", i, len(now), have)
		}
		have = len(now)
	}
	for _, report := range reports {
		if b, err := command(t, dir, "render", "--report", report).CombinedOutput(); err != nil {
			t.Fatalf("%s\n%s", err, b)
		}
		same(t, outputs(t, filepath.Join(dir, "out")), states[report])
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "out", "*", ".charts*")); len(left) > 0 {
		t.Errorf("%v is left over", left)
	}
}

// differing is how many outputs differ between two states.
func differing(a, b map[string]string) (n int) {
	for path := range a {
		if a[path] != b[path] {
			n++
		}
	}
	return n
}

// killAfter kills a run that has put so many files into a folder, or has ended.
func killAfter(cmd *exec.Cmd, dir string, files int) {
	ended := make(chan struct{})
	go func() {
		cmd.Wait()
		close(ended)
	}()
	before := identities(dir)
	for {
		select {
		case <-ended:
			return
		default:
		}
		if replaced(before, identities(dir)) >= files {
			cmd.Process.Kill()
			<-ended
			return
		}
	}
}

// identities tell the files of a folder from those that take their places.
func identities(dir string) map[string]os.FileInfo {
	all := map[string]os.FileInfo{}
	filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil
		}
		if info, err := d.Info(); err == nil {
			all[path] = info
		}
		return nil
	})
	return all
}

func replaced(before, after map[string]os.FileInfo) (n int) {
	for path, now := range after {
		if was, ok := before[path]; !ok || !os.SameFile(was, now) {
			n++
		}
	}
	return n
}

func same(t *testing.T, got, want map[string]string) {
	t.Helper()
	for path, content := range want {
		if path != "manifest.json" && got[path] != content {
			t.Errorf("%s is not what a run from nothing gives", path)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d files; a run from nothing gives %d", len(got), len(want))
	}
}

// Runs at once on one folder take turns: all end well, and the folder is as one
// run leaves it.
func TestRunsAtOnceTakeTurns(t *testing.T) {
	dir := sample(t)
	want := drawn(t, dir, "a.txt")
	var cmds []*exec.Cmd
	var said []*bytes.Buffer
	for range 4 {
		cmd, b := command(t, dir, "render", "--report", "a.txt"), &bytes.Buffer{}
		cmd.Stderr = b
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		cmds, said = append(cmds, cmd), append(said, b)
	}
	for i, cmd := range cmds {
		if err := cmd.Wait(); err != nil {
			t.Errorf("run %d: %s\n%s", i, err, said[i])
		}
		if lines := strings.Split(strings.TrimSpace(said[i].String()), "\n"); !strings.HasPrefix(lines[len(lines)-1], "charts: ") {
			t.Errorf("run %d ends with %q", i, lines[len(lines)-1])
		}
	}
	same(t, outputs(t, filepath.Join(dir, "out")), want)
}
