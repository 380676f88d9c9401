package audit_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"charts/internal/audit"
	"charts/internal/report"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Each case is a table in short: cells parted by blanks, rows by semicolons, _ for
// an empty cell; its title may stand before >>, and a note or a sentence after ||.
// A want of "" means that the rules have nothing to say.
func TestRules(t *testing.T) {
	card := "序号 指标 单位 2023年; "
	tests := []struct {
		name, table, want string
	}{
		{"note", card + "1 毕业生人数 人 6110; 2 毕业去向落实人数 人 6217 || 备注：毕业生人数 6393 人。",
			"note-contradicts-cell 毕业生人数 is 6110 in 1/表 1, and 6393 人 in the note under it"},
		{"note agrees", card + "1 毕业生人数 人 6393; 2 毕业去向落实人数 人 6217 || 备注：毕业生人数 6393 人。", ""},
		{"note of a longer name", card + "1 毕业生人数 人 6110; 2 升学人数 人 2469 || 备注：专科毕业生人数 900 人。", ""},
		{"note in another unit", card + "1 毕业生人数 人 6110; 2 升学人数 人 2469 || 备注：毕业生人数 2 倍。", ""},
		{"note that is about", card + "1 毕业生人数 人 6110; 2 升学人数 人 2469 || 备注：毕业生人数约 6400 人。", ""},

		{"total", "类别 人数; 甲 3; 乙 4; 合计 8", "total-not-sum 合计 of 人数 in 1/表 1 is 8; its rows (lines 6–7) add up to 7"},
		{"total holds", "类别 人数; 甲 3; 乙 4; 合计 7", ""},
		{"total rounded", "类别 金额（万元）; 甲 1.24; 乙 2.24; 丙 3.24; 合计 6.7", ""},
		{"total off by more", "类别 金额（万元）; 甲 1.24; 乙 2.24; 合计 3.51", "total-not-sum 合计 of 金额 in 1/表 1 is 3.51; its rows (lines 6–7) add up to 3.48"},
		{"total of shares", "类别 人数 比例; 甲 1 33.33%; 乙 1 33.33%; 丙 1 33.33%; 合计 3 100%", ""},
		{"total of shares that lack one", "类别 比例; 甲 30.0%; 乙 40.0%; 合计 100%", "total-not-sum 合计 of 比例 in 1/表 1 is 100%; its rows (lines 6–7) add up to 70"},
		{"total of rates", "类别 就业率; 甲 90%; 乙 80%; 合计 85%", ""},
		{"total of means", "类别 人均工资; 甲 3; 乙 4; 合计 3.5", ""},
		{"total with a gap", "类别 人数; 甲 3; 乙 —; 合计 8", ""},
		{"total of a selection", "部分专业情况表 >> 类别 人数; 甲 3; 乙 4; 合计 8", ""},
		{"subtotals", "学院 专业 人数; 甲 一 3; _ 二 4; 小计 _ 8; 乙 三 5; _ 四 1; 小计 _ 6; 总计 _ 14",
			"total-not-sum 小计 of 人数 in 1/表 1 is 8; its rows (lines 6–7) add up to 7"},
		{"rows that are sums", "类别 人数; 甲 7; 乙 3; 丙 4; 合计 7", ""},

		{"part", card + "1 导师人数 人 20; _ 其中：兼职导师人数 人 30; 2 专业数 个 4", "parts-exceed-whole 兼职导师人数 (30) is more than 导师人数 (20), of which it is a part"},
		{"part as large", card + "1 导师人数 人 20; _ 其中：兼职导师人数 人 20; 2 专业数 个 4", ""},
		{"part of another unit", card + "1 导师人数 人 20; _ 其中：导师课酬 万元 30; 2 专业数 个 4", ""},
		{"sub-row that is no part", card + "1 专业群数量 个 11; _ 专业数量 个 57; 2 课程数 门 4", ""},
		{"classes that overlap", card + "1 就业人数 人 10; _ 其中：A类：本地 人 9; _ B类：基层 人 8; 2 专业数 个 4", ""},
		{"industries", card + "1 就业人数 人 10; _ 其中：面向第一产业 人 1; _ 面向第二产业 人 2; _ 面向第三产业 人 3; 2 专业数 个 4",
			"parts-not-sum 就业人数 is 10; its parts add up to 6"},
		{"industries hold", card + "1 就业人数 人 6; _ 其中：面向第一产业 人 1; _ 面向第二产业 人 2; _ 面向第三产业 人 3; 2 专业数 个 4", ""},

		{"rate", "专业 录取数 报到数 报到率; 甲 60 50 83.33%; 乙 70 66 94.29%; 丙 80 75 93.75%; 丁 90 81 80%",
			"rate-not-quotient 报到率 of 丁 is 80%; 报到数/录取数 = 81/90 gives 90.0%"},
		{"rate cut off", "专业 录取数 报到数 报到率; 甲 60 50 83.33%; 乙 70 66 94.28%; 丙 80 75 93.75%; 丁 90 85 94.44%", ""},
		{"rate of something else", "专业 录取数 报到数 就业率; 甲 60 50 81%; 乙 70 66 92%; 丙 80 75 83%; 丁 90 85 94%", ""},
		{"rates of 100 % tell nothing", "专业 录取数 报到数 报到率; 甲 60 60 100%; 乙 70 70 100%; 丙 80 80 100%; 丁 90 85 80%", ""},
		{"rate with its quotient", "学历 就业率 升学率; 专科 80.00%（8/10） 50.00%（4/10）; 本科 90.00%（9/10） 40.00%（4/10）",
			"rate-not-quotient 升学率 of 专科 is 50.00%; 4/10 gives 40.00%"},

		{"share", "去向 人数 比例; 甲 50 50%; 乙 30 30%; 丙 15 15%; 丁 5 8%", "share-not-of-total 比例 of 丁 is 8%; 5 of 100, the total of the other rows, is 5.0%"},
		{"share holds", "去向 人数 比例; 甲 50 50%; 乙 30 30%; 丙 15 15%; 丁 5 5%", ""},
		{"shares of several totals", "去向 人数 比例; 甲 50 50%; 乙 30 30%; 丙 15 15%; 丁 5 50%; 戊 4 40%", ""},

		{"sentence", card + "1 在校生人数 人 900; 2 专业数 个 4 || 2023 年，学校在校生人数为 950 人。",
			"prose-contradicts-table 在校生人数 is 950 人 here, and 900 人 in 1/表 1"},
		{"sentence agrees", card + "1 在校生人数 人 900; 2 专业数 个 4 || 学校在校生人数达 900 人。", ""},
		{"sentence of another year", card + "1 在校生人数 人 900; 2 专业数 个 4 || 2022 年，学校在校生人数为 950 人。", ""},
		{"sentence in another unit", card + "1 在校生人数 人 900; 2 专业数 个 4 || 学校在校生人数为 2 万人。", ""},
		{"sentence of an aim", card + "1 在校生人数 人 900; 2 专业数 个 4 || 学校计划在校生人数达到 950 人。", ""},

		{"share in prose", "专业 录取数; 甲 60; 乙 40; 合计 100 || 本省考生 30 人，占录取人数的 25.3%。",
			"prose-rate 30 人 is said to be 25.3% of 录取人数; of 100 it is 30.0%"},
		{"share in prose holds", "专业 录取数; 甲 60; 乙 40; 合计 100 || 本省考生 30 人，占录取人数的 30%。", ""},
		{"share of a whole that the sentence gives", "专业 录取数; 甲 60; 乙 40; 合计 100 || 春季录取 50 人，其中本省考生 30 人，占录取人数的 60%。", ""},
		{"share of a whole that nobody names", "专业 录取数; 甲 60; 乙 40; 合计 100 || 本省考生 30 人，占全国考生的 1%。", ""},
	}
	for _, tt := range tests {
		src := text(tt.table)
		if got := findings(audit.Run(parse(t, "", "r.txt", src))); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s\nfor\n%s", tt.name, got, tt.want, src)
		}
	}
}

// text is the report that a short table stands for.
func text(short string) string {
	table, after, _ := strings.Cut(short, " || ")
	title, rows, ok := strings.Cut(table, " >> ")
	if !ok {
		title, rows = "情况表", table
	}
	var b strings.Builder
	b.WriteString("1 概况\n\n表 1：" + title + "\n\n")
	for _, row := range strings.Split(rows, "; ") {
		b.WriteString(strings.ReplaceAll(strings.ReplaceAll(row, "_", ""), " ", "\t") + "\n")
	}
	return b.String() + "\n" + after + "\n"
}

func parse(t *testing.T, name, path, src string) []*report.Document {
	t.Helper()
	doc, problems := report.Parse(name, path, []byte(src))
	if problems.HasErrors() || len(doc.Tables) == 0 {
		t.Fatalf("%v: %d tables in\n%s", problems, len(doc.Tables), src)
	}
	return []*report.Document{doc}
}

func findings(all []audit.Finding) string {
	var lines []string
	for _, f := range all {
		lines = append(lines, f.Rule+" "+f.Message)
	}
	return strings.Join(lines, "\n")
}

// Tables of one report, and of several, give one indicator the same value.
func TestIndicators(t *testing.T) {
	const year = "1 概况\n\n表 1：计分卡\n\n序号\t指标\t单位\t2023年\n1\t毕业生人数\t人\t%s\n2\t专业总数\t个\t4\n\n"
	const years = "表 2：升学\n\n年份\t毕业生数（人）\t升学数（人）\n2022\t50\t5\n2023\t%s\t6\n"
	tests := []struct {
		name, first, second string // reports; the second may be empty
		want                string
	}{
		{"same", fmt.Sprintf(year+years, "60", "60"), "", ""},
		{"differs", fmt.Sprintf(year+years, "61", "60"), "", "same-indicator-differs 毕业生数 of 2023 is 60 in 1/表 2, and 61 in 1/表 1"},
		{"two reports", fmt.Sprintf(year, "61"), fmt.Sprintf(year, "62"), "same-indicator-differs 毕业生人数 of 2023 is 62 in 1/表 1, and 61 in 1/表 1"},
		{"jump", strings.ReplaceAll(fmt.Sprintf(year, "60"), "2023", "2022"), fmt.Sprintf(year, "600"),
			"year-on-year-jump 毕业生人数 went from 60 in 2022 to 600 in 2023"},
		{"step", strings.ReplaceAll(fmt.Sprintf(year, "60"), "2023", "2022"), fmt.Sprintf(year, "90"), ""},
	}
	for _, tt := range tests {
		docs := parse(t, "", "a.txt", tt.first)
		if tt.second != "" {
			docs = append(docs, parse(t, "", "b.txt", tt.second)...)
		}
		got := findings(audit.Run(docs))
		if !strings.Contains(got, tt.want) || tt.want == "" && got != "" {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// What the rules say of published reports: each line was checked by hand.
func TestReports(t *testing.T) {
	tests := []struct{ golden, path string }{
		{"sample", "../../reports/cqipc-2023.txt"},
		{"full", "../../../shared/reports/004_c0cd592e8c982e65.txt"},
		{"other", "../../../shared/reports/hbkf-2015.txt"},
	}
	for _, tt := range tests {
		t.Run(tt.golden, func(t *testing.T) {
			src, err := os.ReadFile(tt.path)
			if err != nil {
				t.Skip("no such report here")
			}
			var b strings.Builder
			for _, f := range audit.Run(parse(t, "", tt.path, string(src))) {
				fmt.Fprintf(&b, "%s: %s\n", f.Severity, f.Rule)
				fmt.Fprintf(&b, "  %s\n", f.Message)
				for _, p := range f.Places {
					fmt.Fprintf(&b, "  %d: %s\n", p.Line, end(p.Quote))
				}
			}
			golden := filepath.Join("testdata", tt.golden+".golden")
			if *update {
				if err := os.WriteFile(golden, []byte(b.String()), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if b.String() != string(want) {
				t.Errorf("got\n%s\nwant\n%s", b.String(), want)
			}
		})
	}
}

// end is the last part of a quote, which may be a whole sentence.
func end(quote string) string {
	runes := []rune(strings.ReplaceAll(quote, "\t", " | "))
	return string(runes[max(0, len(runes)-60):])
}

// Every finding names a rule of the table and a line of its report.
func FuzzRun(f *testing.F) {
	src, err := os.ReadFile("../../reports/cqipc-2023.txt")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(src[:4000]))
	f.Add(text("序号 指标 单位 2023年; 1 毕业生人数 人 6110; 2 去向人数 人 1 || 备注：毕业生人数 6393 人。"))
	f.Add(text("专业 录取数 报到数 报到率; 甲 0 0 100%; 乙 70 66 94.29%; 丙 80 75 93.75%; 合计 90 81 80%"))
	f.Fuzz(func(t *testing.T, src string) {
		doc, _ := report.Parse("", "r.txt", []byte(src))
		if doc == nil {
			return
		}
		lines := strings.Count(src, "\n") + strings.Count(src, "\r") + 1
		for _, f := range audit.Run([]*report.Document{doc}) {
			if f.Rule == "" || f.Severity == "" || len(f.Places) == 0 {
				t.Errorf("incomplete finding %+v", f)
			}
			for _, p := range f.Places {
				if p.Line < 1 || p.Line > lines {
					t.Errorf("%s: line %d of %d", f.Message, p.Line, lines)
				}
			}
		}
	})
}

// The SARIF document names each rule once and puts each finding at its line.
func TestSARIF(t *testing.T) {
	all := []audit.Finding{{Rule: "total-not-sum", Severity: "error", Message: "合计 is 8",
		Places: []audit.Place{{Report: "年报/a b.txt", Line: 3, Quote: "合计\t8"}, {Report: "年报/a b.txt", Line: 2, Quote: "甲\t7"}}}}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(audit.ToSARIF(all).Runs[0].Results); err != nil {
		t.Fatal(err)
	}
	want := `[{"ruleId":"total-not-sum","level":"error","message":{"text":"合计 is 8"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"%E5%B9%B4%E6%8A%A5/a%20b.txt"},"region":{"startLine":3,"snippet":{"text":"合计\t8"}}}}],"relatedLocations":[{"id":1,"physicalLocation":{"artifactLocation":{"uri":"%E5%B9%B4%E6%8A%A5/a%20b.txt"},"region":{"startLine":2,"snippet":{"text":"甲\t7"}}}}]}]` + "\n"
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
	if n := len(audit.ToSARIF(nil).Runs[0].Tool.Driver.Rules); n != len(audit.Rules) {
		t.Errorf("%d rules; want %d", n, len(audit.Rules))
	}
}
