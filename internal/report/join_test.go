package report_test

import (
	"fmt"
	"strings"
	"testing"

	"charts/internal/report"
	"charts/internal/table"
)

// The tables, lines and places of a report in several files are those of its files.
func TestJoin(t *testing.T) {
	parse := func(path, text string) *report.Document {
		doc, problems := report.Parse("2023", path, []byte(text))
		if problems.HasErrors() {
			t.Fatal(problems)
		}
		return doc
	}
	body := parse("a/body.txt", "某校报告\n\n1 概况\n\n表 1：规模\n项目\t数\n学生\t10\n\n学校有学生 10 人。\n")
	sheet := parse("a/附录.csv", "项目,数\n教师,20\n职工,\"3,5,1\"\n")
	more := parse("b/附录.md", "# 1 收支\n\n表 1：收支\n\n|项目|数|\n|---|---|\n|收入|30|\n\n备注：收入 31 万元。\n\n表 2：支出\n\n没有。\n")
	whole := report.Join([]*report.Document{body, sheet, more})
	var got []string
	for i := range whole.Tables {
		tab := &whole.Tables[i]
		path, own := whole.InFile(tab)
		got = append(got, fmt.Sprintf("%s %s %s:%d", tab.ID, whole.At(tab.Rows[0].Cells[0].Line), path, own.Rows[0].Line))
	}
	for _, n := range whole.Tables[2].Notes {
		got = append(got, fmt.Sprint(n.Text, " ", whole.At(n.Line)))
	}
	for _, u := range whole.Unread {
		got = append(got, fmt.Sprint(u.Reason, " ", whole.At(u.Line)))
	}
	for _, h := range whole.Find("学生") {
		got = append(got, fmt.Sprint(h.Kind, " ", whole.At(h.Line)))
	}
	want := `1/表 1 a/body.txt:7 a/body.txt:7
附录/第 1 行 a/附录.csv:2 a/附录.csv:2
附录/1/表 1 b/附录.md:7 b/附录.md:7
备注：收入 31 万元。 b/附录.md:9
no table was read under 表 2 支出 b/附录.md:11
cell a/body.txt:7
sentence a/body.txt:9`
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
	for _, c := range []struct{ ref, want string }{{"表 1", "1/表 1"}, {"收支", "附录/1/表 1"}, {"1/收支", "附录/1/表 1"}} {
		if found := whole.Lookup(c.ref); len(found) != 1 || found[0].ID != c.want {
			t.Errorf("%s: %v, want %s", c.ref, found, c.want)
		}
	}
	for path, want := range map[string]bool{"a/附录.csv": true, "b/附录.md": true, "b/body.txt": false} {
		if whole.Holds(path) != want {
			t.Errorf("it holds %s: %v", path, !want)
		}
	}
}

// What the reader doubts of a cell it doubts in the whole report, too.
func TestJoinKeepsDoubts(t *testing.T) {
	text := "表 1：规模\n项目\t数\t率\n学生\t10\n教师\t20\t5\n"
	files := make([]*report.Document, 2)
	for i := range files {
		files[i], _ = report.Parse("", fmt.Sprintf("%d.txt", i), []byte(text))
	}
	doubts := func(tab *table.Table) (all []string) {
		for row := range tab.Rows {
			for col := range tab.Columns {
				if d := tab.Doubt(row, col); d != nil {
					all = append(all, fmt.Sprint(row, col, d.Text()))
				}
			}
		}
		return all
	}
	want := doubts(&files[1].Tables[0])
	if got := doubts(&report.Join(files).Tables[1]); len(want) == 0 || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
