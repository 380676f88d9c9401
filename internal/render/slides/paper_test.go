package slides

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/font"
	"charts/internal/typeset"
)

func pagesOf(t *testing.T, d *Deck) []*chart.Chart {
	t.Helper()
	pictures := make([]*chart.Chart, len(d.Figures))
	for i := range pictures {
		pictures[i] = &chart.Chart{
			Width: Width, Height: PictureHeight,
			Panels:   []chart.Panel{{Area: chart.Rect{X: 10, Y: 20, W: 100, H: 50}}},
			Texts:    []chart.Text{{S: "2,469", X: 40, Y: 30, Size: 12}},
			Strokes:  []chart.Stroke{{Points: []chart.Point{{X: 1, Y: 2}}}},
			Swatches: []chart.Swatch{{Box: chart.Rect{Y: 5}}},
		}
	}
	return Paper(d, pictures, typeset.Faces{Family: font.NewFamily()})
}

// All that a deck says is on paper, and nothing of it off the page.
func TestPaperSaysAll(t *testing.T) {
	long := "汽车检测与维修技术（3+2）的报到率最低，为 73.28%；59 项中有 29 项低于全校 92.79%"
	for _, text := range []string{"升学率 38.62%", "Completion rate 38.62%", "é 分解 (e\u0301)", long} {
		var said strings.Builder
		for _, c := range pagesOf(t, deck(text)) {
			for _, s := range c.Texts {
				said.WriteString(s.S)
				if s.X < 0 || s.Y < s.Size || s.Y > Height || s.X > Width {
					t.Errorf("%q is at %v, %v", s.S, s.X, s.Y)
				}
			}
		}
		letters := func(s string) string { return strings.Join(strings.Fields(typeset.Compose(s)), "") }
		if n, want := strings.Count(letters(said.String()), letters(text)), 13; n < want {
			t.Errorf("%q is said %d times, want %d", text, n, want)
		}
	}
}

func TestPaperKeepsWhatIsStrong(t *testing.T) {
	faces := typeset.Faces{Family: font.NewFamily()}
	for _, test := range []struct {
		runs  []Run
		width float64
		want  string
	}{
		{nil, 100, ""},
		{[]Run{{"升学率 ", false}, {"38.62%", true}}, 900, "升学率\u2009|*38.62%"},
		{[]Run{{"报告有 ", false}, {"4", true}, {" 处前后不一", false}}, 100, "报告有\u2009|*4|\u2009处/前后不一"},
	} {
		var lines []string
		for _, line := range linesOf(test.runs, faces, test.width, 20) {
			var own []string
			for _, r := range line {
				if r.Strong {
					r.Text = "*" + r.Text
				}
				own = append(own, r.Text)
			}
			lines = append(lines, strings.Join(own, "|"))
		}
		if got := strings.Join(lines, "/"); got != test.want {
			t.Errorf("%v: %q, want %q", test.runs, got, test.want)
		}
	}
}

func TestPaperTakesMorePages(t *testing.T) {
	d := deck("升学率")
	for i := range 30 {
		d.Points = append(d.Points, Point{Runs: []Run{{Text: fmt.Sprint("要点 ", i)}}})
	}
	d.Cards = append(d.Cards, make([]Card, mostCards)...)
	if n := len(pagesOf(t, d)); n != 1+4+2+1 {
		t.Errorf("%d pages", n)
	}
}

// A picture moves under its sentence, and the chart that it was stays as it is.
func TestPaperMovesThePicture(t *testing.T) {
	all := pagesOf(t, deck("升学率"))
	c := all[len(all)-1]
	if c.Height != Height || c.Panels[0].Area.Y != 20+PictureTop || c.Strokes[0].Points[0].Y != 2+PictureTop || c.Swatches[0].Box.Y != 5+PictureTop {
		t.Errorf("%+v", c)
	}
	if !slices.ContainsFunc(c.Texts, func(s chart.Text) bool { return s.S == "2,469" && s.Y == 30+PictureTop }) {
		t.Errorf("%+v", c.Texts)
	}
}
