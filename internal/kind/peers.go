package kind

import (
	"fmt"
	"slices"

	"charts/internal/quantity"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// Peers are the others that the number of a card is held against. Their middle
// is computed: no report prints it.
type Peers struct {
	What      string  // 院校
	Text      string  // 其余 7 个院校：中位数 17.2，四分位 15.9–18.3
	Own       float64 // all in the unit of the card's value
	Missing   bool    // there is no own value
	Values    []float64
	Median    float64
	Low, High float64 // the quartiles; equal when there are too few values
}

// among makes of the rows of all members a meter of the own value, and the
// others. The card names the sources of its own row only.
func among(d *builder, c spec.Card) (meter, *Peers, bool) {
	values, ok := d.valueColumns()
	if !ok {
		return meter{}, nil, false
	}
	by, ok := d.role("among", c.Among)
	if !ok {
		return meter{}, nil, false
	}
	own, ok := ownRow(d, c, by)
	if !ok {
		return meter{}, nil, false
	}
	r := run{name: d.fig.Value[0].V}
	r.unit = d.data.Columns[values[0]].Unit
	r.cells = append(r.cells, d.cell(own, values[0], c.Own.V, 0))
	sources := slices.Clone(d.chart.Sources)
	for i, row := range d.data.Rows {
		if i != own {
			r.cells = append(r.cells, d.cell(i, values[0], name(row.Cells[by]), i))
		}
	}
	one := meter{name: c.Own.V, m: matrix{cats: []string{c.Own.V}, runs: []run{r}}}
	if !measured(d, &one.m) {
		return meter{}, nil, false
	}
	d.chart.Sources = sources
	one.value = one.m.runs[0].cells[0]
	return one, peers(d, one.m, c.Among.V), true
}

// ownRow is the one row of the own member.
func ownRow(d *builder, c spec.Card, by int) (int, bool) {
	own := -1
	seen := map[string]bool{}
	var names []string
	for i, row := range d.data.Rows {
		member := name(row.Cells[by])
		if seen[member] {
			p := d.errorAt(c.Among, "one-row", "%s has more than one row among %s", member, c.Among.V)
			p.See = seeRow(row)
			p.Hintf("narrow the data with where to one row for each")
			return 0, false
		}
		seen[member] = true
		names = append(names, member)
		if member == c.Own.V {
			own = i
		}
	}
	if own < 0 {
		d.unknownName(c.Own, names)
	}
	return own, own >= 0
}

// peers computes what the others have in their middle.
func peers(d *builder, m matrix, what string) *Peers {
	cells := m.runs[0].cells
	p := &Peers{What: what, Own: cells[0].Y, Missing: cells[0].Missing}
	for _, c := range cells[1:] {
		if !c.Missing {
			p.Values = append(p.Values, c.Y)
		}
	}
	n := len(p.Values)
	p.Text = fmt.Sprintf(d.say("其余 %d 个%s：", "%d others (%s): "), n, what)
	switch {
	case n == 0:
		p.Text = d.say("其余", "others: ") + what + d.say("无数据", ", no data")
	case n < leastQuartiles:
		p.Median = quantity.Median(p.Values)
		p.Text += d.say("中位数 ", "median ") + m.at(p.Median) + d.say("（计算值，不足 4 个，不计四分位）", " (computed; fewer than 4, so no quartiles)")
	default:
		p.Median, p.Low, p.High = quantity.Median(p.Values), quantity.Quartile(p.Values, 1), quantity.Quartile(p.Values, 3)
		p.Text += d.say("中位数 ", "median ") + m.at(p.Median) + d.say("，四分位 ", ", quartiles ") + m.at(p.Low) + "–" + m.at(p.High) +
			d.say("（计算值，QUARTILE.INC 法）", " (computed, by QUARTILE.INC)")
	}
	if gone := len(cells) - 1 - n; gone > 0 && n > 0 {
		p.Text += fmt.Sprintf(d.say("；另 %d 个无数据", "; %d more without data"), gone)
	}
	p.Text = typeset.Text(p.Text)
	return p
}
