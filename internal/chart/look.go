package chart

import (
	"cmp"
	"fmt"

	"charts/internal/diag"
	"charts/internal/spec"
)

// CheckTheme warns of colours that cannot be read or told apart. The built-in
// themes pass it.
func CheckTheme(look spec.Theme) diag.List {
	var problems diag.List
	for _, t := range themes {
		own := t.own(look)
		t.with(look).checkContrast(own, &problems)
		checkApart(own.Series, &problems)
		if levels := []spec.At[string]{own.Poor, own.Fair, own.Good}; own.Poor.Set() || own.Fair.Set() || own.Good.Set() {
			for i, c := range t.with(look).levels { // those that are not given stand beside them
				levels[i].V = string(c)
			}
			checkApart(levels, &problems)
		}
	}
	return problems
}

// markContrast is the contrast that marks have at least with the background.
const markContrast = 3

// checkContrast holds the author's texts and marks against the background.
func (t theme) checkContrast(own spec.Palette, problems *diag.List) {
	check := func(at spec.At[string], c Color, least float64) {
		if !at.Set() && !own.Background.Set() || !isColor(string(c)) || !isColor(string(t.background)) {
			return
		}
		if got := contrast(c, t.background); got < least {
			at = cmp.Or(at, own.Background)
			warnLook(problems, at, "theme-contrast", fmt.Sprintf("%s has a contrast of %.1f with the background %s, and needs %.1f", c, got, t.background, least),
				"make it "+map[bool]string{true: "darker", false: "lighter"}[t.background.luminance() > 0.18])
		}
	}
	check(own.Ink, t.ink, textContrast)
	check(own.Muted, t.muted, textContrast)
	for _, mark := range []struct {
		at spec.At[string]
		c  Color
	}{
		{own.Accent, t.accent}, {own.Rest, t.rest},
		{own.Poor, t.levels[poor]}, {own.Fair, t.levels[fair]}, {own.Good, t.levels[fine]},
	} {
		check(mark.at, mark.c, markContrast)
	}
	for i, at := range own.Series {
		if i < maxSeries {
			check(at, t.palette[i], markContrast)
		}
	}
}

// checkApart finds colours that look alike to some eye or in grey print.
func checkApart(all []spec.At[string], problems *diag.List) {
	var colors []Color
	places := map[Color]spec.At[string]{}
	for _, at := range all {
		if c := Color(at.V); isColor(at.V) {
			colors = append(colors, c)
			if at.Set() {
				places[c] = at
			}
		}
	}
	told := map[[2]Color]bool{}
	for _, v := range visions {
		near, a, b := closest(colors, v.see)
		if near >= v.least || told[[2]Color{a, b}] {
			continue
		}
		told[[2]Color{a, b}] = true
		warnLook(problems, cmp.Or(places[b], places[a]), "theme-apart", fmt.Sprintf("%s and %s cannot be told apart in %s", a, b, v.name), "make one lighter or darker")
	}
}

func warnLook(problems *diag.List, at spec.At[string], rule, text, hint string) {
	p := problems.Warnf(at.Pos, rule, "%s", text)
	p.Len, p.Hint = at.Len, hint
}
