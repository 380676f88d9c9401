package script_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
	"charts/internal/chart"
	"charts/internal/chart/charttest"
	"charts/internal/render/dashboard"
	"charts/internal/render/pagetest"
)

func filterOf(name string) string { return `.filter[data-name="` + name + `"]` }

// chosen is what a filter says of the choice.
func chosen(name string) string {
	return fmt.Sprintf("document.querySelector(`%s .chosen`).textContent", filterOf(name))
}

const (
	columnRows = `[...document.querySelectorAll('#columns tbody tr')].map((tr) => tr.cells[0].firstChild.textContent).join()`
	chips      = `[...document.querySelectorAll('.chip')].map((c) => c.closest('.figure').id + ':' + c.textContent).join()`
	narrowing  = `document.querySelector('.narrowing').textContent`
)

// check opens a filter and checks a value, or takes it back, as most readers do:
// by a press on its words.
func check(tb *browsertest.Tab, name, value string) {
	tb.T.Helper()
	tb.Click(filterOf(name) + " summary")
	x, y := wordsOf(tb, filterOf(name)+` label:has([value="`+value+`"])`)
	tb.Run(chromedp.MouseClickXY(x, y))
	tb.Says(`document.querySelector('`+filterOf(name)+`').open`, "true") // for the next value
	tb.Run(chromedp.KeyEvent(kb.Escape))
}

// wordsOf is the middle of the text that an element ends with.
func wordsOf(tb *browsertest.Tab, selector string) (x, y float64) {
	tb.T.Helper()
	var at [2]float64
	tb.Eval(fmt.Sprintf(`(() => {
		const words = document.createRange();
		const element = document.querySelector(%q);
		element.scrollIntoView({ block: 'nearest' });
		words.selectNodeContents(element.lastChild);
		const box = words.getBoundingClientRect();
		return [box.x + box.width / 2, box.y + box.height / 2];
	})()`, selector), &at)
	return at[0], at[1]
}

// TestFilters narrows a page by mouse and by keyboard.
func TestFilters(t *testing.T) {
	t.Run("takes several values and says so", func(t *testing.T) {
		tb := pagetest.Open(t, pagetest.Reader())
		tb.Says(narrowing, "")
		tb.Says(`document.querySelector('.reset').checkVisibility()`, "false")
		check(tb, "毕业去向", "升学")
		check(tb, "毕业去向", "未就业")
		tb.Says(barCount, "2")
		tb.Says(bodyRows, "升学,未就业")
		tb.Says(chosen("毕业去向"), "升学、未就业")
		tb.Says(chips, "bars:毕业去向 升学、未就业, 清除筛选")
		tb.Says(narrowing, "已筛选 1 幅图，共 3 幅")
		tb.Says(`document.querySelector('#bars h3').textContent.endsWith('（筛选后余 2 / 6 行）')`, "true")
		check(tb, "毕业去向", "自主创业")
		tb.Says(chosen("毕业去向"), "3 项")
		check(tb, "年份", "2020 年")
		tb.Says(narrowing, "已筛选 3 幅图，共 3 幅")
		tb.Click("#bars .chip")
		tb.Says(barCount, "6")
		tb.Says(`document.activeElement.id`, "bars")
		tb.Says(chips, "columns:年份 2020 年, 清除筛选,tree:年份 2020 年, 清除筛选")
		tb.Says(`document.querySelector('#bars h3 .left').textContent`, "")
		tb.Press(".reset", kb.Enter)
		tb.Says(chips, "")
		tb.Says(columnRows, "2019 年,2020 年,2021 年,2022 年,2023 年")
		tb.Says(`location.hash`, "")
		tb.Quiet()
	})
	t.Run("takes the years from one to another", func(t *testing.T) {
		tb := pagetest.Open(t, pagetest.Reader())
		from, to := filterOf("年份")+` select[aria-label="年份 起"]`, filterOf("年份")+` select[aria-label="年份 止"]`
		tb.Press(filterOf("年份")+" summary", kb.Enter)
		tb.Press(from, kb.ArrowDown)
		tb.Press(to, kb.ArrowUp)
		tb.Says(columnRows, "2020 年,2021 年,2022 年")
		tb.Says(chosen("年份"), "2020 年 – 2022 年")
		tb.Says(`new URLSearchParams(location.hash.split('?')[1]).getAll('年份').length`, "3")
		tb.Press(from, kb.End) // beyond the other
		tb.Says(columnRows, "2023 年")
		tb.Says(`document.querySelector('`+to+`').value`, "2023 年")
		tb.Press(from, kb.Home)
		tb.Says(chosen("年份"), "全部")
		tb.Says(chips, "")
		tb.Quiet()
	})
	t.Run("empties the small chart of a value that is left out", func(t *testing.T) {
		c := charttest.Bars(charttest.Light)
		c.Panels, c.Columns = append(c.Panels, c.Panels[0]), 2
		var table dashboard.Table
		table.Columns = []dashboard.Column{{Name: "学院"}, {Name: "毕业去向"}, {Name: "人数", Unit: "人", Number: true}}
		for i, name := range []string{"机电", "护理"} {
			p := &c.Panels[i]
			p.Title, p.Area = name, chart.Rect{X: 90 + float64(320*i), Y: 30, W: 150, H: 300}
			table.Rows = append(table.Rows, dashboard.Row{Cells: []string{name, "升学", "2469"}})
		}
		tb := pagetest.Open(t, &dashboard.Page{ID: "p", Title: "分", Lang: "zh-CN", Filters: []string{"学院"}, Sections: []dashboard.Section{{Figures: []dashboard.Figure{{ID: c.ID, Chart: c, Table: table}}}}})
		tb.Says(barCount, "12")
		check(tb, "学院", "机电")
		tb.Says(barCount, "6")
		tb.Says(`document.querySelector('#bars .live').textContent.includes('护理')`, "true")
		tb.Quiet()
	})
	t.Run("finds one of many by typing", func(t *testing.T) {
		p := pagetest.Reader()
		p.Sections[0].Figures[0].Table = pagetest.LongTable(450)
		p.Filters = []string{"名"}
		tb := pagetest.Open(t, p)
		shown := `[...document.querySelectorAll('.filter li')].filter((li) => li.checkVisibility()).map((li) => li.textContent).join()`
		tb.Press(".filter summary", kb.Enter)
		tb.Says(`document.activeElement.matches('.filter .search')`, "true")
		tb.Run(input.InsertText("行 44"))
		tb.Says(shown, "行 44,行 440,行 441,行 442,行 443,行 444,行 445,行 446,行 447,行 448,行 449")
		tb.Run(chromedp.KeyEvent(kb.Enter), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(" "))
		tb.Says(chosen("名"), "行 44、行 440")
		tb.Run(chromedp.KeyEvent(kb.Escape))
		tb.Says(`document.querySelector('.filter').open + document.activeElement.localName`, "falsesummary")
		tb.Click(".filter summary")
		tb.Click(".filter .ask button")
		tb.Says(chosen("名"), "全部")
		tb.Quiet()
	})
	t.Run("closes when the reader goes on", func(t *testing.T) {
		tb := pagetest.Open(t, pagetest.Reader())
		open := `[...document.querySelectorAll('.filter[open]')].map((f) => f.dataset.name).join()`
		tb.Click(filterOf("毕业去向") + " summary")
		tb.Click(filterOf("年份") + " summary")
		tb.Says(open, "年份")
		tb.Click("h1")
		tb.Says(open, "")
		tb.Press(filterOf("毕业去向")+" summary", kb.Enter)
		tb.Press("#bars .live")
		tb.Says(open, "")
		tb.Quiet()
	})
	t.Run("stays in sight, its lists on the page", func(t *testing.T) {
		for _, width := range []int64{1280, 360} {
			p := pagetest.Reader()
			p.Ways = dashboard.Rail
			tb := pagetest.Open(t, p, chromedp.EmulateViewport(width, 700))
			tb.Eval(`document.querySelectorAll('.closed .folder').forEach((b) => b.click()); document.getElementById('tree').scrollIntoView({ behavior: 'instant' })`, nil)
			tb.Says(`(() => { const [rail, bar, tree] = ['.rail', '.filters', '#tree'].map((s) => document.querySelector(s).getBoundingClientRect());
				return [bar.top >= rail.bottom - 1, bar.bottom < 120, tree.top >= bar.bottom].join(); })()`, "true,true,true")
			tb.Click(filterOf("年份") + " summary")
			tb.Says(`(({ left, right, bottom }) => left >= 0 && right <= innerWidth && bottom <= innerHeight)(document.querySelector('.filter[open] fieldset').getBoundingClientRect())`, "true")
			tb.Says(`document.documentElement.scrollWidth <= innerWidth`, "true")
			tb.Quiet()
		}
	})
	t.Run("fades what has no axis, and leaves it faded", func(t *testing.T) {
		p := pagetest.Reader()
		p.Sections[1].Figures[0].Table = dashboard.Table{Columns: []dashboard.Column{{Name: "级别"}, {Name: "专业"}}, Rows: []dashboard.Row{
			{Cells: []string{"国家级", "模具"}}, {Cells: []string{"国家级", "数控"}}, {Cells: []string{"市级", "软件"}}, {Cells: []string{"市级", "升学"}},
		}}
		p.Filters = []string{"级别"}
		tb := pagetest.Open(t, p)
		faded := `[...document.querySelectorAll('#tree .live path')].filter((p) => p.getAttribute('fill').endsWith('1f')).length`
		texts := `[...document.querySelectorAll('#tree .live text')].map((x) => x.textContent).join()`
		check(tb, "级别", "国家级")
		tb.Says(faded, "2")
		tb.Says(texts, "国家级,模具,数控,市级")
		tb.Press("#bars .live", kb.ArrowRight, kb.Escape) // which dims, and gives back
		tb.Says(faded, "2")
		tb.Click("#tree .chip")
		tb.Says(faded, "0")
		tb.Says(texts, "国家级,模具,数控,市级,软件,升学")
		tb.Quiet()
	})
	t.Run("goes with the picture of a figure", func(t *testing.T) {
		dir := t.TempDir()
		tb := pagetest.Open(t, pagetest.Reader())
		tb.SaveTo(dir)
		check(tb, "年份", "2020 年")
		tb.Click(`#columns [data-save="svg"]`)
		if svg := string(tb.Saved(filepath.Join(dir, "columns.svg"))); !strings.Contains(svg, ">筛选：年份 2020 年<") {
			t.Error("the picture does not say that it is narrowed")
		}
		tb.Quiet()
	})
	t.Run("is on paper as a picture of what is left", func(t *testing.T) {
		p := pagetest.Reader()
		columns := &p.Sections[0].Figures[1]
		columns.SVG = []byte(charttest.Picture)
		tb := pagetest.Open(t, p)
		still := `document.querySelector('#columns .still')`
		check(tb, "年份", "2020 年")
		tb.Says(`['>筛选：年份 2020 年<', '>2020<', '>2021<', '图 34'].map((text) => decodeURIComponent(`+still+`.src).includes(text)).join()`, "true,true,false,false")
		tb.Says(still+`.complete && `+still+`.naturalWidth`, "321")
		tb.Run(emulation.SetEmulatedMedia().WithMedia("print"))
		tb.Says(`[...document.querySelectorAll('.filters, .chips')].some((el) => el.checkVisibility())`, "false")
		tb.Run(emulation.SetEmulatedMedia().WithMedia(""))
		tb.Click(".reset")
		tb.Says(still+`.src.startsWith('data:image/svg+xml;base64,')`, "true")
		tb.Quiet()
	})
}
