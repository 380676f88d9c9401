package lint_test

import (
	"strings"
	"testing"

	"charts/internal/lint"
)

// Figures of an office, each with what must be told of it; "" of an honest one.
func TestFigures(t *testing.T) {
	bus := func(rows ...string) string { return data("线路,客运量", rows...) }
	for _, tt := range []struct{ want, spec string }{
		// misleading
		{"stacked-rates", "chart: bar\nstack: true\ncategory: 医院\nvalue: [治愈率, 满意率]\nunit: \"%\"\n" + data("医院,治愈率,满意率", "一院,88,91", "二院,79,85")},
		{"stacked-rates", "chart: column\nstack: true\ncategory: 社区\nvalue: [人均住房面积, 人均绿地面积]\nunit: 平方米\n" + data("社区,人均住房面积,人均绿地面积", "甲,31,12", "乙,28,14")},
		{"total-as-part", "chart: donut\ncategory: 项\nvalue: 支出\nunit: 万元\n" + data("项,支出", "人员,410", "设备,230", "运行,60", "支出,700")},
		{"total-as-part", "chart: column\nstack: true\ncategory: 月份\nvalue: [电费, 水费, 气费, 能源费]\nunit: 元\n" + data("月份,电费,水费,气费,能源费", "1月,500,120,80,700", "2月,480,110,90,680")},
		{"line-without-sequence", "chart: line\ncategory: 线路\nvalue: 客运量\nunit: 人次\n" + bus("城东线,4100", "滨河线,3300", "机场线,5200", "环线,2900")},
		{"line-without-sequence", "chart: area\ncategory: branch\nvalue: visits\nunit: 人次\n" + data("branch,visits", "Riverside,410", "Hilltop,330", "Lakeside,520")},
		{"uneven-time", "chart: column\ncategory: 年份\nvalue: 入园人数\nunit: 人\n" + data("年份,入园人数", "2005,40", "2015,70", "2018,90", "2023,95")},
		{"uneven-time", "chart: column\ncategory: 月份\nvalue: 雨量\nunit: 毫米\n" + data("月份,雨量", "1月,20", "2月,25", "6月,140", "7月,150")},
		{"time-order", "chart: column\ncategory: 年份\nvalue: 雨量\nunit: 毫米\n" + data("年份,雨量", "2020,620", "2023,540", "2021,700", "2022,580")},
		{"combo-same-unit", "chart: combo\ncategory: 月份\nvalue: [进站人次, 出站人次]\nunit: 人次\n" + data("月份,进站人次,出站人次", "1月,9000,400", "2月,9500,420", "3月,8800,390")},
		{"too-many-parts", "chart: pie\ncategory: 线路\nvalue: 客运量\nunit: 人次\n" + bus("一线,10", "二线,12", "三线,14", "四线,9", "五线,8", "六线,20", "七线,22", "八线,5")},
		{"too-many-parts", "chart: line\ncategory: 年份\nvalue: [甲, 乙, 丙, 丁, 戊, 己, 庚]\nunit: 人\n" + data("年份,甲,乙,丙,丁,戊,己,庚", "2022,1,2,3,4,5,6,7", "2023,2,3,4,5,6,7,8")},
		{"colors-alike", "chart: donut\ncolors: {骑行: \"#2a9d8f\", 步行: \"#2a9e8e\"}\ncategory: 方式\nvalue: 人数\nunit: 人\n" + data("方式,人数", "骑行,40", "步行,50", "公交,70")},
		{"small-text", "chart: column\nsize: 420x150mm\ncategory: 线路\nvalue: 客运量\nunit: 人次\n" + bus("一线,10", "二线,12")},
		{"no-unit", "chart: bar\ncategory: 部门\nvalue: 维修经费\n" + data("部门,维修经费", "桥梁,410", "道路,330")},
		{"no-unit", "chart: bar\ncategory: 电站\nvalue: 发电量\n" + data("电站,发电量", "上游,410", "下游,330")},
		{"trend-contradicted", "title: 客运量连年攀升\nchart: line\ncategory: 年份\nvalue: 客运量\nunit: 人次\n" + data("年份,客运量", "2020,410", "2021,390", "2022,450", "2023,470")},
		{"trend-contradicted", "title: 气象\nsubtitle: 雨量明显减少\nchart: column\ncategory: 年份\nvalue: 雨量\nunit: 毫米\n" + data("年份,雨量", "2021,500", "2022,560", "2023,610")},
		{"rank-contradicted", "title: 滨河线客运量居首\nchart: bar\ncategory: 线路\nvalue: 客运量\nunit: 人次\n" + bus("滨河线,4100", "环线,4300")},
		{"number-contradicted", "note: 环线客运量 4030 人次。\nchart: bar\ncategory: 线路\nvalue: 客运量\nunit: 人次\n" + bus("滨河线,4100", "环线,4300")},
		{"year-contradicted", "title: 2021 年各月雨量\nchart: column\ncategory: 月份\nvalue: 雨量\nunit: 毫米\n" + data("月份,雨量", "2022年1月,20", "2022年2月,25", "2022年3月,30")},
		{"typed-reference", "chart: bar\nreference: {value: 3850, label: 线均}\ncategory: 线路\nvalue: 客运量\nunit: 人次\n" + bus("城东线,4100", "滨河线,3300", "环线,4150")},
		{"stacked-rates", "chart: area\nstack: true\ncategory: 年份\nvalue: [出勤率, 优良率]\nunit: \"%\"\n" + data("年份,出勤率,优良率", "2021,91,60", "2022,92,63", "2023,95,64")},
		{"stacked-rates", "chart: column\nstack: true\ncategory: site\nvalue: [occupancy rate, return rate]\nunit: \"%\"\n" + data("site,occupancy rate,return rate", "A,81,40", "B,77,35")},
		{"total-as-part", "chart: pie\ncategory: 类\nvalue: 件数\nunit: 件\n" + data("类,件数", "陶器,120", "瓷器,300", "玉器,50", "藏品,470")},
		{"total-as-part", "chart: rose\ncategory: kind\nvalue: count\nunit: 件\n" + data("kind,count", "pots,120", "bowls,300", "Total,420")},
		{"line-without-sequence", "chart: line\ncategory: 市\nvalue: 产值\nunit: 亿元\n" + data("市,产值", "江州,41", "海州,33", "泉州,52")},
		{"line-without-sequence", "chart: panels\nmark: line\ncategory: 科室\nvalue: [门诊人次, 住院人次]\nunit: 人次\n" + data("科室,门诊人次,住院人次", "内科,410,40", "外科,330,50", "儿科,520,30")},
		{"uneven-time", "chart: column\ncategory: 学年\nvalue: 人数\nunit: 人\n" + data("学年,人数", "2016-2017,40", "2017-2018,70", "2021-2022,90")},
		{"uneven-time", "chart: column\ncategory: 季度\nvalue: 件数\nunit: 件\n" + data("季度,件数", "2022年第一季度,40", "2022年第二季度,70", "2023年第四季度,90")},
		{"time-order", "chart: line\nsort: -月份\ncategory: 月份\nvalue: 件数\nunit: 件\n" + data("月份,件数", "1月,40", "2月,70", "3月,90")},
		{"combo-same-unit", "chart: combo\ncategory: 年份\nvalue: [收入, 支出, 结余]\nunit: 万元\n" + data("年份,收入,支出,结余", "2021,900,880,20", "2022,950,900,50", "2023,990,960,30")},
		{"too-many-parts", "chart: column\nstack: true\ncategory: 年份\nvalue: [甲, 乙, 丙, 丁, 戊, 己, 庚]\nunit: 人\n" + data("年份,甲,乙,丙,丁,戊,己,庚", "2022,1,2,3,4,5,6,8", "2023,2,3,4,5,6,7,9")},
		{"colors-alike", "chart: line\ncolors: {收入: \"#d62728\", 支出: \"#2ca02c\"}\ncategory: 年份\nvalue: [收入, 支出]\nunit: 万元\n" + data("年份,收入,支出", "2021,90,80", "2022,95,90", "2023,99,96")},
		{"colors-alike", "chart: bar\ncolors: {甲: \"#fdfdf0\"}\ncategory: 年份\nvalue: [甲, 乙]\nunit: 万元\n" + data("年份,甲,乙", "2021,90,80", "2022,95,90")},
		{"small-text", "chart: bar\nsize: 300x200mm\ncategory: 线路\nvalue: 客运量\nunit: 人次\n" + bus("一线,10", "二线,12")},
		{"no-unit", "chart: line\ncategory: year\nvalue: revenue\n" + data("year,revenue", "2021,90", "2022,95", "2023,99")},
		{"no-unit", "chart: column\ncategory: 校区\nvalue: 建筑面积\n" + data("校区,建筑面积", "东,90", "西,95")},
		{"trend-contradicted", "title: Ridership fell steadily\nchart: line\ncategory: year\nvalue: riders\nunit: 人\n" + data("year,riders", "2021,90", "2022,95", "2023,80")},
		{"trend-contradicted", "note: 雨量逐月递减。\nchart: column\ncategory: 月份\nvalue: 雨量\nunit: 毫米\n" + data("月份,雨量", "2023年7月,200", "2023年8月,150", "2023年9月,180")},
		{"rank-contradicted", "title: 各市产值，泉州最低\nchart: bar\ncategory: 市\nvalue: 产值\nunit: 亿元\n" + data("市,产值", "江州,41", "海州,33", "泉州,52")},
		{"number-contradicted", "title: 海州产值达 35 亿元\nchart: bar\ncategory: 市\nvalue: 产值\nunit: 亿元\n" + data("市,产值", "江州,41", "海州,33", "泉州,52")},
		{"year-contradicted", "title: 2019—2022 年收入\nchart: column\ncategory: 年份\nvalue: 收入\nunit: 万元\n" + data("年份,收入", "2021,90", "2022,95", "2023,99")},
		{"typed-reference", "chart: column\nreference: {value: 99, label: 最高}\ncategory: 年份\nvalue: 收入\nunit: 万元\n" + data("年份,收入", "2021,90", "2022,95", "2023,99")},
		{"typed-reference", "chart: column\nreference: {value: 94.67, label: 三年均值}\ncategory: 年份\nvalue: 收入\nunit: 万元\n" + data("年份,收入", "2021,90", "2022,95", "2023,99")},
		// honest
		{"", "chart: column\nstack: true\ncategory: 年份\nvalue: [甲, 乙, 丙, 丁, 戊, 己]\nunit: 人\n" + data("年份,甲,乙,丙,丁,戊,己", "2022,1,2,3,4,5,6", "2023,2,3,4,5,6,7")},
		{"", "chart: line\ncategory: 站\nvalue: 客运量\nunit: 人次\n" + data("站,客运量", "第一站,4100", "东门,3300", "南门,5200", "西门,2900")},
		{"", "chart: bar\nstack: percent\ncategory: 医院\nvalue: [治愈, 好转, 其他]\nunit: 人\n" + data("医院,治愈,好转,其他", "一院,88,91,4", "二院,79,85,5")},
		{"", "chart: column\nstack: true\ncategory: 年份\nvalue: [城镇占比, 农村占比]\nunit: \"%\"\n" + data("年份,城镇占比,农村占比", "2022,61.2,38.8", "2023,62.5,37.5")},
		{"", "chart: donut\ncategory: 项\nvalue: 支出\nunit: 万元\n" + data("项,支出", "人员,410", "设备,230", "其他,64")},
		{"", "chart: line\ncategory: 年级\nvalue: 人数\nunit: 人\n" + data("年级,人数", "一年级,400", "二年级,380", "三年级,390")},
		{"", "chart: line\ncategory: 月份\nvalue: 雨量\nunit: 毫米\n" + data("月份,雨量", "1月,20", "2月,25", "6月,140")},
		{"", "chart: column\ncategory: 年份\nvalue: 普查人口\nunit: 万人\n" + data("年份,普查人口", "2000,40", "2010,45", "2020,47")},
		{"", "chart: combo\ncategory: 月份\nvalue: [客运量, 准点率]\n" + data("月份,客运量,准点率", "1月,9000,95%", "2月,9500,96%")},
		{"", "chart: bar\ncategory: 线路\nvalue: 客运量\nunit: 人次\n" + bus("一线,10", "二线,12", "三线,14", "四线,9", "五线,8", "六线,20", "七线,22", "八线,5")},
		{"", "chart: donut\ncolors: {骑行: \"#1f4e79\", 步行: \"#e07b39\"}\ncategory: 方式\nvalue: 人数\nunit: 人\n" + data("方式,人数", "骑行,40", "步行,50")},
		{"", "chart: column\nsize: 150x90mm\ncategory: 线路\nvalue: 客运量\nunit: 人次\n" + bus("一线,10", "二线,12")},
		{"", "title: 各部门维修经费（万元）\nchart: bar\ncategory: 部门\nvalue: 维修经费\n" + data("部门,维修经费", "桥梁,410", "道路,330")},
		{"", "chart: bar\ncategory: 题目\nvalue: 得分\n" + data("题目,得分", "第一题,4.1", "第二题,3.3")},
		{"", "title: 客运量波动中上升\nchart: line\ncategory: 年份\nvalue: 客运量\nunit: 人次\n" + data("年份,客运量", "2020,410", "2021,390", "2022,450", "2023,470")},
		{"", "title: 客运量连年攀升\nchart: line\ncategory: 年份\nvalue: 客运量\nunit: 人次\n" + data("年份,客运量", "2020,410", "2021,410", "2022,450", "2023,470")},
		{"", "title: 环线客运量居首\nchart: bar\ncategory: 线路\nvalue: 客运量\nunit: 人次\n" + bus("滨河线,4100", "环线,4300")},
		{"", "title: 滨河线客运量居第二\nchart: bar\ncategory: 线路\nvalue: 客运量\nunit: 人次\n" + bus("滨河线,4100", "环线,4300")},
		{"", "note: 环线客运量约 0.43 万人次，含换乘。\nchart: bar\ncategory: 线路\nvalue: 客运量\nunit: 人次\n" + bus("滨河线,4100", "环线,4300")},
		{"", "title: 2022 年各月雨量\nchart: column\ncategory: 月份\nvalue: 雨量\nunit: 毫米\n" + data("月份,雨量", "2022年1月,20", "2022年2月,25", "2022年3月,30")},
		{"", "chart: bar\nreference: {value: 4000, label: 设计能力}\ncategory: 线路\nvalue: 客运量\nunit: 人次\n" + bus("城东线,4100", "滨河线,3300", "环线,4150")},
		{"", "chart: slope\ncategory: 去向\nvalue: [2022年, 2023年]\nunit: 人\n" + data("去向,2022年,2023年", "升学,10,12", "就业,20,25")},
		{"", "chart: column\nsort: -客运量\ncategory: 年份\nvalue: 客运量\nunit: 人次\n" + data("年份,客运量", "2020,410", "2021,390", "2022,450")},
		{"", "chart: bar\ncategory: 线路\nvalue: 准点率\nunit: \"%\"\ntop: {n: 3}\n" + data("线路,准点率", "一线,90", "二线,92", "三线,94", "四线,95")},
		{"", "chart: area\nstack: true\ncategory: 年份\nvalue: [男, 女]\nunit: 人\n" + data("年份,男,女", "2021,91,60", "2022,92,63", "2023,95,64")},
		{"", "chart: pie\ncategory: 类\nvalue: 件数\nunit: 件\n" + data("类,件数", "陶器,120", "瓷器,300", "玉器,80")},
		{"", "chart: line\ncategory: 距离\nvalue: 噪声\nunit: 分贝\n" + data("距离,噪声", "10米,80", "50米,66", "100米,60")},
		{"", "chart: line\ncategory: 年龄段\nvalue: 人数\nunit: 人\n" + data("年龄段,人数", "18岁以下,80", "18-35岁,66", "35岁以上,60")},
		{"", "chart: column\ncategory: 学年\nvalue: 人数\nunit: 人\n" + data("学年,人数", "2019-2020,40", "2020-2021,70", "2021-2022,90")},
		{"", "chart: column\ncategory: 季度\nvalue: 件数\nunit: 件\n" + data("季度,件数", "第一季度,40", "第二季度,70", "第三季度,90", "第四季度,60")},
		{"", "chart: bar\ncategory: 赛事\nvalue: 人数\nunit: 人\n" + data("赛事,人数", "1月5日,40", "3月12日,70", "3月20日,90")},
		{"", "chart: combo\ncategory: 年份\nvalue: [招生数, 增长率]\n" + data("年份,招生数,增长率", "2021,900,5.1%", "2022,950,5.6%", "2023,990,4.2%")},
		{"", "chart: donut\nhighlight: 甲国\ncategory: 国\nvalue: 人数\nunit: 人\n" + data("国,人数", "甲国,10", "乙国,12", "丙国,14", "丁国,9", "戊国,8", "己国,20", "庚国,22")},
		{"", "chart: line\ncolors: {收入: \"#1f77b4\", 支出: \"#ff7f0e\"}\ncategory: 年份\nvalue: [收入, 支出]\nunit: 万元\n" + data("年份,收入,支出", "2021,90,80", "2022,95,90", "2023,99,96")},
		{"", "chart: column\ncategory: 校区\nvalue: 建筑面积\nunit: 平方米\n" + data("校区,建筑面积", "东,90", "西,95")},
		{"", "chart: column\ncategory: 校区\nvalue: 班级数\n" + data("校区,班级数", "东,90", "西,95")},
		{"", "title: Ridership rose\nchart: line\ncategory: year\nvalue: riders\nunit: 人\n" + data("year,riders", "2021,90", "2022,95", "2023,99")},
		{"", "title: 收入增长率下降\nchart: line\ncategory: 年份\nvalue: 收入增长率\nunit: \"%\"\n" + data("年份,收入增长率", "2021,9", "2022,7", "2023,5")},
		{"", "title: 各市产值，海州最低\nchart: bar\ncategory: 市\nvalue: 产值\nunit: 亿元\n" + data("市,产值", "江州,41", "海州,33", "泉州,52")},
		{"", "title: 海州产值 33 亿元，居全省第 9\nchart: bar\ncategory: 市\nvalue: 产值\nunit: 亿元\n" + data("市,产值", "江州,41", "海州,33", "泉州,52")},
		{"", "title: 2022 年以来的收入\nchart: column\ncategory: 年份\nvalue: 收入\nunit: 万元\n" + data("年份,收入", "2022,90", "2023,95", "2024,99")},
		{"", "chart: column\nreference: {value: 95, label: 目标}\ncategory: 年份\nvalue: 收入\nunit: 万元\n" + data("年份,收入", "2021,90", "2022,95", "2023,99")},
		{"", "title: 招生首次突破 500 人\nchart: column\ncategory: 年份\nvalue: 招生\nunit: 人\n" + data("年份,招生", "2021,450", "2022,480", "2023,512")},
	} {
		var got []string
		for _, p := range lint.Check(resolved(t, tt.spec)) {
			got = append(got, p.Rule)
		}
		all := strings.Join(got, " ")
		switch {
		case tt.want == "" && all != "":
			t.Errorf("%s, and nothing is wrong:\n%s", all, tt.spec)
		case !strings.Contains(all, tt.want):
			t.Errorf("missed %s, got %q:\n%s", tt.want, all, tt.spec)
		}
	}
}
