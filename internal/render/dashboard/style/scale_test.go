package style_test

import (
	"testing"

	"github.com/chromedp/chromedp"

	"charts/internal/chart/charttest"
	"charts/internal/render/pagetest"
)

// TestStageIsFull looks at figures on a projector: their texts are large, their
// marks fill the room, and what is too long for it scrolls in its place.
func TestStageIsFull(t *testing.T) {
	p := pagetest.Sample()
	p.Sections[0].Figures[0].Chart = charttest.Ranking(59)
	tb := pagetest.Open(t, p, chromedp.EmulateViewport(1920, 1080))
	const scrolls = `(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)(document.querySelector('.alone .panels'))`
	for _, tt := range []struct{ figure, scrolls string }{
		{"columns", "false"}, {"lines", "false"}, {"slices", "false"}, {"panels", "false"}, {"bars", "false"},
	} {
		tb.Eval(`location.hash = '#`+tt.figure+`?play=60', 0`, nil)
		tb.Says(`document.querySelector('.figure.alone')?.id`, tt.figure)
		tb.Says(scrolls, tt.scrolls)
		tb.Says(`Math.max(...[...document.querySelectorAll('.alone .live text')].filter((x) => x.textContent !== '5.04').map((x) => parseFloat(getComputedStyle(x).fontSize))) >= 24`, "true")
		tb.Says(`((caption) => document.querySelector('.alone .panels').getBoundingClientRect().bottom <= (caption.checkVisibility() ? caption.getBoundingClientRect().top : innerHeight))(document.querySelector('.alone figcaption'))`, "true")
	}
	tb.Click(".alone .unfold")
	tb.Says(scrolls, "true")
	tb.Eval(`location.hash = '#slices?play=60', 0`, nil)
	tb.Says(`(({ height }) => height > 400)(document.querySelector('.alone .live path[fill="`+string(charttest.Palette[0])+`"]').getBoundingClientRect())`, "true")
	tb.Quiet()
}
