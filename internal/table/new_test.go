package table

import (
	"fmt"
	"strings"
	"testing"
)

// rows are lines of cells, parted by |, as a layout of text or a file that knows its
// cells gives them.
func rows(exact bool, texts ...string) (lines []Line) {
	for i, s := range texts {
		lines = append(lines, Line{No: i + 1, Text: strings.ReplaceAll(s, "|", "\t"), Exact: exact})
	}
	return lines
}

// show is a table in a line: its columns, its rows with their paths, its doubts.
func show(t Table) string {
	var b strings.Builder
	for _, c := range t.Columns {
		b.WriteString(c.Header() + " ")
	}
	for _, r := range t.Rows {
		b.WriteString("/ " + r.Label)
		if r.Total {
			b.WriteString(" =")
		}
		for _, c := range r.Cells {
			b.WriteString(" " + c.Text)
		}
		b.WriteString(" ")
	}
	return fmt.Sprintf("%s(%d)", b.String(), len(t.Doubts))
}

func TestNew(t *testing.T) {
	two := 2
	for _, c := range []struct {
		name  string
		lines []Line
		unit  string
		said  *Said
		want  string
	}{
		{"names, units, totals", rows(false, "学院|人数（人）|比例", "甲|3|30%", "乙|7|70%", "合计|10|100%"), "", nil,
			"学院 人数（人） 比例 / 甲 甲 3 30% / 乙 乙 7 70% / 合计 = 合计 10 100% (0)"},
		{"the unit of the whole table", rows(true, "项目|2022年|2023年", "收入|3|4", "支出|1|2"), "单位：万元", nil,
			"项目 2022年（万元） 2023年（万元） / 收入 收入 3 4 / 支出 支出 1 2 (0)"},
		{"groups of merged cells", rows(true, "学院|专业|人数", "甲院|一|3", "|二|4", "乙院|三|5"), "", nil,
			"学院 专业 人数 / 甲院/一 甲院 一 3 / 甲院/二  二 4 / 乙院/三 乙院 三 5 (0)"},
		{"a header of two rows, as the author says", rows(true, "|人数|人数", "年份|男|女", "2022|1|2", "2023|3|4"), "", &Said{Header: &two},
			"年份 人数/男 人数/女 / 2022 2022 1 2 / 2023 2023 3 4 (0)"},
		{"a value that is none, in a column that tells all rows apart", rows(true, "类别|学院|男|女", "理工|甲|3|(4)", "|乙|4|6", "文史|甲|3|8"), "", nil,
			"类别 学院 男 女 / 理工/甲 理工 甲 3 (4) / 理工/乙  乙 4 6 / 文史/甲 文史 甲 3 8 (0)"},
		{"the header again on the next page", rows(false, "专业|人数", "甲|1", "专业|人数", "乙|2"), "", nil,
			"专业 人数 / 甲 甲 1 / 乙 乙 2 (0)"},
		{"a score card", rows(true, "序号|指标|单位|2023年", "1|在校生|人|900", "|其中：女|人|400", "|本地|人|300", "2|课程|门|50", "|选课|人次|700", "|其中：外校|人次|90", "3|经费|万元|8", "|捐赠|笔|5", "|其中：校友|万元|2", "4|奖项|项|3"), "", nil,
			"序号 指标 单位 2023年 / 在校生 1 在校生 人 900 / 在校生/其中：女  其中：女 人 400 / 在校生/本地  本地 人 300 / 课程 2 课程 门 50 / 课程/选课  选课 人次 700 / 课程/选课/其中：外校  其中：外校 人次 90 / 经费 3 经费 万元 8 / 经费/捐赠  捐赠 笔 5 / 经费/其中：校友  其中：校友 万元 2 / 奖项 4 奖项 项 3 (0)"},
		{"a column without a name", rows(true, "专业|", "甲|1", "乙|2"), "", nil,
			"专业 列2 / 甲 甲 1 / 乙 乙 2 (1)"},
	} {
		got, ok := New(c.lines, c.unit, c.said)
		if s := show(got); s != c.want || !ok {
			t.Errorf("%s: %s; want %s", c.name, s, c.want)
		}
	}
}

func TestColumnHeader(t *testing.T) {
	tests := []struct {
		column Column
		want   string
	}{
		{Column{Name: "升学率", Unit: "%"}, "升学率（%）"},
		{Column{Name: "Staff", Unit: "FTE"}, "Staff (FTE)"},
		{Column{Name: "IT 人员", Unit: "人"}, "IT 人员（人）"},
		{Column{Name: "", Unit: "人"}, "（人）"},
		{Column{Name: "Staff", Unit: ""}, "Staff"},
	}
	for _, tt := range tests {
		if got := tt.column.Header(); got != tt.want {
			t.Errorf("%+v: %s; want %s", tt.column, got, tt.want)
		}
	}
}

func TestProve(t *testing.T) {
	for _, c := range []struct {
		name   string
		rows   []string
		doubts int
	}{
		{"a table that proves itself", []string{"学院|人数|比例", "机电|12|40%", "财经|18|60%"}, 0},
		{"names without the name over them", []string{"学院|人数|比例|人数", "机电|12|40%|13", "财经|18|60%|19"}, 3},
		{"a name of rates over amounts", []string{"学院|就业率|毕业人数", "机电|312|40%", "财经|418|60%", "外语|509|7%"}, 2},
		{"a name that stands over another elsewhere", []string{"学院|男/人数|人数", "机电|12|40", "财经|18|60"}, 2},
		{"the names of two columns", []string{"学院|比例（%）人数|计划", "机电|12|40", "财经|18|60"}, 1},
		{"a name that goes on", []string{"学院|人数|比例", "机电工程（含|12|40", "财经|18|60"}, 1},
		{"a row without values", []string{"学院|人数|比例", "机电|12|40", "工程||", "财经|18|60"}, 3},
		{"a name without values among names in order", []string{"Hall|2021|2022", "Ash|12|40", "Birch|3|8", "Elm||", "Fir|18|60", "Larch|7|9", "Oak|5|1", "Total|45|118"}, 0},
		{"a year behind a unit", []string{"Hall|Rent ($000) 2021|Rooms", "Ash|12|40", "Elm|18|60"}, 0},
		{"groups", []string{"学院|人数|比例", "甲校||", "机电|12|40", "乙校||", "财经|18|60"}, 0},
		{"words among numbers", []string{"学院|人数|比例", "机电|12|40", "财经|18|60", "护理|20|见附表说明", "外语|9|7"}, 1},
	} {
		lines := rows(true, c.rows...)
		for i := range lines {
			lines[i].Placed = true
		}
		if got, _ := New(lines, "", nil); len(got.Doubts) != c.doubts {
			t.Errorf("%s: %d doubts, want %d: %v", c.name, len(got.Doubts), c.doubts, got.Doubts)
		}
	}
}
