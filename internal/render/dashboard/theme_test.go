package dashboard

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
)

const (
	paper   = `getComputedStyle(document.documentElement).getPropertyValue('--paper') + getComputedStyle(document.documentElement).colorScheme`
	barInks = `[...new Set([...document.querySelectorAll('#bars .live text')].map((x) => x.getAttribute('fill')))].join()`
	byNight = "#14191fdark"
	byDay   = "#fffffflight"
)

// TestTheme lets the reader choose between light and dark.
func TestTheme(t *testing.T) {
	ctx := browsertest.Open(t)
	system := func(scheme string) chromedp.Action {
		return emulate(map[string]string{"prefers-color-scheme": scheme})
	}
	t.Run("takes the place of the system, and is kept", func(t *testing.T) {
		tb := openTab(t, ctx, samplePage(), system("dark"))
		tb.says(paper, byNight)
		tb.press("[data-theme]", kb.ArrowDown)
		tb.says(paper, byDay)
		tb.says(barInks, string(light.Ink))
		tb.press("[data-theme]", kb.ArrowDown)
		tb.run(system("light"), chromedp.Reload())
		tb.says(paper, byNight)
		tb.says(barInks, string(night.Ink))
		tb.says(`document.querySelector('[data-theme]').value`, "dark")
		tb.press("[data-theme]", kb.Home)
		tb.says(paper, byDay)
		tb.run(system("dark"))
		tb.says(paper, byNight)
		tb.says(barInks, string(night.Ink))
		tb.quiet()
	})
	t.Run("goes with more contrast, not to paper", func(t *testing.T) {
		tb := openTab(t, ctx, samplePage(), emulate(map[string]string{"prefers-contrast": "more"}))
		tb.press("[data-theme]", kb.ArrowDown, kb.ArrowDown)
		tb.says(paper, "#000000dark")
		tb.run(emulation.SetEmulatedMedia().WithMedia("print"))
		tb.says(paper, byDay)
		tb.quiet()
	})
	t.Run("is the page's own where the browser keeps nothing", func(t *testing.T) {
		tb := openTab(t, ctx, samplePage(), atStart(`Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })`))
		tb.press("[data-theme]", kb.ArrowDown, kb.ArrowDown)
		tb.says(paper, byNight)
		tb.quiet()
	})
}

// TestPrinting asks for paper once all pictures are there.
func TestPrinting(t *testing.T) {
	tb := openTab(t, browsertest.Open(t), samplePage(), atStart(`window.print = () => {
		window.printed = [...document.querySelectorAll('.still')].filter((still) => still.complete && still.naturalWidth).length;
	}`))
	tb.press("[data-print]", kb.Enter)
	tb.says(`window.printed`, "11")
	tb.run(emulation.SetEmulatedMedia().WithMedia("print"))
	tb.says(`document.querySelector('[data-print]').checkVisibility()`, "false")
	tb.quiet()
}
