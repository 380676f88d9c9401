package sentence

import (
	"strconv"
	"strings"
	"testing"
)

func TestPatterns(t *testing.T) {
	tests := []struct{ pattern, text, want string }{
		// One or the other, and what may be missing.
		{"(就业率|毕业去向落实率)为{率:%}", "毕业去向落实率为 97.25%", "率=97.25"},
		{"（就业率｜毕业去向落实率）为{率:%}", "就业率为97.25%", "率=97.25"},
		{"就业率为｛率：%｝", "就业率为97.25%", "率=97.25"},
		{"学生(约|)有{n:人}", "学生有 500 人，学生约有 600 人", "n=500; n=600"},
		{"毕业生[共][有]{n:人}", "毕业生 6393 人。毕业生共有 6110 人", "n=6393; n=6110"},
		{"收入{收入:亿元}[，较{_}年增加{增量:亿元}]", "收入 5.04 亿元，较 2021 年增加 0.15 亿元；收入 4.89 亿元。", "收入=5.04 增量=0.15; 收入=4.89 增量=·"},
		{"人数(增加{增:人}|减少{减:人})", "人数减少 12 人，人数增加 30 人", "增=· 减=12; 增=30 减=·"},
		{"人数(增加|减少){差:人}", "人数减少 12 人", "差=12"},
		{"({a:人}男生|男生{a:人})", "男生 12 人，30 人男生", "a=12; a=30"},
		{"[其中]((国|省)级|校级)奖项{n:项}", "其中国级奖项 3 项，校级奖项 9 项", "n=3; n=9"},
		{"在校生(含{_:人}留学生){n:人}", "在校生（含 30 人留学生）9000 人", "n=9000"},                // the sentence's own brackets
		{"生产总值{n:亿元}，增长{率:%}", "生产总值[5]636463 亿元[12]，增长 7.4%", "n=636463 率=7.4"}, // the marks of notes
		// Lists.
		{"行业为{行业…}，占比依次为{占比…:%}", "行业为制造业、建筑业和批发业，占比依次为 6.63%、6.32%和 6.15%。", "行业=制造业 占比=6.63; 行业=建筑业 占比=6.32; 行业=批发业 占比=6.15"},
		{"为{行业...}，占{占比...:%}", "为制造业、信息和软件业，占 6.63%、6.32%", "行业=制造业 占比=6.63; 行业=信息和软件业 占比=6.32"},
		{"{年}年甲、乙和丙分别有{n…:人}", "2023 年甲、乙和丙分别有 15、20 和 1,030 人", "年=2023 n=15; 年=2023 n=20; 年=2023 n=1030"},
		{"设有{学院…}等", "设有机械、电气（含自动化、智能）及艺术等学院", "学院=机械; 学院=电气（含自动化、智能）; 学院=艺术"},
		{"schools are {s…}, with {n…:students}", "Our schools are Law, Art and Music, with 120, 1,300 and 90 students.", "s=Law n=120; s=Art n=1300; s=Music n=90"},
		// Several places are several rows.
		{"{年}年新生报到率为{率:%}", "2014 年新生报到率为 66.27%；2013 年新生报到率为 72.07%", "年=2014 率=66.27; 年=2013 率=72.07"},
		// Numbers are whole: no end of a range, no ordinal, no piece of a longer one.
		{"占{n:%}", "占 80%~90%", ""},
		{"{n:年}的经验", "有 3–5 年的经验", ""},
		{"{a:年}[–]{b}级", "3 年级", ""},
		// The second year of a range names the whole; other ranges have no such end.
		{"{年}学年在校生{n:人}", "2022-2023 学年在校生 12000 人", "年=2023 n=12000"},
		{"{入:年}招生{n:人}", "2021年–2023年招生 300 人", "入=2023 n=300"},
		{"{年}级{n:人}", "3–5 级 300 人", "年=3–5 n=300"},
		{"{m}学年在校生{n:人}", "2022-2023 学年在校生 12000 人", "m=2022-2023 n=12000"},
		{"占{a:%}~{b:%}", "占 80%~90%", "a=80 b=90"},
		{"{n:名}", "获", ""},
		{"{n:名}的好成绩", "获第 3 名的好成绩", ""},
		{"{n:人}参加", "1,234 人参加", "n=1234"},
		// A number is not taken from its unit.
		{"收入{n}", "收入 120 万元", "n=120 万元"}, // as a text
		{"收入{n}", "收入 120", "n=120"},
		{"收入{n}万元", "收入 120 万元", "n=120"},
		{"收入{n:万元}", "收入 120 万元", "n=120"},
		{"占{n:%}", "占两成半", "n=25"},
		// English, where blanks part words.
		{"has {n} full-time students, {v:volumes} of books", "It has more than 16,000 full-time students, 2,268,400 volumes of books", "n=16000 v=2268400"},
		{"contract funding of {f:万元}", "with a contract funding of up to 103 million yuan, a high", "f=10300"},
		{"毕业生{n:人}", "毕业生 6\n393 人", "n=6393"}, // torn in two lines
	}
	for _, tt := range tests {
		pt, wrong := Parse(tt.pattern)
		if wrong != nil {
			if tt.want != "" {
				t.Errorf("%s: %s", tt.pattern, wrong.Text)
			}
			continue
		}
		p := NewPassage(tt.text, func(int) int { return 1 })
		var rows []string
		for _, row := range rowsOf(pt.Places([]Passage{p}, All)) {
			var cells []string
			for i, v := range row {
				cells = append(cells, pt.Holes[i].Name+"="+shown(v))
			}
			rows = append(rows, strings.Join(cells, " "))
		}
		if got := strings.Join(rows, "; "); got != tt.want {
			t.Errorf("%q in %q gives %s; want %s", tt.pattern, tt.text, got, tt.want)
		}
	}
}

// A hole after 其中 is a part of the one before it, up to the end of the clause.
func TestPartsOfAPattern(t *testing.T) {
	for pattern, want := range map[string]string{
		"就业{就业:人}，其中国企{国企:人}、民企{民企:人}":     "国企<就业 民企<就业",
		"甲{甲:人}；乙{乙:人}":                    "",
		"甲{甲:人}，其中男{男:人}；乙{乙:人}":           "男<甲",
		"甲{甲:人}。其中，男{男:人}。乙{乙:人}，其中女{女:人}": "男<甲 女<乙",
		"其中甲{甲:人}": "",
	} {
		pt, wrong := Parse(pattern)
		if wrong != nil {
			t.Fatal(wrong)
		}
		var got []string
		for _, c := range pt.Holes {
			if c.Of != "" {
				got = append(got, c.Name+"<"+c.Of)
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", pattern, s, want)
		}
	}
}

func TestPatternFaults(t *testing.T) {
	tests := []struct{ pattern, at, want string }{
		{"[约{n:人}", "[", "a [ has no ]"},
		{"约]{n:人}", "]", "there is a ] without its ["},
		{"甲|乙{n:人}", "|", "a | stands outside of ( )"},
		{"[就业率]{n:%}", "[就业率]{n:%}", "the pattern needs some words of the sentence around its holes"},
		{"占{a:人}[约]{b:人}", "{b:人}", "the holes {a:人} and {b:人} need some words between them"},
		{"(甲{a:人}|乙)丙{a:人}", "{a:人}", "two holes are named a"},
		{"甲" + strings.Repeat("[", 9) + strings.Repeat("]", 9) + "{n}", "[", "the pattern has brackets in brackets more than 8 deep"},
		{"甲{n}" + strings.Repeat("[乙]", 300), "]", "the pattern can be read in more than 20000 ways up to here"},
		{strings.Repeat("甲", 2000) + "{n}", "\xe7", "the pattern has more than 4000 bytes"},
	}
	for _, tt := range tests {
		_, f := Parse(tt.pattern)
		if f == nil || f.Text.String() != tt.want || tt.pattern[f.From:f.To] != tt.at {
			t.Errorf("%s: %+v; want %s at %s", tt.pattern, f, tt.want, tt.at)
		}
	}
}

// No more places are sought than are asked for, however many sentences fit.
func TestPlacesUpToANumber(t *testing.T) {
	pt, f := Parse("占{n:%}")
	if f != nil {
		t.Fatal(f)
	}
	passages := []Passage{NewPassage("男占 1%，女占 2%，都占 3%", func(int) int { return 1 }), NewPassage("又占 4%", func(int) int { return 2 })}
	for most, want := range map[int]int{1: 1, 2: 2, 3: 3, 4: 4, All: 4} {
		if got := len(pt.Places(passages, most)); got != want {
			t.Errorf("of up to %d places %d are found, want %d", most, got, want)
		}
	}
}

func TestPlacesWithFlaws(t *testing.T) {
	tests := []struct{ pattern, text, want string }{
		{"行业为{行业…}，占{占比…:%}", "行业为制造业、建筑业、采矿业和批发业，占 6.63%、6.32%",
			"uneven-lists: {行业…} names 4 here (制造业, 建筑业, 采矿业, 批发业), and {占比…:%} names 2 (6.63%, 6.32%)"},
		{"开设{名称}专业{n:个}", "开设机械专业群专业 5 个", ""},
		{"由{单位}学院{n:人}", "由机械学院 5 人", ""},
		{"由{单位}学院", "由机械学院汽车学院", `ambiguous-pattern: {单位} can be "机械" or "机械学院汽车" here`},
	}
	for _, tt := range tests {
		pt, wrong := Parse(tt.pattern)
		if wrong != nil {
			t.Fatal(wrong.Text)
		}
		var got []string
		for _, place := range pt.Places([]Passage{NewPassage(tt.text, func(int) int { return 1 })}, All) {
			for _, f := range place.Flaws {
				got = append(got, f.Rule+": "+f.Text.String())
			}
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%q in %q: %s; want %s", tt.pattern, tt.text, s, tt.want)
		}
	}
}

func FuzzPatternsGiveRowsOfTheirColumns(f *testing.F) {
	f.Add("{年}年(收入|支出){n…:亿元}[，较{_}]", "2022 年收入 5.04、3.2 亿元，较 2021")
	f.Add("为{a…}，占{b…:%}", "为甲、乙和丙，占 1%、2%和 3%")
	f.Add("[[(a|b)]|c{x}d]e{y:人}", "acxdey5人e 6–7 人")
	f.Add("{年}学年{n:人}", "2022年-2023 学年 6 人")
	f.Fuzz(func(t *testing.T, pattern, text string) {
		pt, wrong := Parse(pattern)
		if wrong != nil {
			if wrong.From < 0 || wrong.To > len(pattern) || wrong.From > wrong.To {
				t.Fatalf("%q: fault at %d:%d", pattern, wrong.From, wrong.To)
			}
			return
		}
		for _, place := range pt.Places([]Passage{NewPassage(text, func(int) int { return 1 })}, All) {
			for _, row := range place.Rows {
				if len(row) != len(pt.Holes) || !strings.Contains(text, place.Quote) {
					t.Fatalf("%q in %q gives %+v", pattern, text, row)
				}
			}
		}
	})
}

func FuzzASentenceFitsItself(f *testing.F) {
	f.Add("收入", "5.04 亿元", "，增加 0.1")
	f.Fuzz(func(t *testing.T, before, number, after string) {
		pt, err := Parse(before + "{n}" + after)
		if err != nil || len(pt.kept()) != 1 || pt.parts[0].literal == "" || strings.ContainsAny(number, sentenceEnds) {
			t.Skip()
		}
		text := before + number + after
		p := NewPassage(text, func(int) int { return 1 })
		for _, row := range rowsOf(pt.Places([]Passage{p}, All)) {
			if len(row) != 1 || !strings.Contains(text, row[0].Text) {
				t.Fatalf("%q in %q gives %+v", before+"{n}"+after, text, row)
			}
		}
	})
}

func rowsOf(places []Fit) (rows [][]Value) {
	for _, p := range places {
		rows = append(rows, p.Rows...)
	}
	return rows
}

// shown is a value as the tests write it.
func shown(v Value) string {
	switch {
	case v.Text == "":
		return "·"
	case v.Number:
		return strconv.FormatFloat(v.Quantity.Float(), 'f', -1, 64)
	}
	return v.Text
}
