package echarts

import (
	"strconv"

	"charts/internal/chart"
)

// A plane is a panel of the chart and the axes of the option that it got.
type plane struct {
	*chart.Panel
	x, y, y2 int // indices into xAxis and yAxis
}

// across reports whether the values run to the right.
func (p *plane) across() bool { return p.Y.Kind == chart.Band && p.X.Kind != chart.Band }

// on puts a series on the panel's axes.
func (p *plane) on(s *series, second bool) *series {
	s.XAxisIndex, s.YAxisIndex = p.x, p.y
	if second && p.Y2.Kind != chart.NoAxis {
		s.YAxisIndex = p.y2
	}
	return s
}

// own is the name of a stack or a map for ECharts, to which those of all panels are one
// where they are called alike.
func (p *plane) own(name string) string {
	if name == "" || p.x == 0 {
		return name
	}
	return name + strconv.Itoa(p.x)
}

// ruled reports whether reference lines may run through a label.
func (p *plane) ruled() bool {
	return len(chart.Only[chart.Rules](p.Marks)) > 0
}

// position is the place of a label in ECharts' words, which do not know the end
// of a bar.
func (p *plane) position(d chart.Datum) string {
	rising := d.Y >= d.Base
	end := map[bool]string{true: "top", false: "bottom"}[rising != p.Y.Reversed]
	inside := map[bool]string{true: "insideTop", false: "insideBottom"}[rising != p.Y.Reversed]
	if p.across() {
		end = map[bool]string{true: "right", false: "left"}[rising != p.X.Reversed]
		inside = map[bool]string{true: "insideRight", false: "insideLeft"}[rising != p.X.Reversed]
	}
	switch d.Label.Place {
	case chart.Outside:
		return end
	case chart.Inside:
		return inside
	case chart.Above:
		return "top"
	case chart.Below:
		return "bottom"
	case chart.Left, chart.Right:
		return string(d.Label.Place)
	}
	return "inside"
}
