package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"charts/internal/build"
)

// TestExamples draws the example projects, whose pages show what they promise.
func TestExamples(t *testing.T) {
	for _, tt := range []struct{ project, page, want string }{
		{"colleges", "colleges.html", "QUARTILE.INC"},
		{"texts", "year.html", "million yuan"},
		{"texts", "profile.html", "23,865.81"},
		{"texts", "profile-en.html", "238.66"},
	} {
		t.Run(tt.page, func(t *testing.T) {
			t.Chdir(filepath.Join("../../examples", tt.project))
			o := build.Options{Out: t.TempDir(), Specs: "specs", Formats: []string{"html"}}
			p, problems := build.Load(o)
			_, more := build.Render(t.Context(), p, o, func(int, int) {})
			if problems = append(problems, more...); len(problems) > 0 {
				t.Fatal(problems)
			}
			page, err := os.ReadFile(filepath.Join(o.Out, tt.page))
			if err != nil || !strings.Contains(string(page), tt.want) {
				t.Errorf("%s does not say %q: %v", tt.page, tt.want, err)
			}
		})
	}
}
