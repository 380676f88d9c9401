package report

import (
	"strings"

	"charts/internal/diag"
	"charts/internal/grid"
	"charts/internal/notation"
	"charts/internal/table"
)

// A Hint is what the author says of one table because the reader cannot know it.
// The table is the one of a caption, on some lines, or in a part of a page.
type Hint struct {
	At          diag.Pos   // where it is said
	Caption     string     // as [Document.Lookup] takes it, or ""
	First, Last int        // lines, or 0
	Page        int        // of a PDF, or 0
	Box         [4]float64 // on that page: left, top, right and foot, in points from its top left corner
	Header      *int       // how many rows hold names, where it is said
	Columns     []table.ColumnHint
	Edges       []float64 // where the columns part, from the left: points, or characters of a line
	Parts       int       // in how many pieces the table stands, as on several pages; 0 where it is not said
	Ignore      bool      // it is no table
}

// A hinted is a hint and how many tables it found.
type hinted struct {
	Hint
	found  int
	parted bool // its columns part at the said edges
}

// hints are what is said of one report.
type hints []*hinted

func newHints(all []Hint) hints {
	var h hints
	for _, one := range all {
		h = append(h, &hinted{Hint: one})
	}
	return h
}

// found counts the tables of each.
func (h hints) found() []int {
	var n []int
	for _, t := range h {
		n = append(n, t.found)
	}
	return n
}

// onLine is the hint about a line, or nil.
func (h hints) onLine(no int) *hinted {
	for _, t := range h {
		if t.First <= no && no <= t.Last {
			return t
		}
	}
	return nil
}

// under is the only hint about the table of a caption, or nil.
func (h hints) under(label, title string) *hinted {
	for _, t := range h {
		want := notation.Fold(t.Caption)
		want = want[strings.LastIndex(want, "/")+1:]
		want, _, _ = strings.Cut(want, "#")
		if want != "" && (notation.Fold(label) == want || strings.Contains(notation.Fold(title), want)) {
			return t
		}
	}
	return nil
}

// onPage are the hints about a page, and its parts that they name.
func (h hints) onPage(page int, height float64) (on hints, parts []grid.Hint) {
	for _, t := range h {
		if t.Page == page {
			box := grid.Box{X0: t.Box[0], Y0: height - t.Box[3], X1: t.Box[2], Y1: height - t.Box[1]}
			on, parts = append(on, t), append(parts, grid.Hint{Box: box, Edges: t.Edges, Headless: t.headless()})
		}
	}
	return on, parts
}

// headless reports whether the author says that no row holds names.
func (t *hinted) headless() bool { return t.Header != nil && *t.Header == 0 }

// said is what the author says of the columns.
func (t *hinted) said() *table.Said {
	if t == nil {
		return nil
	}
	return &table.Said{At: t.At, Header: t.Header, Columns: t.Columns}
}
