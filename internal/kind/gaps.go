package kind

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/typeset"
)

// maxGaps is how many missing values or names a note tells.
const maxGaps = 6

// noteGaps names the missing values that have no room for 无数据 in the plot.
func (d *builder) noteGaps(m matrix) {
	var names []string
	for _, r := range m.runs {
		gaps := gapNames(d, m.cats, r.cells)
		switch {
		case len(m.runs) == 1:
			names = gaps
		case len(gaps) == 1:
			names = append(names, r.name+" "+gaps[0])
		case len(gaps) > 1:
			names = append(names, r.name+d.say("（", " (")+d.few(gaps)+d.say("）", ")"))
		}
	}
	d.noteMissing(names)
}

// gapNames are the categories of a series that have no value, those that follow one
// another in time by the first and the last.
func gapNames(d *builder, cats []string, cells []cell) (names []string) {
	_, timed := times(cats)
	for from := 0; from < len(cells); from++ {
		if !cells[from].Missing || cells[from].unshared {
			continue
		}
		to := from
		for timed && to+1 < len(cells) && cells[to+1].Missing && !cells[to+1].unshared {
			to++
		}
		if to-from < 2 {
			names = append(names, cats[from])
			continue
		}
		names = append(names, cats[from]+d.say("—", "–")+cats[to])
		from = to
	}
	return names
}

// noteMissing names what has no value.
func (d *builder) noteMissing(names []string) {
	if len(names) == 0 {
		return
	}
	d.chart.Notes = append(d.chart.Notes, d.say("无数据：", "No data: ")+d.few(names)+d.say("。", "."))
}

// Why rows are named in a note instead of drawn.
var (
	missingParts = reason{"无数据：", "No data: ", true}
	noArea       = reason{"面积为 0、未画出：", "Of no area, not drawn: ", false}
	zeroFlows    = reason{"值为 0、未画出：", "Zero, not drawn: ", false}
)

// A reason says why rows are not drawn, in words that their names follow.
type reason struct {
	zh, en  string
	missing bool
}

// leaveOut names values that are not drawn in a note.
func (d *builder) leaveOut(cells []cell, why reason) {
	var names []string
	for _, c := range cells {
		names = append(names, c.Name)
		d.named = append(d.named, c.Rows...)
	}
	if why.missing {
		d.gaps = append(d.gaps, names...)
	}
	if len(names) > 0 {
		d.chart.Notes = append(d.chart.Notes, typeset.Text(d.say(why.zh, why.en))+d.few(names)+d.say("。", "."))
	}
}

// missingOf are the cells of the only series that have no value.
func missingOf(m matrix) (gaps []cell) {
	for j, c := range m.runs[0].cells {
		if c.Missing {
			c.Name = m.cats[j]
			gaps = append(gaps, c)
		}
	}
	return gaps
}

// checkRows holds every figure to it that no row is lost: each is drawn, if only as
// a gap, or named in a note.
func checkRows(d *builder) {
	if d.problems.HasErrors() || d.chart.Empty {
		return
	}
	shown := make([]bool, len(d.data.Rows))
	for _, p := range d.chart.Panels {
		for _, m := range p.Marks {
			_, data := chart.ValuesOf(m)
			for _, v := range data {
				for _, row := range v.Rows {
					shown[row] = true
				}
			}
		}
	}
	for _, row := range d.named {
		shown[row] = true
	}
	if i := slices.Index(shown, false); i >= 0 {
		d.errorAt(d.fig.Chart, "lost-row", "%s is neither drawn nor named in a note", rowName(d.data.Rows[i], i)).See = seeRow(d.data.Rows[i])
	}
}

// rowName is what a message calls a row.
func rowName(row series.Row, i int) string {
	if row.Label != "" {
		return row.Label
	}
	for _, v := range row.Cells {
		if v.Kind == series.Text {
			return v.Text
		}
	}
	return "row " + strconv.Itoa(i+1)
}

// few are the first of some names, and how many there are.
func (d *builder) few(names []string) string {
	if n := len(names); n > maxGaps {
		return d.listed(names[:maxGaps]) + fmt.Sprintf(d.say("等 %d 项", " and others, %d in all"), n)
	}
	return d.listed(names)
}

// noteUnnamed names the parts of a picture that have no room for their names. The
// live chart of a page has room of its own, and names them itself.
func (d *builder) noteUnnamed(names []string) {
	d.chart.Unnamed = ""
	if len(names) > 0 {
		d.chart.Unnamed = d.say("图中未写名的：", "Not named in the figure: ") + d.few(names) + d.say("。", ".")
	}
}

// unnamedCells are the leaves without room for their names; of two of one name each has
// that of its group behind it.
func unnamedCells(d *builder, cells []chart.Datum) (names []string) {
	count := map[string]int{}
	for _, c := range cells {
		count[c.Name]++
	}
	for _, c := range cells {
		switch group := len(c.Path) - 1; {
		case c.Label.Text != "":
		case count[c.Name] > 1 && group >= 0:
			names = append(names, fmt.Sprintf(d.say("%s（%s）", "%s (%s)"), c.Name, c.Path[group]))
		default:
			names = append(names, c.Name)
		}
	}
	return names
}

// noteZeros says why a figure of parts has none: all that is there is zero.
func noteZeros(d *builder, m matrix) {
	if s := m.extent(); s.some {
		d.chart.Notes = append(d.chart.Notes, d.say("各项的值均为 0。", "All values are 0."))
	}
}

// listed are names one after the other.
func (d *builder) listed(names []string) string { return strings.Join(names, d.say("、", ", ")) }

// emptied is a figure whose values are all missing: it says 无数据 once, instead
// of axes and classes that nothing is in. One number keeps its name.
func emptied(d *builder) bool {
	if d.kind.single || d.unshared {
		return false
	}
	gaps := len(d.gaps)
	for _, p := range d.chart.Panels {
		for _, m := range p.Marks {
			_, data := chart.ValuesOf(m)
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
