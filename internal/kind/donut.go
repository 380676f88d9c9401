package kind

import (
	"cmp"

	"charts/internal/chart"
	"charts/internal/typeset"
)

// ringHole is the inner radius of a donut, as a part of the outer.
const ringHole = 0.62

func donut(d *builder) { ringShares(d, ringHole) }

// ringShares makes the content of donut and pie: slices in the order of the rows,
// from twelve o'clock.
func ringShares(d *builder, hole float64) {
	m, sum, ok := partsOfWhole(d)
	if !ok {
		return
	}
	r := m.runs[0]
	s := chart.Slices{Name: typeset.Text(r.name)}
	turned := 0.0
	var gaps, there []cell
	for i, c := range r.cells {
		if c.Missing {
			gaps = append(gaps, c)
			continue
		}
		there = append(there, c)
		datum := slice(d, c, m, sum)
		datum.Color = d.paint(m.cats[i], i)
		s.Data = append(s.Data, datum)
		s.From = append(s.From, turned/sum)
		turned += c.Y
		s.To = append(s.To, turned/sum)
		s.Inner = append(s.Inner, hole)
		s.Outer = append(s.Outer, 1)
	}
	s.To[len(s.To)-1] = 1 // not 0.9999
	if d.facets != nil {
		nameParts(d, s.Data)
	}
	if hole > 0 && m.unit != "%" {
		s.Title, s.Sub = m.sum(there).Text, d.say("合计", "total")
	}
	d.checkNames(m.cats)
	if len(gaps) > 0 && m.unit != "%" {
		s.Sub = d.say("已知各项合计", "total of the known")
		d.noteOnce(d.say("占比按有数据的各项计。", "Shares are of the parts that are known."))
	}
	d.leaveOut(gaps, missingParts)
	d.chart.Panels = []chart.Panel{{Marks: chart.Marks{s}}}
}

// nameParts names the parts of several wholes once, above them.
func nameParts(d *builder, parts []chart.Datum) {
	for _, datum := range parts {
		d.chart.Legend = append(d.chart.Legend, chart.Entry{Name: datum.Name, Color: datum.Color, Shape: chart.Square})
	}
}

// slice is one value with its share.
func slice(d *builder, c cell, m matrix, sum float64) chart.Datum {
	datum := c.Datum
	datum.X = 0
	text := typeset.NoBreak + c.Text
	if m.unit != "%" {
		datum.Share = shareText(c.Y, sum)
		text += d.say("（", " (") + datum.Share + d.say("）", ")")
	}
	if d.unlabelled() {
		text = ""
	}
	text = c.Name + text
	if d.facets != nil { // the legend has the names
		text = cmp.Or(datum.Share, c.short)
	}
	datum.Label = chart.Label{Text: text, Place: chart.Outside, Color: d.theme.Muted}
	return datum
}

// maxSlices is how many angles a reader can tell apart.
const maxSlices = 8

// partsOfWhole are the values of a whole and their sum, which is more than nothing: none
// is negative, and percentages add up to a whole.
func partsOfWhole(d *builder) (m matrix, sum float64, ok bool) {
	m, ok = oneValue(d)
	switch {
	case !ok:
	case len(m.cats) > maxSlices:
		p := d.errorAt(d.fig.Category, "too-many-slices", "%d slices, and a reader can tell %d apart", len(m.cats), maxSlices)
		p.Hintf("fold the small ones with top: {n: 5, other: Other}, or use chart: bar")
	case fromZero(d, m, "share") && adds(d, m):
		for _, c := range m.runs[0].cells {
			if !c.Missing {
				sum += c.Y
			}
		}
		if sum == 0 {
			noteZeros(d, m)
		}
	}
	return m, sum, sum > 0
}
