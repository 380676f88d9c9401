package spec

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"charts/internal/diag"
)

// A figure without errors has its title, kind, data and roles; every problem,
// whatever the file, points into the file and speaks without words of the
// machinery.
func FuzzParseFigure(f *testing.F) {
	f.Add([]byte(baseSpec))
	for _, cases := range [][]agree{figureCases, dashboardCases, projectCases, themeCases} {
		for _, c := range cases {
			for _, line := range c.lines {
				f.Add([]byte(strings.TrimPrefix(line, "+ ")))
			}
		}
	}
	for _, s := range []string{"a: &x [*x]\n", "title: \"引号\\n\"\nb: |\n  块\r\n", "\ufeff标题：中文\n", "...\n", "? q\n: r\n", "- - - -\n", "%YAML 1.2\n---\na: 1\n", "a: !!str 1\n", "<<: *x\n",
		"{chart: kpi, columns: [{as: bar}]}\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 1<<12 {
			return
		}
		fig, problems := ParseFigure("specs/figures/f.yaml", src)
		for _, p := range problems {
			if why := outside(p, src); why != "" {
				t.Errorf("%s: %v %s", why, p.Pos, p.Text)
			}
		}
		if !problems.HasErrors() && !fig.Extends.Set() {
			if problems := fig.whole(At[string]{}); len(problems) > 0 {
				t.Errorf("accepted, and yet %v", problems)
			}
		}
	})
}

// What an outline says, the whole file says, too.
func FuzzOutline(f *testing.F) {
	f.Add([]byte(baseSpec))
	for _, c := range figureCases {
		f.Add([]byte(strings.Join(c.lines, "\n")))
	}
	for _, s := range []string{
		"title: t\nchart: line\ndata: {file: a.csv}\ncategory: 年\nvalue: [本科, 专科]\n",
		"title: t\nchart: bar\ndata:\n  table: \"a\nvalue: b\ncategory: x\"\nvalue: c\n",
		"title: t\nchart: bar\ndata: {table: a,\nvalue: b\ncategory: c}\nvalue: 人数 # 人\n",
		"title: t\nchart: scatter\ndata: {values: [{a: 1, b: 2}], source: s}\nx: a\ny: b\nsize: 9x9mm\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 1<<12 {
			return
		}
		outline, ok := Outline("specs/figures/f.yaml", src)
		whole, problems := ParseFigure("specs/figures/f.yaml", src)
		if !ok || problems.HasErrors() {
			return
		}
		said := func(f *Figure) (texts []string) {
			for _, at := range append([]At[string]{f.Chart, f.Category, f.Series, f.Y, f.Extends, f.Legend}, f.Value...) {
				texts = append(texts, at.V)
			}
			return texts
		}
		if got, want := said(outline), said(whole); !slices.Equal(got, want) {
			t.Errorf("the outline says %q, the file %q", got, want)
		}
	})
}

// FuzzParseOthers does the same of the other files of a project.
func FuzzParseOthers(f *testing.F) {
	for i, cases := range [][]agree{dashboardCases, projectCases, themeCases} {
		for _, c := range cases {
			for _, line := range c.lines {
				f.Add(uint8(i), []byte(strings.TrimPrefix(line, "+ ")))
			}
		}
	}
	f.Fuzz(func(t *testing.T, kind uint8, src []byte) {
		if len(src) > 1<<12 {
			return
		}
		var problems diag.List
		switch kind % 4 {
		case 0:
			_, problems = ParseDashboard("specs/dashboards/d.yaml", src)
		case 1:
			_, problems = ParseProject("specs/charts.yaml", src)
		case 2:
			_, problems = ParseTheme("specs/theme.yaml", src)
		case 3:
			_, problems = ParseAudit("specs/audit.yaml", src)
		}
		for _, p := range problems {
			if why := outside(p, src); why != "" {
				t.Errorf("%s: %v %s", why, p.Pos, p.Text)
			}
		}
	})
}

// outside says what is wrong with the place or the words of a problem, or "".
func outside(p diag.Problem, src []byte) string {
	line, ok := diag.Line(src, p.Pos.Line)
	switch {
	case len(src) > 0 && !ok && utf8.Valid(src):
		return "no such line"
	case p.Pos.Line < 1 || p.Pos.Line > bytes.Count(src, []byte("\n"))+1:
		return "line outside the file"
	case ok && p.Pos.Col > utf8.RuneCountInString(line)+2: // after \r\n
		return "column outside the line"
	}
	for _, word := range []string{"unmarshal", "nil", "spec.", "int64", "interface", "token", "%!(", "(MISSING)", "!(string="} {
		if strings.Contains(strings.ReplaceAll(p.Text.String(), string(src), ""), word) && !bytes.Contains(src, []byte(word)) {
			return "word of the machinery"
		}
	}
	return ""
}
