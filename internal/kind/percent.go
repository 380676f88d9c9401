package kind

import (
	"fmt"
	"math"

	"charts/internal/quantity"
)

// toPercent turns the values into parts of their category's sum. Where a part is
// not known, or all are zero, there are no shares, and a note says so.
func toPercent(d *builder, m *matrix) bool {
	var without []string
	some := m.extent().some
	for j, name := range m.cats {
		sum, unknown, ok := wholeOf(d, *m, j)
		if !ok {
			return false
		}
		for _, r := range m.runs {
			asShare(&r.cells[j], sum, unknown == "")
		}
		switch {
		case unknown != "":
			without = append(without, name+fmt.Sprintf(d.say("（%s无数据）", " (no data of %s)"), unknown))
		case sum == 0:
			without = append(without, name+d.say("（各项均为 0）", " (all are 0)"))
		}
	}
	d.unshared = len(without) > 0 && some
	if len(without) > 0 {
		d.noteOnce(d.say("不计占比：", "Without shares: ") + d.few(without) + d.say("。", "."))
	}
	m.measure = measure{format: format{decimals: asPrinted}, unit: "%"}
	return true
}

// wholeOf is the sum of a category, and the first of its parts that is not known.
func wholeOf(d *builder, m matrix, j int) (sum float64, unknown string, ok bool) {
	for _, r := range m.runs {
		c := &r.cells[j]
		switch {
		case c.Missing && unknown == "":
			unknown = r.name
		case c.Missing:
		case c.Y < 0:
			d.errorAt(d.fig.Stack, "negative-share", "%s of %s is negative and has no share", r.name, c.Name).See = d.seeCell(c)
			return 0, "", false
		default:
			sum += c.Y
		}
	}
	if p := d.fig.Stack.Pos; unknown == "" && m.unit == "%" && sum > 0 && math.Abs(sum-100) > 1 {
		d.problems.Warnf(p, "not-a-whole", "the shares of %s add up to %s, not to 100%%", m.cats[j], m.at(sum)).Hintf("leave stack out, or give amounts")
	}
	return sum, unknown, true
}

// asShare makes a value a part of a sum, in percent. Percentages that already add
// up stay as they are printed.
func asShare(c *cell, sum float64, known bool) {
	if !known || sum <= 0 {
		c.unshared, c.Missing = true, true
		return
	}
	if c.v.Unit == "%" && math.Abs(sum-100) < 0.05 {
		return
	}
	c.Share = shareText(c.Y, sum)
	c.Y = 100 * (c.Y / sum)
	c.short = c.Share
}

// shareText is a part of a sum in percent with one decimal, two under 1 %.
func shareText(part, sum float64) string {
	share := quantity.Round(100 * part / sum)
	if math.Abs(share) < 1 && share != 0 {
		return format{}.plus(share, 2)
	}
	return format{}.plus(share, 1)
}

func (f format) plus(v float64, decimals int) string {
	f.decimals = decimals
	return f.number(v, decimals) + "%"
}
