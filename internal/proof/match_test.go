package proof

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"charts/internal/report"
)

// roleNames are how a test writes what a word is.
var roleNames = map[role]string{unread: "!", outside: "-", caption: "caption", header: "head", name: "name", value: "value", unit: "unit", number: "number", note: "note"}

// rolesOf writes the words of the first table: those of one role on one line together.
func rolesOf(t *testing.T, file, src string) string {
	t.Helper()
	doc, problems := report.Trace("", file, []byte(src))
	if len(problems) > 0 || len(doc.Tables) == 0 {
		t.Fatalf("%s: %v, %d tables", src, problems, len(doc.Tables))
	}
	table := &doc.Tables[0]
	all := surfaces(table, Paper{Text: doc.Text([]byte(src)), Lines: doc.Printed()})
	newReading(table, all)
	var b strings.Builder
	last := ""
	for _, s := range all {
		for _, w := range s.words {
			what := fmt.Sprintf("%d:%s", w.line, roleNames[w.role])
			if w.role == header && w.level > 0 {
				what += fmt.Sprint(w.level)
			}
			if what != last {
				fmt.Fprintf(&b, " %s", what)
			}
			last = what
			fmt.Fprintf(&b, " %s", w.text)
			if w.role >= name && w.role < note {
				fmt.Fprintf(&b, "@%d", w.col+1)
			}
		}
	}
	return strings.TrimSpace(b.String())
}

// TestRoles: what the words of a table are for the reader.
func TestRoles(t *testing.T) {
	for _, c := range []struct{ name, file, src, want string }{
		{"tabs", "r.txt", "表 1：去向\n\n去向\t人数（人）\n升学\t12\n合计\t12\n注：无。\n",
			"1:caption 表 1：去向 3:head 去向 人数（人） 4:name 升学@1 4:value 12@2 5:name 合计@1 5:value 12@2 6:note 注：无。"},
		{"a score card", "r.txt", "表 1：去向\n\n序号\t指标\t单位\t2023年\n1\t升学\t人\t12\n2\t参军\t人\t3\n",
			"1:caption 表 1：去向 3:head 序号 指标 单位 2023年 4:number 1@1 4:name 升学@2 4:unit 人@3 4:value 12@4 5:number 2@1 5:name 参军@2 5:unit 人@3 5:value 3@4"},
		{"two rows of names", "r.txt", "表 1：去向\n\n学院      2022年        2023年\n          人数  比例    人数  比例\n甲学院    120   45.2%   130   46.1%\n乙学院    80    30.1%   85    30.2%\n",
			"1:caption 表 1：去向 3:head 学院 2022年 2023年 4:head1 人数 比例 人数 比例 5:name 甲学院@1 5:value 120@2 45.2%@3 130@4 46.1%@5 6:name 乙学院@1 6:value 80@2 30.1%@3 85@4 30.2%@5"},
		{"blanks within a cell", "r.txt", "表 1：去向\n\n去向\t人数\n升 学\t1 212\n参军\t3\n", "1:caption 表 1：去向 3:head 去向 人数 4:name 升@1 学@1 4:value 1@2 212@2 5:name 参军@1 5:value 3@2"},
		{"a line that was not read", "r.txt", "表 1：去向\n\n| 去向 | 人数 |\n| 升学 | 12 |\n第 7 页\n| 参军 | 3 |\n",
			"1:caption 表 1：去向 3:- | 3:head 去向 3:- | 3:head 人数 3:- | 4:- | 4:name 升学@1 4:- | 4:value 12@2 4:- | 5:! 第 7 页 6:- | 6:name 参军@1 6:- | 6:value 3@2 6:- |"},
		{"spans", "r.html", "<!doctype html>\n<p>表 1：去向</p>\n<table>\n<tr><th rowspan=2>院<th colspan=2>2023\n<tr><th>男<th>女\n<tr><td>甲<br>院<td>1<td>2\n<tr><td>乙院<td>3<td>4\n</table>",
			"2:caption 表 1：去向 4:head 院 2023 4:head1 男 女 6:name 甲 院@1 6:value 1@2 2@3 7:name 乙院@1 7:value 3@2 4@3"},
		{"all on one line", "r.html", "<!doctype html><p>表 1：去向</p><table><tr><th>院<th>人数<tr><td>甲<td>1<tr><td>乙<td>1</table>", "1:caption 表 1：去向 1:head 院 人数 1:name 甲@1 1:value 1@2 1:name 乙@1 1:value 1@2"},
		{"side by side", "r.csv", "院,人数,,系,生\n甲,1,,丙,3\n乙,2,,丁,4\n", "1:caption r 1:head 院 人数 2:name 甲@1 2:value 1@2 3:name 乙@1 3:value 2@2"},
		{"a csv", "r.csv", "院,人数\n甲,1\n乙,2\n", "1:caption r 1:head 院 人数 2:name 甲@1 2:value 1@2 3:name 乙@1 3:value 2@2"},
	} {
		if got := rolesOf(t, c.file, c.src); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.name, got, c.want)
		}
	}
}

// TestEveryWordIsRead: in reports that are read well no word of a table is left.
func TestEveryWordIsRead(t *testing.T) {
	for _, path := range []string{"../../reports/cqipc-2023.txt", "../../../shared/reports/hbkf-2015.txt", "../../../shared/reports/real/employment-voc-2023-p11-12.pdf", "../../../shared/reports/real/bulletin-prefecture-2016.docx"} {
		src, err := os.ReadFile(path)
		if err != nil {
			continue
		}
		doc, _ := report.Trace("", path, src)
		lines := doc.Printed()
		for i := range doc.Tables {
			table := &doc.Tables[i]
			if r := newReading(table, surfaces(table, Paper{Text: doc.Text(src), Lines: lines})); len(r.lost) > 0 {
				t.Errorf("%s %s: lines %v", path, table.ID, r.lost)
			}
		}
	}
}
