package render_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"charts/internal/browsertest"
	"charts/internal/font"
	"charts/internal/kind/kindtest"
	"charts/internal/render/plot"
)

// crowdedPictures are the still pictures for a phone whose texts meet, as in
// crowded.
var crowdedPictures = map[string]string{
	"scatter-negative": corner, "scatter-long": corner,
	"bubble-long": corner,
}

const corner = "the numbers at which two axes begin; their digits do not meet"

// TestPhonePictures looks at the still pictures for a phone in the same way.
func TestPhonePictures(t *testing.T) {
	var page strings.Builder
	page.WriteString("<!doctype html><meta charset=utf-8><style>.live { width: 292px } svg { width: 100%; height: auto; display: block }</style>")
	for _, s := range kindtest.Corpus(t) {
		for _, pattern := range []string{"usual", "negative", "long"} {
			if s.Phone == nil || !strings.Contains(s.Name, "-"+pattern+"-") {
				continue
			}
			svg, err := plot.SVG(s.Phone, font.Family{})
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&page, `<div id="%s-chart"><div class="live">%s</div></div>`, s.Name, svg)
		}
	}
	file := filepath.Join(t.TempDir(), "pictures.html")
	if err := os.WriteFile(file, []byte(page.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	var faults []string
	if err := chromedp.Run(browsertest.Open(t), chromedp.EmulateViewport(360, 740), chromedp.Navigate("file://"+file), chromedp.Evaluate(clashes, &faults)); err != nil {
		t.Fatal(err)
	}
	compare(t, faults, crowdedPictures)
}
