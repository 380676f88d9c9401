package kind

import (
	"math"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"
)

// Zero lies in the middle of a scale: between its halves, or in its middle step.
func TestDiverging(t *testing.T) {
	for _, tt := range []struct {
		steps  string
		values []float64
		from   float64 // where the stack begins
		note   string
	}{
		{"差 好", []float64{30, 70}, -30, "占比从“差”与“好”之间向两边计。"},
		{"差 中 好", []float64{20, 40, 40}, -40, "占比从“中”的中点向两边计。"},
		{"很差 差 好 很好", []float64{10, 20, 30, 40}, -30, "占比从“差”与“好”之间向两边计。"},
		{"很差 差 中 好 很好", []float64{10, 20, 20, 30, 20}, -40, "占比从“中”的中点向两边计。"},
		{"很差 差 中 好 很好", []float64{0, 0, 0, 60, 140}, 0, "占比从“中”的中点向两边计。"},
	} {
		steps := strings.Fields(tt.steps)
		f := fig("bar", "项", steps...)
		f.Stack = at("diverging")
		row := []series.Value{text("教学")}
		for _, v := range tt.values {
			row = append(row, num(v, 0, "人"))
		}
		c, problems := Resolve(f, frame("项 "+strings.Join(steps, "/人 ")+"/人", row), Options{})
		if len(problems) > 0 {
			t.Fatal(said(problems))
		}
		p, next := c.Panels[0], tt.from
		for i, m := range p.Marks {
			b := m.(chart.Bars)
			d := b.Data[0]
			if math.Abs(d.Base-next) > 1e-9 || c.Legend[i].Color != b.Color {
				t.Errorf("%s: %s begins at %v in %s; want %v in %s", tt.steps, b.Name, d.Base, b.Color, next, c.Legend[i].Color)
			}
			next = d.Y
		}
		if math.Abs(next-tt.from-100) > 1e-9 {
			t.Errorf("%s: the stack has %v %%", tt.steps, next-tt.from)
		}
		for _, tick := range p.X.Ticks {
			if strings.ContainsAny(tick.Label, "-−") {
				t.Errorf("%s: a share of %s", tt.steps, tick.Label)
			}
		}
		if plain(c.Notes[0]) != tt.note {
			t.Errorf("%s: %q; want %q", tt.steps, plain(c.Notes[0]), tt.note)
		}
	}
}

// What has no middle is refused.
func TestDivergingRefused(t *testing.T) {
	for _, tt := range []struct {
		kind, steps, reference, want string
	}{
		{"bar", "差", "", "one series has no middle"},
		{"area", "差 好", "", "areas have no middle"},
		{"column", "差 好", "50", "a reference has no place on an axis that counts to both sides"},
	} {
		steps := strings.Fields(tt.steps)
		f := fig(tt.kind, "项", steps...)
		f.Stack = at("diverging")
		if tt.reference != "" {
			f.Reference = []spec.Reference{{Value: at(tt.reference)}}
		}
		rows := [][]series.Value{{text("教学"), num(30, 0, "人"), num(70, 0, "人")}, {text("管理"), num(40, 0, "人"), num(60, 0, "人")}}
		_, problems := Resolve(f, frame("项 差/人 好/人", rows...), Options{})
		if got := said(problems); !strings.Contains(got, tt.want) {
			t.Errorf("%s of %s: %q; want %q", tt.kind, tt.steps, got, tt.want)
		}
	}
}
