package kind

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"

	"charts/internal/series"
	"charts/internal/spec"
)

// pick is one of some things.
func pick[T any](r *rand.Rand, of ...T) T { return of[r.IntN(len(of))] }

// randomFigure is a figure of any kind over rows of every sort of cell.
func randomFigure(r *rand.Rand) (*spec.Figure, series.Frame) {
	kind := pick(r, Kinds()...)
	f := fig(kind, "类", []string{"甲", "乙", "丙"}[:1+r.IntN(3)]...)
	data := randomFrame(r, kind)
	switch kind {
	case "combo", "slope", "dumbbell":
		f = fig(kind, "类", "甲", "乙")
	case "donut", "pie", "waffle", "rose", "funnel", "waterfall", "pictogram", "calendar":
		f = fig(kind, "类", "甲")
	case "range":
		f = fig(kind, "类")
		f.Low, f.High = at("甲"), at("乙")
		for i := range data.Rows {
			if c := data.Rows[i].Cells; c[2].Num > c[3].Num {
				c[2], c[3] = c[3], c[2]
			}
		}
	case "boxplot", "strip":
		f = fig(kind, "组", "甲")
		f.Label = at("类")
	case "lollipop":
		f = fig(kind, "类", "甲")
	case "histogram":
		f = fig(kind, "", "甲")
	case "treemap", "sunburst":
		f = fig(kind, "", "甲")
		f.Levels = []spec.At[string]{at("组"), at("类")}
		if r.IntN(4) == 0 {
			f.Value = nil
			return f, data
		}
	case "sankey":
		f = fig(kind, "", "甲")
		f.Source, f.Target = at("组"), at("类")
	case "heatmap":
		f = fig(kind, "", "甲")
		f.X, f.Y = at("组"), at("类")
	case "scatter", "bubble":
		f = fig(kind, "", "")
		f.Value, f.X, f.Y, f.Label = nil, at("甲"), at("乙"), at("类")
		if kind == "bubble" {
			f.Size = at("丙")
		}
	case "gauge", "bullet", "kpi":
		f = fig(kind, "", "甲")
		f.Target = at("乙")
	case "table":
		f = fig(kind, "", "")
		f.Value, f.Columns = nil, []spec.TableCol{{Name: at("类")}, {Name: at("甲"), As: at(pick(r, "", "bar"))}, {Name: at("乙")}}
	}
	options(r, f, data)
	return f, data
}

// options are words of the spec that change how numbers are shown.
func options(r *rand.Rand, f *spec.Figure, data series.Frame) {
	switch f.Chart.V {
	case "column", "bar", "area":
		if s := pick(r, "", "true", "percent"); s != "" {
			f.Stack = at(s)
		}
	}
	if r.IntN(2) == 0 {
		f.Labels = spec.At[bool]{V: r.IntN(4) > 0, Pos: at("").Pos}
	}
	if r.IntN(4) == 0 {
		f.Format = at(pick(r, "0", "0.0", "0,0.00", "wan", "yi", "yi 0.0"))
	}
	if r.IntN(6) == 0 && data.Columns[2].Unit == "元" {
		f.Unit = at("万元")
	}
}

// randomFrame are rows with and without names, of values that are missing, zero,
// huge, tiny, computed, below zero or qualified.
func randomFrame(r *rand.Rand, kind string) series.Frame {
	unit := pick(r, "人", "元", "万元", "%", "", "m²")
	units := []string{unit, unit, unit}
	if r.IntN(4) == 0 {
		units[1] = pick(r, "人", "%")
	}
	if unit == "元" && r.IntN(3) == 0 {
		units[1] = "万元"
	}
	data := series.Frame{Columns: []series.Column{{Name: "类"}, {Name: "组"}, {Name: "甲", Unit: units[0]}, {Name: "乙", Unit: units[1]}, {Name: "丙", Unit: units[2]}}}
	size, negative := r.IntN(10), r.IntN(3) == 0
	n := 1 + r.IntN(8)
	switch kind {
	case "gauge":
		n = 1
	case "calendar":
		n = min(n, 4)
	}
	when := pick(r, "2023年%d月", "2023年第%d季度", "2023-02-2%d")
	for i := range n {
		row := series.Row{Sources: []series.Source{{Report: "年报.txt", Table: "表 1", Line: 10 + i}}}
		row.Cells = []series.Value{text(string([]rune("子丑寅卯辰巳午未")[i])), text(pick(r, "东", "西"))}
		if kind == "line" && r.IntN(2) == 0 {
			row.Cells[0] = text(strconv.Itoa(2000+3*i) + "年")
		}
		if kind == "calendar" {
			row.Cells[0] = text(fmt.Sprintf(when, 1+i))
		}
		for k := range 2 {
			if r.IntN(12) == 0 {
				row.Cells[k] = series.Value{}
			}
		}
		for _, u := range units {
			row.Cells = append(row.Cells, randomValue(r, u, size, negative))
		}
		data.Rows = append(data.Rows, row)
	}
	return data
}

func randomValue(r *rand.Rand, unit string, size int, negative bool) series.Value {
	decimals := r.IntN(4)
	n := float64(r.IntN(9000)+1000) * math.Pow10(r.IntN(size+1)-3)
	switch r.IntN(12) {
	case 0:
		return series.Value{}
	case 1:
		n = 0
	case 2:
		n = float64(r.IntN(100))
	}
	if negative && r.IntN(3) == 0 {
		n = -n
	}
	printed := strconv.FormatFloat(n, 'f', decimals, 64)
	n, _ = strconv.ParseFloat(printed, 64)
	v := series.Value{Kind: series.Number, Num: n + 0, Text: printed, Unit: unit, Decimals: decimals, Computed: r.IntN(15) == 0}
	if r.IntN(8) == 0 {
		v.Qualifier = pick(r, "约", "近", "余", "以上")
	}
	return v
}
