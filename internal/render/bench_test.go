package render_test

import (
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/font"
	"charts/internal/kind/kindtest"
	"charts/internal/render/echarts"
	"charts/internal/render/plot"
)

// BenchmarkKinds draws a usual figure of each kind in each format, on paper of the
// usual size and resolution.
func BenchmarkKinds(b *testing.B) {
	for _, s := range kindtest.Corpus(b) {
		if !strings.Contains(s.Name, "-usual-") {
			continue
		}
		for _, f := range []struct {
			name  string
			chart *chart.Chart
			draw  func(*chart.Chart, font.Family) ([]byte, error)
		}{{"png", s.Paper, plot.PNG}, {"svg", s.Paper, plot.SVG}, {"pdf", s.Paper, plot.PDF}, {"echarts", s.Screen, option}} {
			b.Run(f.name+"/"+s.Name, func(b *testing.B) {
				for b.Loop() {
					if _, err := f.draw(f.chart, font.Family{}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func option(c *chart.Chart, _ font.Family) ([]byte, error) { return echarts.Option(c) }
