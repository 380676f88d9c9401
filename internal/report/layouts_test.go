package report

import (
	"strings"
	"testing"
)

// TestLayouts reads layouts of other reports, each checked by hand. A case with
// a question mark must also have a doubt.
func TestLayouts(t *testing.T) {
	const rows = "学费\t800\t900\n拨款\t450.5\t500\n"
	const inWan = "项目,2022年[万元],2023年[万元]: 学费,800,900; 拨款,450.5,500"
	for _, c := range []struct{ name, text, want string }{
		{"halves beside a blank column", "表 3：招生\n\n专业\t人数\t\t专业\t人数\n数控\t120\t\t会计\t80\n护理\t60\t\t物流\t45\n", "专业,人数: 数控,120; 护理,60; 会计,80; 物流,45"},
		{"tables side by side?", "表 3：招生  表 4：经费\n\n专业\t人数\t\t项目\t金额（万元）\n数控\t120\t\t学费\t800\n护理\t60\t\t拨款\t450.5\n",
			"专业,人数: 数控,120; 护理,60 | 项目,金额[万元]: 学费,800; 拨款,450.5"},
		{"captions side by side?", "表 3：招生\t\t\t表 4：经费\n专业\t人数\t\t项目\t金额（万元）\n数控\t120\t\t学费\t800\n", "专业,人数: 数控,120 | 项目,金额[万元]: 学费,800"},
		{"a blank column before the units", "表 5：计分卡\n指标\t\t单位\t2023年\n毕业生人数\t\t人\t6110\n月收入\t\t元\t5011\n", "指标,列2,单位,2023年: 毕业生人数,,人,6110; 月收入,,元,5011"},
		{"all on one line", "表 5 学生来源 省份 人数 比例 重庆 845 24.05% 四川 1248 14.38% 贵州 300 9.10%\n", "省份,人数,比例: 重庆,845,24.05%; 四川,1248,14.38%; 贵州,300,9.10%"},
		{"a torn fraction", "表 5 学生来源 省份 人数 比例 重庆 845 24.05% 四川 1248 14 .38% 贵州 300 9.10%\n", "省份,人数,比例: 重庆,845,24.05%; 四川,1248,14.38%; 贵州,300,9.10%"},
		{"torn numbers?", "表 5 学生来源 省份 人数 比例 重庆 8 45 24.05% 四川 1 248 14.38% 贵州 300 9.10%\n",
			"序号,原文: 1,省份 人数 比例 重庆 8 45 24.05% 四川 1 248 14.38% 贵州 300 9.10%"},
		{"unit in the caption", "表 6 收入（单位：万元）\n项目\t2022年\t2023年\n" + rows, inWan},
		{"unit alone in the caption", "表 6 收入（万元）\n项目\t2022年\t2023年\n" + rows, inWan},
		{"unit on a line", "表 6 收入\n单位：万元\n项目\t2022年\t2023年\n" + rows, inWan},
		{"unit on a line, right", "表 6 收入\n                    单位：万元\n项目\t2022年\t2023年\n" + rows, inWan},
		{"unit in brackets", "表 6 收入\n（单位：万元）\n项目\t2022年\t2023年\n" + rows, inWan},
		{"unit in other brackets", "表 6 收入\n【单位：万元】\n项目\t2022年\t2023年\n" + rows, inWan},
		{"unit in a row", "表 6 收入\n\t\t单位：万元\n项目\t2022年\t2023年\n" + rows, inWan},
		{"unit over the caption", "单位：万元\n表 6 收入\n项目\t2022年\t2023年\n" + rows, inWan},
		{"unit under the table", "表 6 收入\n项目\t2022年\t2023年\n" + rows + "注：单位为万元。\n", inWan},
		{"unit with the names", "表 6 收入\n项目（单位：万元）\t2022年\t2023年\n" + rows, inWan},
		{"unit with the values", "表 6 收入\n项目\t金额（单位：万元）\n学费\t800\n", "项目,金额[万元]: 学费,800"},
		{"two units", "表 6 收支\n单位:万元、人\n项目\t金额\t人数\n学费\t800\t9\n", "项目,金额[万元],人数[人]: 学费,800,9"},
		{"the unit that no other column has", "表 6 收支\n单位:人、项\n项目\t派出人数\t合作\n英国\t800\t9\n", "项目,派出人数[人],合作[项]: 英国,800,9"},
		{"two units that fit nothing?", "表 6 收支\n单位:万元、人\n项目\t甲\t乙\n学费\t800\t9\n", "项目,甲,乙: 学费,800,9"},
		{"units by name", "表 6 收支\n（单位：金额：万元；人数：人）\n项目\t金额\t人数\n学费\t800\t9\n", "项目,金额[万元],人数[人]: 学费,800,9"},
		{"Chinese numbers, blanks", "表 7 指标\n序号 指标 单位 2023年\n一 毕业生人数 人 6110\n二 就业率 % 97.25\n三 月收入 元 5011\n", "序号,指标,单位,2023年: 一,毕业生人数,人,6110; 二,就业率,%,97.25; 三,月收入,元,5011"},
		{"Chinese numbers, a cell a line", "表 7 指标\n序号\n指标\n单位\n2023年\n一\n毕业生人数\n人\n6110\n二\n就业率\n%\n97.25\n", "序号,指标,单位,2023年: 一,毕业生人数,人,6110; 二,就业率,%,97.25"},
		{"cells that flowed apart", "表 8 人数\n专业 人数 占比\n数控\n120 45.2%\n会计 80\n30.1%\n", "专业,人数,占比: 数控,120,45.2%; 会计,80,30.1%"},
		{"two levels that flowed apart", "表 8 人数\n去年\n今年\n专业\n人数 占比 人数 占比\n数控 120\n45.2% 131 47.1%\n会计 80\n30.1% 76 28.4%\n",
			"专业,去年/人数,去年/占比,今年/人数,今年/占比: 数控,120,45.2%,131,47.1%; 会计,80,30.1%,76,28.4%"},
		{"no header?", "表 8 人数\n数控\t120\t45.2%\n会计\t80\t30.1%\n", "数控,120,45.2[%]: 会计,80,30.1%"},
		{"names repeated over their columns", "表 3：去向\n去向\t2022届\t2022届\t2023届\t2023届\n\t人数\t比例\t人数\t比例\n升学\t120\t12.5%\t140\t13.1%\n创业\t8\t0.8%\t9\t0.9%\n",
			"去向,2022届/人数,2022届/比例,2023届/人数,2023届/比例: 升学,120,12.5%,140,13.1%; 创业,8,0.8%,9,0.9%"},
		{"repeated again on a new page", "表 3：在校生\n学院\t学生（人）\t学生（人）\t合计\n学院\t2022级\t2023级\t合计\n机电\t20\t30\t50\n\n续表3\n学院\t学生（人）\t学生（人）\t合计\n学院\t2022级\t2023级\t合计\n财经\t10\t15\t25\n",
			"学院,学生/2022级[人],学生/2023级[人],合计: 机电,20,30,50; 财经,10,15,25"},
		{"a rate under a name with a unit", "表 3：在校生\n学院\t学生（人）\t\n\t总数\t占比\n机电\t20\t40%\n财经\t30\t60%\n", "学院,学生/总数[人],学生（人）/占比: 机电,20,40%; 财经,30,60%"},
		{"a running title inside a table", "甲学院质量年度报告\n\n表 1 招生\n专业\t人数\n数控\t120\n\n- 3 -\n\n甲学院2023年年报\n\n会计\t80\n护理\t60\n\n甲学院2023年年报\n\n学校概况。\n", "专业,人数: 数控,120; 会计,80; 护理,60"},
		{"one row, aligned under two of names", "表 2 教师\n总数   校内专任     校外兼职\n       人数   比例   人数   比例\n161    80     49.7%  34     21.1%\n",
			"总数,校内专任/人数,校内专任/比例,校外兼职/人数,校外兼职/比例: 161,80,49.7%,34,21.1%"},
		{"bare years, aligned", "表 2 在校生\n层次          2023     2024\n专科         9,954   10,041\n本科         1,688    1,702\n", "层次,2023,2024: 专科,9,954,10,041; 本科,1,688,1,702"},
		{"an unknown character?", "表 8 人数\n专业\t人数\n数控\t1\ufffd0\n", "专业,人数: 数控,1\ufffd0"},
	} {
		name, doubted := strings.CutSuffix(c.name, "?")
		d, _ := Parse("", "r.txt", []byte(c.text))
		var got []string
		doubts := 0
		for _, tab := range d.Tables {
			got = append(got, gridText(tab))
			doubts += len(tab.Doubts)
		}
		if s := strings.Join(got, " | "); s != c.want || doubted && doubts == 0 {
			t.Errorf("%s: %s, %d doubts; want %s", name, s, doubts, c.want)
		}
	}
}
