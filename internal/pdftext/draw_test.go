package pdftext

import (
	"image/color"
	"testing"
)

// TestDraw: a page has paper and ink, turned as it is asked for.
func TestDraw(t *testing.T) {
	src := readFile(t, "testdata/plain.pdf")
	pages, err := Draw(src, []View{{Page: 1, Width: 200, Height: 280}, {Page: 1, Turned: -90, Width: 280, Height: 200}})
	if err != nil {
		t.Fatal(err)
	}
	var inked [2]int
	for i, img := range pages {
		for y := range img.Rect.Dy() {
			for x := range img.Rect.Dx() {
				if color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y < 128 {
					inked[i]++
				}
			}
		}
	}
	if inked[0] == 0 || inked[1] == 0 || inked[0] > 200*280/2 {
		t.Errorf("%d and %d dots of ink", inked[0], inked[1])
	}
	for _, v := range []View{{Page: 99, Width: 10, Height: 10}, {Page: 1, Width: 100_000, Height: 100_000}} {
		if _, err := Draw(src, []View{v}); err != ErrTooLarge {
			t.Errorf("%+v: %v", v, err)
		}
	}
	if _, err := Draw([]byte("%PDF-1.4 no more"), []View{{Page: 1, Width: 9, Height: 9}}); err == nil {
		t.Error("a file that is none is drawn")
	}
}
