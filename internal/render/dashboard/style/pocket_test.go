package style_test

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"charts/internal/browsertest"
	"charts/internal/chart"
	"charts/internal/chart/charttest"
	"charts/internal/render/dashboard"
	"charts/internal/render/pagetest"
)

// picturePage has a figure of each width, with its pictures.
func picturePage() *dashboard.Page {
	p := pagetest.Sample()
	p.Sections = []dashboard.Section{{Figures: []dashboard.Figure{{Width: dashboard.Full}, {Width: dashboard.Half}, {Width: dashboard.Half}, {Width: dashboard.Third}, {Width: dashboard.Third}, {Width: dashboard.Third}}}}
	for i := range p.Sections[0].Figures {
		f := &p.Sections[0].Figures[i]
		c := *charttest.Charts(charttest.Light)[i]
		c.Width = 720
		if f.Width == dashboard.Third {
			c.Width = 340
		}
		f.ID, f.Chart, f.SVG, f.Table = c.ID, &c, []byte(charttest.Picture), pagetest.LongTable(12)
		f.Narrow, f.NarrowSVG = &chart.Chart{Width: 292, Height: 200}, []byte(charttest.Picture)
	}
	return p
}

// A shownPicture is one that a reader sees, how much larger than it was laid out,
// and the room beside it or above that its element takes.
type shownPicture struct {
	Figure      string
	Pocket      bool
	Scale, Rest float64
}

func pictures(tb *browsertest.Tab) (all []shownPicture) {
	tb.T.Helper()
	tb.Eval(`[...document.querySelectorAll('.figure img')].filter((img) => img.checkVisibility()).map((img) => {
		const { width, height } = img.getBoundingClientRect();
		return { figure: img.closest('.figure').id, pocket: img.matches('.pocket'), scale: width / img.getAttribute('width'), rest: Math.abs(height - width * img.naturalHeight / img.naturalWidth) };
	})`, &all)
	return all
}

// TestPicturesWithoutScripts measures the pictures that a reader without
// JavaScript sees: on every screen their texts are about as large as those of the
// page.
func TestPicturesWithoutScripts(t *testing.T) {
	tb := pagetest.Open(t, picturePage())
	tb.Run(emulation.SetScriptExecutionDisabled(true), chromedp.Reload())
	for _, tt := range []struct {
		screen int64
		pocket bool
	}{{1920, false}, {1280, false}, {1100, false}, {768, false}, {600, true}, {412, true}, {360, true}} {
		tb.Run(chromedp.EmulateViewport(tt.screen, 900))
		all := pictures(tb)
		if len(all) != 6 {
			t.Errorf("on %d pixels there are %d pictures of 6 figures", tt.screen, len(all))
		}
		for _, p := range all {
			if p.Pocket != tt.pocket || p.Scale < 0.9 || p.Scale > 1.35 || p.Rest > 1 {
				t.Errorf("on %d pixels: %+v", tt.screen, p)
			}
		}
		tb.Says(`document.documentElement.scrollWidth <= document.documentElement.clientWidth`, "true")
	}
	tb.Run(emulation.SetEmulatedMedia().WithMedia("print"))
	for i, p := range pictures(tb) {
		if p.Pocket != (i > 0) { // all but the first share a row
			t.Errorf("on paper: %+v", p)
		}
	}
	tb.Quiet()
}

// A chart that stands below the window of a phone is drawn into its room all the
// same: the browser hears of no place that is no number.
func TestFirstChartBelowTheWindow(t *testing.T) {
	p := pagetest.Reader()
	p.Sections[0].Figures[0].Chart = charttest.Ranking(8)
	for range 12 {
		p.Cards = append(p.Cards, dashboard.Card{Title: "录取数", Value: "3702", Unit: "人", Note: "高于计划"})
	}
	tb := pagetest.Open(t, p, chromedp.EmulateViewport(360, 500))
	tb.Says(`document.querySelector('.figure').getBoundingClientRect().top > innerHeight`, "true")
	tb.Quiet()
}

// What a phone shows before its charts are drawn was laid out for it.
func TestFirstPictureOnAPhone(t *testing.T) {
	for screen, narrow := range map[int64]string{360: "true,false", 1280: "false,true"} {
		tb := pagetest.Open(t, picturePage(), chromedp.EmulateViewport(screen, 800), browsertest.AtStart(`new MutationObserver((_, parsed) => {
			if (!document.getElementById('words')) return;
			parsed.disconnect(); // before the page's program runs
			window.first = ['.pocket', '.still'].map((picture) => document.querySelector(picture).checkVisibility()).join();
		}).observe(document, { childList: true, subtree: true })`))
		tb.Says(`window.first`, narrow)
		tb.Says(`[...document.querySelectorAll('.drawn :is(.pocket, .still)')].some((picture) => picture.checkVisibility())`, "false")
		tb.Quiet()
	}
}
