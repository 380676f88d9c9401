package chart

import (
	"strings"
	"testing"

	"charts/internal/series"
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
			t.Fatal(said(problems))
		}
		got := said(CheckTheme(*look))
		if tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
			t.Errorf("%s: %s; want %s", tt.name, got, tt.want)
		}
	}
}

// The built-in themes pass the check that those of authors pass.
func TestBuiltInThemesPass(t *testing.T) {
	for _, th := range themes {
		var p spec.Palette
		for _, c := range th.palette {
			p.Series = append(p.Series, at(string(c)))
		}
		p.Background, p.Poor, p.Fair, p.Good = at(string(th.background)), at(string(th.levels[poor])), at(string(th.levels[fair])), at(string(th.levels[fine]))
		look := map[string]spec.Theme{"light": {Light: p}, "dark": {Dark: p}, "print": {Print: p}}[th.name]
		if got := said(CheckTheme(look)); got != "" {
			t.Errorf("theme %s: %s", th.name, got)
		}
	}
}

// A theme says which colours good and poor values have.
func TestLevelColoursOfATheme(t *testing.T) {
	f := fig("bar", "类", "率")
	f.Limits = ends(80, 90)
	data := frame("类 率/%", []series.Value{text("会计"), num(96, 0, "%")}, []series.Value{text("护理"), num(85, 0, "%")}, []series.Value{text("机电"), num(70, 0, "%")})
	look := spec.Theme{Light: spec.Palette{Good: at("#005f73"), Poor: at("#9b2226")}}
	c, _ := Resolve(f, data, Options{Look: look})
	want := []Color{"#005f73", light.levels[fair], "#9b2226"}
	for i, d := range c.Panels[0].Marks[0].(Bars).Data {
		if d.Color != want[i] || c.Legend[i].Color != want[i] {
			t.Errorf("%s is %s, and %s in the legend; want %s", d.Name, d.Color, c.Legend[i].Color, want[i])
		}
	}
}
