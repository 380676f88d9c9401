package audit_test

import (
	"os"
	"strings"
	"testing"

	"charts/internal/audit"
	"charts/internal/report"
)

// long is a report as long as an annual report: the given number of generated ones.
func long(tb testing.TB, copies int) string {
	tb.Helper()
	if src, err := os.ReadFile("../../../shared/reports/004_c0cd592e8c982e65.txt"); err == nil {
		return strings.Repeat(string(src), copies)
	}
	var b strings.Builder
	for seed := range uint64(copies * 40) {
		b.WriteString(generated(seed).text(-1, ""))
	}
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	src := []byte(long(b, 1))
	for b.Loop() {
		report.Parse("", "r.txt", src)
	}
}

func BenchmarkAudit(b *testing.B) { benchmarkAudit(b, 1) }

func BenchmarkAuditEightCopies(b *testing.B) { benchmarkAudit(b, 8) }

func benchmarkAudit(b *testing.B, copies int) {
	doc, _ := report.Parse("", "r.txt", []byte(long(b, copies)))
	for b.Loop() {
		audit.Run([]*report.Document{doc})
	}
}
