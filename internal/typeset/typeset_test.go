package typeset

import (
	"strings"
	"testing"
	"unicode/utf8"
)

var faces Faces // the embedded ones

func TestTypeset(t *testing.T) {
	tests := []struct{ text, want string }{
		{"2023 届毕业生", "2023|届毕业生"},
		{"2023届毕业生", "2023|届毕业生"},
		{"共5.04 亿元", "共|5.04|亿元"},
		{"升学率38.62%的变化", "升学率|38.62%|的变化"},
		{"增减−5人", "增减|−5|人"},
		{"死亡率6‰的", "死亡率|6‰|的"},
		{"气温5°的", "气温|5°|的"},
		{"约3+的", "约|3+|的"},
		{"共5*的", "共|5*|的"},
		{"（3+2）", "（3+2）"}, // brackets bring their own room
		{"Word 2023", "Word 2023"},
		{"150 mm", "150 mm"},
		{"图 34：来源", "图|34：来源"},
		{"2021—2023", "2021—2023"},
		{"人数（人）", "人数（人）"},
		{"本科\u00a095.1%", "本科\u00a095.1%"},
		{"  前后  ", "前后"},
		{"Children’s “Quoted” room", "Children's \"Quoted\" room"}, // the fonts have wide ones alone
		{"以“一般”为界", "以“一般”为界"},
		{"“一般” of O’Brien", "“一般” of O'Brien"},
		{"Zoe\u0308", "Zoë"}, // as macOS writes it
		{"", ""},
	}
	for _, tt := range tests {
		if got := strings.ReplaceAll(Text(tt.text), "\u2009", "|"); got != tt.want {
			t.Errorf("typeset(%q) = %q; want %q", tt.text, got, tt.want)
		}
	}
}

// FuzzTypeset holds: a typeset text stays as it is, and its letters are those of
// the original.
func FuzzTypeset(f *testing.F) {
	f.Add("2023 届 abc 毕业生，38.62%的")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		once := Text(s)
		if twice := Text(once); twice != once {
			t.Errorf("typeset(%q) = %q, and again %q", s, once, twice)
		}
		bare := strings.NewReplacer(" ", "", "\u2009", "")
		if bare.Replace(strings.TrimSpace(once)) != bare.Replace(strings.TrimSpace(Compose(s))) {
			t.Errorf("typeset(%q) = %q", s, once)
		}
	})
}

func TestWrap(t *testing.T) {
	tests := []struct {
		text  string
		limit float64 // ems
		want  string
	}{
		{"升学", 4, "升学"},
		{"自主创业（含灵活就业）", 8, "自主创业/（含灵活就业）"}, // before a bracket
		{"农、林、牧、渔业", 5, "农、林、/牧、渔业"},       // after 、
		{"机械设计制造及其自动化", 6, "机械设计制造/及其自动化"}, // even lines
		{"Electrical Engineering", 6, "Electrical/Engineering"},
		{"机关和事业单位", 4, "机关和/事业单位"},
		{"财经管理学院", 4, "财经管理/学院"},
		{"城市轨道交通机电技术学院", 6, "城市轨道交通/机电技术学院"},
		{"城市轨道交通机电技术学院", 5, "城市轨道/交通机电/技术学院"},
		{"智能制造工程学院", 4, "智能制造/工程学院"},
		{"信息技术与人工智能学院", 7, "信息技术与/人工智能学院"},
		{"签就业协议形式就业", 6, "签就业协议/形式就业"},
		{"护理与健康学院", 5, "护理与/健康学院"},
		{"质量与安全", 2, "质量/与/安全"},
		{"大数据与会计", 4, "大数据与/会计"},
		{"科研经费减少", 4, "科研经费/减少"},
		{"灵活就业\u00a0310", 5, "灵活/就业\u00a0310"},
		{"2022年收入", 3, "2022|年/收入"},
		{"工业机器人技术（3+2）", 7, "工业机器人技术/（3+2）"},
		{"老旧小区改造", 4, "老旧小区/改造"}, // after words of two
		{"固定资产折旧费", 6, "固定资产/折旧费"},
		{"抢修到达及时性", 5, "抢修到达/及时性"},      // 及时 is one word
		{"物联网应用技术", 4.2, "物联网/应用技术"},    // 应用 is one word
		{"呼吸与危重症医学科", 5, "呼吸与/危重症/医学科"}, // rather one line more than a torn word
		{"新闻学", 2, "新闻/学"},              // as there is no other way
		{"Tuition and fees", 3, "Tuition/and/fees"},
		{"Self-employed", 4, "Self-/employed"},
		{"Donaudampfschiff", 4, "Donaudampfschiff"}, // a word wider than the limit
		{"共123456789人", 3, "共/123456789/人"},
		{strings.Repeat("a1", 21), 12, strings.Repeat("a1", 10) + "a/1" + strings.Repeat("a1", 10)}, // no word any more
		{"", 4, ""},
	}
	for _, tt := range tests {
		got := strings.ReplaceAll(strings.Join(faces.Wrap(tt.text, tt.limit, 1, false), "/"), "\u2009", "|")
		if got != tt.want {
			t.Errorf("wrap(%q, %v) = %q; want %q", tt.text, tt.limit, got, tt.want)
		}
	}
}

func TestTears(t *testing.T) {
	tests := []struct {
		name string
		ems  float64
		want bool
	}{
		{"机电工程学院", 6, false},
		{"机电工程学院", 5, false}, // before 学院
		{"机电工程学院", 1.5, true},
		{"计算机科学（中外合作）", 7, false}, // before the bracket
		{"农业、林业", 3, false},
		{"农业、林业", 2, true},
		{"Civil Engineering", 7, false},
	}
	for _, tt := range tests {
		if got := faces.Tears(tt.name, 10*tt.ems, 10); got != tt.want {
			t.Errorf("%s in %v ems: torn %v; want %v", tt.name, tt.ems, got, tt.want)
		}
	}
}

// FuzzWrap holds: lines are not wider than the limit unless they cannot be broken,
// and nothing of the text is lost.
func FuzzWrap(f *testing.F) {
	f.Add("自主创业（含灵活就业）", 5.0)
	f.Add("Electrical Engineering and 自动化", 4.0)
	f.Fuzz(func(t *testing.T, s string, limit float64) {
		if !utf8.ValidString(s) || len(s) > 300 || !(limit > 1 && limit < 100) {
			return
		}
		bare := strings.NewReplacer(" ", "", "\u2009", "")
		for _, lines := range [][]string{faces.Wrap(s, limit, 1, false), faces.Fill(s, limit, 1)} {
			for _, l := range lines {
				if w := faces.Width(l, 1, false); w > limit+1e-9 && breakable(l) {
					t.Errorf("wrap(%q, %v): line %q is %v wide", s, limit, l, w)
				}
			}
			if got := strings.Join(lines, ""); strings.Join(strings.Fields(bare.Replace(got)), "") != strings.Join(strings.Fields(bare.Replace(s)), "") {
				t.Errorf("wrap(%q, %v) = %q", s, limit, lines)
			}
		}
	})
}

// breakable reports whether a line has a place to break.
func breakable(line string) bool {
	b := faces.breaker(line, 1, 1, false)
	for i := 1; i < len(b.text); i++ {
		if b.penalty(i) < forcedBreak {
			return true
		}
	}
	return false
}

// TestWordsStayWhole holds: however narrow the lines are, no Latin word and no number
// is broken.
func TestWordsStayWhole(t *testing.T) {
	for _, s := range []string{"Postgraduate education", "August", "13,588 人", "2014年", "Finance and Business Administration", "IT 与人工智能 2.0 学院", "O'Neill–Smith", "3.14%"} {
		for limit := 0.5; limit < 20; limit += 0.5 {
			at := 0
			text := []rune(Text(s))
			for _, l := range faces.Wrap(s, limit, 1, false) {
				for at < len(text) && isBlank(text[at]) {
					at++
				}
				if at > 0 && isLatin(text[at-1]) && isLatin(text[at]) {
					t.Errorf("%q in %v ems: broken before %q", s, limit, l)
				}
				at += len([]rune(l))
			}
		}
	}
}

// A word of forty letters is not torn, however narrow the line; what is longer is.
func TestLongestWord(t *testing.T) {
	for n, want := range map[int]bool{39: true, 40: true, 41: false, 80: false} {
		if lines := faces.Wrap(strings.Repeat("a", n), 100, 10, false); (len(lines) == 1) != want {
			t.Errorf("%d letters make %d lines", n, len(lines))
		}
	}
}

func TestIsHan(t *testing.T) {
	for r, want := range map[rune]bool{'一': true, '龥': true, '鿿': true, '㐀': true, '，': false, 'a': false, '１': false} {
		if IsHan(r) != want {
			t.Errorf("IsHan(%c) is %v", r, !want)
		}
	}
}

// A name that is just as wide as its room stays whole.
func TestWrapJustFits(t *testing.T) {
	for _, name := range []string{"升学", "毕业生 人数", "Graduates (FTE)"} {
		width := faces.Width(Text(name), 1, false)
		if got := faces.Wrap(name, width, 1, false); len(got) != 1 {
			t.Errorf("%s in its own width: %q", name, got)
		}
	}
}
