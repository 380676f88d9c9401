package kind

import (
	"fmt"
	"strings"
	"testing"

	"charts/internal/series"
	"charts/internal/spec"
)

// staff are the teachers of a school, some of them parts of others.
func staff() (*spec.Figure, series.Frame) {
	f := fig("bar", "类别", "人数")
	f.Indent = at("所属")
	return f, frame("类别 人数/人 所属",
		[]series.Value{text("外聘教师"), num(388, 0, "人"), {}},
		[]series.Value{text("专任教师"), num(812, 0, "人"), text("教职工")},
		[]series.Value{text("博士"), num(205, 0, "人"), text("专任教师")},
		[]series.Value{text("教职工"), num(1203, 0, "人"), {}},
		[]series.Value{text("行政人员"), num(201, 0, "人"), text("教职工")})
}

// Parts are under their wholes, as a column or the rows of the report say.
func TestIndent(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(f *spec.Figure, d *series.Frame)
		want   string // names with how far they are indented, or the problem
	}{
		{"a column", func(*spec.Figure, *series.Frame) {}, "外聘教师 0, 教职工 0, 专任教师 1, 博士 2, 行政人员 1"},
		{"the report", func(f *spec.Figure, d *series.Frame) {
			f.Indent = at(spec.RowPath)
			d.Rows[3].Label, d.Rows[1].Of, d.Rows[4].Of = "表 1/教职工", "表 1/教职工", "表 1/教职工"
		}, "外聘教师 0, 博士 0, 教职工 0, 专任教师 1, 行政人员 1"},
		{"no parts", func(f *spec.Figure, _ *series.Frame) { f.Indent = at(spec.RowPath) }, "no row is a part of another"},
		{"an unknown whole", func(_ *spec.Figure, d *series.Frame) { d.Rows[1].Cells[2] = text("教职员") }, `专任教师 is a part of "教职员", which is no row`},
		{"a circle", func(_ *spec.Figure, d *series.Frame) { d.Rows[3].Cells[2] = text("专任教师") }, "parts of one another in a circle"},
		{"no column", func(f *spec.Figure, _ *series.Frame) { f.Indent = at("上级") }, `no column "上级"`},
	} {
		f, data := staff()
		tt.change(f, &data)
		c, problems := Resolve(f, data, Options{})
		got := said(problems)
		if got == "" {
			var rows []string
			for i, l := range c.Panels[0].Y.Labels {
				rows = append(rows, fmt.Sprint(l, " ", c.Panels[0].Y.Depth[i]))
			}
			got = strings.Join(rows, ", ")
		}
		if !strings.Contains(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
