package dashboard

import (
	"testing"

	"github.com/chromedp/chromedp"

	"charts/internal/browsertest"
)

// seen are the figures that the reader sees.
const seen = `[...document.querySelectorAll('.figure')].filter((f) => f.checkVisibility()).map((f) => f.id).join()`

// The lead stands beside the key points; on a phone under them, and sections fold.
func TestFront(t *testing.T) {
	p := readerPage()
	p.Points = []Point{{Spans: []Span{{Text: "升学率"}}}}
	p.Sections = append([]Section{{Leads: true, Figures: samplePage().Sections[0].Figures[1:2]}}, p.Sections...)
	p.Sections[1].Title, p.Sections[2].Title = "就业", "招生"
	lead, closed := p.Sections[0].Figures[0].ID, p.Sections[2].Figures[0].ID
	where := `(([points, lead]) => [lead.left >= points.right, lead.top >= points.bottom].join())(['.points', '.lead'].map((s) => document.querySelector(s).getBoundingClientRect()))`
	ctx := browsertest.Open(t)

	tb := openTab(t, ctx, p)
	tb.says(where, "true,false")
	tb.says(`document.querySelectorAll('.part').length + ' ' + document.querySelector('.lead .figure').id`, "2 "+lead)
	tb.quiet()

	tb = openTab(t, ctx, p, chromedp.EmulateViewport(360, 700))
	tb.says(where, "false,true")
	shown := `document.getElementById('` + closed + `').checkVisibility()`
	tb.says(shown, "false")
	tb.click(".closed .folder")
	tb.says(shown, "true")
	tb.click(`[aria-labelledby="part-2-title"] .folder`)
	tb.says(shown, "false")
	tb.eval(`location.hash = '#`+closed+`'`, nil)
	tb.says(shown, "true")
	tb.quiet()
}

// A frame has one figure with its source, and nothing of the page around it.
func TestEmbedded(t *testing.T) {
	ctx := browsertest.Open(t)
	alone := readerPage()
	alone.Embedded, alone.Sections = true, []Section{{Figures: alone.Sections[0].Figures[:1]}}
	for _, tt := range []struct {
		name, hash, want string
		page             *Page
	}{
		{"of a page", "#figure=bars", "bars", readerPage()},
		{"narrowed", "#figure=bars?年份=2023", "bars", readerPage()},
		{"on its own", "", "bars", alone},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tb := openTab(t, ctx, tt.page, chromedp.EmulateViewport(600, 400))
			tb.eval(`location.hash = '`+tt.hash+`'`, nil)
			tb.run(chromedp.Reload())
			tb.says(seen, tt.want)
			tb.says(`['h1', '.foot', '.rail', '.filters', '.points'].filter((s) => document.querySelector(s)?.checkVisibility()).join()`, "")
			tb.says(`document.querySelector('#bars .cite').textContent === document.querySelector('#bars .menu .from').textContent`, "true")
			tb.quiet()
		})
	}
	tb := openTab(t, ctx, readerPage())
	tb.eval(`location.hash = '#figure=nobody'`, nil)
	tb.run(chromedp.Reload())
	tb.says(`document.querySelector('h1').checkVisibility()`, "true")
	tb.quiet()
}
