package numfmt

import (
	"testing"

	"github.com/shopspring/decimal"
)

// A stored number has the fifteen digits that spreadsheets keep; a code has all.
func TestStored(t *testing.T) {
	for raw, want := range map[string]string{
		"0.30000000000000004": "0.3",
		"1.23456789012345":    "1.23456789012345",
		"1.234567890123456":   "1.23456789012346",
		"12.3456789012344999": "12.3456789012345",
		"4.2E-4":              "0.00042",
		"110108199001011234":  "110108199001011234",
	} {
		if got, ok := Stored(raw); !ok || got.String() != want {
			t.Errorf("%s is %s; want %s", raw, got, want)
		}
	}
	for _, raw := range []string{"", "x", "1e301", "1e-301"} {
		if got, ok := Stored(raw); ok {
			t.Errorf("%q is %s; want none", raw, got)
		}
	}
}

// A number is shown too roughly where it differs by more than a twentieth.
func TestCoarse(t *testing.T) {
	for _, c := range []struct {
		value, shown string
		want         bool
	}{
		{"20", "19", false}, {"19.9", "19", false}, {"19", "18", true}, {"-19", "-18", true}, {"-20", "20", false}, {"1.4", "1", true}, {"0", "0", false},
	} {
		if got := Coarse(decimal.RequireFromString(c.value), decimal.RequireFromString(c.shown)); got != c.want {
			t.Errorf("%s shown as %s: %v", c.value, c.shown, got)
		}
	}
}
