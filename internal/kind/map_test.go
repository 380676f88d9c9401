package kind

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/geojson"
	"charts/internal/series"
	"charts/internal/spec"
)

// squares is a file of a region a name, side by side.
func squares(names ...string) []byte {
	var all []string
	for i, n := range names {
		x, y := i%4, i/4
		all = append(all, polygon(n, fmt.Sprintf("[%d,%d],[%d,%d],[%d,%d],[%d,%d],[%d,%d]", x, y, x+1, y, x+1, y+1, x, y+1, x, y)))
	}
	return []byte(`{"type":"FeatureCollection","features":[` + strings.Join(all, ",") + `]}`)
}

// polygon is a feature of one ring.
func polygon(name, points string) string {
	return fmt.Sprintf(`{"type":"Feature","properties":{"name":%q},"geometry":{"type":"Polygon","coordinates":[[%s]]}}`, name, points)
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
	src, err := os.ReadFile("testdata/districts.geojson")
	if err != nil {
		panic(err)
	}
	return f, data, src
}

func TestMap(t *testing.T) {
	f, data, src := districts()
	c, problems := Resolve(f, data, Options{Shapes: src})
	if len(problems) > 0 {
		t.Fatal(said(problems))
	}
	r := c.Panels[0].Marks[0].(chart.Regions)
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
			"two rows are called 西区"},
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
		square := geojson.Region{Name: "甲", Rings: []chart.Ring{{{X: tt.x, Y: tt.y}, {X: tt.x, Y: tt.y + tt.side}, {X: tt.x + tt.side, Y: tt.y + tt.side}, {X: tt.x + tt.side, Y: tt.y}}}}
		d := &builder{em: 50, chart: &chart.Chart{}}
		project(d, []geojson.Region{square})
		if got := d.stage.W / d.stage.H; math.Abs(got-tt.want) > 1e-3 {
			t.Errorf("a square at %v, %v is %v times as wide as high; want %v", tt.x, tt.y, got, tt.want)
		}
	}
}

// North is up, and the shapes fill the area.
func TestMapFillsItsArea(t *testing.T) {
	f, data, src := districts()
	c, _ := Resolve(f, data, Options{Shapes: src})
	r := c.Panels[0].Marks[0].(chart.Regions)
	lo, hi := chart.Point{X: 1, Y: 1}, chart.Point{X: 0, Y: 0}
	for _, rings := range r.Outlines {
		for _, ring := range rings {
			for _, p := range ring {
				lo, hi = chart.Point{X: min(lo.X, p.X), Y: min(lo.Y, p.Y)}, chart.Point{X: max(hi.X, p.X), Y: max(hi.Y, p.Y)}
			}
		}
	}
	if lo != (chart.Point{X: 0, Y: 0}) || hi != (chart.Point{X: 1, Y: 1}) {
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
	c, problems := Resolve(f, data, Options{Shapes: []byte(`{"type":"FeatureCollection","features":[` + polygon("西区", strings.Join(append(points, points[0]), ",")) + `]}`)})
	if len(problems) > 0 {
		t.Fatal(said(problems))
	}
	ring := c.Panels[0].Marks[0].(chart.Regions).Outlines[0][0]
	if len(ring) < 500 || len(ring) > 5000 {
		t.Errorf("the circle has %d points", len(ring))
	}
}
