package chart

import (
	"slices"
	"strings"
	"testing"

	"charts/internal/series"
)

func TestTimeSteps(t *testing.T) {
	tests := []struct {
		cats string // parted by commas
		want []int
	}{
		{"2019,2021,2022", []int{0, 2, 3}},
		{"2019年,2021年,2022年", []int{0, 2, 3}},
		{"2019 届,2020 届", []int{0, 1}},
		{"2023,2021,2020", []int{0, 2, 3}}, // backwards, and even so
		{"2019—2020学年,2021—2022学年", []int{0, 2}},
		{"2019/20,2022/23", []int{0, 3}},
		{"2019,2021年", []int{0, 1}},           // two forms
		{"2019,2022,2021", []int{0, 1, 2}},    // no direction
		{"2021,2021", []int{0, 1}},            // the same year twice
		{"1600,2000", []int{0, 1}},            // more years than an axis can carry
		{"2021年春季,2022年春季", []int{0, 1}},      // terms
		{"护理学,2023", []int{0, 1}},             // not all are years
		{"2019", []int{0}},                    // one
		{"1,2,30", []int{0, 1, 2}},            // numbers
		{"2019级,2020级,2023级", []int{0, 1, 4}}, // by the year of entry
	}
	for _, tt := range tests {
		if got := timeSteps(strings.Split(tt.cats, ",")); !slices.Equal(got, tt.want) {
			t.Errorf("timeSteps(%s) = %v; want %v", tt.cats, got, tt.want)
		}
	}
}

// yearly is a figure of years that leave some out.
func yearly(years ...float64) series.Frame {
	var rows [][]series.Value
	for i, y := range years {
		rows = append(rows, []series.Value{num(y, 0, ""), num(90+float64(i), 1, "%"), num(80-float64(i), 1, "%")})
	}
	return frame("年份 本科/% 专科/%", rows...)
}

// A gap of two years is a double step for lines and areas, and columns stand side
// by side.
func TestEqualTimesAreEqualSteps(t *testing.T) {
	tests := []struct {
		kind   string
		labels string
		xs     []float64
		min    float64
	}{
		{"line", "2019||2021|2022", []float64{0.5, 2.5, 3.5}, 0.5},
		{"area", "2019||2021|2022", []float64{0.5, 2.5, 3.5}, 0.5},
		{"column", "2019|2021|2022", []float64{0.5, 1.5, 2.5}, 0},
	}
	for _, tt := range tests {
		c, problems := Resolve(fig(tt.kind, "年份", "本科", "专科"), yearly(2019, 2021, 2022), Options{})
		if len(problems) > 0 {
			t.Fatal(said(problems))
		}
		x := c.Panels[0].X
		if got := strings.Join(x.Labels, "|"); got != tt.labels || x.Min != tt.min {
			t.Errorf("%s: axis %q from %v; want %q from %v", tt.kind, got, x.Min, tt.labels, tt.min)
		}
		for _, m := range c.Panels[0].Marks {
			_, data := dataOf(m)
			var xs []float64
			for _, d := range data {
				xs = append(xs, d.X)
			}
			if !slices.Equal(xs, tt.xs) {
				t.Errorf("%s: %T stands at %v; want %v", tt.kind, m, xs, tt.xs)
			}
		}
	}
}

// A line with a value at every point has half a step on both sides for them; any
// other runs from edge to edge.
func TestLinesRunToTheEdge(t *testing.T) {
	one, _ := Resolve(fig("line", "年份", "本科"), yearly(2020, 2021, 2022), Options{})
	two, _ := Resolve(fig("line", "年份", "本科", "专科"), yearly(2020, 2021, 2022), Options{})
	if x := one.Panels[0].X; x.Min != 0 || x.Max != 3 {
		t.Errorf("a labelled line has the axis %v … %v; want 0 … 3", x.Min, x.Max)
	}
	p := two.Panels[0]
	for _, m := range p.Marks {
		l := m.(Lines)
		first, last := p.plane().point(l.Data[0], false), p.plane().point(l.Data[2], false)
		if first.X != p.Area.X || last.X != p.Area.X+p.Area.W {
			t.Errorf("%s runs from %v to %v; want from %v to %v", l.Name, first.X, last.X, p.Area.X, p.Area.X+p.Area.W)
		}
		if !strings.HasSuffix(l.End.Text, l.Data[2].Text) {
			t.Errorf("%s ends with %q, which is not its last value %q", l.Name, l.End.Text, l.Data[2].Text)
		}
	}
}

func TestHeatmapPutsYearsInOrder(t *testing.T) {
	data := frame("专业 年份 率/%",
		[]series.Value{text("护理"), num(2022, 0, ""), num(91, 0, "%")},
		[]series.Value{text("机电"), num(2021, 0, ""), num(92, 0, "%")},
		[]series.Value{text("护理"), num(2023, 0, ""), num(93, 0, "%")})
	for _, tt := range []struct{ sort, want string }{
		{"", "2021|2022|2023"},
		{"-率", "2022|2021|2023"}, // as the author sorts
	} {
		f := fig("heatmap", "", "率")
		f.X, f.Y = at("年份"), at("专业")
		if tt.sort != "" {
			f.Sort = at(tt.sort)
		}
		c, problems := Resolve(f, data, Options{})
		if len(problems) > 0 {
			t.Fatal(said(problems))
		}
		if got := strings.Join(c.Panels[0].X.Labels, "|"); got != tt.want {
			t.Errorf("sort %q: columns %s; want %s", tt.sort, got, tt.want)
		}
	}
}
