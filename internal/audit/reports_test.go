package audit_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"charts/internal/audit"
)

// What the rules say of published reports: each line was checked by hand.
func TestReports(t *testing.T) {
	tests := []struct{ golden, path string }{
		{"sample", "../../reports/cqipc-2023.txt"},
		{"full", "../../../shared/reports/004_c0cd592e8c982e65.txt"},
		{"other", "../../../shared/reports/hbkf-2015.txt"},
	}
	for _, tt := range tests {
		t.Run(tt.golden, func(t *testing.T) {
			src, err := os.ReadFile(tt.path)
			if err != nil {
				t.Skip("no such report here")
			}
			var b strings.Builder
			for _, f := range audit.Run(parse(t, "", tt.path, string(src))) {
				fmt.Fprintf(&b, "%s: %s\n", f.Severity, f.Rule)
				fmt.Fprintf(&b, "  %s\n", f.Message)
				for _, p := range f.Places {
					fmt.Fprintf(&b, "  %d: %s\n", p.Line, end(p.Quote))
				}
			}
			golden := filepath.Join("testdata", tt.golden+".golden")
			if *update {
				if err := os.WriteFile(golden, []byte(b.String()), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if b.String() != string(want) {
				t.Errorf("got\n%s\nwant\n%s", b.String(), want)
			}
		})
	}
}

// end is the last part of a quote, which may be a whole sentence.
func end(quote string) string {
	runes := []rune(strings.ReplaceAll(quote, "\t", " | "))
	return string(runes[max(0, len(runes)-60):])
}
