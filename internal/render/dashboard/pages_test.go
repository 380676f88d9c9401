package dashboard_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
	"charts/internal/render/dashboard"
	"charts/internal/render/pagetest"
)

// TestPages goes from one page to another, takes the choice along, and finds the
// way without scripts.
func TestPages(t *testing.T) {
	dir := t.TempDir()
	titles := []string{"去向", "第二页"}
	for own, name := range []string{"one.html", "two & two.html"} {
		p := pagetest.Reader()
		p.Title = titles[own]
		p.Pages = []dashboard.Link{{Title: titles[0], Address: "one.html", Own: own == 0}, {Title: titles[1], Address: "two%20&%20two.html", Own: own == 1}}
		page, err := dashboard.HTML(p)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), page, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	tb := browsertest.OpenFile(t, filepath.Join(dir, "one.html"))
	here := `document.querySelector('.pages [aria-current="page"]')?.textContent + ' ' + document.title`
	tb.Says(here, "去向 去向")
	tb.Eval(`location.hash = '#bars?年份=2021+年'; 0`, nil)
	tb.Says(`document.querySelectorAll('#columns tbody tr').length`, "1")
	tb.Press(".pages li:nth-child(2) a", kb.Enter)
	tb.Says(here, "第二页 第二页")
	tb.Says(`document.querySelectorAll('#columns tbody tr').length`, "1") // the choice came along
	tb.Says(`decodeURIComponent(location.hash)`, "#?年份=2021+年")
	tb.Click(".reset")
	tb.Click(".pages li:nth-child(1) a")
	tb.Says(here+` + location.hash`, "去向 去向")
	tb.Run(emulation.SetEmulatedMedia().WithMedia("print"))
	tb.Says(`document.querySelector('.pages').checkVisibility()`, "false")
	tb.Run(emulation.SetEmulatedMedia().WithMedia("screen"), emulation.SetScriptExecutionDisabled(true), chromedp.Reload())
	tb.Click(".pages li:nth-child(2) a")
	tb.Says(here, "第二页 第二页")
}
