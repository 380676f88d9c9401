package kind

import (
	"fmt"
	"math"
	"testing"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"
)

func branches(values ...float64) []branch {
	var all []branch
	for _, v := range values {
		all = append(all, branch{value: v})
	}
	return all
}

// The boxes fill the room in proportion to the values, and none overlap.
func TestSquarify(t *testing.T) {
	tests := []struct {
		name   string
		values []float64
		room   chart.Rect
		worst  float64 // proportion of the sides at most
	}{
		{"the example of the authors", []float64{6, 6, 4, 3, 2, 2, 1}, chart.Rect{X: 0, Y: 0, W: 6, H: 4}, 3},
		{"one", []float64{7}, chart.Rect{X: 1, Y: 2, W: 10, H: 10}, 1},
		{"equal", []float64{1, 1, 1, 1}, chart.Rect{X: 0, Y: 0, W: 10, H: 10}, 1},
		{"uneven", []float64{1000, 10, 1}, chart.Rect{X: 0, Y: 0, W: 40, H: 20}, 200},
		{"upright", []float64{5, 4, 3}, chart.Rect{X: 0, Y: 0, W: 3, H: 30}, 4.5},
	}
	for _, tt := range tests {
		boxes := squarify(branches(tt.values...), tt.room)
		total, area := 0.0, tt.room.W*tt.room.H
		for _, v := range tt.values {
			total += v
		}
		for i, b := range boxes {
			if want := tt.values[i] / total * area; math.Abs(b.W*b.H-want) > 1e-9*area {
				t.Errorf("%s: box %d has area %v; want %v", tt.name, i, b.W*b.H, want)
			}
			if p := max(b.W/b.H, b.H/b.W); p > tt.worst+1e-9 {
				t.Errorf("%s: box %d is %v times as long as wide; want at most %v", tt.name, i, p, tt.worst)
			}
			inner := chart.Rect{X: b.X + 1e-9, Y: b.Y + 1e-9, W: b.W - 2e-9, H: b.H - 2e-9}
			if inner.Meets(boxes, b) || !inner.Within(tt.room) {
				t.Errorf("%s: box %d, %+v, overlaps another or leaves the room", tt.name, i, b)
			}
		}
	}
}

// A phone has room for the names that a page has.
func TestTreemapOnPhone(t *testing.T) {
	f := fig("treemap", "", "专业")
	f.Value, f.Levels = nil, []spec.At[string]{{V: "专业"}}
	var rows [][]series.Value
	for i := range 40 {
		rows = append(rows, []series.Value{text(fmt.Sprintf("智能控制技术%02d", i))})
	}
	for _, width := range []float64{0, 540, 292} {
		c, problems := Resolve(f, frame("专业", rows...), Options{Form: chart.Screen, Width: width})
		if problems.HasErrors() {
			t.Fatal(said(problems))
		}
		for _, cell := range c.Panels[0].Marks[0].(chart.Cells).Data {
			if cell.Label.Text == "" {
				t.Errorf("on a screen of %v: %s has no name", c.Width, cell.Name)
			}
		}
	}
}

func FuzzSquarify(f *testing.F) {
	f.Add(6.0, 3.0, 0.0, 10.0)
	f.Fuzz(func(t *testing.T, a, b, c, w float64) {
		for _, v := range []float64{a, b, c, w} {
			if !(v >= 0 && v < 1e12) {
				return
			}
		}
		room := chart.Rect{X: 0, Y: 0, W: w + 1, H: 7}
		for _, box := range squarify(branches(a, b, c), room) {
			if !(box.W >= 0 && box.H >= 0 && box.X+box.W <= room.W*(1+1e-9) && box.Y+box.H <= room.H*(1+1e-9)) {
				t.Errorf("squarify(%v, %v, %v) in %v leaves the room: %+v", a, b, c, room, box)
			}
		}
	})
}

func TestGrow(t *testing.T) {
	value := func(v float64) cell { return cell{Datum: chart.Datum{Y: v}} }
	var top []branch
	top = grow(top, []string{"国家级", "机电", "数控"}, value(2))
	top = grow(top, []string{"校级", "护理"}, value(9))
	top = grow(top, []string{"国家级", "机电", "模具"}, value(1))
	top = grow(top, []string{"国家级", "会计"}, value(4))
	largestFirst(top)
	if top[0].name != "校级" || top[1].value != 7 || top[1].under[0].name != "会计" || top[1].under[1].value != 3 || len(top[1].under[1].under) != 2 {
		t.Errorf("the hierarchy is %+v", top)
	}
}

// More parts than anybody can see are refused before they cost time.
func TestTooManyLeaves(t *testing.T) {
	f := fig("treemap", "", "人数")
	f.Levels = []spec.At[string]{at("专业")}
	var rows [][]series.Value
	for i := range maxCategories + 1 {
		rows = append(rows, []series.Value{text(fmt.Sprint("专业", i)), num(1, 0, "人")})
	}
	if _, problems := Resolve(f, frame("专业 人数/人", rows[1:]...), Options{}); len(problems) > 0 {
		t.Errorf("%d parts: %v", maxCategories, problems)
	}
	_, problems := Resolve(f, frame("专业 人数/人", rows...), Options{})
	if len(problems) != 1 || problems[0].Rule != "too-many" || problems[0].Pos != f.Levels[0].Pos {
		t.Errorf("one more: %v", problems)
	}
}
