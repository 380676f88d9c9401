package lint

import (
	"charts/internal/message"
)

// A Rule is one way in which a figure can mislead though its spec is sound.
type Rule struct {
	Name    string
	Doc     string         // what breaks it
	Why     string         // the reason
	Fix     message.Format // what to do
	Example string         // a figure that breaks it
	check   func(*view)    // nil where a rule looks at several figures
}

// Rules are all of them, in the order of the manual.
var Rules = []Rule{
	{"stacked-rates", "rates, averages or ratios stand on one another", "they have no sum, so the height of the stack says nothing",
		"leave stack out, or stack the amounts", "报到率 of two campuses with stack: true", stackedRates},
	{"unweighted-average", "SQL takes the average of rates or averages", "each group counts alike, however large it is",
		"divide the sums: sum(registered) * 100.0 / sum(admitted)", "avg(报到率) over 专业", unweightedAverage},
	{"total-as-part", "a total is drawn as one of its parts", "the whole counts twice, and all shares are too small",
		"leave the total out with where", "学生 of 190 beside 专科 of 40, 本科 of 100 and 硕士 of 50 in a donut", totalAsPart},
	{"time-order", "times do not run from the earliest to the latest", "a rise looks like a fall",
		"write sort: and the column of the times", "columns of 2021, 2023, 2022", timeOrder},
	{"uneven-time", "columns of equal distance stand for times of unequal distance", "a change of many years looks like one of a single year",
		"use chart: line, which spaces times as they are, or read the years between", "columns of 2010, 2020, 2021", unevenTime},
	{"line-without-sequence", "a line joins categories that have no order", "it shows a course where there is none",
		"use chart: column or bar", "a line over the names of faculties", lineWithoutSequence},
	{"combo-same-unit", "the line of a combo has the unit of the columns, and an axis of its own", "two heights look comparable and are not",
		"draw both as columns, or both as lines", "录取数 as columns, 报到数 as a line", comboSameUnit},
	{"too-many-parts", "seven or more slices, stacked parts or series", "nobody can tell so many apart or compare them",
		"use chart: bar, fold the small ones with top:, or point at some with highlight:", "a donut of nine 去向", tooManyParts},
	{"trend-contradicted", "a title, note or annotation says that the values rise or fall, and they do not", "a reader believes the words",
		"mend the words, or show the values that they are about", "title: 就业率逐年上升 over 95, 93, 96", trendContradicted},
	{"rank-contradicted", "a title, note or annotation calls a category the first or the last, and another is", "a reader believes the words",
		"mend the words", "title: 升学人数最多 where 就业 has more", rankContradicted},
	{"number-contradicted", "a title, note or annotation gives a category another number than the data", "one of the two is wrong",
		"take the number of the data, or leave it out", "note: 升学 2496 人 beside a bar of 2469", numberContradicted},
	{"year-contradicted", "the title names a year that the data is not of", "the figure is of another year",
		"mend the title, or read the column of that year", "title: 2022 年服务收入 over the column 2023年", yearContradicted},
	{"typed-reference", "a reference line has a typed number that the data gives", "it stays when the data changes",
		"write mean or median in its place, or point at the mark with highlight:", "reference: {value: 92.5, label: 平均} over values whose mean is 92.5", typedReference},
	{"small-text", "text is under 7 pt once the picture has the width of a page", "it cannot be read in print",
		"make the picture as wide as it is printed: size: 150mm", "size: 300mm", smallText},
	{"colors-alike", "two of the colours of colors: cannot be told apart, or one can hardly be seen", "the legend does not say which is which",
		"make one of them lighter or darker", "colors: {男: \"#1f77b4\", 女: \"#1f78b0\"}", colorsAlike},
	{"no-unit", "amounts of money, area, length or time have no unit", "10 may be 10 元 or 10 万元",
		"write unit: million yuan", "value: 经费 from a column without a unit", noUnit},
	{"fractions-as-percent", "unit: \"%\" is written over parts of one", "0.45 reads as less than half a percent",
		"multiply by 100 with sql, or leave unit out", "unit: \"%\" over 0.45 and 0.9 from a column without a unit", fractionsAsPercent},
	{BareCard, "a card has a number, and nothing beside it", "nobody can tell whether it is much or little; this is a note",
		"give compare, trend, target, among or limits", "满意度 of 100 %, without last year's", nil},
	{TitleLabel, "the title of a figure of a page names what is shown, and says nothing of it", "who looks for ten seconds learns nothing; this is a note",
		"write what the data says, with its numbers by their names: title: Further study rises to {value}", "title: 2022 年和 2023 年学生升学情况", nil},
	{differ, "two figures of the project give one cell of a report different values", "one of them is wrong",
		"read the cell in both in the same way", "2469 in one figure, 24690 in another, both of line 287", nil},
}
