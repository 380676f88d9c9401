package kind

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"charts/internal/chart"
	"charts/internal/notation"
	"charts/internal/typeset"
)

// calendar makes a cell for each time, coloured by value in steps: months and quarters
// in a row for each year, days in columns of weeks.
func calendar(d *builder) {
	m, ok := oneValue(d)
	if !ok {
		return
	}
	at, year, ok := notation.Steps(m.cats)
	switch {
	case !ok || year == 1:
		d.errorAt(d.fig.Category, "calendar", "a calendar takes days, months or quarters, all written alike, and %s names others", d.fig.Category.V).Hintf("write them like 2023-09-01, 2023-09 or 2023 Q3, or use chart: heatmap")
	case year == 0:
		days(d, m, at)
	default:
		colouredCells(d, byYear(d, m, at, year))
	}
}

// byYear are the values of months or quarters with a row for each year.
func byYear(d *builder, m matrix, at []int, steps int) matrix {
	first := slices.Min(at) / steps
	grid := matrix{measure: m.measure}
	for n := range steps {
		grid.cats = append(grid.cats, stepName(d, n, steps))
	}
	for y := first; y <= slices.Max(at)/steps; y++ {
		r := gapRun(strconv.Itoa(y)+d.say("年", ""), m.unit, grid.cats)
		for i := range r.cells {
			r.cells[i].Name = typeset.Text(r.name + d.say("", " ") + grid.cats[i])
		}
		grid.runs = append(grid.runs, r)
	}
	for i, c := range m.runs[0].cells {
		c.X = float64(at[i]%steps) + 0.5
		grid.runs[at[i]/steps-first].cells[at[i]%steps] = c
	}
	return grid
}

// stepName is what the n-th month or quarter of a year is called.
func stepName(d *builder, n, steps int) string {
	switch {
	case steps == 4:
		return fmt.Sprintf(d.say("第%d季度", "Q%d"), n+1)
	case d.lang() == "en":
		return time.Month(n + 1).String()[:3]
	}
	return strconv.Itoa(n+1) + "月"
}

// Measures of a calendar of days in ems.
const (
	dayLeast  = 0.72 // the side of a day
	dayMost   = 1.9
	dayNames  = 2.6 // the column of the days of the week
	dayAround = 8.0 // the words around all strips on a page of fixed height
	dayHead   = 2.9 // above a strip: its year, and the names of months
	monthRow  = 0.75
	stripFoot = 0.9 // between strips
)

// weekdays is how many days a column has.
const weekdays = 7

// mostYears is how many years of days a page holds.
const mostYears = 12

// A dayStrip is some months of a year, its dayStrip side by side.
type dayStrip struct {
	title    string
	from, to time.Time // the first of a month, and that after the last
}

// monday is the day with which the first column begins.
func (s dayStrip) monday() time.Time { return s.from.AddDate(0, 0, -weekday(s.from)) }

// place is the column and the row of a day.
func (s dayStrip) place(day time.Time) (column, row int) {
	n := int(day.Sub(s.monday()).Hours() / 24)
	return n / weekdays, n % weekdays
}

func (s dayStrip) columns() int {
	column, _ := s.place(s.to.AddDate(0, 0, -1))
	return column + 1
}

// weekday counts from Monday.
func weekday(day time.Time) int { return (int(day.Weekday()) + weekdays - 1) % weekdays }

// dateOf is the day that is so many after the first of 1970.
func dateOf(day int) time.Time { return time.Unix(int64(day)*24*60*60, 0).UTC() }

// days makes strips of weeks, a cell a day.
func days(d *builder, m matrix, at []int) {
	first, last := dateOf(slices.Min(at)), dateOf(slices.Max(at))
	if last.Year()-first.Year() >= mostYears {
		d.errorAt(d.fig.Category, "too-many", "%d years of days do not fit on a page", last.Year()-first.Year()+1).Hintf("narrow with where, or show months")
		return
	}
	strips, side := stripsOf(d, first, last)
	if strips == nil {
		strips, side = stripsEach(d, 12, first, last), dayLeast // the page will say what it lacks
	}
	room := dayHead + weekdays*side + stripFoot
	widest := 0
	for _, s := range strips {
		widest = max(widest, s.columns())
	}
	d.stage = chart.Stage{W: dayNames + side*float64(widest), H: room*float64(len(strips)) - stripFoot, Keep: true}
	cal := dayGrid{builder: d, side: side, steps: classesOf(d, m), cells: chart.Cells{Name: typeset.Text(m.runs[0].name)}}
	held := map[time.Time]cell{}
	for i, day := range at {
		held[dateOf(day)] = m.runs[0].cells[i]
	}
	for i, s := range strips {
		cal.add(s, room*float64(i), held)
	}
	d.chart.Panels = []chart.Panel{{Marks: append(chart.Marks{cal.blank, cal.cells, cal.words}, cal.months...)}}
	gaps := ""
	if cal.gaps {
		gaps = d.say("无数据", "no data")
	}
	classLegend(d, cal.steps, gaps)
}

// stripsOf are the months from the first day to the last, a strip for each year, or for
// a half or a quarter of it: as few strips as leave the days room, or on a page of fixed
// height those of the largest days; and the side of a day.
func stripsOf(d *builder, first, last time.Time) (strips []dayStrip, side float64) {
	for _, months := range []int{12, 6, 3} {
		parts := stripsEach(d, months, first, last)
		widest := 0
		for _, s := range parts {
			widest = max(widest, s.columns())
		}
		own := min(dayMost, (d.em-0.7-dayNames)/float64(widest))
		if h := d.page.height / d.page.sizes.text; h > 0 {
			own = min(own, ((h-dayAround)/float64(len(parts))-dayHead-stripFoot)/weekdays)
		} else if side >= dayLeast {
			break
		}
		if own > side {
			strips, side = parts, own
		}
	}
	return strips, side
}

// stripsEach parts the months into strips of so many at most.
func stripsEach(d *builder, months int, first, last time.Time) (strips []dayStrip) {
	end := monthOf(last).AddDate(0, 1, 0)
	for from := monthOf(first); from.Before(end); {
		to := from.AddDate(0, months-(int(from.Month())-1)%months, 0)
		if to.After(end) {
			to = end
		}
		strips = append(strips, dayStrip{stripTitle(d, from, to), from, to})
		from = to
	}
	return strips
}

func monthOf(day time.Time) time.Time {
	return time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC)
}

// stripTitle is the year of a strip, and its months where they are not all.
func stripTitle(d *builder, from, to time.Time) string {
	year, a, b := from.Year(), int(from.Month()), int(to.AddDate(0, 0, -1).Month())
	switch {
	case b-a == 11:
		return fmt.Sprintf(d.say("%d 年", "%d"), year)
	case a == b:
		return fmt.Sprintf(d.say("%d 年 %s", "%d, %s"), year, stepName(d, a-1, 12))
	case d.lang() == "en":
		return fmt.Sprintf("%d, %s–%s", year, stepName(d, a-1, 12), stepName(d, b-1, 12))
	}
	return fmt.Sprintf("%d 年 %d—%d月", year, a, b)
}

// A dayGrid is a calendar of days on its way from the top down.
type dayGrid struct {
	*builder
	side         float64
	steps        classes
	blank, cells chart.Cells // days without a row have no values
	months       []chart.Mark
	words        chart.Notes
	gaps         bool
}

// add draws one strip.
func (g *dayGrid) add(s dayStrip, top float64, held map[time.Time]cell) {
	g.write(0, top+0.65, chart.Label{Text: typeset.Text(s.title), Place: chart.Right, Color: g.theme.Ink, Bold: true})
	top += dayHead
	for row, name := range g.weekdayNames() {
		if row%2 == 0 {
			g.write(dayNames-0.5, top+(float64(row)+0.5)*g.side, chart.Label{Text: name, Place: chart.Left, Color: g.theme.Muted})
		}
	}
	for day := s.from; day.Before(s.to); day = day.AddDate(0, 0, 1) {
		column, row := s.place(day)
		x, y := dayNames+float64(column)*g.side, top+float64(row)*g.side
		box := g.stage.Box(x, y, g.side, g.side)
		if day.Day() == 1 {
			g.month(s, day, top)
		}
		c, ok := held[day]
		if g.gaps = g.gaps || !ok || c.Missing; !ok {
			g.blank.Data, g.blank.Boxes = append(g.blank.Data, chart.Datum{Color: g.theme.Grid}), append(g.blank.Boxes, box)
			continue
		}
		datum := c.Datum
		datum.Color = g.theme.Grid
		if !c.Missing {
			datum.Color = g.theme.Class(g.steps.of(c.Y), g.steps.count())
		}
		g.cells.Data, g.cells.Boxes = append(g.cells.Data, datum), append(g.cells.Boxes, box)
	}
}

// month names a month above its first whole week, and parts it from the one before.
func (g *dayGrid) month(s dayStrip, day time.Time, top float64) {
	column, row := s.place(day)
	x, y := dayNames+float64(column)*g.side, top+float64(row)*g.side
	name := x
	if row > 0 {
		name += g.side
	}
	g.write(name, top-monthRow, chart.Label{Text: stepName(g.builder, int(day.Month())-1, 12), Place: chart.Right, Color: g.theme.Muted})
	if day == s.from {
		return
	}
	end := top + weekdays*g.side
	edge := [][2]float64{{x, y}, {x, end}}
	if row > 0 {
		edge = append([][2]float64{{x + g.side, top}, {x + g.side, y}}, edge...)
	}
	l := chart.Lines{Color: g.theme.Ink, Width: 2 * g.chart.Style.GridWidth}
	for _, p := range edge {
		l.Data = append(l.Data, g.stage.Note(p[0], p[1], chart.Label{}))
	}
	g.months = append(g.months, l)
}

// write puts a text at a place in ems.
func (g *dayGrid) write(x, y float64, l chart.Label) {
	g.words.Data = append(g.words.Data, g.stage.Note(x, y, l))
}

func (g *dayGrid) weekdayNames() []string {
	if g.lang() == "en" {
		return []string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}
	}
	return []string{"一", "二", "三", "四", "五", "六", "日"}
}
