package dashboard

import (
	"testing"

	"github.com/chromedp/chromedp"

	"charts/internal/browsertest"
)

// TestStageIsFull looks at figures on a projector: their texts are large, their
// marks fill the room, and what is too long for it scrolls in its place.
func TestStageIsFull(t *testing.T) {
	p := samplePage()
	p.Sections[0].Figures[0].Chart = ranking(59)
	tb := openTab(t, browsertest.Open(t), p, chromedp.EmulateViewport(1920, 1080))
	const scrolls = `(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)(document.querySelector('.alone .panels'))`
	for _, tt := range []struct{ figure, scrolls string }{
		{"columns", "false"}, {"lines", "false"}, {"slices", "false"}, {"panels", "false"}, {"bars", "false"},
	} {
		tb.eval(`location.hash = '#`+tt.figure+`?play=60', 0`, nil)
		tb.says(onStage, tt.figure)
		tb.says(scrolls, tt.scrolls)
		tb.says(`Math.max(...[...document.querySelectorAll('.alone .live text')].filter((x) => x.textContent !== '5.04').map((x) => parseFloat(getComputedStyle(x).fontSize))) >= 24`, "true")
		tb.says(`((caption) => document.querySelector('.alone .panels').getBoundingClientRect().bottom <= (caption.checkVisibility() ? caption.getBoundingClientRect().top : innerHeight))(document.querySelector('.alone figcaption'))`, "true")
	}
	tb.click(".alone .unfold")
	tb.says(scrolls, "true")
	tb.eval(`location.hash = '#slices?play=60', 0`, nil)
	tb.says(`(({ height }) => height > 400)(document.querySelector('.alone .live path[fill="`+string(palette[0])+`"]').getBoundingClientRect())`, "true")
	tb.quiet()
}
