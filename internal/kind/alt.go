package kind

import (
	"fmt"
	"strings"

	"charts/internal/chart"
	"charts/internal/message"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// alt says in words what the picture shows: kind, title, extremes, where a line
// goes, and how many values there are.
func alt(d *builder) string {
	if d.fig.Alt.V != "" {
		return d.fig.Alt.V
	}
	words := []string{kindWord(d)}
	if t := d.chart.Title; t != "" {
		words[0] = t + d.say("，", ", ") + words[0]
	}
	n, gaps := 0, len(d.gaps)
	for _, s := range stories(d) {
		for _, v := range s.data {
			if v.Missing {
				gaps++
			} else {
				n++
			}
		}
		if text := tell(d, s); text != "" {
			words = append(words, text)
		}
	}
	words = append(words, d.rated...)
	words = append(words, count(d, n, gaps))
	return strings.Join(words, d.say("。", ". ")) + d.say("。", ".")
}

// count says how many values there are, and how many are missing.
func count(d *builder, n, gaps int) string {
	if n+gaps == 0 {
		return d.say("无数据", "No data")
	}
	values := "%d values"
	if n == 1 {
		values = "%d value"
	}
	out := fmt.Sprintf(d.say("共 %d 个值", values), n)
	if gaps > 0 {
		out += fmt.Sprintf(d.say("，%d 个缺失", ", %d missing"), gaps)
	}
	return out
}

// A story is the values of a series, as they are told.
type story struct {
	name string
	data []chart.Datum
	line bool
}

// stories are the series of the figure: those that the kind left to be told, or
// what the marks show.
func stories(d *builder) []story {
	var all []story
	for _, r := range d.told {
		s := story{name: typeset.Text(r.name)}
		for _, c := range r.cells {
			s.data = append(s.data, c.Datum)
		}
		all = append(all, s)
	}
	if all != nil {
		return all
	}
	for _, p := range d.chart.Panels {
		for _, m := range p.Marks {
			name, data := chart.ValuesOf(m)
			_, isArea := m.(chart.Areas)
			_, isLine := m.(chart.Lines)
			if isArea && stackMode(d) == "" { // its edge is a line with the same values
				continue
			}
			if f, ok := m.(chart.Flows); ok { // its nodes are sums of them
				data = chart.LinkData(f.Links)
			}
			if d.facets != nil {
				name = strings.TrimSuffix(p.Title+" "+name, " ")
			}
			if len(data) > 0 {
				all = append(all, story{name, data, isLine})
			}
		}
	}
	return all
}

// tell says the extremes of a series, and of a line where it goes. A series of
// texts has none.
func tell(d *builder, s story) string {
	var first, last, lo, hi *chart.Datum
	n := 0
	for i := range s.data {
		v := &s.data[i]
		if v.Missing || v.Text == "" || v.Name == "" {
			continue
		}
		if n++; n == 1 {
			first, lo, hi = v, v, v
		}
		if last = v; v.Y-v.Base < lo.Y-lo.Base {
			lo = v
		}
		if v.Y-v.Base > hi.Y-hi.Base {
			hi = v
		}
	}
	if n == 0 {
		return ""
	}
	head := s.name + d.say("：", ": ")
	if n == 1 || lo.Y-lo.Base == hi.Y-hi.Base {
		return head + first.Name + " " + first.Text
	}
	way := fmt.Sprintf(d.say("从 %s 的 %s %s到 %s 的 %s", "from %s %s %s to %s %s"), first.Name, first.Text, direction(d, first, last), last.Name, last.Text)
	if s.line && n == 2 {
		return head + way
	}
	out := head + fmt.Sprintf(d.say("最高 %s %s，最低 %s %s", "highest %s %s, lowest %s %s"), hi.Name, hi.Text, lo.Name, lo.Text)
	if s.line {
		out += d.say("，", ", ") + way
	}
	return out
}

// direction is where a line goes as a whole.
func direction(d *builder, first, last *chart.Datum) string {
	switch {
	case last.Y > first.Y:
		return d.say("升", "up")
	case last.Y < first.Y:
		return d.say("降", "down")
	}
	return d.say("持平", "level")
}

// kindWord is the kind in the figure's language.
func kindWord(d *builder) string {
	k, _ := spec.FindKind(d.chart.Kind) // it was drawn
	return k.Title.In(message.Language(d.chart.Lang))
}
