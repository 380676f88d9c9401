package plot

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"charts/internal/chart"
	"charts/internal/font"
)

var update = flag.Bool("update", false, "write the goldens anew")

type format struct {
	name string
	draw func(*chart.Chart, font.Family) ([]byte, error)
}

// outlined is the SVG of a chart with its letters as outlines.
func outlined(c *chart.Chart, fonts font.Family) ([]byte, error) {
	o := *c
	o.Outlines = true
	return SVG(&o, fonts)
}

var formats = []format{{"png", PNG}, {"svg", SVG}, {"outlined svg", outlined}, {"pdf", PDF}}

// TestEveryMark draws each mark in each format, with and without its data: a
// mark that leaves the picture as it was is not drawn.
func TestEveryMark(t *testing.T) {
	drawn := map[string]bool{}
	for _, c := range everyChart() {
		for _, f := range formats {
			whole := must(t, f, c)
			for i, p := range c.Panels {
				for j, m := range p.Marks {
					drawn[reflect.TypeOf(m).Name()] = true
					same := bytes.Equal(whole, must(t, f, without(c, i, j)))
					if _, silent := m.(chart.Notes); same != silent {
						t.Errorf("%s: %T %d of %s: drawn %v", f.name, m, j, c.ID, !same)
					}
				}
			}
		}
	}
	for _, name := range []string{"Bars", "Lines", "Areas", "Points", "Slices", "Cells", "Flows", "Regions", "Rules", "Notes"} {
		if !drawn[name] {
			t.Errorf("no chart with %s", name)
		}
	}
}

// without returns a chart that lacks one mark of one panel.
func without(c *chart.Chart, panel, mark int) *chart.Chart {
	less := *c
	less.Panels = slices.Clone(c.Panels)
	less.Panels[panel].Marks = slices.Delete(slices.Clone(c.Panels[panel].Marks), mark, mark+1)
	return &less
}

func must(t testing.TB, f format, c *chart.Chart) []byte {
	t.Helper()
	out, err := f.draw(c, font.Family{})
	if err != nil {
		t.Fatalf("%s: %s: %v", f.name, c.ID, err)
	}
	return out
}

// TestGolden holds every chart's SVG. go test -update writes them.
func TestGolden(t *testing.T) {
	for _, c := range everyChart() {
		path := filepath.Join("testdata", c.ID+".svg")
		got := must(t, formats[1], c)
		if *update {
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is no longer what is drawn: look at it, then go test -update", path)
		}
	}
}

// TestSame draws from eight goroutines and wants the same bytes from each.
func TestSame(t *testing.T) {
	for _, f := range formats {
		want := make(map[string][]byte)
		for _, c := range everyChart() {
			want[c.ID] = must(t, f, c)
		}
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				for _, c := range everyChart() {
					if got, err := f.draw(c, font.Family{}); err != nil || !bytes.Equal(got, want[c.ID]) {
						t.Errorf("%s of %s differs between runs (%v)", f.name, c.ID, err)
					}
				}
			})
		}
		wg.Wait()
	}
}

func TestRefused(t *testing.T) {
	tests := []struct {
		name string
		edit func(*chart.Chart)
		want string
	}{
		{"a missing character", func(c *chart.Chart) { c.Texts[0].S = "杨𠮷野" },
			`no glyph for "𠮷" (U+20BB7) in "杨𠮷野": write it with a character of the list of general standard Chinese characters, or name a font that has it in fonts of specs/theme.yaml`},
		{"no width", func(c *chart.Chart) { c.Width = 0 }, "bars has no size: 0 × 226.77 points"},
		{"a size that is no number", func(c *chart.Chart) { c.Height = missing }, "bars has no size: 425.2 × NaN points"},
		{"too large", func(c *chart.Chart) { c.DPI = 3000 },
			"bars has 17717 × 9449 pixels, more than 100 million: make size or dpi smaller"},
		{"an unknown mark", func(c *chart.Chart) { c.Panels[0].Marks = chart.Marks{unknown{}} },
			"bars: a mark of type plot.unknown cannot be drawn"},
	}
	for _, test := range tests {
		for _, f := range formats {
			c := barsChart()
			test.edit(c)
			if _, err := f.draw(c, font.Family{}); err == nil || err.Error() != test.want {
				t.Errorf("%s: %s: got %v, want %s", f.name, test.name, err, test.want)
			}
		}
	}
}

type unknown struct{ chart.Mark }

func TestPDFText(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("no pdftotext")
	}
	c := rowsChart()
	c.Texts[1].S = "姓名 𠅤；（括号）\\ \u2009−5%"
	out := must(t, formats[3], c)
	if len(out) > 60_000 {
		t.Errorf("%d bytes", len(out))
	}
	cmd := exec.Command("pdftotext", "-", "-")
	cmd.Stdin = bytes.NewReader(out)
	text, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"届毕业生毕业去向", "签就业协议形式就业", "2,469（38.62%）", "（括号）\\", "−5%"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("%s is not in\n%s", want, text)
		}
	}
}

// FuzzSVGIsXML: whatever a report says, the SVG is well formed and shows it.
func FuzzSVGIsXML(f *testing.F) {
	f.Add("毕业去向", "a<b>&\"c'")
	f.Add("\x00\x1b[31m", "]]>\u2028")
	f.Add("\xff\xfe", "</svg><script>")
	f.Fuzz(func(t *testing.T, title, text string) {
		c := sheet("fuzz", "标题")
		c.Title, c.Alt, c.Texts[0].S = title, text, text
		for _, draw := range []format{formats[1], formats[2]} {
			out, err := draw.draw(c, font.Family{})
			if err != nil {
				continue // no glyph
			}
			if strings.Contains(string(out), "<script") {
				t.Error("text became markup")
			}
			wellFormed(t, out)
		}
	})
}

func wellFormed(t *testing.T, src []byte) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(src)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, src)
		}
	}
}

func TestNumber(t *testing.T) {
	tests := []struct {
		v    float64
		want string
	}{{0, "0"}, {-0.001, "0"}, {1, "1"}, {1.005, "1"}, {1.239, "1.24"}, {-2.5, "-2.5"}, {1e6, "1000000"}}
	for _, test := range tests {
		if got := number(test.v); got != test.want {
			t.Errorf("number(%v) = %s, want %s", test.v, got, test.want)
		}
	}
}

func TestColor(t *testing.T) {
	tests := []struct{ color, want chart.Color }{
		{"#0b6fb8", "#0b6fb8"}, {"#FFFFFF", "#ffffff"}, {"", "#000000"}, {"red", "#000000"}, {"#12345g", "#000000"},
	}
	for _, test := range tests {
		if got := hex(rgb(test.color)); got != test.want {
			t.Errorf("%s is drawn as %s, want %s", test.color, got, test.want)
		}
	}
}

// TestOwnFonts: a picture is set in the author's fonts, each character in the first that
// has it; what is embedded is named after them.
func TestOwnFonts(t *testing.T) {
	own := func(src []byte) *font.Face {
		face, err := font.Parse(src, "")
		if err != nil {
			t.Fatal(err)
		}
		return face
	}
	var built font.Family
	digits := own(built.Face('0', true).Subset("0123456789"))
	heavy := own(font.TTF(true))
	c := stackedChart()
	for _, test := range []struct {
		fonts font.Family
		want  string // the names of the fonts
	}{
		{built, "NotoSansSC NotoSansSCB"},
		{font.NewFamily(font.Weights{Regular: digits, Bold: digits}), "NotoSansSC NotoSansSC-Bold NotoSansSCB"},
		{font.NewFamily(font.Weights{Regular: heavy, Bold: heavy}), "NotoSansSC-Bold"},
	} {
		pdf, err := PDF(c, test.fonts)
		if err != nil {
			t.Fatal(err)
		}
		names := map[string]bool{}
		for _, m := range regexp.MustCompile(`/BaseFont /[A-Z]{6}\+([\w-]+)`).FindAllSubmatch(pdf, -1) {
			names[string(m[1])] = true
		}
		if got := strings.Join(slices.Sorted(maps.Keys(names)), " "); got != test.want {
			t.Errorf("fonts %q, want %q", got, test.want)
		}
		if again, _ := PDF(c, test.fonts); !bytes.Equal(again, pdf) {
			t.Error("the same chart has other bytes")
		}
	}
	for _, f := range []format{{"png", PNG}, {"outlined svg", outlined}, {"pdf", PDF}} {
		was, _ := f.draw(c, built)
		if now, err := f.draw(c, font.NewFamily(font.Weights{Regular: heavy, Bold: heavy})); err != nil || bytes.Equal(was, now) {
			t.Errorf("%s: looks the same in another font: %v", f.name, err)
		}
	}
}
