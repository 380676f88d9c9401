package dashboard

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
)

// TestAbout opens what a figure and a number mean, and how a figure was computed.
func TestAbout(t *testing.T) {
	p := readerPage()
	p.Cards[0].About = "升学人数 ÷ 毕业生数。"
	f := &p.Sections[0].Figures[0]
	f.About, f.Query = "落实率 = **就业**与升学 ÷ 毕业生 <b onclick=alert(1)>", "SELECT '<b>' FROM t"
	tb := openTab(t, browsertest.Open(t), p)
	const open = `[...document.querySelectorAll('.about .prose')].filter((el) => el.checkVisibility({ contentVisibilityAuto: true }) && el.offsetHeight).map((el) => el.textContent.trim()).join('|')`
	tb.says(open, "")
	tb.press("#bars .about summary", kb.Enter)
	tb.says(open, "落实率 = 就业与升学 ÷ 毕业生")
	tb.click(".card .about summary")
	tb.says(open, "升学人数 ÷ 毕业生数。|落实率 = 就业与升学 ÷ 毕业生")
	tb.click(`#bars [aria-controls="bars-source"]`)
	tb.press("#bars .query summary", kb.Enter)
	tb.says(`document.querySelector('#bars .query code').textContent`, "SELECT '<b>' FROM t")
	tb.run(chromedp.Reload(), emulation.SetEmulatedMedia().WithMedia("print"))
	tb.says(open, "升学人数 ÷ 毕业生数。|落实率 = 就业与升学 ÷ 毕业生")
	tb.quiet()
}
