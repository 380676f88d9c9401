package main

import (
	"bytes"
	"encoding/binary"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// maxPDF is how large the PDF of a figure may be.
const maxPDF = 60 << 10

// TestPrintedFigures draws the project's own figures and reads them as others
// would: every Chinese word of the SVG is found in the PDF, whose fonts are
// subsets, and the PNG says the size in millimetres that the SVG has.
func TestPrintedFigures(t *testing.T) {
	out := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Chdir("../..")
	if code := run([]string{"render", "--quiet", "--format", "png,svg,pdf", "--out", out}, nil, io.Discard, os.Stderr); code != 0 {
		t.Fatalf("render ends with %d", code)
	}
	svgs, err := filepath.Glob(filepath.Join(out, "figures", "*.svg"))
	if err != nil || len(svgs) == 0 {
		t.Fatalf("no figures: %v", err)
	}
	for _, path := range svgs {
		name := strings.TrimSuffix(path, ".svg")
		t.Run(filepath.Base(name), func(t *testing.T) {
			svg := readFile(t, path)
			checkSize(t, svg, readFile(t, name+".png"))
			if info := readFile(t, name+".pdf"); len(info) > maxPDF {
				t.Errorf("the PDF has %d bytes", len(info))
			}
			checkWords(t, svg, pdfTool(t, "pdftotext", name+".pdf", "-"))
			checkFonts(t, pdfTool(t, "pdffonts", name+".pdf"))
		})
	}
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// pdfTool runs a command of poppler.
func pdfTool(t *testing.T, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("no %s, and CI needs it", name)
		}
		t.Skipf("no %s", name)
	}
	text, err := exec.Command(name, args...).Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

var (
	svgText  = regexp.MustCompile(`<text [^>]*>([^<]*)</text>`)
	svgWidth = regexp.MustCompile(`width="([0-9.]+)mm" height="([0-9.]+)mm"`)
)

// checkWords looks for every run of 汉字 of the texts.
func checkWords(t *testing.T, svg []byte, pdf string) {
	t.Helper()
	pdf = strings.Join(strings.Fields(pdf), "")
	for _, m := range svgText.FindAllSubmatch(svg, -1) {
		notHan := func(r rune) bool { return !unicode.Is(unicode.Han, r) }
		for _, word := range strings.FieldsFunc(string(m[1]), notHan) {
			if !strings.Contains(pdf, word) {
				t.Errorf("pdftotext does not find %s", word)
			}
		}
	}
}

// checkFonts reads the table of pdffonts: its fifth column says whether a font is
// a subset, and names of subsets have a tag.
func checkFonts(t *testing.T, table string) {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(table), "\n")
	if len(lines) < 3 {
		t.Fatalf("no fonts:\n%s", table)
	}
	for _, l := range lines[2:] {
		if !regexp.MustCompile(`^[A-Z]{6}\+NotoSansSC.* yes yes yes `).MatchString(l) {
			t.Errorf("not a subset: %s", l)
		}
	}
}

// checkSize compares the pixels of the PNG, by its own resolution, with the
// millimetres of the SVG.
func checkSize(t *testing.T, svg, png []byte) {
	t.Helper()
	m := svgWidth.FindSubmatch(svg)
	phys := bytes.Index(png, []byte("pHYs"))
	if m == nil || phys < 0 || png[phys+12] != 1 {
		t.Fatal("no size in mm")
	}
	for i := range 2 {
		want, _ := strconv.ParseFloat(string(m[1+i]), 64)
		pixels := float64(binary.BigEndian.Uint32(png[16+4*i:]))
		perMetre := float64(binary.BigEndian.Uint32(png[phys+4+4*i:]))
		if got := 1000 * pixels / perMetre; math.Abs(got-want) > 0.1 {
			t.Errorf("the PNG has %.2f mm and the SVG %.2f mm", got, want)
		}
	}
}
