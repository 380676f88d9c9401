package dashboard

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"charts/internal/browsertest"
	"charts/internal/chart"
)

// picturePage has a figure of each width, with its pictures.
func picturePage() *Page {
	p := samplePage()
	p.Sections = []Section{{Figures: []Figure{{Width: Full}, {Width: Half}, {Width: Half}, {Width: Third}, {Width: Third}, {Width: Third}}}}
	for i := range p.Sections[0].Figures {
		f := &p.Sections[0].Figures[i]
		c := *samples(light)[i]
		c.Width = 720
		if f.Width == Third {
			c.Width = 340
		}
		f.ID, f.Chart, f.SVG, f.Table = c.ID, &c, []byte(stillPicture), longTable(12)
		f.Narrow, f.NarrowSVG = &chart.Chart{Width: 292, Height: 200}, []byte(stillPicture)
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

func (tb *tab) pictures() (all []shownPicture) {
	tb.t.Helper()
	tb.eval(`[...document.querySelectorAll('.figure img')].filter((img) => img.checkVisibility()).map((img) => {
		const { width, height } = img.getBoundingClientRect();
		return { figure: img.closest('.figure').id, pocket: img.matches('.pocket'), scale: width / img.getAttribute('width'), rest: Math.abs(height - width * img.naturalHeight / img.naturalWidth) };
	})`, &all)
	return all
}

// TestPicturesWithoutScripts measures the pictures that a reader without
// JavaScript sees: on every screen their texts are about as large as those of the
// page.
func TestPicturesWithoutScripts(t *testing.T) {
	tb := openTab(t, browsertest.Open(t), picturePage())
	tb.run(emulation.SetScriptExecutionDisabled(true), chromedp.Reload())
	for _, tt := range []struct {
		screen int64
		pocket bool
	}{{1920, false}, {1280, false}, {1100, false}, {768, false}, {600, true}, {412, true}, {360, true}} {
		tb.run(chromedp.EmulateViewport(tt.screen, 900))
		all := tb.pictures()
		if len(all) != 6 {
			t.Errorf("on %d pixels there are %d pictures of 6 figures", tt.screen, len(all))
		}
		for _, p := range all {
			if p.Pocket != tt.pocket || p.Scale < 0.9 || p.Scale > 1.35 || p.Rest > 1 {
				t.Errorf("on %d pixels: %+v", tt.screen, p)
			}
		}
		tb.says(`document.documentElement.scrollWidth <= document.documentElement.clientWidth`, "true")
	}
	tb.run(emulation.SetEmulatedMedia().WithMedia("print"))
	for i, p := range tb.pictures() {
		if p.Pocket != (i > 0) { // all but the first share a row
			t.Errorf("on paper: %+v", p)
		}
	}
	tb.quiet()
}

func TestTall(t *testing.T) {
	tests := []struct {
		width, height float64
		want          bool
	}{
		{300, 200, false},
		{300, 750, false},
		{300, 751, true},
	}
	for _, tt := range tests {
		if got := (figureView{Figure: Figure{Narrow: &chart.Chart{Width: tt.width, Height: tt.height}}}).Tall(); got != tt.want {
			t.Errorf("%v × %v is tall: %v; want %v", tt.width, tt.height, got, tt.want)
		}
	}
	if (figureView{}).Tall() {
		t.Error("a figure without a picture for a phone is tall")
	}
}

// A chart that stands below the window of a phone is drawn into its room all the
// same: the browser hears of no place that is no number.
func TestFirstChartBelowTheWindow(t *testing.T) {
	p := readerPage()
	p.Sections[0].Figures[0].Chart = ranking(8)
	for range 12 {
		p.Cards = append(p.Cards, Card{Title: "录取数", Value: "3702", Unit: "人", Note: "高于计划"})
	}
	tb := openTab(t, browsertest.Open(t), p, chromedp.EmulateViewport(360, 500))
	tb.says(`document.querySelector('.figure').getBoundingClientRect().top > innerHeight`, "true")
	tb.quiet()
}

// What a phone shows before its charts are drawn was laid out for it.
func TestFirstPictureOnAPhone(t *testing.T) {
	browser := browsertest.Open(t)
	for screen, narrow := range map[int64]string{360: "true,false", 1280: "false,true"} {
		tb := openTab(t, browser, picturePage(), chromedp.EmulateViewport(screen, 800), atStart(`new MutationObserver((_, parsed) => {
			if (!document.getElementById('words')) return;
			parsed.disconnect(); // before the page's program runs
			window.first = ['.pocket', '.still'].map((picture) => document.querySelector(picture).checkVisibility()).join();
		}).observe(document, { childList: true, subtree: true })`))
		tb.says(`window.first`, narrow)
		tb.says(`[...document.querySelectorAll('.drawn :is(.pocket, .still)')].some((picture) => picture.checkVisibility())`, "false")
		tb.quiet()
	}
}
