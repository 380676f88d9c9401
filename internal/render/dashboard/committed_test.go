package dashboard_test

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
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			testCommitted(t, browsertest.OpenFile(t, file), file)
		})
	}
}

func testCommitted(t *testing.T, tb *browsertest.Tab, file string) {
	if info, err := os.Stat(file); err != nil || info.Size() > 1_600_000 {
		t.Errorf("the page has %d bytes, %v", info.Size(), err)
	}
	var figures []string
	tb.Eval(`[...document.querySelectorAll('.figure')].map((f) => f.id)`, &figures)
	if filepath.Base(file) == "leadership.html" && len(figures) != 10 {
		t.Errorf("leadership has %d figures, want 10", len(figures))
	}
	for _, id := range figures {
		tb.Eval(fmt.Sprintf(`document.querySelector('.shift [aria-controls="%s"]')?.click(), 0`, id), nil)
		tb.Eval(fmt.Sprintf(`document.querySelectorAll('.rail.tabs a').forEach((a) => document.getElementById(a.hash.slice(1)).querySelector('[id="%s"]') && a.click()); 0`, id), nil)
		tb.Says(fmt.Sprintf(`[...document.querySelectorAll('#%s .live path, #%[1]s .live circle, #%[1]s .live text')].filter((p) => p.getBoundingClientRect().width > 4 && p.getAttribute('fill') !== 'none').length > 0`, id), "true")
		tb.Press("#"+id+" .live", kb.ArrowRight)
		tb.Says(fmt.Sprintf(`(document.querySelector('#%s .tip-value')?.textContent ?? '').length > 0`, id), "true")
		tb.Says(fmt.Sprintf(`document.querySelector('#%s .tip-source') !== null`, id), "true")
	}
	for _, width := range []int64{1920, 1280, 768, 360} {
		tb.Run(chromedp.EmulateViewport(width, 900))
		tb.Settle()
		tb.Says(`document.documentElement.scrollWidth <= document.documentElement.clientWidth`, "true")
	}
	tb.Run(emulation.SetEmulatedMedia().WithMedia("print"))
	tb.Says(`[...document.querySelectorAll('.figure')].every((f) => [...f.querySelectorAll('img')].filter((img) => img.checkVisibility()).length === 1 && !f.querySelector('.live').checkVisibility())`, "true")
	tb.Quiet()
}
