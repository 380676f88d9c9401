package render_test

import (
	"encoding/xml"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/font"
	"charts/internal/kind/kindtest"
	"charts/internal/render/plot"
)

// TestPaperSaysWhatTheChartSays reads the SVG of every figure of the corpus back
// and compares it with the resolved chart: every text in its place, size and
// colour, every bar and dot where its value puts it.
func TestPaperSaysWhatTheChartSays(t *testing.T) {
	for _, s := range kindtest.Corpus(t) {
		src, err := plot.SVG(s.Paper, font.Family{})
		if err != nil {
			t.Errorf("%s: %v", s.Name, err)
			continue
		}
		var p picture
		if err := xml.Unmarshal(src, &p); err != nil {
			t.Errorf("%s: %v", s.Name, err)
			continue
		}
		if want := textsOf(s.Paper); !slices.Equal(p.texts(), want) {
			t.Errorf("%s: the texts are\n%v\nand not\n%v", s.Name, p.texts(), want)
		}
		for i := range s.Paper.Panels {
			for _, fault := range p.faults(s.Paper, &s.Paper.Panels[i]) {
				t.Errorf("%s: %s", s.Name, fault)
			}
		}
	}
}

// A picture is an SVG as package plot writes it.
type picture struct {
	Texts []struct {
		X      float64 `xml:"x,attr"`
		Y      float64 `xml:"y,attr"`
		Size   float64 `xml:"font-size,attr"`
		Fill   string  `xml:"fill,attr"`
		Anchor string  `xml:"text-anchor,attr"`
		S      string  `xml:",chardata"`
	} `xml:"text"`
	Rects   []rect   `xml:"rect"`
	Circles []circle `xml:"circle"`
	Paths   []struct {
		D      string `xml:"d,attr"`
		Stroke string `xml:"stroke,attr"`
		Fill   string `xml:"fill,attr"`
	} `xml:"path"`
}

type rect struct {
	X    float64 `xml:"x,attr"`
	Y    float64 `xml:"y,attr"`
	W    float64 `xml:"width,attr"`
	H    float64 `xml:"height,attr"`
	Fill string  `xml:"fill,attr"`
}

type circle struct {
	X    float64 `xml:"cx,attr"`
	Y    float64 `xml:"cy,attr"`
	Fill string  `xml:"fill,attr"`
}

func (p *picture) texts() (all []string) {
	for _, t := range p.Texts {
		all = append(all, fmt.Sprint(t.S, " ", t.X, " ", t.Y, " ", t.Size, " ", t.Fill, " ", t.Anchor))
	}
	return all
}

func textsOf(c *chart.Chart) (all []string) {
	anchors := map[chart.Align]string{chart.AlignCenter: "middle", chart.AlignRight: "end"}
	for _, t := range c.Texts {
		all = append(all, fmt.Sprint(t.S, " ", t.X, " ", t.Y, " ", t.Size, " ", t.Color, " ", anchors[t.Align]))
	}
	return all
}

// rounding is half of the last digit of two lengths of the SVG.
const rounding = 0.0101

// faults are the marks of a panel that are not where their values put them.
func (p *picture) faults(c *chart.Chart, panel *chart.Panel) (all []string) {
	for _, m := range panel.Marks {
		switch m := m.(type) {
		case chart.Bars:
			for _, d := range m.Data {
				if want, ok := barBox(panel, m, d); ok && !slices.ContainsFunc(p.Rects, want.like) {
					all = append(all, fmt.Sprintf("no bar %v for %s %s", want, d.Name, d.Text))
				}
			}
		case chart.Points:
			for _, d := range m.Data {
				if want, ok := dotAt(c, panel, m.Second, d, or(d.Color, m.Color)); ok && !slices.ContainsFunc(p.Circles, want.like) {
					all = append(all, fmt.Sprintf("no dot %v for %s %s", want, d.Name, d.Text))
				}
			}
		case chart.Lines:
			all = append(all, p.lineFaults(c, panel, m)...)
		case chart.Slices:
			for i, d := range m.Data {
				if !d.Missing && m.To[i] > m.From[i] && m.Outer[i] > m.Inner[i] && !p.fills(or(d.Color, c.Style.Accent)) {
					all = append(all, fmt.Sprintf("no sector for %s %s", d.Name, d.Text))
				}
			}
		}
	}
	return all
}

func or(c, otherwise chart.Color) chart.Color {
	if c == "" {
		return otherwise
	}
	return c
}

func (p *picture) fills(c chart.Color) bool {
	for _, path := range p.Paths {
		if path.Fill == string(c) {
			return true
		}
	}
	return false
}

// lineFaults are the data of a line that it does not pass through.
func (p *picture) lineFaults(c *chart.Chart, panel *chart.Panel, m chart.Lines) (all []string) {
	var at []circle
	for _, path := range p.Paths {
		if path.Stroke == string(m.Color) {
			at = append(at, corners(path.D)...)
		}
	}
	at = append(at, p.Circles...)
	for _, d := range m.Data {
		if want, ok := dotAt(c, panel, m.Second, d, m.Color); ok && !slices.ContainsFunc(at, want.near) {
			all = append(all, fmt.Sprintf("the line %s misses %v of %s %s", m.Name, want, d.Name, d.Text))
		}
	}
	return all
}

// corners are the points of a path of straight lines.
func corners(d string) (all []circle) {
	for _, step := range strings.FieldsFunc(d, func(r rune) bool { return r == 'M' || r == 'L' || r == 'Z' }) {
		x, y, _ := strings.Cut(step, " ")
		px, err1 := strconv.ParseFloat(x, 64)
		py, err2 := strconv.ParseFloat(y, 64)
		if err1 == nil && err2 == nil {
			all = append(all, circle{X: px, Y: py})
		}
	}
	return all
}

func (r rect) like(o rect) bool {
	return r.Fill == o.Fill && near(r.X, o.X) && near(r.Y, o.Y) && near(r.W, o.W) && near(r.H, o.H)
}

func (r circle) like(o circle) bool { return r.Fill == o.Fill && r.near(o) }

func (r circle) near(o circle) bool { return near(r.X, o.X) && near(r.Y, o.Y) }

func near(a, b float64) bool { return math.Abs(a-b) <= rounding }

// part is where a value lies along an axis, 0 … 1 from its start. It is written
// anew here, so that a fault of the renderer's is not repeated.
func part(a chart.Axis, v float64) float64 {
	var p float64
	switch a.Kind {
	case chart.Band:
		low, high := bands(a)
		p = (v - low) / (high - low)
	case chart.Log:
		p = math.Log(v/a.Min) / math.Log(a.Max/a.Min)
	case chart.Linear:
		p = (v - a.Min) / (a.Max - a.Min)
	default:
		p = v
	}
	if a.Reversed {
		p = 1 - p
	}
	return p
}

// bands are the ends of a band axis: all bands, unless it says otherwise.
func bands(a chart.Axis) (low, high float64) {
	if a.Min == a.Max {
		return 0, float64(len(a.Labels))
	}
	return a.Min, a.Max
}

func across(p *chart.Panel) bool { return p.Y.Kind == chart.Band && p.X.Kind != chart.Band }

// placeOf is where a value along the category axis and one along the value axis
// meet, in points from the top left.
func placeOf(p *chart.Panel, second bool, along, value float64) (x, y float64) {
	xAxis, yAxis := p.X, p.Y
	if second && p.Y2.Kind != chart.NoAxis {
		yAxis = p.Y2
	}
	if across(p) {
		along, value = value, along
	}
	down := 1 - part(yAxis, value)
	if yAxis.Kind == chart.NoAxis {
		down = value
	}
	return p.Area.X + part(xAxis, along)*p.Area.W, p.Area.Y + down*p.Area.H
}

// barBox is the box of a bar, cut to the area; ok is false when it has none.
func barBox(p *chart.Panel, b chart.Bars, d chart.Datum) (r rect, ok bool) {
	if d.Missing {
		return r, false
	}
	middle := d.X + b.Offset
	x0, y0 := placeOf(p, b.Second, middle-b.Width/2, d.Base)
	x1, y1 := placeOf(p, b.Second, middle+b.Width/2, d.Y)
	x0, x1 = max(min(x0, x1), p.Area.X), min(max(x0, x1), p.Area.X+p.Area.W)
	y0, y1 = max(min(y0, y1), p.Area.Y), min(max(y0, y1), p.Area.Y+p.Area.H)
	r = rect{x0, y0, x1 - x0, y1 - y0, string(or(d.Color, b.Color))}
	return r, r.W > 0 && r.H > 0
}

// dotAt is the middle of a dot; ok is false when it is missing or out of sight.
func dotAt(c *chart.Chart, p *chart.Panel, second bool, d chart.Datum, fill chart.Color) (at circle, ok bool) {
	if d.Missing {
		return at, false
	}
	x, y := placeOf(p, second, d.X, d.Y)
	inside := x >= p.Area.X-rounding && x <= p.Area.X+p.Area.W+rounding && y >= p.Area.Y-rounding && y <= p.Area.Y+p.Area.H+rounding
	return circle{x, y, string(fill)}, inside
}
