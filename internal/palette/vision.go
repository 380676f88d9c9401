package palette

import (
	"math"

	"charts/internal/chart"
)

// An rgb is a colour in linear light.
type rgb [3]float64

// A vision is a way to see colours, with the least CIEDE2000 distance of two that
// it tells apart.
type vision struct {
	name  string
	see   func(rgb) rgb
	least float64
}

// The least distance for an eye, and in grey print.
const (
	leastDistance = 9.0
	leastGrey     = 3.0
)

// visions are the usual eye, the three that lack a cone (Machado, Oliveira and
// Fernandes 2009), and grey print.
var visions = []vision{
	{"usual vision", func(c rgb) rgb { return c }, leastDistance},
	{"protanopia", seen(rgb{0.152286, 1.052583, -0.204868}, rgb{0.114503, 0.786281, 0.099216}, rgb{-0.003882, -0.048116, 1.051998}), leastDistance},
	{"deuteranopia", seen(rgb{0.367322, 0.860646, -0.227968}, rgb{0.280085, 0.672501, 0.047413}, rgb{-0.011820, 0.042940, 0.968881}), leastDistance},
	{"tritanopia", seen(rgb{1.255528, -0.076749, -0.178779}, rgb{-0.078411, 0.930809, 0.147602}, rgb{0.004733, 0.691367, 0.303900}), leastDistance},
	{"grey print", seen(rgb{0.2126, 0.7152, 0.0722}, rgb{0.2126, 0.7152, 0.0722}, rgb{0.2126, 0.7152, 0.0722}), leastGrey},
}

// seen is a matrix on linear light.
func seen(rows ...rgb) func(rgb) rgb {
	return func(c rgb) rgb {
		var out rgb
		for i, r := range rows {
			out[i] = min(1, max(0, r[0]*c[0]+r[1]*c[1]+r[2]*c[2]))
		}
		return out
	}
}

// Alike is the vision in which two colours cannot be told apart, or "". Grey print
// does not count: on paper without colours all depends on the order.
func Alike(a, b chart.Color) string {
	for _, v := range visions[:len(visions)-1] {
		if near, _, _ := closest([]chart.Color{a, b}, v.see); near < v.least {
			return v.name
		}
	}
	return ""
}

// closest are the two colours of a palette that differ least, and by how much.
func closest(palette []chart.Color, see func(rgb) rgb) (least float64, a, b chart.Color) {
	least = math.Inf(1)
	for i, p := range palette {
		for _, q := range palette[:i] {
			if d := distance(lab(see(light3(p))), lab(see(light3(q)))); d < least {
				least, a, b = d, q, p
			}
		}
	}
	return least, a, b
}

// light3 is a colour in linear light.
func light3(c chart.Color) rgb {
	r, g, b := channels(c)
	return rgb{linear(r), linear(g), linear(b)}
}

// lab is CIELAB under D65.
func lab(c rgb) [3]float64 {
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124564*c[0] + 0.3575761*c[1] + 0.1804375*c[2]) / 0.95047)
	y := f(0.2126729*c[0] + 0.7151522*c[1] + 0.0721750*c[2])
	z := f((0.0193339*c[0] + 0.1191920*c[1] + 0.9503041*c[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// distance is CIEDE2000.
func distance(p, q [3]float64) float64 {
	rad := math.Pi / 180
	meanChroma := (math.Hypot(p[1], p[2]) + math.Hypot(q[1], q[2])) / 2
	c7 := math.Pow(meanChroma, 7)
	g := 0.5 * (1 - math.Sqrt(c7/(c7+math.Pow(25, 7))))
	polar := func(v [3]float64) (c, h float64) {
		a := v[1] * (1 + g)
		return math.Hypot(a, v[2]), math.Mod(math.Atan2(v[2], a)/rad+360, 360)
	}
	c1, h1 := polar(p)
	c2, h2 := polar(q)
	dh, h := h2-h1, (h1+h2)/2
	switch {
	case c1*c2 == 0:
		dh, h = 0, h1+h2
	case dh > 180:
		dh, h = dh-360, h+180
	case dh < -180:
		dh, h = dh+360, h+180
	}
	dl, dc, dH := q[0]-p[0], c2-c1, 2*math.Sqrt(c1*c2)*math.Sin(dh/2*rad)
	l, c := (p[0]+q[0])/2, (c1+c2)/2
	t := 1 - 0.17*math.Cos((h-30)*rad) + 0.24*math.Cos(2*h*rad) + 0.32*math.Cos((3*h+6)*rad) - 0.20*math.Cos((4*h-63)*rad)
	sl := 1 + 0.015*(l-50)*(l-50)/math.Sqrt(20+(l-50)*(l-50))
	sc, sh := 1+0.045*c, 1+0.015*c*t
	turn := 30 * math.Exp(-((h-275)/25)*((h-275)/25))
	c7 = math.Pow(c, 7)
	rt := -2 * math.Sqrt(c7/(c7+math.Pow(25, 7))) * math.Sin(2*turn*rad)
	return math.Sqrt(sq(dl/sl) + sq(dc/sc) + sq(dH/sh) + rt*dc/sc*dH/sh)
}

func sq(x float64) float64 { return x * x }
