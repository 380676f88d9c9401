package style_test

import (
	"testing"

	"github.com/chromedp/chromedp"

	"charts/internal/browsertest"
	"charts/internal/chart/charttest"
	"charts/internal/render/dashboard"
	"charts/internal/render/pagetest"
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

var filmed = browsertest.AtStart(film)

// frames is the film so far, and a little more.
func frames(tb *browsertest.Tab) (all []frame) {
	tb.T.Helper()
	tb.Settle()
	tb.Eval(`window.frames`, &all)
	return all
}

// TestStill follows a page from its still pictures to its charts.
func TestStill(t *testing.T) {
	for name, p := range map[string]*dashboard.Page{"many": pagetest.Many(t, "../../../../docs/gallery", 24), "sample": pagetest.Sample()} {
		t.Run(name, func(t *testing.T) {
			tb := pagetest.Open(t, p, filmed)
			testFilm(t, frames(tb))
			tb.Quiet()
		})
	}
	t.Run("has no picture of all data for a reader who asks for some", func(t *testing.T) {
		p := pagetest.Reader()
		for i := range p.Sections {
			for j := range p.Sections[i].Figures {
				p.Sections[i].Figures[j].SVG = []byte(charttest.Picture)
			}
		}
		tb := pagetest.Open(t, p, filmed)
		tb.Eval(`location.hash = '#?年份=2021 年'; 0`, nil)
		tb.Run(chromedp.Reload())
		tb.Says(`document.querySelectorAll('.drawn').length`, "3")
		for i, f := range frames(tb) {
			for _, s := range f {
				if s.Still && s.ID != "bars" {
					t.Errorf("frame %d shows the picture of %s", i, s.ID)
				}
			}
		}
		tb.Quiet()
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
