// Package chart is the model of a picture: everything that a reader will see,
// decided once, for paper and for screen.
//
// It draws nothing and imports nothing. A Chart holds no maps, functions or
// pointers, so equal JSON means equal picture.
//
// A Chart has two parts. The content (panels, axes, marks, legend, words), which
// package kind makes, is the same for every form of a figure; the ECharts renderer
// draws it and leaves the placing to ECharts. The layout (Width, Height,
// Panel.Area, Texts, Strokes, Swatches), which package layout makes, places every
// text and every line that is not a mark, in points from the top left corner; the
// plot renderer draws the marks into the areas and the rest where it is told.
package chart

// A Chart is one figure in one form.
type Chart struct {
	ID       string
	Kind     string // a name of Kinds
	Form     Form
	Lang     string // zh-CN or en
	Number   string // 图 34, or ""
	Title    string
	Subtitle string
	Source   string   // the source line
	Notes    []string // 单位, computed values, the author's note
	Unnamed  string   `json:",omitempty"` // the note of pictures that names what has no room for its name
	Alt      string   // what a reader hears instead of the picture
	Style    Style
	Legend   []Entry // in the order of the marks; empty when none is needed
	Panels   []Panel
	Columns  int      `json:",omitempty"` // panels side by side; 0 and 1: one under another
	Sources  []Source // what Datum.Sources points at
	Stories  []Story  `json:"-"` // the values in words, which say no more than the marks
	Empty    bool     // no values: the figure says 无数据
	Outlines bool     `json:",omitempty"` // SVG draws its letters instead of naming them
	Fonts    string   `json:",omitempty"` // what tells the author's fonts from others

	Width, Height float64 // points
	DPI           float64 // of the raster: 300 on paper; 72 draws one pixel a point
	Texts         []Text
	Strokes       []Stroke
	Swatches      []Swatch
}

// Footnotes are the notes under a picture.
func (c *Chart) Footnotes() []string {
	if c.Unnamed == "" {
		return c.Notes
	}
	return append([]string{c.Unnamed}, c.Notes...)
}

// A Form is the place that a chart is made for.
type Form string

// The forms: Report has no title inside (the document sets the caption), Slide
// has it on top, Screen leaves it to the page around it.
const (
	Report Form = "report"
	Slide  Form = "slide"
	Screen Form = "screen"
)

// A Style is the resolved theme.
type Style struct {
	Theme      string // light, dark, print
	Background Color
	Ink        Color // titles, labels
	Muted      Color // axis labels, notes; 4.5:1 on the background
	Grid       Color
	Rule       Color // axis lines
	Accent     Color
	Rest       Color   // the marks that are not highlighted
	TextSize   float64 // points, as the next ones
	SmallSize  float64
	TitleSize  float64
	GridWidth  float64
	LineWidth  float64
	DotSize    float64 // diameter
	LeadWidth  float64
	LineHeight float64 // a multiple of the text size
}

// An Entry is one series or category in the legend.
type Entry struct {
	Name  string
	Color Color
	Shape Shape
}

// A Shape is how a series looks in a legend.
type Shape string

// The shapes of legend entries.
const (
	Square Shape = "square"
	Dash   Shape = "line"
	Dot    Shape = "dot"
)

// A Text is one line of text in its place.
type Text struct {
	Role  Role
	S     string
	X, Y  float64 // the point on the baseline that Align names
	Size  float64 // points
	Bold  bool
	Color Color
	Align Align
}

// A Role says what a placed text is, for tests and for accessibility.
type Role string

// The roles of texts.
const (
	RoleTitle    Role = "title"
	RoleSubtitle Role = "subtitle"
	RoleLegend   Role = "legend"
	RolePanel    Role = "panel"
	RoleAxis     Role = "axis"  // an axis title
	RoleTick     Role = "tick"  // a tick or band label
	RoleValue    Role = "value" // the label of a datum
	RoleSource   Role = "source"
	RoleNote     Role = "note"
)

// An Align says which point of a text its X is.
type Align string

// The alignments.
const (
	AlignLeft   Align = "left"
	AlignCenter Align = "center"
	AlignRight  Align = "right"
)

// A Stroke is a thin line that is no mark: lead lines, brackets, axis lines.
type Stroke struct {
	Points []Point
	Color  Color
	Width  float64
}

// A Swatch is the sign of a legend entry in its place.
type Swatch struct {
	Box   Rect
	Shape Shape
	Color Color
}
