package dashboard

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/chart/charttest"
)

func TestRowsHaveNoHoles(t *testing.T) {
	for _, tt := range []struct{ given, want string }{
		{"half half", "half half"},
		{"half half half", "half half full"}, // alone in its row
		{"half full half", "full full full"},
		{"third third third", "third third third"},
		{"third third", "half half"},
		{"third half", "half half"},
		{"third third third third half", "third third third half half"},
		{"full", "full"},
		{"", ""},
	} {
		var figures []Figure
		for _, w := range strings.Fields(tt.given) {
			figures = append(figures, Figure{Width: Width(w)})
		}
		var got []string
		for _, f := range filled(shared(figures)) {
			got = append(got, string(f[0].Width))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("filled(%s) = %s, want %s", tt.given, s, tt.want)
		}
	}
}

func TestCardsFillTheirRows(t *testing.T) {
	for n, want := range []int{0, 1, 2, 3, 4, 5, 6, 4, 4, 3, 4, 4, 4} {
		if got := make(cardRows, n).Columns(); got != want {
			t.Errorf("%d cards stand in rows of %d, want %d", n, got, want)
		}
	}
}

func TestFiltersTakeTheirValuesFromAllFigures(t *testing.T) {
	table := func(column string, cells ...string) Figure {
		f := Figure{Table: Table{Columns: []Column{{Name: "x"}, {Name: column}}}}
		for _, c := range cells {
			f.Table.Rows = append(f.Table.Rows, Row{Cells: []string{"x", c}})
		}
		return f
	}
	p := &Page{Filters: []string{"年份", "级别", "一个", "没有"}, Sections: []Section{
		{Figures: []Figure{table("年份", "2022 年", "2023\u2009年"), table("级别", "国家级", "市级", "国家级")}},
		{Figures: []Figure{table("年份", "2023", "2021"), table("一个", "只有", "只有")}},
	}}
	if got, want := fmt.Sprintf("%q", filtersOf(p)), `[{"年份" ["2022 年" "2023\u2009年" "2021"]} {"级别" ["国家级" "市级"]}]`; got != want {
		t.Errorf("filtersOf = %s, want %s", got, want)
	}
}

func TestSparkline(t *testing.T) {
	at := func(values ...float64) (all []Period) {
		for _, v := range values {
			all = append(all, Period{Name: "n", Value: v, Text: fmt.Sprint(v), Missing: v < 0})
		}
		return all
	}
	for _, tt := range []struct {
		periods []Period
		want    string
	}{
		{at(1, 3, 2), "M4 28L60 4L116 16"},
		{at(2, 2), "M4 16L116 16"},
		{at(1, -1, 2, 3), "M4 28M78.7 16L116 4"}, // a gap
		{at(1, 2, -1), "M4 28L60 4"},
		{at(1, -1), ""}, // one value is no line
		{nil, ""},
	} {
		got := ""
		if s := sparklineOf("走势", tt.periods); s != nil {
			got = s.Path
		}
		if got != tt.want {
			t.Errorf("sparklineOf(%v) = %q, want %q", tt.periods, got, tt.want)
		}
	}
}

// tableOf is a table of n rows.
func tableOf(n int) Table {
	return Table{Columns: []Column{{Name: "号"}}, Rows: slices.Repeat([]Row{{Cells: []string{"1"}}}, n)}
}

func TestLongTablesKeepAllTheirRows(t *testing.T) {
	c := charttest.Bars(charttest.Light)
	page, err := HTML(&Page{ID: "p", Lang: "zh-CN", Sections: []Section{{Figures: []Figure{{ID: "f", Chart: c, Table: tableOf(writtenRows + 50)}}}}})
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(page), "<tr>"); n != writtenRows+1 {
		t.Errorf("the page writes %d rows, want %d", n, writtenRows+1)
	}
	if n := strings.Count(string(page), `{"Cells":`); n != writtenRows+50 {
		t.Errorf("the page holds %d rows, want %d", n, writtenRows+50)
	}
}

// A table that just fits is written whole, and once.
func TestATableThatFitsIsWrittenOnce(t *testing.T) {
	for rows, rest := range map[int]int{writtenRows: 0, writtenRows + 1: writtenRows + 1} {
		v, err := figureOf(Figure{ID: "f", Chart: charttest.Bars(charttest.Light), Table: tableOf(rows)}, wordsOf("en"))
		if err != nil || len(v.Table.Rows) != writtenRows || len(v.Rest) != rest {
			t.Errorf("%d rows: %d are written, and %d more held: %v", rows, len(v.Table.Rows), len(v.Rest), err)
		}
	}
}

func TestPlacesKeepTheNumbersOfTheirSources(t *testing.T) {
	got := places([]chart.Source{{Report: "a", Table: "1", Line: 5}, {Report: "b", Line: 7}, {Report: "a", Table: "1", Line: 6}})
	if len(got) != 2 || len(got[0].Lines) != 2 || got[0].Lines[1].Index != 2 || got[1].Lines[0].Index != 1 {
		t.Errorf("places = %+v", got)
	}
}

// A page carries the series that its figures take, and no others.
func TestPageCarriesWhatItsFiguresNeed(t *testing.T) {
	for _, tt := range []struct {
		name  string
		chart *chart.Chart
		want  script
	}{
		{"bars", charttest.Bars(charttest.Light), program()},
		{"sankey", charttest.Flows(charttest.Light), wholeProgram()},
	} {
		page, err := HTML(&Page{Title: "t", Lang: "zh-CN", Sections: []Section{{Figures: []Figure{{ID: "f", Chart: tt.chart}}}}})
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(page, []byte(tt.want.text)) {
			t.Errorf("%s: another program than wanted", tt.name)
		}
	}
}

func TestEChartsIsTheVersionThatIsEmbedded(t *testing.T) {
	wanted, err := os.ReadFile("assets/package.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, script := range []string{library, wholeLibrary} {
		if !strings.Contains(string(wanted), `"echarts": "`+ECharts+`"`) || !strings.Contains(script, `="`+ECharts+`"`) {
			t.Errorf("ECharts %s is neither what package.json asks for nor what a script says of itself", ECharts)
		}
	}
}
