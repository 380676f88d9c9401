package palette

import (
	"cmp"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/spec"
)

// CheckTheme warns of colours that cannot be read or told apart. The built-in
// themes pass it.
func CheckTheme(look spec.Theme) diag.List {
	var problems diag.List
	for _, t := range Themes {
		own := t.own(look)
		t.With(look).checkContrast(own, &problems)
		checkApart(own.Series, &problems)
		if levels := []spec.At[string]{own.Poor, own.Fair, own.Good}; own.Poor.Set() || own.Fair.Set() || own.Good.Set() {
			for i, c := range t.With(look).Levels { // those that are not given are beside them
				levels[i].V = string(c)
			}
			checkApart(levels, &problems)
		}
	}
	return problems
}

// The contrast that texts and marks have at least with what they are on.
const (
	TextContrast = 4.5
	markContrast = 3
)

// checkContrast holds the author's texts and marks against the background.
func (t Theme) checkContrast(own spec.Palette, problems *diag.List) {
	check := func(at spec.At[string], c chart.Color, least float64) {
		if !at.Set() && !own.Background.Set() || !IsColor(string(c)) || !IsColor(string(t.Background)) {
			return
		}
		if got := Contrast(c, t.Background); got < least {
			at = cmp.Or(at, own.Background)
			mend := message.Of("make it lighter")
			if luminance(t.Background) > 0.18 {
				mend = message.Of("make it darker")
			}
			warnLook(problems, at, "theme-contrast", message.Of("%s has a contrast of %.1f with the background %s, and needs %.1f", c, got, t.Background, least), mend)
		}
	}
	check(own.Ink, t.Ink, TextContrast)
	check(own.Muted, t.Muted, TextContrast)
	for _, mark := range []struct {
		at spec.At[string]
		c  chart.Color
	}{
		{own.Accent, t.Accent}, {own.Rest, t.Rest},
		{own.Poor, t.Levels[0]}, {own.Fair, t.Levels[1]}, {own.Good, t.Levels[2]},
	} {
		check(mark.at, mark.c, markContrast)
	}
	for i, at := range own.Series {
		if i < MaxSeries {
			check(at, t.Series[i], markContrast)
		}
	}
}

// checkApart finds colours that look alike to some eye or in grey print.
func checkApart(all []spec.At[string], problems *diag.List) {
	var colors []chart.Color
	places := map[chart.Color]spec.At[string]{}
	for _, at := range all {
		if c := chart.Color(at.V); IsColor(at.V) {
			colors = append(colors, c)
			if at.Set() {
				places[c] = at
			}
		}
	}
	told := map[[2]chart.Color]bool{}
	for _, v := range visions {
		near, a, b := closest(colors, v.see)
		if near >= v.least || told[[2]chart.Color{a, b}] {
			continue
		}
		told[[2]chart.Color{a, b}] = true
		warnLook(problems, cmp.Or(places[b], places[a]), "theme-apart", message.Of("%s and %s cannot be told apart in %s", a, b, v.name), message.Of("make one lighter or darker"))
	}
}

func warnLook(problems *diag.List, at spec.At[string], rule string, text, hint message.Text) {
	problems.Warnf(at.Pos, rule, "%s", text).Hint = hint
}
