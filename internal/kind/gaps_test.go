package kind

import (
	"slices"
	"strings"
	"testing"

	"charts/internal/chart"
)

// TestMissingIsSaid takes values away: what is left of every kind says so, in the
// plot or under it.
func TestMissingIsSaid(t *testing.T) {
	for _, k := range Kinds() {
		for _, p := range patterns {
			if !strings.Contains(p.name, "missing") {
				continue
			}
			f, data := p.figure(k, seriesCounts(k)[0])
			c, problems := Resolve(f, data, Options{Shapes: shapesOf(data)})
			if problems.HasErrors() {
				continue
			}
			says := func(t chart.Text) bool { return strings.Contains(t.S, "无数据") || k == "table" && t.S == "—" }
			if p.name == "missing" && (k == "gauge" || k == "bullet" || k == "kpi") {
				continue // of its first row, which has a value
			}
			if !slices.ContainsFunc(c.Texts, says) {
				t.Errorf("%s, %s: nothing says 无数据", k, p.name)
			}
			if whole := p.name == "all missing"; c.Empty != (whole && k != "kpi" && k != "table") {
				t.Errorf("%s, %s: empty is %v", k, p.name, c.Empty)
			}
		}
	}
}

// Of two leaves of one name without room each is told with its group.
func TestUnnamedCells(t *testing.T) {
	label := chart.Label{Text: "会计"}
	d := &builder{chart: &chart.Chart{Lang: "zh-CN"}}
	for _, tt := range []struct {
		cells []chart.Datum
		want  string
	}{
		{nil, ""},
		{[]chart.Datum{{Name: "会计", Label: label}}, ""},
		{[]chart.Datum{{Name: "会计", Path: []string{"财经"}}, {Name: "护理", Path: []string{"医药"}}}, "会计 护理"},
		{[]chart.Datum{{Name: "会计", Path: []string{"财经"}}, {Name: "会计", Path: []string{"大类", "商贸"}, Label: label}}, "会计（财经）"},
		{[]chart.Datum{{Name: "会计", Path: []string{"财经"}}, {Name: "会计", Path: []string{"大类", "商贸"}}}, "会计（财经） 会计（商贸）"},
		{[]chart.Datum{{Name: "会计"}, {Name: "会计"}}, "会计 会计"},
	} {
		if got := strings.Join(unnamedCells(d, tt.cells), " "); got != tt.want {
			t.Errorf("%v: %q, want %q", tt.cells, got, tt.want)
		}
	}
}
