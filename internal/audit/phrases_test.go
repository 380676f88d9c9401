package audit_test

import (
	"fmt"
	"strings"
)

// phrases writes arithmetic in other words: <…> is a tied number.
func phrases(d *draft) {
	a := d.between(300, 900)
	b := a + d.between(40, 300)
	n := d.between(300, 900)
	m := n - d.between(20, 200)
	x := d.between(6000, 9000)
	y := x + d.between(100, 900)
	p := d.between(21, 79)
	points := func(v int) string { return fmt.Sprintf("%.2f", float64(v)/100) }
	percent := func(part, whole int) string { return strings.TrimSuffix(rate(part, whole), "%") }
	for _, s := range []string{
		fmt.Sprintf("全年实现门票收入 <%d> 万元，同比增长 <%s>%%，上年为 <%d> 万元。", b, percent(b-a, a), a),
		fmt.Sprintf("2022 年志愿者为 <%d> 人，2023 年为 <%d> 人，增加 <%d> 人。", a, b, b-a),
		fmt.Sprintf("合作单位由 <%d> 家增至 <%d> 家，净增 <%d> 家。", a, b, b-a),
		fmt.Sprintf("借阅率从去年的 <%s>%% 提高到今年的 <%s>%%，提高 <%s> 个百分点。", points(x), points(y), points(y-x)),
		fmt.Sprintf("2023 年好评率为 <%s>%%，比 2022 年的 <%s>%% 上升 <%s> 个百分点。", points(y), points(x), points(y-x)),
		fmt.Sprintf("来馆的男女访客分别占 <%d>%% 和 <%d>%%。", p, 100-p),
		fmt.Sprintf("参赛选手 <%d> 人，获奖选手 <%d> 人，获奖选手率 <%s>%%。", n, m, percent(m, n)),
		fmt.Sprintf("共发放问卷 <%d> 份，回收 <%d> 份，回收率 <%s>%%。", n, m, percent(m, n)),
		fmt.Sprintf("养护投入 <%d> 万元，占总投入 <%d> 万元的 <%s>%%。", m, n, percent(m, n)),
		fmt.Sprintf("<%d> 名巡护员中有 <%d> 名持证上岗，占 <%s>%%。", n, m, percent(m, n)),
		fmt.Sprintf("原定招募 <%d> 人，实招 <%d> 人，计划完成率 <%s>%%。", n, m, percent(m, n)),
		fmt.Sprintf("检修线路 <%d> 批次，达标 <%d> 批次，达标率达 <%s>%%。", n, m, percent(m, n)),
		fmt.Sprintf("市内游客 <%d> 人，占 <%s>%%；市外游客 <%d> 人，占 <%s>%%。", m, percent(m, n), n-m, percent(n-m, n)),
		fmt.Sprintf("引航员 <%d> 人，女引航员 <%d> 人，女引航员占引航员的 <%s>%%。", n, m, percent(m, n)),
		fmt.Sprintf("受理投诉 <%d> 件，比上年的 <%d> 件增加 <%d> 件。", b, a, b-a),
	} {
		for s != "" {
			words, rest, _ := strings.Cut(s, "<")
			d.WriteString(words)
			if number, after, ok := strings.Cut(rest, ">"); ok {
				d.WriteString(d.num(inSentence, after, number))
				rest = after
			}
			s = rest
		}
		d.WriteString("\n\n")
	}
}
