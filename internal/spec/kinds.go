package spec

import (
	"cmp"
	"slices"
	"strings"

	"charts/internal/message"
	"charts/internal/regexp"
)

// A Kind is a kind of chart and the roles that columns play in it.
type Kind struct {
	Name    string
	Title   message.Format // as Excel and ECharts call it
	Doc     message.Format // one sentence
	Roles   []Role
	Options []string // those of the optional words that it takes
}

// optional are the words that only some kinds take.
var optional = []string{"stack", "mark", "labels", "axis", "reference", "annotations", "legend", "highlight", "colors", "limits", "good"}

// A Role says how many columns a kind takes for it.
type Role struct {
	Name     string
	Min, Max int // Max 0: any number
	// Sentence means that the role may be missing when the data is one sentence:
	// its one row has no categories, so each value is its own.
	Sentence bool
}

// Required and optional roles of one column, and lists.
func one(name string) Role           { return Role{Name: name, Min: 1, Max: 1} }
func maybe(name string) Role         { return Role{Name: name, Max: 1} }
func many(name string, min int) Role { return Role{Name: name, Min: min} }

func words(list string) []string { return strings.Fields(list) }

// sentence is the category of charts that can be on one sentence alone. Then
// they take a list of values, whatever they take else.
var sentence = Role{Name: "category", Min: 1, Max: 1, Sentence: true}

// Kinds is every kind of chart, in the order of the manual. A series parts one
// value; where a list of values is given, each is a series, and there is no
// series role.
var Kinds = []Kind{
	{"column", "column chart", "Vertical bars from zero.", []Role{sentence, many("value", 1), maybe("series"), maybe("facet")}, words("stack axis reference annotations legend highlight colors labels limits good")},
	{"bar", "bar chart", "Horizontal bars from zero: the first choice for rankings and long names.", []Role{sentence, many("value", 1), maybe("series"), maybe("indent"), maybe("facet")}, words("stack axis reference annotations legend highlight colors labels limits good")},
	{"dot", "dot plot", "A dot for each value on the row of its category: the axis may start near the values, as that of bars may not.", []Role{sentence, many("value", 1), maybe("series"), maybe("facet")}, words("axis reference legend highlight colors labels")},
	{"lollipop", "lollipop chart", "A dot at the end of a thin line from zero, for many values of about one size.", []Role{sentence, one("value"), maybe("facet")}, words("axis reference highlight colors labels")},
	{"range", "range chart", "A bar from the low to the high value of each category, with a dot for a value between them.", []Role{one("category"), one("low"), one("high"), maybe("value"), maybe("facet")}, words("axis reference labels")},
	{"histogram", "histogram", "How many values lie in each of some equal steps.", []Role{one("value"), maybe("facet")}, words("labels")},
	{"boxplot", "box plot", "How the many values of each category spread: quartiles, median, the usual reach, and values beyond.", []Role{one("category"), one("value"), maybe("label"), maybe("facet")}, words("axis reference")},
	{"strip", "strip plot", "A dot for each row on the line of its category.", []Role{one("category"), one("value"), maybe("label"), maybe("facet")}, words("axis reference highlight")},
	{"line", "line chart", "A line for each series over equal steps, usually years. Of more than 20,000 rows of a csv or Parquet file it goes through the lowest and the highest of each step.", []Role{sentence, many("value", 1), maybe("series"), maybe("facet")}, words("axis reference annotations legend highlight colors labels")},
	{"area", "area chart", "A line with the area under it filled.", []Role{sentence, many("value", 1), maybe("series"), maybe("facet")}, words("stack axis reference annotations legend highlight colors")},
	{"combo", "combination chart", "Columns and a line: the last value is the line, on its own axis when its unit differs.", []Role{one("category"), many("value", 2)}, words("reference annotations legend highlight colors labels")},
	{"panels", "panels", "A small chart for each value, side by side where there is room, all with the same categories.", []Role{one("category"), many("value", 1)}, words("mark reference highlight colors labels")},
	{"donut", "donut chart", "Shares of a whole as a ring with the total in its middle, up to six.", []Role{sentence, one("value"), maybe("facet")}, words("highlight colors labels")},
	{"pie", "pie chart", "Shares of a whole as a disc.", []Role{sentence, one("value"), maybe("facet")}, words("highlight colors labels")},
	{"waffle", "waffle chart", "Shares of a whole as a hundred cells, each one percent.", []Role{sentence, one("value"), maybe("facet")}, words("highlight colors labels")},
	{"rose", "rose chart", "Sectors of equal angle whose radius shows the value.", []Role{sentence, one("value"), maybe("facet")}, words("highlight colors labels")},
	{"funnel", "funnel chart", "Steps that lose some at each, the widest on top.", []Role{sentence, one("value"), maybe("facet")}, words("highlight colors labels")},
	{"waterfall", "waterfall chart", "Gains and losses that lead from a first value to a last.", []Role{sentence, one("value"), maybe("facet")}, words("labels axis legend")},
	{"pictogram", "pictogram", "Rows of equal signs that can be counted, each for one or a round number.", []Role{sentence, one("value"), maybe("facet")}, words("highlight colors labels")},
	{"slope", "slope chart", "Two values of each category, joined by a line.", pairRoles, words("axis highlight colors labels")},
	{"dumbbell", "dumbbell chart", "Two values of each category as dots on one row.", pairRoles, words("axis legend highlight colors labels")},
	{"scatter", "scatter plot", "A dot for each row at two numbers. Of more than 20,000 rows of a csv or Parquet file one stands for those that lie on one another.", []Role{one("x"), one("y"), maybe("size"), maybe("series"), maybe("label"), maybe("facet")}, words("axis reference annotations legend highlight colors labels")},
	{"bubble", "bubble chart", "A dot for each row at two numbers, its area a third.", []Role{one("x"), one("y"), one("size"), maybe("series"), maybe("label"), maybe("facet")}, words("axis reference annotations legend highlight colors labels")},
	{"heatmap", "heat map", "A grid of cells coloured by value.", []Role{one("x"), one("y"), one("value"), maybe("facet")}, words("labels")},
	{"calendar", "calendar", "A cell for each day, month or quarter, coloured by value: days in weeks, months in a row for each year.", []Role{one("category"), one("value")}, words("labels")},
	{"radar", "radar chart", "A closed line for each series over spokes.", []Role{sentence, many("value", 1), maybe("series"), maybe("max"), maybe("facet")}, words("legend highlight colors")},
	{"treemap", "treemap", "Rectangles inside rectangles, sized by value.", []Role{many("path", 1), maybe("value"), maybe("facet")}, words("highlight colors labels")},
	{"sunburst", "sunburst", "Rings around rings, sized by value.", []Role{many("path", 1), maybe("value"), maybe("facet")}, words("highlight colors labels")},
	{"sankey", "Sankey diagram", "Ribbons from sources to targets, as thick as the value.", []Role{one("source"), one("target"), one("value"), maybe("facet")}, words("highlight labels")},
	{"gauge", "gauge", "One value on a half circle.", []Role{one("value"), maybe("target"), maybe("max"), maybe("facet")}, words("limits good")},
	{"bullet", "bullet chart", "One value as a bar against its target.", []Role{one("value"), maybe("target"), maybe("max")}, words("limits good")},
	{"kpi", "number card", "One large number with its change.", []Role{one("value"), maybe("target"), maybe("compare")}, words("limits good")},
	{"table", "data table", "The rows as a table, with bars or small lines in its cells.", []Role{many("columns", 1)}, nil},
	{"map", "map", "Regions coloured by value.", []Role{one("category"), one("value"), one("geojson"), maybe("facet")}, words("labels")},
}

// pairRoles are two columns of values, or one that a series parts in two.
var pairRoles = []Role{one("category"), {Name: "value", Min: 1, Max: 2}, maybe("series"), maybe("facet")}

// ownOrder are the kinds that place their values by themselves.
var ownOrder = words("scatter bubble treemap sunburst sankey gauge map")

// folds reports whether rows of the kind can be summed up into one.
func (k Kind) folds() bool {
	_, place := k.role("geojson")
	return !place && slices.ContainsFunc(k.Roles, func(r Role) bool {
		return r.Name == "category" || r.Name == "path" || r.Name == "columns"
	})
}

// FindKind returns the kind of that name.
func FindKind(name string) (Kind, bool) {
	for _, k := range Kinds {
		if k.Name == name {
			return k, true
		}
	}
	return Kind{}, false
}

// otherNames are what other programs call a kind.
var otherNames = map[string]string{
	"timeseries": "line", "time series": "line",
	"柱状图": "column", "棒糖图": "lollipop", "误差棒": "range", "errorbar": "range", "频数分布": "histogram", "box": "boxplot", "箱形图": "boxplot", "beeswarm": "strip", "jitter": "strip", "横条图": "bar", "曲线图": "line", "doughnut": "donut", "圆环图": "donut", "环图": "donut",
	"圆饼图": "pie", "饼状图": "pie", "词云": "bar", "spider": "radar", "stacked": "column", "stackedbar": "bar", "horizontal-bar": "bar", "barh": "bar", "hbar": "bar", "散点": "scatter",
	"number": "kpi", "card": "kpi", "漏斗": "funnel", "树图": "treemap", "alluvial": "sankey", "parallel": "slope", "表": "table", "华夫图": "waffle", "方格图": "waffle", "日历热力图": "calendar", "calendar heatmap": "calendar",
}

// kindCalled is the kind that a Chinese or another name means, or "".
func kindCalled(name string) string {
	name = cmp.Or(manner.ReplaceAllString(name, ""), name)
	lower := strings.ToLower(name)
	plain := strings.TrimSuffix(strings.TrimSuffix(strings.NewReplacer("_", "-", " ", "-").Replace(lower), "-chart"), "s")
	for _, k := range Kinds {
		title := k.Title.In(message.Chinese)
		if k.Name == plain || k.Title.String() == name || title == name || title == name+"图" {
			return k.Name
		}
	}
	return cmp.Or(otherNames[lower], otherNames[plain])
}

// manner is how the marks of a kind stand to one another, before its name.
var manner = regexp.MustCompile(`(?i)^(?:(?:100 ?[%％]?|percent(?:age)?|stacked|grouped|clustered|堆叠|堆积|百分比|分组|簇状)[-_ ]?)+`)

// stackOf is what stack: says of a kind that is called stacked, or "".
func stackOf(name string) string {
	name = strings.ToLower(name)
	switch {
	case !strings.Contains(name, "stack") && !strings.Contains(name, "堆叠") && !strings.Contains(name, "堆积"):
		return ""
	case strings.ContainsAny(name, "%％") || strings.Contains(name, "percent") || strings.Contains(name, "100") || strings.Contains(name, "百分比"):
		return "percent"
	}
	return "true"
}

// joined are the kinds whose marks lead from each category to the next.
var joined = words("line area")

// Joins reports whether the figure's marks lead from each category to the next.
func (f *Figure) Joins() bool {
	return slices.Contains(joined, f.Chart.V) || f.Chart.V == "panels" && slices.Contains(joined, f.Mark.V)
}

// Compares reports whether the kind shows any number of series in one picture.
func (k Kind) Compares() bool {
	value, _ := k.role("value")
	_, series := k.role("series")
	return value.Min > 0 && value.Max == 0 && series
}

// Pair reports whether the kind compares exactly two values of each category.
func (k Kind) Pair() bool {
	r, ok := k.role("value")
	return ok && r.Max == 2
}

// sentence reports whether the kind can be on one sentence alone.
func (k Kind) sentence() bool {
	r, _ := k.role("category")
	return r.Sentence
}

func (k Kind) role(name string) (Role, bool) {
	for _, r := range k.Roles {
		if r.Name == name {
			return r, true
		}
	}
	return Role{}, false
}

// RowPath is the hidden column of where a row stands among those of its table.
const RowPath = "_label"

// roleNames are the words of a figure that name columns. Size and source are
// roles in some kinds only, and common words in all others.
var roleNames = []string{"category", "value", "series", "x", "y", "label", "path", "target", "compare", "max", "low", "high", "indent", "geojson", "columns", "facet"}

// Role returns the columns that the figure gives to a role, in order; none when
// the role is not set. Target and max may be numbers instead.
func (f *Figure) Role(name string) []At[string] {
	switch name {
	case "value":
		return f.Value
	case "path":
		return f.Levels
	case "columns":
		var names []At[string]
		for _, c := range f.Columns {
			if c.Name.Set() {
				names = append(names, c.Name)
			}
		}
		return names
	}
	if a := f.single(name); a.Set() {
		return []At[string]{a}
	}
	return nil
}

// single returns a role of one column.
func (f *Figure) single(name string) At[string] {
	switch name {
	case "category":
		return f.Category
	case "series":
		return f.Series
	case "x":
		return f.X
	case "y":
		return f.Y
	case "label":
		return f.Label
	case "target":
		return f.Target
	case "compare":
		return f.Compare
	case "max":
		return f.Max
	case "low":
		return f.Low
	case "high":
		return f.High
	case "indent":
		if f.Indent.V != RowPath { // which every row has
			return f.Indent
		}
	case "geojson":
		return f.GeoJSON
	case "facet":
		return f.Facet.Column
	case "size":
		if f.sizeIsRole() {
			return f.Size
		}
	case "source":
		if f.sourceIsRole() {
			return f.Source
		}
	}
	return At[string]{}
}

// sizeIsRole reports whether size names a column: in the kinds that have the
// role, anything that does not look like the size of a picture.
func (f *Figure) sizeIsRole() bool {
	k, _ := FindKind(f.Chart.V)
	_, ok := k.role("size")
	return ok && !sizeForm.MatchString(f.Size.V)
}

func (f *Figure) sourceIsRole() bool {
	k, _ := FindKind(f.Chart.V)
	_, ok := k.role("source")
	return ok
}

// PictureSize is the size of the picture, unset when size names a column.
func (f *Figure) PictureSize() At[string] {
	if f.sizeIsRole() {
		return At[string]{}
	}
	return f.Size
}

// SourceLine is the line under the figure, unset when source names a column.
func (f *Figure) SourceLine() At[string] {
	if f.sourceIsRole() {
		return At[string]{}
	}
	return f.Source
}
