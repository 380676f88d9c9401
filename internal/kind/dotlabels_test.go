package kind

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"
)

// TestNamesOfDotsAreTheirs holds every name of a crowd against all dots: its own is
// the nearest, and of enough dots there are names at all.
func TestNamesOfDotsAreTheirs(t *testing.T) {
	for _, kind := range []string{"scatter", "bubble"} {
		f := fig(kind, "")
		f.X, f.Y, f.Label = at("数"), at("率"), at("专业")
		var rows [][]series.Value
		for i := range 60 {
			x := 20 + 500*math.Pow(float64(i*37%61)/61, 4)
			rows = append(rows, []series.Value{text(fmt.Sprintf("汽车检测与维修技术%d", i)), num(x, 0, ""), num(float64(74+i*53%27), 1, "")})
		}
		if kind == "bubble" {
			f.Size = at("数")
		}
		c, problems := Resolve(f, frame("专业 数 率", rows...), Options{})
		if problems.HasErrors() {
			t.Fatal(said(problems))
		}
		pl, pts := c.Panels[0].Plane(), c.Panels[0].Marks[0].(chart.Points)
		named := 0
		for _, x := range c.Texts {
			own := slices.IndexFunc(pts.Data, func(d chart.Datum) bool { return x.Role == chart.RoleValue && d.Name == x.S })
			if own < 0 {
				continue
			}
			named++
			reach := func(i int) float64 {
				size := c.Style.DotSize
				if pts.Size != nil {
					size = pts.Size[i]
				}
				return gapOf(boxOf(x), chart.Around(pl.Point(pts.Data[i], false), size))
			}
			for i, d := range pts.Data {
				if i != own && reach(i) <= reach(own) {
					t.Errorf("%s: %s stands nearer to %s", kind, x.S, d.Name)
				}
			}
		}
		if named < 6 {
			t.Errorf("%s: %d names of %d dots", kind, named, len(rows))
		}
	}
}

// gapOf is the distance of two boxes.
func gapOf(a, b chart.Rect) float64 {
	return math.Hypot(max(0, a.X-b.X-b.W, b.X-a.X-a.W), max(0, a.Y-b.Y-b.H, b.Y-a.Y-a.H))
}

// cloud is a scatter of n named dots.
func cloud(n int) (*spec.Figure, series.Frame) {
	f := fig("scatter", "")
	f.X, f.Y, f.Label = at("数"), at("率"), at("专业")
	var rows [][]series.Value
	for i := range n {
		rows = append(rows, []series.Value{text(fmt.Sprint("专业", i)), num(float64(i*37%10_007), 0, ""), num(float64(i*53%9_973), 1, "")})
	}
	return f, frame("专业 数 率", rows...)
}

// A cloud of so many dots that to ask for each whether another is lit would be
// minutes.
func TestCloudIsDrawnWhole(t *testing.T) {
	const n = 60_000
	f, data := cloud(n)
	c, problems := Resolve(f, data, Options{})
	if problems.HasErrors() || len(c.Panels[0].Marks[0].(chart.Points).Data) != n {
		t.Error(said(problems))
	}
}

// BenchmarkCloud lays out scatters; four times as many dots should take no more than
// five times as long.
func BenchmarkCloud(b *testing.B) {
	for _, n := range []int{10_000, 40_000} {
		f, data := cloud(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Resolve(f, data, Options{})
			}
		})
	}
}
