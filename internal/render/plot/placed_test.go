package plot_test

import (
	"archive/zip"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/font"
	"charts/internal/kind"
	"charts/internal/render/plot"
	"charts/internal/series"
	"charts/internal/spec"
)

// The size that the spec of the test asks for, in millimetres.
const placedWidth, placedHeight = 150, 90

// TestNaturalSize puts the files of one figure where people put them, without a
// size: they are as large as the spec says.
func TestNaturalSize(t *testing.T) {
	files := placedFiles(t)
	programs := []struct {
		name, format string
		size         func(t *testing.T, file string) (w, h float64)
		within       float64
	}{
		{"soffice", "png", inWriter, 0.05},
		{"soffice", "svg", inWriter, 0.3}, // a pixel of a screen more
		{"inkscape", "svg", inInkscapeSize, 0.05},
		{"pdfinfo", "pdf", inPDFInfo, 0.05},
	}
	for _, p := range programs {
		t.Run(p.name+" "+p.format, func(t *testing.T) {
			if _, err := exec.LookPath(p.name); err != nil {
				t.Skip("no " + p.name)
			}
			w, h := p.size(t, files[p.format])
			if math.Abs(w-placedWidth) > p.within || math.Abs(h-placedHeight) > p.within {
				t.Errorf("the figure is %.2f × %.2f mm, and not %d × %d", w, h, placedWidth, placedHeight)
			}
		})
	}
}

// placedFiles are the files of a figure by format.
func placedFiles(t *testing.T) map[string]string {
	t.Helper()
	src := fmt.Sprintf("title: 大小\nchart: column\nsize: %dx%dmm\ncategory: 类\nvalue: 甲\ndata: {values: [{类: 一, 甲: 1}, {类: 二, 甲: 2}], source: 年报}", placedWidth, placedHeight)
	f, problems := spec.ParseFigure("placed.yaml", []byte(src))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	store, err := series.NewStore(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	frame, _ := store.Figure(t.Context(), f)
	c, problems := kind.Resolve(f, frame, kind.Options{})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	dir, files := t.TempDir(), map[string]string{}
	for format, draw := range map[string]func(*chart.Chart, font.Family) ([]byte, error){"png": plot.PNG, "svg": plot.SVG, "pdf": plot.PDF} {
		src, err := draw(c, font.Family{})
		if err != nil {
			t.Fatal(err)
		}
		files[format] = filepath.Join(dir, "placed."+format)
		if err := os.WriteFile(files[format], src, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// insertMacro does what 插入 › 图像 does: it alone reads the size of a picture from
// its file.
const insertMacro = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Place" script:language="StarBasic">Sub Insert(file, into)
 Dim none()
 Dim picture(0) As New com.sun.star.beans.PropertyValue
 doc = StarDesktop.loadComponentFromURL(&quot;private:factory/swriter&quot;, &quot;_blank&quot;, 0, none())
 picture(0).Name = &quot;FileName&quot;
 picture(0).Value = file
 createUnoService(&quot;com.sun.star.frame.DispatchHelper&quot;).executeDispatch(doc.CurrentController.Frame, &quot;.uno:InsertGraphic&quot;, &quot;&quot;, 0, picture())
 doc.storeToURL(into, none())
 doc.close(True)
End Sub
</script:module>
`

// inWriter is the size of a picture in a text document of LibreOffice.
func inWriter(t *testing.T, file string) (w, h float64) {
	needOffice(t, "probe.txt", "x", "odt")
	dir := t.TempDir()
	office := func(args ...string) {
		args = append([]string{"-env:UserInstallation=file://" + dir, "--headless", "--norestore"}, args...)
		if out, err := exec.CommandContext(t.Context(), "soffice", args...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	office("--terminate_after_init") // makes the profile that the macro goes to
	library := filepath.Join(dir, "user", "basic", "Standard")
	list, err := os.ReadFile(filepath.Join(library, "script.xlb"))
	if err != nil {
		t.Skip(err)
	}
	named := strings.Replace(string(list), "</library:library>", ` <library:element library:name="Place"/></library:library>`, 1)
	for name, text := range map[string]string{"script.xlb": named, "Place.xba": insertMacro} {
		if err := os.WriteFile(filepath.Join(library, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	into := filepath.Join(dir, "placed.odt")
	office(fmt.Sprintf("macro:///Standard.Place.Insert(file://%s,file://%s)", file, into))
	return frameSize(t, into)
}

var frameSides = regexp.MustCompile(`<draw:frame[^>]* svg:width="([0-9.]+)(in|cm|mm)" svg:height="([0-9.]+)`)

// frameSize is the size of the only picture of an .odt.
func frameSize(t *testing.T, file string) (w, h float64) {
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	content, err := z.Open("content.xml")
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(content)
	if err != nil {
		t.Fatal(err)
	}
	m := frameSides.FindSubmatch(text)
	if m == nil {
		t.Fatalf("no picture in %s", text)
	}
	unit := map[string]float64{"in": 25.4, "cm": 10, "mm": 1}[string(m[2])]
	return number(t, string(m[1])) * unit, number(t, string(m[3])) * unit
}

// inInkscapeSize is the size of the page of an SVG, which Inkscape tells in
// pixels of CSS.
func inInkscapeSize(t *testing.T, file string) (w, h float64) {
	out, err := exec.CommandContext(t.Context(), "inkscape", "--query-all", file).Output()
	if err != nil {
		t.Fatal(err)
	}
	page := strings.Split(strings.SplitN(string(out), "\n", 2)[0], ",") // its id, x, y, width, height
	if len(page) != 5 {
		t.Fatalf("no page in %s", out)
	}
	return number(t, page[3]) * 25.4 / 96, number(t, page[4]) * 25.4 / 96
}

var pageSides = regexp.MustCompile(`Page size:\s+([0-9.]+) x ([0-9.]+) pts`)

func inPDFInfo(t *testing.T, file string) (w, h float64) {
	out, err := exec.CommandContext(t.Context(), "pdfinfo", file).Output()
	if err != nil {
		t.Fatal(err)
	}
	m := pageSides.FindSubmatch(out)
	if m == nil {
		t.Fatalf("no page size in %s", out)
	}
	return number(t, string(m[1])) * 25.4 / 72, number(t, string(m[2])) * 25.4 / 72
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
