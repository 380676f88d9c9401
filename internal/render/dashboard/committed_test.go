package dashboard

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
)

// TestCommittedPages opens the pages that the sample project ships.
func TestCommittedPages(t *testing.T) {
	files, err := filepath.Glob("../../../out/*.html")
	if err != nil || len(files) == 0 {
		t.Skip("no pages in out")
	}
	ctx := browsertest.Open(t)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			testCommitted(t, openFile(t, ctx, file), file)
		})
	}
}

func testCommitted(t *testing.T, tb *tab, file string) {
	if info, err := os.Stat(file); err != nil || info.Size() > 1_600_000 {
		t.Errorf("the page has %d bytes, %v", info.Size(), err)
	}
	var figures []string
	tb.eval(`[...document.querySelectorAll('.figure')].map((f) => f.id)`, &figures)
	if filepath.Base(file) == "leadership.html" && len(figures) != 10 {
		t.Errorf("leadership has %d figures, want 10", len(figures))
	}
	for _, id := range figures {
		tb.eval(fmt.Sprintf(`document.querySelector('.shift [aria-controls="%s"]')?.click(), 0`, id), nil)
		tb.eval(fmt.Sprintf(`document.querySelectorAll('.rail.tabs a').forEach((a) => document.getElementById(a.hash.slice(1)).querySelector('[id="%s"]') && a.click()); 0`, id), nil)
		tb.says(fmt.Sprintf(`[...document.querySelectorAll('#%s .live path, #%[1]s .live circle, #%[1]s .live text')].filter((p) => p.getBoundingClientRect().width > 4 && p.getAttribute('fill') !== 'none').length > 0`, id), "true")
		tb.press("#"+id+" .live", kb.ArrowRight)
		tb.says(fmt.Sprintf(`(document.querySelector('#%s .tip-value')?.textContent ?? '').length > 0`, id), "true")
		tb.says(fmt.Sprintf(`document.querySelector('#%s .tip-source') !== null`, id), "true")
	}
	for _, width := range []int64{1920, 1280, 768, 360} {
		tb.run(chromedp.EmulateViewport(width, 900))
		tb.settle()
		tb.says(`document.documentElement.scrollWidth <= document.documentElement.clientWidth`, "true")
	}
	tb.run(emulation.SetEmulatedMedia().WithMedia("print"))
	tb.says(`[...document.querySelectorAll('.figure')].every((f) => [...f.querySelectorAll('img')].filter((img) => img.checkVisibility()).length === 1 && !f.querySelector('.live').checkVisibility())`, "true")
	tb.quiet()
}
