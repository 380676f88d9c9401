package kind

import (
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/palette"
	"charts/internal/series"
	"charts/internal/spec"
)

// uses are ways to use the words that a figure may have. The first part of a name
// is the word. The names in highlight and colors are those of categories, series
// and groups of the corpus: one of them must do.
var uses = []struct {
	name   string
	change func(f *spec.Figure)
}{
	{"title", func(f *spec.Figure) { f.Title = at("另一题") }},
	{"subtitle", func(f *spec.Figure) { f.Subtitle = at("副题") }},
	{"note", func(f *spec.Figure) { f.Note = at("注") }},
	{"alt", func(f *spec.Figure) { f.Alt = at("听") }},
	{"figure", func(f *spec.Figure) { f.Number = at("图 3") }},
	{"theme", func(f *spec.Figure) { f.Theme = at("dark") }},
	{"text", func(f *spec.Figure) { f.Text = at("outlines") }},
	{"size", func(f *spec.Figure) { f.Size = at("120mm") }},
	{"format", func(f *spec.Figure) { f.Format = at("0.000") }},
	{"unit", func(f *spec.Figure) { f.Unit = at("匹") }},
	{"stack", func(f *spec.Figure) { f.Stack = at("true") }},
	{"stack percent", func(f *spec.Figure) { f.Stack = at("percent") }},
	{"mark", func(f *spec.Figure) { f.Mark = at("line") }},
	{"labels", func(f *spec.Figure) { f.Labels.Pos = at("").Pos }},
	{"axis title", func(f *spec.Figure) { f.Axis.Title = at("轴") }},
	{"axis min", func(f *spec.Figure) { f.Axis.Min = spec.At[float64]{V: -50, Pos: at("").Pos} }},
	{"axis max", func(f *spec.Figure) { f.Axis.Max = spec.At[float64]{V: 2000, Pos: at("").Pos} }},
	{"axis log", func(f *spec.Figure) { f.Axis.Log = spec.At[bool]{V: true, Pos: at("").Pos} }},
	{"reference", func(f *spec.Figure) { f.Reference = []spec.Reference{{Value: at("150")}} }},
	{"reference mean", func(f *spec.Figure) { f.Reference = []spec.Reference{{Value: at("mean")}} }},
	{"reference band", func(f *spec.Figure) {
		f.Reference = []spec.Reference{{From: spec.At[float64]{V: 100}, To: spec.At[float64]{V: 200}}}
	}},
	{"annotations", func(f *spec.Figure) { f.Annotations = []spec.Annotation{{At: at("专业甲0"), Text: at("注")}} }},
	{"legend", func(f *spec.Figure) { f.Legend = at("true") }},
	{"legend", func(f *spec.Figure) { f.Legend = at("false") }},
	{"highlight", func(f *spec.Figure) { f.Highlight = []spec.At[string]{at("专业甲0")} }},
	{"highlight", func(f *spec.Figure) { f.Highlight = []spec.At[string]{at("计划数")} }},
	{"highlight", func(f *spec.Figure) { f.Highlight = []spec.At[string]{at("东部")} }},
	{"highlight nothing", func(f *spec.Figure) { f.Highlight = []spec.At[string]{at("没有")} }},
	{"colors", func(f *spec.Figure) { f.Colors = []spec.Color{{Name: at("专业甲0"), Value: at("#123456")}} }},
	{"colors", func(f *spec.Figure) { f.Colors = []spec.Color{{Name: at("计划数"), Value: at("#123456")}} }},
	{"colors", func(f *spec.Figure) { f.Colors = []spec.Color{{Name: at("东部"), Value: at("#123456")}} }},
	{"colors nothing", func(f *spec.Figure) { f.Colors = []spec.Color{{Name: at("没有"), Value: at("#123456")}} }},
	{"limits", func(f *spec.Figure) { f.Limits = ends(100, 200) }},
	{"good", func(f *spec.Figure) { f.Good = at("down") }},
	{"target", func(f *spec.Figure) { f.Target = at("300") }},
	{"compare", func(f *spec.Figure) { f.Compare = at("90") }},
	{"max", func(f *spec.Figure) { f.Max = at("3000") }},
	{"label", func(f *spec.Figure) { f.Label = at("组") }},
	{"series", func(f *spec.Figure) { f.Series = at("组") }},
}

func ends(all ...float64) (list []spec.At[float64]) {
	for _, v := range all {
		list = append(list, spec.At[float64]{V: v, Pos: at("").Pos})
	}
	return list
}

// A word that a kind takes changes the picture, or the message says where it
// stands: no word is taken for nothing.
func TestNoWordIsIgnored(t *testing.T) {
	for _, kind := range spec.Kinds {
		heard := map[string]bool{}
		for _, use := range uses {
			word, _, _ := strings.Cut(use.name, " ")
			heard[use.name] = heard[use.name] || !takes(kind, word) || matters(kind.Name, use.change)
		}
		for name, ok := range heard {
			if !ok {
				t.Errorf("%s: %s changes nothing", kind.Name, name)
			}
		}
	}
}

// takes reports whether a spec of the kind may have a word.
func takes(kind spec.Kind, word string) bool {
	role := slices.ContainsFunc(kind.Roles, func(r spec.Role) bool { return r.Name == word })
	isRole := slices.ContainsFunc(spec.Kinds, func(k spec.Kind) bool {
		return slices.ContainsFunc(k.Roles, func(r spec.Role) bool { return r.Name == word })
	})
	isOption := slices.ContainsFunc(spec.Kinds, func(k spec.Kind) bool { return slices.Contains(k.Options, word) })
	switch {
	case word == "size":
		return !role
	case word == "target" && kind.Name == "sankey":
		return false // a column, and without it there is no figure
	case isRole:
		return role
	}
	return !isOption || slices.Contains(kind.Options, word)
}

func matters(kind string, change func(*spec.Figure)) bool {
	for _, n := range seriesCounts(kind)[:min(2, len(seriesCounts(kind)))] {
		f, data := patterns[0].figure(kind, n)
		for i := range data.Columns {
			data.Columns[i].Unit = ""
		}
		for i := range data.Rows {
			for j := range data.Rows[i].Cells {
				data.Rows[i].Cells[j].Unit = ""
			}
		}
		if kind == "gauge" {
			data.Rows = data.Rows[:1]
		}
		o := Options{Shapes: shapesOf(data)}
		base, _ := Resolve(f, data, o)
		g := *f
		change(&g)
		c, problems := Resolve(&g, data, o)
		located := slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.Pos.Line > 0 })
		if problems.HasErrors() && located || !problems.HasErrors() && c.Hash() != base.Hash() {
			return true
		}
	}
	return false
}

// A text at a dot is where the dot is.
func TestScatterNotes(t *testing.T) {
	f := fig("scatter", "")
	f.X, f.Y, f.Label = at("人数"), at("率"), at("专业")
	f.Annotations = []spec.Annotation{{At: at("会计"), Text: at("规模最大")}}
	c, problems := Resolve(f, frame("专业 人数/人 率/%",
		[]series.Value{text("护理"), num(20, 0, "人"), num(80, 0, "%")},
		[]series.Value{text("会计"), num(183, 0, "人"), num(63, 0, "%")}), Options{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, m := range c.Panels[0].Marks {
		if notes, ok := m.(chart.Notes); ok && len(notes.Data) == 1 && notes.Data[0].X == 183 && notes.Data[0].Y == 63 {
			return
		}
	}
	t.Errorf("no note at 183, 63 in %+v", c.Panels[0].Marks)
}

// A unit is meant for the axes whose values can have it.
func TestUnitOfOneAxis(t *testing.T) {
	f := fig("scatter", "")
	f.X, f.Y, f.Unit = at("人数"), at("率"), at("%")
	c, problems := Resolve(f, frame("人数/人 率", []series.Value{num(20, 0, "人"), num(80, 0, "")}), Options{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if x, y := c.Panels[0].X.Title, c.Panels[0].Y.Title; x != "人数（人）" || y != "率（%）" {
		t.Errorf("the axes are %s and %s", x, y)
	}
}

// The columns and the line of a combo differ in colour, and both can be named.
func TestComboColors(t *testing.T) {
	f, data := patterns[0].figure("combo", 2)
	f.Highlight = nil
	groups := palette.Assign([][]string{Names(f, data)})
	c, problems := Resolve(f, data, Options{Colors: groups[0]})
	if len(problems) > 0 || len(c.Legend) != 2 || c.Legend[0].Color == c.Legend[1].Color {
		t.Errorf("%v, legend %+v", problems, c.Legend)
	}
	for _, name := range []string{"计划数", "录取数"} {
		f.Highlight = []spec.At[string]{at(name)}
		if _, problems := Resolve(f, data, Options{}); len(problems) > 0 {
			t.Errorf("highlight %s: %v", name, problems)
		}
	}
}
