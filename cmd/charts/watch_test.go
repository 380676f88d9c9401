//go:build unix

package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	watchedReport = "1 概况\n\n1.1 就业\n\n表 6：毕业生毕业去向\n\n毕业去向\t人数\t比例\n就业\t2924\t54.2%\n升学\t2469\t45.8%\n"
	watchedSpec   = "title: 毕业去向\nchart: bar\ndata: {table: 表 6}\ncategory: 毕业去向\nvalue: 人数\n"
)

// --watch draws again after a save, tells of a fault and when it is mended, and
// ends when interrupted.
func TestWatch(t *testing.T) {
	dir := t.TempDir()
	report, spec, figure := filepath.Join(dir, "report.txt"), filepath.Join(dir, "specs/figures/where.yaml"), filepath.Join(dir, "out/figures/where.svg")
	write(t, report, []byte(watchedReport))
	write(t, spec, []byte(watchedSpec))
	said, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd := command(t, dir, "render", "--report", "report.txt", "--format", "svg", "--watch")
	cmd.Stdout, cmd.Stderr = w, w
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	w.Close()
	lines := bufio.NewScanner(said)
	until := func(want string) {
		t.Helper()
		for lines.Scan() {
			if strings.Contains(lines.Text(), want) {
				return
			}
		}
		t.Fatalf("it ended without a word of %q", want)
	}

	until("out/figures/where.svg")
	before := readFile(t, figure)
	write(t, report, []byte(strings.Replace(watchedReport, "2469", "2481", 1)))
	until("out/figures/where.svg")
	if string(readFile(t, figure)) == string(before) {
		t.Error("the figure was written and is the same")
	}
	write(t, spec, []byte(strings.Replace(watchedSpec, "人数", "人头", 1)))
	until(`where.yaml:5:8: no column "人头"`)
	write(t, spec, []byte(watchedSpec))
	until("charts: 0 written, 1 unchanged")
	cmd.Process.Signal(os.Interrupt)
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
}
