package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var readmes = []string{"README.md", "README.zh-CN.md"}

// A block is a fenced block of a Markdown file.
type block struct {
	language, text string
	command        string // in the comment above it, which it shows the output of
}

var fenced = regexp.MustCompile("(?ms)(?:^ *<!-- \\$ ([^\n]*) -->\n)?^( *)```(\\w*)\n(.*?)^ *```$")

func blocksOf(src string) (all []block) {
	for _, m := range fenced.FindAllStringSubmatch(src, -1) {
		text := strings.ReplaceAll("\n"+m[4], "\n"+m[2], "\n")[1:]
		all = append(all, block{language: m[3], text: text, command: m[1]})
	}
	return all
}

// shellPrelude stands in for the Go command: the program is built already, and the
// tests are running.
const shellPrelude = "go() { case $1 in run) shift 2; charts \"$@\";; esac; }\n"

// spoken are the preludes of the languages: the sample is a Chinese project.
var spoken = map[string]string{
	"README.md":       "charts() { command charts --lang en \"$@\"; }\n",
	"README.zh-CN.md": "charts() { env LC_ALL=zh_CN.UTF-8 charts \"$@\"; }\n",
}

// TestReadmesAreTrue does what they say in a copy of this project, and, where it is
// about report.txt, in a folder that holds the sample report alone: the commands end
// well and make the files that their comments name, and what is shown as output is
// put out.
func TestReadmesAreTrue(t *testing.T) {
	for _, name := range readmes {
		t.Run(name, func(t *testing.T) {
			src := string(readFile(t, filepath.Join("../..", name)))
			examples, _ := filepath.Abs("../../examples")
			p := newScratch(t)
			p.prelude = shellPrelude + spoken[name]
			p.env = append(p.env, "PATH="+filepath.Join(p.dir, "installed")+":"+os.Getenv("PATH"))
			if err := os.CopyFS("examples", os.DirFS(examples)); err != nil {
				t.Fatal(err)
			}
			own := filepath.Join(p.dir, "own")
			write(t, filepath.Join(own, "report.txt"), readFile(t, "reports/cqipc-2023.txt"))
			for _, b := range blocksOf(src) {
				dir := "."
				if strings.Contains(b.text+b.command, "report.txt") {
					dir = own
				}
				p.try(b, dir, own)
			}
		})
	}
}

// try does what a block says.
func (p *scratch) try(b block, dir, own string) {
	p.t.Helper()
	switch b.language {
	case "sh":
		for _, line := range commands(b.text) {
			if said, err := p.shell(dir, line); err != nil {
				p.t.Errorf("%s: %v\n%s", line, err, said)
			}
			p.named(dir, line)
		}
	case "yaml":
		p.spec(b.text, own)
	default:
		if b.command == "" {
			p.t.Fatalf("nothing says where this comes from:\n%s", b.text)
		}
		if said, _ := p.shell(dir, b.command); !strings.Contains(said, b.text) {
			p.t.Errorf("%s says\n%s\nand not\n%s", b.command, said, b.text)
		}
	}
}

// spec writes a spec that begins with its path; where only the data of one is shown,
// the report has them.
func (p *scratch) spec(text, own string) {
	p.t.Helper()
	if path, ok := strings.CutPrefix(strings.Split(text, "\n")[0], "# "); ok {
		write(p.t, filepath.Join(own, path), []byte(text))
		return
	}
	column := hole.FindStringSubmatch(text)[1]
	write(p.t, filepath.Join(own, "shown/figures/data.yaml"), []byte("title: x\nchart: table\ncolumns: "+column+"\n"+text))
	if said, err := p.shell(own, "charts data data --specs shown --report report.txt"); err != nil {
		p.t.Errorf("%s\n%s", text, said)
	}
}

func (p *scratch) shell(dir, line string) (said string, err error) {
	cmd := exec.Command("bash", "-e", "-c", p.prelude+line)
	cmd.Dir, cmd.Env = dir, p.env
	output, err := cmd.CombinedOutput()
	return string(output), err
}

var (
	comment  = regexp.MustCompile(`\s+# .*$`)
	pathName = regexp.MustCompile(`(?:out|reports|specs)/[\w./-]*`)
	hole     = regexp.MustCompile(`"\{(\pL+)[:}]`)
	intoDir  = regexp.MustCompile(`^cd (\S+) &&`)
)

// commands are the lines of a shell block.
func commands(text string) []string { return strings.Split(strings.TrimSpace(text), "\n") }

// named fails the test unless there is what the comment of a command names.
func (p *scratch) named(dir, line string) {
	p.t.Helper()
	if m := intoDir.FindStringSubmatch(line); m != nil {
		dir = filepath.Join(dir, m[1])
	}
	for _, path := range pathName.FindAllString(comment.FindString(line), -1) {
		if _, err := os.Stat(filepath.Join(dir, path)); err != nil {
			p.t.Errorf("%s: %v", line, err)
		}
	}
}

var commandCell = regexp.MustCompile("(?m)^\\| `charts ([a-z]+)((?: --[a-z]+)?)[^`]*` \\|")

// TestReadmesNameTheSameCommands holds both to one another, and their tables to the
// program.
func TestReadmesNameTheSameCommands(t *testing.T) {
	var lines, tables [2][]string
	for i, name := range readmes {
		src := string(readFile(t, filepath.Join("../..", name)))
		for _, b := range blocksOf(src) {
			if b.language != "sh" {
				lines[i] = append(lines[i], b.command)
				continue
			}
			for _, line := range commands(b.text) {
				lines[i] = append(lines[i], comment.ReplaceAllString(line, ""))
			}
		}
		for _, m := range commandCell.FindAllStringSubmatch(src, -1) {
			tables[i] = append(tables[i], m[1]+m[2])
		}
	}
	if !slices.Equal(lines[0], lines[1]) {
		t.Errorf("the commands differ:\n%q\n%q", lines[0], lines[1])
	}
	if !slices.Equal(tables[0], tables[1]) {
		t.Errorf("the tables differ:\n%q\n%q", tables[0], tables[1])
	}
	for _, cmd := range documented(newRoot(streams{voice: voiceOf(nil)})) {
		if !slices.Contains(tables[0], cmd.Name()) {
			t.Errorf("the tables lack charts %s", cmd.Name())
		}
	}
}

var (
	lineOfSample = regexp.MustCompile(`(\d+) in line (\d+) of the sample report`)
	codeSpan     = regexp.MustCompile("`([\\w.-]+/[\\w./-]*)`")
)

// TestDocsNameWhatIsThere: files and folders that the documents name exist, and a
// number that they trace to a line stands there.
func TestDocsNameWhatIsThere(t *testing.T) {
	t.Chdir("../..")
	sample := strings.Split(string(readFile(t, "reports/cqipc-2023.txt")), "\n")
	manual := string(readFile(t, "docs/specs.md"))
	for _, name := range append([]string{"docs/design.md", "CONTRIBUTING.md"}, readmes...) {
		src := string(readFile(t, name))
		for _, m := range codeSpan.FindAllStringSubmatch(src, -1) {
			if strings.HasPrefix(m[1], "github.com/") || m[1] == "encoding/json" || there(m[1]) || there("internal/"+m[1]) {
				continue
			}
			if strings.HasPrefix(m[1], "specs/") && strings.Contains(manual, m[1]) { // a project may have it
				continue
			}
			t.Errorf("%s names %s, which is not there", name, m[1])
		}
		for _, m := range lineOfSample.FindAllStringSubmatch(src, -1) {
			if n, _ := strconv.Atoi(m[2]); n < 1 || n > len(sample) || !strings.Contains(sample[n-1], m[1]) {
				t.Errorf("%s: there is no %s", name, m[0])
			}
		}
	}
}

func there(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
