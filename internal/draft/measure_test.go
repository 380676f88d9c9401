package draft

import (
	"strings"
	"testing"

	"charts/internal/quantity"
)

func TestMeasures(t *testing.T) {
	for _, c := range []struct{ sentence, want string }{
		{"居民人均可支配收入 42359 元，比上年增长 5.4%", "居民人均可支配收入; 居民人均可支配收入增长"},
		{"年末全国人口140828万人，比上年末减少139万人", "全国人口; 全国人口减少"},
		{"The endowment stood at £84.6 million.", "endowment"},
		{"There are 45 research centres on campus.", "research centres"},
		{"The student-to-staff ratio improved to 15:1.", "student-to-staff ratio"},
		{"Energy use fell by 12.4 GWh.", "Energy use"},
		{"Some 62% of graduates found jobs.", "graduates"},
		{"与 27 个省份 167 所院校协同开展云教学", "省份; 院校"},
		{"依托 14 支科研创新团队，9 个二级学院制定方案，成功举办 3 场国际化论坛。", "科研创新团队; 二级学院; 国际化论坛"},
		{"补充 19190 条思政建设资源、19981 条专业思政资源。", "思政建设资源; 专业思政资源"},
		{"共有 12 名在校生参加，5 名学生获奖", "在校生; 学生"},
		{"现有教职工 512 人，其中专任教师 300 人，占 58.6%", "教职工; 专任教师; 专任教师"},
		{"2023 年招收老挝学历留学生 16 人", "老挝学历留学生"},
		{"在全国职业技能大赛中荣获优胜奖 6 项", "优胜奖"},
		{"国家级教学资源库平台面向全社会的注册用户 47788 人", "注册用户"},
		{"广告艺术设计专业国家教学资源库注册用户 47788 人", "广告艺术设计专业国家教学资源库注册用户"},
		{"占录取总数的 7.27%", "占录取总数"},
		{"全年水费 5 万元，同比增长 1%", "水费; 水费增长"},
		{"全年财政总收入完成 148.87 亿元，比上年增长 3.5%", "财政总收入; 财政总收入增长"},
		{"就业率达 95.3%，较上年提高 1.2 个百分点", "就业率; 就业率提高"},
		{"The student-faculty ratio is 15:1.", "student-faculty ratio"},
		{"The graduation rate is 68.4%, and operating revenues were $412.6 million in 2024.", "graduation rate; operating revenues"},
		{"The library added 15,308 master’s and doctoral theses and 1,648 books donated by others", "master’s and doctoral theses; books"},
		{"Revenue was $50,400 thousand, up 5.2% from 2022", "Revenue; Revenue up"},
		{"Enrolment reached 3,120, an increase of 140 on the year before.", "Enrolment; Enrolment increase"},
		{"It has three campuses and 2 national key research and development projects.", "campuses; national key research and development projects"},
	} {
		var names []string
		for _, m := range measures(c.sentence, quantity.Values(c.sentence)) {
			names = append(names, m.name)
		}
		if got := strings.Join(names, "; "); got != c.want {
			t.Errorf("%s\n%s, want %s", c.sentence, got, c.want)
		}
	}
}

func TestYearIn(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"2019-2023 年共开展", " 80 期", "2019-2023 年"},
		{"较 2022 年增加", "3 项", ""},
		{"2022-2023 学年参与", "", "2022-2023 学年"},
		{"operating revenues were ", " in fiscal year 2024.", "fiscal year 2024"},
		{"In fall 2023 it enrolled ", " students", "fall 2023"},
		{"现有教师", "人", ""},
		{"截至 2023 年 12 月共", "人", "截至 2023 年 12 月共"},
		{"2021 年有 8 人，比 2022 年多 ", "人，2023 年再多", "2021 年"},
		{"2023 年" + strings.Repeat("甲、", 1000) + "共", "人", "2023 年"},
	} {
		if got := yearsOf(c.before+"9"+c.after).of(len(c.before), len(c.before)+1); got != c.want {
			t.Errorf("%s_%s: %q, want %q", c.before, c.after, got, c.want)
		}
	}
}
