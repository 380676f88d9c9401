package plot

import (
	"bytes"
	"encoding/binary"
	"image/color"
	"image/png"
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/font"
)

// TestPNGDecodes reads the file back with the standard decoder: the same pixels
// as on the canvas, whether there are few colors or many.
func TestPNGDecodes(t *testing.T) {
	for _, c := range []*chart.Chart{linesChart(), manyColors()} {
		r := whole(t, c)
		img, err := png.Decode(bytes.NewReader(must(t, formats[0], c)))
		if err != nil {
			t.Fatal(err)
		}
		if size := img.Bounds().Size(); size.X != r.width || size.Y != r.height {
			t.Fatalf("%v pixels", size)
		}
		for i, p := range r.pix {
			want := color.RGBA{R: uint8(p >> 16), G: uint8(p >> 8), B: uint8(p), A: 255}
			if got := color.RGBAModel.Convert(img.At(i%r.width, i/r.width)); got != want {
				t.Fatalf("pixel %d is %v, want %v", i, got, want)
			}
		}
	}
}

// whole is the picture of a chart.
func whole(t *testing.T, c *chart.Chart) *bitmap {
	t.Helper()
	b, err := newBitmap(c, font.Family{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// manyColors is a chart of more colors than a palette has.
func manyColors() *chart.Chart {
	c := sheet("colors", "很多颜色")
	cells := chart.Cells{}
	for i := range 3000 {
		x, y := float64(i%60)/60, float64(i/60)/50
		cells.Data = append(cells.Data, chart.Datum{Color: hex(color.RGBA{R: uint8(i), G: uint8(i >> 4), B: uint8(i * 7)})})
		cells.Boxes = append(cells.Boxes, chart.Rect{X: x, Y: y, W: 1.0 / 60, H: 1.0 / 50})
	}
	c.Panels[0].Marks = chart.Marks{cells}
	return c
}

// TestPNGChunks wants what describes the picture ahead of it.
func TestPNGChunks(t *testing.T) {
	c := barsChart()
	c.ID = "graduates"
	names, data := chunks(t, must(t, formats[0], c))
	if want := "IHDR pHYs iTXt iTXt tEXt tEXt PLTE IDAT IEND"; strings.Join(names, " ") != want {
		t.Fatalf("chunks %v, want %s", names, want)
	}
	if got, want := data[1], []byte{0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1}; !bytes.Equal(got, want) {
		t.Errorf("pHYs % x, want 11811 pixels a meter", got)
	}
	for i, want := range []string{
		"Title\x00\x00\x00\x00\x00近五年毕业生人数与增减",
		"Description\x00\x00\x00\x00\x00近五年毕业生人数与增减：示例",
		"charts:figure\x00graduates",
		"charts:data\x00" + c.DataHash(),
	} {
		if got := string(data[2+i]); got != want {
			t.Errorf("text %q, want %q", got, want)
		}
	}
}

func chunks(t *testing.T, src []byte) (names []string, data [][]byte) {
	t.Helper()
	for at := 8; at < len(src); {
		n := int(binary.BigEndian.Uint32(src[at:]))
		names = append(names, string(src[at+4:at+8]))
		data = append(data, src[at+8:at+8+n])
		at += 12 + n
	}
	return names, data
}

// TestPlaces looks at pixels of the raster: the middle of marks, and next to them.
func TestPlaces(t *testing.T) {
	const white, blue, grey, red, green, band = "#ffffff", "#0b6fb8", "#b8c0c8", "#d1495b", "#66a182", "#eef4fa"
	tests := []struct {
		chart *chart.Chart
		x, y  float64 // points
		want  chart.Color
		what  string
	}{
		{barsChart(), 68, 120, blue, "the first bar"},
		{barsChart(), 92, 151, grey, "a negative bar hangs from zero"},
		{barsChart(), 92, 145, white, "nothing above it"},
		{barsChart(), 213, 140, white, "a missing value has no bar"},
		{barsChart(), 380, 49, grey, "a bar beyond the axis ends at it"},
		{barsChart(), 380, 46, white, "and not above it"},
		{barsChart(), 48, 34, blue, "a square swatch"},
		{rowsChart(), 300, 54, grey, "the first band is on top when reversed"},
		{rowsChart(), 300, 174, white, "the last has a short bar"},
		{linesChart(), 200, 85, band, "a band of reference"},
		{linesChart(), 327.8, 130.9, red, "a datum without neighbors is a dot"},
		{linesChart(), 160, 86, band, "no line across a gap"},
		{areasChart(), 150, 150, "#9ecae1", "the lower area"},
		{areasChart(), 200, 105, "#3182bd", "the upper area"},
		{areasChart(), 300, 150, white, "no area over a gap"},
		{pointsChart(), 164.4, 115.4, blue, "a bubble on a log axis"},
		{pointsChart(), 44, 115.4, light.Grid, "a value without logarithm is not drawn"},
		{pointsChart(), 321.1, 155.8, white, "a hollow dot"},
		{slicesChart(), 173, 115, blue, "the first slice is on the right"},
		{slicesChart(), 90, 180, red, "then clockwise"},
		{slicesChart(), 70, 65, green, "to twelve o'clock"},
		{slicesChart(), 310, 150, white, "the hole of a ring"},
		{cellsChart(), 100, 70, "#deebf7", "the first cell is on top"},
		{cellsChart(), 340, 115, white, "a cell without color"},
		{flowsChart(), 220, 70, "#c2dbee", "a ribbon"},
		{flowsChart(), 48, 170, blue, "a node"},
	}
	for _, test := range tests {
		r := whole(t, test.chart)
		x, y := int(test.x*300/72), int(test.y*300/72)
		if got := r.pix[y*r.width+x]; got != pixelOf(test.want) {
			t.Errorf("%s at %v, %v: #%06x, want %s (%s)", test.chart.ID, test.x, test.y, got, test.want, test.what)
		}
	}
}

func TestSnap(t *testing.T) {
	tests := []struct {
		from, to float64
		want     string
	}{
		{2, 5, "..###....."},
		{2.4, 5.4, "..###....."},
		{2.6, 5.6, "...###...."},
		{2.6, 2.7, "..#......."},
		{-3, 1, "#........."},
		{8, 30, "........##"},
		{30, 40, ".........."},
	}
	for _, test := range tests {
		x0, x1 := snap(length64(test.from), length64(test.to), 10)
		got := []byte("..........")
		for x := x0; x < x1; x++ {
			got[x] = '#'
		}
		if string(got) != test.want {
			t.Errorf("%v … %v fills %s, want %s", test.from, test.to, got, test.want)
		}
	}
}

// TestLinesAlongAxes: equal widths are equally many pixels wherever the line is.
func TestLinesAlongAxes(t *testing.T) {
	for _, width := range []float64{0.2, 1, 1.5, 2.08} {
		var counts []int
		for at := 10.0; at < 12; at += 0.07 {
			from, to := around(length64(at), length64(width))
			counts = append(counts, int(to-from))
		}
		if slices.Min(counts) != slices.Max(counts) || counts[0] < 1 {
			t.Errorf("width %v: %v", width, counts)
		}
	}
}
