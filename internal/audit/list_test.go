package audit_test

import (
	"bytes"
	"strings"
	"testing"

	"charts/internal/audit"
	"charts/internal/message"
	"charts/internal/report"
)

// A list has a row for each finding in every form, and names places as people do.
func TestList(t *testing.T) {
	const src = "1 概况\n\n表 1：来访=|人数\n\n去向\t人数\n东\t30\n西\t20\n合计\t55\n"
	found := audit.Run(parse(t, "", "r.txt", src))
	l := audit.NewList(found, message.Chinese)
	want := []string{"1", "错误", "合计不等于各项之和", "第 8 行、1 节、表 1 来访=|人数、“合计”行、“人数”列", "合计 55",
		"第 6 行、1 节、表 1 来访=|人数、“东”行、“人数”列：东 30\n第 7 行、1 节、表 1 来访=|人数、“西”行、“人数”列：西 20", found[0].Message.In(message.Chinese), "核对并改正有误的数字", ""}
	if got := strings.Join(l.Rows[0], ";"); got != strings.Join(want, ";") {
		t.Errorf("got  %s\nwant %s", got, strings.Join(want, ";"))
	}
	page := audit.NewList(found, message.English)
	if got := page.Rows[0][3]; got != "line 8, section 1, 表 1 来访=|人数, row 合计, column 人数" {
		t.Errorf("in English: %s", got)
	}
	forms := map[string][]byte{"list.md": l.Markdown(), "list.html": l.HTML()}
	var err error
	if forms["list.xlsx"], err = l.XLSX(); err != nil {
		t.Fatal(err)
	}
	if forms["list.docx"], err = l.DOCX(); err != nil {
		t.Fatal(err)
	}
	for path, content := range forms {
		doc, problems := report.Parse("", path, content)
		if problems.HasErrors() || len(doc.Tables) != 1 || len(doc.Tables[0].Rows) != 1 || len(doc.Tables[0].Columns) != len(l.Head) {
			t.Errorf("%s: %v, %d tables", path, problems, len(doc.Tables))
			continue
		}
		if got := doc.Tables[0].Rows[0].Cells[2].Text; got != want[2] {
			t.Errorf("%s says %s", path, got)
		}
	}
	again, _ := l.XLSX()
	if !bytes.Equal(again, forms["list.xlsx"]) {
		t.Error("the workbook is another one each time")
	}
}

// What a report says is text in every form.
func TestListIsText(t *testing.T) {
	l := audit.List{Title: "t", Head: []string{"a"}, Rows: [][]string{{"=1+1 <b>|x\n**y**"}}}
	if got := string(l.HTML()); strings.Contains(got, "<b>") {
		t.Errorf("HTML: %s", got)
	}
	if got := string(l.Markdown()); !strings.Contains(got, `| =1+1 &lt;b&gt;\|x<br>\*\*y\*\* |`) {
		t.Errorf("Markdown: %s", got)
	}
	doc, err := l.DOCX()
	if err != nil || bytes.Contains(doc, []byte("<b>")) {
		t.Errorf("DOCX: %v", err)
	}
}
