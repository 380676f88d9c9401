package echarts

import (
	"math"
	"slices"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"charts/internal/chart"
)

// nativeBars reports whether ECharts' own bars would be where the panel's do:
// on 0 or on one another, of one width, in equal steps around the middle of the
// band. Its own bars close up when the reader hides a series; others (of a
// waterfall, of a bullet) are custom series.
func nativeBars(p *chart.Panel) bool {
	tops := map[stackPlace]float64{}
	columns := []chart.Bars{} // the first bars of each column
	for _, b := range chart.Only[chart.Bars](p.Marks) {
		if !piled(b, tops) {
			return false
		}
		if !hasColumn(columns, b) {
			columns = append(columns, b)
		}
	}
	value := p.Y
	if p.Y.Kind == chart.Band {
		value = p.X
	}
	return value.Kind == chart.Linear && (p.X.Kind == chart.Band) != (p.Y.Kind == chart.Band) && even(columns)
}

// A stackPlace is one pile of bars: ECharts piles up positive and negative
// values apart.
type stackPlace struct {
	stack    string
	x        float64
	negative bool
}

// piled reports whether the bars begin at 0 or where the stack has got to.
func piled(b chart.Bars, tops map[stackPlace]float64) bool {
	for _, d := range b.Data {
		if d.Missing {
			continue
		}
		at := stackPlace{b.Stack, d.X, d.Y < d.Base}
		if b.Stack == "" {
			at = stackPlace{}
		}
		if !near(d.Base, tops[at]) {
			return false
		}
		if b.Stack != "" {
			tops[at] = d.Y
		}
	}
	return true
}

func hasColumn(columns []chart.Bars, b chart.Bars) bool {
	return slices.ContainsFunc(columns, func(c chart.Bars) bool { return b.Stack != "" && c.Stack == b.Stack })
}

// even reports whether columns of one width stand side by side in equal steps
// around the middle of the band.
func even(columns []chart.Bars) bool {
	middle := float64(len(columns)-1) / 2
	for i, c := range columns {
		if c.Width != columns[0].Width || !near(c.Offset, (float64(i)-middle)*step(columns)) {
			return false
		}
	}
	return len(columns) < 2 || step(columns) > 0
}

func step(columns []chart.Bars) float64 {
	if len(columns) < 2 {
		return 0
	}
	return columns[1].Offset - columns[0].Offset
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*(1+math.Abs(a)+math.Abs(b)) }

func (p *panel) bars(b chart.Bars, native bool) []*series {
	s := p.custom(b.Name, function{Name: "bar", Width: b.Width, Offset: b.Offset})
	if native {
		s = p.style.newSeries(charts.SingleSeries{
			Type: types.ChartBar, Name: b.Name, Stack: p.own(b.Stack), BarWidth: percent(b.Width), BarGap: p.barGap(),
		})
		if !p.across() { // rows keep their height on every screen, columns their width not
			s.LabelLayout = &opts.LabelLayout{HideOverlap: opts.Bool(true)}
		}
	}
	s = p.on(s, b.Second)
	s.ItemStyle = filled(b.Color)
	for _, d := range b.Data {
		it := p.item(d, b.Color)
		switch {
		case d.Missing:
		case native:
			*it.Value[p.valueDim()] = tidy(d.Y - d.Base)
		default:
			it.Value = append(it.Value, new(d.Base))
		}
		s.Data = append(s.Data, it)
	}
	return p.withGaps(s, b.Data, b.Offset)
}

// valueDim is the place of the value in an item's pair.
func (p *plane) valueDim() int {
	if p.across() {
		return 0
	}
	return 1
}

// barGap is the room between the bars of a band in ECharts' measure, a share of
// their width.
func (p *plane) barGap() string {
	var columns []chart.Bars
	for _, b := range chart.Only[chart.Bars](p.Marks) {
		if !hasColumn(columns, b) {
			columns = append(columns, b)
		}
	}
	if len(columns) < 2 {
		return ""
	}
	return strconv.FormatFloat(tidy((step(columns)/columns[0].Width-1)*100), 'f', -1, 64) + "%"
}

// withGaps adds the texts of missing data, which ECharts would leave out with
// their marks. They stand off the middle of their bands as the marks would.
func (p *panel) withGaps(s *series, data []chart.Datum, off float64) []*series {
	gaps := p.custom("", function{Name: "note"})
	gaps.Silent = true
	for _, d := range data {
		if d.Missing && d.Label.Text != "" {
			text := chart.Datum{X: d.X + off, Y: d.Base, Base: d.Base, Label: d.Label}
			gaps.Data = append(gaps.Data, p.item(text, ""))
		}
	}
	if len(gaps.Data) == 0 {
		return []*series{s}
	}
	return []*series{s, gaps}
}
