package chart

import "encoding/json"

// A Mark is one layer of a panel. The set is closed: each renderer has a case
// for every one. X and Y of the data are in the units of the panel's axes; bars
// and lines run along whichever axis is the value axis.
//
// A mark without a name is decoration: a track, a grid, a connecting line. Its
// data are no values of the figure.
type Mark interface{ mark() string }

// Marks are drawn in their order.
type Marks []Mark

// Only are the marks of one type.
func Only[M Mark](marks Marks) (some []M) {
	for _, m := range marks {
		if m, ok := m.(M); ok {
			some = append(some, m)
		}
	}
	return some
}

// Bars are rectangles from Base to Y on the value axis. They run up when the X
// axis is the band axis, and right when the Y axis is.
type Bars struct {
	Name   string
	Color  Color
	Width  float64 // in bands: 0.6
	Offset float64 // of the middle of the bar from the middle of the band, in bands
	Stack  string  // bars with the same name are on one another; "" stands alone
	Second bool    // on the second value axis
	Data   []Datum
	End    Label `json:"-"` // the name beside the last bar of a stack, when it is named there
	Joined bool  `json:"-"` // each bar is joined with the next, from its end
}

// Lines join their data; a missing datum is a gap.
type Lines struct {
	Name   string
	Color  Color
	Width  float64 // points
	Dashed bool
	Step   bool // horizontal to the next datum, then vertical
	Dots   bool // a dot at every datum
	Second bool
	End    Label // the name at the line's end, when the line is named there
	Data   []Datum
}

// Areas fill between Base and Y.
type Areas struct {
	Name  string
	Color Color
	Stack string
	Data  []Datum
	End   Label `json:"-"` // the name at the right edge of a stack, when it is named there
}

// Points are dots, bubbles where Size differs.
type Points struct {
	Name   string
	Color  Color
	Hollow bool
	Second bool
	Data   []Datum
	Size   []float64 // diameters in points, one a datum; empty takes the style's
}

// Slices are sectors of a ring around the middle of the panel's area, clockwise
// from twelve o'clock. Radii are parts of half the area's smaller side.
type Slices struct {
	Name  string
	Data  []Datum // Y is the value
	From  []float64
	To    []float64 // angles as parts of a turn, 0 … 1
	Inner []float64
	Outer []float64
	Title string // in the middle of a donut: the total
	Sub   string // under it: what it is a total of

	Nested bool `json:"-"` // each lies around the one that its path ends with
}

// Cells are rectangles: of a heatmap (X and Y bands), a treemap, a table. On a
// panel without axes the boxes are parts of the area.
type Cells struct {
	Name  string
	Data  []Datum
	Boxes []Rect // in axis units
	Large bool   `json:"-"` // each says one large number

	Nested bool `json:"-"` // they fill the room, those of one path side by side
}

// Flows are ribbons between nodes of a sankey, on a panel without axes.
type Flows struct {
	Name  string
	Nodes []Datum
	Boxes []Rect // of the nodes, parts of the area
	Links []Link
}

// A Link is one ribbon: from the right side of a node to the left side of
// another, with its upper edges and its thickness as parts of the area.
type Link struct {
	From, To   int // into Flows.Nodes
	FromY, ToY float64
	Thick      float64
	Color      Color
	Datum      Datum
}

// Regions are the shapes of a map, on a panel without axes. A datum's label stands
// at X and Base; Y is its value.
type Regions struct {
	Name     string
	Data     []Datum
	Outlines [][]Ring // one list a datum, in parts of the area
}

// A Ring is a closed line around a part of a region, or, the other way round,
// around a hole in it.
type Ring []Point

// Rules are reference lines and bands across the area. A band has From < To; a
// line has From == To.
type Rules struct {
	Data []Rule
}

// A Rule is one reference line or band on the value axis.
type Rule struct {
	From, To float64
	Label    string
	Color    Color
	Dashed   bool
	Second   bool
	Middle   bool `json:"-"` // a mean or a median of the data
}

// Notes are texts at places of the axes: annotations.
type Notes struct {
	Data []Datum // Label is the text

	Groups bool `json:"-"` // they name the paths of nested cells
}

func (Bars) mark() string    { return "bars" }
func (Lines) mark() string   { return "lines" }
func (Areas) mark() string   { return "areas" }
func (Points) mark() string  { return "points" }
func (Slices) mark() string  { return "slices" }
func (Cells) mark() string   { return "cells" }
func (Flows) mark() string   { return "flows" }
func (Regions) mark() string { return "regions" }
func (Rules) mark() string   { return "rules" }
func (Notes) mark() string   { return "notes" }

// MarshalJSON writes each mark with its kind, so that two marks of different
// kinds with the same fields differ.
func (ms Marks) MarshalJSON() ([]byte, error) {
	type tagged struct {
		Kind string
		Mark Mark
	}
	out := make([]tagged, len(ms))
	for i, m := range ms {
		out[i] = tagged{m.mark(), m}
	}
	return json.Marshal(out)
}

// Add puts one sector into a mark.
func (s *Slices) Add(d Datum, from, to, inner, outer float64) {
	s.Data = append(s.Data, d)
	s.From, s.To = append(s.From, from), append(s.To, to)
	s.Inner, s.Outer = append(s.Inner, inner), append(s.Outer, outer)
}
