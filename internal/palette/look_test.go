package palette

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/spec"
)

func TestCheckTheme(t *testing.T) {
	tests := []struct {
		name string
		look string
		want string // the messages, without their hints
	}{
		{"nothing", "", ""},
		{"a good accent", "light: {accent: \"#9e1b32\"}", ""},
		{"pale texts", "light: {muted: \"#b8bcc2\"}", "1:16: #b8bcc2 has a contrast of 1.9 with the background #ffffff, and needs 4.5"},
		{"pale marks", "print: {rest: \"#dddddd\"}", "1:15: #dddddd has a contrast of 1.4 with the background #ffffff, and needs 3.0"},
		{"a background that swallows the texts", "dark: {background: \"#8090a0\", ink: \"#ffffff\", accent: \"#ffffff\", rest: \"#101010\", series: [\"#000000\"]}",
			"1:20: #a3afbb has a contrast of 1.5"},
		{"series that are alike", "light: {series: [\"#1d6fa5\", \"#1d6fa9\"]}", "1:29: #1d6fa5 and #1d6fa9 cannot be told apart in usual vision"},
		{"red and green", "light: {good: \"#4e9a2f\", poor: \"#c0561d\"}", "1:15: #c0561d and #4e9a2f cannot be told apart in deuteranopia"},
		{"a level like a built-in one", "dark: {good: \"#ffe2a4\"}", "1:14: #ffe2a0 and #ffe2a4 cannot be told apart in usual vision"},
	}
	for _, tt := range tests {
		look, problems := spec.ParseTheme("theme.yaml", []byte(tt.look))
		if problems.HasErrors() {
			t.Fatal(messages(problems))
		}
		got := messages(CheckTheme(*look))
		if tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
			t.Errorf("%s: %s; want %s", tt.name, got, tt.want)
		}
	}
}

// messages are problems, one a line.
func messages(problems diag.List) string {
	var all []string
	for _, p := range problems {
		all = append(all, fmt.Sprintf("%d:%d: %s", p.Pos.Line, p.Pos.Col, p.Text))
	}
	return strings.Join(all, "\n")
}

func set(c chart.Color) spec.At[string] {
	return spec.At[string]{V: string(c), Pos: diag.Pos{File: "theme.yaml", Line: 1, Col: 1}}
}

// The built-in themes pass the check that those of authors pass.
func TestBuiltInThemesPass(t *testing.T) {
	for _, th := range Themes {
		var p spec.Palette
		for _, c := range th.Series {
			p.Series = append(p.Series, set(c))
		}
		p.Background, p.Poor, p.Fair, p.Good = set(th.Background), set(th.Levels[0]), set(th.Levels[1]), set(th.Levels[2])
		look := map[string]spec.Theme{"light": {Light: p}, "dark": {Dark: p}, "print": {Print: p}}[th.Name]
		if got := messages(CheckTheme(look)); got != "" {
			t.Errorf("theme %s: %s", th.Name, got)
		}
	}
}

// A theme has ten colours of series; what a spec names beyond them changes nothing.
func TestColoursBeyondTheLast(t *testing.T) {
	var look spec.Theme
	for i := range MaxSeries + 2 {
		look.Light.Series = append(look.Light.Series, spec.At[string]{V: "#00000" + strconv.Itoa(i%10)})
	}
	got := Themes[0].With(look)
	if len(got.Series) != MaxSeries || got.Series[0] != "#000000" || got.Series[MaxSeries-1] != "#000009" {
		t.Errorf("the colours are %v", got.Series)
	}
}
