package kind

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/typeset"
)

// A waffle is a square of cells, each one in a hundred.
const (
	waffleRow   = 10
	waffleCells = waffleRow * waffleRow
)

// Measures of a waffle in ems.
const (
	waffleSide  = 22.0
	waffleLeast = 11.0
	waffleGap   = 1.6 // between the square and the list of its parts
	waffleFull  = 0.9 // of the place of a cell

	listSign = 0.85
	listText = 1.4 // from the beginning of a row of the list to its text
	listLine = 1.3
	listRow  = 0.7 // between two rows
)

// waffle makes a square of a hundred cells, as many of each colour as the part has
// percent, beside a list of the parts.
func waffle(d *builder) {
	m, sum, ok := partsOfWhole(d)
	if !ok {
		return
	}
	whole := sum
	if m.unit == "%" {
		whole = max(sum, waffleCells) // what is missing from a hundred percent stays blank
	}
	parts := chart.Cells{Name: typeset.Text(m.runs[0].name)}
	var there []cell
	for i, c := range m.runs[0].cells {
		if c.Missing {
			continue
		}
		datum := slice(d, c, m, sum)
		datum.Color = d.paint(m.cats[i], i)
		datum.Label.Place, datum.Label.Color = chart.Right, d.theme.Ink
		parts.Data, there = append(parts.Data, datum), append(there, c)
	}
	if d.facets != nil {
		nameParts(d, parts.Data)
	}
	square := wafflePlaces(d, &parts)
	counts := cellCounts(there, whole)
	signs, at := chart.Cells{}, 0
	step := square / waffleRow
	for i, n := range append(counts, waffleCells) { // the last are blank
		color := d.theme.Grid
		if i < len(counts) {
			color = parts.Data[i].Color
		}
		for ; n > 0 && at < waffleCells; n-- {
			signs.Data = append(signs.Data, chart.Datum{Color: color})
			signs.Boxes = append(signs.Boxes, d.stage.Box(float64(at%waffleRow)*step, float64(at/waffleRow)*step, waffleFull*step, waffleFull*step))
			at++
		}
	}
	d.checkNames(m.cats)
	d.leaveOut(missingOf(m), missingParts)
	noteCells(d, there, counts, whole)
	d.chart.Panels = []chart.Panel{{Marks: chart.Marks{parts, signs}}}
}

// wafflePlaces opens the stage for a square with the list of its parts beside it, or
// below where there is no room, and places the rows of the list.
func wafflePlaces(d *builder, parts *chart.Cells) (square float64) {
	room, widest, least := d.em-0.7, 0.0, 0.0
	for _, v := range parts.Data {
		widest = max(widest, d.faces.Width(v.Label.Text, 1, false))
		least = max(least, d.faces.Width(v.Name, 1, false))
	}
	square = min(waffleSide, room)
	enough := waffleLeast
	if d.facets != nil {
		enough = 0.75 * square
	}
	x, y, list := 0.0, square+waffleGap, room-listText
	if beside := room - waffleGap - listText - min(widest, max(least, room/2-listText)); beside >= enough {
		square = min(waffleSide, beside)
		x, y, list = square+waffleGap, 0, room-square-waffleGap-listText
	}
	bottom, wide := y, 0.0
	var tops []float64
	for i := range parts.Data {
		l := &parts.Data[i].Label
		l.Text = folded(d, l.Text, list)
		lines := strings.Split(l.Text, "\n")
		wide = max(wide, d.faces.Widest(lines, 1, false))
		tops = append(tops, bottom+listLine*float64(len(lines))/2)
		bottom += listLine*float64(len(lines)) + listRow
	}
	d.stage = chart.Stage{W: max(square, x+listText+wide), H: max(square, bottom-listRow), Keep: true}
	for _, mid := range tops {
		parts.Boxes = append(parts.Boxes, d.stage.Box(x, mid-listSign/2, listSign, listSign))
	}
	return square
}

// cellCounts are how many of a hundred cells each part of a whole has: whole percents,
// and of the cells that are left one each for those that lack most (Hamilton).
func cellCounts(parts []cell, whole float64) []int {
	counts, rest := make([]int, len(parts)), make([]float64, len(parts))
	share, left := 0.0, 0
	for i, c := range parts {
		cells, part := math.Modf(nearWhole(waffleCells * c.Y / whole))
		counts[i], rest[i] = int(cells), part
		share, left = share+cells+part, left-counts[i]
	}
	left += int(math.Round(share))
	order := indexes(len(parts))
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rest[b], rest[a]) })
	for _, i := range order[:left] {
		counts[i]++
	}
	return counts
}

// noteCells says what a cell is, how cells are rounded, which are of no part, and which
// parts have none.
func noteCells(d *builder, parts []cell, counts []int, whole float64) {
	text, rounded := d.say("每格为 1%", "A cell is 1%"), false
	blank := waffleCells
	var none []string
	for i, c := range parts {
		blank -= counts[i]
		share := nearWhole(waffleCells * c.Y / whole)
		rounded = rounded || share != math.Trunc(share)
		if counts[i] == 0 && c.Y > 0 {
			none = append(none, c.Name)
		}
	}
	if rounded {
		text += d.say("，按最大余数法取整", "; cells are rounded by the largest remainders")
	}
	text += d.say("。", ".")
	if blank > 0 {
		text += d.say("灰格为其余。", " The rest is grey.")
	}
	if len(none) > 0 {
		text += d.say("不足一格、未画格的：", " Too small for a cell: ") + d.few(none) + d.say("。", ".")
	}
	d.noteOnce(typeset.Text(text))
}
