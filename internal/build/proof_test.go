package build

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// traced reads one report that stands alone.
func traced(t *testing.T, name string, src []byte) *Project {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, src, 0o666); err != nil {
		t.Fatal(err)
	}
	p, problems := LoadReports(Options{Specs: t.TempDir(), Reports: []ReportArg{{Paths: []string{path}}}, Trace: true})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return p
}

// TestProofIsInert: what a report says is text on the page, which runs nothing.
func TestProofIsInert(t *testing.T) {
	p := traced(t, "r.txt", []byte("表 1：<script>alert(1)</script>\n\n去向\"'>\t人数<b>\n<img src=x onerror=alert(1)>\t12\n参军\t3\n\n表 2：没有\n\n一句话。\n"))
	tables, _ := p.Tables("")
	src, err := p.ProofHTML(tables, Unread(p), "en")
	if err != nil {
		t.Fatal(err)
	}
	html := string(src)
	for _, want := range []string{"default-src 'none'", "&lt;script&gt;alert", "no table was read under 表 2"} {
		if !strings.Contains(html, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	for _, never := range []string{"<script", "<img", "<b>", "http:", "style="} {
		if strings.Contains(strings.ReplaceAll(html, "http://www.w3.org/2000/svg", ""), never) {
			t.Errorf("the page has %s", never)
		}
	}
}

// TestProofOfPages: the page lies under the picture, and shows through.
func TestProofOfPages(t *testing.T) {
	src, err := os.ReadFile("../report/testdata/browser.pdf")
	if err != nil {
		t.Fatal(err)
	}
	p := traced(t, "r.pdf", src)
	tables, _ := p.Tables("")
	html, err := p.ProofHTML(tables[:1], nil, "en")
	if err != nil || !bytes.Contains(html, []byte(`href="data:image/png;base64,`)) {
		t.Errorf("no page in the HTML: %v", err)
	}
	drawn, err := p.ProofPNG(tables[0], "en")
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(drawn))
	if err != nil {
		t.Fatal(err)
	}
	proofs, _ := proofs(p, tables[:1], "en")
	for _, s := range proofs[0].sheets {
		page := proofs[0].pages[s.Page.Number]
		if page.ink == nil || len(s.Chart.Texts) == 0 {
			t.Fatalf("page %d is not drawn", s.Page.Number)
		}
		if want := int(s.Chart.Width * pixel); img.Bounds().Dx() != want {
			t.Errorf("%d pixels wide, want %d", img.Bounds().Dx(), want)
		}
		for y := range page.ink.Rect.Dy() {
			for x := range page.ink.Rect.Dx() {
				if page.ink.GrayAt(x, y).Y > 40 {
					continue
				}
				darkest := uint32(0xffff)
				for k := range pixel * pixel {
					r, _, _, _ := img.At((x+int(s.At.X))*pixel+k%pixel, (y+int(s.At.Y))*pixel+k/pixel).RGBA()
					darkest = min(darkest, r)
				}
				if darkest > 0x6000 {
					t.Fatalf("the ink of the page at %d, %d does not show", x, y)
				}
			}
		}
	}
}
