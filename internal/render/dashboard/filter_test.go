package dashboard

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
func (tb *tab) check(name, value string) {
	tb.t.Helper()
	tb.click(filterOf(name) + " summary")
	x, y := tb.wordsOf(filterOf(name) + ` label:has([value="` + value + `"])`)
	tb.run(chromedp.MouseClickXY(x, y))
	tb.says(`document.querySelector('`+filterOf(name)+`').open`, "true") // for the next value
	tb.run(chromedp.KeyEvent(kb.Escape))
}

// wordsOf is the middle of the text that an element ends with.
func (tb *tab) wordsOf(selector string) (x, y float64) {
	tb.t.Helper()
	var at [2]float64
	tb.eval(fmt.Sprintf(`(() => {
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
	ctx := browsertest.Open(t)
	t.Run("takes several values and says so", func(t *testing.T) {
		tb := openTab(t, ctx, readerPage())
		tb.says(narrowing, "")
		tb.says(`document.querySelector('.reset').checkVisibility()`, "false")
		tb.check("毕业去向", "升学")
		tb.check("毕业去向", "未就业")
		tb.says(barCount, "2")
		tb.says(bodyRows, "升学,未就业")
		tb.says(chosen("毕业去向"), "升学、未就业")
		tb.says(chips, "bars:毕业去向 升学、未就业, 清除筛选")
		tb.says(narrowing, "已筛选 1 幅图，共 3 幅")
		tb.says(`document.querySelector('#bars h3').textContent.endsWith('（筛选后余 2 / 6 行）')`, "true")
		tb.check("毕业去向", "自主创业")
		tb.says(chosen("毕业去向"), "3 项")
		tb.check("年份", "2020 年")
		tb.says(narrowing, "已筛选 3 幅图，共 3 幅")
		tb.click("#bars .chip")
		tb.says(barCount, "6")
		tb.says(`document.activeElement.id`, "bars")
		tb.says(chips, "columns:年份 2020 年, 清除筛选,tree:年份 2020 年, 清除筛选")
		tb.says(`document.querySelector('#bars h3 .left').textContent`, "")
		tb.press(".reset", kb.Enter)
		tb.says(chips, "")
		tb.says(columnRows, "2019 年,2020 年,2021 年,2022 年,2023 年")
		tb.says(`location.hash`, "")
		tb.quiet()
	})
	t.Run("takes the years from one to another", func(t *testing.T) {
		tb := openTab(t, ctx, readerPage())
		from, to := filterOf("年份")+` select[aria-label="年份 起"]`, filterOf("年份")+` select[aria-label="年份 止"]`
		tb.press(filterOf("年份")+" summary", kb.Enter)
		tb.press(from, kb.ArrowDown)
		tb.press(to, kb.ArrowUp)
		tb.says(columnRows, "2020 年,2021 年,2022 年")
		tb.says(chosen("年份"), "2020 年 – 2022 年")
		tb.says(`new URLSearchParams(location.hash.split('?')[1]).getAll('年份').length`, "3")
		tb.press(from, kb.End) // beyond the other
		tb.says(columnRows, "2023 年")
		tb.says(`document.querySelector('`+to+`').value`, "2023 年")
		tb.press(from, kb.Home)
		tb.says(chosen("年份"), "全部")
		tb.says(chips, "")
		tb.quiet()
	})
	t.Run("empties the small chart of a value that is left out", func(t *testing.T) {
		c := barChart(light)
		c.Panels, c.Columns = append(c.Panels, c.Panels[0]), 2
		var table Table
		table.Columns = []Column{{Name: "学院"}, {Name: "毕业去向"}, {Name: "人数", Unit: "人", Number: true}}
		for i, name := range []string{"机电", "护理"} {
			p := &c.Panels[i]
			p.Title, p.Area = name, chart.Rect{X: 90 + float64(320*i), Y: 30, W: 150, H: 300}
			table.Rows = append(table.Rows, Row{Cells: []string{name, "升学", "2469"}})
		}
		tb := openTab(t, ctx, &Page{ID: "p", Title: "分", Lang: "zh-CN", Filters: []string{"学院"}, Sections: []Section{{Figures: []Figure{{ID: c.ID, Chart: c, Table: table}}}}})
		tb.says(barCount, "12")
		tb.check("学院", "机电")
		tb.says(barCount, "6")
		tb.says(`document.querySelector('#bars .live').textContent.includes('护理')`, "true")
		tb.quiet()
	})
	t.Run("finds one of many by typing", func(t *testing.T) {
		p := readerPage()
		p.Sections[0].Figures[0].Table = longTable(450)
		p.Filters = []string{"名"}
		tb := openTab(t, ctx, p)
		shown := `[...document.querySelectorAll('.filter li')].filter((li) => li.checkVisibility()).map((li) => li.textContent).join()`
		tb.press(".filter summary", kb.Enter)
		tb.says(`document.activeElement.matches('.filter .search')`, "true")
		tb.run(input.InsertText("行 44"))
		tb.says(shown, "行 44,行 440,行 441,行 442,行 443,行 444,行 445,行 446,行 447,行 448,行 449")
		tb.run(chromedp.KeyEvent(kb.Enter), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(" "))
		tb.says(chosen("名"), "行 44、行 440")
		tb.run(chromedp.KeyEvent(kb.Escape))
		tb.says(`document.querySelector('.filter').open + document.activeElement.localName`, "falsesummary")
		tb.click(".filter summary")
		tb.click(".filter .ask button")
		tb.says(chosen("名"), "全部")
		tb.quiet()
	})
	t.Run("closes when the reader goes on", func(t *testing.T) {
		tb := openTab(t, ctx, readerPage())
		open := `[...document.querySelectorAll('.filter[open]')].map((f) => f.dataset.name).join()`
		tb.click(filterOf("毕业去向") + " summary")
		tb.click(filterOf("年份") + " summary")
		tb.says(open, "年份")
		tb.click("h1")
		tb.says(open, "")
		tb.press(filterOf("毕业去向")+" summary", kb.Enter)
		tb.press("#bars .live")
		tb.says(open, "")
		tb.quiet()
	})
	t.Run("stays in sight, its lists on the page", func(t *testing.T) {
		for _, width := range []int64{1280, 360} {
			p := readerPage()
			p.Ways = Rail
			tb := openTab(t, ctx, p, chromedp.EmulateViewport(width, 700))
			tb.eval(`document.querySelectorAll('.closed .folder').forEach((b) => b.click()); document.getElementById('tree').scrollIntoView({ behavior: 'instant' })`, nil)
			tb.says(`(() => { const [rail, bar, tree] = ['.rail', '.filters', '#tree'].map((s) => document.querySelector(s).getBoundingClientRect());
				return [bar.top >= rail.bottom - 1, bar.bottom < 120, tree.top >= bar.bottom].join(); })()`, "true,true,true")
			tb.click(filterOf("年份") + " summary")
			tb.says(`(({ left, right, bottom }) => left >= 0 && right <= innerWidth && bottom <= innerHeight)(document.querySelector('.filter[open] fieldset').getBoundingClientRect())`, "true")
			tb.says(`document.documentElement.scrollWidth <= innerWidth`, "true")
			tb.quiet()
		}
	})
	t.Run("fades what has no axis, and leaves it faded", func(t *testing.T) {
		p := readerPage()
		p.Sections[1].Figures[0].Table = Table{Columns: []Column{{Name: "级别"}, {Name: "专业"}}, Rows: []Row{
			{Cells: []string{"国家级", "模具"}}, {Cells: []string{"国家级", "数控"}}, {Cells: []string{"市级", "软件"}}, {Cells: []string{"市级", "升学"}},
		}}
		p.Filters = []string{"级别"}
		tb := openTab(t, ctx, p)
		faded := `[...document.querySelectorAll('#tree .live path')].filter((p) => p.getAttribute('fill').endsWith('1f')).length`
		texts := `[...document.querySelectorAll('#tree .live text')].map((x) => x.textContent).join()`
		tb.check("级别", "国家级")
		tb.says(faded, "2")
		tb.says(texts, "国家级,模具,数控,市级")
		tb.press("#bars .live", kb.ArrowRight, kb.Escape) // which dims, and gives back
		tb.says(faded, "2")
		tb.click("#tree .chip")
		tb.says(faded, "0")
		tb.says(texts, "国家级,模具,数控,市级,软件,升学")
		tb.quiet()
	})
	t.Run("goes with the picture of a figure", func(t *testing.T) {
		dir := t.TempDir()
		tb := openTab(t, ctx, readerPage())
		tb.saveTo(dir)
		tb.check("年份", "2020 年")
		tb.click(`#columns [data-save="svg"]`)
		if svg := string(tb.saved(filepath.Join(dir, "columns.svg"))); !strings.Contains(svg, ">筛选：年份 2020 年<") {
			t.Error("the picture does not say that it is narrowed")
		}
		tb.quiet()
	})
	t.Run("is on paper as a picture of what is left", func(t *testing.T) {
		p := readerPage()
		columns := &p.Sections[0].Figures[1]
		columns.SVG = []byte(stillPicture)
		tb := openTab(t, ctx, p)
		still := `document.querySelector('#columns .still')`
		tb.check("年份", "2020 年")
		tb.says(`['>筛选：年份 2020 年<', '>2020<', '>2021<', '图 34'].map((text) => decodeURIComponent(`+still+`.src).includes(text)).join()`, "true,true,false,false")
		tb.says(still+`.complete && `+still+`.naturalWidth`, "321")
		tb.run(emulation.SetEmulatedMedia().WithMedia("print"))
		tb.says(`[...document.querySelectorAll('.filters, .chips')].some((el) => el.checkVisibility())`, "false")
		tb.run(emulation.SetEmulatedMedia().WithMedia(""))
		tb.click(".reset")
		tb.says(still+`.src.startsWith('data:image/svg+xml;base64,')`, "true")
		tb.quiet()
	})
}
