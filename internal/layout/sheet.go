// Package layout places the content of a chart on a page: it knows the chart, the
// font and nothing of what the chart was made from.
package layout

import (
	"charts/internal/chart"
	"charts/internal/typeset"
)

// A sheet is a chart being laid out from the top down.
type sheet struct {
	c           *chart.Chart
	page        Page
	faces       typeset.Faces
	left, right float64
	y           float64      // where the next thing goes
	foot        []chart.Text // notes and source, Y from the top of the foot
	footHeight  float64
	fixed       bool      // the author or the form set the height
	em, small   float64   // the sizes of texts
	title       float64   // where the names of panels begin
	headLines   int       // how many lines they have room for
	nameLimit   float64   // how wide names at the left are at most
	ruled       []float64 // where reference lines lie in the panel, the lowest first
	wide        float64   // how wide the areas of rows are at most; 0: as wide as they can be
}

// line is the distance of two baselines.
func (s *sheet) line(size float64) float64 { return size * s.c.Style.LineHeight }

// text adds a text in its place.
func (s *sheet) text(t chart.Text) {
	if t.Align == "" {
		t.Align = chart.AlignLeft
	}
	t.S = typeset.Text(t.S)
	if t.S != "" {
		s.c.Texts = append(s.c.Texts, t)
	}
}

// stroke adds a thin line.
func (s *sheet) stroke(color chart.Color, width float64, points ...chart.Point) {
	s.c.Strokes = append(s.c.Strokes, chart.Stroke{Points: points, Color: color, Width: width})
}

// roomyTicks are the ticks along a width whose labels have room: all, or every
// second, third …
func (s *sheet) roomyTicks(ticks []chart.Tick, room float64) []chart.Tick {
	w := 0.0
	for _, t := range ticks {
		w = max(w, s.faces.Width(t.Label, s.em, false)+0.6*s.em)
	}
	every := 1
	for every < len(ticks) && w > room*float64(every)/float64(max(len(ticks)-1, 1)) {
		every++
	}
	var some []chart.Tick
	for i := 0; i < len(ticks); i += every {
		some = append(some, ticks[i])
	}
	return some
}

// A Page is what a chart is laid out for, besides its width and its sizes of text.
type Page struct {
	Height float64 // of the page; 0: by the content
	Head   float64 // the size of the subtitle, by which the margins go
	Ems    float64 // the width of the page on paper, in its text size
	Faces  typeset.Faces
}
