package script_test

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/render/pagetest"
)

// A reader follows a number to its line, with and without scripts, and finds both
// on paper.
func TestNumbersLeadToTheirLines(t *testing.T) {
	const line = `document.querySelector('.origins li.sought')?.textContent ?? ''`
	const want = "升学 2,469 人 来源：2023 年报告，表 6（第 877 行） 升学 2469 38.62%"
	tb := pagetest.Open(t, pagetest.Sample())
	tb.Says(line, "")
	tb.Run(chromedp.Click(".traced", chromedp.ByQuery))
	tb.Says(line, want)
	tb.Says(`document.querySelector('.part > .prose').textContent.trim()`, "升学人数连续三年增长，2023 年为2,469 人。数据见附表。") // as it is copied
	tb.Run(emulation.SetEmulatedMedia().WithMedia("print"))
	tb.Says(`document.querySelector('.origins li').checkVisibility()`, "true")
	tb.Quiet()
	tb = pagetest.Open(t, pagetest.Sample())
	tb.Run(emulation.SetScriptExecutionDisabled(true), chromedp.Reload())
	tb.Press(".cited summary", kb.Enter)
	tb.Says(`document.querySelector('.origins li').checkVisibility()`, "true")
}
