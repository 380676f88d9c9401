package layout

import (
	"charts/internal/chart"
	"charts/internal/font"
)

// panels places the panels in rows and columns, or says that there is nothing to
// show.
func (s *sheet) panels() {
	n := len(s.c.Panels)
	if n == 0 {
		s.empty()
		return
	}
	g := s.columns()
	rows := (n + g.n - 1) / g.n
	height := 0.0
	if s.fixed {
		height = max(1, s.free()/float64(rows)-g.rowGap())
	}
	for from := 0; from < n; from += g.n {
		g.row(from, min(g.n, n-from), height)
	}
}

// columns are n equal columns of panels. The first has what is beside all of
// them as well: the labels of a shared axis.
type columns struct {
	*sheet
	n     int
	left  []float64 // of each, the room for labels at the left
	right float64
	outer float64 // how much more the first has there
	wide  float64 // how wide the areas of rows are at most; 0: as wide as they can be
}

// ColumnGap parts panels that are side by side, in ems.
const ColumnGap = 1.6

// PartOf is the share of a width in ems that each of some columns of panels has.
func PartOf(ems float64, columns int) float64 {
	return (ems - ColumnGap*float64(columns-1)) / float64(columns)
}

func (s *sheet) columns() *columns {
	g := &columns{sheet: s, n: max(1, s.c.Columns)}
	narrow := *s
	narrow.right = s.left + (s.right-s.left)/float64(g.n)
	g.insets(func(int) *sheet { return &narrow })
	if g.n > 1 {
		g.outer = max(0, g.left[0]-g.left[1]) + s.outerNames(s.c.Panels)
		g.insets(g.at)
	}
	if len(s.c.Panels) > 1 {
		g.wide = g.sharedWidth()
	}
	return g
}

// insets measures the labels beside upright panels: all of a column have the room of
// the widest.
func (g *columns) insets(at func(i int) *sheet) {
	g.left, g.right = make([]float64, g.n), 0
	for i := range g.c.Panels {
		if p := &g.c.Panels[i]; upright(p) {
			l, r := (&vertical{sheet: at(i % g.n), p: p}).insets()
			g.left[i%g.n], g.right = max(g.left[i%g.n], l), max(g.right, r)
		}
	}
}

// outerNames is how much wider the names of the first panel are than those of the
// others.
func (s *sheet) outerNames(panels []chart.Panel) float64 {
	if len(panels) < 2 || panels[0].Y.Kind != chart.Band {
		return 0
	}
	width := func(p chart.Panel) (w float64) {
		for _, l := range p.Y.Labels {
			if p.Y.Hidden {
				break
			}
			w = max(w, s.faces.Widest(s.faces.Wrap(l, outerShare*(s.right-s.left), s.em, false), s.em, false))
		}
		return w
	}
	return max(0, width(panels[0])-width(panels[1]))
}

// outerShare is how much of the width the names take at most that are beside
// several panels.
const outerShare = 0.25

// at is the sheet of the i-th column.
func (g *columns) at(i int) *sheet {
	c := *g.sheet
	c.wide = g.wide
	if c.title = c.left; g.n == 1 {
		return &c
	}
	gap := ColumnGap * g.em
	w := (g.sheet.right - g.sheet.left - g.outer - gap*float64(g.n-1)) / float64(g.n)
	c.left = g.sheet.left + g.outer + float64(i)*(w+gap)
	c.right = c.left + w
	if c.title = c.left; i == 0 {
		c.left = g.sheet.left
	}
	c.nameLimit = outerShare * (g.sheet.right - g.sheet.left)
	return &c
}

// sharedWidth is the width that the areas of all rows can have, so that one length is
// one value in all of them.
func (g *columns) sharedWidth() (wide float64) {
	for i := range g.c.Panels {
		p := &g.c.Panels[i]
		if p.X.Kind == chart.NoAxis || !p.Plane().Horizontal() {
			return 0
		}
		w := &horizontal{sheet: g.at(i % g.n), p: p, size: g.em}
		w.readNotes()
		w.names = w.breakNames()
		if own := w.area(0, 0).W; wide == 0 || own < wide {
			wide = own
		}
	}
	return wide
}

// row places some panels side by side, all as high as the highest.
func (g *columns) row(from, n int, height float64) {
	g.headLines = 0
	for i := range n {
		g.headLines = max(g.headLines, len(g.at(i).heading(&g.c.Panels[from+i])))
	}
	if g.n > 1 && height == 0 {
		for i := range n {
			height = max(height, g.needs(from, i))
		}
	}
	low := g.y
	for i := range n {
		c := g.at(i)
		c.panel(&g.c.Panels[from+i], g.left[i], g.right, height)
		low = max(low, c.y)
	}
	g.y = low + g.rowGap()
}

// rowGap parts rows of panels that have room for more than one.
func (g *columns) rowGap() float64 {
	if g.c.Columns == 0 {
		return 0
	}
	return 0.5 * g.em
}

// needs is the natural height of a panel in the i-th column.
func (g *columns) needs(from, i int) float64 {
	s := g.at(i)
	c, p := *s.c, s.c.Panels[from+i]
	c.Texts, c.Strokes = nil, nil
	s.c = &c
	s.panel(&p, g.left[i], g.right, 0)
	return s.y - g.y
}

// upright reports whether the values of a panel run upwards.
func upright(p *chart.Panel) bool {
	return p.X.Kind != chart.NoAxis && !p.Plane().Horizontal() && !(p.X.Kind == chart.Band && p.Y.Kind == chart.Band)
}

// heading is the name of a panel, as lines.
func (s *sheet) heading(p *chart.Panel) []string {
	if p.Title == "" {
		return nil
	}
	return s.faces.Wrap(p.Title, s.right-s.title, s.em, true)
}

// panel places one panel at the sheet's y, with a whole height of its own or, when
// 0, a natural one.
func (s *sheet) panel(p *chart.Panel, left, right, height float64) {
	p.Head = chart.Point{X: s.title, Y: s.y}
	for i, l := range s.heading(p) {
		s.text(chart.Text{Role: chart.RolePanel, S: l, X: s.title, Y: s.y + font.Ascent(s.em) + float64(i)*s.line(s.em), Size: s.em, Bold: true, Color: s.c.Style.Ink})
	}
	head := float64(s.headLines) * s.line(s.em)
	s.y += head
	if height > 0 {
		height = max(1, height-head)
	}
	switch {
	case p.X.Kind == chart.NoAxis:
		s.freePanel(p, height)
	case upright(p):
		u := &vertical{sheet: s, p: p}
		u.insets()
		u.place(left, right, height)
	case p.Plane().Horizontal():
		w := &horizontal{sheet: s, p: p}
		w.readNotes()
		w.place(height)
	default:
		s.heat(p, height)
	}
}

// freePanel places a panel without axes: what a kind has placed itself,
// a ring with names around it, or the cards of a kpi.
func (s *sheet) freePanel(p *chart.Panel, height float64) {
	if p.Stage.H > 0 {
		s.stagePanel(p, height)
		return
	}
	switch m := p.Marks[0].(type) {
	case chart.Slices:
		s.ring(p, m, height)
	case chart.Cells:
		s.cards(p, m, height)
	}
}
