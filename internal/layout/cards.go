package layout

import (
	"math"
	"strings"

	"charts/internal/chart"
	"charts/internal/font"
)

// kpiSize is the size of the number in ems.
const kpiSize = 2.6

// cards places the numbers of a kpi figure side by side.
func (s *sheet) cards(p *chart.Panel, cells chart.Cells, height float64) {
	p.Area = chart.Rect{X: s.left, Y: s.y, W: s.right - s.left, H: max(height, 7.5*s.em)}
	grow := max(1, min(2.5, height/(8*s.em))) // on a slide there is room
	from, low := len(s.c.Texts), p.Area.Y
	for i, d := range cells.Data {
		b := cells.Boxes[i]
		x, w := p.Area.X+b.X*p.Area.W, b.W*p.Area.W-s.em
		lines := strings.Split(d.Label.Text, "\n")
		y := p.Area.Y
		put := func(text string, size float64, bold bool, color chart.Color, role chart.Role) {
			for _, l := range s.faces.Wrap(text, w, size, bold) {
				s.text(chart.Text{Role: role, S: l, X: x, Y: y + font.Ascent(size), Size: size, Bold: bold, Color: color})
				y += s.line(size)
			}
		}
		put(lines[0], s.em*math.Sqrt(grow), false, s.c.Style.Muted, chart.RoleTick)
		big := kpiSize * grow * s.em
		for big > s.em && s.faces.Width(lines[1], big, true) > w {
			big -= 0.1 * s.em
		}
		put(lines[1], big, true, d.Label.Color, chart.RoleValue)
		for _, l := range lines[2:] {
			put(l, s.small*math.Sqrt(grow), false, s.c.Style.Muted, chart.RoleValue)
		}
		low = max(low, y)
	}
	p.Area.H = max(p.Area.H, low-p.Area.Y)
	if height > 0 { // in the middle of it
		for i := range s.c.Texts[from:] {
			s.c.Texts[from+i].Y += (p.Area.Y + p.Area.H - low) / 2
		}
	}
	s.y += p.Area.H
}
