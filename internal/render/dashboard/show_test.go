package dashboard

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
)

const (
	onStage = `document.querySelector('.figure.alone')?.id`
	toggle  = `document.querySelector('.show .toggle').textContent`
)

// openAt opens the page of a tab at another address.
func (tb *tab) openAt(hash string) {
	tb.run(chromedp.Navigate("about:blank"), chromedp.Navigate(tb.url+hash))
}

// TestShow lets a presentation go on by itself and stops it.
func TestShow(t *testing.T) {
	ctx := browsertest.Open(t)
	t.Run("opens from an address and goes on", func(t *testing.T) {
		tb := openTab(t, ctx, readerPage())
		tb.openAt("#columns?play=1")
		tb.says(onStage, "columns")
		tb.says(onStage, "tree")
		tb.says(`document.querySelectorAll('#tree .live svg').length`, "1")
		tb.says(`location.hash`, "#tree?play=1")
		tb.says(toggle, "暂停")
		tb.says(onStage, "bars")
		tb.quiet()
	})
	t.Run("stands when the reader does anything", func(t *testing.T) {
		tb := openTab(t, ctx, readerPage())
		for _, do := range []func(){
			func() { x, y := tb.spot(".alone h3", 0.5); tb.run(chromedp.MouseClickXY(x, y)) },
			func() { tb.run(chromedp.KeyEvent(kb.ArrowRight)) },
			func() { tb.run(chromedp.KeyEvent(kb.Tab)) },
			func() { tb.click(".show .toggle") },
			func() { tb.run(chromedp.KeyEvent(" ")) },
			func() { tb.click(".show button:nth-of-type(3)") },
		} {
			tb.openAt("#bars?play=60")
			tb.says(toggle, "暂停")
			do()
			tb.says(toggle, "播放")
			tb.says(`location.hash.includes('play')`, "false")
		}
		tb.quiet()
	})
	t.Run("is played by keyboard at another pace", func(t *testing.T) {
		tb := openTab(t, ctx, readerPage())
		tb.press("[data-present]", kb.Enter)
		tb.says(toggle, "播放")
		tb.says(`document.querySelector('.show span').textContent`, "1 / 4")
		tb.press(".show select", kb.ArrowUp)
		tb.says(`document.querySelector('.show select').value`, "5")
		tb.press(".show .toggle", kb.Enter)
		tb.says(`location.hash`, "#?play=5")
		tb.says(onStage, "bars")
		tb.says(`document.activeElement.matches('.toggle')`, "true") // where the reader can stop it
		tb.run(chromedp.KeyEvent(kb.Enter))
		tb.says(toggle, "播放")
		tb.run(chromedp.KeyEvent(kb.Escape))
		tb.says(onStage, "undefined")
		tb.says(`document.querySelector('.show').checkVisibility()`, "false")
		tb.says(`document.activeElement.matches('.page-controls summary')`, "true")
		tb.quiet()
	})
	t.Run("shows the whole legend, also of a chart that is scrolled", func(t *testing.T) {
		for _, size := range [][2]int64{{1280, 900}, {1280, 420}, {360, 640}} {
			tb := openTab(t, ctx, samplePage(), chromedp.EmulateViewport(size[0], size[1]))
			tb.eval(`document.querySelector('#columns [data-stage]').click()`, nil)
			tb.says(onStage, "columns")
			tb.eval(`document.querySelector('.alone .panels').scrollTop = 1e6`, nil)
			tb.says(`(() => {
				const room = document.querySelector('.alone .panels').getBoundingClientRect();
				const outside = (b) => b.top < room.top || b.left < room.left || b.bottom > room.bottom || b.right > room.right || !b.height;
				return [...document.querySelectorAll('.alone .entry')].filter((e) => outside(e.getBoundingClientRect()) || !e.contains(document.elementFromPoint(e.getBoundingClientRect().left + 12, e.getBoundingClientRect().top + 3))).length;
			})()`, "0")
			tb.says(`document.querySelectorAll('.alone .entry').length > 1`, "true")
			tb.quiet()
		}
	})
	t.Run("keeps the keyboard on the stage", func(t *testing.T) {
		tb := openTab(t, ctx, readerPage())
		tb.click("[data-present]")
		for range 30 {
			tb.run(chromedp.KeyEvent(kb.Tab))
			tb.says(`document.activeElement === document.body || document.activeElement.closest('.alone, .show') !== null`, "true")
		}
		tb.run(chromedp.KeyEvent(kb.Escape))
		tb.says(`document.querySelectorAll('[inert]').length`, "0")
		tb.quiet()
	})
}
