package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"charts/internal/build"
)

// cellPayloads are 300 texts that would run in a page if any stage between the
// report and the page took them for more than text. Running one makes the page's
// element with the id hacked.
func cellPayloads() []string {
	var all []string
	for _, open := range []string{
		`<script>%s</script>`, `</script><script>%s</script>`, `<img src=x onerror="%s">`, `<svg onload=%s>`, `"><svg/onload=%s>`,
		`' onfocus='%s' autofocus x='`, `javascript:%s`, `[link](javascript:%s)`, `<iframe srcdoc="<script>parent.%s</script>">`,
		`</title><script>%s</script>`, `</style><script>%s</script>`, `--><script>%s</script>`, `{{%s}}`, `${%s}`, `{"$fn":"%s"}`,
		`'+%s+'`, `";%s//`, `</textarea><script>%s</script>`, `<details open ontoggle=%s>`, `<style>@import '%s'</style>`,
	} {
		for i := range 15 {
			all = append(all, fmt.Sprintf(open, fmt.Sprintf("document.body.id='hacked'+%d", i)))
		}
	}
	return all
}

// TestPayloadsInReportAndSideFile renders a page from a report and a side file
// whose every text is a payload, and opens it.
func TestPayloadsInReportAndSideFile(t *testing.T) {
	all := cellPayloads()
	dir := payloadProject(t, all)
	t.Chdir(dir)
	o := build.Options{Out: "out", Specs: "specs"}
	p, problems := build.Load(o)
	_, more := build.Render(t.Context(), p, o, func(int, int) {})
	if problems = append(problems, more...); problems.HasErrors() {
		t.Fatal(problems)
	}
	page, err := os.ReadFile("out/page.html")
	if err != nil {
		t.Fatal(err)
	}
	shown := html.UnescapeString(string(page))
	for i, text := range all {
		if n := strings.Count(shown, text); n < 2 {
			t.Errorf("%d: %q stands %d times on the page, want it from the report and from the file", i, text, n)
		}
	}
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("no chromium")
	}
	dom, err := exec.Command(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=4000", "--dump-dom", "file://"+filepath.Join(dir, "out/page.html")).Output()
	if err != nil {
		t.Fatal(err)
	}
	if s := string(dom); strings.Contains(s, `id="hacked`) || strings.Contains(s, "<iframe") || !strings.Contains(s, `class="live"`) {
		t.Error("a payload ran or made an element, or nothing was drawn")
	}
}

// payloadProject writes a report and a side file of payloads with figures of both.
func payloadProject(t *testing.T, all []string) string {
	dir := t.TempDir()
	var report strings.Builder
	w := csv.NewWriter(&report)
	w.Write([]string{"名称", "人数"})
	var rows []map[string]any
	for i, text := range all {
		w.Write([]string{text, fmt.Sprint(i + 1)})
		rows = append(rows, map[string]any{"名称": text, "人数": i + 1})
	}
	w.Flush()
	side, err := json.Marshal(rows)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"report.csv":               report.String(),
		"side.json":                string(side),
		"specs/charts.yaml":        "reports: report.csv\nformats: [html]\n",
		"specs/figures/cells.yaml": "title: 报告\nchart: bar\ndata: {table: report}\ncategory: 名称\nvalue: 人数\nsort: -人数\ntop: 20\n",
		"specs/figures/table.yaml": "title: 报告全表\nchart: table\ndata: {table: report}\ncolumns: [名称, 人数]\n",
		"specs/figures/side.yaml":  "title: 附件\nchart: table\ndata: {file: side.json}\ncolumns: [名称, 人数]\n",
		"specs/dashboards/page.yaml": "title: 页\nfilters: [名称]\ncards:\n  - title: 数\n    data: {table: report, where: 人数 = 1}\n    value: 人数\n" +
			"figures: [cells, table, side]\n",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
