package layout

import (
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/font"
)

// blank is a sheet with nothing on it.
func blank() *sheet {
	return &sheet{c: &chart.Chart{Style: chart.Style{Ink: "#1f2933", Muted: "#5f6b76", LineHeight: 1.35}}, em: 8, small: 7}
}

// A label is at its side of the box, clear of it.
func TestBoxLabel(t *testing.T) {
	box := chart.Rect{X: 100, Y: 50, W: 40, H: 20}
	tests := []struct {
		place chart.LabelPlace
		align chart.Align
		holds func(b chart.Rect) bool
	}{
		{chart.Above, chart.AlignCenter, func(b chart.Rect) bool { return b.Y+b.H <= box.Y }},
		{chart.Below, chart.AlignCenter, func(b chart.Rect) bool { return b.Y >= box.Y+box.H }},
		{chart.Right, chart.AlignLeft, func(b chart.Rect) bool { return b.X >= box.X+box.W }},
		{chart.Left, chart.AlignRight, func(b chart.Rect) bool { return b.X+b.W <= box.X }},
		{chart.Inside, chart.AlignRight, func(b chart.Rect) bool { return b.X+b.W <= box.X+box.W && b.Y >= box.Y && b.Y+b.H <= box.Y+box.H }},
		{chart.Center, chart.AlignCenter, func(b chart.Rect) bool { return b.Within(box) }},
	}
	for _, tt := range tests {
		s := blank()
		s.boxLabel(box, chart.Label{Text: "2,469", Place: tt.place, Color: "#000000"}, 8)
		x := s.c.Texts[0]
		if x.Align != tt.align || !tt.holds(extent(x)) {
			t.Errorf("%s: %s at %+v", tt.place, x.Align, extent(x))
		}
	}
}

// The lines of a label keep their order and do not overlap.
func TestBlockLabel(t *testing.T) {
	for _, place := range []chart.LabelPlace{chart.Above, chart.Below, chart.Left, chart.Right, chart.Center} {
		s := blank()
		s.boxLabel(chart.Rect{X: 100, Y: 50, W: 40, H: 20}, chart.Label{Text: "第一行\n第二行\n三", Place: place}, 8)
		var lines []string
		for i, x := range s.c.Texts {
			lines = append(lines, x.S)
			if i > 0 && extent(x).Y < extent(s.c.Texts[i-1]).Y+extent(s.c.Texts[i-1]).H {
				t.Errorf("%s: line %d overlaps the one before", place, i)
			}
		}
		if got := strings.Join(lines, "/"); got != "第一行/第二行/三" {
			t.Errorf("%s: %s", place, got)
		}
	}
}

// extent is the box of a text.
func extent(t chart.Text) chart.Rect {
	w := font.Family{}.Width(t.S, t.Size, t.Bold)
	return chart.Rect{X: t.X - map[chart.Align]float64{chart.AlignLeft: 0, chart.AlignCenter: w / 2, chart.AlignRight: w}[t.Align], Y: t.Y - 0.8*t.Size, W: w, H: 0.9 * t.Size}
}
