package layout

import (
	"slices"

	"charts/internal/chart"
)

// labels places the label of every datum of a panel.
func (s *sheet) labels(p *chart.Panel, size float64) {
	pl := p.Plane()
	for _, m := range p.Marks {
		switch m := m.(type) {
		case chart.Bars:
			for _, d := range m.Data {
				s.barLabel(pl, m, d, size)
			}
		case chart.Lines:
			s.lineLabels(pl, m, size, lineCount(p) == 1)
		case chart.Areas:
			s.dataLabels(pl, m.Data, false, 0, size)
		case chart.Points:
			if pl.X.Kind == chart.Linear && pl.Y.Kind == chart.Linear { // see dotNames
				continue
			}
			for i, d := range m.Data {
				dot := s.c.Style.DotSize
				if i < len(m.Size) {
					dot = m.Size[i]
				}
				s.dataLabels(pl, []chart.Datum{d}, m.Second, dot, size)
			}
		case chart.Cells:
			for i, d := range m.Data {
				s.boxLabel(cellBox(pl, m.Boxes[i]), d.Label, size)
			}
		case chart.Slices:
			s.sectorLabels(p, m, size)
		case chart.Flows:
			for i, d := range m.Nodes {
				s.boxLabel(cellBox(pl, m.Boxes[i]), d.Label, size)
			}
		case chart.Regions:
			for _, d := range m.Data {
				s.boxLabel(chart.Around(chart.Point{X: pl.Px(d.X), Y: pl.Py(d.Base)}, 0), d.Label, size)
			}
		case chart.Notes:
			if pl.X.Kind == chart.NoAxis {
				s.dataLabels(pl, m.Data, false, 0, size)
			}
		}
	}
}

// totalTexts writes the sums at the ends of stacked columns, if all have room.
func (u *vertical) totalTexts() {
	if u.totalsFit() {
		u.writeTotals(u.p, u.size)
	}
}

// totalsFit reports whether the sums have room beside one another.
func (u *vertical) totalsFit() bool {
	tooWide := func(t chart.Datum) bool { return u.faces.Width(t.Label.Text, u.em, true) > u.stepWidth()*0.95 }
	return len(u.p.Totals) > 0 && !slices.ContainsFunc(u.p.Totals, tooWide)
}

// writeTotals writes the sums beyond the bars.
func (s *sheet) writeTotals(p *chart.Panel, size float64) {
	pl := p.Plane()
	for _, t := range p.Totals {
		s.barLabel(pl, chart.Bars{}, t, size)
	}
}

// lineCount is how many lines of values a panel has.
func lineCount(p *chart.Panel) int {
	n := 0
	for _, l := range chart.Only[chart.Lines](p.Marks) {
		if l.Name != "" {
			n++
		}
	}
	return n
}
