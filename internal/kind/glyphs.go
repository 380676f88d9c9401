package kind

import (
	"slices"
	"strings"

	"charts/internal/diag"
	"charts/internal/series"
)

// glyphs reports the characters that the font does not have, each once and at the
// place that it came from: on paper they would be boxes.
func glyphs(d *builder) {
	told := map[rune]bool{}
	for _, t := range d.chart.Texts {
		for _, r := range d.faces.Missing(t.S, t.Bold) {
			if told[r] {
				continue
			}
			told[r] = true
			p := d.problems.Errorf(whereIs(d, string(r)), "no-glyph", "no glyph for %q (%U) in %q", string(r), r, t.S)
			p.Hintf("write it with a character of the list of general standard Chinese characters, or name a font that has it in fonts of specs/theme.yaml")
		}
	}
}

// whereIs is the place of a character: a word of the spec, else the row of the data
// that has it, else the spec.
func whereIs(d *builder, char string) diag.Pos {
	f := d.fig
	for _, at := range append(f.Texts(), f.Number, f.Source, f.Unit) {
		if strings.Contains(at.V, char) {
			return at.Pos
		}
	}
	for _, r := range d.data.Rows {
		has := slices.ContainsFunc(r.Cells, func(v series.Value) bool { return strings.Contains(v.Text, char) })
		if has {
			return rowPos(d, r)
		}
	}
	return diag.Pos{File: f.Path}
}

// rowPos is where a row was read, or the spec.
func rowPos(d *builder, r series.Row) diag.Pos {
	if len(r.Sources) == 0 {
		return diag.Pos{File: d.fig.Path}
	}
	return diag.Pos{File: r.Sources[0].Report, Line: r.Sources[0].Line}
}
