package kind

import (
	"fmt"
	"strconv"

	"charts/internal/chart"
	"charts/internal/layout"
	"charts/internal/palette"
	"charts/internal/quantity"
	"charts/internal/typeset"
)

// leastBox is how many values a box needs: fewer are shown one by one.
const leastBox = 5

// whisker is how far beyond the quartiles values count as usual, in distances of the
// quartiles (Tukey).
const whisker = 1.5

// boxplot makes a box over the middle half of the values of each category, with
// whiskers to the farthest that are usual, and dots for the others.
func boxplot(d *builder) {
	g, ok := readGroups(d)
	if !ok {
		return
	}
	p := g.panel(d)
	name := typeset.Text(d.fig.Value[0].V)
	reach := chart.Bars{Color: d.theme.Rest, Width: stem}
	boxes := chart.Bars{Name: d.say("四分位", "quartiles"), Color: palette.Mix(d.theme.Background, d.theme.Accent, 0.4), Width: layout.BarWidth * 0.7}
	medians := chart.Points{Name: d.say("中位数", "median"), Color: d.theme.Accent}
	all := run{name: name} // which the marks show as quartiles, but for a few
	far := chart.Points{Name: name, Color: d.theme.Accent, Hollow: true}
	few := false
	for i := range g.cats {
		cells := g.in(i)
		all.cells = append(all.cells, cells...)
		if len(cells) < leastBox {
			few = few || len(cells) > 0
			for _, c := range cells {
				far.Data = append(far.Data, c.Datum)
			}
			continue
		}
		b := spreadOf(d, g, i, cells)
		reach.Data = append(reach.Data, b.reach)
		boxes.Data = append(boxes.Data, b.box)
		medians.Data = append(medians.Data, b.median)
		far.Data = append(far.Data, b.far...)
	}
	d.leaveOut(missingOf(g.named()), missingParts)
	p.Marks = append(p.Marks, reach, boxes, medians)
	if len(far.Data) > 0 {
		p.Marks = append(p.Marks, far)
	}
	if len(boxes.Data) > 0 {
		d.noteOnce(d.say("箱为上下四分位（QUARTILE.INC 法），箱中的点为中位数，线到 1.5 倍四分位距以内最远的值，圈为更远的值；四分位与中位数为计算值。",
			"A box holds the quartiles (by QUARTILE.INC), its dot is the median, the line reaches the farthest value within 1.5 times their distance, and rings are values beyond; quartiles and medians are computed."))
	}
	if few {
		d.noteOnce(fmt.Sprintf(d.say("不足 %d 个值的类别逐个画圈。", "Categories of fewer than %d values show each as a ring."), leastBox))
	}
	d.told = []run{all}
	for _, s := range []chart.Story{{Name: boxes.Name, Data: boxes.Data}, {Name: medians.Name, Data: medians.Data}} {
		if text := tell(d, s); text != "" {
			d.rated = append(d.rated, text)
		}
	}
	d.chart.Panels = []chart.Panel{p}
}

// A spread is what a category shows.
type spread struct {
	reach, box, median chart.Datum
	far                []chart.Datum
}

// spreadOf are the five numbers of a category, and the values beyond its whiskers.
func spreadOf(d *builder, g grouped, i int, cells []cell) spread {
	var vs []float64
	for _, c := range cells {
		vs = append(vs, c.Y)
	}
	q1, q2, q3 := quantity.Quartile(vs, 1), quantity.Quartile(vs, 2), quantity.Quartile(vs, 3)
	room := whisker * (q3 - q1)
	x, name := float64(i)+0.5, typeset.Text(g.cats[i])
	b := spread{reach: chart.Datum{X: x, Base: q1, Y: q3}, box: chart.Datum{X: x, Base: q1, Y: q3, Name: name, Computed: true}}
	for _, c := range cells {
		if c.Y < q1-room || c.Y > q3+room {
			b.far = append(b.far, c.Datum)
			continue
		}
		b.reach.Base, b.reach.Y = min(b.reach.Base, c.Y), max(b.reach.Y, c.Y)
		b.box.Rows, b.box.Sources = append(b.box.Rows, c.Rows...), append(b.box.Sources, c.Sources...)
	}
	b.median = chart.Datum{X: x, Y: q2, Name: name, Text: typeset.Text(g.withUnit(g.exact(q2))), Computed: true, Sources: b.box.Sources, Rows: b.box.Rows}
	b.box.Text = typeset.Text(fmt.Sprintf(d.say("%s 至 %s（%d 个值）", "%s to %s (%d values)"), g.exact(q1), g.withUnit(g.exact(q3)), len(cells)))
	return b
}

// exact is a number between two of the values, or a quarter of the way, with the
// decimals that it needs for that: at most two more than they have.
func (g grouped) exact(v float64) string {
	decimals := max(0, g.mostDecimals())
	for most := decimals + 2; decimals < most; decimals++ {
		if shown, _ := strconv.ParseFloat(fixed(v, decimals), 64); shown == v {
			break
		}
	}
	return g.marked(g.number(v, decimals))
}
