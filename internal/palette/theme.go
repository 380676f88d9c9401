// Package palette holds the colours: the themes, what of them an author changes,
// which name has which colour, and what every eye can tell apart.
package palette

import (
	"charts/internal/chart"
	"charts/internal/spec"
)

// A Theme is the colours of a figure.
type Theme struct {
	Name                               string
	Background, Ink, Muted, Grid, Rule chart.Color
	Accent, Rest                       chart.Color
	Series                             []chart.Color  // at most maxSeries, told apart by every eye
	scale                              [2]chart.Color // of a heatmap: the least and the most
	Levels                             [3]chart.Color // of limits: the worst first
}

// MaxSeries is how many series a figure can tell apart.
const MaxSeries = 10

// Themes are the themes by name; the first is the default.
var Themes = []Theme{light, dark, printed}

var light = Theme{
	Name: "light", Background: "#ffffff", Ink: "#1f2933", Muted: "#5f6b76",
	Grid: "#e3e7eb", Rule: "#8a949e", Accent: "#1d6fa5", Rest: "#87939f",
	Series: []chart.Color{"#1d6fa5", "#c6721c", "#433867", "#45a1a8", "#7c3243", "#796ee2", "#685f1f", "#392b20", "#8e687e", "#011544"},
	scale:  [2]chart.Color{"#e8f1f8", "#0b4a75"},
	Levels: [3]chart.Color{"#8a2414", "#c4851c", "#2c7d70"},
}

var dark = Theme{
	Name: "dark", Background: "#14191f", Ink: "#e8edf2", Muted: "#a3afbb",
	Grid: "#2b333c", Rule: "#6c7884", Accent: "#5fb3e6", Rest: "#66727e",
	Series: []chart.Color{"#5fb3e6", "#eeaa3b", "#7785bb", "#d4ebe3", "#e0455a", "#7d59e7", "#e2d995", "#ab8f81", "#984b92", "#cdc4d9"},
	scale:  [2]chart.Color{"#1d2a36", "#8fd0ff"},
	Levels: [3]chart.Color{"#cf5741", "#ffe2a0", "#62b899"},
}

var printed = Theme{
	Name: "print", Background: "#ffffff", Ink: "#000000", Muted: "#4d4d4d",
	Grid: "#dddddd", Rule: "#777777", Accent: "#1d6fa5", Rest: "#949494",
	Series: light.Series,
	scale:  [2]chart.Color{"#eeeeee", "#1f3a52"},
	Levels: light.Levels,
}

// Names are the names of the palette's colours, for the spec's colors field.
var Names = []string{"blue", "orange", "plum", "teal", "wine", "violet", "olive", "brown", "mauve", "navy"}

// own are the author's changes of a theme.
func (t Theme) own(look spec.Theme) spec.Palette {
	switch t.Name {
	case "dark":
		return look.Dark
	case "print":
		return look.Print
	}
	return look.Light
}

// With is the theme with the author's changes.
func (t Theme) With(look spec.Theme) Theme {
	p := t.own(look)
	for _, c := range []struct {
		to *chart.Color
		at spec.At[string]
	}{
		{&t.Background, p.Background}, {&t.Ink, p.Ink}, {&t.Muted, p.Muted}, {&t.Grid, p.Grid},
		{&t.Rule, p.Rule}, {&t.Accent, p.Accent}, {&t.Rest, p.Rest},
		{&t.Levels[0], p.Poor}, {&t.Levels[1], p.Fair}, {&t.Levels[2], p.Good},
	} {
		if IsColor(c.at.V) {
			*c.to = chart.Color(c.at.V)
		}
	}
	palette := append([]chart.Color(nil), t.Series...)
	for i, c := range p.Series {
		if i < MaxSeries && IsColor(c.V) {
			palette[i] = chart.Color(c.V)
		}
	}
	t.Series = palette
	return t
}

// palest is where the classes start on the way between the two colours, so that
// the first is told from a gap.
const palest = 0.15

// Class is the colour of the k-th of n classes: of one hue, the darker the more.
func (t Theme) Class(k, n int) chart.Color {
	return Mix(t.scale[0], t.scale[1], palest+(1-palest)*(float64(k)+0.5)/float64(max(n, 1)))
}
