package proof

import (
	"cmp"
	"slices"

	"charts/internal/chart"
	"charts/internal/message"
	"charts/internal/table"
)

// A band is where the words of a column stand.
type band struct {
	col    int
	x0, x1 float64
}

// bands are those of the columns that have words on the surface, from the left.
func (d *drawing) bands() (all []band, top, foot float64) {
	top, foot = d.surface.height, 0
	found := map[int]band{}
	for i := range d.surface.words {
		w := &d.surface.words[i]
		if w.role < header || w.role == note {
			continue
		}
		top, foot = min(top, w.box.Y), max(foot, w.box.Y+w.box.H)
		if w.role == header {
			continue
		}
		b, ok := found[w.col]
		if !ok {
			b = band{w.col, w.box.X, w.box.X + w.box.W}
		}
		b.x0, b.x1 = min(b.x0, w.box.X), max(b.x1, w.box.X+w.box.W)
		found[w.col] = b
	}
	for _, b := range found {
		all = append(all, b)
	}
	slices.SortFunc(all, func(a, b band) int { return cmp.Or(cmp.Compare(a.x0, b.x0), cmp.Compare(a.col, b.col)) })
	return all, top, foot
}

// grid draws the lines between the columns and under the rows.
func (d *drawing) grid() {
	bands, top, foot := d.bands()
	if len(bands) == 0 {
		return
	}
	left, right := bands[0].x0, bands[0].x1
	for i := range d.surface.words {
		if w := &d.surface.words[i]; w.role >= header && w.role != note {
			left, right = min(left, w.box.X), max(right, w.box.X+w.box.W)
		}
	}
	d.spans(bands)
	for i := 1; i < len(bands); i++ {
		if gap := bands[i].x0 - bands[i-1].x1; gap > -0.5 {
			d.box(d.x+bands[i].x0-gap/2-0.25, d.y+top, 0.5, foot-top, line)
		}
	}
	for _, y := range d.rowFeet() {
		d.box(d.x+left, d.y+y-0.25, right-left, 0.5, line)
	}
	d.frame(chart.Rect{X: d.x + left - 1, Y: d.y + top - 1, W: right - left + 2, H: foot - top + 2}, 0.8, strong)
}

// spans draws a line under each name that is over several columns, as wide as
// these.
func (d *drawing) spans(bands []band) {
	for i := range d.surface.words {
		w := &d.surface.words[i]
		if w.role != header {
			continue
		}
		var over []band
		for _, b := range bands {
			if names := d.reading.names[b.col]; slices.Contains(names[:len(names)-1], w.key) {
				over = append(over, b)
			}
		}
		if len(over) > 1 {
			x0, x1 := over[0].x0, over[len(over)-1].x1
			d.box(d.x+x0, d.y+w.box.Y+w.box.H-1.5, x1-x0, 1.5, strong)
		}
	}
}

// rowFeet are where the rows and the header end: rows with their values, as names may
// reach further down.
func (d *drawing) rowFeet() (feet []float64) {
	ends, named := map[int]float64{}, map[int]float64{}
	for i := range d.surface.words {
		w := &d.surface.words[i]
		switch {
		case w.role < header || w.role == note:
		case w.role == header:
			ends[-1] = max(ends[-1], w.box.Y+w.box.H)
		case w.role == name:
			named[w.of] = max(named[w.of], w.box.Y+w.box.H)
		default:
			ends[w.of] = max(ends[w.of], w.box.Y+w.box.H)
		}
	}
	for row, y := range named {
		if ends[row] == 0 {
			ends[row] = y
		}
	}
	for _, y := range ends {
		feet = append(feet, y)
	}
	slices.Sort(feet)
	return feet
}

// tags numbers the columns over the table.
func (d *drawing) tags() {
	bands, top, _ := d.bands()
	for i, b := range bands {
		x1 := b.x1
		if i+1 < len(bands) {
			x1 = min(x1, bands[i+1].x0-1)
		}
		label := tag(b.col)
		x0, width := d.x+b.x0, max(x1-b.x0, faces.Width(label, 7, true)+4)
		if d.surface.page.Number > 0 { // it hides less of the page
			x0, width = x0-4, faces.Width(label, 7, true)+6
		}
		d.box(x0, d.y+top-11, width, 9, strong)
		d.chart.Texts = append(d.chart.Texts, chart.Text{S: label, X: x0 + width/2, Y: d.y + top - 4, Size: 7, Bold: true, Color: paper, Align: chart.AlignCenter})
		if n := d.columnDoubt(b.col); n >= 0 {
			d.mark(chart.Rect{X: x0, Y: d.y + top - 11, W: width, H: 9}, doubtLetter(n))
		}
	}
}

// columnDoubt is the doubt about a column as such, or -1.
func (d *drawing) columnDoubt(col int) int {
	return slices.IndexFunc(d.table.Doubts, func(x table.Doubt) bool {
		return x.Column == d.table.Columns[col].Name && x.Line == d.table.HeaderLine
	})
}

// maxListed is how many doubts are written out.
const maxListed = 60

// list says what the columns are, what is doubtful and what was not read.
func (d *drawing) list() {
	t := d.table
	for i, c := range t.Columns {
		d.item(tag(i), strong, c.Header()+" — "+d.kindWord(i).In(d.lang))
	}
	for i, x := range t.Doubts[:min(len(t.Doubts), maxListed)] {
		d.item(doubtLetter(i), alarm, message.Of("line %d: %s", x.Line, x.Text()).In(d.lang))
	}
	if n := len(t.Doubts) - maxListed; n > 0 {
		d.item("…", alarm, message.Of("%d more doubts", n).In(d.lang))
	}
	if lost := d.reading.lost; len(lost) > 0 {
		d.item("!", alarm, message.Of("not read: words on lines %s", message.List(numerals(lost))).In(d.lang))
	}
	if t.Mended.Line > 0 {
		d.item("✓", strong, message.Of("read by hand: %s", t.Mended.String()).In(d.lang))
	}
}

// item adds an entry of the list.
func (d *drawing) item(label string, color chart.Color, s string) {
	const indent = 20
	for i, l := range faces.Fill(printable(s), d.chart.Width-2*margin-indent, listSize) {
		d.y += listLine
		if i == 0 {
			d.text(margin, d.y, listSize, color, true, label)
		}
		d.text(margin+indent, d.y, listSize, ink, false, l)
	}
}

func (d *drawing) kindWord(col int) message.Text {
	switch d.reading.kinds[col] {
	case table.NumberColumn:
		return message.Of("numbers of the rows")
	case table.NameColumn:
		return message.Of("names of rows")
	case table.UnitColumn:
		return message.Of("units of the rows")
	}
	if !d.table.HasNumbers(col) {
		return message.Of("texts")
	}
	return message.Of("values")
}

// maxNumerals is how many lines a list names.
const maxNumerals = 30

func numerals(lines []int) (all []string) {
	slices.Sort(lines)
	for i, n := range lines {
		if i == maxNumerals {
			return append(all, "…")
		}
		all = append(all, tag(n-1))
	}
	return all
}
