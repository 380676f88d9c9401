package dashboard

import (
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
)

// paste puts the clipboard into an element as a reader does, and waits for an
// expression over it.
func (tb *tab) paste(into, expression, want string) {
	tb.t.Helper()
	tb.eval(`document.querySelector('.pasted')?.remove(); document.body.insertAdjacentHTML('beforeend', '`+into+`'); document.querySelector('.pasted').focus()`, nil)
	tb.run(input.DispatchKeyEvent(input.KeyDown).WithKey("v").WithModifiers(input.ModifierCtrl).WithCommands([]string{"paste"}))
	tb.says(expression, want)
}

const (
	sheet  = `<textarea class=pasted></textarea>`
	letter = `<div class=pasted contenteditable></div>`
)

// TestCopy takes what a figure shows to other programs.
func TestCopy(t *testing.T) {
	ctx := browsertest.Open(t)
	said := `document.querySelector('#bars .copied').textContent`
	allow := browser.SetPermission(&browser.PermissionDescriptor{Name: "clipboard-write"}, browser.PermissionSettingGranted)
	hostile := readerPage()
	rows := hostile.Sections[0].Figures[0].Table.Rows
	rows[0].Cells[0], rows[1].Cells[0] = `=1+1`, "<b>签\t约</b>"
	const (
		text  = "毕业去向\t人数（人）|'=1+1\t2469 人|<b>签 约</b>\t1830 人"
		first = `document.querySelector('.pasted').value.split('\n').slice(0, 3).join('|')`
		cells = `[...document.querySelectorAll('.pasted table tr:nth-child(-n+2)')].map((tr) => [...tr.cells].map((c) => c.textContent).join()).join('|')`
	)
	t.Run("a table, to a sheet and a letter", func(t *testing.T) {
		tb := openTab(t, ctx, hostile, allow)
		tb.click(`#bars [aria-controls="bars-table"]`)
		tb.press("#bars [data-copy]", kb.Enter)
		tb.says(said, "已复制表格")
		tb.paste(sheet, first, text)
		tb.paste(letter, cells, "毕业去向,人数（人）|'=1+1,2469 人|<b>签\t约</b>,1830 人")
		tb.click("#bars th:nth-child(2) .sort")
		tb.click("#bars th:nth-child(2) .sort")
		tb.says(said, "")
		tb.click("#bars [data-copy]")
		tb.says(said, "已复制表格")
		tb.paste(sheet, `document.querySelector('.pasted').value.split('\n')[1]`, "自主创业\t38 人")
		tb.quiet()
	})
	t.Run("a picture", func(t *testing.T) {
		tb := openTab(t, ctx, readerPage(), allow)
		tb.click("#bars [data-copy]")
		tb.says(said, "已复制图片")
		tb.paste(letter, `document.querySelector('.pasted img')?.naturalWidth`, "2016")
		tb.says(said, "")
		tb.quiet()
	})
	t.Run("the lines of the report", func(t *testing.T) {
		tb := openTab(t, ctx, readerPage(), allow)
		tb.click(`#bars [aria-controls="bars-source"]`)
		tb.click("#bars [data-copy]")
		tb.says(said, "已复制来源")
		tb.paste(sheet, `document.querySelector('.pasted').value.split('\n').slice(0, 2).join('|')`, "report-2023.txt · 表 6|877\t升学\t2469\t38.62%")
		tb.quiet()
	})
	t.Run("without a clipboard of scripts", func(t *testing.T) {
		tb := openTab(t, ctx, hostile, atStart(`Object.defineProperty(navigator, 'clipboard', { value: undefined })`))
		tb.click("#bars [data-copy]")
		tb.says(said, "浏览器不允许复制，请下载")
		tb.click(`#bars [aria-controls="bars-table"]`)
		tb.click("#bars [data-copy]")
		tb.says(said, "已复制表格")
		tb.paste(sheet, first, text)
		tb.paste(letter, cells, "毕业去向,人数（人）|'=1+1,2469 人|<b>签\t约</b>,1830 人")
		tb.quiet()
	})
}
