package pagetest

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"charts/internal/chart"
	"charts/internal/chart/charttest"
	"charts/internal/render/dashboard"
)

// Reader has bars and columns that share a category, a treemap and a filter.
func Reader() *dashboard.Page {
	bars, columns, tree := charttest.Bars(charttest.Light), charttest.Columns(charttest.Light), charttest.Tree()
	table := dashboard.Table{Columns: []dashboard.Column{{Name: "毕业去向"}, {Name: "人数", Unit: "人", Number: true}}}
	for _, d := range bars.Panels[0].Marks[0].(chart.Bars).Data {
		table.Rows = append(table.Rows, dashboard.Row{Cells: []string{d.Name, fmt.Sprintf("%g 人", d.Y)}})
	}
	byYear := dashboard.Table{Columns: []dashboard.Column{{Name: "年份"}, {Name: "录取", Unit: "人", Number: true}}}
	for i, y := range charttest.Years {
		byYear.Rows = append(byYear.Rows, dashboard.Row{Cells: []string{y + " 年", fmt.Sprint(3500 + 100*i)}, Computed: i == 4})
	}
	return &dashboard.Page{
		ID: "reader", Title: "读者", Lang: "zh-CN", Filters: []string{"毕业去向", "年份", "没有"},
		Cards: []dashboard.Card{{Title: "升学率", Value: "38.62", Unit: "%", Periods: []dashboard.Period{{Name: "2022", Value: 36.69, Text: "36.69%"}, {Name: "2023", Value: 38.62, Text: "38.62%"}}}},
		Sections: []dashboard.Section{
			{Title: "去向", Figures: []dashboard.Figure{{ID: bars.ID, Chart: bars, Table: table}, {ID: columns.ID, Chart: columns, Table: byYear}}},
			{Title: "专业", Figures: []dashboard.Figure{{ID: tree.ID, Chart: tree, Table: byYear}}},
		},
	}
}

func LongTable(n int) dashboard.Table {
	t := dashboard.Table{Columns: []dashboard.Column{{Name: "号", Number: true}, {Name: "名"}}}
	for i := range n {
		t.Rows = append(t.Rows, dashboard.Row{Cells: []string{fmt.Sprint(i*7%n + 1), fmt.Sprintf("行 %d", i)}})
	}
	return t
}

// Long is the page of the reader with a long line before its figures.
func Long() *dashboard.Page {
	p := Reader()
	p.Filters = nil
	p.Sections[0].Figures = append([]dashboard.Figure{{ID: "months", Chart: charttest.LongLine(180), Width: dashboard.Full, Table: LongTable(180)}}, p.Sections[0].Figures...)
	return p
}

// Many is a page of n figures of all kinds, with the pictures of a folder.
func Many(t testing.TB, gallery string, n int) *dashboard.Page {
	t.Helper()
	pictures, err := filepath.Glob(filepath.Join(gallery, "*.svg"))
	if err != nil || len(pictures) == 0 {
		t.Fatalf("no pictures in %s: %v", gallery, err)
	}
	p := Sample()
	p.Sections = nil
	var s dashboard.Section
	for i := range n {
		c := charttest.Charts(charttest.Light)[i%11]
		c.ID = fmt.Sprintf("%s-%d", c.ID, i)
		svg, err := os.ReadFile(pictures[i%len(pictures)])
		if err != nil {
			t.Fatal(err)
		}
		s.Figures = append(s.Figures, dashboard.Figure{ID: c.ID, Chart: c, SVG: svg, Narrow: c, NarrowSVG: svg, Table: LongTable(60)})
	}
	p.Sections = []dashboard.Section{s}
	return p
}
