package draft

import (
	"fmt"
	"strings"
	"testing"

	"charts/internal/report"
	"charts/internal/series"
)

// alike is a source of a report of n sentences that differ by a number, in one
// paragraph.
func alike(t testing.TB, n int) Source {
	var b strings.Builder
	b.WriteString("年报\n\n")
	for i := range n {
		fmt.Fprintf(&b, "全校共有教师%d人，完成课题%d项。", 100+i%9, 3+i%5)
	}
	doc, problems := report.Parse("", "r.txt", []byte(b.String()))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	store, err := series.NewStore([]*report.Document{doc}, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return Source{Store: store, Doc: doc}
}

// Of like sentences no pattern reads one alone, and each is tried once: so many that
// to try them for each number would be hours.
func TestLikeSentencesShareTheirPatterns(t *testing.T) {
	all := alike(t, 5_000).Quantities(t.Context(), "")
	if len(all) != 10_000 {
		t.Errorf("%d numbers, want 10000", len(all))
	}
	for _, q := range all {
		if q.Pattern != "" {
			t.Fatalf("%s reads one of many", q.Pattern)
		}
	}
}

// BenchmarkQuantities lists the numbers of 24 KB of like sentences, and of twice as
// many.
func BenchmarkQuantities(b *testing.B) {
	for _, n := range []int{420, 840} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			src := alike(b, n)
			for b.Loop() {
				src.Quantities(b.Context(), "")
			}
		})
	}
}
