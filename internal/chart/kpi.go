package chart

import (
	"math"
	"strconv"
	"strings"

	"charts/internal/font"
)

// kpi makes one large number a row, with its change and its target.
func (d *draft) kpi() {
	all, ok := d.meters()
	if !ok {
		return
	}
	if len(all) > 6 {
		d.errorAt(d.fig.Value[0], "too-many", "%d numbers do not fit side by side", len(all)).Hint = "use chart: table"
		return
	}
	rated := d.rateMeters(all)
	d.tellAims(all)
	cells := Cells{Name: typeset(d.fig.Value[0].V)}
	n := float64(len(all))
	for i, one := range all {
		datum := one.value.Datum
		datum.X, datum.Color = 0, d.theme.background
		color, lines := d.theme.ink, []string{typeset(one.name), one.value.Text}
		if rated && !one.value.Missing {
			color, lines[0] = one.value.Color, lines[0]+d.signOf(one)
		}
		if c := d.change(one); c != "" {
			lines = append(lines, c)
		}
		if one.target != nil {
			lines = append(lines, d.aim(one))
		}
		datum.Label = Label{Text: strings.Join(lines, "\n"), Place: Center, Color: color}
		cells.Data = append(cells.Data, datum)
		cells.Boxes = append(cells.Boxes, Rect{float64(i) / n, 0, 1 / n, 1})
	}
	d.chart.Panels = []Panel{{Marks: Marks{cells}}}
}

// change compares a value with the earlier one: points for percentages, percent
// for all else.
func (d *draft) change(one meter) string {
	if one.compare == nil || one.value.Missing {
		return ""
	}
	diff := one.value.Y - one.compare.Y
	arrow := map[bool]string{true: "▲", false: "▼"}[diff >= 0]
	if diff == 0 {
		arrow = ""
	}
	text := one.m.withUnit(one.m.at(max(diff, -diff)))
	if one.m.unit == "%" {
		text = typeset(strings.TrimSuffix(text, "%") + d.say(" 个百分点", " points"))
	} else if one.compare.Y > 0 { // of what is below zero there is no percentage
		text += d.say("（", " (") + shareText(max(diff, -diff), one.compare.Y) + d.say("）", ")")
	}
	return typeset(d.say("较", "vs ") + d.earlier() + " " + arrow + apart + text)
}

// earlier is what the value is compared with: a column, or the period before where
// the spec gives a number.
func (d *draft) earlier() string {
	if _, err := strconv.ParseFloat(d.fig.Compare.V, 64); err == nil {
		return d.say("上期", "before")
	}
	return d.fig.Compare.V
}

// kpiSize is the size of the number in ems.
const kpiSize = 2.6

// cards places the numbers of a kpi figure side by side.
func (s *sheet) cards(p *Panel, cells Cells, height float64) {
	p.Area = Rect{s.left, s.y, s.right - s.left, max(height, 7.5*s.em)}
	grow := max(1, min(2.5, height/(8*s.em))) // on a slide there is room
	for i, d := range cells.Data {
		b := cells.Boxes[i]
		x, w := p.Area.X+float64(b.X*p.Area.W), float64(b.W*p.Area.W)-s.em
		lines := strings.Split(d.Label.Text, "\n")
		y := p.Area.Y
		put := func(text string, size float64, bold bool, color Color, role Role) {
			for _, l := range wrap(text, w, size, bold) {
				s.text(Text{Role: role, S: l, X: x, Y: y + font.Ascent(size), Size: size, Bold: bold, Color: color})
				y += s.line(size)
			}
		}
		put(lines[0], s.em*math.Sqrt(grow), false, s.c.Style.Muted, RoleTick)
		big := kpiSize * grow * s.em
		for big > s.em && width(lines[1], big, true) > w {
			big -= float64(0.1 * s.em)
		}
		put(lines[1], big, true, d.Label.Color, RoleValue)
		for _, l := range lines[2:] {
			put(l, s.small*math.Sqrt(grow), false, s.c.Style.Muted, RoleValue)
		}
		p.Area.H = max(p.Area.H, y-p.Area.Y)
	}
	s.y += p.Area.H
}
