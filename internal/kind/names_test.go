package kind

import (
	"slices"
	"testing"

	"charts/internal/series"
	"charts/internal/spec"
)

// What a spec says of the names that have colours is what its values say.
func TestSpecNamesAreTheNames(t *testing.T) {
	figures := append(slices.Clone(goldens),
		sample{name: "one line", figure: func() (*spec.Figure, series.Frame) { return fig("line", "年份", "本科"), yearly(2020, 2021) }},
		sample{name: "one line with a legend", figure: changed(with(rates, "line"), func(f *spec.Figure) {
			f.Value, f.Legend = f.Value[:1], at("true")
		})},
		sample{name: "percent", figure: changed(with(rates, "bar"), func(f *spec.Figure) { f.Stack = at("percent") })},
		sample{name: "no legend", figure: changed(with(rates, "column"), func(f *spec.Figure) { f.Legend = at("false") })},
		sample{name: "panels of lines", figure: changed(with(rates, "panels"), func(f *spec.Figure) { f.Mark = at("line") })},
		sample{name: "a value twice", figure: changed(with(rates, "column"), func(f *spec.Figure) { f.Value = append(f.Value, f.Value[0]) })},
	)
	said := 0
	for _, s := range figures {
		f, data := s.figure()
		names, ok := SpecNames(f)
		if !ok {
			continue
		}
		said++
		if want := Names(f, data); !slices.Equal(names, want) {
			t.Errorf("%s: the spec says %q, the values %q", s.name, names, want)
		}
	}
	if said < 20 {
		t.Errorf("the specs of only %d figures say their names", said)
	}
}
