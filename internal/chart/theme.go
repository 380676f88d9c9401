package chart

import "charts/internal/spec"

// A theme is the colours of a figure.
type theme struct {
	name                               string
	background, ink, muted, grid, rule Color
	accent, rest                       Color
	palette                            []Color  // at most maxSeries, told apart by every eye
	scale                              [2]Color // of a heatmap: the least and the most
	levels                             [3]Color // of limits: the worst first
}

// maxSeries is how many series a figure can tell apart.
const maxSeries = 10

// themes are the themes by name; the first is the default.
var themes = []theme{light, dark, paper}

var light = theme{
	name: "light", background: "#ffffff", ink: "#1f2933", muted: "#5f6b76",
	grid: "#e3e7eb", rule: "#8a949e", accent: "#1d6fa5", rest: "#87939f",
	palette: []Color{"#1d6fa5", "#c6721c", "#433867", "#45a1a8", "#7c3243", "#796ee2", "#685f1f", "#392b20", "#8e687e", "#011544"},
	scale:   [2]Color{"#e8f1f8", "#0b4a75"},
	levels:  [3]Color{"#8a2414", "#c4851c", "#2c7d70"},
}

var dark = theme{
	name: "dark", background: "#14191f", ink: "#e8edf2", muted: "#a3afbb",
	grid: "#2b333c", rule: "#6c7884", accent: "#5fb3e6", rest: "#66727e",
	palette: []Color{"#5fb3e6", "#eeaa3b", "#7785bb", "#d4ebe3", "#e0455a", "#7d59e7", "#e2d995", "#ab8f81", "#984b92", "#cdc4d9"},
	scale:   [2]Color{"#1d2a36", "#8fd0ff"},
	levels:  [3]Color{"#cf5741", "#ffe2a0", "#62b899"},
}

var paper = theme{
	name: "print", background: "#ffffff", ink: "#000000", muted: "#4d4d4d",
	grid: "#dddddd", rule: "#777777", accent: "#1d6fa5", rest: "#949494",
	palette: light.palette,
	scale:   [2]Color{"#eeeeee", "#1f3a52"},
	levels:  light.levels,
}

// hues are the names of the palette's colours, for the spec's colors field.
var hues = []string{"blue", "orange", "plum", "teal", "wine", "violet", "olive", "brown", "mauve", "navy"}

// style is the theme with the sizes of a form.
func (t theme) style(s sizes) Style {
	return Style{
		Theme: t.name, Background: t.background, Ink: t.ink, Muted: t.muted,
		Grid: t.grid, Rule: t.rule, Accent: t.accent, Rest: t.rest,
		TextSize: s.text, SmallSize: s.small, TitleSize: s.title,
		GridWidth: s.hair, LineWidth: s.line, DotSize: s.dot, LeadWidth: s.lead, LineHeight: 1.35,
	}
}

// sizes are the sizes of texts and lines in points. The head is that of the
// subtitle; margins go by it.
type sizes struct{ text, small, title, head, hair, line, dot, lead float64 }

var (
	reportSizes = sizes{text: 8.5, small: 7.5, title: 10.5, hair: 0.4, line: 1.6, dot: 4.2, lead: 0.5}
	slideSizes  = sizes{text: 16, small: 13, title: 26, hair: 0.75, line: 3, dot: 8, lead: 1}
	screenSizes = sizes{text: 12, small: 11, title: 15, hair: 1, line: 2, dot: 6, lead: 0.75}
)

// own are the author's changes of a theme.
func (t theme) own(look spec.Theme) spec.Palette {
	switch t.name {
	case "dark":
		return look.Dark
	case "print":
		return look.Print
	}
	return look.Light
}

// with is the theme with the author's changes.
func (t theme) with(look spec.Theme) theme {
	p := t.own(look)
	for _, c := range []struct {
		to *Color
		at spec.At[string]
	}{
		{&t.background, p.Background}, {&t.ink, p.Ink}, {&t.muted, p.Muted}, {&t.grid, p.Grid},
		{&t.rule, p.Rule}, {&t.accent, p.Accent}, {&t.rest, p.Rest},
		{&t.levels[poor], p.Poor}, {&t.levels[fair], p.Fair}, {&t.levels[fine], p.Good},
	} {
		if isColor(c.at.V) {
			*c.to = Color(c.at.V)
		}
	}
	palette := append([]Color(nil), t.palette...)
	for i, c := range p.Series {
		if i < maxSeries && isColor(c.V) {
			palette[i] = Color(c.V)
		}
	}
	t.palette = palette
	return t
}

// with are the sizes with the author's changes, which are those on paper: slides
// and screens change in the same proportion.
func (s sizes) with(own spec.Sizes) sizes {
	for _, c := range []struct {
		to    *float64
		at    spec.At[float64]
		paper float64
	}{
		{&s.text, own.Text, reportSizes.text}, {&s.small, own.Small, reportSizes.small}, {&s.title, own.Title, reportSizes.title},
		{&s.hair, own.Grid, reportSizes.hair}, {&s.line, own.Line, reportSizes.line}, {&s.dot, own.Dot, reportSizes.dot},
	} {
		if c.at.Set() {
			*c.to = cut(*c.to * c.at.V / c.paper)
		}
	}
	return s
}

// scaled are the sizes with texts so many times as large.
func (s sizes) scaled(by textScale) sizes {
	s.head, s.title = cut(s.text*by.head), cut(s.title*by.head)
	s.text, s.small = cut(s.text*by.figure), cut(s.small*by.figure)
	return s
}
