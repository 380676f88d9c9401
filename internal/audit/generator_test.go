package audit_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
)

// Where a number of a generated report is tied to others.
const (
	inTable    = "inside a table"
	inSentence = "inside a sentence"
	between    = "between places"
)

// A tied number of a generated report: any change of it breaks a tie.
type tied struct {
	where string
	kind  string
	text  string
}

// A draft is a report in the making. Its numbers that are tied stand as \x00i\x00.
type draft struct {
	strings.Builder
	*rand.Rand
	tied   []tied
	tables int
}

// num writes a tied number.
func (d *draft) num(where, kind, text string) string {
	d.tied = append(d.tied, tied{where, kind, text})
	return fmt.Sprintf("\x00%d\x00", len(d.tied)-1)
}

func (d *draft) pick(n int, words string) []string {
	all := strings.Fields(words)
	d.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all[:n]
}

func (d *draft) between(low, high int) int { return low + d.IntN(high-low) }

func (d *draft) caption(title string) {
	d.tables++
	fmt.Fprintf(d, "表 %d：%s\n\n", d.tables, title)
}

func (d *draft) row(cells ...string) { d.WriteString(strings.Join(cells, "\t") + "\n") }

// text is the report, with the number i changed to other where i is not -1.
func (d *draft) text(i int, other string) string {
	parts := strings.Split(d.String(), "\x00")
	for k := 1; k < len(parts); k += 2 {
		n, _ := strconv.Atoi(parts[k])
		if parts[k] = d.tied[n].text; n == i {
			parts[k] = other
		}
	}
	return strings.Join(parts, "")
}

// changed is a number with one digit changed so that it is far enough off to be
// no rounding.
func (d *draft) changed(text string) string {
	digits := []byte(text)
	var at []int
	for i, c := range digits {
		if '0' <= c && c <= '9' {
			at = append(at, i)
		}
	}
	last := len(at)
	if strings.ContainsAny(text, ".") {
		last = max(1, len(at)-1)
	}
	i := at[d.IntN(last)]
	for {
		c := byte('0' + d.IntN(10))
		if c != digits[i] && (c != '0' || i != at[0]) {
			digits[i] = c
			return string(digits)
		}
	}
}

func rate(part, whole int) string { return fmt.Sprintf("%.2f%%", float64(part)/float64(whole)*100) }

const (
	depots   = "城北站 河湾站 东塘站 柳林站 石桥站 望江站 青坪站 南岭站 双溪站 枫树站"
	subjects = "土壤检测 水质检测 噪声检测 食品检测 建材检测 药品检测 纺织检测 辐射检测"
	crafts   = "陶艺 木雕 剪纸 皮影 刺绣 竹编 面塑 篆刻 蜡染 漆器"
	goods    = "小麦种子 玉米种子 水稻种子 大豆种子 油菜种子 棉花种子"
)

// sections write ties of all kinds, each with other words and numbers.
var sections = []func(*draft){
	sumTable, groupTable, rowTable, shareTable, rateTable, growthTable, yearTable,
	genders, shareSentence, changeSentence, growthSentence, ratioSentence, complementSentence, jointSentence, namesSentence, areaSentence, rateSentence, restSentence, phrases,
	cardTwice, cellTwice, totalTwice, saidTwice, changeOfTable, columnTwice, prizes, roll, sumSaid, shareElsewhere,
}

func sumTable(d *draft) {
	d.caption("各站接待量")
	d.row("站点", "接待人次", "运行费用（万元）")
	people, cost := 0, 0
	for _, name := range d.pick(d.between(3, 8), depots) {
		p, c := d.between(120, 4800), d.between(1000, 90000)
		people, cost = people+p, cost+c
		d.row(name, d.num(inTable, "sum", strconv.Itoa(p)), d.num(inTable, "sum", fmt.Sprintf("%.2f", float64(c)/100)))
	}
	d.row("合计", d.num(inTable, "sum", strconv.Itoa(people)), d.num(inTable, "sum", fmt.Sprintf("%.2f", float64(cost)/100)))
}

func groupTable(d *draft) {
	d.caption("仓位分布")
	d.row("片区", "站点", "仓位数")
	all := 0
	for i, names := range [][]string{d.pick(3, depots)[:2], d.pick(4, crafts)[:3]} {
		sum := 0
		for k, name := range names {
			n := d.between(21, 330)
			sum += n
			d.row([]string{[]string{"甲片区", "乙片区"}[i], ""}[min(k, 1)], name, d.num(inTable, "group", strconv.Itoa(n)))
		}
		d.row("小计", "", d.num(inTable, "subtotal", strconv.Itoa(sum)))
		all += sum
	}
	d.row("总计", "", d.num(inTable, "grand total", strconv.Itoa(all)))
}

func rowTable(d *draft) {
	d.caption("分站人员构成")
	d.row("站点", "技工", "文员", "司机", "合计")
	for _, name := range d.pick(d.between(4, 8), depots) {
		a, b, c := d.between(21, 180), d.between(15, 90), d.between(11, 60)
		d.row(name, d.num(inTable, "row", strconv.Itoa(a)), d.num(inTable, "row", strconv.Itoa(b)), d.num(inTable, "row", strconv.Itoa(c)), d.num(inTable, "row total", strconv.Itoa(a+b+c)))
	}
}

func shareTable(d *draft) {
	d.caption("样品来源")
	d.row("来源", "样品数", "占比")
	names := d.pick(d.between(4, 7), subjects)
	counts, sum := make([]int, len(names)), 0
	for i := range names {
		counts[i] = d.between(60, 900)
		sum += counts[i]
	}
	for i, name := range names {
		d.row(name, d.num(inTable, "count of share", strconv.Itoa(counts[i])), d.num(inTable, "share", rate(counts[i], sum)))
	}
	d.row("合计", d.num(inTable, "sum of shares", strconv.Itoa(sum)), "100%")
}

func rateTable(d *draft) {
	d.caption("送检合格情况")
	d.row("类别", "送检批次数", "合格批次数", "合格率")
	for _, name := range d.pick(d.between(4, 8), subjects) {
		whole := d.between(150, 900)
		part := whole - d.between(5, 90)
		d.row(name, d.num(inTable, "whole", strconv.Itoa(whole)), d.num(inTable, "part", strconv.Itoa(part)), d.num(inTable, "rate", rate(part, whole)))
	}
}

func growthTable(d *draft) {
	d.caption("出库量变化")
	d.row("品种", "2022 年", "2023 年", "同比增长")
	for _, name := range d.pick(d.between(4, 6), goods) {
		a := d.between(500, 4000)
		b := a + d.between(40, 900)
		d.row(name, d.num(inTable, "before", strconv.Itoa(a)), d.num(inTable, "after", strconv.Itoa(b)), d.num(inTable, "growth", rate(b-a, a)))
	}
}

func yearTable(d *draft) {
	d.caption("历年受理情况")
	d.row("年份", "受理件数", "办结件数", "办结率")
	for y := 2019; y < 2024; y++ {
		whole := d.between(900, 5000)
		part := whole - d.between(20, 400)
		d.row(strconv.Itoa(y), d.num(inTable, "whole of year", strconv.Itoa(whole)), d.num(inTable, "part of year", strconv.Itoa(part)), d.num(inTable, "rate of year", rate(part, whole)))
	}
}

func genders(d *draft) {
	a, b := d.between(120, 900), d.between(120, 900)
	fmt.Fprintf(d, "技校现有学员 %s 人，其中男学员 %s 人、女学员 %s 人。\n", d.num(inSentence, "whole", strconv.Itoa(a+b)),
		d.num(inSentence, "part", strconv.Itoa(a)), d.num(inSentence, "part", strconv.Itoa(b)))
}

func shareSentence(d *draft) {
	whole := d.between(300, 900)
	part := whole - d.between(40, 200)
	fmt.Fprintf(d, "站里共有检验员 %s 名，其中持证检验员 %s 名，占检验员总数的 %s。\n", d.num(inSentence, "whole of share", strconv.Itoa(whole)),
		d.num(inSentence, "part of share", strconv.Itoa(part)), d.num(inSentence, "share", rate(part, whole)))
}

func changeSentence(d *draft) {
	a, c := d.between(2000, 9000), d.between(110, 900)
	fmt.Fprintf(d, "夜间巡查 %s 车次，比上年减少 %s 车次（2022 年 %s 车次）。\n", d.num(inSentence, "after", strconv.Itoa(a)),
		d.num(inSentence, "change", strconv.Itoa(c)), d.num(inSentence, "before", strconv.Itoa(a+c)))
}

func growthSentence(d *draft) {
	a := d.between(300, 2000)
	b := a + d.between(30, 400)
	fmt.Fprintf(d, "检测收入由 2022 年的 %s 万元增加到 2023 年的 %s 万元，增长 %s。\n", d.num(inSentence, "before of growth", strconv.Itoa(a)),
		d.num(inSentence, "after of growth", strconv.Itoa(b)), d.num(inSentence, "growth", rate(b-a, a)))
}

func ratioSentence(d *draft) {
	b := d.between(210, 900)
	a := b + d.between(20, 800)
	fmt.Fprintf(d, "夏令营有男孩 %s 人，女孩 %s 人，男女比例为 %s。\n", d.num(inSentence, "ratio of", strconv.Itoa(a)), d.num(inSentence, "ratio to", strconv.Itoa(b)),
		d.num(inSentence, "ratio", fmt.Sprintf("%.2f", float64(a)/float64(b))))
}

func complementSentence(d *draft) {
	a := d.between(21, 79)
	fmt.Fprintf(d, "货源构成中，市内货源占 %s%%，市外货源占 %s%%。\n", d.num(inSentence, "complement", strconv.Itoa(a)), d.num(inSentence, "complement", strconv.Itoa(100-a)))
}

func jointSentence(d *draft) {
	a, b, c := d.between(21, 90), d.between(21, 90), d.between(21, 90)
	fmt.Fprintf(d, "修复渡口 %s 处、栈桥 %s 处、水闸 %s 处，共 %s 处。\n", d.num(inSentence, "item", strconv.Itoa(a)), d.num(inSentence, "item", strconv.Itoa(b)),
		d.num(inSentence, "item", strconv.Itoa(c)), d.num(inSentence, "together", strconv.Itoa(a+b+c)))
}

func namesSentence(d *draft) {
	n := d.between(4, 8)
	fmt.Fprintf(d, "工坊常设%s %s 门手艺课。\n", strings.Join(d.pick(n, crafts), "、"), d.num(inSentence, "names", strconv.Itoa(n)))
}

func areaSentence(d *draft) {
	mu := d.between(3, 90) * 30
	fmt.Fprintf(d, "苗圃占地 %s 亩（合 %s 平方米）。\n", d.num(inSentence, "converted", strconv.Itoa(mu)), d.num(inSentence, "converted", strconv.Itoa(mu*2000/3)))
}

func rateSentence(d *draft) {
	whole := d.between(300, 900)
	part := whole - d.between(10, 100)
	fmt.Fprintf(d, "报名人员 %s 人，到考 %s 人，到考率 %s。\n", d.num(inSentence, "whole of rate", strconv.Itoa(whole)),
		d.num(inSentence, "part of rate", strconv.Itoa(part)), d.num(inSentence, "rate", rate(part, whole)))
}

func restSentence(d *draft) {
	a, b, c := d.between(1100, 9000), d.between(1100, 9000), d.between(1100, 9000)
	fmt.Fprintf(d, "运营支出 %s 万元，其中能耗 %s 万元、维修 %s 万元、其他 %s 万元。\n", d.num(inSentence, "whole of all", strconv.Itoa(a+b+c)),
		d.num(inSentence, "part of all", strconv.Itoa(a)), d.num(inSentence, "part of all", strconv.Itoa(b)), d.num(inSentence, "part of all", strconv.Itoa(c)))
}

func cardTwice(d *draft) {
	boats, money := strconv.Itoa(d.between(210, 900)), fmt.Sprintf("%d.%02d", d.between(210, 900), d.between(10, 99))
	fmt.Fprintf(d, "2023 年，全站配备巡逻快艇 %s 艘。\n\n本年度船闸维护经费 %s 万元。\n\n", d.num(between, "card in prose", boats), d.num(between, "card in prose", money))
	d.caption("运行指标表")
	d.row("序号", "指标", "单位", "2023年")
	d.row("1", "巡逻快艇数量", "艘", d.num(between, "card", boats))
	d.row("2", "船闸维护经费", "万元", d.num(between, "card", money))
	d.row("3", "值班天数", "天", "365")
}

func cellTwice(d *draft) {
	names := d.pick(4, subjects)
	d.caption("2023 年各类委托情况")
	d.row("类别", "委托单数")
	var said string
	for i, name := range names {
		n := strconv.Itoa(d.between(120, 990))
		if i == 2 {
			d.row(name, d.num(between, "cell", n))
			said = fmt.Sprintf("2023 年，%s委托单数为 %s。\n", name, d.num(between, "cell in prose", n))
			continue
		}
		d.row(name, n)
	}
	d.WriteString("\n" + said)
}

func totalTwice(d *draft) {
	d.caption("航线客运量")
	d.row("航线", "登船旅客数")
	sum := 0
	for _, name := range d.pick(4, depots) {
		n := d.between(1200, 9000)
		sum += n
		d.row(name, strconv.Itoa(n))
	}
	d.row("总计", d.num(between, "total", strconv.Itoa(sum)))
	fmt.Fprintf(d, "\n全年登船旅客 %s 人。\n", d.num(between, "total in prose", strconv.Itoa(sum)))
}

func saidTwice(d *draft) {
	n := strconv.Itoa(d.between(120, 990))
	fmt.Fprintf(d, "2023 年发放防汛编织袋 %s 只。\n\n汛期平稳。2023 年发放防汛编织袋 %s 只，储备充足。\n", d.num(between, "said", n), d.num(between, "said again", n))
}

func changeOfTable(d *draft) {
	d.caption("历年装卸情况")
	d.row("年份", "装卸吨数（吨）")
	a := d.between(2000, 9000)
	c := d.between(110, 900)
	d.row("2022", d.num(between, "before in table", strconv.Itoa(a)))
	d.row("2023", d.num(between, "after in table", strconv.Itoa(a+c)))
	fmt.Fprintf(d, "\n2023 年装卸吨数比 2022 年增加 %s 吨。\n", d.num(between, "change of table", strconv.Itoa(c)))
}

func columnTwice(d *draft) {
	names := d.pick(6, depots)
	var first, second []string
	for i, name := range names {
		n := strconv.Itoa(d.between(120, 990))
		a, b := n, n
		if i == 3 {
			a, b = d.num(between, "column", n), d.num(between, "column again", n)
		}
		first = append(first, name+"\t"+a+"\t"+strconv.Itoa(d.between(11, 99)))
		second = append(second, name+"\t"+b+"\t"+strconv.Itoa(d.between(11, 99)))
	}
	d.caption("设备台账")
	d.row("站点", "在用设备数", "停用设备数")
	d.WriteString(strings.Join(first, "\n") + "\n\n")
	d.caption("设备检修")
	d.row("站点", "在用设备数", "检修次数")
	d.WriteString(strings.Join(second, "\n") + "\n")
}

func prizes(d *draft) {
	a, b, c := d.between(11, 20), d.between(21, 40), d.between(41, 80)
	fmt.Fprintf(d, "选手在 2023 年临海市船艺邀请赛中获奖 %s 项。\n\n", d.num(between, "prizes", strconv.Itoa(a+b+c)))
	d.caption("参赛成绩")
	d.row("赛事", "级别", "获奖情况")
	d.row("2023 年临海市船艺邀请赛", "市级", fmt.Sprintf("一等奖 %s 项，二等奖 %s 项，三等奖 %s 项", d.num(between, "prize", strconv.Itoa(a)), d.num(between, "prize", strconv.Itoa(b)),
		d.num(between, "prize", strconv.Itoa(c))))
	d.row("2023 年内河救援比武", "市级", "一等奖 1 项，二等奖 2 项")
}

func roll(d *draft) {
	names := d.pick(d.between(4, 7), crafts)
	fmt.Fprintf(d, "2023 年新增市级非遗工坊 %s 家。\n\n", d.num(between, "rows", strconv.Itoa(len(names))))
	d.caption("2023 年新增市级非遗工坊名单")
	d.row("序号", "工坊", "传承人")
	for i, name := range names {
		d.row(strconv.Itoa(i+1), name+"工坊", d.pick(1, "赵一 钱二 孙三 李四 周五")[0])
	}
}

func sumSaid(d *draft) {
	names := d.pick(4, "签约就业 继续升学 参军入伍 灵活就业 自主创业 暂未落实")
	counts, sum := make([]int, len(names)), 0
	for i := range names {
		counts[i] = d.between(60, 900)
		sum += counts[i]
	}
	fmt.Fprintf(d, "2023 届毕业生共 %s 人。\n\n", d.num(between, "sum in prose", strconv.Itoa(sum)))
	d.caption("2023 届毕业生去向")
	d.row("去向", "人数", "比例")
	for i, name := range names {
		d.row(name, strconv.Itoa(counts[i]), rate(counts[i], sum))
	}
}

func shareElsewhere(d *draft) {
	whole := d.between(500, 900)
	part := whole - d.between(50, 300)
	d.caption("人员指标表")
	d.row("序号", "指标", "单位", "2023年")
	d.row("1", "在岗引航员总数", "人", d.num(between, "whole elsewhere", strconv.Itoa(whole)))
	d.row("2", "月收入", "元", "5600")
	fmt.Fprintf(d, "\n高级引航员 %s 人，占在岗引航员总数的 %s。\n", d.num(between, "part of elsewhere", strconv.Itoa(part)), d.num(between, "share of elsewhere", rate(part, whole)))
}

// generated is a clean report with all kinds of ties.
func generated(seed uint64) *draft {
	d := &draft{Rand: rand.New(rand.NewPCG(seed, 7))}
	d.WriteString("临海航务中心年度报告（2023 年度）\n\n1 概况\n\n")
	for _, i := range d.Perm(len(sections)) {
		sections[i](d)
		d.WriteString("\n")
	}
	return d
}
