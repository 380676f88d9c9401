package style_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"

	"charts/internal/chart"
	"charts/internal/chart/charttest"
	"charts/internal/render/dashboard"
	"charts/internal/render/pagetest"
)

// namesOverDots are the names of a chart that lie over a dot, over another name,
// over that of the axis or beyond the edge, and how many names there are.
var namesOverDots = `(() => {
	const box = document.querySelector('#points .live');
	const all = (shape) => [...box.querySelectorAll(shape)];
	const names = all('text').filter((t) => t.textContent.startsWith('专业')).map((t) => [t.textContent, t.getBoundingClientRect()]);
	const dots = all('path').filter((p) => p.getAttribute('fill') === '` + string(charttest.Palette[0]) + `').map((p) => p.getBoundingClientRect());
	const axis = all('text').find((t) => t.textContent.startsWith('落实率')).getBoundingClientRect();
	const meet = (a, b) => a.left + 1 < b.right && b.left + 1 < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom;
	const edge = box.getBoundingClientRect();
	const wrong = names.filter(([, a], i) => dots.some((d) => meet(a, d)) || meet(a, axis) || names.some(([, b], k) => k < i && meet(a, b)) || a.right > edge.right + 1);
	return { shown: names.length, wrong: wrong.map(([name]) => name) };
})()`

// Names of dots keep clear of dots and of one another at every width.
func TestNamesKeepClear(t *testing.T) {
	c := charttest.Points(charttest.Light)
	p := c.Panels[0].Marks[0].(chart.Points)
	for i := range p.Data {
		p.Data[i].Color = charttest.Palette[0]
		p.Data[i].Label = chart.Label{Text: fmt.Sprintf("专业 %d 的名称", i+1), Place: chart.Right, Color: charttest.Light.Ink}
	}
	for _, width := range []int64{1280, 768, 360} {
		tb := pagetest.Open(t, &dashboard.Page{ID: "p", Title: "点", Lang: "zh-CN", Sections: []dashboard.Section{{Figures: []dashboard.Figure{{ID: "points", Chart: c}}}}}, chromedp.EmulateViewport(width, 900))
		var got struct {
			Shown int
			Wrong []string
		}
		tb.Eval(namesOverDots, &got)
		if got.Shown < 3 || len(got.Wrong) > 0 {
			t.Errorf("%d pixels: %d names, of which %v lie over something", width, got.Shown, got.Wrong)
		}
	}
}

// A chart that fills the room beside a taller one has its names where they are
// clear at that height.
func TestNamesKeepClearInATallRow(t *testing.T) {
	c, tall := charttest.Points(charttest.Light), charttest.Points(charttest.Light)
	tall.ID, tall.Height = "tall", 3*tall.Height
	p := c.Panels[0].Marks[0].(chart.Points)
	own := chart.Datum{X: 40, Y: 70, Name: "专业", Text: "70", Color: charttest.Palette[0], Label: chart.Label{Text: "专业名称", Place: chart.Right, Color: charttest.Light.Ink}}
	p.Data, p.Size = []chart.Datum{own}, nil
	for _, x := range []float64{38, 42} {
		p.Data = append(p.Data, chart.Datum{X: x, Y: 70.8, Name: "其他", Text: "70.8", Color: charttest.Palette[0]})
	}
	c.Panels[0].Marks = chart.Marks{p}
	tb := pagetest.Open(t, &dashboard.Page{ID: "p", Title: "点", Lang: "zh-CN", Sections: []dashboard.Section{{Figures: []dashboard.Figure{{ID: "points", Chart: c}, {ID: "tall", Chart: tall}}}}}, chromedp.EmulateViewport(1280, 900))
	tb.Says(fmt.Sprintf(`document.querySelector('#points .live').offsetHeight > %g`, 1.5*c.Height), "true")
	tb.Says(namesOverDots+`.wrong.join()`, "")
}

// A dot in the corner, with others around it, has no name over that of the axis.
func TestNamesKeepClearOfTheAxis(t *testing.T) {
	c := charttest.Points(charttest.Light)
	p := c.Panels[0].Marks[0].(chart.Points)
	own := chart.Datum{X: 4, Y: 100, Name: "专业", Text: "100", Color: charttest.Palette[0], Label: chart.Label{Text: "专业名称", Place: chart.Above, Color: charttest.Light.Ink}}
	far := chart.Datum{X: 60, Y: 70, Name: "专业", Text: "70", Color: charttest.Palette[0], Label: chart.Label{Text: "专业另一", Place: chart.Above, Color: charttest.Light.Ink}}
	p.Data, p.Size = []chart.Datum{own, far}, []float64{3, 3, 3, 3} // small: the name has room over it
	for _, at := range [][2]float64{{5.2, 100}, {4, 98}} {
		p.Data = append(p.Data, chart.Datum{X: at[0], Y: at[1], Name: "其他", Text: "98", Color: charttest.Palette[0]})
	}
	c.Panels[0].Marks = chart.Marks{p}
	tb := pagetest.Open(t, &dashboard.Page{ID: "p", Title: "点", Lang: "zh-CN", Sections: []dashboard.Section{{Figures: []dashboard.Figure{{ID: "points", Chart: c}}}}})
	tb.Says(namesOverDots+`.wrong.join()`, "")
	tb.Says(namesOverDots+`.shown`, "1")
}
