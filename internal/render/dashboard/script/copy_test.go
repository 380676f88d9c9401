package script_test

import (
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
	"charts/internal/render/pagetest"
)

// paste puts the clipboard into an element as a reader does, and waits for an
// expression over it.
func paste(tb *browsertest.Tab, into, expression, want string) {
	tb.T.Helper()
	tb.Eval(`document.querySelector('.pasted')?.remove(); document.body.insertAdjacentHTML('beforeend', '`+into+`'); document.querySelector('.pasted').focus()`, nil)
	tb.Run(input.DispatchKeyEvent(input.KeyDown).WithKey("v").WithModifiers(input.ModifierCtrl).WithCommands([]string{"paste"}))
	tb.Says(expression, want)
}

const (
	sheet  = `<textarea class=pasted></textarea>`
	letter = `<div class=pasted contenteditable></div>`
)

// TestCopy takes what a figure shows to other programs.
func TestCopy(t *testing.T) {
	said := `document.querySelector('#bars .copied').textContent`
	allow := browser.SetPermission(&browser.PermissionDescriptor{Name: "clipboard-write"}, browser.PermissionSettingGranted)
	hostile := pagetest.Reader()
	rows := hostile.Sections[0].Figures[0].Table.Rows
	rows[0].Cells[0], rows[1].Cells[0] = `=1+1`, "<b>签\t约</b>"
	const (
		text  = "毕业去向\t人数（人）|'=1+1\t2469 人|<b>签 约</b>\t1830 人"
		first = `document.querySelector('.pasted').value.split('\n').slice(0, 3).join('|')`
		cells = `[...document.querySelectorAll('.pasted table tr:nth-child(-n+2)')].map((tr) => [...tr.cells].map((c) => c.textContent).join()).join('|')`
	)
	t.Run("a table, to a sheet and a letter", func(t *testing.T) {
		tb := pagetest.Open(t, hostile, allow)
		tb.Click(`#bars [aria-controls="bars-table"]`)
		tb.Press("#bars [data-copy]", kb.Enter)
		tb.Says(said, "已复制表格")
		paste(tb, sheet, first, text)
		paste(tb, letter, cells, "毕业去向,人数（人）|'=1+1,2469 人|<b>签\t约</b>,1830 人")
		tb.Click("#bars th:nth-child(2) .sort")
		tb.Click("#bars th:nth-child(2) .sort")
		tb.Says(said, "")
		tb.Click("#bars [data-copy]")
		tb.Says(said, "已复制表格")
		paste(tb, sheet, `document.querySelector('.pasted').value.split('\n')[1]`, "自主创业\t38 人")
		tb.Quiet()
	})
	t.Run("a picture", func(t *testing.T) {
		tb := pagetest.Open(t, pagetest.Reader(), allow)
		tb.Click("#bars [data-copy]")
		tb.Says(said, "已复制图片")
		paste(tb, letter, `document.querySelector('.pasted img')?.naturalWidth`, "2016")
		tb.Says(said, "")
		tb.Quiet()
	})
	t.Run("the lines of the report", func(t *testing.T) {
		tb := pagetest.Open(t, pagetest.Reader(), allow)
		tb.Click(`#bars [aria-controls="bars-source"]`)
		tb.Click("#bars [data-copy]")
		tb.Says(said, "已复制来源")
		paste(tb, sheet, `document.querySelector('.pasted').value.split('\n').slice(0, 2).join('|')`, "report-2023.txt · 表 6|877\t升学\t2469\t38.62%")
		tb.Quiet()
	})
	t.Run("without a clipboard of scripts", func(t *testing.T) {
		tb := pagetest.Open(t, hostile, browsertest.AtStart(`Object.defineProperty(navigator, 'clipboard', { value: undefined })`))
		tb.Click("#bars [data-copy]")
		tb.Says(said, "浏览器不允许复制，请下载")
		tb.Click(`#bars [aria-controls="bars-table"]`)
		tb.Click("#bars [data-copy]")
		tb.Says(said, "已复制表格")
		paste(tb, sheet, first, text)
		paste(tb, letter, cells, "毕业去向,人数（人）|'=1+1,2469 人|<b>签\t约</b>,1830 人")
		tb.Quiet()
	})
}
