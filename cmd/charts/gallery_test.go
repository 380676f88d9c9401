package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"charts/internal/message"
	"charts/internal/prose"
	"charts/internal/spec"
)

var update = flag.Bool("update", false, "draw the gallery anew")

const gallery = "../../docs/gallery"

// The gallery shows what the examples of the manual are drawn as today, on the
// sample report.
func TestGallery(t *testing.T) {
	examples := manualFigures()
	out := t.TempDir()
	drawGallery(t, out, examples)
	kinds := append(spec.Kinds[:len(spec.Kinds):len(spec.Kinds)], facet)
	for _, k := range kinds {
		got, err := os.ReadFile(filepath.Join(out, "figures", k.Name+".svg"))
		if err != nil {
			t.Errorf("the example of %s is not drawn", k.Name)
			continue
		}
		golden(t, filepath.Join(gallery, k.Name+".svg"), got)
	}
	prose.Written(t, gallery+".md", galleryPage(message.English, "gallery", kinds, examples), *update)
	prose.Written(t, "../../docs/zh-CN/gallery.md", galleryPage(message.Chinese, "../gallery", kinds, examples), *update)
}

// galleryPage shows every kind with its example in a language.
func galleryPage(l message.Language, folder string, kinds []spec.Kind, examples map[string]string) string {
	var page strings.Builder
	page.WriteString(galleryHeads[l])
	for _, k := range kinds {
		title := k.Title.In(l)
		page.WriteString("\n## " + message.Of("%s (%s)", k.Name, title).In(l) + "\n\n" + k.Doc.In(l) + "\n\n<table><tr><td>\n\n```yaml\n" + examples[k.Name] +
			"```\n\n</td><td>\n\n<img src=\"" + folder + "/" + k.Name + ".svg\" width=\"420\" alt=\"" + title + "\">\n\n</td></tr></table>\n")
	}
	return page.String()
}

// facet is what a figure of most kinds may be besides.
var facet = spec.Kind{Name: "facet", Title: "small charts", Doc: "one small chart for each value of a column, side by side"}

var galleryHeads = map[message.Language]string{
	message.English: `# Gallery

Every kind of chart with the spec that makes it, drawn from the sample report ` + "`reports/cqipc-2023.txt`" + `; the map alone
shows made-up districts, the calendar made-up visits. The specs are the examples of [the manual](specs.md); ` + "`go test ./cmd/charts -run Gallery -update`" + `
draws the pictures anew, and the tests fail when they are stale.
`,
	message.Chinese: `# 图例

每种图表及生成它的配置，都由示例报告 ` + "`reports/cqipc-2023.txt`" + ` 画出，只有地图用的是虚构的区县。配置就是[手册](specs.md)里的例子；
` + "`go test ./cmd/charts -run Gallery -update`" + ` 重新绘制，图过时则测试不通过。
`,
}

// drawGallery renders the examples in a project of their own.
func drawGallery(t *testing.T, out string, examples map[string]string) {
	t.Helper()
	root := t.TempDir()
	for kind, text := range examples {
		write(t, filepath.Join(root, "specs", "figures", kind+".yaml"), []byte(text))
	}
	for from, to := range map[string]string{
		"../../reports/cqipc-2023.txt": "report.txt", gallery + "/data/districts.csv": "data/districts.csv",
		gallery + "/data/districts.geojson": "data/districts.geojson", gallery + "/data/visits.csv": "data/visits.csv",
	} {
		src, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(root, to), src)
	}
	var stdout, stderr bytes.Buffer
	args := []string{"render", "--specs", filepath.Join(root, "specs"), "--report", "2023=" + filepath.Join(root, "report.txt"), "--format", "svg", "--out", out}
	if code := run(args, nil, &stdout, &stderr); code != 0 {
		t.Fatalf("render ends with %d: %s", code, stderr.String())
	}
}

func write(t *testing.T, path string, src []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, src, 0o666); err != nil {
		t.Fatal(err)
	}
}

// golden compares a file with what it should hold, or writes it.
func golden(t *testing.T, path string, want []byte) {
	t.Helper()
	if *update {
		write(t, path, want)
		return
	}
	if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is stale; run go test ./cmd/charts -run Gallery -update and look at it", filepath.Base(path))
	}
}

var exampleBlock = regexp.MustCompile("(?s)```yaml\n# specs/figures/([a-z]+)\\.yaml\n(.*?)```")

// manualFigures are the manual's examples of the kinds, by kind.
func manualFigures() map[string]string {
	manual, _ := os.ReadFile(filepath.Join("..", "..", "docs", "specs.md")) // a test of spec holds it to the words
	examples := map[string]string{}
	for _, m := range exampleBlock.FindAllStringSubmatch(string(manual), -1) {
		if _, ok := spec.FindKind(m[1]); ok || m[1] == facet.Name {
			examples[m[1]] = m[2]
		}
	}
	return examples
}
