package style_test

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
	"charts/internal/chart/charttest"
	"charts/internal/render/pagetest"
)

const (
	paper   = `getComputedStyle(document.documentElement).getPropertyValue('--paper') + getComputedStyle(document.documentElement).colorScheme`
	barInks = `[...new Set([...document.querySelectorAll('#bars .live text')].map((x) => x.getAttribute('fill')))].join()`
	byNight = "#14191fdark"
	byDay   = "#fffffflight"
)

// TestTheme lets the reader choose between light and dark.
func TestTheme(t *testing.T) {
	system := func(scheme string) chromedp.Action {
		return emulate(map[string]string{"prefers-color-scheme": scheme})
	}
	t.Run("takes the place of the system, and is kept", func(t *testing.T) {
		tb := pagetest.Open(t, pagetest.Sample(), system("dark"))
		tb.Says(paper, byNight)
		tb.Press("[data-theme]", kb.ArrowDown)
		tb.Says(paper, byDay)
		tb.Says(barInks, string(charttest.Light.Ink))
		tb.Press("[data-theme]", kb.ArrowDown)
		tb.Run(system("light"), chromedp.Reload())
		tb.Says(paper, byNight)
		tb.Says(barInks, string(charttest.Night.Ink))
		tb.Says(`document.querySelector('[data-theme]').value`, "dark")
		tb.Press("[data-theme]", kb.Home)
		tb.Says(paper, byDay)
		tb.Run(system("dark"))
		tb.Says(paper, byNight)
		tb.Says(barInks, string(charttest.Night.Ink))
		tb.Quiet()
	})
	t.Run("goes with more contrast, not to paper", func(t *testing.T) {
		tb := pagetest.Open(t, pagetest.Sample(), emulate(map[string]string{"prefers-contrast": "more"}))
		tb.Press("[data-theme]", kb.ArrowDown, kb.ArrowDown)
		tb.Says(paper, "#000000dark")
		tb.Run(emulation.SetEmulatedMedia().WithMedia("print"))
		tb.Says(paper, byDay)
		tb.Quiet()
	})
	t.Run("is the page's own where the browser keeps nothing", func(t *testing.T) {
		tb := pagetest.Open(t, pagetest.Sample(), browsertest.AtStart(`Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })`))
		tb.Press("[data-theme]", kb.ArrowDown, kb.ArrowDown)
		tb.Says(paper, byNight)
		tb.Quiet()
	})
}

// TestPrinting asks for paper once all pictures are there.
func TestPrinting(t *testing.T) {
	tb := pagetest.Open(t, pagetest.Sample(), browsertest.AtStart(`window.print = () => {
		window.printed = [...document.querySelectorAll('.still')].filter((still) => still.complete && still.naturalWidth).length;
	}`))
	tb.Press("[data-print]", kb.Enter)
	tb.Says(`window.printed`, "11")
	tb.Run(emulation.SetEmulatedMedia().WithMedia("print"))
	tb.Says(`document.querySelector('[data-print]').checkVisibility()`, "false")
	tb.Quiet()
}
