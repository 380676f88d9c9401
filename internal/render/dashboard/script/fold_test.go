package script_test

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/chart/charttest"
	"charts/internal/render/pagetest"
)

// TestFold shows the beginning of a long ranking on a phone, and all of it to a
// reader who asks.
func TestFold(t *testing.T) {
	p := pagetest.Reader()
	p.Sections[0].Figures[0].Chart = charttest.Ranking(59)
	tb := pagetest.Open(t, p, chromedp.EmulateViewport(360, 740))
	const (
		high = `document.querySelector('#bars .panel.chart').offsetHeight <= innerHeight`
		said = `[...document.querySelectorAll('.unfold')].filter((b) => b.checkVisibility()).map((b) => b.textContent + b.ariaExpanded).join()`
	)
	tb.Says(high, "true")
	tb.Says(said, "首尾各 5 项 · 展开全部 59 项false")
	tb.Press("#bars .unfold", kb.Enter)
	tb.Says(high, "false")
	tb.Says(said, "收起true")
	tb.Click("#bars .unfold")
	tb.Says(high, "true")
	tb.Says(`Math.round(document.getElementById('bars').getBoundingClientRect().top) >= 0`, "true")
	tb.Press("#bars .live", kb.End) // the last bar
	tb.Says(`(({ bottom }) => bottom < document.querySelector('#bars .panel.chart').getBoundingClientRect().bottom)(document.querySelector('#bars .tip').getBoundingClientRect())`, "true")
	tb.Quiet()
}
