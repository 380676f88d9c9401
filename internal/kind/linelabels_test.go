package kind

import (
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// TestValuesOfSeveralLines holds the values of lines that do not meet against the
// lines as they are drawn: each point has its value, and no line runs through one.
func TestValuesOfSeveralLines(t *testing.T) {
	for _, form := range []chart.Form{chart.Report, chart.Slide} {
		f := fig("line", "年", "专科", "本科", "硕士")
		f.Labels = spec.At[bool]{V: true, Pos: at("").Pos}
		f.Unit = at("%")
		c, _ := Resolve(f, frame("年 专科 本科 硕士",
			[]series.Value{text("2021"), num(93.2, 1, ""), num(91.6, 1, ""), num(97.9, 1, "")},
			[]series.Value{text("2022"), num(91.8, 1, ""), num(88.9, 1, ""), num(96.2, 1, "")},
			[]series.Value{text("2023"), num(90.4, 1, ""), num(87.2, 1, ""), num(95.4, 1, "")},
			[]series.Value{text("2024"), num(94.7, 1, ""), num(91.8, 1, ""), num(98.1, 1, "")}), Options{Form: form})
		pl := c.Panels[0].Plane()
		var lines [][]chart.Point
		for _, m := range c.Panels[0].Marks {
			var line []chart.Point
			for _, d := range m.(chart.Lines).Data {
				line = append(line, pl.Point(d, false))
			}
			lines = append(lines, line)
		}
		values := slices.DeleteFunc(slices.Clone(c.Texts), func(x chart.Text) bool { return x.Role != chart.RoleValue })
		if len(values) != 12 {
			t.Errorf("%s: %d of 12 values", form, len(values))
		}
		for _, x := range values {
			if crossed(boxOf(x), lines) {
				t.Errorf("%s: a line runs through %s", form, x.S)
			}
		}
	}
}

// Lines that cross leave no room for all values: none is written but the last.
func TestValuesOfCrossingLines(t *testing.T) {
	f := fig("line", "年", "甲", "乙", "丙", "丁")
	f.Labels = spec.At[bool]{V: true, Pos: at("").Pos}
	var rows [][]series.Value
	for i := range 12 {
		rows = append(rows, []series.Value{text(year(i)), num(float64(100+i%5), 0, ""), num(float64(100+i*3%5), 0, ""), num(float64(100+i*2%5), 0, ""), num(float64(100+i*4%5), 0, "")})
	}
	c, _ := Resolve(f, frame("年 甲 乙 丙 丁", rows...), Options{})
	if slices.ContainsFunc(c.Texts, func(x chart.Text) bool { return x.Role == chart.RoleValue }) {
		t.Error("values stand on lines")
	}
	if !slices.ContainsFunc(c.Texts, func(x chart.Text) bool {
		return x.Role == chart.RoleLegend && strings.HasPrefix(x.S, "甲") && strings.HasSuffix(x.S, "101")
	}) {
		t.Error("the end of a line has no value")
	}
}

// TestLongLeaves says that long names are in a sunburst or beside it.
func TestLongLeaves(t *testing.T) {
	var p pattern
	for _, p = range patterns {
		if p.name == "long" {
			break
		}
	}
	f, data := p.figure("sunburst", 1)
	c, _ := Resolve(f, data, Options{})
	var all strings.Builder
	for _, x := range c.Texts {
		all.WriteString(strings.ReplaceAll(x.S, " ", ""))
	}
	for i := range p.n {
		if name := strings.ReplaceAll(typeset.Text(p.names(i)), " ", ""); !strings.Contains(all.String(), name) {
			t.Errorf("nothing names %s", p.names(i))
		}
	}
}

// Parts that all count one do not say so.
func TestPartsOfOne(t *testing.T) {
	f, data := patterns[0].figure("treemap", 1)
	f.Value = nil
	c, _ := Resolve(f, data, Options{})
	for _, x := range c.Texts {
		if x.Role == chart.RoleValue && x.S == "1" {
			t.Errorf("%+v", x)
		}
	}
}
