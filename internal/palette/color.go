package palette

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"charts/internal/chart"
)

// channels are the channels of a colour, 0 … 1.
func channels(c chart.Color) (r, g, b float64) {
	n, err := strconv.ParseUint(string(c[min(1, len(c)):]), 16, 32)
	if err != nil {
		return 0, 0, 0
	}
	return float64(n>>16&255) / 255, float64(n>>8&255) / 255, float64(n&255) / 255
}

// IsColor reports whether s is #rrggbb.
func IsColor(s string) bool {
	if len(s) != 7 || s[0] != '#' {
		return false
	}
	_, err := strconv.ParseUint(s[1:], 16, 32)
	return err == nil
}

// luminance is the relative luminance of WCAG 2.
func luminance(c chart.Color) float64 {
	r, g, b := channels(c)
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func linear(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// Contrast is the contrast of two colours, 1 … 21.
func Contrast(a, b chart.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// InkOn is the better of white and black for a text on a colour; one of them
// always has the contrast that text needs.
func InkOn(c chart.Color) chart.Color {
	return slices.MaxFunc([]chart.Color{"#ffffff", "#000000"}, func(a, b chart.Color) int {
		return cmp.Compare(Contrast(a, c), Contrast(b, c))
	})
}

// Readable is the nearest shade of a mark's colour in which text can be read on the
// background.
func (t Theme) Readable(c chart.Color) chart.Color {
	for part := 0.0; part < 1; part += 0.05 {
		if shade := Mix(c, t.Ink, part); Contrast(shade, t.Background) >= TextContrast {
			return shade
		}
	}
	return t.Ink
}

// Mix is the colour at part t of the way from a to b.
func Mix(a, b chart.Color, t float64) chart.Color {
	ar, ag, ab := channels(a)
	br, bg, bb := channels(b)
	channel := func(x, y float64) uint64 { return uint64(math.Round(255 * (x + (y-x)*t))) }
	n := channel(ar, br)<<16 | channel(ag, bg)<<8 | channel(ab, bb)
	s := strconv.FormatUint(n, 16)
	return chart.Color("#000000"[:7-len(s)] + s)
}

// An Assigned is the colour of a name in all figures of a run: the place of the
// colour in the palette.
type Assigned struct {
	Name string
	Slot int
}

// Assign gives each name a colour so that names which share a figure differ,
// and a name keeps its colour from figure to figure. The groups are the names
// of each figure, in the order of its marks; so are the lists that it returns.
//
// A name takes the first colour, from its turn in its first figure on, that no
// name has which is beside it in any figure. What is left over has none, which is grey.
func Assign(groups [][]string) [][]Assigned {
	beside := map[string][]string{}
	for _, group := range groups {
		for _, name := range group {
			beside[name] = append(beside[name], group...)
		}
	}
	slots := map[string]int{}
	for _, group := range groups {
		for i, name := range group {
			if _, done := slots[name]; !done && leftovers[strings.ToLower(name)] {
				slots[name] = MaxSeries
			} else if !done {
				slots[name] = freeSlot(slots, beside[name], i)
			}
		}
	}
	out := make([][]Assigned, len(groups))
	for g, group := range groups {
		out[g] = apartIn(group, slots)
	}
	return out
}

// leftovers are the names of what is no group of its own.
var leftovers = map[string]bool{"其他": true, "其它": true, "其余": true, "other": true, "others": true, "all others": true, "the rest": true}

// apartIn are the colours of the names of one figure. Where a name is beside
// more names than there are colours, it may have that of another: in their own
// figure they differ all the same.
func apartIn(group []string, slots map[string]int) []Assigned {
	own := map[string]int{}
	for i, name := range group {
		own[name] = slots[name]
		if slices.ContainsFunc(group[:i], func(o string) bool { return o != name && own[o] == own[name] }) {
			delete(own, name)
			own[name] = freeSlot(merged(slots, own), group, i)
		}
	}
	var all []Assigned
	for _, name := range group {
		all = append(all, Assigned{name, own[name]})
	}
	return all
}

// merged are slots, but for the names that have one of their own.
func merged(slots, own map[string]int) map[string]int {
	all := maps.Clone(slots)
	maps.Copy(all, own)
	return all
}

// freeSlot is the first slot from i on that none of the names has.
func freeSlot(slots map[string]int, names []string, i int) int {
	var taken [MaxSeries]bool
	for _, name := range names {
		if s, ok := slots[name]; ok && s < MaxSeries {
			taken[s] = true
		}
	}
	for k := range MaxSeries {
		if s := (i + k) % MaxSeries; !taken[s] {
			return s
		}
	}
	return i % MaxSeries
}

// SlotOf is the slot of a name, or -1.
func SlotOf(done []Assigned, name string) int {
	for _, a := range done {
		if a.Name == name {
			return a.Slot
		}
	}
	return -1
}
