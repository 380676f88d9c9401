package grid

import (
	"slices"
	"strings"

	"charts/internal/notation"
)

// partedNames parts a line of names, or of the units under them, where each column has
// one but that of the names of rows, which needs none.
func (r *region) partedNames(l line) []segment {
	switch r.body {
	case 1:
		return partedInto(l.segments(), r.width())
	case 2:
		units := partedInto(r.lines[1].segments(), r.width()-r.valuesFrom(0, r.width()-1))
		switch {
		case units == nil || !areUnits(units):
		case l.y == r.lines[1].y:
			return units
		default:
			return partedInto(l.segments(), r.width())
		}
	}
	return nil
}

// partedInto parts the texts of a line into as many names as there are columns, where
// one way alone does: at the brackets of a text, or at all its blanks.
func partedInto(segments []segment, width int) (best []segment) {
	ways := [][][]segment{}
	total := 0
	for _, s := range segments {
		all := [][]segment{{s}}
		for _, w := range [][]segment{s.atBrackets(), s.atBlanks()} {
			if len(w) > len(all[len(all)-1]) {
				all = append(all, w)
			}
		}
		ways = append(ways, all)
		total += len(all) - 1
	}
	if total > maxHeader {
		return nil
	}
	found := 0
	var try func(i int, out []segment)
	try = func(i int, out []segment) {
		switch {
		case i == len(ways) && len(out) == width:
			found++
			best = slices.Clone(out)
		case i < len(ways):
			for _, w := range ways[i] {
				try(i+1, append(out[:len(out):len(out)], w...))
			}
		}
	}
	if try(0, nil); found != 1 {
		return nil
	}
	return best
}

// atBrackets are the names of a text in which each but the last ends with a bracket.
func (s segment) atBrackets() []segment {
	return s.cutBehind(func(i int) bool { return closesBracket(s.pieces[i].Text) })
}

// atBlanks are the words of a text with the brackets behind them.
func (s segment) atBlanks() []segment {
	return s.cutBehind(func(i int) bool {
		return !signs[s.pieces[i].Text] && !strings.HasPrefix(s.pieces[i+1].Text, "(") && !strings.HasPrefix(s.pieces[i+1].Text, "（") && !notation.YearWord(s.pieces[i].Text, s.pieces[i+1].Text)
	})
}

func closesBracket(s string) bool { return strings.HasSuffix(s, ")") || strings.HasSuffix(s, "）") }

// cutBehind parts a text behind some of its pieces.
func (s segment) cutBehind(ends func(i int) bool) (out []segment) {
	start := 0
	for i := range s.pieces {
		if i+1 == len(s.pieces) || ends(i) {
			out = append(out, newSegment(s.pieces[start:i+1]))
			start = i + 1
		}
	}
	return out
}
