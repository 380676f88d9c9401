package plot

import (
	"math"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/font"
)

// wide makes a chart 1600 × 1000 pixels.
func wide(c *chart.Chart) *chart.Chart {
	c.DPI = 1600 / c.Width * 72
	grow := 1000/(c.DPI/72) - c.Height
	c.Height += grow
	c.Panels[0].Area.H += grow
	return c
}

// stackedChart is the chart of the time that we promise: 20 bars of four parts
// with a line over them.
func stackedChart() *chart.Chart {
	c := sheet("stacked", "各专业毕业生去向")
	names := strings.Split("护理 机电 物流 会计 旅游 园艺 纺织 制药 焊接 港口 数控 电商 软件 动漫 建筑 造价 烹饪 英语 学前 助产", " ")
	p := &c.Panels[0]
	p.X, p.Y = bands(names...), values(0, 400, 100)
	base := make([]float64, 20)
	for part, fill := range []chart.Color{"#0b6fb8", "#d1495b", "#66a182", "#edae49"} {
		m := chart.Bars{Color: fill, Width: 0.6, Stack: "a"}
		for i := range names {
			v := 20 + float64((i*37+part*53)%60)
			m.Data = append(m.Data, chart.Datum{X: float64(i) + 0.5, Base: base[i], Y: base[i] + v})
			base[i] += v
		}
		p.Marks = append(p.Marks, m)
	}
	p.Marks = append(p.Marks, chart.Lines{Color: light.Ink, Dots: true, Data: data(base...)})
	return labelled(wide(c))
}

func scatterChart(n int) *chart.Chart {
	c := sheet("scatter", "一万个点")
	c.Panels[0].X, c.Panels[0].Y = values(0, 100, 20), values(0, 100, 20)
	m := chart.Points{Color: light.Accent}
	for i := range n {
		x := math.Mod(float64(i)*61.803398875, 100)
		m.Data = append(m.Data, chart.Datum{X: x, Y: math.Mod(x*x+float64(i)*7.3, 100)})
	}
	c.Panels[0].Marks = chart.Marks{m}
	return labelled(wide(c))
}

func longChart(n int) *chart.Chart {
	c := sheet("long", "一百万个点")
	c.Panels[0].X, c.Panels[0].Y = values(0, float64(n), float64(n)/5), values(-2, 2, 1)
	m := chart.Lines{Color: light.Accent, Width: 1, Data: make([]chart.Datum, n)}
	for i := range m.Data {
		t := float64(i)
		m.Data[i] = chart.Datum{X: t, Y: math.Sin(t/float64(n)*20) + math.Sin(t*12.9898)*0.5}
	}
	c.Panels[0].Marks = chart.Marks{m}
	return labelled(wide(c))
}

func BenchmarkPNG(b *testing.B) {
	for _, c := range []*chart.Chart{stackedChart(), wide(linesChart()), scatterChart(10_000), longChart(1_000_000)} {
		b.Run(c.ID, func(b *testing.B) { bench(b, c, PNG) })
	}
}

// BenchmarkStages tells what the steps to a PNG cost, each with those before it.
func BenchmarkStages(b *testing.B) {
	c := stackedChart()
	for _, stage := range []struct {
		name string
		do   func(*bitmap)
	}{
		{"draw", func(*bitmap) {}},
		{"encode", func(p *bitmap) { encodePNG(c, p) }},
	} {
		b.Run(stage.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				p, err := newBitmap(c, font.Family{})
				if err != nil {
					b.Fatal(err)
				}
				stage.do(p)
				p.release()
			}
		})
	}
}

func BenchmarkSVG(b *testing.B) { bench(b, stackedChart(), SVG) }

func BenchmarkPDF(b *testing.B) { bench(b, stackedChart(), PDF) }

func bench(b *testing.B, c *chart.Chart, draw func(*chart.Chart, font.Family) ([]byte, error)) {
	var size int
	b.ReportAllocs()
	for b.Loop() {
		out, err := draw(c, font.Family{})
		if err != nil {
			b.Fatal(err)
		}
		size = len(out)
	}
	b.ReportMetric(float64(size), "B/file")
}
