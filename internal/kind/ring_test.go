package kind

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/series"
)

// shares are rows of a donut.
func shares(values ...float64) series.Frame {
	var rows [][]series.Value
	for i, v := range values {
		rows = append(rows, []series.Value{text(longName(i)), num(v, 0, "人")})
	}
	return frame("去向 人数/人", rows...)
}

// Lead lines do not cross each other and stay outside the circle, and the names
// are in the order of the slices.
func TestLeadsDoNotCross(t *testing.T) {
	tests := [][]float64{
		{44, 27, 12, 8, 6, 1, 1, 1}, // three of one in a hundred
		{1, 1, 1, 1, 1, 1, 1, 1},
		{1, 1, 1, 97},
		{97, 1, 1, 1},
		{50, 50},
		{1},
		{1, 1, 47, 1, 1, 47, 1, 1},
	}
	for _, values := range tests {
		for _, kind := range []string{"donut", "pie"} {
			for _, form := range []chart.Form{chart.Report, chart.Slide, chart.Screen} {
				name := fmt.Sprint(kind, " ", form, " ", values)
				c, problems := Resolve(fig(kind, "去向", "人数"), shares(values...), Options{Form: form})
				if problems.HasErrors() {
					t.Fatal(said(problems))
				}
				area := c.Panels[0].Area
				for i, s := range c.Strokes {
					for _, p := range s.Points {
						if math.Hypot(p.X-area.Middle().X, p.Y-area.Middle().Y) < area.W/2-0.1 {
							t.Errorf("%s: a lead line enters the circle", name)
						}
					}
					for _, o := range c.Strokes[:i] {
						if cross(s.Points, o.Points) {
							t.Errorf("%s: two lead lines cross", name)
						}
					}
				}
				if len(c.Strokes) != len(values) {
					t.Errorf("%s: %d lead lines", name, len(c.Strokes))
				}
			}
		}
	}
}

// cross reports whether two polylines meet.
func cross(a, b []chart.Point) bool {
	side := func(p, q, r chart.Point) float64 { return (q.X-p.X)*(r.Y-p.Y) - (q.Y-p.Y)*(r.X-p.X) }
	for i := 1; i < len(a); i++ {
		for j := 1; j < len(b); j++ {
			p, q, r, s := a[i-1], a[i], b[j-1], b[j]
			if side(p, q, r)*side(p, q, s) < 0 && side(r, s, p)*side(r, s, q) < 0 {
				return true
			}
		}
	}
	return false
}

func TestShares(t *testing.T) {
	c, _ := Resolve(fig("donut", "去向", "人数"), shares(50, 30, 20), Options{})
	s := c.Panels[0].Marks[0].(chart.Slices)
	if got := fmt.Sprint(s.From, s.To); got != "[0 0.5 0.8] [0.5 0.8 1]" {
		t.Errorf("the slices run %s; want from twelve o'clock in the order of the rows", got)
	}
	if s.Title != "100\u2009人" || s.Sub != "合计" {
		t.Errorf("the middle says %q, %q", s.Title, s.Sub)
	}
	for i, want := range []string{"50.0%", "30.0%", "20.0%"} {
		if s.Data[i].Share != want || !strings.Contains(s.Data[i].Label.Text, want) {
			t.Errorf("slice %d is %q, labelled %q; want %s", i, s.Data[i].Share, s.Data[i].Label.Text, want)
		}
	}
}

// Values of one ring have one colour, under their names or behind them.
func TestRingValuesLookAlike(t *testing.T) {
	for _, values := range [][]float64{{44, 27, 12, 8, 6, 1, 1, 1}, {50, 30, 20}} {
		for _, size := range []string{"150mm", "150x94mm", "110mm"} {
			f := fig("donut", "去向", "人数")
			f.Size = at(size)
			c, problems := Resolve(f, shares(values...), Options{})
			if problems.HasErrors() {
				t.Fatal(said(problems))
			}
			colors := map[chart.Color]bool{}
			for _, x := range c.Texts {
				if strings.HasSuffix(x.S, "%）") {
					colors[x.Color] = true
				}
			}
			if len(colors) != 1 {
				t.Errorf("%v in %s: values in %v", values, size, colors)
			}
		}
	}
}

func TestShareText(t *testing.T) {
	tests := []struct {
		part, sum float64
		want      string
	}{
		{1, 3, "33.3%"}, {1, 200, "0.50%"}, {0, 10, "0.0%"}, {10, 10, "100.0%"}, {-1, 4, "−25.0%"}, {1e300, 4e300, "25.0%"},
	}
	for _, tt := range tests {
		if got := shareText(tt.part, tt.sum); got != tt.want {
			t.Errorf("shareText(%v, %v) = %q; want %q", tt.part, tt.sum, got, tt.want)
		}
	}
}
