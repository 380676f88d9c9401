package dashboard

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
	"charts/internal/chart"
)

// TestTotals looks at the bars in a table and at the lines under it.
func TestTotals(t *testing.T) {
	ctx := browsertest.Open(t)
	p := readerPage()
	rank, donut := ranking(59), donutChart(light)
	rows := Table{Columns: []Column{{Name: "专业"}, {Name: "率", Unit: "%", Number: true}}}
	for _, d := range rank.Panels[0].Marks[0].(chart.Bars).Data {
		rows.Rows = append(rows.Rows, Row{Cells: []string{d.Name, fmt.Sprintf("%.2f%%", d.Y)}})
	}
	parts := Table{Columns: []Column{{Name: "来源"}, {Name: "收入", Unit: "万元", Number: true}}}
	slices := donut.Panels[0].Marks[0].(chart.Slices)
	for i, v := range []float64{10400.5, 4800, 2800, 1200, 800} {
		slices.Data[i].Y = v
		parts.Rows = append(parts.Rows, Row{Cells: []string{slices.Data[i].Name, []string{"10,400.5 万元", "4,800 万元", "2,800 万元", "1,200 万元", "800 万元"}[i]}})
	}
	p.Sections = []Section{{Figures: []Figure{{ID: "bars", Chart: rank, Table: rows}, {ID: "slices", Chart: donut, Table: parts}, {ID: "columns", Chart: columnChart(light), Table: readerPage().Sections[0].Figures[1].Table}}}}
	about := donutChart(light)
	slices = about.Panels[0].Marks[0].(chart.Slices)
	guessed := Table{Columns: []Column{{Name: "来源"}, {Name: "册数", Unit: "册", Number: true, Total: "约 750 册"}}}
	for i, v := range []string{"100 册", "约 300 册", "200 册", "150 余册"} {
		slices.Data[i].Text, slices.Data[i].Y = v, []float64{100, 300, 200, 150}[i]
		guessed.Rows = append(guessed.Rows, Row{Cells: []string{slices.Data[i].Name, v}})
	}
	p.Sections[0].Figures = append(p.Sections[0].Figures, Figure{ID: "guesses", Chart: about, Table: guessed})
	p.Filters = []string{"来源"}
	tb := openTab(t, ctx, p)
	foot := func(figure string) string {
		return `[...document.querySelectorAll('#` + figure + ` tfoot tr')].map((tr) => [...tr.cells].map((c) => c.textContent).join(' ')).join('|')`
	}
	for _, figure := range []string{"bars", "slices", "columns", "guesses"} {
		tb.press(`#`+figure+` [role=tab]`, kb.ArrowRight)
	}
	tb.says(foot("bars"), "最大 99.00%|中位数计算值 84.50%|最小 70.00%")
	tb.says(foot("slices"), "合计计算值 20,000.5 万元")
	tb.says(foot("columns"), "") // of five years
	tb.says(foot("guesses"), "合计计算值 约 750 册")
	tb.says(`document.querySelectorAll('#guesses .barred').length`, "4")
	tb.says(`document.querySelectorAll('#bars .barred').length`, "59")
	tb.says(`document.querySelector('#bars .barred').style.getPropertyValue('--share')`, "0.99")
	tb.run(chromedp.SendKeys("#bars .search", "专业 1", chromedp.ByQuery))
	tb.says(foot("bars"), "最大 98.50%|中位数计算值 92.00%|最小 89.50%")
	tb.click(filterOf("来源") + " summary")
	tb.click(filterOf("来源") + " li input")
	tb.says(foot("slices"), "合计计算值 10,400.5 万元")
	tb.says(foot("guesses"), "合计计算值 100 册")
	tb.quiet()
}
