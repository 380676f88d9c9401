package kind

import (
	"fmt"
	"slices"
	"strconv"

	"charts/internal/chart"
	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// references makes the reference bands, which lie behind the other marks, and
// the lines, which lie on them; it widens the span for both.
func references(d *builder, m matrix, s *span) (bands, lines []chart.Mark) {
	var behind, front chart.Rules
	for _, r := range d.fig.Reference {
		rule, ok := rule(d, r, m)
		if !ok {
			continue
		}
		s.add(rule.From)
		s.add(rule.To)
		if rule.From < rule.To {
			behind.Data = append(behind.Data, rule)
		} else {
			front.Data = append(front.Data, rule)
		}
	}
	if behind.Data != nil {
		bands = []chart.Mark{behind}
	}
	if front.Data != nil {
		lines = []chart.Mark{front}
	}
	return bands, lines
}

// rule resolves one reference: a number, an average of the first series, or a
// band.
func rule(d *builder, r spec.Reference, m matrix) (chart.Rule, bool) {
	if r.Without.V != "" && !slices.Contains(m.cats, r.Without.V) {
		d.unknownName(r.Without, m.cats)
		return chart.Rule{}, false
	}
	without := m.notCounted(r.Without.V)
	vs := m.runs[0].values(m.cats, without)
	lowest := m.extent().lo
	switch r.Value.V {
	case "":
		tellFraction(d, r.To, r.To.V, m.unit, lowest)
		if r.From.V >= r.To.V {
			d.problems.Errorf(r.Pos, "reference", "a reference band runs from %v up to a larger value, not %v", r.From.V, r.To.V)
			return chart.Rule{}, false
		}
		return chart.Rule{From: m.typed(r.From.V), To: m.typed(r.To.V), Label: typeset.Text(r.Label.V), Color: d.theme.Grid}, true
	case "mean":
		d.averaged(d.say("平均（算术平均）", "The mean"), len(vs), without)
		return middle(ruler(d, r, m, mean(vs), d.say("平均", "mean"))), len(vs) > 0
	case "median":
		d.averaged(d.say("中位数", "The median"), len(vs), without)
		return middle(ruler(d, r, m, quantity.Median(vs), d.say("中位数", "median"))), len(vs) > 0
	case "quartiles":
		return quartiles(d, r, m, vs, without)
	}
	n, err := strconv.ParseFloat(r.Value.V, 64)
	if err != nil || n-n != 0 {
		d.errorAt(r.Value, "reference", "a reference is a number, mean, median or quartiles, not %q", r.Value.V)
		return chart.Rule{}, false
	}
	tellFraction(d, r.Value, n, m.unit, lowest)
	return ruler(d, r, m, m.typed(n), ""), true
}

// ruler is a reference line with its value written to it.
func ruler(d *builder, r spec.Reference, m matrix, v float64, label string) chart.Rule {
	if r.Label.Set() {
		label = r.Label.V
	}
	text := m.at(v)
	if label != "" {
		text = label + typeset.NoBreak + text
	}
	return chart.Rule{From: v, To: v, Label: typeset.Text(text), Color: d.theme.Ink, Dashed: true}
}

func middle(r chart.Rule) chart.Rule {
	r.Middle = true
	return r
}

// quartiles are the band in which the middle half of the values lies.
func quartiles(d *builder, r spec.Reference, m matrix, vs []float64, without []string) (chart.Rule, bool) {
	if len(vs) < leastQuartiles {
		d.noteOnce(fmt.Sprintf(d.say("只有 %d 个值，不计四分位数。", "No quartiles of %d values."), len(vs)))
		return chart.Rule{}, false
	}
	d.averaged(d.say("四分位数（QUARTILE.INC 法）", "Quartiles (by QUARTILE.INC)"), len(vs), without)
	label := d.say("四分位", "quartiles")
	if r.Label.Set() {
		label = r.Label.V
	}
	from, to := quantity.Quartile(vs, 1), quantity.Quartile(vs, 3)
	return chart.Rule{From: from, To: to, Label: typeset.Text(label + typeset.NoBreak + m.at(from) + "–" + m.at(to)), Color: d.theme.Grid}, true
}

// notCounted are the categories that an average leaves out: that which the author
// says, and those that are themselves made of others, unless there are no others.
func (m matrix) notCounted(without string) []string {
	var names []string
	for _, c := range m.cats {
		if c == without || notation.Total(c) || notation.Mean(c) {
			names = append(names, c)
		}
	}
	if len(names) == len(m.cats) {
		return nil
	}
	return names
}

// values are the values of a series that are there, but those of some categories.
func (r run) values(cats []string, without []string) []float64 {
	var vs []float64
	for i, c := range r.cells {
		if !c.Missing && !slices.Contains(without, cats[i]) {
			vs = append(vs, c.Y)
		}
	}
	return vs
}

// annotations are the author's texts at categories.
func annotations(d *builder, m matrix) []chart.Mark {
	if len(d.fig.Annotations) == 0 {
		return nil
	}
	var notes chart.Notes
	at := positions(m.cats)
	for _, a := range d.fig.Annotations {
		i, ok := at[a.At.V]
		if !ok {
			d.unknownName(a.At, m.cats)
			continue
		}
		datum := chart.Datum{X: m.runs[0].cells[i].X, Name: typeset.Text(a.At.V)}
		for _, r := range m.runs {
			if c := r.cells[i]; !c.Missing {
				datum.Y = max(datum.Y, c.Y)
			}
		}
		datum.Label = chart.Label{Text: typeset.Text(a.Text.V), Place: chart.Above, Color: d.theme.Ink}
		notes.Data = append(notes.Data, datum)
	}
	if notes.Data == nil {
		return nil
	}
	return []chart.Mark{notes}
}
