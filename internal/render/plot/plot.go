// Package plot draws a [chart.Chart] for paper with gonum.org/v1/plot: as PNG,
// SVG and PDF. It decides nothing: every place, text and colour is the chart's.
//
// Each panel is a gonum plot whose plotters, one a mark, draw into the panel's
// area. All formats share this drawing code; each has its own [vg.Canvas], as
// gonum's know neither 汉字 in PDF, nor the physical size of a PNG, nor a stack
// of fonts in SVG.
package plot

import (
	"image/color"
	"strconv"

	"charts/internal/chart"
	"charts/internal/font"
	"charts/internal/message"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// maxPixels bounds the time that a raster takes, and the size of its file.
const maxPixels = 100e6

// A canvas is what a format has to offer beyond gonum's: a text that keeps its
// alignment where the reader's font is another.
type canvas interface {
	vg.Canvas
	text(chart.Text)
}

// paint draws the whole chart.
func paint(dst canvas, c *chart.Chart) error {
	full := draw.NewCanvas(dst, vg.Length(c.Width), vg.Length(c.Height))
	fillRect(full, full.Rectangle, c.Style.Background)
	for i := range c.Panels {
		if err := paintPanel(full, c, &c.Panels[i]); err != nil {
			return err
		}
	}
	for _, s := range c.Strokes {
		paintStroke(full, s)
	}
	for _, s := range c.Swatches {
		paintSwatch(full, c.Style, s)
	}
	for _, t := range c.Texts {
		dst.text(t)
	}
	return nil
}

func paintStroke(full draw.Canvas, s chart.Stroke) {
	points := make([]vg.Point, len(s.Points))
	for i, p := range s.Points {
		points[i] = vg.Point{X: vg.Length(p.X), Y: full.Max.Y - vg.Length(p.Y)}
	}
	full.StrokeLines(draw.LineStyle{Color: rgb(s.Color), Width: vg.Length(s.Width)}, points)
}

func paintSwatch(full draw.Canvas, style chart.Style, s chart.Swatch) {
	box := place(full, s.Box)
	middle := vg.Point{X: (box.Min.X + box.Max.X) / 2, Y: (box.Min.Y + box.Max.Y) / 2}
	switch s.Shape {
	case chart.Square:
		fillRect(full, box, s.Color)
	case chart.Dash:
		line := draw.LineStyle{Color: rgb(s.Color), Width: vg.Length(style.LineWidth)}
		full.StrokeLine2(line, box.Min.X, middle.Y, box.Max.X, middle.Y)
	case chart.Dot:
		fillDot(full, middle, min(box.Size().X, box.Size().Y)/2, s.Color)
	}
}

// check refuses what cannot be drawn as it should be.
func check(c *chart.Chart, fonts font.Family) error {
	if !(c.Width > 0 && c.Height > 0) {
		return message.Errorf("%s has no size: %v × %v points", c.ID, c.Width, c.Height)
	}
	if w, h := pixels(c); float64(w)*float64(h) > maxPixels {
		return message.Errorf("%s has %d × %d pixels, more than %.0f million: make size or dpi smaller",
			c.ID, w, h, maxPixels/1e6)
	}
	for _, t := range c.Texts {
		for _, r := range fonts.Missing(t.S, t.Bold) {
			return message.Errorf("no glyph for %q (%U) in %q: write it with a character of the list of general standard Chinese characters, or name a font that has it in fonts of specs/theme.yaml", string(r), r, t.S)
		}
	}
	return nil
}

// place turns a box of the chart, Y downwards, into one of the canvas.
func place(full draw.Canvas, r chart.Rect) vg.Rectangle {
	return vg.Rectangle{
		Min: vg.Point{X: vg.Length(r.X), Y: full.Max.Y - vg.Length(r.Y+r.H)},
		Max: vg.Point{X: vg.Length(r.X + r.W), Y: full.Max.Y - vg.Length(r.Y)},
	}
}

// rgb reads a color of the form #rrggbb; anything else is black.
func rgb(c chart.Color) color.RGBA {
	black := color.RGBA{A: 255}
	if len(c) != 7 || c[0] != '#' {
		return black
	}
	n, err := strconv.ParseUint(string(c[1:]), 16, 32)
	if err != nil {
		return black
	}
	return color.RGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 255}
}

func fillRect(c draw.Canvas, r vg.Rectangle, fill chart.Color) {
	c.SetColor(rgb(fill))
	c.Fill(vg.Path{
		{Type: vg.MoveComp, Pos: r.Min},
		{Type: vg.LineComp, Pos: vg.Point{X: r.Max.X, Y: r.Min.Y}},
		{Type: vg.LineComp, Pos: r.Max},
		{Type: vg.LineComp, Pos: vg.Point{X: r.Min.X, Y: r.Max.Y}},
		{Type: vg.CloseComp},
	})
}

func fillDot(c draw.Canvas, middle vg.Point, radius vg.Length, fill chart.Color) {
	if radius <= 0 {
		return
	}
	c.SetColor(rgb(fill))
	c.Fill(circle(middle, radius))
}
