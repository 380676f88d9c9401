package layout

import (
	"math"
	"slices"

	"charts/internal/notation"
	"charts/internal/typeset"
)

// shortTimes are times in a row, each as the one before lets it stand.
func shortTimes(names []string) []string {
	short := slices.Clone(names)
	for i := 1; i < len(names); i++ {
		short[i] = typeset.Text(notation.ShortTime(names[i], names[i-1]))
	}
	return short
}

// levels are times in a row in two lines: what is within a year, and the year under the
// first of it.
func levels(names []string) ([][]string, bool) {
	all := make([][]string, len(names))
	before := ""
	for i, n := range names {
		year, rest, ok := notation.WithinYear(n)
		if !ok {
			return nil, false
		}
		all[i] = []string{typeset.Text(rest)}
		if year != before {
			all[i] = append(all[i], typeset.Text(year))
		}
		before = year
	}
	return all, true
}

// times sets the names of a sequence that have room, a step of the axis apart: of
// evenly spaced ones all, every second, every third … back from the last, whole, short or
// in two levels; of others the last and the first, and then from the left as many as
// have room. Names that are not written have no lines.
func (u *vertical) times(step float64) [][]string {
	names := u.p.X.Labels
	if slices.Contains(names, "") {
		return u.roomyTimes(step)
	}
	for every := 1; every < len(names); every++ {
		var bands []int
		var whole []string
		for i := (len(names) - 1) % every; i < len(names); i += every {
			bands, whole = append(bands, i), append(whole, names[i])
		}
		forms := [][][]string{lined(whole), lined(shortTimes(whole))}
		if two, ok := levels(whole); ok {
			forms = append(forms, two)
		}
		for _, form := range forms {
			if u.stand(form, step*float64(every), every == 1) {
				return spaced(len(names), bands, form)
			}
		}
	}
	return spaced(len(names), []int{len(names) - 1}, lined(names[len(names)-1:]))
}

// lined are names of one line each.
func lined(names []string) [][]string {
	lines := make([][]string, len(names))
	for i, n := range names {
		lines[i] = []string{n}
	}
	return lines
}

// spaced are the names of some of n bands.
func spaced(n int, bands []int, names [][]string) [][]string {
	all := make([][]string, n)
	for i, b := range bands {
		all[b] = names[i]
	}
	return all
}

// sequenceGap parts the names of a sequence of which some are left out, in ems;
// leastGap those that all are there.
const (
	sequenceGap = 0.6
	leastGap    = 0.45
)

// stand reports whether names have room side by side, a step apart.
func (u *vertical) stand(names [][]string, step float64, all bool) bool {
	gap := sequenceGap * u.em
	if all {
		gap = leastGap * u.em
	}
	before := 0.0
	for i, n := range names {
		half := u.faces.Widest(n, u.em, false) / 2
		if i > 0 && before+half+gap > step {
			return false
		}
		before = half
	}
	return true
}

// roomyTimes are the names of times that lie unevenly.
func (u *vertical) roomyTimes(step float64) [][]string {
	names := u.p.X.Labels
	n := len(names)
	var bands []int
	fits := func(i int) bool {
		return !slices.ContainsFunc(bands, func(o int) bool {
			room := (u.faces.Width(names[i], u.em, false)+u.faces.Width(names[o], u.em, false))/2 + sequenceGap*u.em
			return math.Abs(float64(i-o))*step < room
		})
	}
	all := make([][]string, n)
	for i := range n {
		i = (i + n - 1) % n // the last first
		if names[i] != "" && fits(i) {
			bands = append(bands, i)
			all[i] = []string{names[i]}
		}
	}
	return all
}
