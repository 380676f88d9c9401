package kind

import (
	"testing"

	"charts/internal/chart"
	"charts/internal/series"
	"charts/internal/spec"
)

// A value that moves moves the hash of the values, in every kind of chart but one that
// counts them in steps.
func TestEveryValueIsHashed(t *testing.T) {
	corpus(func(name string, f *spec.Figure, data series.Frame) {
		if f.Chart.V == "histogram" {
			return
		}
		base, problems := Resolve(f, data, Options{})
		for col := range data.Columns {
			v := &data.Rows[0].Cells[col]
			if problems.HasErrors() || v.Kind != series.Number || data.Columns[col].Key != "" {
				continue
			}
			was := v.Num
			v.Num = was*2 + 1
			if moved, problems := Resolve(f, data, Options{}); !problems.HasErrors() && !moved.Empty && base.DataHash() == moved.DataHash() {
				t.Errorf("%s: another %s has the same hash", name, data.Columns[col].Name)
			}
			v.Num = was
		}
	})
}

// TestHashes says what changes which hash.
func TestHashes(t *testing.T) {
	resolve := func(change func(*spec.Figure, *series.Frame)) *chart.Chart {
		f, data := destinations("bar")
		change(f, &data)
		c, _ := Resolve(f, data, Options{})
		return c
	}
	base := resolve(func(*spec.Figure, *series.Frame) {})
	tests := []struct {
		name       string
		change     func(*spec.Figure, *series.Frame)
		chart, dat bool // whether the hash changes
	}{
		{"nothing", func(*spec.Figure, *series.Frame) {}, false, false},
		{"title", func(f *spec.Figure, _ *series.Frame) { f.Title = at("去向") }, true, false},
		{"highlight", func(f *spec.Figure, _ *series.Frame) { f.Highlight = nil }, true, false},
		{"size", func(f *spec.Figure, _ *series.Frame) { f.Size = at("120mm") }, true, false},
		{"value", func(_ *spec.Figure, d *series.Frame) { d.Rows[0].Cells[1].Num = 2925 }, true, true},
		{"missing", func(_ *spec.Figure, d *series.Frame) { d.Rows[0].Cells[1] = series.Value{} }, true, true},
		{"quoted line", func(_ *spec.Figure, d *series.Frame) { d.Rows[1].Sources[0].Quote = "another" }, false, false},
		{"path of the report", func(_ *spec.Figure, d *series.Frame) {
			for i := range d.Rows {
				d.Rows[i].Sources[0].Report = "./in/" + d.Rows[i].Sources[0].Report
			}
		}, false, false},
		{"last line, which the source line names", func(_ *spec.Figure, d *series.Frame) { d.Rows[len(d.Rows)-1].Sources[0].Line++ }, true, false},
	}
	for _, tt := range tests {
		c := resolve(tt.change)
		if got := c.Hash() != base.Hash(); got != tt.chart {
			t.Errorf("%s changes the picture: %v; want %v", tt.name, got, tt.chart)
		}
		if got := c.DataHash() != base.DataHash(); got != tt.dat {
			t.Errorf("%s changes the data: %v; want %v", tt.name, got, tt.dat)
		}
	}
}
