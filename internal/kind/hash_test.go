package kind

import (
	"testing"

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
