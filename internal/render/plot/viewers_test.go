package plot_test

import (
	"bytes"
	"fmt"
	"image"
	imagedraw "image/draw"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"charts/internal/browsertest"
	"charts/internal/chart"
	"charts/internal/font"
	"charts/internal/kind/kindtest"
	"charts/internal/render/plot"
)

// The picture of a PNG and that of an SVG in other programs may differ in how
// edges and letters are smoothed, which is lost in the mean colour of a block; a
// letter or a mark that is missing or elsewhere is not.
const (
	blockSize  = 8.0  // points
	mostApart  = 22.0 // of 255, in the mean of a block's channels
	viewPixels = 2.0  // a point
)

func TestMain(m *testing.M) { browsertest.Main(m) }

// A viewer turns SVG files into pictures.
type viewer struct {
	name string
	view func(t *testing.T, files []string, charts []*chart.Chart) []*image.RGBA
}

var viewers = []viewer{{"chromium", inChromium}, {"inkscape", inInkscape}, {"libreoffice", inLibreOffice}}

// TestSVGLooksLikePNG opens the SVG of every kind in the programs that people open
// them with.
func TestSVGLooksLikePNG(t *testing.T) {
	useOurFonts(t)
	charts, files := oneOfEachKind(t)
	for _, v := range viewers {
		t.Run(v.name, func(t *testing.T) {
			for i, seen := range v.view(t, files, charts) {
				if worst, at := apart(printed(t, charts[i]), seen, charts[i]); worst > mostApart {
					t.Errorf("%s differs from the PNG by %.0f at %.0f, %.0f points", charts[i].ID, worst, at.X, at.Y)
				}
			}
		})
	}
}

// TestMissingInkIsSeen holds the comparison to its purpose: a picture without one
// of its texts is another.
func TestMissingInkIsSeen(t *testing.T) {
	charts, _ := oneOfEachKind(t)
	for _, c := range charts {
		whole := printed(t, c)
		for i := 0; i < len(c.Texts); i += 1 + len(c.Texts)/4 {
			less := *c
			less.Texts = append(append([]chart.Text(nil), c.Texts[:i]...), c.Texts[i+1:]...)
			if worst, _ := apart(whole, printed(t, &less), c); worst <= mostApart && len([]rune(c.Texts[i].S)) > 1 {
				t.Errorf("%s without %q differs by %.0f only", c.ID, c.Texts[i].S, worst)
			}
		}
	}
}

// oneOfEachKind are charts of usual values, one a kind, and the files of their SVG.
func oneOfEachKind(t *testing.T) (charts []*chart.Chart, files []string) {
	t.Helper()
	dir, done := t.TempDir(), map[string]bool{}
	for _, s := range kindtest.Corpus(t) {
		if done[s.Kind] || !strings.Contains(s.Name, "-usual-") {
			continue
		}
		done[s.Kind] = true
		src, err := plot.SVG(s.Paper, font.Family{})
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, s.Kind+".svg")
		if err := os.WriteFile(file, src, 0o644); err != nil {
			t.Fatal(err)
		}
		charts, files = append(charts, s.Paper), append(files, file)
	}
	return charts, files
}

// useOurFonts makes the fonts of the tool those of the system, for programs that
// ask fontconfig.
func useOurFonts(t *testing.T) {
	t.Helper()
	conf, err := browsertest.Fonts(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("FONTCONFIG_FILE", conf)
}

// printed is the PNG of a chart with few pixels.
func printed(t *testing.T, c *chart.Chart) *image.RGBA {
	t.Helper()
	small := *c
	small.DPI = 72 * viewPixels
	src, err := plot.PNG(&small, font.Family{})
	if err != nil {
		t.Fatal(err)
	}
	return decoded(t, src)
}

// decoded is a picture on white.
func decoded(t *testing.T, src []byte) *image.RGBA {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	box := img.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, box.Dx(), box.Dy()))
	imagedraw.Draw(out, out.Rect, image.White, image.Point{}, imagedraw.Src)
	imagedraw.Draw(out, out.Rect, img, box.Min, imagedraw.Over)
	return out
}

// apart is the greatest difference of the mean colours of a block of two pictures
// of a chart, and where it is.
func apart(a, b *image.RGBA, c *chart.Chart) (worst float64, at chart.Point) {
	for y := 0.0; y+blockSize <= c.Height; y += blockSize / 2 {
		for x := 0.0; x+blockSize <= c.Width; x += blockSize / 2 {
			p, q := mean(a, c, x, y), mean(b, c, x, y)
			d := 0.0
			for i := range p {
				d = max(d, math.Abs(p[i]-q[i]))
			}
			if d > worst {
				worst, at = d, chart.Point{X: x, Y: y}
			}
		}
	}
	return worst, at
}

// mean is the mean colour of a block of a picture.
func mean(img *image.RGBA, c *chart.Chart, x, y float64) (sum [3]float64) {
	scale := float64(img.Rect.Dx()) / c.Width
	box := image.Rect(int(math.Round(x*scale)), int(math.Round(y*scale)), int(math.Round((x+blockSize)*scale)), int(math.Round((y+blockSize)*scale)))
	box = box.Intersect(img.Rect)
	for py := box.Min.Y; py < box.Max.Y; py++ {
		row := img.Pix[img.PixOffset(box.Min.X, py):][:4*box.Dx()]
		for i := 0; i < len(row); i += 4 {
			for k := range sum {
				sum[k] += float64(row[i+k])
			}
		}
	}
	for k := range sum {
		sum[k] /= float64(max(1, box.Dx()*box.Dy()))
	}
	return sum
}

func inChromium(t *testing.T, files []string, charts []*chart.Chart) (all []*image.RGBA) {
	ctx := browsertest.Open(t)
	const pixels = 96.0 / 72 // of CSS, a point
	for i, file := range files {
		var shot []byte
		w, h := int64(math.Round(charts[i].Width*pixels)), int64(math.Ceil(charts[i].Height*pixels))
		if err := chromedp.Run(ctx, chromedp.EmulateViewport(w, h, chromedp.EmulateScale(viewPixels/pixels)),
			chromedp.Navigate("file://"+file), chromedp.CaptureScreenshot(&shot)); err != nil {
			t.Fatal(err)
		}
		all = append(all, decoded(t, shot))
	}
	return all
}

func inInkscape(t *testing.T, files []string, _ []*chart.Chart) []*image.RGBA {
	return converted(t, files, "inkscape", append([]string{"--export-type=png", fmt.Sprintf("--export-dpi=%.0f", 72*viewPixels)}, files...)...)
}

func inLibreOffice(t *testing.T, files []string, _ []*chart.Chart) []*image.RGBA {
	needOffice(t, "probe.svg", `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`, "png")
	profile := "-env:UserInstallation=file://" + t.TempDir()
	return converted(t, files, "soffice", append([]string{profile, "--headless", "--convert-to", "png", "--outdir", filepath.Dir(files[0])}, files...)...)
}

// needOffice skips the test where LibreOffice cannot turn a file into another: its
// parts are installed one by one, and text documents need Writer, drawings Draw.
func needOffice(t *testing.T, name, content, to string) {
	t.Helper()
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("no soffice")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, name)
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	said, _ := exec.CommandContext(t.Context(), "soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless",
		"--convert-to", to, "--outdir", dir, file).CombinedOutput()
	if _, err := os.Stat(strings.TrimSuffix(file, filepath.Ext(file)) + "." + to); err != nil {
		t.Skipf("this soffice makes no %s of %s: %s", to, name, said)
	}
}

// converted runs a program that writes a PNG beside each file.
func converted(t *testing.T, files []string, program string, args ...string) (all []*image.RGBA) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skip("no " + program)
	}
	if out, err := exec.CommandContext(t.Context(), program, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, file := range files {
		src, err := os.ReadFile(strings.TrimSuffix(file, ".svg") + ".png")
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, decoded(t, src))
	}
	return all
}
