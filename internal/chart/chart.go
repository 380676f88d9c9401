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
	Alt      string   // what a reader hears instead of the picture
	Style    Style
	Legend   []Entry // in the order of the marks; empty when none is needed
	Panels   []Panel
	Sources  []Source // what Datum.Sources points at
	Empty    bool     // no values: the figure says 无数据
	Stage    Stage    `json:"-"`          // the room that a figure without axes is planned for
	Outlines bool     `json:",omitempty"` // SVG draws its letters instead of naming them

	Width, Height float64 // points
	DPI           float64 // of the raster: 300 on paper; 72 draws one pixel a point
	Texts         []Text
	Strokes       []Stroke
	Swatches      []Swatch
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

// A Color is #rrggbb.
type Color string

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

// A Rect is a box in points, Y downwards.
type Rect struct{ X, Y, W, H float64 }

// A Point is a place in points, Y downwards.
type Point struct{ X, Y float64 }

// A Panel is one drawing area with its axes. A panel without axes (both of kind
// NoAxis) holds marks whose coordinates run from 0 to 1, from the top left.
type Panel struct {
	Title string
	Area  Rect // the data area
	X, Y  Axis
	Y2    Axis // of the marks with Second set; NoAxis when there are none
	Marks Marks

	// What the kind asks of the layout, which shows it.
	Totals []Datum `json:"-"` // the sums of stacked bars, at their ends
	Column bool    `json:"-"` // the values stand in a column of their own, clear of the marks
}

// An AxisKind says how an axis turns values into places.
type AxisKind string

// The kinds of axes. A band axis has its labels in equal steps: band i covers
// i … i+1 and has its middle at i+0.5.
const (
	NoAxis AxisKind = ""
	Band   AxisKind = "band"
	Linear AxisKind = "linear"
	Log    AxisKind = "log"
)

// An Axis is one axis with everything that is written beside it.
type Axis struct {
	Kind     AxisKind
	Title    string // with the unit: 人数（人）
	Min, Max float64
	Labels   []string // of a band axis, one a band
	Ticks    []Tick   // of a linear or log axis
	Reversed bool     // the first band or the smallest value is on top, or right
	Grid     bool     // grid lines at the ticks
	Line     bool     // a line along the axis
	Hidden   bool     // no tick labels: every mark carries its value
	Sequence bool     `json:"-"` // the labels are times: some may be left out, none is broken
}

// A Tick is a labelled value of an axis.
type Tick struct {
	At    float64
	Label string
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

// A Source is a place of the report that a datum was read from.
type Source struct {
	Report string
	Table  string
	Line   int
	Quote  string
	Place  string // page 12, Sheet1!B7:D7, where a line says nothing; else ""

	Contested string `json:",omitempty"` // what the report says against its number, or ""
}

// A Datum is one value of a mark.
type Datum struct {
	X        float64 // along the category axis (the middle of the band), or the x value
	Y        float64 // along the value axis
	Base     float64 // where a bar or area starts
	Missing  bool    // X is known, Y is not; nothing is drawn but 无数据
	Name     string  // the category, or the row's name
	Text     string  // the value with unit, as a tooltip and the table show it
	Share    string  // 45.74%, or ""
	Color    Color   // "" takes the mark's
	Label    Label
	Computed bool  // no report prints this value
	Sources  []int `hash:"-"` // into Chart.Sources: no picture shows them

	// Path is the names above the datum in a hierarchy, the outer first.
	Path []string `json:",omitempty"`

	Rows []int `json:"-"` // of the frame, that it shows
}

// A Label is the text at a datum; an empty Text draws nothing. On a panel without
// axes it may have several lines, parted by line feeds.
type Label struct {
	Text  string
	Place LabelPlace
	Color Color
	Bold  bool
}

// A LabelPlace is a side of a datum.
type LabelPlace string

// The places of labels. Outside is beyond the end of a bar or slice.
const (
	Outside LabelPlace = "outside"
	Inside  LabelPlace = "inside" // at the end, within
	Center  LabelPlace = "center"
	Above   LabelPlace = "above"
	Below   LabelPlace = "below"
	Right   LabelPlace = "right"
	Left    LabelPlace = "left"
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
