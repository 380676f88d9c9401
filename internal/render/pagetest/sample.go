// Package pagetest gives tests pages that are written by hand, and opens them in the
// browser.
package pagetest

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"charts/internal/browsertest"
	"charts/internal/chart/charttest"
	"charts/internal/render/dashboard"
)

// Sample is a page with a figure for every way in which a page draws.
func Sample() *dashboard.Page {
	p := &dashboard.Page{
		ID: "overview", Title: "2023 年高等职业教育质量年度报告", Subtitle: "学校领导一页读懂：去向、经费、服务贡献。每个数都能指到报告的那一行。", Lang: "zh-CN",
		Cards: []dashboard.Card{
			{Title: "毕业去向落实率", Figure: "bars", Value: "92.79", Unit: "%", Change: "+1.24 个百分点", Against: "较 2022 年", Trend: dashboard.Up, Verdict: dashboard.Good, Source: "2023 年报告，表 6"},
			{Title: "办学经费收入", Value: "5.04", Unit: "亿元", Change: "+0.40 亿元", Against: "较 2022 年", Trend: dashboard.Up, Verdict: dashboard.Good, Source: "2023 年报告，正文"},
			{Title: "生师比", Value: "17.9", Unit: ": 1", Change: "+0.6", Against: "较目标", Trend: dashboard.Up, Verdict: dashboard.Bad, Source: "2023 年报告，附表 3"},
			{Title: "在校生", Value: "12,391", Unit: "人", Change: "0", Against: "较 2022 年", Trend: dashboard.Flat, Source: "2023 年报告，附表 1"},
		},
		Pages: []dashboard.Link{{Title: "要览", Address: "overview.html", Own: true}, {Title: "招生与就业", Address: "admissions.html"}},
		Note:  "本页由报告原文生成，不含人工录入的数。",
	}
	lightCharts, darkCharts := charttest.Charts(charttest.Light), charttest.Charts(charttest.Night)
	first := dashboard.Section{Title: "学生去向", Text: "升学人数**连续三年**增长，2023 年为**{升学}**。数据见[附表](#columns)。", Numbers: []dashboard.Number{
		{Name: "升学", Text: "2,469 人", Source: "来源：2023 年报告，表 6（第 877 行）", Quotes: []string{"升学 2469 38.62%"}},
	}}
	second := dashboard.Section{Title: "经费与服务", Cards: []dashboard.Card{{Title: "服务收入", Value: "1,946.59", Unit: "万元", Figure: "areas", Source: "2023 年报告，附表 4"}}}
	for i, c := range lightCharts {
		f := dashboard.Figure{ID: c.ID, Chart: c, Dark: darkCharts[i], SVG: []byte(charttest.Picture), Table: dashboard.Table{
			Columns: []dashboard.Column{{Name: "毕业去向"}, {Name: "人数", Unit: "人", Number: true}, {Name: "比例", Unit: "%", Number: true}},
			Rows:    []dashboard.Row{{Cells: []string{"升学", "2469", "38.62"}}, {Cells: []string{"签就业协议", "1830", "28.63"}}, {Cells: []string{"其余", "2094", "32.75"}, Computed: true}},
		}}
		switch {
		case i == 0:
			f.Width = dashboard.Full
			first.Figures = append(first.Figures, f)
		case i < 4:
			first.Figures = append(first.Figures, f)
		default:
			second.Figures = append(second.Figures, f)
		}
	}
	second.Figures[0].Width = dashboard.Third
	second.Figures[1].Width = dashboard.Third
	second.Figures[2].Width = dashboard.Third
	p.Sections = []dashboard.Section{first, second}
	return p
}

// Open opens a page in the browser and waits until its charts are drawn.
func Open(t testing.TB, p *dashboard.Page, before ...chromedp.Action) *browsertest.Tab {
	t.Helper()
	html, err := dashboard.HTML(p)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, html, 0o644); err != nil {
		t.Fatal(err)
	}
	return browsertest.OpenFile(t, file, before...)
}
