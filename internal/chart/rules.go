package chart

import (
	"cmp"
	"slices"
	"strconv"

	"charts/internal/spec"
)

// references makes the reference bands, which lie behind the other marks, and
// the lines, which lie on them; it widens the span for both.
func (d *draft) references(m matrix, s *span) (bands, lines []Mark) {
	var behind, front Rules
	for _, r := range d.fig.Reference {
		rule, ok := d.rule(r, m)
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
		bands = []Mark{behind}
	}
	if front.Data != nil {
		lines = []Mark{front}
	}
	return bands, lines
}

// rule resolves one reference: a number, mean or median of the first series, or
// a band.
func (d *draft) rule(r spec.Reference, m matrix) (Rule, bool) {
	if !r.Value.Set() && r.Value.V == "" {
		if r.From.V >= r.To.V {
			d.problems.Errorf(r.Pos, "reference", "a reference band runs from %v up to a larger value, not %v", r.From.V, r.To.V)
			return Rule{}, false
		}
		return Rule{From: r.From.V, To: r.To.V, Label: typeset(r.Label.V), Color: d.theme.grid}, true
	}
	v, label := 0.0, ""
	switch r.Value.V {
	case "mean":
		v, label = mean(m.runs[0].values()), d.say("平均", "mean")
		d.chart.Notes = append(d.chart.Notes, d.say("平均为图中各值的算术平均，报告未印出。", "The mean is that of the values shown, not printed in the report."))
	case "median":
		v, label = median(m.runs[0].values()), d.say("中位数", "median")
		d.chart.Notes = append(d.chart.Notes, d.say("中位数由图中各值算得，报告未印出。", "The median is that of the values shown, not printed in the report."))
	default:
		n, err := strconv.ParseFloat(r.Value.V, 64)
		if err != nil || n-n != 0 {
			d.errorAt(r.Value, "reference", "a reference is a number, mean or median, not %q", r.Value.V)
			return Rule{}, false
		}
		v = n
	}
	if r.Label.Set() {
		label = r.Label.V
	}
	text := m.at(v)
	if label != "" {
		text = label + apart + text
	}
	return Rule{From: v, To: v, Label: typeset(text), Color: d.theme.ink, Dashed: true}, true
}

// values are the values of a series that are there.
func (r run) values() []float64 {
	var vs []float64
	for _, c := range r.cells {
		if !c.Missing {
			vs = append(vs, c.Y)
		}
	}
	return vs
}

func mean(vs []float64) float64 {
	sum := 0.0
	for _, v := range vs {
		sum += v / float64(len(vs)) // the sum of huge values has no number
	}
	return sum
}

func median(vs []float64) float64 {
	if len(vs) == 0 {
		return 0
	}
	vs = slices.SortedFunc(slices.Values(vs), cmp.Compare[float64])
	n := len(vs)
	return vs[(n-1)/2]/2 + vs[n/2]/2
}

// annotations are the author's texts at categories.
func (d *draft) annotations(m matrix) []Mark {
	var notes Notes
	for _, a := range d.fig.Annotations {
		i := slices.Index(m.cats, a.At.V)
		if i < 0 {
			d.unknownName(a.At, m.cats)
			continue
		}
		datum := Datum{X: m.runs[0].cells[i].X, Name: typeset(a.At.V)}
		for _, r := range m.runs {
			if c := r.cells[i]; !c.Missing {
				datum.Y = max(datum.Y, c.Y)
			}
		}
		datum.Label = Label{Text: typeset(a.Text.V), Place: Above, Color: d.theme.ink}
		notes.Data = append(notes.Data, datum)
	}
	if notes.Data == nil {
		return nil
	}
	return []Mark{notes}
}
