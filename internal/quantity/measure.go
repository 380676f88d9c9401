package quantity

import (
	"slices"
	"strings"

	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/regexp"
)

// Adds reports whether values of a measure can be added up, by its name and its
// unit, which may be empty; if not, what they are: rates, averages, ranks. Shares
// of one whole add up, and a column of percentages can be that: whole says that
// the values make a hundred.
func Adds(name, unit string, whole bool) (what message.Format, ok bool) {
	if Identifies(name) {
		return "names", false
	}
	name = bare(name)
	for _, m := range measures {
		if m.pattern.MatchString(name) {
			return m.what, false
		}
	}
	if slices.Contains(shareUnits, unit) && changeName.MatchString(name) {
		return "rates", false
	}
	if slices.Contains(shareUnits, unit) || shareName.MatchString(name) && unit == "" {
		return "percentages that make no whole", whole
	}
	if slices.Contains(ratioUnits, unit) || strings.Contains(unit, "/") {
		return "ratios", false
	}
	return "", true
}

// Identifies reports whether the numbers of a column of that name name things and
// measure nothing: years, codes, project numbers.
func Identifies(name string) bool {
	name = bare(name)
	return notation.Codes(name) || identifier.MatchString(name)
}

var identifier = regexp.MustCompile(`(序号|年份|年度|学年|年级|届别|日期|月份|(立项|结项|毕业|入学|入职|获批|获奖|成立|创办|建校|建成|出版|发表|授权|申请|起始|开始|结束|终止|启用|认定|批准|开办|设立)年|^(年|月|届|级|号))$|\b(id|code|year|date|zip|phone|telephone|(project|grant|patent|serial|account) (number|no\.?))$`)

// bare is a name in small letters without what is around its words: years, units
// in brackets, blanks.
func bare(name string) string {
	return strings.ToLower(around.ReplaceAllString(notation.WithoutYears(fold(name)), ""))
}

var around = regexp.MustCompile(`[(（][^()（）]*[)）]|[\s_:]+$|^[\s_]+`)

var (
	shareUnits = []string{"%", "‰", "percent", "per cent", "成"}
	shareName  = regexp.MustCompile(`(占比|比例|比重|份额|百分比)|\b(shares?|percent|percentage|proportion)\b`)
	changeName = regexp.MustCompile(`(增长|增减|增加|减少|变化|变动|涨跌)$|\b(change|increase|decrease|gain)$`)
	ratioUnits = []string{":", "百分点", "个百分点", "percentage points", "percentage point", "倍", "岁", "℃", "°C", "名次", "位次"}
)

// measures are the names of what has no sum.
var measures = []struct {
	what    message.Format
	pattern *regexp.Regexp
}{
	{"averages", regexp.MustCompile(`平均|均值|均分|中位|众数|(人|生|师|户|班|校|亩|院|日|月|年|项|件|次)均|每(名|个|所|位)?(学生|教师|人|生|师|户|班|亩|平方米|百|千|万)|\b(average|avg|mean|median|per (student|teacher|head|capita|person|graduate|class|100|1000|1,000))\b`)},
	{"prices", regexp.MustCompile(`(单价|价格|均价|售价|房价|油价|定价|报价|原价|现价|收费标准|单位成本)$|\b(prices?|unit cost|fee per \w+)$`)},
	{"ranks", regexp.MustCompile(`(排名|名次|位次|排位|排序)$|\b(rank|ranking|position)$`)},
	{"rates", regexp.MustCompile(`(率|同比|环比|同比增长|环比增长|增幅|增速|涨幅|降幅|满意度|达成度|指数|系数|密度|浓度|温度|湿度|强度|速度|折扣)$|\b(rates?|growth|index|satisfaction|density|temperature|speed|yield|margin|cagr|yoy)$`)},
	{"ratios", regexp.MustCompile(`(之比|比值|[^占对类评]比|倍数)$|^比$|\bratio$`)},
	{"extremes", regexp.MustCompile(`^(最高|最低|最大|最小)|(最高分|最低分|最高值|最低值|最大值|最小值|分数线)$|^(highest|lowest|maximum|minimum|max|min)\b`)},
	{"ages", regexp.MustCompile(`年龄$|\bage$`)},
}
