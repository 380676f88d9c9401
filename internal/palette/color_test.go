package palette

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"charts/internal/chart"
)

// The colours of a palette differ for every eye and in grey print.
func TestPalettesCanBeToldApart(t *testing.T) {
	for _, th := range Themes {
		for _, v := range visions {
			near, a, b := closest(th.Series, v.see)
			if near < v.least {
				t.Errorf("theme %s, %s: %s and %s differ by %.1f, less than %.1f", th.Name, v.name, a, b, near, v.least)
			}
		}
	}
}

func TestContrasts(t *testing.T) {
	for _, th := range Themes {
		for _, c := range []chart.Color{th.Ink, th.Muted} {
			if got := Contrast(c, th.Background); got < 4.5 {
				t.Errorf("theme %s: text %s has a contrast of %.2f", th.Name, c, got)
			}
		}
		for _, c := range append(slices.Clone(th.Series), th.Accent, th.Rest) {
			if got := Contrast(c, th.Background); got < 3 {
				t.Errorf("theme %s: mark %s has a contrast of %.2f", th.Name, c, got)
			}
			if got := Contrast(InkOn(c), c); got < 4.5 {
				t.Errorf("theme %s: text on %s has a contrast of %.2f", th.Name, c, got)
			}
		}
		for k := range 5 { // the classes of a heatmap
			c := Mix(th.scale[0], th.scale[1], (float64(k)+0.5)/5)
			if got := Contrast(InkOn(c), c); got < 4.5 {
				t.Errorf("theme %s: text on %s has a contrast of %.2f", th.Name, c, got)
			}
		}
	}
}

// However many names meet, those of one figure differ.
func TestAssignKeepsAFigureApart(t *testing.T) {
	var groups [][]string
	for i := range 12 {
		for j := range i {
			groups = append(groups, []string{fmt.Sprint("系", i), fmt.Sprint("系", j), "其他"})
		}
	}
	for _, figure := range Assign(groups) {
		seen := map[int]string{}
		for _, a := range figure {
			if other := seen[a.Slot]; other != "" {
				t.Errorf("%s and %s have colour %d in one figure", other, a.Name, a.Slot)
			}
			seen[a.Slot] = a.Name
		}
	}
}

func TestAssign(t *testing.T) {
	got := Assign([][]string{{"计划数", "录取数"}, {"录取数", "报到数"}, {"男", "女"}, {"女", "计划数"}, {"到款额"}, {"项目数"}, {"到款额", "项目数"}, {"其他", "专科"}, {"专科", "Other"}})
	want := [][]Assigned{
		{{"计划数", 0}, {"录取数", 1}},
		{{"录取数", 1}, {"报到数", 2}},
		{{"男", 0}, {"女", 1}},
		{{"女", 1}, {"计划数", 0}},
		{{"到款额", 0}},
		{{"项目数", 1}}, // it meets 到款额 in the next
		{{"到款额", 0}, {"项目数", 1}},
		{{"其他", MaxSeries}, {"专科", 1}}, // which is grey
		{{"专科", 1}, {"Other", MaxSeries}},
	}
	if !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("Assign = %v; want %v", got, want)
	}
}

// TestDistance holds CIEDE2000 to pairs of Sharma, Wu and Dalal (2005).
func TestDistance(t *testing.T) {
	tests := []struct {
		p, q [3]float64
		want float64
	}{
		{[3]float64{50, 2.6772, -79.7751}, [3]float64{50, 0, -82.7485}, 2.0425},
		{[3]float64{50, 2.5, 0}, [3]float64{73, 25, -18}, 27.1492},
		{[3]float64{50, 2.5, 0}, [3]float64{50, 3.1736, 0.5854}, 1.0000},
		{[3]float64{2.0776, 0.0795, -1.1350}, [3]float64{0.9033, -0.0636, -0.5514}, 0.9082},
	}
	for _, tt := range tests {
		if got := distance(tt.p, tt.q); math.Abs(got-tt.want) > 1e-4 {
			t.Errorf("distance(%v, %v) = %.4f; want %.4f", tt.p, tt.q, got, tt.want)
		}
	}
}

func TestLevelColoursCanBeToldApart(t *testing.T) {
	for _, th := range Themes {
		for _, v := range visions {
			if near, a, b := closest(th.Levels[:], v.see); near < v.least {
				t.Errorf("theme %s, %s: %s and %s differ by %.1f, less than %.1f", th.Name, v.name, a, b, near, v.least)
			}
		}
		for _, c := range th.Levels {
			if got := Contrast(c, th.Background); got < 3 {
				t.Errorf("theme %s: %s has a contrast of %.2f", th.Name, c, got)
			}
		}
	}
}

// The darker the more, and the palest is told from a gap.
func TestClassColors(t *testing.T) {
	for _, th := range Themes {
		for n := 1; n <= 6; n++ {
			before := Contrast(th.Class(0, n), th.Background)
			if distance(lab(light3(th.Class(0, n))), lab(light3(th.Grid))) < 5 {
				t.Errorf("%s: the first of %d classes looks like a gap", th.Name, n)
			}
			for k := 1; k < n; k++ {
				if c := Contrast(th.Class(k, n), th.Background); c <= before {
					t.Errorf("%s: class %d of %d does not stand out more than the one before", th.Name, k, n)
				} else {
					before = c
				}
			}
		}
	}
}

// A colour is a # and six digits.
func TestIsColor(t *testing.T) {
	for text, want := range map[string]bool{"#0b6fb8": true, "#0B6FB8": true, "#0b6fb": false, "#0b6fb80": false, "0b6fb80": false, "#0b6fbg": false, "": false} {
		if IsColor(text) != want {
			t.Errorf("%q is a colour: %v", text, !want)
		}
	}
}
