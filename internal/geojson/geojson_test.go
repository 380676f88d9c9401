package geojson

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
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

func TestParseShapes(t *testing.T) {
	tests := []struct {
		src  string
		want string // the fault, or the names with the number of their rings
	}{
		{string(collection(feature("甲", box4(0, 0, 1)), feature("乙", box4(1, 0, 1)))), "甲 1, 乙 1"},
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
		{string(collection(feature("甲", "[[0,0],[1,1e13],[0,1],[0,0]]"))), "甲: a point has no two coordinates that can be drawn"},
		{string(collection(feature("甲", "[[0,0],[1e12,0],[0,-1e12],[0,0]]"))), "甲 1"},
		{string(collection(feature("甲", `"abc"`))), "甲: its coordinates are no rings of points"},
	}
	for _, tt := range tests {
		lands, err := Parse([]byte(tt.src))
		var names []string
		for _, l := range lands {
			names = append(names, fmt.Sprint(l.Name, " ", len(l.Rings)))
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
	f.Add(collection(feature("西区", box4(10, 0, 10)+","+box4(12, 2, 2)), feature("北区", box4(10, 10, 10), box4(40, 15, 1))))
	f.Fuzz(func(t *testing.T, src []byte) {
		lands, err := Parse(src)
		if err != nil {
			return
		}
		for _, l := range lands {
			if l.Name == "" {
				t.Error("a region without a name")
			}
			for _, r := range l.Rings {
				if a := area(r); len(r) < 3 || a != a {
					t.Errorf("%s has the ring %v of area %v", l.Name, r, a)
				}
			}
		}
	})
}

// A label stands within its region, and not in a hole.
func TestLabelsStandWithinRegions(t *testing.T) {
	square := func(x, y, side float64) chart.Ring {
		return chart.Ring{{X: x, Y: y}, {X: x, Y: y + side}, {X: x + side, Y: y + side}, {X: x + side, Y: y}}
	}
	hole := square(12, 2, 6)
	slices.Reverse(hole)
	tests := []struct {
		name  string
		rings []chart.Ring
		w, h  float64 // half of the text's
		fits  bool
	}{
		{"a square", []chart.Ring{square(0, 0, 20)}, 1.25, 1.4, true},
		{"a small one", []chart.Ring{square(0, 0, 2)}, 1.25, 0.8, false},
		{"with a hole", []chart.Ring{square(5, 0, 20), hole}, 1.25, 0.8, true},
		{"two parts", []chart.Ring{square(0, 0, 3), square(40, 0, 9)}, 1.25, 0.8, true},
		{"two parts, one over the other", []chart.Ring{square(0, 0, 3), square(0, 40, 9)}, 1.25, 0.8, true},
		{"a horseshoe", []chart.Ring{{{X: 0, Y: 0}, {X: 0, Y: 20}, {X: 20, Y: 20}, {X: 20, Y: 0}, {X: 16, Y: 0}, {X: 16, Y: 16}, {X: 4, Y: 16}, {X: 4, Y: 0}}}, 1.25, 0.8, true},
	}
	for _, tt := range tests {
		l := Region{Rings: tt.rings}
		mid := l.NamePoint()
		if got := l.Fits(mid, tt.w, tt.h); got != tt.fits {
			t.Errorf("%s: a box of %v by %v fits around %v: %v; want %v", tt.name, 2*tt.w, 2*tt.h, mid, got, tt.fits)
		}
		if strings.HasPrefix(tt.name, "two parts") && mid.X < 40 && mid.Y < 40 {
			t.Errorf("%s: %v is in the smaller one", tt.name, mid)
		}
		if !l.spans(mid.Y, mid.X, mid.X) {
			t.Errorf("%s: %v is not within it", tt.name, mid)
		}
	}
}
