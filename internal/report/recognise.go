package report

import (
	"strings"

	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/table"
)

// A recogniser reads lines that come without tabs as the rows of a table.
type recogniser struct {
	layout string
	free   bool // the layout shows by itself; the others need a caption above
	read   func(lines []line) reading
}

// recognisers are tried from top to bottom; the first of the best score wins. A layout
// that shows by itself, and reads to the end without a doubt, is better evidence than
// any order of cells.
var recognisers = []recogniser{
	{"a frame of characters", true, readFrame},             // +----+----+
	{"bars between the cells", true, readBars},             // | 专业 | 人数 |
	{"one cell a line, a bar after it", false, readBarred}, // 专业 |
	{"columns aligned with blanks", true, readPlaced},      // 专业     人数
	{"cells in their order", false, readFlowed},            // 专业 人数, or one cell a line
}

// recognise gives tabs to the tables that come without them.
func recognise(lines []line, h hints) []line {
	out := make([]line, 0, len(lines))
	above := lead{hints: h}
	region := 0 // where the lines end that can belong to one table
	tried := false
	looks := mostLooks * (len(lines) + 1) // at what no layout reads
	for i := 0; i < len(lines); {
		if said := h.onLine(lines[i].no); said != nil && said.found == 0 {
			n := i
			for n < len(lines) && lines[n].no <= said.Last {
				n++
			}
			out = append(out, said.rows(lines[i:n])...)
			if above, region, i = (lead{hints: h}), 0, n; i < len(lines) {
				lines[i].begins = true
			}
			continue
		}
		if i >= region {
			region, tried = max(i+1, i+regionLength(lines[i:])), false
		}
		var r reading
		follows := tableFollows(lines[i:], region-i)
		if above.open && table.UnitLine(lines[i].text) {
			follows = true
		}
		if !follows && (above.open || !tried && !lines[i].placed && mayBeFree(lines[i].text)) {
			r = best(lines[i:region], above.open)
			tried = tried || !above.open
		}
		if above.open && above.said != nil && !follows && !standsOver(lines[i].text) && !endsRegion(lines[i].text) {
			r = above.said.read(lines[i:region])
		}
		if r.used > 0 && above.open && isPair(lines[i].text) && best(lines[i+1:region], true).score >= r.score {
			r = reading{}
		}
		if r.used == 0 && !follows && (above.open && !leadForm(lines[i].text) && !endsRegion(lines[i].text) || ragged(lines[i:region]) || isFlattened(lines[i].text)) {
			if r = unread(lines[i:min(region, i+looks)]); r.used == 0 {
				looks -= min(looks, region-i)
			}
		}
		if r.used == 0 {
			above.pass(lines[i].text)
			out = append(out, lines[i])
			i++
			continue
		}
		if next := i + r.used; next < region && holdsOut(lines[next]) {
			r.rows[0].doubt(format.WholeTable, message.Of("values follow the rows: some may be cut off, or of another column"), message.Text{})
		}
		above = lead{hints: h}
		out = append(out, r.rows...)
		i += r.used
	}
	return out
}

// mostLooks is how often, taken together, a line of a report is looked at as one of a
// table that nothing reads.
const mostLooks = 20

// holdsOut reports whether a line right below a table holds values, so that it may
// belong to it.
func holdsOut(l line) bool {
	fields := strings.FieldsFunc(l.text, notation.Blank)
	return len(l.text) <= 2*maxCell && !strings.Contains(l.text, "\t") && !isPageNumber(l.text) && notation.Number(fields[len(fields)-1])
}

// tableFollows reports whether a table that stands in its place begins after n
// lines: they are the rest of its caption, or its units, and no table themselves.
func tableFollows(lines []line, n int) bool {
	return n < len(lines) && n <= maxLead && lines[n].placed && strings.Contains(lines[n].text, "\t")
}

// best returns the reading of the highest score.
func best(region []line, captioned bool) (found reading) {
	if len(region) == 0 || endsRegion(region[0].text) {
		return found
	}
	for _, c := range recognisers {
		if !captioned && !c.free {
			continue
		}
		if r := c.read(region); r.score >= enough && (r.score > found.score || r.score == found.score && r.used > found.used) {
			found = r
		}
		if c.free && found.score >= certain {
			break
		}
	}
	return found
}

// certain is the score of a layout whose rows all fit.
const certain = 90

// textBlocks sorts the lines of a text file into blocks.
func textBlocks(lines []line, h hints) []block {
	return sortLines(dropPageNumbers(recognise(raiseUnits(weave(partCaptions(dropFurniture(lines)))), h)))
}

// raiseUnits moves a line that says the unit of a table, and that flowed among its
// cells, under the caption.
func raiseUnits(lines []line) []line {
	caption := -1
	for i, l := range lines {
		if label, _, ok := parseCaption(l.text); ok && isTableLabel(label) {
			caption = i
			continue
		}
		unit := caption >= 0 && i < caption+maxPage && table.UnitLine(l.text)
		if unit {
			copy(lines[caption+2:i+1], lines[caption+1:i])
			lines[caption+1] = l
		}
		if unit || endsRegion(l.text) {
			caption = -1
		}
	}
	return lines
}
