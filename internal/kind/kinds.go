package kind

// A kind makes the content of a figure.
type kind struct {
	name string
	make func(*draft)
}

// kinds are the chart kinds, in the order of help.
var kinds = []kind{
	{"column", (*draft).column},
	{"bar", (*draft).bar},
	{"line", (*draft).line},
	{"area", (*draft).area},
	{"combo", (*draft).combo},
	{"panels", (*draft).panels},
	{"donut", (*draft).donut},
	{"pie", (*draft).pie},
	{"rose", (*draft).rose},
	{"funnel", (*draft).funnel},
	{"treemap", (*draft).treemap},
	{"sankey", (*draft).sankey},
	{"radar", (*draft).radar},
	{"gauge", (*draft).gauge},
	{"bullet", (*draft).bullet},
	{"kpi", (*draft).kpi},
	{"table", (*draft).table},
	{"pictogram", (*draft).pictogram},
	{"sunburst", (*draft).sunburst},
	{"waterfall", (*draft).waterfall},
	{"scatter", (*draft).scatter},
	{"bubble", (*draft).scatter},
	{"heatmap", (*draft).heatmap},
	{"slope", (*draft).slope},
	{"dumbbell", (*draft).dumbbell},
	{"map", (*draft).regions},
}

// Kinds are the names of the chart kinds.
func Kinds() []string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = k.name
	}
	return names
}
