package dashboard

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
)

// TestFold shows the beginning of a long ranking on a phone, and all of it to a
// reader who asks.
func TestFold(t *testing.T) {
	p := readerPage()
	p.Sections[0].Figures[0].Chart = ranking(59)
	tb := openTab(t, browsertest.Open(t), p, chromedp.EmulateViewport(360, 740))
	const (
		high = `document.querySelector('#bars .panel.chart').offsetHeight <= innerHeight`
		said = `[...document.querySelectorAll('.unfold')].filter((b) => b.checkVisibility()).map((b) => b.textContent + b.ariaExpanded).join()`
	)
	tb.says(high, "true")
	tb.says(said, "首尾各 5 项 · 展开全部 59 项false")
	tb.press("#bars .unfold", kb.Enter)
	tb.says(high, "false")
	tb.says(said, "收起true")
	tb.click("#bars .unfold")
	tb.says(high, "true")
	tb.says(`Math.round(document.getElementById('bars').getBoundingClientRect().top) >= 0`, "true")
	tb.press("#bars .live", kb.End) // the last bar
	tb.says(`(({ bottom }) => bottom < document.querySelector('#bars .panel.chart').getBoundingClientRect().bottom)(document.querySelector('#bars .tip').getBoundingClientRect())`, "true")
	tb.quiet()
}
