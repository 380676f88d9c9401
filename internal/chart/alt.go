package chart

import (
	"fmt"

	"charts/internal/spec"
)

// alt says in words what the picture shows: kind, title, range, extremes, trend
// and how many values there are.
func (d *draft) alt() string {
	if d.fig.Alt.V != "" {
		return d.fig.Alt.V
	}
	out := d.kindWord()
	if t := d.chart.Title; t != "" {
		out = t + d.say("，", ", ") + out
	}
	stop := d.say("。", ". ")
	out += stop
	n, gaps := 0, 0
	for _, p := range d.chart.Panels {
		for _, m := range p.Marks {
			name, data := dataOf(m)
			if _, isArea := m.(Areas); isArea || len(data) == 0 {
				continue
			}
			for _, v := range data {
				if v.Missing {
					gaps++
				} else {
					n++
				}
			}
			if s := d.altRun(name, data, m); s != "" {
				out += s + stop
			}
		}
	}
	if n+gaps == 0 {
		return out + d.say("无数据。", "No data.")
	}
	out += fmt.Sprintf(d.say("共 %d 个值", "%d values"), n)
	if gaps += len(d.gaps); gaps > 0 {
		out += fmt.Sprintf(d.say("，%d 个缺失", ", %d missing"), gaps)
	}
	return out + d.say("。", ".")
}

// altRun says the extremes of a series, and of a line where it goes.
func (d *draft) altRun(series string, data []Datum, m Mark) string {
	var lo, hi, first, last *Datum
	for i := range data {
		v := &data[i]
		if v.Missing {
			continue
		}
		if first == nil {
			first, lo, hi = v, v, v
		}
		last = v
		if size(*v) < size(*lo) {
			lo = v
		}
		if size(*v) > size(*hi) {
			hi = v
		}
	}
	if first == nil {
		return ""
	}
	if lo == hi {
		return fmt.Sprintf("%s%s %s", colon(series, d), first.Name, first.Text)
	}
	out := fmt.Sprintf(d.say("%s最高 %s %s，最低 %s %s", "%shighest %s %s, lowest %s %s"), colon(series, d), hi.Name, hi.Text, lo.Name, lo.Text)
	if _, isLine := m.(Lines); isLine {
		out += fmt.Sprintf(d.say("，从 %s 的 %s 到 %s 的 %s", ", from %[2]s in %[1]s to %[4]s in %[3]s"), first.Name, first.Text, last.Name, last.Text)
	}
	return out
}

// size is the value of a datum without what it stands on.
func size(d Datum) float64 { return d.Y - d.Base }

func colon(series string, d *draft) string {
	if series == "" {
		return ""
	}
	return series + d.say("：", ": ")
}

// kindWord is the kind in the figure's language.
func (d *draft) kindWord() string {
	if k, ok := spec.FindKind(d.chart.Kind); ok && d.chart.Lang != "en" {
		return k.Title
	}
	return d.chart.Kind + " chart"
}
