package dashboard

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/xuri/excelize/v2"

	"charts/internal/browsertest"
	"charts/internal/chart"
)

// What a reader does with a page, by mouse and by keyboard.

// TestReader uses a page as a person would.
func TestReader(t *testing.T) {
	ctx := browsertest.Open(t)
	for _, tt := range []struct {
		name string
		test func(*testing.T, *tab)
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
			tb := openTab(t, ctx, readerPage())
			tt.test(t, tb)
			tb.quiet()
		})
	}
	t.Run("shows one section at a time", func(t *testing.T) {
		p := readerPage()
		p.Ways = Tabs
		testTabs(t, openTab(t, ctx, p))
	})
	t.Run("follows the reader with a list of sections", func(t *testing.T) {
		p := readerPage()
		p.Ways = Rail
		tb := openTab(t, ctx, p)
		tb.press(".rail li:nth-child(2) a", kb.Enter)
		tb.says(`document.querySelector('.rail [aria-current]')?.textContent`, "专业")
		tb.says(`location.hash`, "#part-1")
	})
	t.Run("gives every row of a ranking room", func(t *testing.T) {
		p := readerPage()
		p.Sections[0].Figures[0].Chart = ranking(59)
		tb := openTab(t, ctx, p)
		tb.click("#bars .unfold")
		tb.says(`document.querySelector('#bars svg').clientHeight >= 59 * 20`, "true")
		tb.says(`new Set([...document.querySelectorAll('#bars .live text')].filter((x) => /^7[0-9]$/.test(x.textContent)).map((x) => Math.round(x.getBoundingClientRect().left))).size`, "1") // values clear of the line
	})
	t.Run("turns the pages of a long table", func(t *testing.T) {
		p := readerPage()
		p.Sections[0].Figures[0].Table = longTable(450)
		testPages(t, openTab(t, ctx, p))
	})
}

// readerPage has bars and columns that share a category, a treemap and a filter.
func readerPage() *Page {
	bars, columns, tree := barChart(light), columnChart(light), treeChart()
	table := Table{Columns: []Column{{Name: "毕业去向"}, {Name: "人数", Unit: "人", Number: true}}}
	for _, d := range bars.Panels[0].Marks[0].(chart.Bars).Data {
		table.Rows = append(table.Rows, Row{Cells: []string{d.Name, fmt.Sprintf("%g 人", d.Y)}})
	}
	byYear := Table{Columns: []Column{{Name: "年份"}, {Name: "录取", Unit: "人", Number: true}}}
	for i, y := range years {
		byYear.Rows = append(byYear.Rows, Row{Cells: []string{y + " 年", fmt.Sprint(3500 + 100*i)}, Computed: i == 4})
	}
	return &Page{
		ID: "reader", Title: "读者", Lang: "zh-CN", Filters: []string{"毕业去向", "年份", "没有"},
		Cards: []Card{{Title: "升学率", Value: "38.62", Unit: "%", Periods: []Period{{"2022", 36.69, "36.69%", false}, {"2023", 38.62, "38.62%", false}}}},
		Sections: []Section{
			{Title: "去向", Figures: []Figure{{ID: bars.ID, Chart: bars, Table: table}, {ID: columns.ID, Chart: columns, Table: byYear}}},
			{Title: "专业", Figures: []Figure{{ID: tree.ID, Chart: tree, Table: byYear}}},
		},
	}
}

// treeChart is a treemap of two groups with two leaves each.
func treeChart() *chart.Chart {
	c := chart.Cells{Name: "专业", Nested: true}
	for i, path := range [][]string{{"国家级"}, {"国家级"}, {"市级"}, {"市级"}} {
		name := []string{"模具", "数控", "软件", "升学"}[i]
		c.Data = append(c.Data, chart.Datum{Name: name, Y: 1, Text: "1", Path: path, Color: palette[i], Label: chart.Label{Text: name, Place: chart.Center, Color: "#ffffff"}})
		c.Boxes = append(c.Boxes, chart.Rect{X: 0.5 * float64(i/2), Y: 0.5 * float64(i%2), W: 0.5, H: 0.5})
	}
	return sampleChart("tree", "专业群", chart.Panel{Area: chart.Rect{W: 640, H: 360}, Marks: chart.Marks{c}}, light)
}

// ranking is a chart of n bars with a reference line.
func ranking(n int) *chart.Chart {
	c := barChart(light)
	var names []string
	var values []float64
	for i := range n {
		names, values = append(names, fmt.Sprintf("专业 %d", i)), append(values, 99-float64(i)/2)
	}
	p := &c.Panels[0]
	p.X.Max, p.Y.Labels, p.Y.Max = 100, names, float64(n)
	p.Marks = chart.Marks{chart.Bars{Color: light.Rest, Width: 0.6, Data: along(names, values, "%")}, chart.Rules{Data: []chart.Rule{{From: 90, To: 90, Label: "全校", Color: light.Muted}}}}
	return c
}

func longTable(n int) Table {
	t := Table{Columns: []Column{{Name: "号", Number: true}, {Name: "名"}}}
	for i := range n {
		t.Rows = append(t.Rows, Row{Cells: []string{fmt.Sprint(i*7%n + 1), fmt.Sprintf("行 %d", i)}})
	}
	return t
}

// How often a test looks for what a page is about to do. Each look waits for the
// page's answer, so that on a busy machine all of them take longer.
const looks = 20_000

// says fails the test unless an expression of the browser soon has the value. A page
// that goes away while it is asked has no answer; the next one is asked again.
func (tb *tab) says(expression, want string) {
	tb.t.Helper()
	var got string
	for range looks {
		var left *cdproto.Error
		err := chromedp.Run(tb.Context, chromedp.Evaluate(`String(`+expression+`)`, &got))
		if err == nil && got == want {
			return
		}
		if err != nil && !(errors.As(err, &left) && left.Code == goneAway) {
			tb.t.Fatal(err)
		}
	}
	tb.t.Fatalf("%s is %q, want %q", expression, got, want) // what follows would wait for what is not there
}

// goneAway is the code of the browser's answer when the page was left meanwhile.
const goneAway = -32000

func (tb *tab) click(selector string) {
	tb.open(selector)
	tb.run(chromedp.Click(selector, chromedp.ByQuery))
}

// open opens the menu that a control is in, with the mouse.
func (tb *tab) open(selector string) {
	var closed bool
	tb.eval(fmt.Sprintf(`(() => { const menu = document.querySelector(%q)?.closest('.menu:not([open])'); menu?.setAttribute('data-next', ''); return Boolean(menu); })()`, selector), &closed)
	if closed {
		tb.run(chromedp.Click("[data-next] > summary", chromedp.ByQuery))
		tb.eval(`document.querySelector('[data-next]').removeAttribute('data-next'), 0`, nil)
	}
}

func (tb *tab) press(selector string, keys ...string) {
	tb.open(selector)
	tb.run(chromedp.Focus(selector, chromedp.ByQuery))
	for _, k := range keys {
		tb.run(chromedp.KeyEvent(k))
	}
}

const (
	barCount  = `[...document.querySelectorAll('#bars .live path')].filter((p) => ['#1f5fa8', '#c3c9d1'].includes(p.getAttribute('fill')) && p.getBoundingClientRect().width > 2).length`
	bodyRows  = `[...document.querySelectorAll('#bars tbody tr')].map((r) => r.cells[0].textContent).join()`
	firstCell = `document.querySelector('#bars tbody td').textContent`
)

func testFilter(t *testing.T, tb *tab) {
	tb.says(`[...document.querySelectorAll('.filter')].map((f) => f.dataset.name + f.querySelectorAll('li').length).join()`, "毕业去向6,年份5")
	tb.says(barCount, "6")
	tb.check("毕业去向", "升学")
	tb.says(barCount, "1")
	tb.says(bodyRows, "升学")
	tb.says(`document.querySelectorAll('#columns tbody tr').length`, "5")
	tb.check("年份", "2019 年")
	tb.says(`[...document.querySelectorAll('#columns .live text')].filter((x) => /^(2019|202)/.test(x.textContent)).map((x) => x.textContent).join()`, "2019")
	tb.click(".reset")
	tb.says(barCount, "6")
	tb.says(`document.querySelectorAll('#columns tbody tr').length`, "5")
}

func testLegend(t *testing.T, tb *tab) {
	orange := `[...document.querySelectorAll('#columns .live path')].filter((p) => p.getAttribute('fill') === '#d9822b' && p.getBoundingClientRect().height > 4).length`
	pressed := `document.querySelectorAll('#columns .entry')[1].getAttribute('aria-pressed')`
	tb.says(orange, "4")
	tb.click("#columns .entry:nth-child(2)")
	tb.says(orange, "0")
	tb.says(pressed, "false")
	tb.press("#columns .entry:nth-child(2)", " ")
	tb.says(orange, "4")
	tb.says(pressed, "true")
}

func testSpotlight(t *testing.T, tb *tab) {
	faded := func(figure string) string {
		return `[...document.querySelectorAll('#` + figure + ` .live path')].filter((p) => p.getAttribute('fill-opacity') === '0.25' || p.getAttribute('opacity') === '0.25').filter((p) => p.getAttribute('fill') !== '` + string(light.Background) + `').length`
	}
	tb.press("#bars .live", kb.ArrowRight)
	tb.says(faded("bars"), "5")
	tb.says(faded("tree"), "3") // which has 升学 too
	tb.says(faded("columns"), "0")
	tb.says(`document.querySelector('#bars .unseen[aria-live]').textContent.trim()`, "升学 2469 人 38.62%")
	tb.says(`document.querySelector('#bars .tip-value').textContent`, "2469 人")
	tb.run(chromedp.KeyEvent(kb.Escape))
	tb.says(faded("tree"), "0")
	tb.hover("bars", "path[fill='#1f5fa8']", "升学2469 人")
	tb.says(faded("tree"), "3")
}

func testSort(t *testing.T, tb *tab) {
	tb.click(`#bars [aria-controls="bars-table"]`)
	tb.says(firstCell, "升学")
	tb.click(`#bars th:nth-child(2) .sort`)
	tb.says(`document.querySelector('#bars th:nth-child(2)').ariaSort`, "descending")
	tb.says(firstCell, "升学")
	tb.press(`#bars th:nth-child(2) .sort`, kb.Enter)
	tb.says(firstCell, "自主创业")
	tb.says(`document.querySelector('#bars th:nth-child(2)').ariaSort`, "ascending")
	tb.press(`#bars th:nth-child(1) .sort`, kb.Enter)
	tb.says(`[...document.querySelectorAll('#bars th')].map((th) => th.ariaSort).join()`, "ascending,")
}

func testSources(t *testing.T, tb *tab) {
	current := `document.querySelector('#bars li[aria-current]')?.dataset.source`
	tb.click(`#bars [aria-controls="bars-source"]`)
	tb.says(current, "undefined")
	tb.click(`#bars .source .pager button:last-child`)
	tb.says(current, "0")
	tb.press(`#bars .source .pager button:last-child`, kb.Enter)
	tb.says(current, "1")
	tb.says(`document.querySelector('#bars .source .pager span').textContent`, "2 / 2")
	tb.click(`#bars .source .pager button:first-child`)
	tb.says(current, "0")
}

func testPresent(t *testing.T, tb *tab) {
	seen := `[...document.querySelectorAll('.figure.alone')].map((f) => f.id || 'cover').join()`
	tb.click("[data-present]")
	tb.says(seen, "cover")
	tb.says(`[...document.querySelectorAll('.cover > *')].map((el) => el.localName).join()`, "h1,h2,ul")
	tb.says(`document.querySelector('.alone').getBoundingClientRect().bottom === document.querySelector('.show').getBoundingClientRect().top`, "true")
	for _, tt := range []struct{ key, figure string }{
		{kb.ArrowRight, "bars"}, {kb.ArrowRight, "columns"}, {kb.ArrowRight, "tree"}, {kb.ArrowRight, "cover"}, {kb.ArrowLeft, "tree"}, {kb.Escape, ""},
	} {
		tb.run(chromedp.KeyEvent(tt.key))
		tb.says(seen, tt.figure)
	}
	tb.says(`document.activeElement.matches('.page-controls summary')`, "true")
	tb.press("#columns [data-stage]", kb.Enter)
	tb.says(seen, "columns")
	tb.says(`document.querySelectorAll('#columns .live svg').length`, "1")
	tb.click("#columns [data-stage]")
	tb.says(seen, "")
}

func testDrill(t *testing.T, tb *tab) {
	cells := `[...document.querySelectorAll('#tree .live text')].map((x) => x.textContent).join()`
	crumbs := `[...document.querySelectorAll('#tree .crumbs button')].map((x) => x.textContent).join()`
	tb.says(cells, "国家级,模具,数控,市级,软件,升学")
	tb.press("#tree .live", kb.ArrowRight, kb.Enter)
	tb.says(cells, "模具,数控")
	tb.says(crumbs, "全部,国家级")
	tb.click("#tree .crumbs button")
	tb.says(cells, "国家级,模具,数控,市级,软件,升学")
	tb.settle() // a mark that still moves is not where it is pressed
	tb.run(chromedp.Click("#tree .live path[fill='"+string(palette[2])+"']", chromedp.ByQuery))
	tb.says(crumbs, "全部,市级")
	tb.press("#tree .crumbs button", kb.Enter)
	tb.says(crumbs, "")
}

func testEnter(t *testing.T, tb *tab) {
	tb.press("#bars .live", kb.ArrowRight, kb.ArrowRight, kb.Enter)
	tb.says(`document.querySelector('#bars .panel.source').checkVisibility()`, "true")
	tb.says(`document.querySelector('#bars li[aria-current] .line').textContent`, "878")
}

func testTabs(t *testing.T, tb *tab) {
	seen := `[...document.querySelectorAll('.part')].filter((p) => p.checkVisibility()).map((p) => p.id).join()`
	tb.says(seen, "part-0")
	tb.click(".rail li:nth-child(2) a")
	tb.says(seen, "part-1")
	tb.says(`document.querySelectorAll('#tree .live svg').length`, "1")
	tb.press(".rail li:nth-child(2) a", kb.ArrowRight)
	tb.says(seen, "part-0")
	tb.says(`document.activeElement.getAttribute('aria-selected')`, "true")
	tb.quiet()
}

func testPages(t *testing.T, tb *tab) {
	where := `document.querySelector('#bars .table .pager span').textContent`
	tb.click(`#bars [aria-controls="bars-table"]`)
	tb.says(where, "1–200 / 450")
	tb.click(`#bars .table .pager button:last-child`)
	tb.press(`#bars .table .pager button:last-child`, kb.Enter)
	tb.says(where, "401–450 / 450")
	tb.says(`document.querySelectorAll('#bars tbody tr').length`, "50")
	tb.click(`#bars th .sort`)
	tb.says(firstCell, "450")
	tb.says(where, "1–200 / 450")
	tb.quiet()
}

func testWorkbook(t *testing.T, tb *tab) {
	dir := t.TempDir()
	tb.saveTo(dir)
	tb.press(`#bars [data-save="xlsx"]`, kb.Enter)
	book, err := excelize.OpenReader(bytes.NewReader(tb.saved(filepath.Join(dir, "bars.xlsx"))))
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
