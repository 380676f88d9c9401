package chart

import (
	"fmt"
	"strings"
)

// maxGaps is how many missing values or names a note tells.
const maxGaps = 6

// noteGaps names the missing values that have no room for 无数据 in the plot.
func (d *draft) noteGaps(m matrix) {
	var names []string
	for _, r := range m.runs {
		for j, c := range r.cells {
			switch {
			case !c.Missing:
			case len(m.runs) > 1:
				names = append(names, m.cats[j]+" "+r.name)
			default:
				names = append(names, m.cats[j])
			}
		}
	}
	d.noteMissing(names)
}

// noteMissing names what has no value.
func (d *draft) noteMissing(names []string) {
	if len(names) == 0 {
		return
	}
	d.chart.Notes = append(d.chart.Notes, d.say("无数据：", "No data: ")+d.few(names)+d.say("。", "."))
}

// few are the first of some names, and how many there are.
func (d *draft) few(names []string) string {
	if n := len(names); n > maxGaps {
		return d.listed(names[:maxGaps]) + fmt.Sprintf(d.say("等 %d 项", " and others, %d in all"), n)
	}
	return d.listed(names)
}

// noteUnnamed names the parts of a figure that have no room for their names. On a
// screen, whose width nobody knows, a part says its name when it is pointed at.
func (d *draft) noteUnnamed(names []string) {
	if len(names) > 0 && d.opts.Form != Screen {
		d.chart.Notes = append(d.chart.Notes, d.say("图中未写名的：", "Not named in the figure: ")+d.few(names)+d.say("。", "."))
	}
}

// noteZeros says why a figure of parts has none: all that is there is zero.
func (d *draft) noteZeros(m matrix) {
	if s := m.extent(); s.some {
		d.chart.Notes = append(d.chart.Notes, d.say("各项的值均为 0。", "All values are 0."))
	}
}

// listed are names one after the other.
func (d *draft) listed(names []string) string { return strings.Join(names, d.say("、", ", ")) }

// emptied is a figure whose values are all missing: it says 无数据 once, instead
// of axes and classes that nothing stands in. One number keeps its name.
func (d *draft) emptied() bool {
	if d.fig.Chart.V == "kpi" {
		return false
	}
	gaps := len(d.gaps)
	for _, p := range d.chart.Panels {
		for _, m := range p.Marks {
			_, data := dataOf(m)
			for _, v := range data {
				if !v.Missing {
					return false
				}
				gaps++
			}
		}
	}
	return gaps > 0
}
