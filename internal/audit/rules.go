package audit

// A Rule is one way in which reports can contradict themselves.
type Rule struct {
	Name     string
	Severity string // the usual one
	Doc      string // one line
	Example  string
	Chinese  string // Doc in Chinese, for the list to hand round
}

// Rules are all of them, in the order of help.
var Rules = []Rule{
	{"note-contradicts-cell", Error, "a note under a table gives another number than the row it names", "the row 毕业生人数 says 6110, 备注：毕业生人数 6393 人", "表下备注与所指的行不一致"},
	{"same-indicator-differs", Conflict, "two tables give one indicator different values", "毕业生人数 of 2023 is 6110 in one table and 6393 in another", "两表给出的同一指标不同"},
	{"prose-contradicts-table", Conflict, "a sentence gives another value than the table", "学校配备专职辅导员 48 人; the card says 84", "正文与表格不一致"},
	{"prose-contradicts-prose", Conflict, "two sentences give one thing different values", "2023 年举办讲座 34 场 in one section, 19 场 in another", "两处正文说法不一致"},
	{"value-of-another-year", Conflict, "one amount, to the last digit, stands under two years", "2022 年购置图书 1327.45 万元; the card gives that amount for 2023", "同一金额写在两个年份下"},
	{"total-not-sum", Error, "a total is not the sum of its rows or columns", "合计 1414 where 803 + 601 = 1404", "合计不等于各项之和"},
	{"parts-not-sum", Error, "parts that are complete do not add up to the whole", "获奖 12 项，其中一等奖 3 项、二等奖 4 项、三等奖 6 项", "各部分之和与总数不符"},
	{"list-not-total", Conflict, "the numbers listed in a cell do not add up to what a sentence says", "一等奖 6 项，二等奖 9 项，三等奖 14 项 in a cell, 获奖 31 项 in a sentence", "单元格所列之和与正文不符"},
	{"shares-not-whole", Error, "shares that name all do not make 100 %", "省内占 81%，省外占 17%", "各占比之和不是 100%"},
	{"rate-not-quotient", Error, "a rate is not the quotient that it is said or shown to be", "录取 549 人，报到 508 人，报到率 92.35%", "比率不等于相除所得"},
	{"share-not-of-total", Error, "a share is not of the total that the other shares are of", "a share of 6.0% beside 30 of 1000; two shares swapped", "占比与其他行的总数不合"},
	{"prose-rate", Conflict, "a share in a sentence is not of the whole that it names", "142 人，占专任教师总数的 25.00% where there are 508", "正文的占比与所说的总数不合"},
	{"change-not-difference", Error, "a change is not the difference of the two values", "2610 人次，比上年增加 286 人次（2022 年 2334 人次）", "增减与两个数之差不符"},
	{"points-as-percent", Doubt, "a change of a share is given in %, not in points", "合格率 88.40%，比去年提高 1.30%", "比率的变化写成了百分数，疑应为百分点"},
	{"parts-exceed-whole", Error, "a part is larger than its whole", "专任教师 412 人, 双师素质专任教师 430 人", "部分大于整体"},
	{"list-not-count", Error, "more or fewer things are named than counted", "茶艺、插花、书法、国画、古琴 4 门选修课", "列出的个数与所说的数目不符"},
	{"rows-not-count", Conflict, "a table lists another number of rows than a sentence counts", "新增示范课程 6 门 above a list of 5", "表中行数与正文所说的数目不符"},
	{"trend-contradicted", Conflict, "the numbers do not rise or fall as a sentence says", "逐年上升 of 5200, 4900, 5600", "数字与所说的趋势不符"},
	{"rank-contradicted", Conflict, "another row is the first or the last, or one is below what all are said to be", "东湖区的培训人次最多 where 西山区 has more", "数字与所说的名次或下限不符"},
	{"conversion-wrong", Error, "a quantity is not the other one converted, or translated", "1200 亩（合 8 万平方米）; 86.5 万册 and 8,650,000 volumes", "换算或译文的数量不符"},
	{"copied-row", Doubt, "a row of numbers stands under another year or subject, too", "a class has the same 17, 29 and 95.83% in two years", "同一行数字出现在另一年或另一对象下"},
	{"year-on-year-jump", Doubt, "an indicator is many times that of the year before", "60 in one report, 600 in the next", "与上年相差数倍"},
}
