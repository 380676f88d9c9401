package claim_test

import (
	"strings"
	"testing"

	"charts/internal/claim"
	"charts/internal/report"
)

// Names of one thing have one key, and others have another.
func TestMeasureOf(t *testing.T) {
	tests := []struct {
		a, b string
		same bool
	}{
		{"专职辅导员人数", "学校现配备专职辅导员", true},
		{"图书购置金额", "购置图书", true}, // the order of words
		{"毕业生就业率", "就业率", true},  // only graduates have one
		{"双师型教师占比", "“双师型”教师的比例", true},
		{"双师型教师占比", "“双师型”教师的比重", true},
		{"双师型教师占比", "双师型教师百分比", true},
		{"技术服务到账额", "技术服务到款额", true},
		{"2023 年在校生人数", "在校学生数", true},
		{"省级名师", "新增省级名师", false},
		{"专任教师", "双师素质专任教师", false},
		{"在线课程", "课程", false},
		{"国家级课程", "省级课程", false},
	}
	for _, tt := range tests {
		a, b := claim.MeasureOf(tt.a), claim.MeasureOf(tt.b)
		if (a.Key == b.Key) != tt.same {
			t.Errorf("%s (%s) and %s (%s): one: %v", tt.a, a.Stem, tt.b, b.Stem, !tt.same)
		}
	}
}

func TestPartOf(t *testing.T) {
	tests := []struct {
		part, whole string
		want        bool
	}{
		{"双师素质专任教师人数", "专任教师总数", true},
		{"毕业生省内就业人数", "毕业生就业人数", true},
		{"外聘教师", "教师", false}, // is not among them
		{"教职工额定编制数", "教职工总数", false},
		{"专任教师总数", "专任教师总数", false},
		{"专业群数量", "专业数量", false},
	}
	for _, tt := range tests {
		if got := claim.MeasureOf(tt.part).PartOf(claim.MeasureOf(tt.whole)); got != tt.want {
			t.Errorf("%s of %s: %v", tt.part, tt.whole, got)
		}
	}
}

// Two printings agree when one value can have made both.
func TestAgrees(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"12 人", "12 人", true},
		{"12 人", "13 人", false},
		{"12 人", "12 名", true}, // another word for the same
		{"12 人", "13 名", false},
		{"0.13 亿元", "1327.45 万元", true},  // rounded
		{"0.132 亿元", "1327.45 万元", true}, // cut off
		{"1327.45 元", "1327.45 万元", false},
		{"92.79%", "92.8%", true},
		{"92.79%", "92.78%", false},
		{"300 多家", "317 家", true},
		{"300 多家", "187 家", false},
		{"近 50 万册", "49.2 万册", true},
		{"近 50 万册", "52 万册", false},
		{"超过 50 万册", "46 万册", false},
		{"约 1500 人", "1480 人", true},
		{"约 1500 人", "1800 人", false},
		{"96%以上", "97.25%", true},
		{"1200 亩", "80 万平方米", true},
		{"1200 亩", "8 万平方米", false},
	}
	for _, tt := range tests {
		a, b := claim.ReadNumber(tt.a), claim.ReadNumber(tt.b)
		if !a.OK() || !b.OK() {
			t.Errorf("%q or %q is no number", tt.a, tt.b)
		}
		if got := a.Agrees(b); got != tt.want || b.Agrees(a) != tt.want {
			t.Errorf("%s and %s agree: %v", tt.a, tt.b, got)
		}
	}
}

// A year is one only by itself, and a school year, a class and a day are others.
func TestPeriodOf(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"2023年", "2023年"},
		{"2023", "2023"},
		{"2023届毕业生", "2023届"},
		{"2022-2023学年", "2022-23学年"},
		{"2023年8月31日", "2023年8月31日日"},
		{"12019人", ""},
		{"占地2019平方米", ""},
		{"比2022年增加", ""},
		{"2023年与2022年相比", "2023年"},
		{"2021年和2022年", ""},
	} {
		p := claim.PeriodOf(tt.text)
		if got := p.Year + p.Of; got != tt.want {
			t.Errorf("%s: %q; want %q", tt.text, got, tt.want)
		}
	}
}

// The facets of the numbers of a sentence: text, measure, kind, scope, period.
func TestFacets(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"2023 年，学校现有专职辅导员 48 人。", "48 人 专职辅导员 - - 2023年"},
		{"护理学院重视育人，现有专职辅导员 8 人。", "8 人 专职辅导员 - 护理学院 2023"},
		{"五年制学生中，在校生 800 人。", "五年 - - - 2023; 800 人 在校生 - 五年制学生 2023"},
		{"2023 届毕业生中，升学 480 人。", "480 人 升学 - - 2023届"},
		{"近三年举办讲座 190 场。", "近三年 - 近三年 - 2023; 190 场 讲座 近三年 - 2023"},
		{"力争在校生达到 9000 人。", "9000 人 力争在校生 aim - 2023"},
		{"全市高校在校生 90000 人。", "90000 人 全市高校在校生 - - 2023"},
		{"国家级课程 6 门、市级 29 门。", "6 门 国家级课程 - - 2023; 29 门 市级课程 - - 2023"},
		{"2023 年建设课程 20 门，2021 年和 2022 年建设课程 30 门。", "20 门 建设课程 - - 2023年; 30 门 建设课程 - - -"}, // of two years, not of the one before
		{"2022 年阅览 4000 人次，2023 年为 4600 人次。", "4000 人次 阅览 - - 2022年; 4600 人次 阅览 - - 2023年"},
	} {
		src := "示例学院年度报告（2023 年度）\n\n1 概况\n\n" + tt.text + "\n"
		doc, _ := report.Parse("", "r.txt", []byte(src))
		var got []string
		for _, s := range claim.Read(doc, 0).Sentences {
			for _, m := range s.Mentions {
				line := []string{m.Text, m.Measure.Stem, m.Kind, m.Scope, m.Period.Year + m.Period.Of}
				for i, cell := range line {
					if cell == "" {
						line[i] = "-"
					}
				}
				got = append(got, strings.Join(line, " "))
			}
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s\ngot  %s\nwant %s", tt.text, s, tt.want)
		}
	}
}
