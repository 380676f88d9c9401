package echarts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"charts/internal/chart"
)

// A look is how the parts of a chart are drawn that its style decides.
type look struct{ *chart.Style }

// newSeries is a series without data. The text of a label is its datum's, never
// a template.
func (l look) newSeries(s charts.SingleSeries) *series {
	return &series{SingleSeries: s, Data: []item{}, Label: label{
		Label:     opts.Label{Show: opts.Bool(false), Color: string(l.Ink), FontSize: float32(l.TextSize)},
		Formatter: &function{Name: "label"},
	}}
}

func text(c chart.Color, size float64) textStyle {
	return textStyle{TextStyle: opts.TextStyle{Color: string(c)}, FontSize: size}
}

func bold(c chart.Color, size float64) textStyle {
	s := text(c, size)
	s.FontWeight = weight(true)
	return s
}

func weight(bold bool) string {
	if bold {
		return "bold"
	}
	return "normal"
}

func filled(c chart.Color) *opts.ItemStyle { return &opts.ItemStyle{Color: string(c)} }

// opaque is a colour for points: ECharts' own let the light through.
func opaque(c chart.Color) *opts.ItemStyle {
	return &opts.ItemStyle{Color: string(c), Opacity: opts.Float(1)}
}

// edged is a colour with an edge of the background's.
func (l look) edged(c chart.Color, width float64) *opts.ItemStyle {
	return &opts.ItemStyle{Color: string(c), BorderColor: string(l.Background), BorderWidth: float32(width)}
}

// pointed is how a mark looks at which the reader points: it fades a little, and
// keeps its colour, which ECharts would make another one. The marks that belong to
// it stay as they are, all others fade much.
func pointed(belongs string) *emphasis {
	return &emphasis{
		Emphasis:  opts.Emphasis{Focus: belongs, ItemStyle: &opts.ItemStyle{Color: "inherit", Opacity: opts.Float(0.85)}},
		LineStyle: &opts.LineStyle{Color: "inherit", Opacity: opts.Float(0.85)},
	}
}

func (l look) dot(c chart.Color, hollow bool) *opts.ItemStyle {
	s := opaque(c)
	if hollow {
		s.Color, s.BorderColor, s.BorderWidth = string(l.Background), string(c), float32(l.LineWidth)
	}
	return s
}

func solid(c chart.Color, width float64) *lineStyle {
	return &lineStyle{LineStyle: opts.LineStyle{Color: string(c), Type: "solid"}, Width: width}
}

// hair is the line of an axis or of its grid.
func (l look) hair(c chart.Color) *opts.LineStyle {
	return &opts.LineStyle{Color: string(c), Width: float32(l.GridWidth)}
}
