package echarts

import (
	"encoding/json"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
)

// The types below are go-echarts' with the fields that it lacks, and with those
// whose Go type would lose a value: in JSON the outer field wins. A field without
// omitempty is written at zero, because ECharts has another default or because
// the scripts of the page read it.

// An option visits go-echarts' set of options when that is written, and puts in
// all that is of the types below.
type option struct {
	charts.BaseConfigurationVisitor
	textStyle textStyle
	titles    []title
	legend    *legend
	tooltip   tooltip
	grids     []grid
	xAxes     []axis
	yAxes     []axis
	series    []*series
	sources   []source   // not ECharts': what datum.sources points at
	layout    layoutSize // not ECharts': the size that the chart was laid out for
}

// Visit puts o into the options that go-echarts has written, and takes out those
// that it writes for every chart.
func (o *option) Visit(all map[string]any) {
	delete(all, "toolbox")
	delete(all, "legend")
	if o.legend != nil {
		all["legend"] = o.legend
	}
	all["textStyle"], all["tooltip"], all["layout"] = o.textStyle, o.tooltip, o.layout
	all["series"] = o.series
	list(all, "title", o.titles)
	list(all, "grid", o.grids)
	list(all, "xAxis", o.xAxes)
	list(all, "yAxis", o.yAxes)
	list(all, "sources", o.sources)
}

// list puts in a list of components unless it is empty.
func list[T any](all map[string]any, name string, components []T) {
	delete(all, name)
	if len(components) > 0 {
		all[name] = components
	}
}

type layoutSize struct {
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
	Legend float64 `json:"legend,omitempty"` // of the height
	Part   bool    `json:"part,omitempty"`   // of a longer ranking, its first rows
	Rows   bool    `json:"rows,omitempty"`   // names stand one under another: the height does not shrink with the width
}

type textStyle struct {
	opts.TextStyle
	FontSize float64 `json:"fontSize,omitempty"` // theirs is whole
}

type title struct {
	opts.Title
	Padding       float64   `json:"padding"`
	ItemGap       float64   `json:"itemGap"`
	TitleStyle    textStyle `json:"textStyle"`
	SubtitleStyle textStyle `json:"subtextStyle,omitzero"`
}

type legend struct {
	opts.Legend
	Data         []legendItem `json:"data"` // they have no type for it
	ItemGap      float64      `json:"itemGap"`
	SelectedMode bool         `json:"selectedMode"` // theirs is text, and ECharts takes "false" for true
	TextStyle    textStyle    `json:"textStyle"`
}

type legendItem struct {
	Name      string         `json:"name"`
	Icon      string         `json:"icon"`
	ItemStyle opts.ItemStyle `json:"itemStyle"`
}

type tooltip struct {
	opts.Tooltip
	Formatter   function  `json:"formatter"`
	Confine     bool      `json:"confine"`
	ClassName   string    `json:"className"`
	BorderWidth float64   `json:"borderWidth"`
	TextStyle   textStyle `json:"textStyle"`
}

type grid struct {
	opts.Grid
	OuterBoundsMode string `json:"outerBoundsMode"`
}

// An axis is of either direction: go-echarts' axes to the right have all fields
// of those upwards, and more.
type axis struct {
	opts.XAxis
	GridIndex     int       `json:"gridIndex"` // the scripts read 0
	NameTextStyle textStyle `json:"nameTextStyle,omitzero"`
	AxisTick      axisTick  `json:"axisTick"`
	AxisLabel     axisLabel `json:"axisLabel"`
}

type axisTick struct {
	opts.AxisTick
	CustomValues []float64 `json:"customValues,omitempty"` // also where the split lines stand
}

type axisLabel struct {
	opts.AxisLabel
	Formatter    *function `json:"formatter,omitempty"`
	Interval     int       `json:"interval"` // theirs is text
	CustomValues []float64 `json:"customValues,omitempty"`
	FontSize     float64   `json:"fontSize,omitempty"` // theirs is whole
}

type series struct {
	charts.SingleSeries
	XAxisIndex       int        `json:"xAxisIndex"` // the scripts read 0, here and in the next
	YAxisIndex       int        `json:"yAxisIndex"`
	Silent           bool       `json:"silent,omitempty"`
	ShowAllSymbol    bool       `json:"showAllSymbol,omitempty"`
	StillShowZeroSum types.Bool `json:"stillShowZeroSum,omitempty"`
	RenderItem       *function  `json:"renderItem,omitempty"` // theirs is script
	Label            label      `json:"label"`
	LineStyle        *lineStyle `json:"lineStyle,omitempty"`
	AreaStyle        *areaStyle `json:"areaStyle,omitempty"`
	LabelLine        *labelLine `json:"labelLine,omitempty"`
	MarkLine         *markLine  `json:"markLine,omitempty"`
	MarkArea         *markArea  `json:"markArea,omitempty"`
	Data             []item     `json:"data"`
	Panel            string     `json:"panel,omitempty"` // not ECharts': the value of the data that the panel shows

	NodeWidth        float64 `json:"nodeWidth,omitempty"` // theirs is whole
	NodeGap          string  `json:"nodeGap,omitempty"`   // of the height, which the page turns into pixels
	LayoutIterations *int    `json:"layoutIterations,omitempty"`
	Links            []item  `json:"links,omitempty"`

	EndAngle *float64 `json:"endAngle,omitempty"` // theirs has no zero

	GeoJSON          *featureCollection `json:"geoJSON,omitempty"` // not ECharts': the page registers it under the name of the map
	AspectScale      float64            `json:"aspectScale,omitempty"`
	PreserveAspect   string             `json:"preserveAspect,omitempty"`
	ShowLegendSymbol *bool              `json:"showLegendSymbol,omitempty"`

	NodeClick   *bool           `json:"nodeClick,omitempty"` // theirs has no false
	Breadcrumb  *breadcrumb     `json:"breadcrumb,omitempty"`
	SquareRatio float64         `json:"squareRatio,omitempty"`
	Sort        json.RawMessage `json:"sort,omitempty"` // theirs has no null
	UpperLabel  *upperLabel     `json:"upperLabel,omitempty"`
	Emphasis    *emphasis       `json:"emphasis,omitempty"`
}

// unsorted is the order of the data.
var unsorted = json.RawMessage("null")

type breadcrumb struct {
	Show bool `json:"show"`
}

type upperLabel struct {
	opts.UpperLabel
	Formatter function `json:"formatter"` // theirs is a template
}

type emphasis struct {
	opts.Emphasis
	LineStyle *opts.LineStyle `json:"lineStyle,omitempty"`
}

// An item is one entry of series.data. A nil in Value is a gap.
type item struct {
	opts.CustomData
	Value      []*float64 `json:"value,omitempty"` // 64 bits of each number
	SymbolSize *float64   `json:"symbolSize,omitempty"`
	Label      *label     `json:"label,omitempty"`
	Datum      datum      `json:"datum"`

	Children []*item `json:"children,omitempty"` // of a part of a whole

	ID        *int            `json:"id,omitempty"` // of a node: two may be called alike
	LocalY    *float64        `json:"localY,omitempty"`
	Source    *int            `json:"source,omitempty"` // of a link
	Target    *int            `json:"target,omitempty"`
	LineStyle *opts.LineStyle `json:"lineStyle,omitempty"`
}

// A datum is not ECharts': what the functions of the page say about an item.
type datum struct {
	Label    string `json:"label,omitempty"` // the text beside the mark
	Text     string `json:"text,omitempty"`  // the value with its unit, in the tooltip
	Share    string `json:"share,omitempty"`
	Computed bool   `json:"computed,omitempty"`
	Sources  []int  `json:"sources,omitempty"`

	Path []string `json:"path,omitempty"` // the names above it
}

// A source is not ECharts': a place of a report.
type source struct {
	Report string `json:"report"`
	Table  string `json:"table,omitempty"`
	Line   int    `json:"line,omitempty"`
	Quote  string `json:"quote,omitempty"`
	Place  string `json:"place,omitempty"`

	Contested string `json:"contested,omitempty"`
}

type lineStyle struct {
	opts.LineStyle
	Width float64 `json:"width"` // theirs leaves out 0, the line of an area
}

type areaStyle struct {
	opts.AreaStyle
	Origin float64 `json:"origin"` // theirs is text, which ECharts reads as "auto"
}

type label struct {
	opts.Label
	Formatter       *function `json:"formatter,omitempty"`
	TextBorderColor string    `json:"textBorderColor,omitempty"` // a halo that keeps lines off the text
	TextBorderWidth float64   `json:"textBorderWidth,omitempty"`
	Rotate          *int      `json:"rotate,omitempty"` // theirs has no zero
	Width           float64   `json:"width,omitempty"`
	Overflow        string    `json:"overflow,omitempty"`
	Padding         []float64 `json:"padding,omitempty"` // theirs is text
}

type labelLine struct {
	opts.LabelLine
	Length float64 `json:"length"`
}

type markLine struct {
	opts.MarkLines
	Z         int        `json:"z"` // 1 lies under the marks
	Silent    bool       `json:"silent"`
	Animation bool       `json:"animation"`
	Label     label      `json:"label"`
	Data      []markItem `json:"data"`
}

// A markArea is a list of bands, each by its two edges.
type markArea struct {
	opts.MarkAreas
	Silent bool          `json:"silent"`
	Label  label         `json:"label"`
	Data   [][2]markItem `json:"data"`
}

// A markItem is a place on the value axis. go-echarts' have no line, no label.
type markItem struct {
	Name      string          `json:"name,omitempty"`
	XAxis     *float64        `json:"xAxis,omitempty"`
	YAxis     *float64        `json:"yAxis,omitempty"`
	LineStyle *opts.LineStyle `json:"lineStyle,omitempty"`
	ItemStyle *opts.ItemStyle `json:"itemStyle,omitempty"`
	Label     *label          `json:"label,omitempty"`
}

// A function names one of the page's own functions and gives it plain data. JSON
// cannot hold functions, and no text of a report or a spec ever becomes one.
type function struct {
	Name   string    `json:"$fn"`
	At     []float64 `json:"at,omitempty"`   // tick: the values …
	Text   []string  `json:"text,omitempty"` // … and their labels
	XBands int       `json:"xBands,omitempty"`
	YBands int       `json:"yBands,omitempty"`
	Width  float64   `json:"width,omitempty"` // bar: in bands
	Offset float64   `json:"offset,omitempty"`
}
