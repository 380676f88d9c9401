package render_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/chromedp/chromedp"

	"charts/internal/browsertest"
	"charts/internal/chart"
	"charts/internal/kind/kindtest"
	"charts/internal/render/dashboard"
)

// deviations are what the screen does not show as the resolved chart says it, by
// the kind of chart, each with its reason. A fault that is not in the list fails
// the test, and so does an entry that nothing needs any more.
var deviations = map[string]string{}

// TestScreenSaysWhatTheChartSays draws the whole corpus in a real browser and compares what ECharts drew with the resolved charts: texts, order,
// ranges of axes, lengths of bars, places of dots, colours.
func TestScreenSaysWhatTheChartSays(t *testing.T) {
	samples := kindtest.Corpus(t)
	drawn := draw(t, samples)
	needed := map[string]bool{}
	for i, s := range samples {
		if len(drawn[i].Texts) == 0 && len(drawn[i].Shapes) == 0 {
			t.Errorf("%s is not drawn", s.Name)
			continue
		}
		for _, f := range slices.Concat(drawn[i].axisFaults(s.Screen), drawn[i].textFaults(s.Screen), drawn[i].markFaults(s.Screen), drawn[i].colorFaults(s.Screen)) {
			key := s.Kind + ": " + f.what
			if _, ok := deviations[key]; ok {
				needed[key] = true
				continue
			}
			t.Errorf("%s: %s: %s", s.Name, f.what, f.detail)
		}
	}
	for key, reason := range deviations {
		if !needed[key] {
			t.Errorf("no figure deviates by %q any more (%s): take it off the list", key, reason)
		}
	}
}

// TestFormsShowTheSame compares what paper and screen are told to draw.
func TestFormsShowTheSame(t *testing.T) {
	for _, s := range kindtest.Corpus(t) {
		if paper, screen := contents(s.Paper), contents(s.Screen); paper != screen {
			t.Errorf("%s: paper shows\n%s\nand the screen\n%s", s.Name, paper, screen)
		}
	}
}

// contents are the values, texts and colours of the marks.
func contents(c *chart.Chart) string {
	var b strings.Builder
	for _, p := range c.Panels {
		end := p.X.Max
		if p.X.Kind == chart.Band { // with names beside it, it ends behind the last mark
			end = float64(len(p.X.Labels))
		}
		fmt.Fprintln(&b, p.Title, p.X.Labels, p.X.Min, end, p.X.Ticks, p.Y.Labels, p.Y.Min, p.Y.Max, p.Y.Ticks)
		for _, m := range p.Marks {
			name, color, data := dataOf(m)
			fmt.Fprintln(&b, name, color)
			for _, d := range data {
				fmt.Fprintln(&b, d.Name, d.X, d.Y, d.Base, d.Missing, d.Text, d.Share, d.Color)
			}
		}
	}
	return b.String()
}

func dataOf(m chart.Mark) (name string, color chart.Color, data []chart.Datum) {
	switch m := m.(type) {
	case chart.Bars:
		return m.Name, m.Color, m.Data
	case chart.Lines:
		return m.Name, m.Color, m.Data
	case chart.Areas:
		return m.Name, m.Color, m.Data
	case chart.Points:
		return m.Name, m.Color, m.Data
	case chart.Slices:
		return m.Name, "", m.Data
	case chart.Cells:
		return m.Name, "", m.Data
	}
	return "", "", nil
}

// A drawing is what ECharts drew of a figure, in pixels of its SVG.
type drawing struct {
	Texts  []string    `json:"texts"`
	Shapes []shape     `json:"shapes"`
	Grids  []rect      `json:"grids"`
	X      []drawnAxis `json:"x"`
	Y      []drawnAxis `json:"y"`
	Legend []string    `json:"legend"`
}

type shape struct {
	X    float64 `json:"x"`
	Y    float64 `json:"y"`
	W    float64 `json:"w"`
	H    float64 `json:"h"`
	Fill string  `json:"fill"`
	Line string  `json:"line"`
}

type drawnAxis struct {
	Grid   int        `json:"grid"`
	Type   string     `json:"type"`
	Extent [2]float64 `json:"extent"`
	Labels []string   `json:"labels"`
}

// keep hangs every chart that the page starts on its element.
const keep = `{
  let kept;
  const keep = (of) => ({ ...of, init: (box, ...rest) => {
    const chart = of.init(box, ...rest);
    if (box) box.chart = chart;
    return chart;
  } });
  Object.defineProperty(window, 'echarts', { configurable: true, get: () => kept, set: (of) => { kept = keep(of); } });
}`

// read collects, from the elements of the page and from ECharts' own model, what
// was drawn.
const read = `[...document.querySelectorAll('.figure:has(.live)')].map((el) => {
  const box = el.querySelector('.live');
  const { chart } = box;
  const parts = (name) => chart.getModel().queryComponents({ mainType: name });
  const frame = box.getBoundingClientRect();
  const hex = (c) => c && c.startsWith('rgb') ? '#' + c.match(/\d+/g).slice(0, 3).map((v) => (+v).toString(16).padStart(2, '0')).join('') : c ?? '';
  const axis = (a) => ({
    grid: a.option.gridIndex ?? 0, type: a.option.type, extent: a.axis.scale.getExtent(),
    labels: a.option.type === 'category' ? a.getCategories() : [],
  });
  return {
    texts: [...box.querySelectorAll('svg text')].map((t) => t.textContent),
    shapes: [...box.querySelectorAll('svg path, svg rect, svg circle')].map((p) => {
      const b = p.getBoundingClientRect();
      return { x: b.x - frame.x, y: b.y - frame.y, w: b.width, h: b.height, fill: hex(p.getAttribute('fill')), line: hex(p.getAttribute('stroke')) };
    }),
    grids: parts('grid').map((g) => { const r = g.coordinateSystem.getRect(); return { X: r.x, Y: r.y, W: r.width, H: r.height }; }),
    x: parts('xAxis').map(axis), y: parts('yAxis').map(axis),
    legend: [...el.querySelectorAll('.legend button, .legend span, .legend label')].map((b) => b.textContent),
  };
})`

// draw opens pages with all the figures in one browser.
func draw(t *testing.T, samples []kindtest.Sample) (all []drawing) {
	t.Helper()
	for some := range slices.Chunk(samples, 50) { // each costs more where a page has many hundreds
		all = append(all, drawSome(t, some)...)
	}
	return all
}

func drawSome(t *testing.T, samples []kindtest.Sample) (all []drawing) {
	t.Helper()
	page := &dashboard.Page{ID: "corpus", Title: "语料", Lang: "zh-CN", Sections: []dashboard.Section{{}}}
	for _, s := range samples {
		f := dashboard.Figure{ID: s.Name, Width: dashboard.Full, Chart: s.Screen}
		page.Sections[0].Figures = append(page.Sections[0].Figures, f)
	}
	ctx, address := pageFile(t, page)
	if err := chromedp.Run(ctx, browsertest.AtStart(keep), chromedp.EmulateViewport(1100, 900), chromedp.Navigate(address),
		allDrawn, chromedp.Evaluate(read, &all)); err != nil {
		t.Fatal(err)
	}
	if len(all) != len(samples) {
		t.Fatalf("the page has %d figures, not %d", len(all), len(samples))
	}
	return all
}

// A fault is something that ECharts drew in another way.
type fault struct{ what, detail string }

// axisFaults compares kinds, ranges and names of the axes.
func (w *drawing) axisFaults(c *chart.Chart) (all []fault) {
	for i, p := range c.Panels {
		for _, side := range []struct {
			name  string
			axes  []drawnAxis
			wants []chart.Axis
		}{{"x", w.X, []chart.Axis{p.X}}, {"y", w.Y, []chart.Axis{p.Y, p.Y2}}} {
			k := 0
			for _, a := range side.axes {
				if a.Grid != i || k >= len(side.wants) {
					continue
				}
				if f := a.differs(side.wants[k]); f != "" {
					all = append(all, fault{"axis", side.name + " " + f})
				}
				k++
			}
		}
	}
	return all
}

func (a drawnAxis) differs(want chart.Axis) string {
	switch want.Kind {
	case chart.Band:
		labels := slices.Clone(want.Labels)
		for i, depth := range want.Depth {
			labels[i] = strings.Repeat("\u3000", depth) + labels[i]
		}
		if !slices.Equal(a.Labels, labels) {
			return fmt.Sprintf("has %q and not %q", a.Labels, labels)
		}
	case chart.Linear, chart.Log:
		if !close(a.Extent[0], want.Min) || !close(a.Extent[1], want.Max) {
			return fmt.Sprintf("runs from %v to %v and not from %v to %v", a.Extent[0], a.Extent[1], want.Min, want.Max)
		}
	}
	return ""
}

func close(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1e-300, math.Abs(a), math.Abs(b)) }

// textFaults compares words: all that the chart says stand in the picture or its
// legend, and the picture says nothing else. Where lines break does not matter.
func (w *drawing) textFaults(c *chart.Chart) (all []fault) {
	shown := plainText(strings.Join(append(slices.Clone(w.Texts), w.Legend...), "\n"))
	for _, s := range wordsOf(c) {
		if !strings.Contains(shown, plainText(s)) {
			all = append(all, fault{"text", fmt.Sprintf("%q is missing in %q", s, w.Texts)})
		}
	}
	said := plainText(strings.Join(append(wordsOf(c), ticksOf(c)...), "\n"))
	for _, s := range w.Texts {
		if !strings.Contains(said, plainText(s)) {
			all = append(all, fault{"extra text", fmt.Sprintf("%q is not of the chart", s)})
		}
	}
	return all
}

// plainText leaves blanks out: lines break in other places on the screen.
func plainText(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u2009' || r == '\u200a' || r == '\u202f' {
			return -1
		}
		return r
	}, s)
}

// wordsOf are the names and values that the chart shows.
func wordsOf(c *chart.Chart) (all []string) {
	for _, t := range c.Texts {
		switch t.Role {
		case chart.RolePanel, chart.RoleValue, chart.RoleLegend, chart.RoleTick, chart.RoleAxis:
			all = append(all, t.S)
		case chart.RoleNote:
			if c.Empty && !slices.ContainsFunc(c.Notes, func(n string) bool { return plainText(n) == plainText(t.S) }) { // 无数据 stands in the place of the marks
				all = append(all, t.S)
			}
		}
	}
	return all
}

// ticksOf are texts that the picture may hold besides: labels of all ticks and
// bands, and whole labels that paper breaks or leaves out.
func ticksOf(c *chart.Chart) (all []string) {
	for _, p := range c.Panels {
		for _, a := range []chart.Axis{p.X, p.Y, p.Y2} {
			all = append(all, a.Labels...)
			for _, t := range a.Ticks {
				all = append(all, t.Label)
			}
		}
		for _, m := range p.Marks {
			_, _, data := dataOf(m)
			for _, d := range data {
				all = append(all, d.Label.Text, d.Name)
			}
			if l, ok := m.(chart.Lines); ok {
				all = append(all, l.End.Text)
			}
			if s, ok := m.(chart.Slices); ok {
				all = append(all, s.Title, s.Sub)
			}
		}
	}
	return all
}

// colorFaults are slices, cells and areas whose colour is not in the picture.
func (w *drawing) colorFaults(c *chart.Chart) (all []fault) {
	for _, p := range c.Panels {
		for _, m := range p.Marks {
			_, color, data := dataOf(m)
			switch m := m.(type) {
			case chart.Slices:
				data = slices.Clone(data)
				for i := range data {
					data[i].Missing = data[i].Missing || m.From[i] == m.To[i] || m.Inner[i] == m.Outer[i]
				}
			case chart.Areas, chart.Cells:
			default:
				continue
			}
			for _, d := range data {
				want := string(or(d.Color, color))
				if want != "" && !d.Missing && !slices.ContainsFunc(w.Shapes, func(s shape) bool { return s.Fill == want }) {
					all = append(all, fault{"colour", fmt.Sprintf("no %s for %s %s", want, d.Name, d.Text)})
				}
			}
		}
	}
	return all
}

// pixel is how far a shape may be from where its value puts it: ECharts snaps
// bars to whole pixels.
const pixel = 1.6

// markFaults compares bars and dots with their values.
func (w *drawing) markFaults(c *chart.Chart) (all []fault) {
	for i, p := range c.Panels {
		if i >= len(w.Grids) {
			continue
		}
		p.Area = chart.Rect{X: w.Grids[i].X, Y: w.Grids[i].Y, W: w.Grids[i].W, H: w.Grids[i].H}
		for _, m := range p.Marks {
			switch m := m.(type) {
			case chart.Bars:
				for _, d := range m.Data {
					if want, ok := barBox(&p, m, d); ok && want.W > pixel && want.H > pixel && !slices.ContainsFunc(w.Shapes, want.covers) {
						all = append(all, fault{"bar", fmt.Sprintf("no bar %v for %s %s", want, d.Name, d.Text)})
					}
				}
			case chart.Points:
				for _, d := range m.Data {
					if want, ok := dotAt(c, &p, m.Second, d, or(d.Color, m.Color)); ok && !slices.ContainsFunc(w.Shapes, want.isMiddleOf) {
						all = append(all, fault{"dot", fmt.Sprintf("no dot %v for %s %s", want, d.Name, d.Text)})
					}
				}
			case chart.Lines:
				for _, d := range m.Data {
					if want, ok := dotAt(c, &p, m.Second, d, m.Color); ok && m.Dots && !slices.ContainsFunc(w.Shapes, want.isMiddleOf) {
						all = append(all, fault{"line", fmt.Sprintf("no dot %v for %s %s", want, d.Name, d.Text)})
					}
				}
			}
		}
	}
	return all
}

func (r rect) covers(s shape) bool {
	return s.Fill == r.Fill && math.Abs(r.X-s.X) <= pixel && math.Abs(r.Y-s.Y) <= pixel &&
		math.Abs(r.W-s.W) <= pixel && math.Abs(r.H-s.H) <= pixel
}

func (r circle) isMiddleOf(s shape) bool {
	return (s.Fill == r.Fill || s.Line == r.Fill) && math.Abs(r.X-s.X-s.W/2) <= pixel && math.Abs(r.Y-s.Y-s.H/2) <= pixel
}
