package chart

// Placed reports whether the layout of a chart is its own: without axes, in
// several panels, or with texts beside dots on rows or at both ends of lines. A
// page lays out all other charts by itself, at any width.
func (c *Chart) Placed() bool {
	for _, p := range c.Panels {
		if len(c.Panels) > 1 || p.X.Kind == NoAxis || p.X.Kind == Band && p.Y.Kind == Band {
			return true
		}
		for _, m := range p.Marks {
			if _, dots := m.(Points); dots && p.Y.Kind == Band {
				return true
			}
			if l, ok := m.(Lines); ok && len(Labelled(l.Data, Left)) > 0 {
				return true
			}
		}
	}
	return false
}

// Labelled are the data whose labels are at a side.
func Labelled(data []Datum, place LabelPlace) []Datum {
	var some []Datum
	for _, d := range data {
		if d.Label.Text != "" && d.Label.Place == place {
			some = append(some, d)
		}
	}
	return some
}
