package build

import (
	"testing"

	"charts/internal/diag"
	"charts/internal/render/dashboard"
	"charts/internal/spec"
)

func TestFiltersAreColumnsOfAFigure(t *testing.T) {
	page := &dashboard.Page{Sections: []dashboard.Section{{Figures: []dashboard.Figure{{Table: dashboard.Table{Columns: []dashboard.Column{{Name: "毕业去向"}}}}}}}}
	for _, tt := range []struct{ filter, hint string }{
		{"毕业去向", "none"},
		{"毕业去项", "did you mean 毕业去向?"},
	} {
		var problems diag.List
		unusedFilters(&problems, &spec.Dashboard{Filters: []spec.At[string]{{V: tt.filter}}}, page)
		got := "none"
		if len(problems) > 0 {
			got = problems[0].Hint.String()
		}
		if got != tt.hint {
			t.Errorf("the filter %s: %s, want %s", tt.filter, got, tt.hint)
		}
	}
}
