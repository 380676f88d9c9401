package plot

import (
	"image"
	"iter"
	"math"

	"github.com/golang/freetype/raster"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/vg"
)

// polylines holds a path as straight lines, in pixels. It is the rasterizer's
// sink.
type polylines struct {
	points []vg.Point
	starts []int // of each line in points
}

func (l *polylines) collect(path vg.Path, m matrix) {
	l.points, l.starts = l.points[:0], l.starts[:0]
	walk(path, m, l)
}

func (l *polylines) moveTo(p vg.Point) {
	l.starts = append(l.starts, len(l.points))
	l.points = append(l.points, p)
}

func (l *polylines) lineTo(p vg.Point) {
	if p != l.points[len(l.points)-1] {
		l.points = append(l.points, p)
	}
}

// cubeTo takes enough lines that none is farther than a tenth of a pixel from
// the curve.
func (l *polylines) cubeTo(a, b, p vg.Point) {
	from := l.points[len(l.points)-1]
	bend := math.Hypot(float64(from.X-2*a.X+b.X), float64(from.Y-2*a.Y+b.Y)) +
		math.Hypot(float64(a.X-2*b.X+p.X), float64(a.Y-2*b.Y+p.Y))
	n := int(math.Ceil(math.Sqrt(bend * 4)))
	for i := 1; i < n; i++ {
		l.lineTo(cubic(from, a, b, p, vg.Length(i)/vg.Length(n)))
	}
	l.lineTo(p)
}

func cubic(p, a, b, q vg.Point, t vg.Length) vg.Point {
	ab := between(a, b, t)
	left := between(between(p, a, t), ab, t)
	right := between(ab, between(b, q, t), t)
	return between(left, right, t)
}

func (l *polylines) closePath() {
	l.lineTo(l.points[l.starts[len(l.starts)-1]])
}

// each yields the lines.
func (l *polylines) each() iter.Seq[[]vg.Point] {
	return func(yield func([]vg.Point) bool) {
		for i, start := range l.starts {
			end := len(l.points)
			if i+1 < len(l.starts) {
				end = l.starts[i+1]
			}
			if !yield(l.points[start:end]) {
				return
			}
		}
	}
}

// addTo adds the lines as closed contours, as many rows higher.
func (l *polylines) addTo(to raster.Adder, up int) {
	for line := range l.each() {
		to.Start(fix2(line[0], up))
		for _, p := range line[1:] {
			to.Add1(fix2(p, up))
		}
		to.Add1(fix2(line[0], up))
	}
}

// bounds returns the pixels that the lines touch.
func (l *polylines) bounds() image.Rectangle {
	low, high := l.points[0], l.points[0]
	for _, p := range l.points {
		low = vg.Point{X: min(low.X, p.X), Y: min(low.Y, p.Y)}
		high = vg.Point{X: max(high.X, p.X), Y: max(high.Y, p.Y)}
	}
	return image.Rect(
		int(math.Floor(float64(low.X))), int(math.Floor(float64(low.Y))),
		int(math.Ceil(float64(high.X)))+1, int(math.Ceil(float64(high.Y)))+1)
}

func (l *polylines) shift(x, y int) {
	for i := range l.points {
		l.points[i].X += vg.Length(x)
		l.points[i].Y += vg.Length(y)
	}
}

// dash cuts the lines by a pattern of lengths in points, scale pixels each.
func (l *polylines) dash(pattern []vg.Length, offset, scale vg.Length) {
	var cut polylines
	for line := range l.each() {
		d := dasher{pattern: pattern, scale: scale, to: &cut}
		d.skip(offset * scale)
		for i := 1; i < len(line); i++ {
			d.segment(line[i-1], line[i])
		}
	}
	*l = cut
}

// A dasher walks along a line and draws every second piece.
type dasher struct {
	pattern []vg.Length
	scale   vg.Length
	index   int
	used    vg.Length // of pattern[index]
	drawing bool      // a piece is begun
	to      *polylines
}

func (d *dasher) left() vg.Length { return vg.Length(d.pattern[d.index]*d.scale) - d.used }

func (d *dasher) next() {
	d.index, d.used, d.drawing = (d.index+1)%len(d.pattern), 0, false
}

func (d *dasher) skip(n vg.Length) {
	for ; n >= d.left(); d.next() {
		n -= d.left()
	}
	d.used = n
}

func (d *dasher) segment(p, q vg.Point) {
	length := vg.Length(math.Hypot(float64(q.X-p.X), float64(q.Y-p.Y)))
	for at := vg.Length(0); at < length; {
		step := min(d.left(), length-at)
		if d.index%2 == 0 {
			if !d.drawing {
				d.to.moveTo(between(p, q, at/length))
				d.drawing = true
			}
			d.to.lineTo(between(p, q, (at+step)/length))
		}
		at += step
		d.used += step
		if d.left() <= 1e-9 {
			d.next()
		}
	}
}

// alongAxis returns the box that a level or plumb line fills.
func alongAxis(line []vg.Point, width vg.Length) (r vg.Rectangle, ok bool) {
	if len(line) != 2 || line[0].X != line[1].X && line[0].Y != line[1].Y {
		return r, false
	}
	a, b := line[0], line[1]
	r.Min = vg.Point{X: min(a.X, b.X), Y: min(a.Y, b.Y)}
	r.Max = vg.Point{X: max(a.X, b.X), Y: max(a.Y, b.Y)}
	if a.Y == b.Y {
		r.Min.Y, r.Max.Y = around(a.Y, width)
	} else {
		r.Min.X, r.Max.X = around(a.X, width)
	}
	return r, true
}

// around returns the whole pixels that a line of some width covers best: equal
// widths are equally many pixels wherever the lines are.
func around(at, width vg.Length) (from, to vg.Length) {
	n := max(1, math.Round(float64(width)))
	start := math.Round(float64(at) - n/2)
	return vg.Length(start), vg.Length(start + n)
}

// pieceLength bounds what is rasterized at once: the rasterizer's work grows
// with the square of the cells in a row.
const pieceLength = 32

// pieces cuts a long line into overlapping shorter ones.
func pieces(line []vg.Point) iter.Seq[[]vg.Point] {
	return func(yield func([]vg.Point) bool) {
		for start := 0; start == 0 || start < len(line)-1; start += pieceLength {
			if !yield(line[start:min(start+pieceLength+1, len(line))]) {
				return
			}
		}
	}
}

func appendLine(to raster.Path, line []vg.Point, up int) raster.Path {
	to.Start(fix2(line[0], up))
	for _, p := range line[1:] {
		to.Add1(fix2(p, up))
	}
	return to
}

// fix rounds pixels to the rasterizer's 1/64.
func fix(v vg.Length) fixed.Int26_6 {
	return fixed.Int26_6(math.Round(float64(v) * 64))
}

// fix2 is a point so many rows higher. It is rounded where it is in the
// picture, so that no strip sees it elsewhere.
func fix2(p vg.Point, up int) fixed.Point26_6 {
	return fixed.Point26_6{X: fix(p.X), Y: fix(p.Y) - fixed.I(up)}
}
