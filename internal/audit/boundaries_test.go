package audit_test

import "testing"

// What lies just inside a limit is let alone, and what lies just outside is found.
func TestLimits(t *testing.T) {
	const years = "一、概况\n\n表 1：质量\n\n年份\t合格率（%）\t装机产量（吨）\n2022\t90.0\t100\n2023\t92.0\t105\n\n"
	for _, c := range []struct {
		name, text string
		found      bool
	}{
		{"a total that is more than its rows, which hold sums and parts", "表 1：人数\n\n类别\t人数\n甲\t3\n其中：乙\t2\n丙\t4\n合计\t12\n", true},
		{"a total that is less than its rows, which hold sums and parts", "表 1：人数\n\n类别\t人数\n甲\t3\n其中：乙\t2\n丙\t4\n合计\t7\n", false},
		{"a total with fewer decimals than its parts, cut off", "表 1：重量\n\n名称\t重量（吨）\n甲\t1.25\n乙\t1.25\n丙\t1.26\n合计\t3.7\n", false},
		{"a total of many columns", "表 1：人数\n\n院\t一班\t二班\t三班\t四班\t五班\t六班\t合计\n甲\t1\t2\t3\t4\t5\t6\t21\n乙\t2\t3\t4\t5\t6\t7\t27\n丙\t3\t4\t5\t6\t7\t8\t43\n", true},
		{"a change of a rate in points", years + "2023 年合格率比 2022 年提高 5.0 个百分点。\n", true},
		{"a change of a rate that is given in per cent", years + "2023 年合格率比 2022 年提高 5.0%。\n", false},
		{"a change of an amount", years + "2023 年装机产量比 2022 年增长 9 吨。\n", true},
		{"a row that stands in two years", "表 1：2021 级成绩\n\n班\t人数\t均分\t最高分\n护理一班\t17\t29\t95\n会计一班\t20\t31\t90\n\n表 2：2022 级成绩\n\n班\t人数\t均分\t最高分\n护理一班\t17\t29\t95\n会计一班\t24\t35\t88\n", true},
		{"a table that stands in two years", "表 1：2021 级成绩\n\n班\t人数\t均分\t最高分\n护理一班\t17\t29\t95\n会计一班\t20\t31\t90\n\n表 2：2022 级成绩\n\n班\t人数\t均分\t最高分\n护理一班\t17\t29\t95\n会计一班\t20\t31\t90\n", false},
		{"a rate one step above its quotient", "一、概况\n\n录取 200 人，报到 100 人，报到率 51%。\n", true},
		{"a rate one step below its quotient", "一、概况\n\n录取 200 人，报到 100 人，报到率 49%。\n", true},
		{"a rate less than a step from its quotient", "一、概况\n\n录取 200 人，报到 101 人，报到率 50%。\n", false},
		{"a change of an amount that is given in points", years + "2023 年装机产量比 2022 年增长 9 个百分点。\n", false},
	} {
		if all := auditText(t, c.text); (len(all) > 0) != c.found {
			t.Errorf("%s: %s", c.name, findings(all))
		}
	}
}
