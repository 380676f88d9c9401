package audit_test

import (
	"flag"
	"fmt"
	"os"
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
		{"note", card + "1 毕业生人数 人 6110; 2 毕业去向落实人数 人 6017 || 备注：毕业生人数 6393 人。",
			"note-contradicts-cell 毕业生人数 is 6110 in 1/表 1, and 6393 人 in the note under it"},
		{"note agrees", card + "1 毕业生人数 人 6393; 2 毕业去向落实人数 人 6217 || 备注：毕业生人数 6393 人。", ""},
		{"note of a longer name", card + "1 毕业生人数 人 6110; 2 升学人数 人 2469 || 备注：专科毕业生人数 900 人。", ""},
		{"note that corrects", card + "1 毕业生人数 人 6110; 2 升学人数 人 2469 || 说明：毕业生人数应为 6393 人。", "note-contradicts-cell 毕业生人数 is 6110 in 1/表 1, and 6393 人 in the note under it"},
		{"note that goes on", card + "1 毕业生人数 人 6110; 2 升学人数 人 2469 || 备注：毕业生人数含春季毕业的学员，实际为 6393 人。", "note-contradicts-cell 毕业生人数 is 6110 in 1/表 1, and 6393 人 in the note under it"},
		{"note of a row that was printed elsewhere", card + "1 毕业生人数 人 2950; 2 在线课程数 门 90; 接入平台数量 门 34 _; 3 课程总数 门 900 || 备注：接入平台数量 36 门。", ""},
		{"note of a part", card + "1 毕业生人数 人 6110; 2 升学人数 人 2469 || 备注：毕业生人数含结业学员，其中 93 人。", ""},
		{"note in another unit", card + "1 毕业生人数 人 6110; 2 升学人数 人 2469 || 备注：毕业生人数 2 倍。", ""},
		{"note that is about", card + "1 毕业生人数 人 6110; 2 升学人数 人 2469 || 备注：毕业生人数约 6400 人。", ""},
		{"note of a short name", card + "1 月收入 元 4800; 2 升学人数 人 2469 || 备注：月收入 4300 元。", "note-contradicts-cell 月收入 is 4800 in 1/表 1, and 4300 元 in the note under it"},
		{"one root", card + "1 毕业生人数 人 900; 2 毕业去向落实人数 人 950 || 备注：毕业生人数 990 人。", "note-contradicts-cell 毕业生人数 is 900 in 1/表 1, and 990 人 in the note under it"},

		{"total", "类别 人数; 甲 3; 乙 4; 合计 8", "total-not-sum 合计 of 人数 in 1/表 1 is 8; its rows (lines 6–7) add up to 7"},
		{"total holds", "类别 人数; 甲 3; 乙 4; 合计 7", ""},
		{"total of amounts in other units", "类别 金额; 甲 1.2亿元; 乙 3000万元; 合计 1.5亿元", ""},
		{"total in a smaller unit", "类别 金额; 甲 1.23亿元; 乙 3000万元; 合计 15312万元", ""},
		{"total of amounts in other units, off", "类别 金额; 甲 1.2亿元; 乙 3000万元; 合计 1.8亿元", "total-not-sum 合计 of 金额 in 1/表 1 is 1.8亿元; its rows (lines 6–7) add up to 1.5000"},
		{"total rounded", "类别 金额（万元）; 甲 1.24; 乙 2.24; 丙 3.24; 合计 6.7", ""},
		{"total off by more", "类别 金额（万元）; 甲 1.24; 乙 2.24; 合计 3.51", "total-not-sum 合计 of 金额 in 1/表 1 is 3.51; its rows (lines 6–7) add up to 3.48"},
		{"total before some of its rows", "行业 金额; 总计 103; 其中：农业 17; 采矿业 19; 制造业 60", ""},
		{"total of shares", "类别 人数 比例; 甲 1 33.33%; 乙 1 33.33%; 丙 1 33.33%; 合计 3 100%", ""},
		{"total of shares that lack one", "类别 比例; 甲 30.0%; 乙 40.0%; 合计 100%", "total-not-sum 合计 of 比例 in 1/表 1 is 100%; its rows (lines 6–7) add up to 70.0"},
		{"total of rates", "类别 就业率; 甲 90%; 乙 80%; 合计 85%", ""},
		{"total of means", "类别 人均工资; 甲 3; 乙 4; 合计 3.5", ""},
		{"total of what is about", "类别 人数; 甲 约100; 乙 50; 合计 153", ""},
		{"total that is about", "类别 人数; 甲 101; 乙 50; 合计 约150", ""},
		{"total far from what is about", "类别 人数; 甲 约1010; 乙 503; 丙 318; 合计 1893", "total-not-sum 合计 of 人数 in 1/表 1 is 1893; its rows (lines 6–8) add up to 1831"},
		{"total with a gap", "类别 人数; 甲 3; 乙 —; 合计 8", ""},
		{"total of a column of few numbers, rounded as the others", "类别 在册 待查; 甲 125 0; 乙 230 5; 丙 95 0; 丁 60 5; 戊 75 0; 己 80 0; 庚 65 0; 辛 70 0; 壬 75 0; 癸 85 0; 子 90 0; 丑 55 0; 合计 1105 15", ""},
		{"total of a selection", "部分专业情况表 >> 类别 人数; 甲 3; 乙 4; 合计 8", ""},
		{"total with its reason", "课题情况 >> 类别 人数; 甲 30; 乙 40; 合计 65 || 备注：合计已扣除重复的人。", ""},
		{"subtotals", "学院 专业 人数; 甲 一 3; _ 二 4; 小计 _ 8; 乙 三 5; _ 四 1; 小计 _ 6; 总计 _ 13",
			"total-not-sum 小计 of 人数 in 1/表 1 is 8; its rows (lines 6–7) add up to 7"},
		{"grand total", "学院 专业 人数; 甲 一 3; _ 二 4; 小计 _ 7; 乙 三 5; _ 四 1; 小计 _ 6; 总计 _ 15",
			"total-not-sum 总计 of 人数 in 1/表 1 is 15; its rows (lines 6–10) add up to 13"},
		{"subtotals of units", "毕业生专业分布 >> 学院 专业 人数; 机电学院 一 30; _ 二 40; 机电学院汇总 _ 70; 商贸学院 三 50; _ 四 10; 商贸学院汇总 _ 60 || 2023 届毕业生 130 人。", ""},
		{"grand total of an office", "部门 类别 件数; 书画部 绘画 1205; 书画部 书法 860; 书画部小计 _ 2065; 陶瓷部 瓷器 3310; 陶瓷部 陶器 940; 陶瓷部小计 _ 4250; 全馆总计 _ 6351",
			"total-not-sum 全馆总计 of 件数 in 1/表 1 is 6351; its rows (lines 6–10) add up to 6315"},
		{"rows that are sums", "类别 人数; 甲 7; 乙 3; 丙 4; 合计 7", ""},
		{"rounded to fives", "校区 在读 走读 合计; 甲 120 35 155; 乙 230 45 270; 丙 95 40 140; 丁 60 25 85; 戊 75 30 105; 己 80 35 115; 庚 65 20 85; 辛 70 10 80; 壬 75 15 90; 癸 85 25 110; 子 90 20 110; 丑 55 5 60", ""},
		{"row", "站点 技工 文员 合计; 甲 12 30 42; 乙 21 33 54; 丙 18 25 44", "total-not-sum 合计 of 丙 is 44; 18 + 25 = 43"},
		{"row of classes that overlap", "站点 职工数 其中技工 其中党员; 甲 42 12 30; 乙 54 21 40; 丙 44 18 28", ""},

		{"part", card + "1 导师人数 人 20; _ 其中：兼职导师人数 人 30; 2 专业数 个 4", "parts-exceed-whole 兼职导师人数 (30) is more than 导师人数 (20), of which it is a part"},
		{"part as large", card + "1 导师人数 人 20; _ 其中：兼职导师人数 人 20; 2 专业数 个 4", ""},
		{"part of another unit", card + "1 导师人数 人 20; _ 其中：导师课酬 万元 30; 2 专业数 个 4", ""},
		{"sub-row that is no part", card + "1 专业群数量 个 11; _ 专业数量 个 57; 2 课程数 门 4", ""},
		{"classes that overlap", card + "1 就业人数 人 10; _ 其中：A类：本地 人 9; _ B类：基层 人 8; 2 专业数 个 4", ""},
		{"industries", card + "1 就业人数 人 10; _ 其中：面向第一产业 人 1; _ 面向第二产业 人 2; _ 面向第三产业 人 3; 2 专业数 个 4",
			"parts-not-sum 就业人数 is 10; its parts add up to 6"},
		{"industries hold", card + "1 就业人数 人 6; _ 其中：面向第一产业 人 1; _ 面向第二产业 人 2; _ 面向第三产业 人 3; 2 专业数 个 4", ""},
		{"levels", card + "1 教学团队数 个 9; _ 其中：国家级数量 个 3; _ 省级数量 个 4; _ 校级数量 个 6; 2 课程数 门 400", "parts-not-sum 教学团队数 is 9; its parts add up to 13"},
		{"levels that are not all", card + "1 教学团队数 个 19; _ 其中：国家级数量 个 3; _ 省级数量 个 4; _ 校级数量 个 6; 2 课程数 门 400", ""},
		{"formula", card + "1 教职工总数 人 300; 2 专任教师总数 人 310; 3 月收入 元 4000", "parts-exceed-whole 专任教师 (310) is more than 教职工 (300), of which it is a part"},
		{"formula of people and industries", card + "1 毕业生就业人数 人 300; 2 毕业生面向三次产业就业人数 人 310; 3 月收入 元 4000", "parts-exceed-whole 面向三次产业就业 (310) is more than 就业 (300), of which it is a part"},
		{"people who go to companies", card + "1 毕业生就业人数 人 800; 2 毕业生人数 人 1200 || 2023 届毕业生到民营企业就业 950 人。", "parts-exceed-whole 到民营企业就业 (950 人) is more than 就业 (800), of which it is a part"},
		{"people of companies", card + "1 就业导师人数 人 80; 2 月收入 元 4000 || 企业就业导师 95 人。", ""},
		{"posts are no part of people", card + "1 教职工额定编制数 人 400; 2 教职工总数 人 310; 3 月收入 元 4000", ""},
		{"part in prose", card + "1 毕业生就业人数 人 800; 2 毕业生人数 人 1200 || 2023 届毕业生省内就业人数 950 人。", "parts-exceed-whole 省内就业 (950 人) is more than 就业 (800), of which it is a part"},
		{"growth is no part", "序号 指标 单位 2022年 2023年 同比增长; 1 培训人次 人 200 220 10; _ 其中：在线培训人次 人 20 60 200; 2 专业数 个 4 4 0", ""},

		{"rate", "专业 录取数 报到数 报到率; 甲 60 50 83.33%; 乙 70 66 94.29%; 丙 80 75 93.75%; 丁 90 81 80%",
			"rate-not-quotient 报到率 of 丁: 报到数 / 录取数 = 81 / 90 = 90.0%, printed 80%"},
		{"rate cut off", "专业 录取数 报到数 报到率; 甲 60 50 83.33%; 乙 70 66 94.28%; 丙 80 75 93.75%; 丁 90 85 94.44%", ""},
		{"mean of a column", "科室 床位数 出院人数 床均出院人数; 甲 50 1000 20.0; 乙 60 1500 25.0; 丙 70 2100 30.0; 丁 80 2000 35.0", "rate-not-quotient 床均出院人数 of 丁: 出院人数 / 床位数 = 2000 / 80 = 25.0, printed 35.0"},
		{"rate of something else", "专业 录取数 报到数 就业率; 甲 60 50 81%; 乙 70 66 92%; 丙 80 75 83%; 丁 90 85 94%", ""},
		{"rates of 100 % tell nothing", "专业 录取数 报到数 报到率; 甲 60 60 100%; 乙 70 70 100%; 丙 80 80 100%; 丁 90 85 80%", ""},
		{"rate with its quotient", "学历 就业率 升学率; 专科 80.00%（8/10） 50.00%（4/10）; 本科 90.00%（9/10） 40.00%（4/10）",
			"rate-not-quotient 升学率 of 专科: 4 / 10 = 40.00%, printed 50.00%"},
		{"rate with its quotient in wide signs", "学历 就业率 升学率; 专科 80.00％（8／10） 50.00％（4／10）; 本科 90.00%（9/10） 40.00%（4/10）",
			"rate-not-quotient 升学率 of 专科: 4 / 10 = 40.00%, printed 50.00%"},
		{"share", "去向 人数 比例; 甲 50 50%; 乙 30 30%; 丙 15 15%; 丁 5 8%", "share-not-of-total 比例 of 丁: 5 / 100 = 5.0%, printed 8%; the other shares are of that total"},
		{"share holds", "去向 人数 比例; 甲 50 50%; 乙 30 30%; 丙 15 15%; 丁 5 5%", ""},
		{"shares of several totals", "去向 人数 比例; 甲 50 50%; 乙 30 30%; 丙 15 15%; 丁 5 50%; 戊 4 40%", ""},
		{"shares swapped", "去向 人数 比例; 甲 500 50.0%; 乙 300 30.0%; 丙 120 8.0%; 丁 80 12.0%",
			"share-not-of-total 比例 of 丙 is 8.0% and of 丁 12.0%; of 1000 they are 12.0% and 8.0%: the two are swapped"},
		{"share in English", "Department Objects Share; Ships 184 46.0%; Maps 120 30.0%; Plans 64 16.0%; Photos 32 9.0%", "share-not-of-total Share of Photos: 32 / 400 = 8.0%, printed 9.0%; the other shares are of that total"},
		{"row total in English", "Branch Adults Children Total; Quay 214 96 310; Fort 152 73 225; Mill 81 42 128", "total-not-sum Total of Mill is 128; 81 + 42 = 123"},
		{"rate of few rows", "院区 发放份数 回收份数 回收率; 东 800 760 95.00%; 西 500 460 92.00%; 南 407 372 93.00%", "rate-not-quotient 回收率 of 南: 回收份数 / 发放份数 = 372 / 407 = 91.40%, printed 93.00%"},
		{"growth", "项目 2022年 2023年 增长率; 展览 40 52 30.00%; 外借 800 1000 25.00%; 办证 1250 1500 12.00%", "change-not-difference 增长率 of 办证: (1500 − 1250) / 1250 = 20.00%, printed 12.00%"},
		{"growth that half of the rows have", "项目 2022年 2023年 增长率; 展览 40 52 30.00%; 外借 800 1000 25.00%; 办证 1250 1500 12.00%; 咨询 100 110 5.00%", ""},
		{"growth that one of two rows has", "项目 2022年 2023年 增长率; 展览 40 52 30.00%; 办证 1250 1500 12.00%", "change-not-difference 增长率 of 办证: (1500 − 1250) / 1250 = 20.00%, printed 12.00%"},
		{"growth that falls", "项目 2022年 2023年 增长率; 展览 52 40 -23.08%; 外借 800 1000 25.00%; 办证 1250 1500 20.00%", ""},

		{"sentence", card + "1 在校生人数 人 900; 2 专业数 个 4 || 2023 年，学校在校生人数为 950 人。",
			"prose-contradicts-table 在校生人数 of 2023 is 950 人 here, and 900 人 in 1/表 1"},
		{"sentence agrees", card + "1 在校生人数 人 900; 2 专业数 个 4 || 学校在校生人数达 900 人。", ""},
		{"sentence of another year", card + "1 在校生人数 人 900; 2 专业数 个 4 || 2022 年，学校在校生人数为 950 人。", ""},
		{"sentence of a school year", card + "1 在校生人数 人 900; 2 专业数 个 4 || 2022-2023 学年，学校在校生人数为 950 人。", ""},
		{"sentence in a larger unit", card + "1 在校生人数 人 900; 2 专业数 个 4 || 学校在校生人数为 2 万人。", "prose-contradicts-table 在校生人数 of 2023 is 2 万人 here, and 900 人 in 1/表 1"},
		{"sentence with digits of a year", card + "1 在校生人数 人 12800; 2 专业数 个 4 || 学校在校生人数为 12021 人。", "prose-contradicts-table 在校生人数 of 2023 is 12021 人 here, and 12800 人 in 1/表 1"},
		{"sentence of a hospital", card + "1 编制床位数 张 1500; 2 手术台次 台次 2140 || 医院编制床位 1400 张，手术 2140 台次。", "prose-contradicts-table 编制床位数 of 2023 is 1400 张 here, and 1500 张 in 1/表 1"},
		{"sentence of an aim", card + "1 在校生人数 人 900; 2 专业数 个 4 || 学校力争在校生人数达到 950 人。", ""},
		{"sentence of a faculty", card + "1 在校生人数 人 900; 2 专业数 个 4 || 会计学院注重实践，在校生人数为 250 人。", ""},
		{"sentence of a group", card + "1 在校生人数 人 900; 2 专业数 个 4 || 扩招学生中，在校生人数为 250 人。", ""},
		{"sentence in other words", card + "1 专职辅导员人数 人 84; 2 专业数 个 4 || 学校现配备专职辅导员 48 人。", "prose-contradicts-table 专职辅导员人数 of 2023 is 48 人 here, and 84 人 in 1/表 1"},
		{"sentence of new ones", card + "1 专职辅导员人数 人 84; 2 专业数 个 4 || 学校新增专职辅导员 8 人。", ""},
		{"sentence of several years, counted", card + "1 授权专利数 项 84; 2 专业数 个 4 || 近 5 年共授权专利 480 项。", ""},
		{"sentence of what came", card + "1 专利授权数 项 84; 2 专业数 个 4 || 学校获奖 9 项，其中一等奖 2 项；新授权专利 48 项。", "prose-contradicts-table 专利授权数 of 2023 is 48 项 here, and 84 项 in 1/表 1"},
		{"sentence of several years", card + "1 专职辅导员人数 人 84; 2 专业数 个 4 || 学校近五年累计培训专职辅导员 480 人。", ""},
		{"amount of another year", card + "1 图书购置金额 万元 1327.45; 2 专业数 个 4 || 2022 年，学校购置图书 1327.45 万元。", "value-of-another-year 1327.45 万元 is said to be of 2022; 1/表 1 gives it for 2023"},
		{"small amount of another year", card + "1 培训项目数 项 61; 2 专业数 个 4 || 2022 年，学校培训项目 61 项。", ""},
		{"row", "2023 届去向 >> 去向 人数; 签三方协议 812; 继续深造 480; 参军入伍 28 || 2023 届毕业生中，签三方协议 821 人。", "prose-contradicts-table 签三方协议 of 2023 is 821 人 here, and 812 in 1/表 1"},
		{"row of a campus", "2023 年招生情况 >> 校区 招生人数; 东校区 812; 西校区 480 || 2023 年，东校区招生 821 人。", "prose-contradicts-table 东校区招生人数 of 2023 is 821 人 here, and 812 in 1/表 1"},
		{"rise of several years", "借阅情况 >> 年份 借阅人次; 2020 5200; 2021 5600; 2022 5400; 2023 6100 || 借阅人次连续三年增长。", "trend-contradicted 借阅人次连续三年增长: 借阅人次 is 5600 in 2021 and 5400 in 2022"},
		{"rise of the last two years", "借阅情况 >> 年份 借阅人次; 2020 5200; 2021 5600; 2022 5400; 2023 6100 || 近二年借阅人次持续增长。", ""},
		{"fall in the last two years", "借阅情况 >> 年份 借阅人次; 2020 5200; 2021 5600; 2022 6400; 2023 6100 || 近二年借阅人次持续增长。", "trend-contradicted 近二年借阅人次持续增长: 借阅人次 is 6400 in 2022 and 6100 in 2023"},
		{"rise of the last years", "借阅情况 >> 年份 借阅人次; 2020 5200; 2021 5600; 2022 5400; 2023 6100; 2024 6300 || 借阅人次连续两年增长。", ""},
		{"list counted in words", card + "1 毕业生人数 人 900; 2 专业数 个 4 || 全馆由三个馆区组成：城南馆、城北馆、河东馆、河西馆。", "list-not-count 三个 counted, 4 named"},
		{"list counted right in words", card + "1 毕业生人数 人 900; 2 专业数 个 4 || 全馆由四个馆区组成：城南馆、城北馆、河东馆、河西馆。", ""},
		{"row of another class", "2023 届去向 >> 去向 人数; 签三方协议 812; 继续深造 480; 参军入伍 28 || 2022 届毕业生中，签三方协议 821 人。", ""},
		{"sum of rows", "2023 届毕业生去向 >> 去向 人数 比例; 就业 60 60%; 升学 25 25%; 其他 15 15% || 2023 届毕业生共 110 人。", "prose-contradicts-table 毕业生 of 2023 is 110 人 here, and 100 in 1/表 1"},
		{"sum of rows of teachers", "2023 年专任教师职称 >> 职称 人数 占比; 教授 60 60%; 讲师 25 25%; 助教 15 15% || 2023 年专任教师共 110 人。", "prose-contradicts-table 专任教师 of 2023 is 110 人 here, and 100 in 1/表 1"},
		{"row of a group", "2023 年专任教师职称 >> 职称 人数 占比; 教授 60 60%; 讲师 25 25%; 助教 15 15% || 2023 年专任教师中讲师 52 人。", "prose-contradicts-table 讲师 of 2023 is 52 人 here, and 25 in 1/表 1"},
		{"row of another group", "2023 年专任教师职称 >> 职称 人数 占比; 教授 60 60%; 讲师 25 25%; 助教 15 15% || 2023 年兼职教师中讲师 52 人。", ""},
		{"sum of rows of what the title parts", "2023 年在编职工学历结构 >> 学历 人数 比例; 博士 6 5.00%; 硕士 54 45.00%; 本科 60 50.00% || 2023 年在编职工 128 人。", "prose-contradicts-table 在编职工 of 2023 is 128 人 here, and 120 in 1/表 1"},
		{"sum of rows of a short name", "2023 年船员学历结构 >> 学历 人数 比例; 博士 6 5.00%; 硕士 54 45.00%; 本科 60 50.00% || 2023 年船员共 128 人。", "prose-contradicts-table 船员 of 2023 is 128 人 here, and 120 in 1/表 1"},
		{"sum of rows of others", "2023 年在编职工学历结构 >> 学历 人数 比例; 博士 6 5.00%; 硕士 54 45.00%; 本科 60 50.00% || 2023 年编外职工 128 人。", ""},
		{"sum of rows of a column with a name", "2023 年各科室体检量 >> 科室 体检人次 占比; 内科 60 60%; 外科 25 25%; 眼科 15 15% || 2023 年共体检 110 人次。", "prose-contradicts-table 体检人次 of 2023 is 110 人次 here, and 100 人次 in 1/表 1"},
		{"sum of rows of others, with a name", "2023 年各科室体检量 >> 科室 体检人次 占比; 内科 60 60%; 外科 25 25%; 眼科 15 15% || 2023 年急诊共体检 110 人次。", ""},
		{"column with its counter in the name", "各园挂果情况 >> 园区 挂果株数; 北坡 1200; 河谷 2400; 合计 3600 || 全年挂果 3060 株。", "prose-contradicts-table 挂果株数 is 3060 here, and 3600 in 1/表 1"},
		{"column with another counter in the name", "各园挂果情况 >> 园区 挂果株数; 北坡 1200; 河谷 2400; 合计 3600 || 全年挂果 3060 箱。", ""},
		{"scale of an unknown unit", "年份 放流尾数（万尾）; 2022 5000; 2023 5400 || 2023 年放流尾数比 2022 年增长 500 万尾。", "change-not-difference 5400 − 5000 = 400, printed 500 万"},
		{"sum of rows, about", "2023 届毕业生去向 >> 去向 人数 比例; 就业 60 60%; 升学 25 25%; 其他 15 15% || 2023 届毕业生约 100 人。", ""},

		{"share in prose", "专业 录取数; 甲 60; 乙 40; 合计 100 || 本省考生 30 人，占录取人数的 25.3%。",
			"prose-rate of 录取人数: 30 人 / 100 = 30.0%, printed 25.3%"},
		{"share in prose holds", "专业 录取数; 甲 60; 乙 40; 合计 100 || 本省考生 30 人，占录取人数的 30%。", ""},
		{"share of a whole that the sentence gives", "专业 录取数; 甲 60; 乙 40; 合计 100 || 春季录取 50 人，其中本省考生 30 人，占录取人数的 60%。", ""},
		{"share of the wrong whole of a sentence", "专业 录取数; 甲 60; 乙 40; 合计 100 || 春季录取 50 人，其中本省考生 30 人，占录取人数的 30%。", "prose-rate of 录取人数: 30 人 / 50 人 = 60.0%, printed 30%"},
		{"part that bears the name of its whole", "专业 录取数; 甲 60; 乙 40; 合计 100 || 骨干教师 205 人，占教师总数的 41.00%。", ""},
		{"the next thing after a semicolon", "专业 录取数; 甲 60; 乙 40; 合计 100 || 馆藏图书 62.4 万册，其中中文图书 58.1 万册，占 93.11%；电子书 120 万册。", ""},
		{"a part after a semicolon that is none of more", "专业 录取数; 甲 60; 乙 40; 合计 100 || 馆藏图书 62.4 万册，其中中文图书 58.1 万册，外文图书 70.2 万册。", "parts-exceed-whole 外文图书 70.2 万册 is more than 62.4 万册, of which it is a part"},
		{"share of a whole that nobody names", "专业 录取数; 甲 60; 乙 40; 合计 100 || 本省考生 30 人，占全国考生的 1%。", ""},

		{"change", "年份 阅览人次; 2022 4000; 2023 4600 || 2023 年阅览人次比 2022 年增加 500 人次。", "change-not-difference 4600 − 4000 = 600, printed 500 人次"},
		{"change against another year", "年份 阅览人次; 2022 4000; 2023 4600 || 2023 年阅览人次比 2021 年增加 500 人次。", ""},
		{"points", "年份 报到率（%）; 2022 90.00; 2023 93.50 || 报到率较 2022 年上升 3.00 个百分点。", "change-not-difference 93.50 − 90.00 = 3.50, printed 3.00 个百分点"},
		{"points rounded", "年份 报到率（%）; 2022 90.00; 2023 93.02 || 报到率较 2022 年上升 3 个百分点。", ""},
		{"trend", "年份 阅览人次; 2021 4000; 2022 3600; 2023 4700 || 近三年阅览人次逐年增长。", "trend-contradicted 近三年阅览人次逐年增长: 阅览人次 is 4000 in 2021 and 3600 in 2022"},
		{"trend of a list", " || 近三年培训人次分别为 5200 人次、4900 人次和 5600 人次，逐年上升。", "trend-contradicted 逐年上升: 5200 人次 is followed by 4900 人次"},
		{"trend of bare numbers", " || 2021 年至 2023 年借阅率分别为 90.1%、92.3%、95.4%，呈逐年下降趋势。", "trend-contradicted 呈逐年下降: 90.1% is followed by 92.3%"},
		{"trend of a list holds", " || 2021 年至 2023 年借阅率分别为 90.1%、92.3%、95.4%，逐年上升。", ""},
		{"trend of a list, the latest first", " || 2023 年、2022 年、2021 年借阅率分别为 95.4%、92.3%、90.1%，逐年上升。", ""},
		{"deaths in ‰", " || 常住人口 10000 人，死亡 30 人，死亡率 3.0‰。", ""},
		{"deaths in ‰ that are not", " || 常住人口 10000 人，死亡 30 人，死亡率 3.3‰。", "rate-not-quotient 死亡率: 30 人 / 10000 人 = 3.0‰, printed 3.3‰"},
		{"trend of something else", "年份 阅览人次; 2021 4000; 2022 3600; 2023 4700 || 近三年阅览座位逐年增长。", ""},
		{"trend of three years", "年份 阅览人次; 2021 4000; 2022 3600; 2023 4700 || 三年来阅览人次持续增长。", "trend-contradicted 三年来阅览人次持续增长: 阅览人次 is 4000 in 2021 and 3600 in 2022"},
		{"every row", "各馆借阅情况 >> 分馆 借阅率; 东湖馆 96.10%; 西山馆 93.20%; 南城馆 95.00% || 各馆借阅率均在 95% 以上。", "rank-contradicted all are said to be 95% 以上; 借阅率 of 西山馆 is 93.20%"},
		{"every row holds", "各馆借阅情况 >> 分馆 借阅率; 东湖馆 96.10%; 西山馆 95.20%; 南城馆 95.00% || 各馆借阅率均在 95% 以上。", ""},
		{"every row of something else", "各馆借阅情况 >> 分馆 借阅率; 东湖馆 96.10%; 西山馆 93.20%; 南城馆 95.00% || 各馆设备完好率均在 95% 以上。", ""},
		{"rank", "分馆 阅览人次; 东湖馆 410; 西山馆 690; 南城馆 550 || 南城馆的阅览人次最多。", "rank-contradicted 南城馆的阅览人次最多: 南城馆 has 550, 西山馆 has 690"},
		{"rank of several", "分馆 阅览人次; 东湖馆 410; 西山馆 690; 南城馆 550 || 南城馆是阅览人次最多的分馆之一。", ""},

		{"rank among some", "分馆 阅览人次; 东湖馆 410; 西山馆 690; 南城馆 550 || 城区分馆中，南城馆的阅览人次最多。", ""},
		{"people outside", card + "1 在校生人数 人 900; 2 专业数 个 4 || 学校惠及全市在校生 5000 人。", ""},
		{"list in a cell", "赛事 级别 获奖情况; 2023年临海市船艺邀请赛 市级 一等奖2项，二等奖3项; 救援比武大会 市级 一等奖1项，二等奖4项 || 选手在 2023 年临海市船艺邀请赛中获奖 7 项。",
			"list-not-total 2023年临海市船艺邀请赛 is said to have 7 项; the list has 一等奖2项，二等奖3项, together 5"},
		{"list in a cell of a contest named before", "赛事 级别 获奖情况; 2023年临海市船艺邀请赛 市级 一等奖2项，二等奖3项; 救援比武大会 市级 一等奖1项，二等奖4项 || 2023 年临海市船艺邀请赛，我站选手共获奖 7 项。",
			"list-not-total 2023年临海市船艺邀请赛 is said to have 7 项; the list has 一等奖2项，二等奖3项, together 5"},
		{"list in a cell of which some are said", "赛事 级别 获奖情况; 2023年临海市船艺邀请赛 市级 一等奖2项，二等奖3项，优秀奖9项; 救援比武大会 市级 一等奖1项，二等奖4项 || 选手在 2023 年临海市船艺邀请赛中获二等奖以上 5 项。", ""},
		{"rows", "2023年新增市级非遗工坊名单 >> 序号 工坊 传承人; 1 陶艺坊 赵一; 2 木雕坊 钱二; 3 竹编坊 孙三 || 2023 年新增市级非遗工坊 5 家。", "rows-not-count 5 家 counted, 1/表 1 lists 3"},
		{"rows of some", "2023年新增市级非遗工坊（部分）名单 >> 序号 工坊 传承人; 1 陶艺坊 赵一; 2 木雕坊 钱二; 3 竹编坊 孙三 || 2023 年新增市级非遗工坊 5 家。", ""},
	}
	for _, tt := range tests {
		src := text(tt.table)
		if got := findings(audit.Run(parse(t, "", "r.txt", src))); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s\nfor\n%s", tt.name, got, tt.want, src)
		}
	}
}

// Each case is a paragraph. A want of "" means that there is nothing to say.
func TestSentences(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"parts", "选手获奖 12 项，其中一等奖 3 项、二等奖 4 项、三等奖 6 项。", "parts-not-sum 选手获奖 is 12 项; its parts add up to 13"},
		{"parts that are not all", "选手获奖 12 项，其中一等奖 3 项、二等奖 4 项。", ""},
		{"parts of one order that are too many", "招聘馆员 46 人，其中博士 12 人、硕士 27 人、本科 9 人。", "parts-not-sum 招聘馆员 is 46 人; its parts add up to 48"},
		{"parts of one order that are not all", "招聘馆员 46 人，其中博士 12 人、硕士 27 人。", ""},
		{"the rest bears the name", "举办展览 18 个，其中基本陈列 3 个、专题展览 9 个、其他展览 7 个。", "parts-not-sum 展览 is 18 个; its parts add up to 19"},
		{"a counter in brackets", "藏品 6315 件（套），其中一级品 38 件（套）、二级品 215 件（套）。", ""},
		{"men and women", "现有学员 300 人，其中男学员 120 人、女学员 170 人。", "parts-not-sum 学员 is 300 人; its parts add up to 290"},
		{"the rest", "支出 900 万元，其中能耗 300 万元、其他 500 万元。", "parts-not-sum 支出 is 900 万元; its parts add up to 800"},
		{"a part of more than all", "现有教师 300 人，其中女教师 310 人。", "parts-exceed-whole 女教师 310 人 is more than 300 人, of which it is a part"},
		{"another year in brackets", "接待读者 2310 人次（2022 年 2334 人次）。", ""},
		{"a sum in brackets of other things", "专业大类 10 个，其中国家级专业 16 个。", ""},
		{"together", "修复渡口 21 处、栈桥 30 处、水闸 14 处，共 66 处。", "parts-not-sum the sum is 66 处; its parts add up to 65"},
		{"together holds", "修复渡口 21 处、栈桥 30 处、水闸 14 处，共 65 处。", ""},
		{"share in tenths", "检验员 400 名，其中持证检验员 250 名，约占检验员总数的六成。", ""},
		{"share in tenths that is not", "检验员 400 名，其中持证检验员 350 名，约占检验员总数的六成。", "prose-rate of 检验员总数: 350 名 / 400 名 = 87.5%, printed 六成"},
		{"share", "检验员 400 名，其中持证检验员 300 名，占检验员总数的 65.00%。", "prose-rate of 检验员总数: 300 名 / 400 名 = 75.00%, printed 65.00%"},
		{"rate", "录取考生 600 人，报到 555 人，报到率 92.00%。", "rate-not-quotient 报到率: 555 人 / 600 人 = 92.50%, printed 92.00%"},
		{"rate of what was due", "应到船员 120 人，实到 105 人，出勤率 78.50%。", "rate-not-quotient 出勤率: 105 人 / 120 人 = 87.50%, printed 78.50%"},
		{"together in a counter of their own", "发放缆绳 21 捆、帆布 30 捆、油漆 14 捆，共计 66 捆。", "parts-not-sum the sum is 66; its parts add up to 65"},
		{"rate holds", "录取考生 600 人，报到 555 人，报到率 92.5%。", ""},
		{"ratio", "男孩 3000 人，女孩 2000 人，男女比例为 1.60。", "rate-not-quotient 3000 人 / 2000 人 = 1.50, printed 1.60"},
		{"ratio of any two", "医生 420 人，护士 630 人，医护比为 1:1.8。", "rate-not-quotient 420 人 / 630 人 = 0.7, printed 1:1.8"},
		{"kinds of patents", "申请专利 46 件，其中发明专利 11 件、实用新型专利 25 件、外观设计专利 14 件。", "parts-not-sum 申请专利 is 46 件; its parts add up to 50"},
		{"over two sentences", "录取考生 600 人。其中升学 240 人，占 45%。", "prose-rate 240 人 / 600 人 = 40.0%, printed 45%"},
		{"over two sentences, the first a call", "录取考生 600 人！其中升学 240 人，占 45%。", "prose-rate 240 人 / 600 人 = 40.0%, printed 45%"},
		{"over two sentences, holds", "录取考生 600 人。其中升学 240 人，占 40%。", ""},
		{"ratio cut off", "男孩 3120 人，女孩 2090 人，男女比例为 1.49。", ""},
		{"ratio with a colon", "男孩 3000 人，女孩 2000 人，男女比例为 1.5:1。", ""},
		{"ratio of two that it names", "男船员 960 人、女船员 480 人，男船员与女船员之比为 1.8:1。", "rate-not-quotient 960 人 / 480 人 = 2.0, printed 1.8:1"},
		{"ratio that weighs", "学生 9600 人、教师 475 人，学生与教师之比为 18.2:1。", ""},
		{"mean", "发放补贴 6000 元，惠及 20 户，户均 350 元。", "rate-not-quotient 6000 元 / 20 户 = 300.0, printed 350 元"},
		{"mean that is rounded", "发放补贴 0.61 万元，惠及 21 户，户均 290 元。", ""},
		{"mean of others", "发放补贴 6000 元，惠及 20 户，人均 120 元。", ""},
		{"prescribed mean", "投入 6000 元，学生 20 人，生均 350 元。", ""},
		{"prescribed ratio", "学生 3000 人，教师 200 人，生师比为 16.2。", ""},
		{"all shares", "市内货源占 81%，市外货源占 17%。", "shares-not-whole 81% + 17%, and these are all: together 98%"},
		{"some shares", "本市货源占 61%，邻省货源占 17%。", ""},
		{"two rates", "男生就业率占 81%，女生就业率占 87%。", ""},
		{"change", "巡查 2610 车次，比上年增加 286 车次（2022 年 2334 车次）。", "change-not-difference 2610 − 2334 = 276, printed 286"},
		{"change of what was done", "收粮 900 吨，同比多收 80 吨，上年同期为 800 吨。", "change-not-difference 900 吨 − 800 吨 = 100, printed 80 吨"},
		{"change downwards", "巡查 2310 车次，比上年减少 24 车次（2022 年 2334 车次）。", ""},
		{"growth", "收入由 2022 年的 400 万元增加到 2023 年的 500 万元，增长 20%。", "change-not-difference (500 万元 − 400 万元) / 400 万元 = 25.0%, printed 20%"},
		{"growth holds", "收入由 2022 年的 400 万元增加到 2023 年的 500 万元，增长 25%。", ""},
		{"points", "合格率 88.40%，比去年提高 1.30%。", "points-as-percent 88.40% is a share; its change of 1.30% may be in points"},
		{"percent of an amount", "培训收入 682 万元，较上一年度增加 2.05%。", ""},
		{"names", "工坊开设陶艺、木雕、剪纸、刺绣、竹编 4 门手艺课。", "list-not-count 5 are named, 4 门 counted"},
		{"names and others", "工坊开设陶艺、木雕、剪纸、刺绣、竹编等 9 门手艺课。", ""},
		{"names of fewer", "与渝城、川东、黔北 5 所院校合作办学。", ""},
		{"parts that leave some out", "藏书 10 万册，其中文学类 3 万册、社科类 4 万册、科技类 2.6 万册。", ""},
		{"prizes that leave some out", "选手获奖 30 项，其中一等奖 5 项、二等奖 9 项、三等奖 14 项。", ""},
		{"parts that overlap", "馆员 1000 人，其中骨干馆员 500 人、党员馆员 400 人、女馆员 150 人。", ""},
		{"a rate of a wider part", "毕业生 900 人，就业 600 人，升学 240 人，就业率 93.3%。", ""},
		{"a size in brackets", "占地 300 亩（建筑面积 12 万平方米）。", ""},
		{"names of other things", "培育示范课程、教学名师及团队 1 项。", ""},
		{"names after a colon", "新设共同体 4 个：汽车测试共同体、检测装备共同体、化工共同体。", "list-not-count 4 个 counted, 3 named"},
		{"conversion", "苗圃占地 1200 亩（合 8 万平方米）。", "conversion-wrong 1200 亩 is 80.00 万平方米, printed 8 万平方米"},
		{"conversion rounded", "苗圃占地 1200 亩（合 80 万平方米）。", ""},
		{"translation", "馆藏图书 86.5 万册。\n\nThe library holds 8,650,000 volumes.", "conversion-wrong 86.5 万册 is 865000.00 volumes, not 8,650,000 volumes"},
		{"translation holds", "馆藏图书 86.5 万册。\n\nThe library holds 865,000 volumes.", ""},
		{"two sentences", "2023 年举办心理健康讲座 34 场。\n\n全年平稳。2023 年举办心理健康讲座 19 场。", "prose-contradicts-prose 心理健康讲座 of 2023 is 19 场 here, and 34 场 in line 5"},
		{"new ones in a list", "2023 年立项国家级课题 2 项、省级课题 15 项。\n\n2023 年立项省级课题 76 项。", "prose-contradicts-prose 立项省级课题 of 2023 is 76 项 here, and 15 项 in line 5"},
		{"new ones in a list, and all", "2023 年新增国家级名师 2 人、省级名师 5 人。\n\n2023 年共有省级名师 17 人。", ""},
		{"new and present", "2023 年新增省级名师 3 人。\n\n2023 年现有省级名师 17 人。", ""},
		{"about", "与 300 多家企业签约合作。\n\n目前签约合作企业 187 家。", "prose-contradicts-prose 签约合作企业 is 187 家 here, and 300 多家 in line 5"},
		{"about holds", "与 300 多家企业签约合作。\n\n目前签约合作企业 317 家。", ""},
		{"teachers and students", "学生参加竞赛，获得竞赛奖项 9 项。\n\n教师参加竞赛，获得竞赛奖项 7 项。", ""},
	}
	for _, tt := range tests {
		src := "某馆年度报告\n\n1 概况\n\n" + tt.text + "\n"
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
	if problems.HasErrors() {
		t.Fatalf("%v: %d tables in\n%s", problems, len(doc.Tables), src)
	}
	return []*report.Document{doc}
}

func findings(all []audit.Finding) string {
	var lines []string
	for _, f := range all {
		lines = append(lines, f.Rule+" "+f.Message.String())
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

// Reports of several institutions are no contradictions, whether their names or
// their titles tell them apart.
func TestInstitutions(t *testing.T) {
	const card = "%s年度报告\n\n1 概况\n\n表 1：计分卡\n\n序号\t指标\t单位\t2023年\n1\t毕业生人数\t人\t%d\n2\t专业总数\t个\t4\n"
	const inOne = "名称：河西学院(10002)\n\n序号\t指标\t单位\t2023年\n1\t毕业生人数\t人\t870\n2\t专业总数\t个\t4\n"
	first := strings.Replace(fmt.Sprintf(card, "河东学院", 61), "计分卡\n", "计分卡\n\n名称：河东学院(10001)\n", 1)
	if got := findings(audit.Run(parse(t, "", "a.txt", first+"\n"+inOne))); got != "" {
		t.Errorf("one report: got %s", got)
	}
	for _, names := range [][2]string{{"河东", "河西"}, {"", ""}} {
		docs := append(parse(t, names[0], "a.txt", fmt.Sprintf(card, "河东学院", 61)), parse(t, names[1], "b.txt", fmt.Sprintf(card, "河西学院", 1470))...)
		if got := findings(audit.Run(docs)); got != "" {
			t.Errorf("%q: got %s", names, got)
		}
	}
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
