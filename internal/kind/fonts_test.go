package kind

import (
	"testing"

	"charts/internal/chart"
	"charts/internal/font"
	"charts/internal/series"
	"charts/internal/spec"
)

// TestTextsHaveRoomInOwnFonts resolves the corpus in a wider font of an author's: texts
// have the room that this one needs.
func TestTextsHaveRoomInOwnFonts(t *testing.T) {
	face, err := font.Parse(font.TTF(true), "")
	if err != nil {
		t.Fatal(err)
	}
	wide := font.NewFamily(font.Weights{Regular: face, Bold: face})
	corpus(func(name string, f *spec.Figure, data series.Frame) {
		c, problems := Resolve(f, data, Options{Fonts: wide, Shapes: shapesOf(data)})
		if problems.HasErrors() {
			return
		}
		if !c.Outlines || c.Fonts != wide.Sum() {
			t.Errorf("%s: a reader without the font sees another picture", name)
		}
		for i := range c.Texts {
			c.Texts[i].Bold = true // as wide as they are drawn
		}
		checkTexts(t, name, c)
	})
	f := &spec.Figure{ID: "t", Chart: at("bar"), Text: at("text"), Category: at("站"), Value: []spec.At[string]{at("数")}}
	if c, _ := Resolve(f, frame("站 数/人", []series.Value{text("甲"), num(3, 0, "人")}), Options{Fonts: wide, Form: chart.Report}); c.Outlines {
		t.Error("letters are outlines against the author's wish")
	}
}
