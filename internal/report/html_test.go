package report

import (
	"strings"
	"testing"
)

func TestHTML(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"headings", "<h1>1 概况</h1><h2>1.1 规模</h2><p>正文</p>", "section 1 概况; section 1.1 规模; text 正文"},
		{"lines of the source", "<p>共\n  有 3 人，\n其中 two\nthree</p>", "text 共有 3 人，其中 two three"},
		{"inline markup", "<p>共<b> 3</b> <span>人</span></p>", "text 共 3 人"},
		{"breaks", "<p>表 1：甲<br>单位：人</p>", "caption 表 1=甲; text 单位：人"},
		{"what nobody sees", "<p>甲<script>1</script><span hidden>乙</span><del>丙</del></p><style>p{}</style><!-- 丁 -->", "text 甲"},
		{"blocks end paragraphs", "<div>甲<p>乙</p></div><ul><li>丁</li></ul>", "text 甲; text 乙; text 丁"},
		{"entities", "<p>甲&amp;乙&nbsp;&lt;3</p>", "text 甲&乙\u00a0<3"},
		{"a box made of a table", "<table><tr><td>案例 1：校企</td></tr><tr><td>内容。</td></tr></table>", "caption 案例 1=校企; text 内容。"},
	} {
		d, problems := Parse("", "r.html", []byte("<!doctype html>"+strings.NewReplacer("<p", "\n<p", "<h", "\n<h", "<li", "\n<li", "<br", "\n<br", "<tr", "\n<tr").Replace(c.src)))
		if got := outline(d); got != c.want || len(problems) > 0 {
			t.Errorf("%s: %s, want %s %v", c.name, got, c.want, problems)
		}
	}
}

func TestHTMLTables(t *testing.T) {
	for _, c := range []struct{ name, rows, want string }{
		{"merged down", "<tr><th>院<th>专业<th>人数<tr><td rowspan=2>甲院<td>甲<td>1<tr><td>乙<td>2", "院,专业,人数: 甲院,甲,1; ,乙,2"},
		{"merged down beside numbers alone", "<tr><th>院<th>人数<tr><td rowspan=2>甲院<td>1<tr><td>2<tr><td rowspan=2>乙院<td>4<tr><td>8", "院,人数: 甲院,1; 甲院,2; 乙院,4; 乙院,8"},
		{"merged down beside years", "<tr><th>院<th>年份<th>人数<tr><td rowspan=2>甲院<td>2022<td>1<tr><td>2023<td>2", "院,年份,人数: 甲院,2022,1; 甲院,2023,2"},
		{"merged to the end", "<tr><th>院<th>专业<th>人数<tr><td rowspan=0>甲院<td>甲<td>1<tr><td>乙<td>2", "院,专业,人数: 甲院,甲,1; ,乙,2"},
		{"a header of two rows", "<thead><tr><th rowspan=2>总数<th colspan=2>高级<tr><th>人数<th>比例</thead><tr><td>80<td>5<td>6%", "总数,高级/人数,高级/比例: 80,5,6%"},
		{"a header of two rows, not marked", "<tr><td rowspan=2>总数<td colspan=2>高级<tr><td>人数<td>比例<tr><td>80<td>5<td>6%", "总数,高级/人数,高级/比例: 80,5,6%"},
		{"a header of three rows", "<tr><td rowspan=3>总数<td colspan=2>高级<tr><td colspan=2>正高<tr><td>人数<td>比例<tr><td>80<td>5<td>6%", "总数,高级/正高/人数,高级/正高/比例: 80,5,6%"},
		{"a caption", "<caption>表 2：招生</caption><tr><th>专业<th>人数<tr><td>甲<td>1", "专业,人数: 甲,1"},
		{"a note below", "<tr><th>专业<th>人数<tr><td>甲<td>1<tr><td colspan=2>备注：无。", "专业,人数: 甲,1"},
		{"too many spans", "<tr><th>专业<th>人数<tr><td rowspan=99999>甲<td>1<tr><td>2", "专业,人数: 甲,1; 甲,2"},
		{"a table in a cell", "<tr><th>专业<th>人数<tr><td>甲<table><tr><td>丙<td>丁<tr><td>1<td>2</table><td>1", "专业,人数: 甲,1"},
		{"tables side by side", "<tr><td><table><tr><th>专业<th>人数<tr><td>甲<td>1</table><td><table><tr><th>丙<th>丁<tr><td>1<td>2</table>", "专业,人数: 甲,1"},
		{"a name in two lines", "<tr><th>人数<br>（人）<th>专<br>业<tr><td>1<td>甲", "人数[人],专业: 1,甲"},
		{"a blank row at the end", "<tr><th>专业<th>人数<tr><td>甲<td>1<tr><td colspan=2> ", "专业,人数: 甲,1"},
		{"blank rows between", "<tr><td colspan=2><tr><th>专业<th>人数<tr><td><td><tr><td>甲<td>1<tr><td><td>", "专业,人数: 甲,1"},
		{"a blank row, then a note", "<tr><th>专业<th>人数<tr><td>甲<td>1<tr><td colspan=2>备注：无。<tr><td colspan=2>", "专业,人数: 甲,1"},
		{"blank alone", "<tr><td colspan=2><tr><td><td>", ""},
		{"over more columns than there are", "<tr><th colspan=100>招生<tr><th>专业<th>人数<tr><td>甲<td colspan=90>1", "专业,人数: 甲,1"},
		{"names of rows", "<tr><th>专业<th>人数<tr><th>甲<td>1", "专业,人数: 甲,1"},
	} {
		d, problems := Parse("", "r.html", []byte("<!doctype html><p>表 1：试</p><table>"+c.rows+"</table>"))
		if len(problems) > 0 || len(d.Tables) == 0 && c.want != "" {
			t.Errorf("%s: %v", c.name, problems)
			continue
		}
		if got := firstGrid(d); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// firstGrid is the first table of a document, or "".
func firstGrid(d *Document) string {
	if len(d.Tables) == 0 {
		return ""
	}
	return gridText(d.Tables[0])
}

// TestHTMLLines: lines are those of the file.
func TestHTMLLines(t *testing.T) {
	d, _ := Parse("", "r.html", []byte("<!doctype html>\n<p>甲</p>\n<table>\n<tr><th>专业<th>人数\n<tr><td>甲\n<td>1\n<tr><td>乙<td>2\n</table>"))
	rows := d.Tables[0].Rows
	if d.Paragraphs[0].Pieces[0].Line != 2 || d.Tables[0].Line != 4 || rows[0].Line != 5 || rows[1].Line != 7 {
		t.Errorf("paragraph %d, table %d, rows %d and %d", d.Paragraphs[0].Pieces[0].Line, d.Tables[0].Line, rows[0].Line, rows[1].Line)
	}
}

func TestMarkdown(t *testing.T) {
	for _, c := range []struct{ name, src, want, grid string }{
		{"headings", "# 1 概况\n\n1.1 规模\n-----\n\n正文\n", "section 1 概况; section 1.1 规模; text 正文", ""},
		{"lines are joined", "共有\n3 人，**其中**\ntwo\nthree\n", "text 共有3 人，其中two three", ""},
		{"escapes", "3 \\* 4 &lt; `a\\*b` <https://a.cn>\n", "text 3 * 4 < a\\*b https://a.cn", ""},
		{"a table", "表 1：试\n\n| 专业 | 人数（人） |\n|:--|--:|\n| 甲\\|乙 | **1** |\n", "caption 表 1=试", "专业,人数[人]: 甲|乙,1"},
		{"a caption on the line above", "**表 1：试**\n\n专业|人数\n-|-\n甲|1\n", "caption 表 1=试", "专业,人数: 甲,1"},
		{"a table in HTML", "表 1：试\n\n<table>\n<tr><th>院<th>数\n<tr><td rowspan=2>甲<td>1\n<tr><td>2\n</table>\n", "caption 表 1=试", "院,数: 甲,1; 甲,2"},
		{"a break in a cell", "表 1：试\n\n专业|人数\n-|-\n甲<br>乙|1\n", "caption 表 1=试", "专业,人数: 甲乙,1"},
		{"a note", "专业|人数\n-|-\n甲|1\n\n备注：无。\n", "", "专业,人数: 甲,1"},
		{"a list", "- 甲\n- 乙\n", "text 甲; text 乙", ""},
	} {
		d, problems := Parse("", "r.md", []byte(c.src))
		grid := firstGrid(d)
		if got := outline(d); got != c.want || grid != c.grid || len(problems) > 0 {
			t.Errorf("%s: %s %s, want %s %s %v", c.name, got, grid, c.want, c.grid, problems)
		}
	}
}

func TestCSV(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"commas", "专业,人数\n甲,\"1,024\"\n", "专业,人数: 甲,1,024"},
		{"tabs", "专业\t人数\n甲\t1\n", "专业,人数: 甲,1"},
		{"semicolons", "专业;比例\n甲;1,5\n乙;2,5\n", "专业,比例: 甲,1.5; 乙,2.5"},
		{"full-width commas", "专业，人数\n甲，1\n", "专业,人数: 甲,1"},
		{"a caption", "表 1：试,\n专业,人数\n甲,1\n", "专业,人数: 甲,1"},
		{"two tables", "专业,人数\n甲,1\n\n去向,比例\n升学,2%\n", "专业,人数: 甲,1 / 去向,比例: 升学,2%"},
		{"parted by commas", "专业,人数\n甲,1\n,\n去向,比例\n升学,2%\n", "专业,人数: 甲,1 / 去向,比例: 升学,2%"},
		{"a value over two lines", "专业,人数\n\"甲\n乙\",1\n丙,2\n", "专业,人数: 甲乙,1; 丙,2"},
		{"a note", "专业,人数\n甲,1\n备注：无。,\n", "专业,人数: 甲,1"},
	} {
		d, problems := Parse("", "招生.csv", []byte(c.src))
		got := ""
		for i, tab := range d.Tables {
			if i > 0 {
				got += " / "
			}
			got += gridText(tab)
		}
		if got != c.want || len(problems) > 0 {
			t.Errorf("%s: %s, want %s %v", c.name, got, c.want, problems)
		}
	}
	d, _ := Parse("", "招生.csv", []byte("专业,人数\n甲,1\n"))
	if len(d.Lookup("招生")) != 1 {
		t.Errorf("a table without a title does not have the name of its file")
	}
}

// A cell that holds a table has a value, though not as a text: it is doubted.
func TestATableInACellIsDoubted(t *testing.T) {
	word := strings.Replace(row("丙|x"), "<w:p>{x}</w:p>", "<w:tbl>"+row("1|2")+"</w:tbl><w:p/>", 1)
	for path, src := range map[string][]byte{
		"r.html": []byte("<table><tr><th>甲<th>乙<tr><td>丁<td>3<tr><td>丙<td><table><tr><td>1<td>2</table></table>"),
		"r.docx": zipped([2]string{"word/document.xml", wordStart + "<w:tbl>" + wordRuns(row("甲|乙")+row("丁|3")) + wordRuns(word) + "</w:tbl>" + wordEnd}),
	} {
		d := parsed(path, src)
		if len(d.Tables) == 0 || len(d.Tables[0].Doubts) != 1 || d.Tables[0].Doubts[0].Column != "乙" {
			t.Errorf("%s: %v", path, d.Tables)
		}
	}
}
