package proof

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"charts/internal/chart"
	"charts/internal/message"
	"charts/internal/report"
	"charts/internal/table"
	"charts/internal/typeset"
)

// The colours, light enough to lie over the words of a page.
const (
	ink      chart.Color = "#1f2937"
	muted    chart.Color = "#5b6470"
	paper    chart.Color = "#ffffff"
	line     chart.Color = "#9fb3cc"
	alarm    chart.Color = "#c62828"
	alarmed  chart.Color = "#ffd5d0"
	strong   chart.Color = "#3b5b85"
	captions chart.Color = "#e9ebef"
	values   chart.Color = "#eaf2fd"
	stubs    chart.Color = "#dff1de"
	units    chart.Color = "#fbe3b5"
	counts   chart.Color = "#e6e6e6"
	totals   chart.Color = "#e3d8f7"
)

// faces are the embedded fonts: a proof shows what was read, in no one's look.
var faces typeset.Faces

// headers are the colours of the levels of names, the outer first.
var headers = []chart.Color{"#b7cff0", "#cbdef6", "#dce9fa"}

// The room around the picture.
const (
	margin   = 14.0
	tagRoom  = 14.0
	listSize = 8.5
	listLine = 13.0
	least    = 430.0
	// DPI is how many dots an inch of a sheet has.
	DPI = 144
	// mostPixels is how large a picture is; a larger sheet has fewer dots an inch.
	mostPixels = 60e6
)

// A drawing is a sheet in the making.
type drawing struct {
	doc     *report.Document
	table   *table.Table
	surface *surface
	reading *reading
	lang    message.Language
	last    bool // of several sheets: it has the list of doubts
	chart   chart.Chart
	x, y    float64 // where the surface begins
}

func (d *drawing) sheet() Sheet {
	t := d.table
	d.chart = chart.Chart{ID: t.ID, Title: t.ID + " " + t.Title, Lang: string(d.lang), Width: max(d.surface.width+2*margin, least)}
	d.chart.Style.Background = paper
	d.chart.Alt = message.Of("%d columns and %d rows, as they were read", len(t.Columns), len(t.Rows)).In(d.lang)
	d.heading()
	d.x, d.y = margin, d.y+tagRoom
	d.fills()
	d.grid()
	d.words()
	d.tags()
	top := d.y
	if d.y += d.surface.height + listLine; d.last {
		d.list()
	}
	d.chart.Height = d.y + margin
	d.chart.DPI = min(DPI, 72*math.Sqrt(mostPixels/(d.chart.Width*d.chart.Height)))
	at := chart.Rect{X: d.x, Y: top, W: d.surface.width, H: d.surface.height}
	return Sheet{Chart: &d.chart, Page: d.surface.page, At: at}
}

func (d *drawing) text(x, y, size float64, color chart.Color, bold bool, s string) {
	d.chart.Texts = append(d.chart.Texts, chart.Text{S: printable(s), X: x, Y: y, Size: size, Color: color, Bold: bold})
}

func (d *drawing) box(x, y, w, h float64, color chart.Color) {
	d.chart.Swatches = append(d.chart.Swatches, chart.Swatch{Shape: chart.Square, Color: color, Box: chart.Rect{X: x, Y: y, W: max(w, 0), H: max(h, 0)}})
}

// frame draws the sides of a box.
func (d *drawing) frame(b chart.Rect, width float64, color chart.Color) {
	d.box(b.X, b.Y, b.W, width, color)
	d.box(b.X, b.Y+b.H-width, b.W, width, color)
	d.box(b.X, b.Y, width, b.H, color)
	d.box(b.X+b.W-width, b.Y, width, b.H, color)
}

// heading says which table it is, and what the colours mean.
func (d *drawing) heading() {
	d.y = margin
	place := d.doc.Path + ":" + strconv.Itoa(d.table.Line)
	if n := d.surface.page.Number; n > 0 {
		place += " · " + message.Of("page %d", n).In(d.lang)
	}
	for _, l := range faces.Fill(printable(d.chart.Title+" · "+place), d.chart.Width-2*margin, 11) {
		d.y += 15
		d.text(margin, d.y, 11, ink, true, l)
	}
	d.y += listLine + 4
	x := margin
	for _, k := range []struct {
		color chart.Color
		word  message.Text
	}{
		{headers[0], message.Of("names of columns")}, {units, message.Of("units")}, {stubs, message.Of("names of rows")}, {values, message.Of("values")},
		{totals, message.Of("totals")}, {alarmed, message.Of("doubts")}, {"", message.Of("not read")},
	} {
		word := k.word.In(d.lang)
		if room := 18 + faces.Width(word, listSize, false); x+room > d.chart.Width-margin {
			x, d.y = margin, d.y+listLine
		}
		swatch := chart.Rect{X: x, Y: d.y - 8, W: 14, H: 9}
		if k.color != "" {
			d.box(swatch.X, swatch.Y, swatch.W, swatch.H, k.color)
			d.frame(swatch, 0.4, line)
		} else {
			d.frame(swatch, 1.2, alarm)
		}
		d.text(x+18, d.y, listSize, muted, false, word)
		x += 18 + faces.Width(word, listSize, false) + 12
	}
	d.y += 6
}

// at is the box of a word on the sheet.
func (d *drawing) at(w *word) chart.Rect {
	return chart.Rect{X: d.x + w.box.X, Y: d.y + w.box.Y, W: w.box.W, H: w.box.H}
}

// fills colours the words by what they are.
func (d *drawing) fills() {
	for i := range d.surface.words {
		w := &d.surface.words[i]
		b := d.at(w)
		color := d.color(w)
		if i > 0 && w.goesOn(&d.surface.words[i-1]) {
			before := d.at(&d.surface.words[i-1])
			b.W, b.X = b.X+b.W-before.X-before.W, before.X+before.W
		}
		if color != "" {
			d.box(b.X, b.Y, b.W, b.H, color)
		}
		if w.role == header && w.unit > 0 {
			d.box(b.X+b.W*(1-w.unit), b.Y, b.W*w.unit, b.H, units)
		}
	}
}

// goesOn reports whether a word goes on with the one before it, in one cell or line.
func (w *word) goesOn(before *word) bool {
	gap := w.box.X - before.box.X - before.box.W
	return w.line == before.line && w.role == before.role && w.col == before.col && w.of == before.of && w.role != unread && w.size == textSize && gap > 0 && gap < 3*charWidth &&
		(w.role != header || w.level == before.level && gap < 1.5*charWidth)
}

func (d *drawing) color(w *word) chart.Color {
	if d.doubtOf(w) >= 0 {
		return alarmed
	}
	inRow := w.role == name || w.role == value || w.role == number || w.role == unit
	switch {
	case inRow && d.table.Rows[w.of].Total:
		return totals
	case w.role == caption, w.role == note:
		return captions
	case w.role == header:
		return headers[min(w.level, len(headers)-1)]
	case w.role == name:
		return stubs
	case w.role == value:
		return values
	case w.role == unit:
		return units
	case w.role == number:
		return counts
	}
	return ""
}

// doubtOf is the doubt about the cell that a word is in, or -1.
func (d *drawing) doubtOf(w *word) int {
	if w.col < 0 || w.role == header || w.role < header {
		return -1
	}
	return slices.IndexFunc(d.table.Doubts, func(x table.Doubt) bool {
		return x.Column == d.table.Columns[w.col].Name && x.Line == d.table.Rows[w.of].Line
	})
}

// words sets the words, and frames those that were not read.
func (d *drawing) words() {
	for _, n := range d.surface.numbers {
		n.X, n.Y = n.X+d.x, n.Y+d.y
		d.chart.Texts = append(d.chart.Texts, n)
	}
	for i := range d.surface.words {
		w := &d.surface.words[i]
		b := d.at(w)
		if w.role == unread {
			d.frame(b, 1.2, alarm)
		}
		last := i+1 == len(d.surface.words) || !d.surface.words[i+1].goesOn(w)
		if n := d.doubtOf(w); n >= 0 && last {
			d.mark(b, doubtLetter(n))
		}
		d.set(w, b)
	}
	if d.surface.more > 0 {
		d.text(d.x, d.y+d.surface.height+listLine-4, listSize, muted, false, message.Of("%d more lines are not shown", d.surface.more).In(d.lang))
		d.surface.height += listLine
	}
}

// set sets a word into its box.
func (d *drawing) set(w *word, b chart.Rect) {
	color := ink
	if w.role == outside {
		color = muted
	}
	for k, s := range w.lines {
		y := b.Y + 0.72*lineHeight
		x := b.X
		if len(w.lines) > 1 || w.size == cellSize {
			y, x = b.Y+cellLine*float64(k)+10.5, b.X+padding
		}
		s = printable(s)
		if natural := faces.Width(s, w.size, false); w.size == textSize && natural > b.W+charWidth/2 {
			d.spread(s, x, y, b.W, w.size, color)
			continue
		}
		d.text(x, y, w.size, color, false, s)
	}
}

// spread sets a word that is wider than its room letter by letter.
func (d *drawing) spread(s string, x, y, width, size float64, color chart.Color) {
	letters := strings.Split(s, "")
	for i, l := range letters {
		d.text(x+width/float64(len(letters))*float64(i), y, size*0.9, color, false, l)
	}
}

// mark puts a letter at the corner of a box.
func (d *drawing) mark(b chart.Rect, letter string) {
	w := faces.Width(letter, 6.5, true) + 3
	d.box(b.X+b.W-w/2, b.Y-4, w, 8, alarm)
	d.text(b.X+b.W-w/2+1.5, b.Y+2.4, 6.5, paper, true, letter)
}

// doubtLetter is a, b, …, z, aa.
func doubtLetter(n int) string {
	if n < 26 {
		return string(rune('a' + n))
	}
	return doubtLetter(n/26-1) + doubtLetter(n%26)
}

// printable replaces what the font has no glyph for.
func printable(s string) string {
	missing := faces.Missing(s, false)
	missing = append(missing, faces.Missing(s, true)...)
	if len(missing) == 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r < ' ':
			return ' '
		case slices.Contains(missing, r):
			return '□'
		}
		return r
	}, s)
}

// tag is the number of a column.
func tag(col int) string { return fmt.Sprint(col + 1) }
