package script_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/xuri/excelize/v2"

	"charts/internal/browsertest"
	"charts/internal/chart/charttest"
	"charts/internal/render/dashboard"
	"charts/internal/render/pagetest"
)

// What a reader does with a page, by mouse and by keyboard.

// TestReader uses a page as a person would.
func TestReader(t *testing.T) {
	for _, tt := range []struct {
		name string
		test func(*testing.T, *browsertest.Tab)
	}{
		{"narrows the figures that have a column", testFilter},
		{"hides and shows a series", testLegend},
		{"lights one category in all charts", testSpotlight},
		{"sorts the table", testSort},
		{"reads one source after the other", testSources},
		{"presents one figure after the other", testPresent},
		{"opens a path and comes back", testDrill},
		{"follows a mark to its line", testEnter},
		{"saves a workbook", testWorkbook},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tb := pagetest.Open(t, pagetest.Reader())
			tt.test(t, tb)
			tb.Quiet()
		})
	}
	t.Run("shows one section at a time", func(t *testing.T) {
		p := pagetest.Reader()
		p.Ways = dashboard.Tabs
		testTabs(t, pagetest.Open(t, p))
	})
	t.Run("follows the reader with a list of sections", func(t *testing.T) {
		p := pagetest.Reader()
		p.Ways = dashboard.Rail
		tb := pagetest.Open(t, p)
		tb.Press(".rail li:nth-child(2) a", kb.Enter)
		tb.Says(`document.querySelector('.rail [aria-current]')?.textContent`, "专业")
		tb.Says(`location.hash`, "#part-1")
	})
	t.Run("gives every row of a ranking room", func(t *testing.T) {
		p := pagetest.Reader()
		p.Sections[0].Figures[0].Chart = charttest.Ranking(59)
		tb := pagetest.Open(t, p)
		tb.Click("#bars .unfold")
		tb.Says(`document.querySelector('#bars svg').clientHeight >= 59 * 20`, "true")
		tb.Says(`new Set([...document.querySelectorAll('#bars .live text')].filter((x) => /^7[0-9]$/.test(x.textContent)).map((x) => Math.round(x.getBoundingClientRect().left))).size`, "1") // values clear of the line
	})
	t.Run("turns the pages of a long table", func(t *testing.T) {
		p := pagetest.Reader()
		p.Sections[0].Figures[0].Table = pagetest.LongTable(450)
		testPages(t, pagetest.Open(t, p))
	})
}

const (
	barCount  = `[...document.querySelectorAll('#bars .live path')].filter((p) => ['#1f5fa8', '#c3c9d1'].includes(p.getAttribute('fill')) && p.getBoundingClientRect().width > 2).length`
	bodyRows  = `[...document.querySelectorAll('#bars tbody tr')].map((r) => r.cells[0].textContent).join()`
	firstCell = `document.querySelector('#bars tbody td').textContent`
)

func testFilter(t *testing.T, tb *browsertest.Tab) {
	tb.Says(`[...document.querySelectorAll('.filter')].map((f) => f.dataset.name + f.querySelectorAll('li').length).join()`, "毕业去向6,年份5")
	tb.Says(barCount, "6")
	check(tb, "毕业去向", "升学")
	tb.Says(barCount, "1")
	tb.Says(bodyRows, "升学")
	tb.Says(`document.querySelectorAll('#columns tbody tr').length`, "5")
	check(tb, "年份", "2019 年")
	tb.Says(`[...document.querySelectorAll('#columns .live text')].filter((x) => /^(2019|202)/.test(x.textContent)).map((x) => x.textContent).join()`, "2019")
	tb.Click(".reset")
	tb.Says(barCount, "6")
	tb.Says(`document.querySelectorAll('#columns tbody tr').length`, "5")
}

func testLegend(t *testing.T, tb *browsertest.Tab) {
	orange := `[...document.querySelectorAll('#columns .live path')].filter((p) => p.getAttribute('fill') === '#d9822b' && p.getBoundingClientRect().height > 4).length`
	pressed := `document.querySelectorAll('#columns .entry')[1].getAttribute('aria-pressed')`
	tb.Says(orange, "4")
	tb.Click("#columns .entry:nth-child(2)")
	tb.Says(orange, "0")
	tb.Says(pressed, "false")
	tb.Press("#columns .entry:nth-child(2)", " ")
	tb.Says(orange, "4")
	tb.Says(pressed, "true")
}

func testSpotlight(t *testing.T, tb *browsertest.Tab) {
	faded := func(figure string) string {
		return `[...document.querySelectorAll('#` + figure + ` .live path')].filter((p) => p.getAttribute('fill-opacity') === '0.25' || p.getAttribute('opacity') === '0.25').filter((p) => p.getAttribute('fill') !== '` + string(charttest.Light.Background) + `').length`
	}
	tb.Press("#bars .live", kb.ArrowRight)
	tb.Says(faded("bars"), "5")
	tb.Says(faded("tree"), "3") // which has 升学 too
	tb.Says(faded("columns"), "0")
	tb.Says(`document.querySelector('#bars .unseen[aria-live]').textContent.trim()`, "升学 2469 人 38.62%")
	tb.Says(`document.querySelector('#bars .tip-value').textContent`, "2469 人")
	tb.Run(chromedp.KeyEvent(kb.Escape))
	tb.Says(faded("tree"), "0")
	tb.Hover("bars", "path[fill='#1f5fa8']", "升学2469 人")
	tb.Says(faded("tree"), "3")
}

func testSort(t *testing.T, tb *browsertest.Tab) {
	tb.Click(`#bars [aria-controls="bars-table"]`)
	tb.Says(firstCell, "升学")
	tb.Click(`#bars th:nth-child(2) .sort`)
	tb.Says(`document.querySelector('#bars th:nth-child(2)').ariaSort`, "descending")
	tb.Says(firstCell, "升学")
	tb.Press(`#bars th:nth-child(2) .sort`, kb.Enter)
	tb.Says(firstCell, "自主创业")
	tb.Says(`document.querySelector('#bars th:nth-child(2)').ariaSort`, "ascending")
	tb.Press(`#bars th:nth-child(1) .sort`, kb.Enter)
	tb.Says(`[...document.querySelectorAll('#bars th')].map((th) => th.ariaSort).join()`, "ascending,")
}

func testSources(t *testing.T, tb *browsertest.Tab) {
	current := `document.querySelector('#bars li[aria-current]')?.dataset.source`
	tb.Click(`#bars [aria-controls="bars-source"]`)
	tb.Says(current, "undefined")
	tb.Click(`#bars .source .pager button:last-child`)
	tb.Says(current, "0")
	tb.Press(`#bars .source .pager button:last-child`, kb.Enter)
	tb.Says(current, "1")
	tb.Says(`document.querySelector('#bars .source .pager span').textContent`, "2 / 2")
	tb.Click(`#bars .source .pager button:first-child`)
	tb.Says(current, "0")
}

func testPresent(t *testing.T, tb *browsertest.Tab) {
	seen := `[...document.querySelectorAll('.figure.alone')].map((f) => f.id || 'cover').join()`
	tb.Click("[data-present]")
	tb.Says(seen, "cover")
	tb.Says(`[...document.querySelectorAll('.cover > *')].map((el) => el.localName).join()`, "h1,h2,ul")
	tb.Says(`document.querySelector('.alone').getBoundingClientRect().bottom === document.querySelector('.show').getBoundingClientRect().top`, "true")
	for _, tt := range []struct{ key, figure string }{
		{kb.ArrowRight, "bars"}, {kb.ArrowRight, "columns"}, {kb.ArrowRight, "tree"}, {kb.ArrowRight, "cover"}, {kb.ArrowLeft, "tree"}, {kb.Escape, ""},
	} {
		tb.Run(chromedp.KeyEvent(tt.key))
		tb.Says(seen, tt.figure)
	}
	tb.Says(`document.activeElement.matches('.page-controls summary')`, "true")
	tb.Press("#columns [data-stage]", kb.Enter)
	tb.Says(seen, "columns")
	tb.Says(`document.querySelectorAll('#columns .live svg').length`, "1")
	tb.Click("#columns [data-stage]")
	tb.Says(seen, "")
}

func testDrill(t *testing.T, tb *browsertest.Tab) {
	cells := `[...document.querySelectorAll('#tree .live text')].map((x) => x.textContent).join()`
	crumbs := `[...document.querySelectorAll('#tree .crumbs button')].map((x) => x.textContent).join()`
	tb.Says(cells, "国家级,模具,数控,市级,软件,升学")
	tb.Press("#tree .live", kb.ArrowRight, kb.Enter)
	tb.Says(cells, "模具,数控")
	tb.Says(crumbs, "全部,国家级")
	tb.Click("#tree .crumbs button")
	tb.Says(cells, "国家级,模具,数控,市级,软件,升学")
	tb.Settle() // a mark that still moves is not where it is pressed
	tb.Run(chromedp.Click("#tree .live path[fill='"+string(charttest.Palette[2])+"']", chromedp.ByQuery))
	tb.Says(crumbs, "全部,市级")
	tb.Press("#tree .crumbs button", kb.Enter)
	tb.Says(crumbs, "")
}

func testEnter(t *testing.T, tb *browsertest.Tab) {
	tb.Press("#bars .live", kb.ArrowRight, kb.ArrowRight, kb.Enter)
	tb.Says(`document.querySelector('#bars .panel.source').checkVisibility()`, "true")
	tb.Says(`document.querySelector('#bars li[aria-current] .line').textContent`, "878")
}

func testTabs(t *testing.T, tb *browsertest.Tab) {
	seen := `[...document.querySelectorAll('.part')].filter((p) => p.checkVisibility()).map((p) => p.id).join()`
	tb.Says(seen, "part-0")
	tb.Click(".rail li:nth-child(2) a")
	tb.Says(seen, "part-1")
	tb.Says(`document.querySelectorAll('#tree .live svg').length`, "1")
	tb.Press(".rail li:nth-child(2) a", kb.ArrowRight)
	tb.Says(seen, "part-0")
	tb.Says(`document.activeElement.getAttribute('aria-selected')`, "true")
	tb.Quiet()
}

func testPages(t *testing.T, tb *browsertest.Tab) {
	where := `document.querySelector('#bars .table .pager span').textContent`
	tb.Click(`#bars [aria-controls="bars-table"]`)
	tb.Says(where, "1–200 / 450")
	tb.Click(`#bars .table .pager button:last-child`)
	tb.Press(`#bars .table .pager button:last-child`, kb.Enter)
	tb.Says(where, "401–450 / 450")
	tb.Says(`document.querySelectorAll('#bars tbody tr').length`, "50")
	tb.Click(`#bars th .sort`)
	tb.Says(firstCell, "450")
	tb.Says(where, "1–200 / 450")
	tb.Quiet()
}

func testWorkbook(t *testing.T, tb *browsertest.Tab) {
	dir := t.TempDir()
	tb.SaveTo(dir)
	tb.Press(`#bars [data-save="xlsx"]`, kb.Enter)
	book, err := excelize.OpenReader(bytes.NewReader(tb.Saved(filepath.Join(dir, "bars.xlsx"))))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows("bars")
	if err != nil || fmt.Sprint(rows[:2]) != "[[毕业去向 人数（人）] [升学 2469]]" || len(rows) != 7 {
		t.Errorf("the workbook has %v, %v", rows, err)
	}
	if kind, _ := book.GetCellType("bars", "A2"); kind != excelize.CellTypeInlineString {
		t.Errorf("a text is a cell of type %v", kind)
	}
}
