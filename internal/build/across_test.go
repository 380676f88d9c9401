package build

import (
	"strconv"
	"strings"
	"testing"

	"charts/internal/report"
	"charts/internal/table"
)

// card is a report with one score card of the given rows.
func card(name, title string, rows ...string) *report.Document {
	t := table.Table{ID: "附表/表 1", Label: "表 1", Title: title, Line: 1, HeaderLine: 2, Columns: []table.Column{{Name: "指标"}, {Name: "本年"}}}
	for i, r := range rows {
		t.Rows = append(t.Rows, table.Row{Line: 3 + i, Label: r, Unit: "人"})
	}
	return &report.Document{Name: name, Path: name + ".txt", Tables: []table.Table{t}}
}

func TestAcross(t *testing.T) {
	tests := []struct {
		name string
		docs []*report.Document
		want string // change, name, lines, and the name that it perhaps has
	}{
		{"nothing changed but the year of the title", []*report.Document{card("2022", "2022 年计分卡", "a"), card("2023", "2023年计分卡", "a")}, ""},
		{"the order is that of the years", []*report.Document{card("2023", "计分卡", "a", "b"), card("2022", "计分卡", "a")}, "appeared b 0 4"},
		{"names that are no years keep theirs", []*report.Document{card("乙", "计分卡", "a", "b"), card("甲", "计分卡", "a")}, "vanished b 4 0"},
		{"comes and goes", []*report.Document{card("2021", "计分卡", "a"), card("2022", "计分卡", "b"), card("2023", "计分卡", "a")},
			"gap a 3 0 3; gap b 0 3 0"},
		{"a near name", []*report.Document{card("2022", "计分卡", "毕业生人数"), card("2023", "计分卡", "毕业生总数")},
			"vanished 毕业生人数 3 0 perhaps 毕业生总数; appeared 毕业生总数 0 3 perhaps 毕业生人数"},
		{"near names beside each other are two", []*report.Document{card("2022", "计分卡", "国家级奖项"), card("2023", "计分卡", "国家级奖项", "省级奖项数")},
			"appeared 省级奖项数 0 4"},
		{"a path, not its last name", []*report.Document{card("2022", "计分卡", "在校生/其中：女"), card("2023", "计分卡", "毕业生/其中：女", "在校生/其中：女")},
			"appeared 毕业生/其中：女 0 3"},
		{"the same path twice", []*report.Document{card("2022", "计分卡", "a", "a"), card("2023", "计分卡", "a")}, "vanished a 4 0"},
		{"rows of another table are not counted one by one", []*report.Document{card("2022", "师资队伍计分卡", "a"), card("2023", "经费", "b")},
			"vanished 师资队伍计分卡 1 0; appeared 经费 0 1"},
	}
	for _, tt := range tests {
		found, problems := (&Project{Documents: tt.docs}).Across("")
		var got []string
		for _, s := range found {
			line := s.Change + " " + s.called()
			for _, p := range s.Reports {
				line += " " + strconv.Itoa(p.Line)
			}
			if s.Perhaps != "" {
				line += " perhaps " + s.Perhaps
			}
			got = append(got, line)
		}
		if text := strings.Join(got, "; "); text != tt.want || len(problems) > 0 {
			t.Errorf("%s: %s %v; want %s", tt.name, text, problems, tt.want)
		}
	}
}
