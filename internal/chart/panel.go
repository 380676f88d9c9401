package chart

// A Panel is one drawing area with its axes. A panel without axes (both of kind
// NoAxis) holds marks whose coordinates run from 0 to 1, from the top left.
type Panel struct {
	Title string
	Area  Rect // the data area
	X, Y  Axis
	Y2    Axis // of the marks with Second set; NoAxis when there are none
	Marks Marks

	// What the layout tells a page, which places its own texts.
	Head   Point   `json:"-"` // where the title begins
	Beside float64 `json:"-"` // from the names of rows to the area

	// What the kind asks of the layout, which shows it.
	Totals []Datum `json:"-"` // the sums of stacked bars, at their ends
	Column bool    `json:"-"` // the values are in a column of their own, clear of the marks
	Row    float64 `json:"-"` // how high a row is at least, in ems
	Stage  Stage   `json:"-"` // the room that a panel without axes is planned for
}

// An AxisKind says how an axis turns values into places.
type AxisKind string

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
	Depth    []int    `json:",omitempty"` // of each label, how far it is indented under others; nil: they end at the axis
	Sequence bool     `json:"-"`          // the labels are times: some may be left out, none is broken
}

// A Tick is a labelled value of an axis.
type Tick struct {
	At    float64
	Label string
}

// The kinds of axes. A band axis has its labels in equal steps: band i covers
// i … i+1 and has its middle at i+0.5.
const (
	NoAxis AxisKind = ""
	Band   AxisKind = "band"
	Linear AxisKind = "linear"
	Log    AxisKind = "log"
)
