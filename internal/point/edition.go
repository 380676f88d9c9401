package point

import "strconv"

// A Change is a value that the last edition of a figure had and this one has otherwise.
type Change struct{ What, Old, New string }

// Edition tells the largest change of a figure since its last edition, and how many there
// are.
func Edition(figure, title, lang string, changes []Change) []Point {
	most, largest := -1, 0.0
	var before, now amount
	for i, c := range changes {
		a, ok1 := amountOf(c.Old)
		b, ok2 := amountOf(c.New)
		if s := 0.0; ok1 && ok2 && a.unit == b.unit {
			if s = size(a, b); s > largest {
				most, largest, before, now = i, s, a, b
			}
		}
	}
	if most < 0 {
		return nil
	}
	p := Point{
		ID: figure + "/edition/" + plain(changes[most].What), Figure: figure, Title: title, way: now.value.Cmp(before.value), weight: weigh(65, largest),
		Words:   []Word{{"what", changes[most].What, false}, {"then", before.text, false}, {"value", now.text, true}, {"count", strconv.Itoa(len(changes)), false}},
		pattern: say(lang, "{what}由上一版的{then}变为{value}", "{what}: {value}, {then} in the last edition"),
	}
	if len(changes) > 1 {
		p.pattern += say(lang, "；此图共有{count}处变化", "; {count} values of the figure changed")
	}
	return []Point{p}
}
