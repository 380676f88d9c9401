package report

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"charts/internal/diag"
	"charts/internal/table"
)

func rows(n int) *int { return &n }

func named(names ...string) (all []table.ColumnHint) {
	for _, n := range names {
		all = append(all, table.ColumnHint{Name: n})
	}
	return all
}

// TestHints: what the author says of a table is how it is read.
func TestHints(t *testing.T) {
	page := func(tables string) string { return "<!doctype html>\n<p>表 1：试</p>\n" + tables }
	levels := page("<table>\n<tr><td>专业<td>2022<td>2023\n<tr><td>名称<td>人数<td>人数\n<tr><td>甲<td>1<td>2\n<tr><td>乙<td>3<td>4\n</table>")
	pieces := "表 1：试\n\n专业\t人数\n甲\t1\n乙\t2\n\n丙\t3\n丁\t4\n\n又及。\n"
	first := "<table><tr><th>专业<th>人数<tr><td>甲<td>1<tr><td>乙<td>2</table>"
	blanks := "表 1：试\n甲 工 程 12 3.5%\n乙 工 7 1.5%\n丙 工 程 学 院 9 2%\n\n后文，无表。\n"
	kinds := []table.ColumnHint{{Name: "学院", Kind: table.NameColumn}, {Name: "人数", Unit: "人"}, {Name: "比例"}}
	for _, c := range []struct {
		name, file, src string
		hint            Hint
		want            string
	}{
		{"names by hand", "r.txt", blanks, Hint{Caption: "表 1", Header: rows(0), Columns: kinds}, "学院,人数[人],比例: 甲工程,12,3.5%; 乙工,7,1.5%; 丙工程学院,9,2%"},
		{"names by hand, on lines", "r.txt", blanks, Hint{First: 2, Last: 3, Header: rows(0), Columns: kinds}, "学院,人数[人],比例: 甲工程,12,3.5%; 乙工,7,1.5%"},
		{"lines with their caption", "r.txt", blanks, Hint{First: 1, Last: 4, Header: rows(0), Columns: kinds}, "学院,人数[人],比例: 甲工程,12,3.5%; 乙工,7,1.5%; 丙工程学院,9,2%"},
		{"names over names by hand", "r.txt", strings.Replace(blanks, "试\n", "试\n学 院 人 数\n", 1), Hint{Caption: "表 1", Header: rows(1), Columns: kinds}, "学院,人数[人],比例: 甲工程,12,3.5%; 乙工,7,1.5%; 丙工程学院,9,2%"},
		{"edges in a text", "r.txt", "表 1：试\n学院 人数比例\n甲工程 1235%\n乙工    715%\n", Hint{Caption: "试", Header: rows(1), Edges: []float64{7, 10}, Columns: named("学院", "人数", "比例")}, "学院,人数,比例: 甲工程,123,5%; 乙工,71,5%"},
		{"one row of names", "r.html", levels, Hint{Caption: "表 1", Header: rows(1)}, "专业,2022,2023: 名称,人数,人数; 甲,1,2; 乙,3,4"},
		{"two rows of names", "r.html", levels, Hint{Caption: "表 1", Header: rows(2)}, "专业/名称,2022/人数,2023/人数: 甲,1,2; 乙,3,4"},
		{"no row of names", "r.html", levels, Hint{Caption: "表 1", Header: rows(0), Columns: named("专业", "去年", "今年")}, "专业,去年,今年: 专业,2022,2023; 名称,人数,人数; 甲,1,2; 乙,3,4"},
		{"names and a unit", "r.html", levels, Hint{Caption: "表 1", Header: rows(2), Columns: []table.ColumnHint{{Name: "专业"}, {Name: "去年", Unit: "人"}, {Name: "今年"}}}, "专业,去年[人],今年: 甲,1,2; 乙,3,4"},
		{"some rows", "r.html", levels, Hint{First: 5, Last: 6, Header: rows(1)}, "名称,人数,人数 2: 甲,1,2"},
		{"rows of a csv", "r.csv", "表,a,b\n名,人,元\n甲,1,2\n乙,3,4\n", Hint{First: 2, Last: 4, Header: rows(1)}, "名,人,元: 甲,1,2; 乙,3,4"},
		{"names of a csv", "r.csv", "名,人数,金额\n甲,1,2\n乙,3,4\n", Hint{First: 1, Last: 3, Columns: named("学院", "人", "元")}, "学院,人,元: 甲,1,2; 乙,3,4"},
		{"one piece", "r.html", page(first + "<p>续表</p>" + "<table><tr><th>专业<th>人数<tr><td>丙<td>3</table>"), Hint{Caption: "表 1", Parts: 1}, "专业,人数: 甲,1; 乙,2"},
		{"two pieces", "r.html", page(first + "<p>见下页。</p>" + "<table><tr><td>丙<td>3<tr><td>丁<td>4</table>"), Hint{Caption: "表 1", Parts: 2}, "专业,人数: 甲,1; 乙,2; 丙,3; 丁,4"},
		{"no table", "r.txt", pieces, Hint{First: 3, Last: 8, Ignore: true}, ""},
		{"no table under a caption", "r.html", levels, Hint{Caption: "试", Ignore: true}, ""},
		{"too few names", "r.html", levels, Hint{Caption: "表 1", Header: rows(2), Columns: named("专业", "去年")}, "专业,去年,2023/人数: 甲,1,2; 乙,3,4"},
	} {
		d, problems := Parse("", c.file, []byte(c.src), c.hint)
		if got := firstGrid(d); got != c.want || len(problems) > 0 || d.Hinted[0] != 1 {
			t.Errorf("%s: %s, found %v, want %s %v", c.name, got, d.Hinted, c.want, problems)
		}
	}
}

// TestHintsOfPages: a part of a page is a table, between the said edges.
func TestHintsOfPages(t *testing.T) {
	p := &pages{y: pageTop}
	p.at(50, "各院情况如下。")
	p.down()
	for _, r := range [][]string{{"甲", "1", "20"}, {"乙", "3", "40"}} {
		for i, s := range r {
			p.at(50+10*float64(i), s)
		}
		p.down()
	}
	p.feed()
	hint := Hint{Page: 1, Box: [4]float64{40, 45, 100, 90}, Edges: []float64{59, 69}, Header: rows(0), Columns: named("院", "人", "元")}
	for _, c := range []struct {
		name string
		hint Hint
		want string
		n    int
	}{
		{"a part of a page", hint, "院,人,元: 甲,1,20; 乙,3,40", 1},
		{"ignored", Hint{Page: 1, Box: hint.Box, Edges: hint.Edges, Ignore: true}, "", 1},
		{"a page that is not there", Hint{Page: 2, Box: hint.Box}, "", 0},
		{"blank paper", Hint{Page: 1, Box: [4]float64{400, 45, 500, 90}}, "", 0},
	} {
		d, problems := Parse("", "r.pdf", p.bytes(), c.hint)
		if got := firstGrid(d); got != c.want || len(problems) > 0 || d.Hinted[0] != c.n {
			t.Errorf("%s: %s, found %v, want %s %v", c.name, got, d.Hinted, c.want, problems)
		}
	}
}

// TestHintsThatFitNothing: none is followed that fits no table, or several.
func TestHintsThatFitNothing(t *testing.T) {
	src := "表 1：甲情况\n\n专业\t人数\n甲\t1\n乙\t2\n\n表 1：乙情况\n\n专业\t人数\n甲\t3\n乙\t4\n"
	for _, c := range []struct {
		name string
		hint Hint
		want int
	}{
		{"no such caption", Hint{Caption: "表 7", Ignore: true}, 0},
		{"two tables", Hint{Caption: "情况", Ignore: true}, -2},
		{"one of them", Hint{Caption: "表 1#2", Ignore: true}, 1},
		{"lines behind the end", Hint{First: 40, Last: 50}, 0},
	} {
		d, _ := Parse("", "r.txt", []byte(src), c.hint)
		if n := len(d.Tables); d.Hinted[0] != c.want || n != 2-max(c.want, 0) {
			t.Errorf("%s: found %d, %d tables", c.name, d.Hinted[0], n)
		}
	}
}

// TestHintsThatDoNothing: what has no effect is a doubt of the table.
func TestHintsThatDoNothing(t *testing.T) {
	page := "<!doctype html>\n<p>表 1：试</p>\n<table><tr><th>专业<th>人数<tr><td>甲<td>1</table>"
	for _, c := range []struct {
		name string
		hint Hint
		want string
	}{
		{"edges", Hint{Caption: "表 1", Edges: []float64{7}}, "the edges in s.yaml:3:5 were not used: they part columns in a text, or with page and box"},
		{"pieces", Hint{Caption: "表 1", Parts: 3}, "2 more pieces of the table are said to follow, and none does"},
		{"names", Hint{Caption: "表 1", Columns: named("专业")}, "1 columns are named in s.yaml:3:5, and the rows have 2"},
		{"nothing", Hint{Caption: "表 1", Header: rows(1)}, ""},
	} {
		c.hint.At = diag.Pos{File: "s.yaml", Line: 3, Col: 5}
		d, _ := Parse("", "r.html", []byte(page), c.hint)
		got := ""
		for _, x := range d.Tables[0].Doubts {
			got += x.Text().String()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestDescribe: what the reader found, said by hand, gives the same tables.
func TestDescribe(t *testing.T) {
	digest := parseFile(t, "../../reports/cqipc-2023.txt")
	for _, w := range writers {
		sameWhenDescribed(t, "r"+w.name, w.write(digest))
	}
	for _, path := range []string{"../../reports/cqipc-2023.txt", "../../../shared/reports/hbkf-2015.txt"} {
		if src, err := os.ReadFile(path); err == nil {
			sameWhenDescribed(t, path, src)
		}
	}
}

func sameWhenDescribed(t *testing.T, path string, src []byte) {
	d, _ := Trace("", path, src)
	var hints []Hint
	for i := range d.Tables {
		h := d.Describe(&d.Tables[i])
		h.Edges = nil
		if h.Caption == "" && h.Page == 0 || h.Caption != "" {
			h.Page = 0
		}
		hints = append(hints, h)
	}
	again, problems := Parse("", path, src, hints...)
	if len(again.Tables) != len(d.Tables) || len(problems) > 0 {
		t.Fatalf("%s: %d tables, want %d %v", path, len(again.Tables), len(d.Tables), problems)
	}
	for i, want := range d.Tables {
		got := again.Tables[i]
		if again.Hinted[i] != 1 || described(got) != described(want) {
			t.Errorf("%s: %+v found %d\n%s\nwant\n%s", path, hints[i], again.Hinted[i], described(got), described(want))
		}
	}
}

func described(t table.Table) string {
	var b bytes.Buffer
	fmt.Fprintln(&b, t.ID, t.Title, t.Line, t.HeaderLine, t.HeaderRows, columnText(t.Columns))
	for _, r := range t.Rows {
		fmt.Fprintln(&b, r.Line, r.Label, r.Unit, r.Total, strings.Join(table.Texts(r.Cells), "|"))
	}
	return b.String()
}
