package kind

import (
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"
)

// signed is a frame of two series over four months, of both signs.
func signed() series.Frame {
	var rows [][]series.Value
	for i, v := range [][2]float64{{40, -12}, {25, -30}, {-8, 16}, {31, 0}} {
		rows = append(rows, []series.Value{text(string("春夏秋冬"[3*i : 3*i+3])), num(v[0], 0, "万元"), num(v[1], 0, "万元")})
	}
	return frame("季 收/万元 支/万元", rows...)
}

// What a mark cannot show is refused by the name of its row.
func TestRefusals(t *testing.T) {
	stacked := fig("area", "季", "收", "支")
	stacked.Stack = at("true")
	beside := fig("area", "季", "收", "支")
	bubble := fig("bubble", "", "")
	bubble.Value, bubble.X, bubble.Y, bubble.Size, bubble.Label = nil, at("收"), at("收"), at("支"), at("季")
	twice := signed()
	twice.Rows[2].Cells[0] = text("春")
	for kind, refused := range map[string]bool{"line": true, "area": true, "bar": false, "dot": false} {
		_, problems := Resolve(fig(kind, "季", "收"), twice, Options{})
		if !strings.Contains(said(problems), "two rows are called 春; part them") || problems.HasErrors() != refused {
			t.Errorf("%s of one name twice: %s", kind, said(problems))
		}
	}
	tests := []struct {
		name string
		fig  *spec.Figure
		want string
	}{
		{"stacked areas", stacked, "t.yaml:1:1: areas above and below zero cannot be stacked: 收 of 秋 is negative; use chart: column, or leave stack out (年报.txt:102)"},
		{"areas", beside, ""},
		{"a bubble", bubble, "t.yaml:1:1: 支 of 春 is negative and has no area; use chart: scatter, or narrow with where (年报.txt:100)"},
		{"a funnel", fig("funnel", "季", "支"), "t.yaml:1:1: 春 is negative and has no width; use chart: bar (年报.txt:100)"},
		{"a rose", fig("rose", "季", "支"), "t.yaml:1:1: 春 is negative and has no sector; use chart: bar (年报.txt:100)"},
		{"a radar", fig("radar", "季", "支"), "t.yaml:1:1: 春 is negative and has no place on a spoke; use chart: bar (年报.txt:100)"},
		{"a pictogram", fig("pictogram", "季", "收"), "t.yaml:1:1: 秋 is negative and has no signs; use chart: bar (年报.txt:102)"},
	}
	for _, tt := range tests {
		_, problems := Resolve(tt.fig, signed(), Options{})
		if got := strings.TrimSpace(said(problems)); got != tt.want {
			t.Errorf("%s: %s; want %s", tt.name, got, tt.want)
		}
	}
}

// A bubble of no size is named, and one without a size is missing.
func TestBubblesWithoutArea(t *testing.T) {
	f := fig("bubble", "", "")
	f.Value, f.X, f.Y, f.Size, f.Label = nil, at("甲"), at("乙"), at("丙"), at("组")
	c, problems := Resolve(f, frame("组 甲 乙 丙",
		[]series.Value{text("东"), num(1, 0, ""), num(2, 0, ""), num(40, 0, "")},
		[]series.Value{text("西"), num(2, 0, ""), num(3, 0, ""), num(0, 0, "")},
		[]series.Value{text("南"), num(3, 0, ""), num(1, 0, ""), none},
	), Options{})
	if problems.HasErrors() {
		t.Fatal(said(problems))
	}
	if got, want := strings.Join(c.Notes, " "), "圆的面积表示丙。 无数据：南。 面积为\u20090、未画出：西。"; got != want {
		t.Errorf("the notes are %q; want %q", got, want)
	}
	if dots := c.Panels[0].Marks[0].(chart.Points).Data; len(dots) != 2 || dots[0].Missing == dots[1].Missing {
		t.Errorf("the dots are %+v", dots)
	}
}

// The zeros of a combo whose line has both signs are at one height.
func TestComboZeros(t *testing.T) {
	tests := []struct {
		name           string
		columns, lines []float64
	}{
		{"a line of both signs", []float64{820, 790, 860}, []float64{-14, -30, 42}},
		{"a negative line", []float64{820, 790, 860}, []float64{-14, -30, -2}},
		{"columns of both signs", []float64{-3, 12, 5}, []float64{55, 60, 70}},
		{"both", []float64{-3, -12, -5}, []float64{0.5, 0.1, 0.9}},
		{"tiny below", []float64{1000, 2000, 1500}, []float64{-0.5, 80, 90}},
	}
	for _, tt := range tests {
		var rows [][]series.Value
		for i := range tt.columns {
			rows = append(rows, []series.Value{num(float64(2021+i), 0, ""), num(tt.columns[i], 0, "人"), num(tt.lines[i], 1, "家")})
		}
		c, problems := Resolve(fig("combo", "年", "甲", "乙"), frame("年 甲/人 乙/家", rows...), Options{})
		if problems.HasErrors() {
			t.Fatal(said(problems))
		}
		y, y2 := c.Panels[0].Y, c.Panels[0].Y2
		if a, b := y.Part(0), y2.Part(0); a < 0 || a > 1 || a-b > 1e-9 || b-a > 1e-9 {
			t.Errorf("%s: the zeros stand at %v and %v", tt.name, a, b)
		}
		for i := range tt.columns {
			if a, b := y.Part(tt.columns[i]), y2.Part(tt.lines[i]); a < 0 || a > 1 || b < 0 || b > 1 {
				t.Errorf("%s: value %d lies beyond its axis: %v, %v", tt.name, i, a, b)
			}
		}
		if len(y2.Ticks) < 2 {
			t.Errorf("%s: the line has no axis to be read at", tt.name)
		}
		checkTexts(t, tt.name, c)
	}
}

// Where a part is not known, or all are zero, there are no shares.
func TestUnknownShares(t *testing.T) {
	f := fig("bar", "年", "甲", "乙")
	f.Stack = at("percent")
	rows := [][]series.Value{
		{text("2021"), num(30, 0, "人"), num(70, 0, "人")},
		{text("2022"), num(55, 0, "人"), none},
		{text("2023"), num(0, 0, "人"), num(0, 0, "人")},
	}
	c, problems := Resolve(f, frame("年 甲/人 乙/人", rows...), Options{})
	if problems.HasErrors() {
		t.Fatal(said(problems))
	}
	var got []string
	for _, x := range c.Texts {
		if x.Role == chart.RoleValue {
			got = append(got, x.S)
		}
	}
	if s := strings.Join(got, " "); s != "30.0% 70.0%" {
		t.Errorf("the shares are %s", s)
	}
	if got, want := blankless(strings.Join(c.Notes, "")), "不计占比：2022（乙无数据）、2023（各项均为0）。"; got != want {
		t.Errorf("the note is %s; want %s", got, want)
	}
	if c, _ = Resolve(f, frame("年 甲/人 乙/人", rows[1:]...), Options{}); c.Empty || len(c.Notes) != 1 {
		t.Errorf("without any share: empty %v, %q", c.Empty, c.Notes)
	}
}
