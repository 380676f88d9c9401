package chart

import (
	"strings"
	"testing"
)

var (
	band   = Axis{Kind: Band, Max: 4}
	linear = Axis{Kind: Linear, Min: -10, Max: 30}
	log    = Axis{Kind: Log, Min: 1, Max: 10000}
)

func turned(a Axis) Axis {
	a.Reversed = true
	return a
}

func TestPart(t *testing.T) {
	for _, tt := range []struct {
		axis    Axis
		v, want float64
	}{
		{band, 0.5, 0.125}, {linear, 0, 0.25}, {linear, -10, 0}, {linear, 30, 1}, {turned(linear), 0, 0.75}, {log, 100, 0.5}, {turned(log), 10, 0.75}, {Axis{Kind: Linear, Min: 3, Max: 3}, 3, 0},
	} {
		if got := tt.axis.Part(tt.v); got != tt.want {
			t.Errorf("%v lies at %v of %+v, want %v", tt.v, got, tt.axis, tt.want)
		}
	}
}

// Values rise upwards, or to the right where the names are at the left.
func TestPlaces(t *testing.T) {
	area := Rect{100, 10, 400, 80}
	up, across := Plane{Area: area, X: band, Y: linear, Second: log}, Plane{Area: area, X: linear, Y: turned(band)}
	free := Plane{Area: area}
	d := Datum{X: 0.5, Y: 10, Base: -10}
	for name, tt := range map[string]struct{ got, want Rect }{
		"a column":        {up.Bar(Bars{Width: 0.5, Offset: 0.25}, d), Rect{150, 50, 50, 40}},
		"a second column": {up.Bar(Bars{Width: 0.5, Second: true}, Datum{X: 0.5, Y: 100, Base: 1}), Rect{125, 50, 50, 40}},
		"a bar":           {across.Bar(Bars{Width: 0.5, Offset: 0.25}, d), Rect{100, 20, 200, 10}},
		"a loss":          {across.Bar(Bars{Width: 0.5}, Datum{X: 0.5, Y: -10, Base: 10}), Rect{100, 15, 200, 10}},
		"a dot":           {Around(up.Point(d, false), 4), Rect{148, 48, 4, 4}},
		"a second dot":    {Around(up.Point(Datum{X: 0.5, Y: 100}, true), 4), Rect{148, 48, 4, 4}},
		"a dot on a row":  {Around(across.Point(d, false), 4), Rect{298, 18, 4, 4}},
		"without axes":    {Around(free.Point(Datum{X: 0.25, Y: 0.5}, false), 4), Rect{198, 48, 4, 4}},
		"grown":           {Rect{1, 2, 3, 4}.Grown(1, 2), Rect{0, 0, 5, 8}},
		"cut":             {Rect{1.234, 1.235, -1.236, 0.001}.Cut(), Rect{1.23, 1.24, -1.24, 0}},
		"on a stage":      {Stage{W: 20, H: 10}.Box(5, 5, 10, 2.5), Rect{0.25, 0.5, 0.5, 0.25}},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %v, want %v", name, tt.got, tt.want)
		}
	}
	if m := (Rect{1, 2, 3, 4}).Middle(); m != (Point{2.5, 4}) {
		t.Errorf("the middle is %v", m)
	}
	if n := (Stage{W: 20, H: 10}).Note(5, 5, Label{Text: "a"}); n.X != 0.25 || n.Y != 0.5 || n.Label.Text != "a" {
		t.Errorf("the note is %+v", n)
	}
	if (Stage{}).Shown() != 1 || (Stage{Crop: 0.6}).Shown() != 0.6 {
		t.Error("the part of a stage that is shown")
	}
	for zero, a := range map[float64]Axis{0: linear, 5: {Kind: Linear, Min: 5, Max: 9}, -2: {Kind: Linear, Min: -7, Max: -2}} {
		if got := (Plane{X: band, Y: a}).Zero(); got != zero {
			t.Errorf("columns from %v to %v start at %v", a.Min, a.Max, got)
		}
		if got := (Plane{X: a, Y: band}).Zero(); got != zero {
			t.Errorf("bars from %v to %v start at %v", a.Min, a.Max, got)
		}
	}
}

// Boxes that touch do not overlap, and lie within one another.
func TestBoxes(t *testing.T) {
	r := Rect{10, 10, 10, 10}
	for _, tt := range []struct {
		o             Rect
		meets, within bool
	}{
		{Rect{20, 10, 5, 10}, false, false}, {Rect{10, 20, 10, 5}, false, false}, {Rect{0, 10, 10, 10}, false, false}, {Rect{10, 0, 10, 10}, false, false},
		{Rect{19, 19, 5, 5}, true, false}, {Rect{5, 5, 15, 15}, true, true}, {Rect{10, 10, 10, 11}, true, true}, {Rect{11, 5, 50, 50}, true, false}, {Rect{5, 11, 50, 50}, true, false}, {Rect{5, 5, 50, 14}, true, false}, {Rect{5, 5, 14, 50}, true, false},
	} {
		if r.Meets([]Rect{tt.o}, Rect{}) != tt.meets || r.Within(tt.o) != tt.within {
			t.Errorf("%v: meets %v, lies within %v", tt.o, !tt.meets, !tt.within)
		}
	}
	if r.Meets([]Rect{{12, 12, 2, 2}}, Rect{12, 12, 2, 2}) {
		t.Error("a box meets its own")
	}
}

// A page lays out by itself what has axes and no texts in places of their own.
func TestPlaced(t *testing.T) {
	named := []Datum{{Label: Label{Text: "a", Place: Left}}}
	for name, tt := range map[string]struct {
		panels []Panel
		want   bool
	}{
		"columns":                  {[]Panel{{X: band, Y: linear, Marks: Marks{Bars{}, Lines{Data: []Datum{{Label: Label{Text: "a", Place: Right}}}}}}}, false},
		"dots in a plane":          {[]Panel{{X: linear, Y: linear, Marks: Marks{Points{}}}}, false},
		"two panels":               {[]Panel{{X: band, Y: linear}, {X: band, Y: linear}}, true},
		"no axes":                  {[]Panel{{}}, true},
		"cells":                    {[]Panel{{X: band, Y: band}}, true},
		"dots on rows":             {[]Panel{{X: linear, Y: band, Marks: Marks{Points{}}}}, true},
		"lines with names at left": {[]Panel{{X: band, Y: linear, Marks: Marks{Lines{Data: named}}}}, true},
	} {
		if got := (&Chart{Panels: tt.panels}).Placed(); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// What of a chart changes, its parts tell, and the values have a hash of their own.
func TestHashes(t *testing.T) {
	whole := func() *Chart {
		return &Chart{Title: "t", Panels: []Panel{{Title: "p", X: band, Y: linear, Marks: Marks{Bars{Name: "b", Data: []Datum{{X: 0.5, Y: 7, Name: "n", Text: "7 人"}}}, Cells{Name: "c", Data: []Datum{{Text: "甲"}}}, Lines{Data: []Datum{{Y: 1}}}}}}}
	}
	datum := func(c *Chart) *Datum { return &c.Panels[0].Marks[0].(Bars).Data[0] }
	side := whole() // panels side by side are parts of the data, one alone is not in a row
	side.Columns = 1
	other := *side
	other.Panels = []Panel{side.Panels[0]}
	if other.Panels[0].Title = "q"; other.DataHash() == side.DataHash() {
		t.Error("the names of panels are no part of the values")
	}
	for _, tt := range []struct {
		change func(*Chart)
		parts  string // that change
		data   bool   // the values change
	}{
		{func(c *Chart) {}, "", false},
		{func(c *Chart) { c.Title = "u" }, "title layout", false},
		{func(c *Chart) { c.Subtitle = "u" }, "title layout", false},
		{func(c *Chart) { c.Source = "u" }, "source line layout", false},
		{func(c *Chart) { c.Notes = []string{"u"} }, "notes layout", false},
		{func(c *Chart) { c.Unnamed = "u" }, "notes layout", false},
		{func(c *Chart) { c.Sources = []Source{{Line: 3}} }, "", false},
		{func(c *Chart) { c.Panels[0].Y.Max = 31 }, "axes", false},
		{func(c *Chart) { c.DPI = 300 }, "size layout", false},
		{func(c *Chart) { c.Legend = []Entry{{Name: "u"}} }, "legend layout", false},
		{func(c *Chart) { datum(c).Y = 8 }, "marks", true},
		{func(c *Chart) { datum(c).X = 8 }, "marks", true},
		{func(c *Chart) { datum(c).Name = "u" }, "marks", true},
		{func(c *Chart) { datum(c).Missing = true }, "marks", true},
		{func(c *Chart) { datum(c).Color = "#000000" }, "marks", false},
		{func(c *Chart) { datum(c).Text = "8 人" }, "marks", false}, // its place tells
		{func(c *Chart) { c.Panels[0].Marks[1].(Cells).Data[0].Text = "乙" }, "marks", true},
		{func(c *Chart) { c.Panels[0].Marks[2].(Lines).Data[0].Y = 2 }, "marks", false}, // decoration
	} {
		a, b := whole(), whole()
		tt.change(b)
		var changed []string
		for i, p := range b.Parts() {
			if p != a.Parts()[i] {
				changed = append(changed, p.Name)
			}
		}
		if got := strings.Join(changed, " "); got != tt.parts || (a.Hash() != b.Hash()) != (tt.parts != "") || (a.DataHash() != b.DataHash()) != tt.data {
			t.Errorf("%q changes, want %q; the values: %v", got, tt.parts, a.DataHash() != b.DataHash())
		}
	}
}
