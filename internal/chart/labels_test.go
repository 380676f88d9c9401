package chart

import (
	"slices"
	"strings"
	"testing"

	"charts/internal/series"
	"charts/internal/spec"
)

// blank is a sheet with nothing on it.
func blank() *sheet {
	d := &draft{fig: &spec.Figure{}, chart: &Chart{Style: light.style(reportSizes)}}
	return &sheet{draft: d, c: d.chart, em: 8, small: 7}
}

// A label stands at its side of the box, clear of it.
func TestBoxLabel(t *testing.T) {
	box := Rect{100, 50, 40, 20}
	tests := []struct {
		place LabelPlace
		align Align
		holds func(b Rect) bool
	}{
		{Above, AlignCenter, func(b Rect) bool { return b.Y+b.H <= box.Y }},
		{Below, AlignCenter, func(b Rect) bool { return b.Y >= box.Y+box.H }},
		{Right, AlignLeft, func(b Rect) bool { return b.X >= box.X+box.W }},
		{Left, AlignRight, func(b Rect) bool { return b.X+b.W <= box.X }},
		{Inside, AlignRight, func(b Rect) bool { return b.X+b.W <= box.X+box.W && b.Y >= box.Y && b.Y+b.H <= box.Y+box.H }},
		{Center, AlignCenter, func(b Rect) bool { return b.within(box) }},
	}
	for _, tt := range tests {
		s := blank()
		s.boxLabel(box, Label{Text: "2,469", Place: tt.place, Color: "#000000"}, 8)
		x := s.c.Texts[0]
		if x.Align != tt.align || !tt.holds(boxOf(x)) {
			t.Errorf("%s: %s at %+v", tt.place, x.Align, boxOf(x))
		}
	}
}

// The lines of a label keep their order and do not overlap.
func TestBlockLabel(t *testing.T) {
	for _, place := range []LabelPlace{Above, Below, Left, Right, Center} {
		s := blank()
		s.boxLabel(Rect{100, 50, 40, 20}, Label{Text: "第一行\n第二行\n三", Place: place}, 8)
		var lines []string
		for i, x := range s.c.Texts {
			lines = append(lines, x.S)
			if i > 0 && boxOf(x).Y < boxOf(s.c.Texts[i-1]).Y+boxOf(s.c.Texts[i-1]).H {
				t.Errorf("%s: line %d overlaps the one before", place, i)
			}
		}
		if got := strings.Join(lines, "/"); got != "第一行/第二行/三" {
			t.Errorf("%s: %s", place, got)
		}
	}
}

// Values stand beyond the ends of their bars, whichever way the bars run.
func TestValuesStandBeyondBars(t *testing.T) {
	data := frame("项 增减/万元",
		[]series.Value{text("财政"), num(120, 0, "万元")},
		[]series.Value{text("学费"), num(-45, 0, "万元")},
		[]series.Value{text("科研"), {}})
	for _, kind := range []string{"column", "bar"} {
		c, problems := Resolve(fig(kind, "项", "增减"), data, Options{})
		if len(problems) > 0 {
			t.Fatal(said(problems))
		}
		p := &c.Panels[0]
		bars := p.Marks[0].(Bars)
		for _, x := range c.Texts {
			i := slices.Index([]string{"120", "−45", "无数据"}, x.S)
			if x.Role != RoleValue || i < 0 {
				continue
			}
			bar, label := p.plane().bar(bars, bars.Data[i]), boxOf(x)
			if label.meets([]Rect{bar}, Rect{}) {
				t.Errorf("%s: %q overlaps its bar", kind, x.S)
			}
			far := map[string]bool{
				"column0": label.Y < bar.Y, "column1": label.Y > bar.Y, "bar0": label.X > bar.X, "bar1": label.X < bar.X,
			}
			if beyond, ok := far[kind+string(rune('0'+i))]; ok && !beyond {
				t.Errorf("%s: %q stands at the wrong end of its bar", kind, x.S)
			}
		}
	}
}

// A value in a stack is written where its part has room, and nowhere else.
func TestStackLabels(t *testing.T) {
	f := fig("column", "年份", "大", "小")
	f.Stack = at("true")
	c, _ := Resolve(f, frame("年份 大/人 小/人",
		[]series.Value{text("2022年"), num(900, 0, "人"), num(4, 0, "人")},
		[]series.Value{text("2023年"), num(700, 0, "人"), num(300, 0, "人")}), Options{})
	var got []string
	for _, m := range c.Panels[0].Marks {
		for _, d := range m.(Bars).Data {
			got = append(got, d.Label.Text)
		}
	}
	if want := []string{"900", "700", "", "300"}; !slices.Equal(got, want) {
		t.Errorf("labels %q; want %q", got, want)
	}
}

// The values of columns side by side are parted, by smaller digits if need be, and
// names that are whole in the small size are not torn.
func TestGroupedColumnsReadable(t *testing.T) {
	f := fig("column", "学院", "计划数", "录取数", "报到数")
	f.Labels = spec.At[bool]{V: true, Pos: at("").Pos}
	var rows [][]series.Value
	for i, name := range []string{"文学院", "机电工程学院", "医学院", "经济管理学院", "法学院", "信息工程学院", "理学院", "艺术设计学院"} {
		rows = append(rows, []series.Value{text(name), num(float64(480+i), 0, "人"), num(float64(495+i), 0, "人"), num(float64(464+i), 0, "人")})
	}
	c, problems := Resolve(f, frame("学院 计划数/人 录取数/人 报到数/人", rows...), Options{})
	if len(problems) > 0 {
		t.Fatal(said(problems))
	}
	var values []Rect
	for _, x := range c.Texts {
		b := boxOf(x)
		switch x.Role {
		case RoleValue:
			b.W += 0.2 * x.Size // the least gap
			if b.meets(values, Rect{}) {
				t.Errorf("%s stands too close to another value", x.S)
			}
			values = append(values, b)
		case RoleTick:
			if !strings.HasSuffix(x.S, "学院") {
				t.Errorf("a name is torn: %q", x.S)
			}
		}
	}
	if len(values) != 3*len(rows) {
		t.Errorf("%d values; want %d", len(values), 3*len(rows))
	}
}

// Long names turn columns into bars; years never do.
func TestColumnsTurn(t *testing.T) {
	tests := []struct {
		name  string
		names func(int) string
		n     int
		bars  bool
	}{
		{"short", shortName, 6, false},
		{"long", longName, 8, true},
		{"many", shortName, 40, true},
		{"years", year, 24, false},
	}
	for _, tt := range tests {
		var rows [][]series.Value
		for i := range tt.n {
			rows = append(rows, []series.Value{text(tt.names(i)), num(float64(10+i), 0, "人")})
		}
		c, _ := Resolve(fig("column", "类", "数"), frame("类 数/人", rows...), Options{})
		if got := c.Panels[0].plane().sideways(); got != tt.bars {
			t.Errorf("%s: turned to bars %v; want %v", tt.name, got, tt.bars)
		}
	}
}
