package script_test

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/render/pagetest"
)

const (
	onStage = `document.querySelector('.figure.alone')?.id`
	toggle  = `document.querySelector('.show .toggle').textContent`
)

// TestShow lets a presentation go on by itself and stops it.
func TestShow(t *testing.T) {
	t.Run("opens from an address and goes on", func(t *testing.T) {
		tb := pagetest.Open(t, pagetest.Reader())
		tb.OpenAt("#columns?play=1")
		tb.Says(onStage, "columns")
		tb.Says(onStage, "tree")
		tb.Says(`document.querySelectorAll('#tree .live svg').length`, "1")
		tb.Says(`location.hash`, "#tree?play=1")
		tb.Says(toggle, "暂停")
		tb.Says(onStage, "bars")
		tb.Quiet()
	})
	t.Run("stands when the reader does anything", func(t *testing.T) {
		tb := pagetest.Open(t, pagetest.Reader())
		for _, do := range []func(){
			func() { x, y := tb.Spot(".alone h3", 0.5); tb.Run(chromedp.MouseClickXY(x, y)) },
			func() { tb.Run(chromedp.KeyEvent(kb.ArrowRight)) },
			func() { tb.Run(chromedp.KeyEvent(kb.Tab)) },
			func() { tb.Click(".show .toggle") },
			func() { tb.Run(chromedp.KeyEvent(" ")) },
			func() { tb.Click(".show button:nth-of-type(3)") },
		} {
			tb.OpenAt("#bars?play=60")
			tb.Says(toggle, "暂停")
			do()
			tb.Says(toggle, "播放")
			tb.Says(`location.hash.includes('play')`, "false")
		}
		tb.Quiet()
	})
	t.Run("is played by keyboard at another pace", func(t *testing.T) {
		tb := pagetest.Open(t, pagetest.Reader())
		tb.Press("[data-present]", kb.Enter)
		tb.Says(toggle, "播放")
		tb.Says(`document.querySelector('.show span').textContent`, "1 / 4")
		tb.Press(".show select", kb.ArrowUp)
		tb.Says(`document.querySelector('.show select').value`, "5")
		tb.Press(".show .toggle", kb.Enter)
		tb.Says(`location.hash`, "#?play=5")
		tb.Says(onStage, "bars")
		tb.Says(`document.activeElement.matches('.toggle')`, "true") // where the reader can stop it
		tb.Run(chromedp.KeyEvent(kb.Enter))
		tb.Says(toggle, "播放")
		tb.Run(chromedp.KeyEvent(kb.Escape))
		tb.Says(onStage, "undefined")
		tb.Says(`document.querySelector('.show').checkVisibility()`, "false")
		tb.Says(`document.activeElement.matches('.page-controls summary')`, "true")
		tb.Quiet()
	})
	t.Run("shows the whole legend, also of a chart that is scrolled", func(t *testing.T) {
		for _, size := range [][2]int64{{1280, 900}, {1280, 420}, {360, 640}} {
			tb := pagetest.Open(t, pagetest.Sample(), chromedp.EmulateViewport(size[0], size[1]))
			tb.Eval(`document.querySelector('#columns [data-stage]').click()`, nil)
			tb.Says(onStage, "columns")
			tb.Eval(`document.querySelector('.alone .panels').scrollTop = 1e6`, nil)
			tb.Says(`(() => {
				const room = document.querySelector('.alone .panels').getBoundingClientRect();
				const outside = (b) => b.top < room.top || b.left < room.left || b.bottom > room.bottom || b.right > room.right || !b.height;
				return [...document.querySelectorAll('.alone .entry')].filter((e) => outside(e.getBoundingClientRect()) || !e.contains(document.elementFromPoint(e.getBoundingClientRect().left + 12, e.getBoundingClientRect().top + 3))).length;
			})()`, "0")
			tb.Says(`document.querySelectorAll('.alone .entry').length > 1`, "true")
			tb.Quiet()
		}
	})
	t.Run("keeps the keyboard on the stage", func(t *testing.T) {
		tb := pagetest.Open(t, pagetest.Reader())
		tb.Click("[data-present]")
		for range 30 {
			tb.Run(chromedp.KeyEvent(kb.Tab))
			tb.Says(`document.activeElement === document.body || document.activeElement.closest('.alone, .show') !== null`, "true")
		}
		tb.Run(chromedp.KeyEvent(kb.Escape))
		tb.Says(`document.querySelectorAll('[inert]').length`, "0")
		tb.Quiet()
	})
}
