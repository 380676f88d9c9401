package dashboard

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
)

// TestPages goes from one page to another, takes the choice along, and finds the
// way without scripts.
func TestPages(t *testing.T) {
	dir := t.TempDir()
	titles := []string{"去向", "第二页"}
	for own, name := range []string{"one.html", "two & two.html"} {
		p := readerPage()
		p.Title = titles[own]
		p.Pages = []Link{{titles[0], "one.html", own == 0}, {titles[1], "two%20&%20two.html", own == 1}}
		page, err := HTML(p)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), page, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	tb := openFile(t, browsertest.Open(t), filepath.Join(dir, "one.html"))
	here := `document.querySelector('.pages [aria-current="page"]')?.textContent + ' ' + document.title`
	tb.says(here, "去向 去向")
	tb.eval(`location.hash = '#bars?年份=2021+年'; 0`, nil)
	tb.says(`document.querySelectorAll('#columns tbody tr').length`, "1")
	tb.press(".pages li:nth-child(2) a", kb.Enter)
	tb.says(here, "第二页 第二页")
	tb.says(`document.querySelectorAll('#columns tbody tr').length`, "1") // the choice came along
	tb.says(`decodeURIComponent(location.hash)`, "#?年份=2021+年")
	tb.click(".reset")
	tb.click(".pages li:nth-child(1) a")
	tb.says(here+` + location.hash`, "去向 去向")
	tb.run(emulation.SetEmulatedMedia().WithMedia("print"))
	tb.says(`document.querySelector('.pages').checkVisibility()`, "false")
	tb.run(emulation.SetEmulatedMedia().WithMedia("screen"), emulation.SetScriptExecutionDisabled(true), chromedp.Reload())
	tb.click(".pages li:nth-child(2) a")
	tb.says(here, "第二页 第二页")
}
