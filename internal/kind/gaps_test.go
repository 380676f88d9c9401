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
