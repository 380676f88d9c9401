package report

import (
	"strings"
	"testing"
)

func TestUnitsOfColumns(t *testing.T) {
	tests := []struct{ text, want, doubt string }{
		{"表 1 灯\n\n楼\t灯（盏）\t电（kWh）\n东\t31\t4.5\n西\t待核\t6\n南\t28\t7\n", "楼 灯/盏 电/kWh", ""},
		{"表 1 户\n\n村\t户（甲）\t户（乙）\n东\t31\t4\n西\t27\t6\n", "村 户（甲） 户（乙）", ""},
		{"表 1 户\n\n村\t户（盏）\t户（瓶）\n东\t31\t4\n西\t27\t6\n", "村 户（盏） 户（瓶）", ""},
		{"表 1 数\n\n项\t数（件）\t率\t数（人）\n甲\t50\t1\t3\n乙\t40\t1\t2\n", "项 数（件）/件 率 数（人）/人", ""},
		{"表 1 人\n\n村\t人数（含实习）\n东\t31\n西\t27\n", "村 人数（含实习）", ""},
		{"表 1 车\n\n区\t车（辆）/新\t车（辆）/旧\t车（辆）/占比\n东\t31\t4\t0.5\n西\t27\t6\t0.4\n", "区 车/新/辆 车/旧/辆 车（辆）/占比", ""},
		{"表 1 车\n\n区\t户（甲）/新\t户（乙）/新\n东\t31\t4\n西\t27\t6\n", "区 户（甲）/新 户（乙）/新", ""},
		{"表 1 名\n\n村\t名（株）\n东\t松\n西\t柏\n", "村 名（株）", ""},
		{"表 1 账（单位：万元）\n\n项\t收\t支\n甲\t12.5\t(3.1)\n乙\t待核\t4\n丙\t7\t5\n", "项 收/万元 支/万元", ""},
		{"表 1 户（单位：户）\n\n村\t户数\t年份\n东\t1953\t1953\n西\t640\t2001\n", "村 户数/户 年份", ""},
		{"表 1 账\n\n项\t占比（%）\n甲\t1667\n乙\t75.9%\n", "项 占比", "the header says %, and the column has rates and amounts"},
		{"表 1 账\n\n项\t占比（%）\n甲\t24\n乙\t75.9%\n", "项 占比/%", ""},
	}
	for _, tt := range tests {
		d, _ := Parse("", "r.txt", []byte(tt.text))
		var names, doubts []string
		for _, c := range d.Tables[0].Columns {
			names = append(names, strings.TrimSuffix(c.Name+"/"+c.Unit, "/"))
		}
		for _, doubt := range d.Tables[0].Doubts {
			doubts = append(doubts, doubt.Reason.String())
		}
		if got := strings.Join(names, " "); got != tt.want {
			t.Errorf("%s got %s; want %s", tt.text, got, tt.want)
		}
		if got := strings.Join(doubts, "; "); !strings.HasPrefix(got, tt.doubt) || tt.doubt == "" && got != "" {
			t.Errorf("%s doubts %q; want %q", tt.text, got, tt.doubt)
		}
	}
}
