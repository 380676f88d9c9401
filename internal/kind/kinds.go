package kind

// A kind makes the content of a figure.
type kind struct {
	name string
	make func(*builder)
}

// kinds are the chart kinds, in the order of help.
var kinds = []kind{
	{"column", columnBars},
	{"bar", bar},
	{"line", line},
	{"area", area},
	{"combo", combo},
	{"panels", panels},
	{"donut", donut},
	{"pie", pie},
	{"rose", rose},
	{"funnel", funnel},
	{"treemap", treemap},
	{"sankey", sankey},
	{"radar", radar},
	{"gauge", gauge},
	{"bullet", bullet},
	{"kpi", kpi},
	{"table", table},
	{"pictogram", pictogram},
	{"sunburst", sunburst},
	{"waterfall", waterfall},
	{"scatter", scatter},
	{"bubble", scatter},
	{"heatmap", heatmap},
	{"slope", slope},
	{"dumbbell", dumbbell},
	{"map", regions},
}

// Kinds are the names of the chart kinds.
func Kinds() []string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = k.name
	}
	return names
}
