package layout

import (
	"slices"
	"strings"

	"charts/internal/typeset"
)

// Measures of marks and of texts beside them, which kinds plan with: in ems of the
// text, unless said otherwise.

// Widths of a bar: alone, in bands, and in a group, of its place there.
const (
	BarWidth = 0.62
	BarShare = 0.94
)

// DirectGap is from the area to a name beside it.
const DirectGap = 0.9

// ValueApart parts the values of bars that are side by side, in their size.
const ValueApart = 0.25

// Heights of a plot in ems: where the content decides, at least unless the author
// makes it smaller, and of one of several panels. They are those of a wide page.
const (
	plotHeight  = 21.0
	plotLeast   = 18.0
	panelHeight = 12.0
)

// widePage is from how many ems on a page gives a plot its full height; on a narrower
// one it is lower, so that it stays wider than high.
const widePage = 36.0

// narrowed is a height of a plot on a page so many ems wide.
func narrowed(height, page float64) float64 { return height * min(1, max(0.66, page/widePage)) }

// PlotEms is how high a plot is at least, in ems, on a page of that many ems.
func PlotEms(page float64) float64 { return narrowed(plotLeast, page) }

// PanelEms is how high the plot of one of several panels is, in ems, on a page of that
// many ems.
func PanelEms(page float64) float64 { return narrowed(panelHeight, page) }

// NamesFit reports whether names fit into columns of that width in two lines, or
// in three when they need not be torn.
func NamesFit(f typeset.Faces, names []string, limit float64) bool {
	for _, n := range names {
		lines := f.Wrap(n, limit, 1, false)
		torn := false
		for i, l := range lines {
			torn = torn || i > 0 && !strings.ContainsRune("（(", []rune(l)[0])
		}
		if len(lines) > 3 || torn && len(lines) > 2 || f.Widest(lines, 1, false) > limit {
			return false
		}
	}
	return true
}

// mostLines is how many lines a name under a band takes at most.
const mostLines = 4

// NamesBreak reports whether names fit into columns of that width in as many lines as
// are ever drawn, no word of theirs being wider.
func NamesBreak(f typeset.Faces, names []string, limit float64) bool {
	return !slices.ContainsFunc(names, func(n string) bool { return len(f.Wrap(n, limit, 1, false)) > mostLines || !f.Fits(n, limit, 1) })
}

// SideLimit is the width of a name beside a plot, in ems.
const SideLimit = 10

// EndLimit is the width of a name at a line's end, in ems, on a page of that many: a
// wide one has room for one line.
func EndLimit(page float64) float64 { return max(SideLimit, min(1.6*SideLimit, 0.3*page)) }

// TallestPage is the height of a page of text on A4, for what the content decides:
// 240 mm.
const TallestPage = 240 * PointsPerMM

// NameShare is how much of the width the names take at most.
const NameShare = 0.4

// RowNoteShare is how much of the width annotations take at most.
const RowNoteShare = 0.22

// TextGap is between a mark and its label, in ems.
const TextGap = 0.35

// PhoneEms is how many ems a phone is wide at most.
const PhoneEms = 30

// PointsPerMM is the length of a millimetre in points.
const PointsPerMM = 72 / 25.4

// EndGap is the room between a name at a line and its end: for a lead line and
// around it. A phone has none for the line.
func EndGap(phone bool) float64 {
	if phone {
		return aroundLead
	}
	return leadEms + aroundLead
}

const (
	leadEms    = 1.2
	aroundLead = 0.8
)
