package chart

// A Color is #rrggbb.
type Color string

// A Rect is a box in points, Y downwards.
type Rect struct{ X, Y, W, H float64 }

// A Point is a place in points, Y downwards.
type Point struct{ X, Y float64 }

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
