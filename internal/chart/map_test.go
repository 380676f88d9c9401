package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"charts/internal/series"
	"charts/internal/spec"
)

// box4 are the coordinates of a square ring.
func box4(x, y, side float64) string {
	return fmt.Sprintf("[[%v,%v],[%v,%v],[%v,%v],[%v,%v],[%v,%v]]", x, y, x+side, y, x+side, y+side, x, y+side, x, y)
}

// feature is a region of a GeoJSON file; its polygons are lists of rings.
func feature(name string, polygons ...string) string {
	if len(polygons) == 1 {
		return fmt.Sprintf(`{"type":"Feature","properties":{"name":%q},"geometry":{"type":"Polygon","coordinates":[%s]}}`, name, polygons[0])
	}
	return fmt.Sprintf(`{"type":"Feature","properties":{"name":%q},"geometry":{"type":"MultiPolygon","coordinates":[[%s]]}}`, name, strings.Join(polygons, "],["))
}

func collection(features ...string) []byte {
	return []byte(`{"type":"FeatureCollection","features":[` + strings.Join(features, ",") + `]}`)
}

// squares is a file of a region a name, side by side.
func squares(names ...string) []byte {
	var all []string
	for i, n := range names {
		all = append(all, feature(n, box4(float64(i%4), float64(i/4), 1)))
	}
	return collection(all...)
}

// districts is a map of four regions: one with a hole, one of two parts, one
// without a value.
func districts() (*spec.Figure, series.Frame, []byte) {
	f := fig("map", "区", "新生")
	f.GeoJSON = at("data/districts.geojson")
	data := frame("区 新生/人",
		[]series.Value{text("西区"), num(233, 0, "人")},
		[]series.Value{text("东区"), num(412, 0, "人")},
		[]series.Value{text("北区"), num(96, 0, "人")})
	return f, data, collection(
		feature("东区", box4(20, 0, 10)),
		feature("西区", box4(10, 0, 10)+","+box4(12, 2, 2)),
		feature("北区", box4(10, 10, 10), box4(40, 15, 1)),
		feature("南区", box4(10, -10, 10)))
}

func TestMap(t *testing.T) {
	f, data, src := districts()
	c, problems := Resolve(f, data, Options{Shapes: src})
	if len(problems) > 0 {
		t.Fatal(said(problems))
	}
	r := c.Panels[0].Marks[0].(Regions)
	want := []string{"东区 412 人", "西区 233 人", "北区 96 人", "南区 无数据"}
	for i, d := range r.Data {
		if got := strings.ReplaceAll(d.Name+" "+d.Text, "\u2009", " "); got != want[i] {
			t.Errorf("region %d is %q; want %q", i, got, want[i])
		}
	}
	if d := r.Data[3]; !d.Missing || d.Color != c.Style.Grid {
		t.Errorf("the region without a value is %+v; want it missing, in the colour %s", d, c.Style.Grid)
	}
	legend := []string{"1–100", "101–200", "201–300", "301–400", "401–500\u00a0人", "无数据"}
	for i, e := range c.Legend {
		if e.Name != legend[i] {
			t.Errorf("legend %d is %q; want %q", i, e.Name, legend[i])
		}
	}
	if r.Data[0].Color != c.Legend[4].Color || r.Data[1].Color != c.Legend[2].Color {
		t.Errorf("the regions have the colours %s and %s; the legend has %+v", r.Data[0].Color, r.Data[1].Color, c.Legend)
	}
	if !strings.Contains(c.Alt, "最高 东区 412\u2009人，最低 北区 96\u2009人") || !strings.Contains(c.Alt, "1 个缺失") {
		t.Errorf("alt text %q", c.Alt)
	}
}

func TestMapProblems(t *testing.T) {
	tests := []struct {
		name   string
		change func(f *spec.Figure, d *series.Frame, src *[]byte)
		want   string
	}{
		{"no file named", func(f *spec.Figure, _ *series.Frame, _ *[]byte) { f.GeoJSON = spec.At[string]{} },
			"a map chart needs geojson"},
		{"no such region", func(_ *spec.Figure, d *series.Frame, _ *[]byte) { d.Rows[0].Cells[0] = text("西 区") },
			`data/districts.geojson has no region "西 区"; did you mean 西区?`},
		{"a region twice", func(_ *spec.Figure, d *series.Frame, _ *[]byte) { d.Rows[1].Cells[0] = text("西区") },
			"two rows give a value for 西区"},
		{"not GeoJSON", func(_ *spec.Figure, _ *series.Frame, src *[]byte) { *src = []byte("PK\x03") },
			"data/districts.geojson holds no regions: line 1 is no JSON; it takes a GeoJSON FeatureCollection"},
	}
	for _, tt := range tests {
		f, data, src := districts()
		tt.change(f, &data, &src)
		_, problems := Resolve(f, data, Options{Shapes: src})
		if got := said(problems); !strings.HasPrefix(got, "t.yaml:1:1: ") || !strings.Contains(got, tt.want) {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

func TestParseShapes(t *testing.T) {
	tests := []struct {
		src  string
		want string // the fault, or the names with the number of their rings
	}{
		{string(squares("甲", "乙")), "甲 1, 乙 1"},
		{string(collection(feature("甲", box4(0, 0, 9)+","+box4(1, 1, 1), box4(20, 0, 3)))), "甲 3"},
		{"", "line 1 is no JSON"},
		{"{\n\"type\":\n}", "line 3 is no JSON"},
		{`[1, 2]`, "it is not built like GeoJSON"},
		{`{"type": "Topology"}`, "it is no FeatureCollection"},
		{`{"type": "FeatureCollection", "features": []}`, "it has no polygon"},
		{string(collection(strings.Replace(feature("甲", box4(0, 0, 1)), "name", "NAME_1", 1))), "feature 1 has no properties.name"},
		{string(collection(strings.Replace(feature("甲", box4(0, 0, 1)), "Polygon", "Point", 1))), `甲: a region is a Polygon or a MultiPolygon, not "Point"`},
		{string(collection(feature("甲", "[[0,0],[1,1],[0,0]]"))), "甲: a ring has fewer than three corners"},
		{string(collection(feature("甲", "[[0,0],[1],[0,1],[0,0]]"))), "甲: a point has no two coordinates that can be drawn"},
		{string(collection(feature("甲", "[[0,0],[1e300,0],[0,1],[0,0]]"))), "甲: a point has no two coordinates that can be drawn"},
		{string(collection(feature("甲", `"abc"`))), "甲: its coordinates are no rings of points"},
	}
	for _, tt := range tests {
		lands, err := parseShapes([]byte(tt.src))
		var names []string
		for _, l := range lands {
			names = append(names, fmt.Sprint(l.name, " ", len(l.rings)))
		}
		got := strings.Join(names, ", ")
		if err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("%s\nis %q; want %q", tt.src, got, tt.want)
		}
	}
}

// FuzzParseShapes holds: what is read can be drawn, every ring with three corners
// or more, borders one way round and holes the other.
func FuzzParseShapes(f *testing.F) {
	_, _, src := districts()
	f.Add(src)
	f.Fuzz(func(t *testing.T, src []byte) {
		lands, err := parseShapes(src)
		if err != nil {
			return
		}
		for _, l := range lands {
			if l.name == "" {
				t.Error("a region without a name")
			}
			for _, r := range l.rings {
				if a := area(r); len(r) < 3 || a != a {
					t.Errorf("%s has the ring %v of area %v", l.name, r, a)
				}
			}
		}
	})
}

// Degrees of longitude are shortened by the latitude; other coordinates are not.
func TestProjection(t *testing.T) {
	tests := []struct {
		x, y, side float64
		want       float64 // width by height
	}{
		{100, -0.5, 1, 1},         // at the equator
		{100, 59.5, 1, 0.5},       // cos 60° is a half
		{500000, 3300000, 200, 1}, // metres of a plane
	}
	for _, tt := range tests {
		lands, err := parseShapes(collection(feature("甲", box4(tt.x, tt.y, tt.side))))
		if err != nil {
			t.Fatal(err)
		}
		d := &draft{em: 50, chart: &Chart{}}
		d.project(lands)
		if got := d.stage.w / d.stage.h; math.Abs(got-tt.want) > 1e-3 {
			t.Errorf("a square at %v, %v is %v times as wide as high; want %v", tt.x, tt.y, got, tt.want)
		}
	}
}

// North is up, and the shapes fill the area.
func TestMapFillsItsArea(t *testing.T) {
	f, data, src := districts()
	c, _ := Resolve(f, data, Options{Shapes: src})
	r := c.Panels[0].Marks[0].(Regions)
	lo, hi := Point{1, 1}, Point{0, 0}
	for _, rings := range r.Outlines {
		for _, ring := range rings {
			for _, p := range ring {
				lo, hi = Point{min(lo.X, p.X), min(lo.Y, p.Y)}, Point{max(hi.X, p.X), max(hi.Y, p.Y)}
			}
		}
	}
	if lo != (Point{0, 0}) || hi != (Point{1, 1}) {
		t.Errorf("the shapes run from %v to %v; want 0 to 1", lo, hi)
	}
	if r.Data[2].Base > r.Data[1].Base || r.Data[3].Base < r.Data[1].Base {
		t.Errorf("北区 has its label at %v, 西区 at %v, 南区 at %v", r.Data[2].Base, r.Data[1].Base, r.Data[3].Base)
	}
}

// A coast of a hundred thousand points is drawn with as many as can be seen.
func TestMapIsThinned(t *testing.T) {
	var points []string
	const n = 100_000
	for i := range n {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / n)
		points = append(points, fmt.Sprintf("[%.6f,%.6f]", 10+cos, sin))
	}
	f, data, _ := districts()
	data.Rows = data.Rows[:1]
	c, problems := Resolve(f, data, Options{Shapes: collection(feature("西区", "["+strings.Join(append(points, points[0]), ",")+"]"))})
	if len(problems) > 0 {
		t.Fatal(said(problems))
	}
	ring := c.Panels[0].Marks[0].(Regions).Outlines[0][0]
	if len(ring) < 500 || len(ring) > 5000 {
		t.Errorf("the circle has %d points", len(ring))
	}
}

// A label stands within its region, and not in a hole.
func TestLabelsStandWithinRegions(t *testing.T) {
	square := func(x, y, side float64) Ring {
		return Ring{{x, y}, {x, y + side}, {x + side, y + side}, {x + side, y}}
	}
	hole := square(12, 2, 6)
	slices.Reverse(hole)
	tests := []struct {
		name  string
		rings []Ring
		text  string
		holds bool
	}{
		{"a square", []Ring{square(0, 0, 20)}, "东区\n412", true},
		{"a small one", []Ring{square(0, 0, 2)}, "东区", false},
		{"with a hole", []Ring{square(5, 0, 20), hole}, "西区", true},
		{"two parts", []Ring{square(0, 0, 3), square(40, 0, 9)}, "北区", true},
		{"a horseshoe", []Ring{{{0, 0}, {0, 20}, {20, 20}, {20, 0}, {16, 0}, {16, 16}, {4, 16}, {4, 0}}}, "湾区", true},
	}
	for _, tt := range tests {
		l := land{rings: tt.rings}
		mid := heart(l)
		if got := l.holds(mid, tt.text); got != tt.holds {
			t.Errorf("%s holds %q around %v: %v; want %v", tt.name, tt.text, mid, got, tt.holds)
		}
		if !l.spans(mid.Y, mid.X, mid.X) {
			t.Errorf("%s: %v is not within it", tt.name, mid)
		}
	}
}
