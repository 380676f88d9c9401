// Package geojson reads the regions of a map.
package geojson

import (
	"encoding/json"
	"errors"
	"math"
	"slices"

	"charts/internal/chart"
	"charts/internal/message"
)

// Bounds of a file of regions.
const (
	maxBytes  = 32 << 20
	maxPoints = 1_000_000
)

// A Region is one region of a GeoJSON file: its name and its rings in the file's
// coordinates. The rings of holes run the other way round.
type Region struct {
	Name  string
	Rings []chart.Ring
}

// geoJSON is the part of a FeatureCollection that is read.
type geoJSON struct {
	Type     string
	Features []struct {
		Properties struct{ Name json.RawMessage }
		Geometry   struct {
			Type        string
			Coordinates json.RawMessage
		}
	}
}

// Parse reads the regions of a GeoJSON file.
func Parse(src []byte) ([]Region, error) {
	if len(src) > maxBytes {
		return nil, message.Errorf("it has %d MB, and at most %d are read", len(src)>>20, maxBytes>>20)
	}
	var file geoJSON
	if err := json.Unmarshal(src, &file); err != nil {
		return nil, jsonFault(src, err)
	}
	if file.Type != "FeatureCollection" {
		return nil, message.Errorf("it is no FeatureCollection")
	}
	var all []Region
	points := 0
	for i, f := range file.Features {
		var one Region
		if json.Unmarshal(f.Properties.Name, &one.Name) != nil || one.Name == "" {
			return nil, message.Errorf("feature %d has no properties.name", i+1)
		}
		polygons, err := polygonsOf(f.Geometry.Type, f.Geometry.Coordinates)
		if err != nil {
			return nil, message.Errorf("%s: %w", one.Name, err)
		}
		for _, polygon := range polygons {
			one.Rings = append(one.Rings, wound(polygon)...)
		}
		for _, r := range one.Rings {
			points += len(r)
		}
		all = append(all, one)
	}
	if points > maxPoints {
		return nil, message.Errorf("it has %d points, and at most %d are drawn", points, maxPoints)
	}
	if points == 0 {
		return nil, message.Errorf("it has no polygon")
	}
	return all, nil
}

// jsonFault says where a file is no JSON, without the words of the decoder.
func jsonFault(src []byte, err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		line := 1
		for _, b := range src[:min(int(syntax.Offset), len(src))] {
			if b == '\n' {
				line++
			}
		}
		return message.Errorf("line %d is no JSON", line)
	}
	return message.Errorf("it is not built like GeoJSON")
}

// polygonsOf reads the coordinates of a geometry; each polygon is its border and
// its holes.
func polygonsOf(kind string, coordinates json.RawMessage) ([][]chart.Ring, error) {
	var rings [][][][]float64
	switch kind {
	case "Polygon":
		rings = make([][][][]float64, 1)
		if json.Unmarshal(coordinates, &rings[0]) != nil {
			return nil, message.Errorf("its coordinates are no rings of points")
		}
	case "MultiPolygon":
		if json.Unmarshal(coordinates, &rings) != nil {
			return nil, message.Errorf("its coordinates are no polygons")
		}
	default:
		return nil, message.Errorf("a region is a Polygon or a MultiPolygon, not %q", kind)
	}
	var all [][]chart.Ring
	for _, polygon := range rings {
		var one []chart.Ring
		for _, points := range polygon {
			ring, err := ringOf(points)
			if err != nil {
				return nil, err
			}
			one = append(one, ring)
		}
		all = append(all, one)
	}
	return all, nil
}

// ringOf reads one ring; the last point repeats the first.
func ringOf(points [][]float64) (chart.Ring, error) {
	var r chart.Ring
	for _, p := range points {
		if len(p) < 2 || math.Abs(p[0]) > 1e12 || math.Abs(p[1]) > 1e12 {
			return nil, message.Errorf("a point has no two coordinates that can be drawn")
		}
		r = append(r, chart.Point{X: p[0], Y: p[1]})
	}
	if n := len(r); n > 1 && r[0] == r[n-1] {
		r = r[:n-1]
	}
	if len(r) < 3 {
		return nil, message.Errorf("a ring has fewer than three corners")
	}
	return r, nil
}

// wound turns the border of a polygon one way and its holes the other, so that
// every renderer leaves the holes open.
func wound(polygon []chart.Ring) []chart.Ring {
	for i, r := range polygon {
		if (area(r) > 0) != (i == 0) {
			slices.Reverse(r)
		}
	}
	return polygon
}

// area is the area of a ring, negative when it runs clockwise.
func area(r chart.Ring) float64 {
	sum := 0.0
	for i, p := range r {
		q := r[(i+1)%len(r)]
		sum += p.X*q.Y - q.X*p.Y
	}
	return sum / 2
}
