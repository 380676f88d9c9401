package series

import (
	"strings"
	"testing"
)

// The columns of the reports' own years become one; those of one year, or of several
// in a report, stay what they are.
func TestSameYear(t *testing.T) {
	for _, tt := range []struct{ a, b, want string }{
		{"指标,2023年", "指标,2022年", "指标,本年; 指标,本年"},
		{"指标,2023年", "指标,2023年", "指标,2023年; 指标,2023年"},
		{"指标,2023年", "指标,人数", "指标,2023年; 指标,人数"},
		{"指标,2022年,2023年", "指标,2022年", "指标,2022年,2023年; 指标,2022年"},
	} {
		parts := make([]relation, 2)
		for i, names := range []string{tt.a, tt.b} {
			for name := range strings.SplitSeq(names, ",") {
				parts[i].Columns = append(parts[i].Columns, Column{Name: name})
			}
		}
		sameYear(parts)
		if got := strings.Join(parts[0].names(), ",") + "; " + strings.Join(parts[1].names(), ","); got != tt.want {
			t.Errorf("%s and %s: %s, want %s", tt.a, tt.b, got, tt.want)
		}
	}
}
