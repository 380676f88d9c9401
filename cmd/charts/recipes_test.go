package main

import (
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// A recipe is a file of examples/ that runs the program for a project.
type recipe struct {
	name   string
	script func(t *testing.T, src string) []step
	env    []string
}

// A step is shell lines that a runner runs together; it goes on after a failure
// only with those that say so.
type step struct {
	shell  string
	always bool
}

var recipes = []recipe{
	{"ci/github.yml", gitHubSteps, []string{"GITHUB_BASE_REF=main", "GITHUB_PATH=DIR/path", "GITHUB_STEP_SUMMARY=DIR/summary", "RUNNER_TEMP=DIR"}},
	{"../action.yml", actionSteps, []string{"GITHUB_PATH=DIR/path"}},
	{"ci/gitlab-ci.yml", gitLabSteps, []string{"CI_MERGE_REQUEST_DIFF_BASE_SHA=origin/main", "CI_PROJECT_DIR=DIR/project"}},
	{"ci/gitee-go.yml", giteeSteps, nil},
	{"ci/Jenkinsfile", jenkinsSteps, nil},
	{"Makefile", makeSteps, []string{"CHARTS=DIR/installed/charts"}},
}

// TestRecipes runs the shell lines of every recipe in a repository of the sample:
// they say nothing against it, and name the number that changed.
func TestRecipes(t *testing.T) {
	for _, r := range recipes {
		t.Run(r.name, func(t *testing.T) {
			src := string(readFile(t, filepath.Join("../../examples", r.name)))
			p := newScratch(t, r.env...)
			steps := r.script(t, src)
			if len(steps) == 0 {
				t.Fatal("no shell lines were found")
			}
			if said, ok := p.run(steps); !ok {
				t.Errorf("on the sample as it stands:\n%s", said)
			}
			p.edit("专利授权数量\t项\t110", "专利授权数量\t项\t101")
			p.git("commit", "-qam", "A number")
			said, ok := p.run(steps)
			if ok || !strings.Contains(said, "110 → 101（附表/表 4，第 640 行）") {
				t.Errorf("after a number changed, it ends well: %v\n%s", ok, said)
			}
		})
	}
}

func gitHubSteps(t *testing.T, src string) (steps []step) {
	var file struct {
		Jobs map[string]struct{ Steps []struct{ If, Run string } }
	}
	parseRecipe(t, src, &file)
	expressions := strings.NewReplacer("${{ github.event.number }}", "7", "${{ github.token }}", "x")
	for _, s := range file.Jobs["check"].Steps {
		if s.Run != "" {
			steps = append(steps, step{expressions.Replace(s.Run), strings.Contains(s.If, "always()")})
		}
	}
	return steps
}

// actionSteps are those of the composite action, and what a project calls after them.
func actionSteps(t *testing.T, src string) (steps []step) {
	var file struct {
		Runs struct{ Steps []struct{ Run string } }
	}
	parseRecipe(t, src, &file)
	for _, s := range file.Runs.Steps {
		if s.Run != "" {
			steps = append(steps, step{shell: "export CHARTS_URL=https://charts.example.org/charts.tar.gz\n" + s.Run})
		}
	}
	return append(steps, step{shell: "charts check"})
}

func gitLabSteps(t *testing.T, src string) []step {
	var file struct {
		Figures struct {
			Before []string `yaml:"before_script"`
			Script []string
		}
	}
	parseRecipe(t, src, &file)
	return []step{{shell: strings.Join(append(file.Figures.Before, file.Figures.Script...), "\n")}}
}

func giteeSteps(t *testing.T, src string) (steps []step) {
	var file struct {
		Stages []struct{ Steps []struct{ Commands []string } }
	}
	parseRecipe(t, src, &file)
	for _, s := range file.Stages[0].Steps {
		steps = append(steps, step{shell: strings.Join(s.Commands, "\n")})
	}
	return steps
}

var jenkinsShell = regexp.MustCompile(`(?s)sh '''(.*?)'''`)

func jenkinsSteps(_ *testing.T, src string) (steps []step) {
	for _, m := range jenkinsShell.FindAllStringSubmatch(src, -1) {
		steps = append(steps, step{shell: `export PATH="$HOME/bin:$PATH"` + m[1]})
	}
	return steps
}

func makeSteps(t *testing.T, src string) []step {
	if _, err := exec.LookPath("make"); err != nil {
		t.Skip("no make")
	}
	write(t, "Makefile", []byte(src))
	return []step{{shell: "make check"}}
}

// A refresh proposes what the databases answer anew, with the changed numbers, and
// nothing where they answer as before.
func TestRefreshProposesNewNumbers(t *testing.T) {
	src := string(readFile(t, "../../examples/ci/github-refresh.yml"))
	p := newScratch(t, "GITHUB_PATH=DIR/path", "RUNNER_TEMP=DIR")
	write(t, filepath.Join(p.dir, "tools", "gh"), []byte("#!/bin/sh\necho gh \"$2\"; cat "+p.dir+"/changes.md\n"))
	os.Chmod(filepath.Join(p.dir, "tools", "gh"), 0o755)
	write(t, "specs/figures/visits.yaml", []byte("title: 访问\nchart: column\ndata: {database: data/visits.db, query: 'SELECT region, n FROM visits'}\ncategory: region\nvalue: n\n"))
	p.count(12)
	for _, args := range [][]string{{"fetch"}, {"render", "-q"}} {
		p.must(command(t, ".", args...))
	}
	p.git("add", ".")
	p.git("commit", "-qm", "A database")
	p.git("init", "-q", "--bare", filepath.Join(p.dir, "remote"))
	p.git("remote", "add", "origin", filepath.Join(p.dir, "remote"))
	if said, ok := p.run(gitHubSteps(t, src)); !ok || strings.Contains(said, "gh create") {
		t.Errorf("nothing is new: %v\n%s", ok, said)
	}
	p.count(15)
	if said, ok := p.run(gitHubSteps(t, src)); !ok || !strings.Contains(said, "gh create\n") || !strings.Contains(said, "| visits | 北 | 12 | 15 |") {
		t.Errorf("a number is new: %v\n%s", ok, said)
	}
	if files := p.git("diff", "--name-only", "main", "refresh"); !strings.Contains(files, "snapshots/visits-") || !strings.Contains(files, "out/figures/visits.svg") {
		t.Errorf("the branch has\n%s", files)
	}
}

// count makes the database of the project say a number.
func (p *scratch) count(n int) {
	p.t.Helper()
	os.MkdirAll("data", 0o755)
	db, err := sql.Open("sqlite", "data/visits.db")
	if err != nil {
		p.t.Fatal(err)
	}
	defer db.Close()
	for _, stmt := range []string{"CREATE TABLE IF NOT EXISTS visits (region TEXT, n INTEGER)", "DELETE FROM visits", fmt.Sprintf("INSERT INTO visits VALUES ('北', %d)", n)} {
		if _, err := db.Exec(stmt); err != nil {
			p.t.Fatal(err)
		}
	}
}

// The Makefile draws what is out of date.
func TestMakeDraws(t *testing.T) {
	src := readFile(t, "../../examples/Makefile")
	p := newScratch(t, "CHARTS=DIR/installed/charts")
	makeSteps(t, string(src))
	p.edit("专利授权数量\t项\t110", "专利授权数量\t项\t101")
	if said, ok := p.run([]step{{shell: "make\nmake check"}}); !ok {
		t.Error(said)
	}
}

func parseRecipe(t *testing.T, src string, into any) {
	t.Helper()
	if err := yaml.Unmarshal([]byte(src), into); err != nil {
		t.Fatal(err)
	}
}

// The hook adds the figures of what is committed, whatever else the working folder
// holds, and keeps a commit from being made that has none.
func TestHookDrawsFromTheIndex(t *testing.T) {
	hook := readFile(t, "../../examples/ci/pre-commit")
	p := newScratch(t)
	p.env = append(p.env, "PATH="+filepath.Join(p.dir, "installed")+":"+os.Getenv("PATH"))
	write(t, ".git/hooks/pre-commit", hook)
	os.Chmod(".git/hooks/pre-commit", 0o755)

	p.edit("专利授权数量\t项\t110", "专利授权数量\t项\t101")
	p.git("add", "reports")
	p.edit("专利授权数量\t项\t101", "专利授权数量\t项\t97")
	p.git("commit", "-qm", "A number, and another that is not part of it")
	if status := p.git("status", "--short"); status != " M reports/cqipc-2023.txt\n" {
		t.Errorf("after the commit:\n%s", status)
	}
	p.fresh(">101<")

	p.git("commit", "-qam", "The other")
	p.fresh(">97<")

	write(t, "specs/figures/new.yaml", []byte("title: 去向\nchart: bar\ndata: {table: 表 6}\ncategory: 毕业去向\nvalue: 人头\n"))
	p.git("add", "specs")
	write(t, "specs/figures/new.yaml", []byte("title: 去向\nchart: bar\ndata: {table: 表 6}\ncategory: 毕业去向\nvalue: 人数\n"))
	if said, ok := p.run([]step{{shell: "git commit -qm broken"}}); ok || !strings.Contains(said, "specs/figures/new.yaml:5:8: 找不到列") {
		t.Errorf("a broken spec is committed: %v\n%s", ok, said)
	}
	p.git("add", "specs")
	p.git("commit", "-qm", "A figure")
	p.fresh(">97<")
	if _, err := os.Stat("out/figures/new.svg"); err != nil {
		t.Error(err)
	}
}

// A scratch is a repository of the sample, the working folder of the test, in a
// folder with what the shell lines find: no network, and the program of this test
// as the archive that a recipe unpacks.
type scratch struct {
	t   *testing.T
	dir string
	env []string

	prelude string // of every shell line
}

func newScratch(t *testing.T, env ...string) *scratch {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git")
	}
	p := &scratch{t: t, dir: t.TempDir()}
	project := filepath.Join(p.dir, "project")
	for _, name := range []string{"specs", "reports", "out"} {
		if err := os.CopyFS(filepath.Join(project, name), os.DirFS(filepath.Join("../..", name))); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(project)
	p.env = append(os.Environ(), "HOME="+p.dir, "XDG_CACHE_HOME="+filepath.Join(p.dir, "cache"), "GIT_CONFIG_GLOBAL="+os.DevNull,
		"GIT_AUTHOR_NAME=x", "GIT_AUTHOR_EMAIL=x@x", "GIT_COMMITTER_NAME=x", "GIT_COMMITTER_EMAIL=x@x",
		"PATH="+filepath.Join(p.dir, "tools")+":"+os.Getenv("PATH"))
	for _, e := range env {
		p.env = append(p.env, strings.ReplaceAll(e, "DIR", p.dir))
	}
	p.install()
	p.git("init", "-q", "-b", "main")
	p.git("add", ".")
	p.git("commit", "-qm", "The sample")
	p.git("update-ref", "refs/remotes/origin/main", "HEAD")
	return p
}

// install makes the program's archive, and the tools that would need a network.
func (p *scratch) install() {
	self, err := os.Executable()
	if err != nil {
		p.t.Fatal(err)
	}
	installed := filepath.Join(p.dir, "installed")
	os.Mkdir(installed, 0o755)
	if err := os.Symlink(self, filepath.Join(installed, "charts")); err != nil { // TestMain goes by the name
		p.t.Skip(err)
	}
	archive := filepath.Join(p.dir, "charts.tar.gz")
	p.must(exec.Command("tar", "-czf", archive, "-C", installed, "charts"))
	for name, script := range map[string]string{"curl": "cat " + archive, "gh": "cat changes.md"} {
		path := filepath.Join(p.dir, "tools", name)
		write(p.t, path, []byte("#!/bin/sh\n"+script+"\n"))
		os.Chmod(path, 0o755)
	}
}

// run runs the steps of a recipe as a runner does, and returns all that they say
// and write for people to read, and whether all of them ended well.
func (p *scratch) run(steps []step) (said string, ok bool) {
	ok = true
	for _, s := range steps {
		if !ok && !s.always {
			continue
		}
		cmd := exec.Command("bash", "-e", "-c", s.shell)
		cmd.Env = p.env
		if added, err := os.ReadFile(filepath.Join(p.dir, "path")); err == nil {
			cmd.Env = append(cmd.Env, "PATH="+strings.TrimSpace(string(added))+":"+filepath.Join(p.dir, "tools")+":"+os.Getenv("PATH"))
		}
		output, err := cmd.CombinedOutput()
		said, ok = said+string(output), ok && err == nil
	}
	return said, ok
}

func (p *scratch) git(args ...string) string {
	p.t.Helper()
	return p.must(exec.Command("git", args...))
}

func (p *scratch) must(cmd *exec.Cmd) string {
	p.t.Helper()
	cmd.Env = p.env
	output, err := cmd.CombinedOutput()
	if err != nil {
		p.t.Fatalf("%v: %v\n%s", cmd, err, output)
	}
	return string(output)
}

// edit changes the report.
func (p *scratch) edit(old, new string) {
	p.t.Helper()
	const path = "reports/cqipc-2023.txt"
	src := string(readFile(p.t, path))
	if !strings.Contains(src, old) {
		p.t.Fatalf("the report has no %q", old)
	}
	write(p.t, path, []byte(strings.ReplaceAll(src, old, new)))
}

// fresh fails the test unless the figures of the last commit are those of its
// data, and one of them says what it should.
func (p *scratch) fresh(want string) {
	p.t.Helper()
	copied := p.t.TempDir()
	p.git("clone", "-q", ".", copied)
	if said, err := command(p.t, copied, "check").CombinedOutput(); err != nil {
		p.t.Errorf("what is committed is stale:\n%s", said)
	}
	if !strings.Contains(string(readFile(p.t, filepath.Join(copied, "out/figures/intellectual-property.svg"))), want) {
		p.t.Errorf("the figure does not say %s", want)
	}
}
