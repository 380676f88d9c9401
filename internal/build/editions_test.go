package build

import (
	"testing"

	"charts/internal/report"
)

func TestReportNames(t *testing.T) {
	p := &Project{Documents: []*report.Document{
		{Path: "reports/2022.txt", Name: "2022", Title: "质量年报"},
		{Path: "reports/2023.txt", Name: "2023", Title: "质量年报"},
		{Path: "reports/other.docx", Name: "other", Title: "学报"},
		{Path: "reports/plain.v2.txt"},
	}}
	got := reportNames(p)
	for path, want := range map[string]string{
		"reports/2022.txt": "质量年报 2022", "reports/2023.txt": "质量年报 2023", "reports/other.docx": "学报", "reports/plain.v2.txt": "plain.v2",
	} {
		if got[path] != want {
			t.Errorf("%s is named %q, want %q", path, got[path], want)
		}
	}
}
