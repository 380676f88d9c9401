package spec

import (
	"path/filepath"
	"strings"

	"charts/internal/diag"
	"charts/internal/message"
)

// ParseFigure reads specs/figures/ID.yaml. The figure is as good as the file
// allows, and fit to be drawn when the list holds no errors and the figure
// extends no other; see [Link] for those that do.
func ParseFigure(path string, src []byte) (*Figure, diag.List) {
	f := &Figure{ID: idOf(path), Path: path}
	problems := decode(path, src, message.Of("the figure"), f)
	problems = append(problems, f.check()...)
	problems.Sort()
	return f, problems
}

// ParseDashboard reads specs/dashboards/ID.yaml.
func ParseDashboard(path string, src []byte) (*Dashboard, diag.List) {
	b := &Dashboard{ID: idOf(path), Path: path}
	problems := decode(path, src, message.Of("the dashboard"), b)
	if !problems.HasErrors() && len(b.Cards)+len(b.Sections)+len(b.Figures) == 0 && !b.Lead.ID.Set() {
		problems.Errorf(diag.Pos{File: path, Line: 1}, "missing", "the dashboard shows nothing").
			Hintf("add figures: [ID, …], sections or cards")
	}
	problems.Sort()
	return b, problems
}

// ParseProject reads specs/charts.yaml.
func ParseProject(path string, src []byte) (*Project, diag.List) {
	p := &Project{Path: path}
	return p, decode(path, src, message.Of("the project"), p)
}

// ParseTheme reads specs/theme.yaml.
func ParseTheme(path string, src []byte) (*Theme, diag.List) {
	t := &Theme{Path: path}
	return t, decode(path, src, message.Of("the theme"), t)
}

// idOf is the file's name without its extension.
func idOf(path string) string {
	base := filepath.Base(filepath.ToSlash(path))
	for _, ext := range []string{".yaml", ".yml"} {
		if id, ok := strings.CutSuffix(base, ext); ok {
			return id
		}
	}
	return base
}
