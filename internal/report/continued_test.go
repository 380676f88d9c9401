package report

import (
	"regexp"
	"strings"
	"testing"
)

func TestContinuation(t *testing.T) {
	for _, c := range []struct {
		text, number string
		ok           bool
	}{
		{"续表", "", true},
		{"（续）", "", true},
		{"续上表", "", true},
		{"接上表：", "", true},
		{"续表 12", "12", true},
		{"续表3-2 各校区占地", "3-2", true},
		{"续 表 ４", "4", true},
		{"表 7 社团（续）", "7", true},
		{"表7（续表2）社团", "7", true},
		{"附表 2 经费（续）", "2", true},
		{"表 7（续完）", "7", true},
		{"表 7 续", "7", true},
		{"（续）表 7", "7", true},
		{"表 7 续航里程", "7", false},
		{"(continued)", "", true},
		{"Continued from previous page", "", true},
		{"Table 9 (continued)", "9", true},
		{"Table 9. Clubs (cont.)", "9", true},
		{"TABLE 9 – continued", "9", true},
		{"Table 3-1 Cont'd", "3-1", true},
		{"Continued Table 4", "4", true},
		{"续表明了这一点", "", false},
		{"继续教育", "", false},
		{"表 7 继续教育（人）", "", false},
		{"表 7 连续三年", "", false},
		{"Table 9 Continued education", "", false},
		{"续聘教师 12 人。", "", false},
	} {
		number, ok := continuation(c.text)
		if ok != c.ok || ok && number != c.number {
			t.Errorf("%s: %q %t, want %q %t", c.text, number, ok, c.number, c.ok)
		}
	}
}

// inFormats writes the same report in formats with tables of their own. A
// paragraph of src with bars in it is a table, a line a row.
func inFormats(src string) map[string][]byte {
	var doc, page, md strings.Builder
	page.WriteString("<!doctype html>")
	for part := range strings.SplitSeq(src, "\n\n") {
		if !strings.Contains(part, "|") {
			doc.WriteString("<w:p>{" + part + "}</w:p>")
			page.WriteString("<p>" + part + "</p>\n")
			md.WriteString(part + "\n\n")
			continue
		}
		doc.WriteString("<w:tbl>")
		page.WriteString("<table>")
		for i, cells := range strings.Split(part, "\n") {
			doc.WriteString(row(cells))
			page.WriteString("<tr><td>" + strings.ReplaceAll(cells, "|", "<td>") + "\n")
			md.WriteString("|" + cells + "|\n")
			if i == 0 {
				md.WriteString(strings.Repeat("|-", strings.Count(cells, "|")+1) + "|\n")
			}
		}
		doc.WriteString("</w:tbl>")
		page.WriteString("</table>\n")
		md.WriteString("\n<!-- -->\n\n") // else the next one is a part of it
	}
	return map[string][]byte{"r.docx": word(doc.String()), "r.html": []byte(page.String()), "r.md": []byte(md.String())}
}

// inBrief are the tables of a document with their ids and how many doubts.
func inBrief(d *Document) string {
	var all []string
	for _, tab := range d.Tables {
		all = append(all, tab.Label+" "+tab.Title+" "+gridText(tab)+strings.Repeat("?", len(tab.Doubts)))
	}
	return strings.Join(all, " | ")
}

// TestJoinedTables: a table that a page break parted is one; where that is not
// said, a doubt is.
func TestJoinedTables(t *testing.T) {
	const first = "表 4 绿地（单位：亩）\n\n校区|面积\n东|30\n西|20\n\n"
	const both = "表 4 绿地（单位：亩） 校区,面积[亩]: 东,30; 西,20; 北,9"
	for _, c := range []struct{ name, src, want string }{
		{"with the names again", first + "续表 4\n\n校区|面积\n北|9", both},
		{"without them", first + "（续）\n\n北|9", both},
		{"their unit with them", first + "续表\n\n校区|面积（亩）\n北|9", both},
		{"the unit again", first + "续表 4 绿地\n\n单位：亩\n\n校区|面积\n北|9", both},
		{"the caption again", first + "表 4 绿地（单位：亩）\n\n校区|面积\n北|9", both},
		{"the caption again, no names", first + "表 4 绿地（单位：亩）\n\n北|9", both},
		{"the caption again, other names", first + "表 4 绿地（单位：亩）\n\n系|人数\n北|9",
			strings.TrimSuffix(both, "; 北,9") + " | 表 4 绿地（单位：亩） 系,人数[亩]: 北,9?"},
		{"the caption again, other units", first + "表 4 绿地（单位：亩）\n\n校区|面积（公顷）\n北|9",
			strings.TrimSuffix(both, "; 北,9") + " | 表 4 绿地（单位：亩） 校区,面积[公顷]: 北,9?"},
		{"a caption that says so", first + "表 4（续）\n\n校区|面积\n北|9", both},
		{"in English", first + "Table 4 (continued)\n\n校区|面积\n北|9", both},
		{"twice", first + "续表 4\n\n北|9\n\n续表 4\n\n校区|面积\n南|7", both + "; 南,7"},
		{"another between", first + "表 5 水面\n\n池|面积\n大|1\n\n续表 4\n\n校区|面积\n北|9", both + " | 表 5 水面 池,面积: 大,1"},
		{"other columns", first + "续表 4\n\n校区|面积|水面\n北|9|1", strings.TrimSuffix(both, "; 北,9") + " | 第 9 行 续表 4 校区,面积,水面: 北,9,1?"},
		{"not above", first + "续表 3\n\n校区|面积\n北|9", strings.TrimSuffix(both, "; 北,9") + " | 第 9 行 续表 3 校区,面积: 北,9?"},
		{"nothing said, no names", first + "北|9\n南|7", both + "; 南,7??"},
		{"nothing said, the names again", first + "校区|面积\n北|9", both + "??"},
		{"nothing said, other names", first + "校区|人数\n北|9", strings.TrimSuffix(both, "; 北,9") + " | 第 8 行  校区,人数: 北,9"},
		{"the same number in another section", "一、东区\n\n" + first + "二、西区\n\n表 4 绿地（单位：亩）\n\n校区|面积\n北|9",
			strings.TrimSuffix(both, "; 北,9") + " | 表 4 绿地（单位：亩） 校区,面积[亩]: 北,9"},
	} {
		for path, src := range inFormats(c.src) {
			d, _ := Parse("", path, src)
			if got := lineNumber.ReplaceAllString(inBrief(d), "第 _ 行"); got != lineNumber.ReplaceAllString(c.want, "第 _ 行") {
				t.Errorf("%s, %s: %s, want %s", path, c.name, got, c.want)
			}
		}
	}
}

// TestCaptionSides: captions stand over or under the tables of a report.
func TestCaptionSides(t *testing.T) {
	const a, b = "院|教师\n理|17\n文|23", "院|馆藏\n理|4\n文|1"
	const tabA, tabB = "院,教师: 理,17; 文,23", "院,馆藏: 理,4; 文,1"
	for _, c := range []struct{ name, src, want string }{
		{"over", "表 1 甲\n\n" + a + "\n\n表 2 乙\n\n" + b, "表 1 甲 " + tabA + " | 表 2 乙 " + tabB},
		{"under", a + "\n\n表 1 甲\n\n" + b + "\n\n表 2 乙", "表 1 甲 " + tabA + " | 表 2 乙 " + tabB},
		{"under one", a + "\n\n表 1 甲\n\n完成了工作。", "表 1 甲 " + tabA},
		{"under a note", a + "\n\n注：不含外聘。\n\n表 1 甲\n\n完成了工作。", "表 1 甲 " + tabA},
		{"under, text between", a + "\n\n表 1 甲\n\n完成了工作。\n\n" + b + "\n\n表 2 乙", "表 1 甲 " + tabA + " | 表 2 乙 " + tabB},
		{"over, one without", a + "\n\n表 1 甲\n\n" + b + "\n\n完成了工作。\n\n表 2 乙\n\n" + a, "_  " + tabA + " | 表 1 甲 " + tabB + " | 表 2 乙 " + tabA},
		{"over, the last a picture", "表 1 甲\n\n" + a + "\n\n完成了工作。\n\n表 2 乙\n\n" + b + "\n\n表 3 丙", "表 1 甲 " + tabA + " | 表 2 乙 " + tabB},
		{"either", a + "\n\n表 1 甲\n\n" + b, "_  " + tabA + "? | 表 1 甲 " + tabB + "?"},
	} {
		for path, src := range inFormats(c.src) {
			d, _ := Parse("", path, src)
			if got := lineNumber.ReplaceAllString(inBrief(d), "_"); got != c.want {
				t.Errorf("%s, %s: %s, want %s", path, c.name, got, c.want)
			}
		}
	}
}

var lineNumber = regexp.MustCompile(`第 \d+ 行`)

// TestPDFRowAlone: a table with a single row on its first page, whose cells stand under
// none of the names, goes on on the next page with its names.
func TestPDFRowAlone(t *testing.T) {
	p := &pages{y: pageTop}
	row := func(cells ...string) {
		for i, x := range []float64{67, 215, 298, 516} {
			p.at(x, cells[i])
		}
		p.down()
	}
	head := func() {
		for i, x := range []float64{91, 183, 277, 391} {
			p.at(x, []string{"Quarter", "Arrivals", "Nights", "Average stay (days)"}[i])
		}
		p.down()
	}
	p.at(250, "Table 1. Arrivals")
	p.down()
	head()
	row("Q1", "64,651", "441,019", "6.0")
	p.feed()
	head()
	row("Q2", "78,230", "560,251", "8.9")
	row("Q3", "1,981", "734,957", "2.7")
	row("Q4", "35,124", "564,619", "7.3")
	for range 3 { // so that the title of the pages is known as one
		p.feed()
	}
	d, _ := Parse("", "r.pdf", p.bytes())
	want := "Quarter,Arrivals,Nights,Average stay[days]: Q1,64,651,441,019,6.0; Q2,78,230,560,251,8.9; Q3,1,981,734,957,2.7; Q4,35,124,564,619,7.3"
	var got []string
	for _, t := range d.Tables {
		got = append(got, gridText(t))
	}
	if s := strings.Join(got, " / "); s != want {
		t.Errorf("%s, want %s", s, want)
	}
}
