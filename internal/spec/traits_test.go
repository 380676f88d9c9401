package spec

import (
	"slices"
	"strings"
	"testing"
)

// Rules ask for traits, so that a new kind has those of its like.
func TestTraits(t *testing.T) {
	var joins, compares []string
	for _, k := range Kinds {
		if (&Figure{Chart: At[string]{V: k.Name}}).Joins() {
			joins = append(joins, k.Name)
		}
		if k.Compares() {
			compares = append(compares, k.Name)
		}
	}
	for _, tt := range []struct {
		trait string
		got   []string
		want  string
	}{
		{"joins", joins, "line area"},
		{"compares", compares, "column bar dot line area radar"},
	} {
		if !slices.Equal(tt.got, strings.Fields(tt.want)) {
			t.Errorf("%s: %v, want %s", tt.trait, tt.got, tt.want)
		}
	}
	for mark, want := range map[string]bool{"": false, "column": false, "line": true} {
		if got := (&Figure{Chart: At[string]{V: "panels"}, Mark: At[string]{V: mark}}).Joins(); got != want {
			t.Errorf("panels of mark %q join: %v", mark, got)
		}
	}
}
