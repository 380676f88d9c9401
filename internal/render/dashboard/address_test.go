package dashboard

import (
	"path/filepath"
	"strconv"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/xuri/excelize/v2"

	"charts/internal/browsertest"
)

// TestAddress follows and makes addresses that say what the reader sees.
func TestAddress(t *testing.T) {
	ctx := browsertest.Open(t)
	t.Run("keeps the choice and opens with it", func(t *testing.T) {
		tb := openTab(t, ctx, readerPage())
		tb.check("年份", "2021 年")
		tb.check("年份", "2023 年")
		tb.says(`new URLSearchParams(location.hash.split('?')[1]).getAll('年份').join()`, "2021 年,2023 年")
		tb.press("#columns .anchor", kb.Enter)
		tb.says(`document.querySelector('#columns .linked').textContent`, "链接已复制")
		tb.says(`location.hash.split('?')[0]`, "#columns")
		tb.run(chromedp.Reload())
		tb.says(chosen("年份"), "2021 年、2023 年")
		tb.says(`document.activeElement.id`, "columns")
		tb.says(columnRows, "2021 年,2023 年")
		tb.click(".reset")
		tb.says(`location.hash`, "#columns")
		tb.quiet()
	})
	t.Run("shows the section of a figure", func(t *testing.T) {
		p := readerPage()
		p.Ways = Tabs
		tb := openTab(t, ctx, p)
		tb.eval(`location.hash = '#tree'; 0`, nil)
		tb.says(`document.getElementById('tree').checkVisibility()`, "true")
		tb.quiet()
	})
	t.Run("is not led astray", func(t *testing.T) {
		tb := openTab(t, ctx, readerPage())
		for _, hash := range []string{"#%E0%A4%A", "#nothing?年份=1066&x=<b>", "#?%", "#nobody?play=-1", "#?play=<b>", "#bars?年份=2021%20年&年份=1066"} {
			tb.eval(`location.hash = `+strconv.Quote(hash)+`; 0`, nil)
		}
		tb.says(chosen("年份"), "2021 年")
		tb.quiet()
	})
}

func TestSearchOfATable(t *testing.T) {
	p := readerPage()
	p.Sections[0].Figures[0].Table = longTable(450)
	tb := openTab(t, browsertest.Open(t), p)
	tb.click(`#bars [aria-controls="bars-table"]`)
	rows := `[...document.querySelectorAll('#bars tbody tr')].map((tr) => tr.cells[1].textContent).join()`
	tb.run(chromedp.SendKeys("#bars .search", "行 44 9", chromedp.ByQuery))
	tb.says(rows, "行 449")
	tb.says(`document.querySelector('#bars .finder [role=status]').textContent`, "1 行")
	tb.run(chromedp.SendKeys("#bars .search", kb.Backspace, chromedp.ByQuery))
	tb.says(`document.querySelectorAll('#bars tbody tr').length`, "11") // 44 and 440 … 449
	tb.run(chromedp.SendKeys("#bars .search", "nobody", chromedp.ByQuery))
	tb.says(`document.querySelector('#bars .finder [role=status]').textContent`, "0 行")
	tb.says(`document.querySelector('#columns .search') === null`, "true")
	tb.quiet()
}

func TestSavingAllData(t *testing.T) {
	dir := t.TempDir()
	p := readerPage()
	tb := openTab(t, browsertest.Open(t), p)
	tb.saveTo(dir)
	tb.press("[data-save-all]", kb.Enter)
	file := filepath.Join(dir, p.Title+".xlsx")
	tb.saved(file)
	book, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for _, tt := range []struct{ sheet, cell, want string }{
		{"bars", "A1", "毕业去向"}, {"bars", "B2", "2469"}, {"columns", "B6", "3900"}, {"tree", "A1", "年份"},
	} {
		if got, err := book.GetCellValue(tt.sheet, tt.cell); got != tt.want {
			t.Errorf("%s!%s is %q, %v, want %q", tt.sheet, tt.cell, got, err, tt.want)
		}
	}
	tb.quiet()
}
