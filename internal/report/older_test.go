package report

import (
	"slices"
	"strings"
	"testing"

	"charts/internal/table"
)

// TestOlderCard holds the score card of another college: two years, a unit
// hidden behind a stroke, a value that is missing, one that is zero.
func TestOlderCard(t *testing.T) {
	d := parseFile(t, olderPath)
	for _, c := range []struct{ table, label, unit, want string }{
		{"表 19", "就业率", "%", "88.26%|89.83%"},
		{"表 19", "月收入", "元", "1800|2000"},
		{"表 19", "理工农医类专业相关度", "%", "—|—"},
		{"表 19", "自主创业比例", "%", "0|0.18%"},
		{"表 19", "专业大类月收入/制造大类", "元", "2200|2100"},
		{"表 13", "生师比", "—", "19.13|18.64"},
		{"表 13", "企业兼职教师专业课课时占比", "%", "19.9%|26.3%"},
		{"资源表", "生均教学科研仪器设备值", "元/生", "5873.96|6928.78"},
		{"服务贡献表", "毕业生就业去向（以下三类均要填写）：/A 类:留在当地就业比例", "%", "71.11%|63.17%"},
	} {
		row := rowOfLabel(t, d, c.table, c.label)
		cells := table.Texts(row.Cells)
		if got := strings.Join(cells[max(0, len(cells)-2):], "|"); got != c.want || row.Unit != c.unit {
			t.Errorf("%s of %s: %s in %q, want %s in %q", c.label, c.table, got, row.Unit, c.want, c.unit)
		}
	}
}

func rowOfLabel(t *testing.T, d *Document, name, label string) table.Row {
	t.Helper()
	for _, tab := range d.Lookup(name) {
		for _, r := range tab.Rows {
			if r.Label == label {
				return r
			}
		}
	}
	t.Errorf("%s has no row %s", name, label)
	return table.Row{}
}

// TestOlderTotals: six sums of colleges and one of all are no members.
func TestOlderTotals(t *testing.T) {
	d := parseFile(t, olderPath)
	for _, c := range []struct {
		table  string
		totals []int
	}{
		{"表 2", []int{133}}, {"表 3", []int{188}}, {"表 4", []int{200}}, {"表 5", []int{217}},
		{"表 6", []int{231, 235, 240, 248, 251, 254, 255}}, {"表 18", []int{411}}, {"表 20", []int{464}}, {"表 21", []int{491}},
		{"表 24", []int{536, 540, 544, 552, 555, 557, 558}}, {"表 19", nil},
	} {
		var totals []int
		for _, r := range d.Lookup(c.table)[0].Rows {
			if r.Total {
				totals = append(totals, r.Line)
			}
		}
		if !slices.Equal(totals, c.totals) {
			t.Errorf("%s: totals at %v, want %v", c.table, totals, c.totals)
		}
	}
	rows := d.Lookup("表 6")[0].Rows
	if got := rowText(rows[len(rows)-1]); got != "总计|||2041" {
		t.Error(got)
	}
}

// TestShortTexts: pages of news hold no tables, and every paragraph is one.
func TestShortTexts(t *testing.T) {
	for _, name := range []string{"000_67f3d318295565f4", "001_522a2a110cbf9a9e", "002_53ceae0b47568f73", "003_77eea57742c74da7"} {
		d := parseFile(t, "../../../shared/reports/"+name+".txt")
		if len(d.Tables)+len(d.Captions)+len(d.Sections) > 0 || len(d.Paragraphs) < 10 {
			t.Errorf("%s: %d tables, %d captions, %d sections, %d paragraphs", name, len(d.Tables), len(d.Captions), len(d.Sections), len(d.Paragraphs))
		}
	}
	d := parseFile(t, "../../../shared/reports/000_67f3d318295565f4.txt")
	hits := d.Find("107 doctoral candidates")
	if len(hits) != 1 || hits[0].Line != 105 || strings.Contains(hits[0].Text, "Academic Affairs") {
		t.Errorf("%+v", hits)
	}
}
