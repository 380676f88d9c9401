package script_test

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/render/pagetest"
)

// TestAbout opens what a figure and a number mean, and how a figure was computed.
func TestAbout(t *testing.T) {
	p := pagetest.Reader()
	p.Cards[0].About = "升学人数 ÷ 毕业生数。"
	f := &p.Sections[0].Figures[0]
	f.About, f.Query = "落实率 = **就业**与升学 ÷ 毕业生 <b onclick=alert(1)>", "SELECT '<b>' FROM t"
	tb := pagetest.Open(t, p)
	const open = `[...document.querySelectorAll('.about .prose')].filter((el) => el.checkVisibility({ contentVisibilityAuto: true }) && el.offsetHeight).map((el) => el.textContent.trim()).join('|')`
	tb.Says(open, "")
	tb.Press("#bars .about summary", kb.Enter)
	tb.Says(open, "落实率 = 就业与升学 ÷ 毕业生")
	tb.Click(".card .about summary")
	tb.Says(open, "升学人数 ÷ 毕业生数。|落实率 = 就业与升学 ÷ 毕业生")
	tb.Click(`#bars [aria-controls="bars-source"]`)
	tb.Press("#bars .query summary", kb.Enter)
	tb.Says(`document.querySelector('#bars .query code').textContent`, "SELECT '<b>' FROM t")
	tb.Run(chromedp.Reload(), emulation.SetEmulatedMedia().WithMedia("print"))
	tb.Says(open, "升学人数 ÷ 毕业生数。|落实率 = 就业与升学 ÷ 毕业生")
	tb.Quiet()
}
