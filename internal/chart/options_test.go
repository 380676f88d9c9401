package chart

import (
	"slices"
	"testing"

	"charts/internal/series"
	"charts/internal/spec"
)

// changes are ways to use the words that only some kinds take. The names are
// those of categories, series and groups of the corpus.
var changes = map[string][]func(f *spec.Figure){
	"stack": {func(f *spec.Figure) { f.Stack = at("true") }},
	"mark":  {func(f *spec.Figure) { f.Mark = at("line") }},
	"axis": {
		func(f *spec.Figure) { f.Axis.Title = at("轴") },
		func(f *spec.Figure) { f.Axis.Max = spec.At[float64]{V: 9999, Pos: at("").Pos} },
	},
	"reference":   {func(f *spec.Figure) { f.Reference = []spec.Reference{{Value: at("150")}} }},
	"annotations": {func(f *spec.Figure) { f.Annotations = []spec.Annotation{{At: at("专业甲0"), Text: at("注")}} }},
	"legend": {
		func(f *spec.Figure) { f.Legend = at("true") },
		func(f *spec.Figure) { f.Legend = at("false") },
	},
	"highlight": named(func(f *spec.Figure, name string) { f.Highlight = []spec.At[string]{at(name)} }),
	"colors": named(func(f *spec.Figure, name string) {
		f.Colors = []spec.Color{{Name: at(name), Value: at("#123456")}}
	}),
}

func named(change func(f *spec.Figure, name string)) []func(f *spec.Figure) {
	var all []func(f *spec.Figure)
	for _, name := range []string{"专业甲0", "计划数", "东部"} {
		all = append(all, func(f *spec.Figure) { change(f, name) })
	}
	return all
}

// What a spec may say changes the picture: no kind takes a word for nothing.
func TestNoWordIsIgnored(t *testing.T) {
	for _, kind := range spec.Kinds {
		counts := seriesCounts(kind.Name)
		for _, word := range kind.Options {
			if kind.Name != "map" && !slices.ContainsFunc(counts[:min(2, len(counts))], func(n int) bool { return matters(kind.Name, n, word) }) {
				t.Errorf("%s: %s changes nothing", kind.Name, word)
			}
		}
	}
}

func matters(kind string, n int, word string) bool {
	f, data := patterns[0].figure(kind, n)
	if kind == "scatter" || kind == "bubble" {
		f.Series = at("组")
	}
	base, problems := Resolve(f, data, Options{})
	if problems.HasErrors() {
		return false
	}
	return slices.ContainsFunc(changes[word], func(change func(*spec.Figure)) bool {
		g := *f
		change(&g)
		c, problems := Resolve(&g, data, Options{})
		return !problems.HasErrors() && c.Hash() != base.Hash()
	})
}

// A text at a dot stands where the dot is.
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
		if notes, ok := m.(Notes); ok && len(notes.Data) == 1 && notes.Data[0].X == 183 && notes.Data[0].Y == 63 {
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
	groups := Assign([][]string{Names(f, data)})
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
