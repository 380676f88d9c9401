package point

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/kind"
	"charts/internal/series"
	"charts/internal/spec"
)

func at(s string) spec.At[string] {
	return spec.At[string]{V: s, Pos: diag.Pos{File: "f.yaml", Line: 1}}
}

// readable has ordinary blanks, as the tests write them.
var readable = strings.NewReplacer("\u2009", " ", "\u00a0", " ")

// number is a value of so many hundredths, as a report prints it.
func number(hundredths int, unit string) series.Value {
	v := series.Value{Kind: series.Number, Num: float64(hundredths), Unit: unit}
	v.Text = strconv.Itoa(hundredths)
	if unit == "%" {
		v.Num, v.Decimals = float64(hundredths)/100, 2
		v.Text = strconv.FormatFloat(v.Num, 'f', 2, 64)
	}
	return v
}

// figure resolves a chart of some rows of values.
func figure(t *testing.T, kindOf, unit, lang string, names []string, columns []string, values [][]int, with func(*spec.Figure)) *chart.Chart {
	t.Helper()
	f := &spec.Figure{ID: "f", Chart: at(kindOf), Title: at("题"), Category: at("项")}
	data := series.Frame{Columns: []series.Column{{Name: "项", Key: "category"}}}
	for _, c := range columns {
		f.Value = append(f.Value, at(c))
		data.Columns = append(data.Columns, series.Column{Name: c, Unit: unit})
	}
	for i, name := range names {
		row := series.Row{Cells: []series.Value{{Kind: series.Text, Text: name}}, Sources: []series.Source{{Report: "r", Line: i + 1, Quote: name}}}
		for k := range columns {
			row.Cells = append(row.Cells, number(values[i][k], unit))
		}
		data.Rows = append(data.Rows, row)
	}
	if with != nil {
		with(f)
	}
	c, problems := kind.Resolve(f, data, kind.Options{Form: chart.Screen, Lang: lang})
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return c
}

func column(values ...int) (all [][]int) {
	for _, v := range values {
		all = append(all, []int{v})
	}
	return all
}

// What is told of figures, one line a figure.
func TestFigure(t *testing.T) {
	rule := func(value, label string) func(*spec.Figure) {
		return func(f *spec.Figure) { f.Reference = []spec.Reference{{Value: at(value), Label: at(label)}} }
	}
	years := []string{"2021年", "2022年", "2023年"}
	four := []string{"甲", "乙", "丙", "丁"}
	tests := []struct {
		name, kind, unit string
		names            []string
		values           [][]int
		with             func(*spec.Figure)
		zh, en           string
	}{
		{"rising rate", "line", "%", years, column(3500, 3669, 3862), nil,
			"率 2023 年为 38.62%，比 2022 年的 36.69% 上升 1.93 个百分点", "率: 38.62% in 2023 年, up 1.93 points from 36.69% in 2022 年"},
		{"bare years", "column", "人", []string{"2022", "2023"}, column(2410, 1469), nil,
			"率 2023 年为 1,469 人，比 2022 年的 2,410 人减少 941 人", "率: 1,469 人 in 2023, down 941 人 from 2,410 人 in 2022"},
		{"lowest of many", "line", "人", append([]string{"2020年"}, years...), column(400, 500, 450, 300), nil,
			"率 2023 年为 300 人，比 2022 年的 450 人减少 150 人，为 4 期中最低", "率: 300 人 in 2023 年, down 150 人 from 450 人 in 2022 年, the lowest of 4 periods"},
		{"no change", "line", "%", years, column(1, 5, 5), nil, "", ""},
		{"seasons", "column", "人", []string{"2022年春季", "2022年秋季", "2023年春季"}, column(300, 900, 240), nil,
			"率 2023 年春季为 240 人，比 2022 年春季的 300 人减少 60 人", "率: 240 人 in 2023 年春季, down 60 人 from 300 人 in 2022 年春季"},
		{"a season without its like", "column", "人", []string{"2022年春季", "2022年秋季"}, column(300, 900), nil, "", ""},
		{"below a line", "bar", "%", four, column(9000, 8000, 9500, 7000), rule("85", "全校"),
			"丁的率最低，为 70.00%；4 项中有 2 项低于全校 85.00%", "率: 丁 is lowest with 70.00%; 2 of 4 are below 全校 85.00%"},
		{"none below a line", "bar", "%", four, column(9000, 8600, 9500, 8700), rule("85", "全校"),
			"率以丙最高，为 95.00%；乙最低，为 86.00%", "率: 丙 is highest with 95.00%, 乙 lowest with 86.00%"},
		{"below the mean, as half are", "bar", "%", four, column(9000, 8000, 9500, 7000), rule("mean", ""),
			"率以丙最高，为 95.00%；丁最低，为 70.00%", "率: 丙 is highest with 95.00%, 丁 lowest with 70.00%"},

		{"the largest of some amounts", "bar", "人", four, column(900, 80, 10, 10), nil, "", ""},
		{"the first of more", "bar", "%", four, column(9500, 9000, 8600, 8000), func(f *spec.Figure) { f.Top.N = spec.At[int]{V: 4, Pos: f.Title.Pos} }, "", ""},
		{"what is left is no member", "donut", "人", []string{"甲", "乙", "其他"}, column(20, 30, 50), nil, "", ""},
		{"hardly a change", "line", "%", years, column(3500, 3862, 3880), nil, "", ""},
		{"two are highest", "bar", "%", four, column(9000, 9000, 800, 700), nil, "", ""},
		{"a total is no member", "bar", "%", append([]string{"合计"}, four...), column(9900, 9000, 8600, 9500, 8700), nil,
			"率以丙最高，为 95.00%；乙最低，为 86.00%", "率: 丙 is highest with 95.00%, 乙 lowest with 86.00%"},
	}
	for _, tt := range tests {
		for lang, want := range map[string]string{"zh-CN": tt.zh, "en": tt.en} {
			got := ""
			if all := Choose(Figure(figure(t, tt.kind, tt.unit, lang, tt.names, []string{"率"}, tt.values, tt.with)), Choice{Most: 1}); len(all) > 0 {
				got = readable.Replace(all[0].Text())
			}
			if got != want {
				t.Errorf("%s: %q; want %q", tt.name, got, want)
			}
		}
	}
}

func TestShare(t *testing.T) {
	c := figure(t, "donut", "人", "zh-CN", []string{"甲", "乙", "丙", "丁"}, []string{"人数"}, column(900, 80, 15, 5), nil)
	all := Choose(Figure(c), Choice{Most: 1})
	if want := "人数以甲最多，为 900 人，占 90.0%"; len(all) == 0 || readable.Replace(all[0].Text()) != want {
		t.Errorf("%v; want %q", all, want)
	}
}

func TestGapOfRates(t *testing.T) {
	for _, tt := range []struct {
		names []string
		want  string
	}{
		{[]string{"男生就业率", "女生就业率"}, "gap"},
		{[]string{"双师比例", "课时占比"}, "change"},
	} {
		c := figure(t, "column", "%", "zh-CN", []string{"2021年", "2022年"}, tt.names, [][]int{{5010, 4180}, {5040, 2470}}, nil)
		if id := Choose(Figure(c), Choice{Most: 1})[0].ID; !strings.HasPrefix(id, "f/"+tt.want) {
			t.Errorf("%v: %s; want %s", tt.names, id, tt.want)
		}
	}
}

func TestGap(t *testing.T) {
	c := figure(t, "column", "万元", "zh-CN", []string{"2021年", "2022年"}, []string{"收入", "支出"}, [][]int{{501, 518}, {504, 547}}, nil)
	all := Choose(Figure(c), Choice{Most: 1})
	if want := "2022 年支出 547 万元，比收入 504 万元多 43 万元"; len(all) == 0 || readable.Replace(all[0].Text()) != want {
		t.Errorf("%v; want %q", all, want)
	}
}

func TestChangesAreCompared(t *testing.T) {
	c := figure(t, "bar", "%", "zh-CN", []string{"甲", "乙", "丙", "丁"}, []string{"比上年增长"}, column(9000, 8000, 9500, 7000), nil)
	if got, want := readable.Replace(Figure(c)[0].Text()), "丙比上年增长 95.00%，为各项最高；丁最低，为 70.00%"; got != want {
		t.Errorf("%q; want %q", got, want)
	}
	c = figure(t, "bar", "%", "zh-CN", []string{"城镇", "乡村", "男性", "女性"}, []string{"比重"}, column(5477, 4523, 5120, 4880), nil)
	if all := Figure(c); len(all) > 0 {
		t.Errorf("parts of several wholes are ranked: %s", all[0].Text())
	}
}

// A headline is a title that holds for what it was made of, and says nothing that is
// doubtful, trivial or of another series.
func TestHeadline(t *testing.T) {
	years, four := []string{"2022年", "2023年"}, []string{"甲", "乙", "丙", "丁"}
	for _, tt := range []struct {
		name, kind, unit, lang string
		names, columns         []string
		values                 [][]int
		want                   string
	}{
		{"a rate", "line", "%", "zh-CN", years, []string{"升学率"}, column(3669, 3862), "升学率升至 {value}"},
		{"in English", "line", "%", "en", []string{"2022", "2023"}, []string{"Progression rate"}, column(3862, 3669), "Progression rate fell to {value}"},
		{"a count", "column", "人", "zh-CN", years, []string{"毕业生数"}, column(2410, 1469), "毕业生数减至 {value}"},
		{"hardly a change", "line", "%", "zh-CN", years, []string{"升学率"}, column(3861, 3862), ""},
		{"a name that goes a way", "line", "%", "zh-CN", years, []string{"增长率"}, column(3669, 3862), ""},
		{"a name with braces", "line", "%", "zh-CN", years, []string{"升{学}率"}, column(3669, 3862), ""},
		{"two rivals", "column", "万元", "zh-CN", years, []string{"收入", "支出"}, [][]int{{501, 518}, {504, 647}}, "{what}比{other}多 {change}"},
		{"a share", "donut", "人", "zh-CN", four, []string{"人数"}, column(900, 80, 15, 5), "{highest}最多，占 {share}"},
		{"rates", "bar", "%", "zh-CN", four, []string{"报到率"}, column(9000, 8000, 9500, 7000), "{highest}的报到率最高，{lowest}最低"},
		{"rates of a year", "bar", "%", "zh-CN", four, []string{"2023年"}, column(9000, 8000, 9500, 7000), ""},
		{"amounts", "bar", "人", "zh-CN", four, []string{"人数"}, column(900, 80, 15, 5), ""},
	} {
		c := figure(t, tt.kind, tt.unit, tt.lang, tt.names, tt.columns, tt.values, nil)
		got := Headline(c)
		if got != tt.want {
			t.Errorf("%s: %q; want %q", tt.name, got, tt.want)
		}
		for i := range c.Sources {
			c.Sources[i].Contested = "存疑"
		}
		if got := Headline(c); got != "" {
			t.Errorf("%s: %q of contested numbers", tt.name, got)
		}
	}
}

// A title that names a series is about that series, or about nothing.
func TestAbout(t *testing.T) {
	names := []string{"就业率", "男生就业率"}
	both := [][]int{{8000, 7000}, {9000, 7500}}
	still := [][]int{{8000, 7000}, {9000, 7000}}
	for _, tt := range []struct {
		title  string
		values [][]int
		want   string
	}{
		{"男生就业率升至 {value}", both, "男生就业率升至 75.00%"},
		{"就业率升至 {value}", both, "就业率升至 90.00%"},
		{"{what}升至 {value}", both, "就业率升至 90.00%"},
		{"升至 {value}", both, ""},
		{"男生就业率升至 {value}", still, ""},
		{"升至 {value}", still, ""},
		{"就业率降至 {value}", still, ""},
	} {
		all := slices.DeleteFunc(Figure(figure(t, "line", "%", "zh-CN", []string{"2022年", "2023年"}, names, tt.values, nil)), func(p Point) bool { return !p.Has(Mentions(tt.title)) })
		got := ""
		if p, err := About(tt.title, all); err == nil {
			got = readable.Replace(p.Text())
		}
		if got != tt.want {
			t.Errorf("%s over %v: %q; want %q", tt.title, tt.values, got, tt.want)
		}
	}
}

// Whatever the values are, a sentence about them is true: its words are held against
// the rows, without the chart.
func TestSentencesAreTrue(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	told := 0
	for range 400 {
		n := 2 + random.IntN(6)
		names, values := []string{}, [][]int{}
		periods := random.IntN(2) == 0
		for i := range n {
			name := fmt.Sprint("项", i)
			if periods {
				name = fmt.Sprint(2015+i, "年")
			}
			names, values = append(names, name), append(values, []int{1 + random.IntN(9999), 1 + random.IntN(9999)})
		}
		unit := []string{"%", "人"}[random.IntN(2)]
		limit := 1 + random.IntN(99)
		c := figure(t, []string{"column", "bar", "line"}[random.IntN(3)], unit, "zh-CN", names, []string{"甲数", "乙数"}, values,
			func(f *spec.Figure) {
				f.Reference = []spec.Reference{{Value: at(strconv.Itoa(limit)), Label: at("线")}}
			})
		for _, p := range Figure(c) {
			told++
			holds(t, p, names, values, unit, limit)
		}
	}
	if told < 300 {
		t.Errorf("%d sentences: the test has little to hold against the rows", told)
	}
}

// holds holds a sentence against the rows that it is about.
func holds(t *testing.T, p Point, names []string, values [][]int, unit string, limit int) {
	t.Helper()
	text := readable.Replace(p.Text())
	word := func(name string) string {
		w, _ := p.word(name)
		return readable.Replace(w.Text)
	}
	col := slices.Index([]string{"甲数", "乙数"}, word("what"))
	of := func(row string, col int) int {
		return values[slices.Index(names, strings.ReplaceAll(row, " ", ""))][col]
	}
	write := func(v int) string {
		switch {
		case unit == "%":
			return strconv.FormatFloat(float64(v)/100, 'f', 2, 64) + "%"
		case v >= 1000:
			return fmt.Sprintf("%d,%03d 人", v/1000, v%1000)
		}
		return fmt.Sprintf("%d 人", v)
	}
	differ := func(v int) string { return strings.Replace(write(max(v, -v)), "%", " 个百分点", 1) }
	wrong := func(what string, want any) {
		t.Errorf("%q of %v %v: %s should be %v", text, names, values, what, want)
	}
	last := names[len(names)-1]
	switch strings.Split(p.ID, "/")[1] {
	case "change":
		now, then := of(last, col), of(word("before"), col)
		up := strings.Contains(text, "上升") || strings.Contains(text, "增加")
		if word("value") != write(now) || word("then") != write(then) || word("change") != differ(now-then) || up != (now > then) {
			wrong("the change", []string{write(now), write(then), differ(now - then)})
		}
		rows := slices.Clone(values[:len(values)-1])
		if strings.Contains(text, "最高") && slices.ContainsFunc(rows, func(r []int) bool { return r[col] >= now }) ||
			strings.Contains(text, "最低") && slices.ContainsFunc(rows, func(r []int) bool { return r[col] <= now }) {
			wrong("the record", "none")
		}
	case "gap":
		more, less := of(last, col), of(last, 1-col)
		if more <= less || word("value") != write(more) || word("than") != write(less) || word("change") != differ(more-less) {
			wrong("the gap", differ(more-less))
		}
	case "below":
		n, low := 0, values[0][col]
		for _, r := range values {
			low = min(low, r[col])
			if unit == "%" && r[col] < 100*limit || unit != "%" && r[col] < limit {
				n++
			}
		}
		if word("count") != strconv.Itoa(n) || of(word("lowest"), col) != low || word("value") != write(low) {
			wrong("those below", n)
		}
	case "ranking":
		for _, r := range values {
			if r[col] > of(word("highest"), col) || r[col] < of(word("lowest"), col) {
				wrong("the highest and lowest", r)
			}
		}
	default:
		t.Errorf("nothing holds %s against the rows", p.ID)
	}
}

// An author orders the points, leaves some out and says them in other words, which
// stay true.
func TestChoose(t *testing.T) {
	all := []Point{{ID: "a/x", weight: 50}, {ID: "b/x", Figure: "b", weight: 90}, {ID: "b/y", Figure: "b", weight: 80}, {ID: "c/x", weight: 10}}
	for _, tt := range []struct {
		choice Choice
		want   string
	}{
		{Choice{Most: 5}, "b/x a/x"},
		{Choice{Most: 1}, "b/x"},
		{Choice{Most: 0}, ""},
		{Choice{Most: 5, Pin: []string{"c", "b/y"}}, "c/x b/y a/x"},
		{Choice{Most: 5, Drop: []string{"b"}}, "a/x"},
	} {
		var got []string
		for _, p := range Choose(all, tt.choice) {
			got = append(got, p.ID)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%+v: %v; want %s", tt.choice, got, tt.want)
		}
	}
}

func TestReword(t *testing.T) {
	c := figure(t, "line", "%", "zh-CN", []string{"2022年", "2023年"}, []string{"升学率"}, column(3669, 3862), nil)
	p := Figure(c)[0]
	for _, tt := range []struct{ sentence, want string }{
		{"{what}升至 {value}", "升学率升至 38.62%"},
		{"{what}已近四成", ""},
		{"{what}已达 38%", ""},
		{"{what}降至 {value}", ""},
		{"{what}升至 {most}", ""},
	} {
		got := ""
		if q, err := p.Reword(tt.sentence); err == nil {
			got = readable.Replace(q.Text())
		}
		if got != tt.want {
			t.Errorf("%s: %q; want %q", tt.sentence, got, tt.want)
		}
	}
}

func TestSays(t *testing.T) {
	for title, want := range map[string]bool{
		"2023 届毕业生毕业去向": false, "录取人数最多的 16 个专业的录取与报到": true, "升学率升至 38.62%": true, "2022 年和 2023 年学生升学情况": false,
		"支出比收入多 0.43 亿元": true, "支出比收入多 0.43\u2009亿元": true, "Graduates by destination, 2023": false, "Enrolment fell again": true, "Uptown campus": false,
	} {
		if Says(title) != want {
			t.Errorf("%s says something: %v; want %v", title, !want, want)
		}
	}
}

func TestEdition(t *testing.T) {
	changes := []Change{{"升学", "2,410 人", "2,469 人"}, {"就业", "100 人", "180 人"}, {"其他", "无数据", "3 人"}}
	for _, tt := range []struct {
		changes []Change
		want    string
	}{
		{changes, "就业由上一版的 100 人变为 180 人；此图共有 3 处变化"},
		{changes[:1], "升学由上一版的 2,410 人变为 2,469 人"},
		{changes[2:], ""},
		{[]Change{{"甲", "1 人", "2 人"}, {"乙", "3 人", "6 人"}}, "甲由上一版的 1 人变为 2 人；此图共有 2 处变化"}, // the first of equal ones
		{[]Change{{"升学", "2 人", "2 万元"}}, ""},
	} {
		got := ""
		for _, p := range Edition("f", "题", "zh-CN", tt.changes) {
			got += readable.Replace(p.Text())
		}
		if got != tt.want {
			t.Errorf("%v: %q; want %q", tt.changes, got, tt.want)
		}
	}
}
