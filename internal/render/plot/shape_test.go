package plot

import (
	"math"
	"slices"
	"testing"

	"charts/internal/font"

	gonumfont "gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

func length64(v float64) vg.Length { return vg.Length(v) }

func pt(x, y vg.Length) vg.Point { return vg.Point{X: x, Y: y} }

func TestSVGPath(t *testing.T) {
	var line, curve, arc vg.Path
	line.Move(pt(1, 2))
	line.Line(pt(3, 4))
	line.Close()
	curve.Move(pt(0, 0))
	curve.QuadTo(pt(3, 3), pt(6, 0))
	curve.CubeTo(pt(1, 1), pt(2, 2), pt(3, 3))
	arc.Move(pt(0, 0))
	arc.Arc(pt(0, 0), 10, 0, math.Pi/2)
	tests := []struct {
		path vg.Path
		want string
	}{
		{line, "M1 2L3 4Z"},
		{curve, "M0 0C2 2 4 2 6 0C1 1 2 2 3 3"},
		{arc, "M0 0L10 0C10 5.52 5.52 10 0 10"},
		{circle(pt(5, 5), 5), "M10 5C10 7.76 7.76 10 5 10C2.24 10 0 7.76 0 5C0 2.24 2.24 0 5 0C7.76 0 10 2.24 10 5Z"},
	}
	for _, test := range tests {
		if got := svgPath(test.path, matrix{xx: 1, yy: 1}); got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
}

// TestTransforms draws by the transforms of vg.Canvas, the origin being below.
func TestTransforms(t *testing.T) {
	tests := []struct {
		name string
		edit func(*pen)
		want vg.Point
	}{
		{"none", func(*pen) {}, pt(10, 95)},
		{"moved", func(p *pen) { p.Translate(pt(1, 2)) }, pt(11, 93)},
		{"scaled", func(p *pen) { p.Scale(2, 3) }, pt(20, 85)},
		{"turned", func(p *pen) { p.Rotate(math.Pi / 2) }, pt(-5, 90)},
		{"moved, then scaled", func(p *pen) { p.Translate(pt(1, 2)); p.Scale(2, 3) }, pt(21, 83)},
		{"restored", func(p *pen) { p.Push(); p.Scale(2, 3); p.Pop() }, pt(10, 95)},
	}
	for _, test := range tests {
		p := newPen(100, 1, font.Family{})
		test.edit(&p)
		got := p.matrix.apply(pt(10, 5))
		if math.Hypot(float64(got.X-test.want.X), float64(got.Y-test.want.Y)) > 1e-9 {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

func TestFillString(t *testing.T) {
	p := newPen(100, 2, font.Family{})
	text := p.lineOf(gonumfont.Face{Font: gonumfont.Font{Size: 9}}, pt(10, 5), "字")
	if text.S != "字" || text.X != 10 || text.Y != 95 || text.Size != 9 || text.Bold {
		t.Errorf("got %+v", text)
	}
}

// TestDecimated: what is left of a run has the extremes of each column of pixels, in
// the order they came.
func TestDecimated(t *testing.T) {
	d := decimator{column: 1}
	for _, p := range []vg.Point{
		pt(0.1, 5), pt(0.2, 9), pt(0.3, 6), pt(0.4, 1), pt(0.5, 4),
		pt(1.5, 7),
		pt(2.1, 3), pt(2.2, 3.5), pt(2.3, 4),
	} {
		d.add(p)
	}
	want := []vg.Point{pt(0.1, 5), pt(0.2, 9), pt(0.4, 1), pt(0.5, 4), pt(1.5, 7), pt(2.1, 3), pt(2.3, 4)}
	got := d.end()
	if len(got) != len(want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %v, want %v", got, want)
		}
	}
	if rest := d.end(); rest != nil {
		t.Errorf("an empty run has %v", rest)
	}
}

// TestDecimatedCrowd: of very many points the extremes are left, the nearer one first.
func TestDecimatedCrowd(t *testing.T) {
	d := decimator{column: 1}
	for x := range 3 {
		for i := range 100 {
			d.add(pt(vg.Length(x)+vg.Length(i)/100, vg.Length(i*37%100)))
		}
	}
	got := d.end()
	var values []float64
	for _, p := range got {
		values = append(values, float64(p.Y))
	}
	if want := []float64{0, 99, 99, 0, 0, 99}; !slices.Equal(values, want) {
		t.Errorf("got %v, want %v", values, want)
	}
}

func TestDash(t *testing.T) {
	tests := []struct {
		name   string
		line   []vg.Point
		offset vg.Length
		want   string
	}{
		{"straight", []vg.Point{pt(0, 0), pt(10, 0)}, 0, "0–3 5–8"},
		{"within a dash", []vg.Point{pt(0, 0), pt(10, 0)}, 1, "0–2 4–7 9–10"},
		{"within a gap", []vg.Point{pt(0, 0), pt(10, 0)}, 4, "1–4 6–9"},
		{"around a corner", []vg.Point{pt(0, 0), pt(2, 0), pt(2, 8)}, 0, "0–2–2 2–2"},
	}
	for _, test := range tests {
		l := polylines{points: test.line, starts: []int{0}}
		l.dash([]vg.Length{3, 2}, test.offset, 1)
		got := ""
		for line := range l.each() {
			if got != "" {
				got += " "
			}
			for i, p := range line {
				if i > 0 {
					got += "–"
				}
				got += length(p.X)
			}
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// Up to sixteen points of a column keep the first and the last; of more they are not
// seen.
func TestCrowdBegins(t *testing.T) {
	for n, want := range map[int]int{1: 1, 2: 2, 16: 4, 17: 2} {
		d := decimator{column: 1}
		for i := range n {
			d.add(pt(vg.Length(i)/100, vg.Length((i*5+3)%n)))
		}
		if got := d.end(); len(got) != want {
			t.Errorf("of %d points %d are left, want %d", n, len(got), want)
		}
	}
}

// A rare color takes the nearest of the palette up to a shift of 32 a channel.
func TestNearestColor(t *testing.T) {
	palette := []pixel{0x000000, 0x808080}
	for color, want := range map[pixel]int{0x000000: 0, 0x200000: 0, 0x002020: 0, 0x210000: -1, 0x608080: 1, 0x5f8080: -1, 0xa0a0a0: 1, 0xa1a0a0: -1} {
		got := -1
		if n, ok := nearest(palette, color); ok {
			got = int(n)
		}
		if got != want {
			t.Errorf("#%06x takes %d, want %d", color, got, want)
		}
	}
}
