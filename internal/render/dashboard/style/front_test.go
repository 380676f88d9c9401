package style_test

import (
	"testing"

	"github.com/chromedp/chromedp"

	"charts/internal/render/dashboard"
	"charts/internal/render/pagetest"
)

// seen are the figures that the reader sees.
const seen = `[...document.querySelectorAll('.figure')].filter((f) => f.checkVisibility()).map((f) => f.id).join()`

// The lead stands beside the key points; on a phone under them, and sections fold.
func TestFront(t *testing.T) {
	p := pagetest.Reader()
	p.Points = []dashboard.Point{{Spans: []dashboard.Span{{Text: "升学率"}}}}
	p.Sections = append([]dashboard.Section{{Leads: true, Figures: pagetest.Sample().Sections[0].Figures[1:2]}}, p.Sections...)
	p.Sections[1].Title, p.Sections[2].Title = "就业", "招生"
	lead, closed := p.Sections[0].Figures[0].ID, p.Sections[2].Figures[0].ID
	where := `(([points, lead]) => [lead.left >= points.right, lead.top >= points.bottom].join())(['.points', '.lead'].map((s) => document.querySelector(s).getBoundingClientRect()))`

	tb := pagetest.Open(t, p)
	tb.Says(where, "true,false")
	tb.Says(`document.querySelectorAll('.part').length + ' ' + document.querySelector('.lead .figure').id`, "2 "+lead)
	tb.Quiet()

	tb = pagetest.Open(t, p, chromedp.EmulateViewport(360, 700))
	tb.Says(where, "false,true")
	shown := `document.getElementById('` + closed + `').checkVisibility()`
	tb.Says(shown, "false")
	tb.Click(".closed .folder")
	tb.Says(shown, "true")
	tb.Click(`[aria-labelledby="part-2-title"] .folder`)
	tb.Says(shown, "false")
	tb.Eval(`location.hash = '#`+closed+`'`, nil)
	tb.Says(shown, "true")
	tb.Quiet()
}

// A frame has one figure with its source, and nothing of the page around it.
func TestEmbedded(t *testing.T) {
	alone := pagetest.Reader()
	alone.Embedded, alone.Sections = true, []dashboard.Section{{Figures: alone.Sections[0].Figures[:1]}}
	for _, tt := range []struct {
		name, hash, want string
		page             *dashboard.Page
	}{
		{"of a page", "#figure=bars", "bars", pagetest.Reader()},
		{"narrowed", "#figure=bars?年份=2023", "bars", pagetest.Reader()},
		{"on its own", "", "bars", alone},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tb := pagetest.Open(t, tt.page, chromedp.EmulateViewport(600, 400))
			tb.Eval(`location.hash = '`+tt.hash+`'`, nil)
			tb.Run(chromedp.Reload())
			tb.Says(seen, tt.want)
			tb.Says(`['h1', '.foot', '.rail', '.filters', '.points'].filter((s) => document.querySelector(s)?.checkVisibility()).join()`, "")
			tb.Says(`document.querySelector('#bars .cite').textContent === document.querySelector('#bars .menu .from').textContent`, "true")
			tb.Quiet()
		})
	}
	tb := pagetest.Open(t, pagetest.Reader())
	tb.Eval(`location.hash = '#figure=nobody'`, nil)
	tb.Run(chromedp.Reload())
	tb.Says(`document.querySelector('h1').checkVisibility()`, "true")
	tb.Quiet()
}
