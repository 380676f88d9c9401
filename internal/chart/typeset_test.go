package chart

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"charts/internal/series"
)

func TestTypeset(t *testing.T) {
	tests := []struct{ text, want string }{
		{"2023 届毕业生", "2023|届毕业生"},
		{"2023届毕业生", "2023|届毕业生"},
		{"共5.04 亿元", "共|5.04|亿元"},
		{"升学率38.62%的变化", "升学率|38.62%|的变化"},
		{"增减−5人", "增减|−5|人"},
		{"（3+2）", "（3+2）"}, // brackets bring their own room
		{"Word 2023", "Word 2023"},
		{"150 mm", "150 mm"},
		{"图 34：来源", "图|34：来源"},
		{"2021—2023", "2021—2023"},
		{"人数（人）", "人数（人）"},
		{"本科\u00a095.1%", "本科\u00a095.1%"},
		{"  前后  ", "前后"},
		{"Zoe\u0308", "Zoë"}, // as macOS writes it
		{"", ""},
	}
	for _, tt := range tests {
		if got := strings.ReplaceAll(typeset(tt.text), "\u2009", "|"); got != tt.want {
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
		once := typeset(s)
		if twice := typeset(once); twice != once {
			t.Errorf("typeset(%q) = %q, and again %q", s, once, twice)
		}
		bare := strings.NewReplacer(" ", "", "\u2009", "")
		if bare.Replace(strings.TrimSpace(once)) != bare.Replace(strings.TrimSpace(composed(s))) {
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
		{"机关和事业单位", 4, "机关和事/业单位"},
		{"工业机器人技术（3+2）", 7, "工业机器人技术/（3+2）"},
		{"新闻学", 2, "新闻/学"},
		{"Donaudampfschiff", 4, "Donau/damp/fschiff"}, // a word wider than the limit
		{"", 4, ""},
	}
	for _, tt := range tests {
		got := strings.Join(wrap(tt.text, tt.limit, 1, false), "/")
		if got != tt.want {
			t.Errorf("wrap(%q, %v) = %q; want %q", tt.text, tt.limit, got, tt.want)
		}
	}
}

// FuzzWrap holds: lines are not wider than the limit unless they are one
// character, and nothing of the text is lost.
func TestTears(t *testing.T) {
	tests := []struct {
		name string
		ems  float64
		want bool
	}{
		{"机电工程学院", 6, false},
		{"机电工程学院", 5, true},
		{"计算机科学（中外合作）", 7, false}, // before the bracket
		{"农业、林业", 3, false},
		{"农业、林业", 2, true},
		{"Civil Engineering", 7, false},
	}
	for _, tt := range tests {
		if got := tears(tt.name, 10*tt.ems, 10); got != tt.want {
			t.Errorf("%s in %v ems: torn %v; want %v", tt.name, tt.ems, got, tt.want)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("自主创业（含灵活就业）", 5.0)
	f.Add("Electrical Engineering and 自动化", 4.0)
	f.Fuzz(func(t *testing.T, s string, limit float64) {
		if !utf8.ValidString(s) || len(s) > 300 || !(limit > 1 && limit < 100) {
			return
		}
		bare := strings.NewReplacer(" ", "", "\u2009", "")
		for _, lines := range [][]string{wrap(s, limit, 1, false), fill(s, limit, 1)} {
			for _, l := range lines {
				if w := width(l, 1, false); w > limit+1e-9 && utf8.RuneCountInString(l) > 1 {
					t.Errorf("wrap(%q, %v): line %q is %v wide", s, limit, l, w)
				}
			}
			if got := strings.Join(lines, ""); strings.Join(strings.Fields(bare.Replace(got)), "") != strings.Join(strings.Fields(bare.Replace(s)), "") {
				t.Errorf("wrap(%q, %v) = %q", s, limit, lines)
			}
		}
	})
}

func TestSpread(t *testing.T) {
	tests := []struct {
		centres, heights []float64
		want             []float64
	}{
		{[]float64{10, 50}, []float64{10, 10}, []float64{10, 50}},             // room enough
		{[]float64{50, 52}, []float64{10, 10}, []float64{46, 56}},             // both give way
		{[]float64{52, 50}, []float64{10, 10}, []float64{56, 46}},             // in the order of the arguments
		{[]float64{1, 2, 3}, []float64{10, 10, 10}, []float64{5, 15, 25}},     // against the edge
		{[]float64{98, 99}, []float64{10, 10}, []float64{85, 95}},             // and the other
		{[]float64{50, 50, 90}, []float64{10, 10, 10}, []float64{45, 55, 90}}, // equal centres keep their order
	}
	for _, tt := range tests {
		if got := spread(tt.centres, tt.heights, 0, 100); !slices.Equal(got, tt.want) {
			t.Errorf("spread(%v, %v) = %v; want %v", tt.centres, tt.heights, got, tt.want)
		}
	}
}

// A name in letters and accents of their own is drawn, highlighted and told.
func TestDecomposedNames(t *testing.T) {
	f := fig("bar", "教师", "课时")
	f.Highlight = append(f.Highlight, at("Rene\u0301e"))
	c, problems := Resolve(f, frame("教师 课时/课时",
		[]series.Value{text("Rene\u0301e"), num(31, 0, "课时")}, []series.Value{text("Anke"), num(20, 0, "课时")}), Options{})
	if len(problems) > 0 {
		t.Fatal(said(problems))
	}
	if !slices.ContainsFunc(c.Texts, func(x Text) bool { return x.S == "Renée" }) {
		t.Errorf("Renée is not among %v", c.Texts)
	}
}
