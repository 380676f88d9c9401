package dashboard_test

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/chart"
	"charts/internal/chart/charttest"
	"charts/internal/render/dashboard"
	"charts/internal/render/pagetest"
)

func TestSankey(t *testing.T) {
	p := &dashboard.Page{ID: "flow", Title: "流向", Lang: "zh-CN", Sections: []dashboard.Section{{Figures: []dashboard.Figure{{ID: "flows", Chart: charttest.Flows(charttest.Light)}}}}}
	tb := pagetest.Open(t, p)
	said := `document.querySelector('#flows .unseen[aria-live]').textContent.trim()`
	lit := func(color chart.Color) string {
		return `Number(document.querySelector('#flows .live path[fill="` + string(color) + `"]').getAttribute('fill-opacity') ?? 1) > 0.5`
	}
	tb.Press("#flows .live", kb.ArrowRight)
	tb.Says(said, "普通高中 → 省内 30 人")
	tb.Says(`document.querySelector('#flows .tip-value').textContent`, "30 人")
	tb.Says(`document.querySelector('#flows .tip-quote').textContent`, "升学 2469 38.62%")
	tb.Press("#flows .live", kb.ArrowRight, kb.ArrowRight, kb.ArrowRight, kb.ArrowRight)
	tb.Says(said, "普通高中 普通高中 60 人")
	tb.Says(lit(charttest.Palette[4]), "true") // what leaves the place keeps its light
	tb.Says(lit(charttest.Palette[5]), "false")
	tb.Press("#flows .live", kb.Escape)
	tb.Says(lit(charttest.Palette[5]), "true")
	tb.Quiet()
}

// What a treemap has no room to write stands under it, and nothing else does.
func TestTreemapListsWhatItLeavesOut(t *testing.T) {
	tree := charttest.Tree()
	cells := tree.Panels[0].Marks[0].(chart.Cells)
	for i := range cells.Data {
		cells.Data[i].Y, cells.Data[i].Text = 1000, "1,000"
		cells.Data[i].Label.Text = cells.Data[i].Name + "\n1,000"
	}
	cells.Data[1].Y, cells.Data[1].Text, cells.Data[1].Label.Text = 1, "1", "数控\n1"
	cells.Data[3].Label = chart.Label{} // on paper it has no room
	p := pagetest.Reader()
	p.Sections = []dashboard.Section{{Figures: []dashboard.Figure{{ID: tree.ID, Chart: tree, SVG: []byte(charttest.Picture)}}}}
	tb := pagetest.Open(t, p)
	tb.Says(`document.querySelector('#tree .lost').innerText`, "图中写不下的 1 项\n\n数控\u00a01")
	tb.Says(`[...document.querySelectorAll('#tree .live text, #tree .live tspan')].some((t) => t.textContent.includes('升学'))`, "true")
	tb.Run(emulation.SetEmulatedMedia().WithMedia("print"))
	tb.Says(`['.still', '.live', '.lost'].map((part) => document.querySelector('#tree ' + part).checkVisibility()).join()`, "true,false,false")
	tb.Quiet()
}

// TestMap draws a map near on the stage, where the page does not scroll.
func TestMap(t *testing.T) {
	corner := func(x float64) chart.Ring {
		return chart.Ring{{X: x, Y: 0}, {X: x + 0.5, Y: 0}, {X: x + 0.5, Y: 1}, {X: x, Y: 1}}
	}
	r := chart.Regions{Name: "人数", Outlines: [][]chart.Ring{{corner(0)}, {corner(0.5)}}, Data: []chart.Datum{
		{Name: "东区", Text: "3 人", Y: 3, X: 0.25, Base: 0.5, Color: charttest.Palette[0]}, {Name: "西区", Text: "无数据", Missing: true, X: 0.75, Base: 0.5, Color: charttest.Palette[5]}}}
	c := charttest.Chart("map", "生源", chart.Panel{Area: chart.Rect{W: 640, H: 360}, Marks: chart.Marks{r}}, charttest.Light)
	c.Legend = []chart.Entry{{Name: "1–5", Color: charttest.Palette[0], Shape: chart.Square}}
	tb := pagetest.Open(t, &dashboard.Page{ID: "map", Title: "地图", Lang: "zh-CN", Sections: []dashboard.Section{{Figures: []dashboard.Figure{{ID: "map", Chart: c}}}}})
	tb.Press("#map .live", kb.ArrowRight)
	tb.Says(`document.querySelector('#map .tip').textContent`, "东区人数3 人")
	tb.Says(`document.querySelector('#map .tip-dot').style.background`, "rgb(31, 95, 168)")
	tb.Press("#map .live", kb.ArrowRight)
	tb.Says(`document.querySelector('#map .tip').textContent`, "西区人数无数据")
	tb.Run(chromedp.Evaluate(`document.querySelector('#map [data-stage]').click()`, nil))
	const width = `document.querySelector('#map .live path[fill="#1f5fa8"]').getBoundingClientRect().width`
	tb.Says(width+` > 100`, "true")
	tb.Eval(`window.before = `+width, new(any))
	x, y := tb.Spot(`#map .live path[fill="#1f5fa8"]`, 0.5)
	tb.Run(chromedp.ActionFunc(func(ctx context.Context) error {
		return input.DispatchMouseEvent(input.MouseWheel, x, y).WithDeltaX(0).WithDeltaY(-300).Do(ctx)
	}))
	tb.Says(width+` > before`, "true")
	tb.Quiet()
}
