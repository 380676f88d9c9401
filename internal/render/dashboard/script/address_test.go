package script_test

import (
	"path/filepath"
	"strconv"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/xuri/excelize/v2"

	"charts/internal/render/dashboard"
	"charts/internal/render/pagetest"
)

// TestAddress follows and makes addresses that say what the reader sees.
func TestAddress(t *testing.T) {
	t.Run("keeps the choice and opens with it", func(t *testing.T) {
		tb := pagetest.Open(t, pagetest.Reader())
		check(tb, "年份", "2021 年")
		check(tb, "年份", "2023 年")
		tb.Says(`new URLSearchParams(location.hash.split('?')[1]).getAll('年份').join()`, "2021 年,2023 年")
		tb.Press("#columns .anchor", kb.Enter)
		tb.Says(`document.querySelector('#columns .linked').textContent`, "链接已复制")
		tb.Says(`location.hash.split('?')[0]`, "#columns")
		tb.Run(chromedp.Reload())
		tb.Says(chosen("年份"), "2021 年、2023 年")
		tb.Says(`document.activeElement.id`, "columns")
		tb.Says(columnRows, "2021 年,2023 年")
		tb.Click(".reset")
		tb.Says(`location.hash`, "#columns")
		tb.Quiet()
	})
	t.Run("shows the section of a figure", func(t *testing.T) {
		p := pagetest.Reader()
		p.Ways = dashboard.Tabs
		tb := pagetest.Open(t, p)
		tb.Eval(`location.hash = '#tree'; 0`, nil)
		tb.Says(`document.getElementById('tree').checkVisibility()`, "true")
		tb.Quiet()
	})
	t.Run("is not led astray", func(t *testing.T) {
		tb := pagetest.Open(t, pagetest.Reader())
		for _, hash := range []string{"#%E0%A4%A", "#nothing?年份=1066&x=<b>", "#?%", "#nobody?play=-1", "#?play=<b>", "#bars?年份=2021%20年&年份=1066"} {
			tb.Eval(`location.hash = `+strconv.Quote(hash)+`; 0`, nil)
		}
		tb.Says(chosen("年份"), "2021 年")
		tb.Quiet()
	})
}

func TestSearchOfATable(t *testing.T) {
	p := pagetest.Reader()
	p.Sections[0].Figures[0].Table = pagetest.LongTable(450)
	tb := pagetest.Open(t, p)
	tb.Click(`#bars [aria-controls="bars-table"]`)
	rows := `[...document.querySelectorAll('#bars tbody tr')].map((tr) => tr.cells[1].textContent).join()`
	tb.Run(chromedp.SendKeys("#bars .search", "行 44 9", chromedp.ByQuery))
	tb.Says(rows, "行 449")
	tb.Says(`document.querySelector('#bars .finder [role=status]').textContent`, "1 行")
	tb.Run(chromedp.SendKeys("#bars .search", kb.Backspace, chromedp.ByQuery))
	tb.Says(`document.querySelectorAll('#bars tbody tr').length`, "11") // 44 and 440 … 449
	tb.Run(chromedp.SendKeys("#bars .search", "nobody", chromedp.ByQuery))
	tb.Says(`document.querySelector('#bars .finder [role=status]').textContent`, "0 行")
	tb.Says(`document.querySelector('#columns .search') === null`, "true")
	tb.Quiet()
}

func TestSavingAllData(t *testing.T) {
	dir := t.TempDir()
	p := pagetest.Reader()
	tb := pagetest.Open(t, p)
	tb.SaveTo(dir)
	tb.Press("[data-save-all]", kb.Enter)
	file := filepath.Join(dir, p.Title+".xlsx")
	tb.Saved(file)
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
	tb.Quiet()
}
