package kind

import (
	"fmt"
	"strings"

	"charts/internal/chart"
	"charts/internal/message"
	"charts/internal/regexp"
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
	for _, s := range d.chart.Stories {
		for _, v := range s.Data {
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

// stories are the series of the figure: those that the kind left to be told, or
// what the marks show.
func stories(d *builder) []chart.Story {
	var all []chart.Story
	for _, r := range d.told {
		s := chart.Story{Name: typeset.Text(r.name), Part: isPart(d.fig)}
		for _, c := range r.cells {
			s.Data = append(s.Data, c.Datum)
		}
		all = append(all, s)
	}
	if all != nil {
		return all
	}
	for i, p := range d.chart.Panels {
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
				all = append(all, chart.Story{Name: name, Panel: i, Line: isLine, Part: isPart(d.fig), Data: data})
			}
		}
	}
	return all
}

// limited is SQL that leaves rows out by their number.
var limited = regexp.MustCompile(`(?i)\blimit\b`)

// isPart reports whether a figure shows the first of more rows.
func isPart(f *spec.Figure) bool {
	return f.Top.N.Set() && f.Top.Other.V == "" || limited.MatchString(f.Data.SQL.V)
}

// tell says the extremes of a series, and of a line where it goes. A series of
// texts has none.
func tell(d *builder, s chart.Story) string {
	e := s.Extent()
	if e.N == 0 {
		return ""
	}
	head := s.Name + d.say("：", ": ")
	if e.Level() {
		return head + e.First.Name + " " + e.First.Text
	}
	way := fmt.Sprintf(d.say("从 %s 的 %s %s到 %s 的 %s", "from %s %s %s to %s %s"), e.First.Name, e.First.Text, direction(d, e.First, e.Last), e.Last.Name, e.Last.Text)
	if s.Line && e.N == 2 {
		return head + way
	}
	out := head + fmt.Sprintf(d.say("最高 %s %s，最低 %s %s", "highest %s %s, lowest %s %s"), e.High.Name, e.High.Text, e.Low.Name, e.Low.Text)
	if s.Line {
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
