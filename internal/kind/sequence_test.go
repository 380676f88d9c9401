package kind

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
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
		{"2023,2021,2020", []int{0, 2, 3}},       // backwards, and even so
		{"2019—2020学年,2021—2022学年", []int{0, 1}}, // one step, however long
		{"2019/20,2022/23,2024/25", []int{0, 3, 5}},
		{"2019,2021年", []int{0, 1}},        // two forms
		{"2019,2022,2021", []int{0, 1, 2}}, // no direction
		{"2021,2021", []int{0, 1}},         // the same year twice
		{"1600,2000", []int{0, 1}},         // more years than an axis can carry
		{"2021年春季,2021年秋季,2022年春季,2023年春季", []int{0, 1, 2, 4}},
		{"护理学,2023", []int{0, 1}},  // not all are years
		{"2019", []int{0}},         // one
		{"1,2,30", []int{0, 1, 2}}, // numbers
		{"2021-01,2021-03,2021-12", []int{0, 2, 11}},
		{"2021年11月,2022年1月,2022年2月", []int{0, 2, 3}},
		{"2021Q1,2021Q4,2022Q1", []int{0, 3, 4}},
		{"2021年第一季度,2021年第三季度,2021年第四季度", []int{0, 2, 3}},
		{"2011-12,2013-14,2014-15", []int{0, 2, 3}}, // school years
		{"2010,2015,2020,2030", []int{0, 1, 2, 4}},
		{"2023-02-27,2023-02-28,2023-03-01,2023-03-08", []int{0, 1, 2, 9}},
		{"Fall 2019,Fall 2020,Fall 2022", []int{0, 1, 3}},
		{"FY2019,FY2021,FY2022", []int{0, 2, 3}},
		{"Nov 2022,Dec 2022,Feb 2023", []int{0, 1, 3}},
		{"Q3 2022,Q4 2022,Q2 2023", []int{0, 1, 3}},
		{"1200,1350,2400", []int{0, 1, 2}},    // numbers
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

// A gap of two years is a double step for lines and areas, and columns are side
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
			_, data := chart.ValuesOf(m)
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
		l := m.(chart.Lines)
		first, last := p.Plane().Point(l.Data[0], false), p.Plane().Point(l.Data[2], false)
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

// ticksOf are the names under a chart, in their order.
func ticksOf(c *chart.Chart) string {
	var names []string
	for _, x := range c.Texts {
		if x.Role == chart.RoleTick && x.Align == chart.AlignCenter {
			names = append(names, x.S)
		}
	}
	return strings.Join(names, "|")
}

// Years far apart are written whole, as many as have room.
func TestYearsFarApart(t *testing.T) {
	c, problems := Resolve(fig("line", "年份", "本科", "专科"), yearly(1958, 1979, 2001, 2020, 2021, 2023), Options{})
	if len(problems) > 0 {
		t.Fatal(said(problems))
	}
	if got, want := ticksOf(c), "1958|1979|2001|2020|2023"; got != want && got != "1958|1979|2001|2023" {
		t.Errorf("the years are %s; want %s", got, want)
	}
	if at := c.Panels[0].Marks[0].(chart.Lines).Data; at[1].X-at[0].X != 21 || at[5].X-at[4].X != 2 {
		t.Errorf("the years stand at %+v", at)
	}
	checkTexts(t, "years far apart", c)
}

// A line along times that the report prints backwards runs forward; columns are
// told.
func TestBackwards(t *testing.T) {
	months := frame("月份 件数/件",
		[]series.Value{text("2023年3月"), num(70, 0, "件")},
		[]series.Value{text("2023年2月"), num(45, 0, "件")},
		[]series.Value{text("2022年12月"), num(20, 0, "件")})
	for _, tt := range []struct{ kind, sort, labels, want string }{
		{"line", "", "2022 年 12 月||2023 年 2 月|2023 年 3 月", ""},
		{"area", "", "2022 年 12 月||2023 年 2 月|2023 年 3 月", ""},
		{"line", "-月份", "2023 年 3 月|2023 年 2 月||2022 年 12 月", ""},
		{"column", "", "2023 年 3 月|2023 年 2 月|2022 年 12 月", "月份 runs backwards, from 2023年3月 to 2022年12月"},
		{"column", "-月份", "2023 年 3 月|2023 年 2 月|2022 年 12 月", ""},
		{"bar", "", "", ""},
	} {
		f := fig(tt.kind, "月份", "件数")
		if tt.sort != "" {
			f.Sort = at(tt.sort)
		}
		c, problems := Resolve(f, months, Options{})
		got := ""
		for _, p := range problems {
			got += p.Text.String()
		}
		if got != tt.want {
			t.Errorf("%s, sort %q: told %q; want %q", tt.kind, tt.sort, got, tt.want)
		}
		if labels := strings.ReplaceAll(strings.Join(c.Panels[0].X.Labels, "|"), "\u2009", " "); labels != tt.labels {
			t.Errorf("%s, sort %q: %s; want %s", tt.kind, tt.sort, labels, tt.labels)
		}
	}
}

// A line along times without any order runs forward as well.
func TestTimesWithoutOrder(t *testing.T) {
	for _, tt := range []struct{ cats, labels, values string }{
		{"2022 2020 2021", "2020|2021|2022", "[2 3 1]"},
		{"2023年1月 2023年11月 2023年9月", "2023 年 1 月||||2023 年 9 月|2023 年 11 月", "[1 3 2]"},
		{"3月 2月 1月", "1 月|2 月|3 月", "[3 2 1]"},
		{"9月 12月 1月", "9 月|12 月|1 月", "[1 2 3]"}, // of a school year
		{"1Q24 3Q23 4Q23", "3Q23|4Q23|1Q24", "[2 3 1]"},
		{"丙 甲 乙", "丙|甲|乙", "[1 2 3]"},
	} {
		var rows [][]series.Value
		for i, c := range strings.Fields(tt.cats) {
			rows = append(rows, []series.Value{text(c), num(float64(i+1), 0, "件")})
		}
		c, problems := Resolve(fig("line", "期", "件数"), frame("期 件数/件", rows...), Options{})
		if len(problems) > 0 {
			t.Error(said(problems))
		}
		var values []float64
		for _, v := range c.Panels[0].Marks[0].(chart.Lines).Data {
			values = append(values, v.Y)
		}
		labels := strings.ReplaceAll(strings.Join(c.Panels[0].X.Labels, "|"), "\u2009", " ")
		if got := fmt.Sprint(values); labels != tt.labels || got != tt.values {
			t.Errorf("%s: %s %s; want %s %s", tt.cats, labels, got, tt.labels, tt.values)
		}
	}
}

// The last of many months lies within the picture.
func TestManyMonths(t *testing.T) {
	for _, n := range []int{13, 24, 36, 60} {
		var rows [][]series.Value
		for i := range n {
			rows = append(rows, []series.Value{text(fmt.Sprintf("%d-%02d", 2019+i/12, 1+i%12)), num(float64(50+i*7%30), 0, "人次")})
		}
		for _, tt := range [][2]string{{"column", "150mm"}, {"line", "150mm"}, {"area", "150mm"}, {"column", "80mm"}, {"line", "80mm"}} {
			kind, size := tt[0], tt[1]
			f := fig(kind, "月份", "人次")
			f.Size = at(size)
			c, problems := Resolve(f, frame("月份 人次/人次", rows...), Options{})
			if len(problems) > 0 {
				t.Fatal(said(problems))
			}
			if names := strings.Split(ticksOf(c), "|"); len(names) < 3 || !strings.HasSuffix(name(rows[n-1][0]), names[len(names)-1]) {
				t.Errorf("%s of %d months on %s has the names %s", kind, n, size, names)
			}
			checkTexts(t, fmt.Sprint(kind, n, size), c)
		}
	}
}

// Months without a year run on in each of several series; which of two is the earlier
// is told as unknown where no series says it.
func TestMonthsOfSeries(t *testing.T) {
	for _, tt := range []struct{ rows, sort, want, told string }{
		{"A Jan,A Feb,B Nov,B Dec,B Jan", "", "Nov Dec Jan Feb", ""},
		{"A 11月,A 12月,A 1月,B 1月,B 2月", "", "11月 12月 1月 2月", ""},
		{"A Jan,A Feb,A Dec,B Jan,B Feb", "", "Jan Feb Dec", ""},
		{"A Sep,A Oct,B Jan,B Feb", "", "Sep Oct Jan Feb", "no-year"},
		{"A Sep,A Oct,B Jan,B Feb", "m", "Sep Oct Jan Feb", ""},
		{"A Jan,A Feb,B Feb,B Jan", "", "Jan Feb", ""},
		{"A 2023-11,A 2023-12,B 2023-01", "", "2023-11 2023-12 2023-01", ""},
		{"A x,A Jan,B y", "", "x Jan y", ""},
	} {
		var rows [][]series.Value
		for _, r := range strings.Split(tt.rows, ",") {
			s, m, _ := strings.Cut(r, " ")
			rows = append(rows, []series.Value{text(s), text(m)})
		}
		d := &builder{fig: fig("line", "m", "v"), data: frame("s m", rows...)}
		d.fig.Sort = at(tt.sort)
		got := strings.Join(roundYear(d, distinct(d, 1), 1, 0), " ")
		told := ""
		for _, p := range d.problems {
			told += p.Rule
		}
		if got != tt.want || told != tt.told {
			t.Errorf("%s: %s, %s; want %s, %s", tt.rows, got, told, tt.want, tt.told)
		}
	}
}
