package echarts

import "charts/internal/chart"

// The types below are ECharts' option in its own words; a field is named as
// https://echarts.apache.org/option.html names it. Fields without omitempty are
// always written, because ECharts has another default than Go's zero value.

type option struct {
	Animation bool       `json:"animation"`
	Aria      aria       `json:"aria"`
	TextStyle textStyle  `json:"textStyle"`
	Title     []title    `json:"title,omitempty"`
	Legend    *legend    `json:"legend,omitempty"`
	Tooltip   tooltip    `json:"tooltip"`
	Grid      []grid     `json:"grid,omitempty"`
	XAxis     []axis     `json:"xAxis,omitempty"`
	YAxis     []axis     `json:"yAxis,omitempty"`
	Series    []series   `json:"series"`
	Sources   []source   `json:"sources,omitempty"` // not ECharts': what datum.sources points at
	Layout    layoutSize `json:"layout"`            // not ECharts': the size that the chart was laid out for
}

type layoutSize struct {
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
	Rows   bool    `json:"rows,omitempty"` // names stand one under another: the height does not shrink with the width
}

type aria struct {
	Enabled bool      `json:"enabled"`
	Label   ariaLabel `json:"label"`
}

type ariaLabel struct {
	Description string `json:"description,omitempty"`
}

type textStyle struct {
	Color      chart.Color `json:"color,omitempty"`
	FontFamily string      `json:"fontFamily,omitempty"`
	FontSize   float64     `json:"fontSize,omitempty"`
	FontWeight string      `json:"fontWeight,omitempty"`
	Align      string      `json:"align,omitempty"`
}

type title struct {
	Text              string    `json:"text"`
	Subtext           string    `json:"subtext,omitempty"`
	Left              string    `json:"left"` // "12%", or pixels
	Top               string    `json:"top"`
	TextAlign         string    `json:"textAlign,omitempty"`
	TextVerticalAlign string    `json:"textVerticalAlign,omitempty"`
	Padding           float64   `json:"padding"`
	ItemGap           float64   `json:"itemGap"`
	TextStyle         textStyle `json:"textStyle"`
	SubtextStyle      textStyle `json:"subtextStyle"`
}

type legend struct {
	Data         []legendItem `json:"data"`
	Left         float64      `json:"left"`
	Top          float64      `json:"top"`
	Padding      float64      `json:"padding"`
	ItemGap      float64      `json:"itemGap"`
	ItemWidth    float64      `json:"itemWidth"`
	ItemHeight   float64      `json:"itemHeight"`
	SelectedMode bool         `json:"selectedMode"`
	TextStyle    textStyle    `json:"textStyle"`
}

type legendItem struct {
	Name      string    `json:"name"`
	Icon      string    `json:"icon"`
	ItemStyle itemStyle `json:"itemStyle"`
}

type tooltip struct {
	Trigger         string      `json:"trigger"`
	Confine         bool        `json:"confine"`
	ClassName       string      `json:"className"`
	Formatter       function    `json:"formatter"`
	BackgroundColor chart.Color `json:"backgroundColor"`
	BorderColor     chart.Color `json:"borderColor"`
	BorderWidth     float64     `json:"borderWidth"`
	TextStyle       textStyle   `json:"textStyle"`
	AxisPointer     axisPointer `json:"axisPointer"`
}

type axisPointer struct {
	Type string `json:"type"`
}

type grid struct {
	Left            string `json:"left"`
	Top             string `json:"top"`
	Right           string `json:"right"`
	Bottom          string `json:"bottom"`
	OuterBoundsMode string `json:"outerBoundsMode"`
}

type axis struct {
	Type          string    `json:"type"`
	Show          bool      `json:"show"`
	GridIndex     int       `json:"gridIndex"`
	Position      string    `json:"position,omitempty"`
	Inverse       bool      `json:"inverse"`
	Min           *float64  `json:"min,omitempty"`
	Max           *float64  `json:"max,omitempty"`
	Data          []string  `json:"data,omitempty"`
	BoundaryGap   *bool     `json:"boundaryGap,omitempty"` // false: the first and the last category lie on the edges
	Name          string    `json:"name,omitempty"`
	NameLocation  string    `json:"nameLocation,omitempty"`
	NameGap       float64   `json:"nameGap,omitempty"`
	NameTextStyle textStyle `json:"nameTextStyle"`
	AxisLine      lineShown `json:"axisLine"`
	AxisTick      axisTick  `json:"axisTick"`
	AxisLabel     axisLabel `json:"axisLabel"`
	SplitLine     lineShown `json:"splitLine"`
}

type lineShown struct {
	Show      bool      `json:"show"`
	OnZero    bool      `json:"onZero"`
	LineStyle lineStyle `json:"lineStyle"`
}

type axisTick struct {
	Show         bool      `json:"show"`
	CustomValues []float64 `json:"customValues,omitempty"` // also where the split lines stand
}

type axisLabel struct {
	Show         bool        `json:"show"`
	Interval     int         `json:"interval"`
	HideOverlap  bool        `json:"hideOverlap"`
	CustomValues []float64   `json:"customValues,omitempty"`
	Formatter    *function   `json:"formatter,omitempty"`
	Color        chart.Color `json:"color,omitempty"`
	FontSize     float64     `json:"fontSize,omitempty"`
}

type series struct {
	Type             string       `json:"type"`
	Name             string       `json:"name,omitempty"`
	CoordinateSystem string       `json:"coordinateSystem,omitempty"`
	XAxisIndex       int          `json:"xAxisIndex"`
	YAxisIndex       int          `json:"yAxisIndex"`
	Silent           bool         `json:"silent,omitempty"`
	Stack            string       `json:"stack,omitempty"`
	BarWidth         string       `json:"barWidth,omitempty"`
	BarGap           string       `json:"barGap,omitempty"`
	Step             string       `json:"step,omitempty"`
	ShowSymbol       *bool        `json:"showSymbol,omitempty"`
	ShowAllSymbol    *bool        `json:"showAllSymbol,omitempty"`
	Symbol           string       `json:"symbol,omitempty"`
	SymbolSize       *float64     `json:"symbolSize,omitempty"`
	StartAngle       *float64     `json:"startAngle,omitempty"`
	Clockwise        *bool        `json:"clockwise,omitempty"`
	StillShowZeroSum *bool        `json:"stillShowZeroSum,omitempty"`
	Center           []string     `json:"center,omitempty"`
	Radius           []string     `json:"radius,omitempty"`
	RenderItem       *function    `json:"renderItem,omitempty"`
	Encode           *encode      `json:"encode,omitempty"`
	ItemStyle        itemStyle    `json:"itemStyle"`
	LineStyle        *lineStyle   `json:"lineStyle,omitempty"`
	AreaStyle        *areaStyle   `json:"areaStyle,omitempty"`
	Label            label        `json:"label"`
	LabelLine        *labelLine   `json:"labelLine,omitempty"`
	LabelLayout      *labelLayout `json:"labelLayout,omitempty"`
	EndLabel         *label       `json:"endLabel,omitempty"`
	MarkLine         *markLine    `json:"markLine,omitempty"`
	MarkArea         *markArea    `json:"markArea,omitempty"`
	Data             []item       `json:"data"`
}

type encode struct {
	X int `json:"x"`
	Y int `json:"y"`
}

// An item is one entry of series.data. A nil in Value is a gap.
type item struct {
	Name       string     `json:"name,omitempty"`
	Value      []*float64 `json:"value"`
	SymbolSize *float64   `json:"symbolSize,omitempty"`
	ItemStyle  *itemStyle `json:"itemStyle,omitempty"`
	Label      *label     `json:"label,omitempty"`
	Datum      datum      `json:"datum"`
}

// A datum is not ECharts': what the functions of the page say about an item.
type datum struct {
	Label    string `json:"label,omitempty"` // the text beside the mark
	Text     string `json:"text,omitempty"`  // the value with its unit, in the tooltip
	Share    string `json:"share,omitempty"`
	Computed bool   `json:"computed,omitempty"`
	Sources  []int  `json:"sources,omitempty"`

	Rings [][]float64 `json:"rings,omitempty"` // of a region: x, y, x, y …

	Path []string `json:"path,omitempty"` // the names above it
}

// A source is not ECharts': a place of a report.
type source struct {
	Report string `json:"report"`
	Table  string `json:"table,omitempty"`
	Line   int    `json:"line,omitempty"`
	Quote  string `json:"quote,omitempty"`
	Place  string `json:"place,omitempty"`
}

type itemStyle struct {
	Color       chart.Color `json:"color,omitempty"`
	BorderColor chart.Color `json:"borderColor,omitempty"`
	BorderWidth float64     `json:"borderWidth"`
	Opacity     *float64    `json:"opacity,omitempty"`
}

type lineStyle struct {
	Color chart.Color `json:"color,omitempty"`
	Width float64     `json:"width"`
	Type  string      `json:"type,omitempty"`
}

type areaStyle struct {
	Color   chart.Color `json:"color"`
	Opacity float64     `json:"opacity"`
	Origin  float64     `json:"origin"`
}

type label struct {
	Show        bool        `json:"show"`
	Position    string      `json:"position,omitempty"`
	Distance    *float64    `json:"distance,omitempty"`
	Formatter   *function   `json:"formatter,omitempty"`
	Color       chart.Color `json:"color,omitempty"`
	FontSize    float64     `json:"fontSize,omitempty"`
	FontWeight  string      `json:"fontWeight,omitempty"`
	LineHeight  float64     `json:"lineHeight,omitempty"`
	BorderColor chart.Color `json:"textBorderColor,omitempty"` // a halo that keeps lines off the text
	BorderWidth float64     `json:"textBorderWidth,omitempty"`
	Overflow    string      `json:"overflow,omitempty"`
}

type labelLine struct {
	Show      bool      `json:"show"`
	Length    float64   `json:"length"`
	Length2   float64   `json:"length2"`
	LineStyle lineStyle `json:"lineStyle"`
}

type labelLayout struct {
	HideOverlap bool `json:"hideOverlap"`
}

type markLine struct {
	Z       int        `json:"z"` // 1 lies under the marks
	Silent  bool       `json:"silent"`
	Symbol  string     `json:"symbol"`
	Data    []markItem `json:"data"`
	Label   label      `json:"label"`
	Animate bool       `json:"animation"`
}

// A markArea is a list of bands, each by its two edges.
type markArea struct {
	Silent bool          `json:"silent"`
	Data   [][2]markItem `json:"data"`
	Label  label         `json:"label"`
}

type markItem struct {
	Name      string     `json:"name,omitempty"`
	XAxis     *float64   `json:"xAxis,omitempty"`
	YAxis     *float64   `json:"yAxis,omitempty"`
	LineStyle *lineStyle `json:"lineStyle,omitempty"`
	ItemStyle *itemStyle `json:"itemStyle,omitempty"`
	Label     *label     `json:"label,omitempty"`
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
	Center []float64 `json:"center,omitempty"` // sector: parts of the canvas
	Radius float64   `json:"radius,omitempty"` // sector: a part of its smaller side
}
