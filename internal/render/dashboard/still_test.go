package dashboard

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"charts/internal/browsertest"
)

// film notes of every frame, and of the page just before its program runs, which
// figures show their still picture, which their chart, and where they stand.
const film = `(() => {
	window.frames = [];
	const seen = (el) => el.checkVisibility({ visibilityProperty: true });
	const note = () => {
		window.frames.push([...document.querySelectorAll('.figure:has(.source)')].map((f) => {
			const { top, height } = f.getBoundingClientRect();
			return { id: f.id, still: seen(f.querySelector('.still')), live: seen(f.querySelector('.live')), placed: f.classList.contains('placed'), at: [top + scrollY, height].map(Math.round).join() };
		}));
	};
	const roll = () => {
		note();
		requestAnimationFrame(roll);
	};
	requestAnimationFrame(roll);
	new MutationObserver((_, parsed) => {
		if (!document.getElementById('words')) return;
		parsed.disconnect();
		note();
	}).observe(document, { childList: true, subtree: true });
})()`

type frame []struct {
	ID                  string
	Still, Live, Placed bool
	At                  string
}

var filmed = atStart(film)

// atStart runs a script in every page before the page's own.
func atStart(script string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := page.AddScriptToEvaluateOnNewDocument(script).Do(ctx)
		return err
	})
}

// frames is the film so far, and a little more.
func (tb *tab) frames() (all []frame) {
	tb.t.Helper()
	tb.settle()
	tb.eval(`window.frames`, &all)
	return all
}

// TestStill follows a page from its still pictures to its charts.
func TestStill(t *testing.T) {
	browser := browsertest.Open(t)
	for name, p := range map[string]*Page{"many": manyFigures(t, 24), "sample": samplePage()} {
		t.Run(name, func(t *testing.T) {
			tb := openTab(t, browser, p, filmed)
			testFilm(t, tb.frames())
			tb.quiet()
		})
	}
	t.Run("has no picture of all data for a reader who asks for some", func(t *testing.T) {
		p := readerPage()
		for i := range p.Sections {
			for j := range p.Sections[i].Figures {
				p.Sections[i].Figures[j].SVG = []byte(stillPicture)
			}
		}
		tb := openTab(t, browser, p, filmed)
		tb.eval(`location.hash = '#?年份=2021 年'; 0`, nil)
		tb.run(chromedp.Reload())
		tb.says(`document.querySelectorAll('.drawn').length`, "3")
		for i, f := range tb.frames() {
			for _, s := range f {
				if s.Still && s.ID != "bars" {
					t.Errorf("frame %d shows the picture of %s", i, s.ID)
				}
			}
		}
		tb.quiet()
	})
}

func testFilm(t *testing.T, all []frame) {
	last := all[len(all)-1]
	pictures := 0
	for i, f := range all {
		for j, s := range f {
			if s.Still == s.Live {
				t.Errorf("frame %d: of %s the picture is seen: %v, the chart: %v", i, s.ID, s.Still, s.Live)
			}
			if s.Placed && f[len(f)-1].Placed && s.At != last[j].At {
				t.Errorf("frame %d: %s is at %s, in the end at %s", i, s.ID, s.At, last[j].At)
			}
			if s.Still && s.Placed {
				pictures++
			}
		}
	}
	if pictures == 0 || !last[len(last)-1].Live {
		t.Errorf("%d frames with pictures, the last chart is seen: %v", pictures, last[len(last)-1].Live)
	}
}
