package chart

import "strings"

// heatmap makes a cell for each pair of x and y, coloured by value in steps.
func (d *draft) heatmap() {
	x, okX := d.role("x", d.fig.X)
	y, okY := d.role("y", d.fig.Y)
	values, ok := d.valueColumns()
	if !okX || !okY || !ok || len(d.data.Rows) == 0 {
		return
	}
	m := matrix{cats: d.inTime(d.distinct(x))}
	rows := d.inTime(d.distinct(y))
	if len(m.cats)*len(rows) > maxCategories {
		d.errorAt(d.fig.X, "too-many", "%d × %d cells do not fit on a page", len(m.cats), len(rows)).Hint = "narrow with where"
		return
	}
	for _, r := range rows {
		m.runs = append(m.runs, d.gapRun(r, d.data.Columns[values[0]].Unit, m.cats))
	}
	if !d.fillPivot(m, x, y, values[0]) || !d.measured(&m) {
		return
	}
	steps := m.classesOf()
	cells := Cells{Name: typeset(d.fig.Value[0].V)}
	labelled := !d.unlabelled() && float64(m.shortWidth()*tight)+0.6 <= (d.em-d.rowNameEms(rows))/float64(len(m.cats))
	for i, r := range m.runs {
		for j, c := range r.cells {
			cells.Data = append(cells.Data, d.heatCell(c, r.name, m.cats[j], i, steps, labelled))
			cells.Boxes = append(cells.Boxes, Rect{float64(j), float64(i), 1, 1})
		}
	}
	p := Panel{X: bandAxis(m.cats), Y: bandAxis(rows), Marks: Marks{cells}}
	p.X.Line, p.Y.Line, p.Y.Reversed = false, false, true
	d.chart.Panels = []Panel{p}
	gaps := ""
	if m.hasGaps() {
		gaps = d.say("— 无数据", "— no data")
	}
	d.classLegend(steps, gaps)
}

// rowNameEms is the width of the names at the left.
func (d *draft) rowNameEms(rows []string) float64 {
	w := 0.0
	for _, r := range rows {
		w = max(w, widest(wrap(r, d.em*nameShare, 1, false), 1, false))
	}
	return w + 1.5
}

func (d *draft) heatCell(c cell, row, col string, i int, steps classes, labelled bool) Datum {
	datum := c.Datum
	datum.Base = float64(i) + 0.5
	datum.Name = typeset(row) + d.say("，", ", ") + typeset(col)
	datum.Color = d.theme.grid
	if !c.Missing {
		datum.Color = d.classColor(steps.of(c.Y), steps.count())
	}
	if labelled {
		datum.Label = Label{Text: c.short, Place: Center, Color: inkOn(datum.Color)}
	}
	if c.Missing {
		datum.Label = Label{Text: "—", Place: Center, Color: d.theme.muted}
	}
	return datum
}

// heat places a panel of two band axes: names at the left and under the cells.
func (s *sheet) heat(p *Panel, height float64) {
	left := 0.0
	var rows [][]string
	for _, l := range p.Y.Labels {
		lines := wrap(l, nameShare*(s.right-s.left), s.em, false)
		rows = append(rows, lines)
		left = max(left, widest(lines, s.em, false))
	}
	left += float64(0.6 * s.em)
	u := &upright{sheet: s, p: p}
	w := s.right - s.left - left
	u.names = u.bandNames(w)
	below := float64(0.4*s.em) + float64(float64(u.nameLines())*s.line(s.em))
	n, least := float64(len(rows)), 1.3*s.em
	for _, r := range rows {
		least = max(least, (float64(len(r))+0.2)*s.line(s.em)*0.9)
	}
	plot := max(height-below, n*max(least, min(2.3*s.em, tallest/n)))
	p.Area = Rect{s.left + left, s.y, w, plot}
	u.bandLabels()
	for i, lines := range rows {
		mid := p.Area.Y + (float64(i)+0.5)*plot/n
		s.column(RoleTick, lines, p.Area.X-float64(0.6*s.em), mid, s.em, AlignRight)
	}
	s.labels(p, s.cellSize(p, w/float64(len(p.X.Labels))))
	s.y += plot + below
}

// column writes lines under one another around a middle.
func (s *sheet) column(role Role, lines []string, x, mid, size float64, align Align) {
	step := s.line(size) * 0.9
	top := mid - float64(len(lines)-1)*step/2
	for k, l := range lines {
		s.text(Text{Role: role, S: l, X: x, Y: middle(top+float64(float64(k)*step), size), Size: size, Color: s.c.Style.Ink, Align: align})
	}
}

// cellSize is the usual size of text, or the small one where cells are narrow.
func (s *sheet) cellSize(p *Panel, room float64) float64 {
	for _, m := range p.Marks {
		cells, ok := m.(Cells)
		if !ok {
			continue
		}
		for _, d := range cells.Data {
			for _, l := range strings.Split(d.Label.Text, "\n") {
				if width(l, s.em, d.Label.Bold) > room-0.5*s.em {
					return s.small
				}
			}
		}
	}
	return s.em
}
