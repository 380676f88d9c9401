package script_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/chart"
	"charts/internal/chart/charttest"
	"charts/internal/render/dashboard"
	"charts/internal/render/pagetest"
)

// TestTotals looks at the bars in a table and at the lines under it.
func TestTotals(t *testing.T) {
	p := pagetest.Reader()
	rank, donut := charttest.Ranking(59), charttest.Slices(charttest.Light)
	rows := dashboard.Table{Columns: []dashboard.Column{{Name: "专业"}, {Name: "率", Unit: "%", Number: true}}}
	for _, d := range rank.Panels[0].Marks[0].(chart.Bars).Data {
		rows.Rows = append(rows.Rows, dashboard.Row{Cells: []string{d.Name, fmt.Sprintf("%.2f%%", d.Y)}})
	}
	parts := dashboard.Table{Columns: []dashboard.Column{{Name: "来源"}, {Name: "收入", Unit: "万元", Number: true}}}
	slices := donut.Panels[0].Marks[0].(chart.Slices)
	for i, v := range []float64{10400.5, 4800, 2800, 1200, 800} {
		slices.Data[i].Y = v
		parts.Rows = append(parts.Rows, dashboard.Row{Cells: []string{slices.Data[i].Name, []string{"10,400.5 万元", "4,800 万元", "2,800 万元", "1,200 万元", "800 万元"}[i]}})
	}
	p.Sections = []dashboard.Section{{Figures: []dashboard.Figure{{ID: "bars", Chart: rank, Table: rows}, {ID: "slices", Chart: donut, Table: parts}, {ID: "columns", Chart: charttest.Columns(charttest.Light), Table: pagetest.Reader().Sections[0].Figures[1].Table}}}}
	about := charttest.Slices(charttest.Light)
	slices = about.Panels[0].Marks[0].(chart.Slices)
	guessed := dashboard.Table{Columns: []dashboard.Column{{Name: "来源"}, {Name: "册数", Unit: "册", Number: true, Total: "约 750 册"}}}
	for i, v := range []string{"100 册", "约 300 册", "200 册", "150 余册"} {
		slices.Data[i].Text, slices.Data[i].Y = v, []float64{100, 300, 200, 150}[i]
		guessed.Rows = append(guessed.Rows, dashboard.Row{Cells: []string{slices.Data[i].Name, v}})
	}
	p.Sections[0].Figures = append(p.Sections[0].Figures, dashboard.Figure{ID: "guesses", Chart: about, Table: guessed})
	p.Filters = []string{"来源"}
	tb := pagetest.Open(t, p)
	foot := func(figure string) string {
		return `[...document.querySelectorAll('#` + figure + ` tfoot tr')].map((tr) => [...tr.cells].map((c) => c.textContent).join(' ')).join('|')`
	}
	for _, figure := range []string{"bars", "slices", "columns", "guesses"} {
		tb.Press(`#`+figure+` [role=tab]`, kb.ArrowRight)
	}
	tb.Says(foot("bars"), "最大 99.00%|中位数计算值 84.50%|最小 70.00%")
	tb.Says(foot("slices"), "合计计算值 20,000.5 万元")
	tb.Says(foot("columns"), "") // of five years
	tb.Says(foot("guesses"), "合计计算值 约 750 册")
	tb.Says(`document.querySelectorAll('#guesses .barred').length`, "4")
	tb.Says(`document.querySelectorAll('#bars .barred').length`, "59")
	tb.Says(`document.querySelector('#bars .barred').style.getPropertyValue('--share')`, "0.99")
	tb.Run(chromedp.SendKeys("#bars .search", "专业 1", chromedp.ByQuery))
	tb.Says(foot("bars"), "最大 98.50%|中位数计算值 92.00%|最小 89.50%")
	tb.Click(filterOf("来源") + " summary")
	tb.Click(filterOf("来源") + " li input")
	tb.Says(foot("slices"), "合计计算值 10,400.5 万元")
	tb.Says(foot("guesses"), "合计计算值 100 册")
	tb.Quiet()
}
