package pattern

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestMatch(t *testing.T) {
	for _, tt := range []struct{ pattern, name, institution, year string }{
		{"reports/{院校}-{年}.docx", "reports/甲-2023.docx", "甲", "2023"},
		{"reports/{institution}-{year}.*", "reports/A-B-2023.docx", "A-B", "2023"},
		{"{year}/{institution}.*", "2023/甲.txt", "甲", "2023"},
		{"reports/{institution}.*", "reports/甲.txt", "甲", ""},
		{"reports/{institution}-{year}.docx", "reports/甲-2023.pdf", "", ""},
		{"reports/{institution}-{year}.docx", "reports/甲-23.docx", "", ""},
		{"reports/{institution}-{year}.*", "reports/old/甲-2023.docx", "", ""},
		{"reports/{institution}-{year}.*", "reports/甲-2023xdocx", "", ""},
		{"reports/{year}.*", "reports/2023.docx", "", "2023"},
	} {
		p, err := Parse(tt.pattern)
		if err != nil {
			t.Fatal(err)
		}
		institution, year, ok := p.Match(tt.name)
		if institution != tt.institution || year != tt.year || ok != (tt.institution+tt.year != "") {
			t.Errorf("%s is %q of %q by %s", tt.name, institution, year, tt.pattern)
		}
	}
}

func TestPrefix(t *testing.T) {
	for pattern, want := range map[string]string{"reports/{院校}-{年}.*": "reports/", "a/b*/{院校}": "a/", "{年}/{院校}.*": "", "r/x-{院校}": "r/"} {
		if p, err := Parse(pattern); err != nil || p.Prefix() != want {
			t.Errorf("the prefix of %s is %q, %v", pattern, p.Prefix(), err)
		}
	}
}

func TestFiles(t *testing.T) {
	root := fstest.MapFS{"r/甲-2023.txt": {}, "r/甲-2022.md": {}, "r/notes.txt": {}, "r/old/乙-2023.txt": {}, ".git/丙-2023.txt": {}}
	for pattern, want := range map[string][]File{
		"r/{院校}-{年}.*": {{"r/甲-2022.md", "甲", "2022"}, {"r/甲-2023.txt", "甲", "2023"}},
		"r/*.txt":      {{"r/notes.txt", "", ""}, {"r/甲-2023.txt", "", ""}},
		"*/{院校}.txt":   {{"r/notes.txt", "notes", ""}, {"r/甲-2023.txt", "甲-2023", ""}},
		"none/*":       nil,
	} {
		p, err := Parse(pattern)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := p.Files(root); !slices.Equal(got, want) || err != nil {
			t.Errorf("%s finds %v, %v, want %v", pattern, got, err, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, pattern := range []string{"{school}-{year}", "{院校}-{institution}"} {
		if _, err := Parse(pattern); err == nil {
			t.Errorf("%q is taken for a pattern", pattern)
		}
	}
}

func TestFolder(t *testing.T) {
	for name, want := range map[string]bool{strings.Repeat("a", 200): true, strings.Repeat("a", 201): false, "": true, "示例学院": true, "A (B) 大学": true, "..": false, ".x": false, "a.": false, "a\\b": false, "C:": false, "a\nb": false, " a": false, "a\xff": false} {
		if Folder(name) != want {
			t.Errorf("Folder(%q) is %v", name, !want)
		}
	}
}
