package kind

import (
	"math"
	"testing"

	"charts/internal/chart"
	"charts/internal/layout"
)

func TestParseSize(t *testing.T) {
	mm := func(v float64) float64 { return math.Round(v*layout.PointsPerMM*100) / 100 }
	tests := []struct {
		text          string
		width, height float64 // points
		dpi           float64
		ok            bool
	}{
		{"150x90mm", mm(150), mm(90), 300, true},
		{"150mm", mm(150), 0, 300, true},
		{"82.5 × 60 mm", mm(82.5), mm(60), 300, true},
		{"1600x1000", 960, 600, 120, true},
		{"1920x1080px", 960, 540, 144, true},
		{"1600", 0, 0, 0, false},   // of what?
		{"0x90mm", 0, 0, 0, false}, // nothing
		{"150x90cm", 0, 0, 0, false},
		{"100000x100000", 0, 0, 0, false},
		{"1600.5x1000", 0, 0, 0, false},
		{"", 0, 0, 0, false},
		{"-150mm", 0, 0, 0, false},
	}
	for _, tt := range tests {
		got, err := parseSize(tt.text)
		if (err == nil) != tt.ok || tt.ok && (chart.Cut(got.width) != tt.width || chart.Cut(got.height) != tt.height || got.dpi != tt.dpi) {
			t.Errorf("parseSize(%q) = %+v, %v; want %v × %v at %v dpi", tt.text, got, err, tt.width, tt.height, tt.dpi)
		}
	}
}

// Every kind keeps the form of a slide, and the width of the page.
func TestFormsKeepTheirSize(t *testing.T) {
	for _, g := range goldens {
		f, data := g.figure()
		_, _, shapes := districts()
		for form, want := range map[chart.Form][2]float64{chart.Report: {425.2, 0}, chart.Slide: {960, 540}, chart.Screen: {720, 0}} {
			c, problems := Resolve(f, data, Options{Form: form, Shapes: shapes})
			if problems.HasErrors() {
				t.Fatal(said(problems))
			}
			if c.Width != want[0] || want[1] != 0 && c.Height != want[1] {
				t.Errorf("%s as %s is %v × %v", g.name, form, c.Width, c.Height)
			}
			checkTexts(t, g.name+" as "+string(form), c)
		}
	}
}

// On a crowded slide the texts of the figure are smaller; its title is where it
// does on others, and gives way only where nothing else helps.
func TestTitlesStandAlike(t *testing.T) {
	tests := []struct {
		rows    int
		crowded bool
		title   float64
	}{
		{6, false, slideSizes.title},
		{30, true, slideSizes.title},
		{56, true, chart.Cut(slideSizes.title * 0.54)},
	}
	for _, tt := range tests {
		p := pattern{"", shortName, tt.rows, patterns[0].value}
		f, data := p.figure("bar", 1)
		f.Size = at("1600x1000")
		c, problems := Resolve(f, data, Options{Form: chart.Slide})
		if problems.HasErrors() {
			t.Fatal(said(problems))
		}
		if got := c.Style.TextSize < slideSizes.text; got != tt.crowded {
			t.Errorf("%d rows have texts of %v", tt.rows, c.Style.TextSize)
		}
		if x := c.Texts[0]; x.Role != chart.RoleTitle || x.Size != tt.title || x.X != chart.Cut(2*slideSizes.text*tt.title/slideSizes.title) {
			t.Errorf("%d rows: the title has %v and stands at %v", tt.rows, x.Size, x.X)
		}
		checkTexts(t, f.ID, c)
	}
}
