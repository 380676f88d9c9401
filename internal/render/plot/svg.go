package plot

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"

	"charts/internal/chart"
	"charts/internal/font"

	gonumfont "gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// fontStack names fonts with 汉字 on every system: ours first, as the packages of
// Linux call it, for LibreOffice looks for the first name alone.
const fontStack = "Noto Sans CJK SC, " + font.Embedded + ", Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"

// SVG draws a chart with text as text: small, searchable, set in the reader's
// font where those of the chart are not installed; or, if the chart says so, as
// outlines: the same picture everywhere.
func SVG(c *chart.Chart, fonts font.Family) ([]byte, error) {
	if err := check(c, fonts); err != nil {
		return nil, err
	}
	s := svgCanvas{pen: newPen(c.Height, 1, fonts), outlined: c.Outlines}
	s.head(c)
	if err := paint(&s, c); err != nil {
		return nil, err
	}
	s.out.WriteString("</svg>\n")
	return s.out.Bytes(), nil
}

// A svgCanvas writes an element a call, in points.
type svgCanvas struct {
	pen
	out      bytes.Buffer
	outlined bool
}

const millimeter = 72 / 25.4

func (s *svgCanvas) head(c *chart.Chart) {
	fmt.Fprintf(&s.out, `<svg xmlns="http://www.w3.org/2000/svg" width="%smm" height="%smm" viewBox="0 0 %s %s"`,
		number(c.Width/millimeter), number(c.Height/millimeter), number(c.Width), number(c.Height))
	fmt.Fprintf(&s.out, ` role="img" xml:lang="%s" font-family="%s" stroke-linejoin="round">`+"\n",
		escape(c.Lang), escape(s.fonts.Names()+fontStack))
	fmt.Fprintf(&s.out, "<title>%s</title>\n<desc>%s</desc>\n", escape(c.Title), escape(c.Alt))
}

// Fill writes a rect, a circle or a path.
func (s *svgCanvas) Fill(path vg.Path) {
	fill := hex(s.color)
	if r, ok := s.rect(path); ok {
		fmt.Fprintf(&s.out, `<rect x="%s" y="%s" width="%s" height="%s" fill="%s"/>`+"\n",
			length(r.Min.X), length(r.Min.Y), length(r.Size().X), length(r.Size().Y), fill)
		return
	}
	if middle, radius, ok := s.circle(path); ok {
		fmt.Fprintf(&s.out, `<circle cx="%s" cy="%s" r="%s" fill="%s"/>`+"\n",
			length(middle.X), length(middle.Y), length(radius), fill)
		return
	}
	fmt.Fprintf(&s.out, `<path d="%s" fill="%s"/>`+"\n", svgPath(path, s.matrix), fill)
}

// Stroke writes a path without fill.
func (s *svgCanvas) Stroke(path vg.Path) {
	if s.width <= 0 || len(path) == 0 {
		return
	}
	fmt.Fprintf(&s.out, `<path d="%s" fill="none" stroke="%s" stroke-width="%s"`,
		svgPath(path, s.matrix), hex(s.color), length(s.width))
	if len(s.dashes) > 0 {
		fmt.Fprintf(&s.out, ` stroke-dasharray="%s"`, lengths(s.dashes))
	}
	if s.rounded(path) {
		s.out.WriteString(` stroke-linecap="round"`)
	}
	s.out.WriteString("/>\n")
}

// FillString draws a text from its left end.
func (s *svgCanvas) FillString(f gonumfont.Face, at vg.Point, text string) {
	s.text(s.lineOf(f, at, text))
}

func (s *svgCanvas) text(t chart.Text) {
	if t.S == "" {
		return
	}
	if s.outlined {
		s.outline(t)
		return
	}
	fmt.Fprintf(&s.out, `<text x="%s" y="%s" font-size="%s" fill="%s"`,
		number(t.X), number(t.Y), number(t.Size), hex(rgb(t.Color)))
	if t.Bold {
		s.out.WriteString(` font-weight="bold"`)
	}
	switch t.Align {
	case chart.AlignCenter:
		s.out.WriteString(` text-anchor="middle"`)
	case chart.AlignRight:
		s.out.WriteString(` text-anchor="end"`)
	}
	fmt.Fprintf(&s.out, ">%s</text>\n", escape(t.S))
}

// outline writes a text as one path, with its words for who cannot see it.
func (s *svgCanvas) outline(t chart.Text) {
	var d pathData
	x, scale := s.leftOf(t), t.Size/font.UnitsPerEm
	for _, r := range t.S {
		walk(glyphPath(s.fonts.Face(r, t.Bold), r), matrix{xx: scale, yy: -scale, x0: x, y0: t.Y}, &d)
		x += s.fonts.Width(string(r), t.Size, t.Bold)
	}
	fmt.Fprintf(&s.out, `<path role="img" aria-label="%s" d="%s" fill="%s"/>`+"\n",
		escape(t.S), d.String(), hex(rgb(t.Color)))
}

func svgPath(path vg.Path, m matrix) string {
	var d pathData
	walk(path, m, &d)
	return d.String()
}

// pathData is the sink that writes the d of a path.
type pathData struct{ strings.Builder }

func (d *pathData) moveTo(p vg.Point)       { d.step('M', p) }
func (d *pathData) lineTo(p vg.Point)       { d.step('L', p) }
func (d *pathData) cubeTo(a, b, p vg.Point) { d.step('C', a, b, p) }
func (d *pathData) closePath()              { d.WriteByte('Z') }

func (d *pathData) step(command byte, points ...vg.Point) {
	d.WriteByte(command)
	for i, p := range points {
		if i > 0 {
			d.WriteByte(' ')
		}
		d.WriteString(length(p.X) + " " + length(p.Y))
	}
}

func length(v vg.Length) string { return number(float64(v)) }

// number writes at most two decimals: a 3,600th of an inch.
func number(v float64) string {
	v = math.Round(v*100) / 100
	if v == 0 {
		v = 0 // no −0
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

func lengths(all []vg.Length) string {
	words := make([]string, len(all))
	for i, v := range all {
		words[i] = length(v)
	}
	return strings.Join(words, " ")
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func escape(s string) string { return escaper.Replace(printable(s)) }

// printable leaves out what no text format takes: control characters and bytes
// that are not UTF-8.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == '\uFFFD' || r == '\uFFFE' || r == '\uFFFF':
			return -1
		}
		return r
	}, s)
}
