package spec

import (
	"reflect"
	"slices"
	"strings"

	"charts/internal/message"

	"github.com/goccy/go-yaml/ast"
)

const (
	forECharts = "write chart: for the type of the series, category: and value: for columns, and data: {file: …} for a .csv file with the numbers"
	forChartJS = "write chart: for type, category: and value: for columns, and data: {file: …} for a .csv file with the labels and numbers"
	forVega    = "write chart: for mark, category: and value: for the fields of x and y, and data: {file: …} for data.url"
	forPlotly  = "write chart: for the type of the trace, category: and value: for columns, and data: {file: …} for a .csv file with its x and y"
)

// foreigners are programs whose figures people paste, each with a path of words that leads
// to words there and to none or to a text here, and what ours are for theirs.
var foreigners = []struct {
	path, program string
	hint          message.Format
}{
	{"encoding", "Vega-Lite", forVega}, {"layer", "Vega-Lite", forVega},
	{"plotOptions", "Highcharts", forECharts}, {"chart", "Highcharts", forECharts}, {"metadata.visualize", "Datawrapper", forChartJS},
	{"xAxis", "ECharts", forECharts}, {"series", "ECharts", forECharts}, {"option.series", "ECharts", forECharts},
	{"data.datasets", "Chart.js", forChartJS},
	{"layout", "Plotly", forPlotly},
}

// misplaced refuses a page among the figures, or a figure among the pages, in one message.
func (d *decoder) misplaced(entries []entry, what reflect.Type) bool {
	chart := slices.IndexFunc(entries, func(e entry) bool { return e.name == "chart" })
	page := slices.IndexFunc(entries, func(e entry) bool { return slices.Contains([]string{"figures", "sections", "cards"}, e.name) })
	switch {
	case what == reflect.TypeFor[Figure]() && chart < 0 && page >= 0:
		d.errorf(entries[page].key, "misplaced", "this is a dashboard among the figures").Hintf("move the file into the folder dashboards")
	case what == reflect.TypeFor[Dashboard]() && chart >= 0 && page < 0:
		d.errorf(entries[chart].key, "misplaced", "this is a figure among the dashboards").Hintf("move the file into the folder figures")
	default:
		return false
	}
	return true
}

// foreign refuses a figure that is written for another program in one message: that none
// of its words is known would not help.
func (d *decoder) foreign(root ast.Node) bool {
	for _, f := range foreigners {
		if key := below(root, f.path); key != nil {
			d.errorf(key, "foreign", "this figure is written for %s", f.program).Hintf(f.hint)
			return true
		}
	}
	return false
}

// below is the last word of a path, if words are under it.
func below(n ast.Node, path string) ast.Node {
	word, rest, more := strings.Cut(path, ".")
	m, ok := n.(ast.MapNode)
	if !ok {
		return nil
	}
	for it := m.MapRange(); it.Next(); {
		switch key, value := it.Key(), it.Value(); {
		case key.GetToken().Value != word:
		case more:
			return below(value, rest)
		case holdsWords(value):
			return key
		}
	}
	return nil
}

// holdsWords reports whether a value is a mapping or a list of such.
func holdsWords(n ast.Node) bool {
	if list, ok := n.(*ast.SequenceNode); ok {
		return len(list.Values) > 0 && holdsWords(list.Values[0])
	}
	_, ok := n.(ast.MapNode)
	return ok
}
