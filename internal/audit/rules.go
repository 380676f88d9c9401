package audit

import "charts/internal/message"

// A Rule is one way in which reports can contradict themselves.
type Rule struct {
	Name     string
	Severity string         // the usual one
	Doc      message.Format // one line
	Example  string
}

// Rules are all of them, in the order of help.
var Rules = []Rule{
	{"note-contradicts-cell", Error, "a note under a table gives another number than the row it names", "the row 毕业生人数 says 6110, 备注：毕业生人数 6393 人"},
	{"same-indicator-differs", Conflict, "two tables give one indicator different values", "毕业生人数 of 2023 is 6110 in one table and 6393 in another"},
	{"prose-contradicts-table", Conflict, "a sentence gives another value than the table", "学校配备专职辅导员 48 人; the card says 84"},
	{"prose-contradicts-prose", Conflict, "two sentences give one thing different values", "2023 年举办讲座 34 场 in one section, 19 场 in another"},
	{"value-of-another-year", Conflict, "one amount, to the last digit, stands under two years", "2022 年购置图书 1327.45 万元; the card gives that amount for 2023"},
	{"total-not-sum", Error, "a total is not the sum of its rows or columns", "合计 1414 where 803 + 601 = 1404"},
	{"parts-not-sum", Error, "parts that are complete do not add up to the whole", "获奖 12 项，其中一等奖 3 项、二等奖 4 项、三等奖 6 项"},
	{"list-not-total", Conflict, "the numbers listed in a cell do not add up to what a sentence says", "一等奖 6 项，二等奖 9 项，三等奖 14 项 in a cell, 获奖 31 项 in a sentence"},
	{"shares-not-whole", Error, "shares that name all do not make 100%%", "省内占 81%，省外占 17%"},
	{"rate-not-quotient", Error, "a rate is not the quotient that it is said or shown to be", "录取 549 人，报到 508 人，报到率 92.35%"},
	{"share-not-of-total", Error, "a share is not of the total that the other shares are of", "a share of 6.0% beside 30 of 1000; two shares swapped"},
	{"prose-rate", Conflict, "a share in a sentence is not of the whole that it names", "142 人，占专任教师总数的 25.00% where there are 508"},
	{"change-not-difference", Error, "a change is not the difference of the two values", "2610 人次，比上年增加 286 人次（2022 年 2334 人次）"},
	{"points-as-percent", Doubt, "a change of a share is given in %%, not in points", "合格率 88.40%，比去年提高 1.30%"},
	{"parts-exceed-whole", Error, "a part is larger than its whole", "专任教师 412 人, 双师素质专任教师 430 人"},
	{"list-not-count", Error, "more or fewer things are named than counted", "茶艺、插花、书法、国画、古琴 4 门选修课"},
	{"rows-not-count", Conflict, "a table lists another number of rows than a sentence counts", "新增示范课程 6 门 above a list of 5"},
	{"trend-contradicted", Conflict, "the numbers do not rise or fall as a sentence says", "逐年上升 of 5200, 4900, 5600"},
	{"rank-contradicted", Conflict, "another row is the first or the last, or one is below what all are said to be", "东湖区的培训人次最多 where 西山区 has more"},
	{"conversion-wrong", Error, "a quantity is not the other one converted, or translated", "1200 亩（合 8 万平方米）; 86.5 万册 and 8,650,000 volumes"},
	{"copied-row", Doubt, "a row of numbers stands under another year or subject, too", "a class has the same 17, 29 and 95.83% in two years"},
	{"year-on-year-jump", Doubt, "an indicator is many times that of the year before", "60 in one report, 600 in the next"},
}
