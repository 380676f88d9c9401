package table

import (
	"slices"
	"strings"

	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/notation"
)

// A Line is a row as it was recognised, tabs between its cells.
type Line struct {
	No     int
	Text   string
	Gap    bool       // a blank line, or a page break, is before it
	Exact  bool       // its cells are known, so that none is shifted or torn
	Placed bool       // it stands as a page shows it, under a header that is known
	From   int        // how many rows of a file that knows its cells it was made of
	Name   [2]float64 // from where to where its first cell reaches, in points; nothing where no place is known
	Doubts format.Doubts
}

// A gridRow is one row before it is known to be whole.
type gridRow struct {
	Line
	cells []string
	n     int // how many cells were printed
}

// doubt adds a doubt of a cell, where it has none yet.
func (r *gridRow) doubt(cell int, reason, instead message.Text) { r.Doubts.Add(cell, reason, instead) }

func Texts(cells []Cell) []string {
	s := make([]string, len(cells))
	for i, c := range cells {
		s[i] = c.Text
	}
	return s
}

func firstText(cells []Cell) string {
	for _, c := range cells {
		if c.Text != "" && !notation.Number(c.Text) {
			return c.Text
		}
	}
	return ""
}

func joinPath(path []string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(path), func(s string) bool { return s == "" }), "/")
}

// blankRun counts the blank cells in front.
func blankRun(cells []string) int {
	for i, c := range cells {
		if c != "" {
			return i
		}
	}
	return len(cells)
}

// filled counts the cells that are not blank.
func filled(cells []string) int {
	n := 0
	for _, c := range cells {
		if c != "" {
			n++
		}
	}
	return n
}
