package series

import (
	"slices"

	"charts/internal/notation"
	"charts/internal/spec"
)

// unlikeBrackets warns of two columns of values on one axis whose names end in
// different brackets, which may be units that nobody knows: 浊度（NTU）, 水色（度）.
func unlikeBrackets(q *question, f Frame, fig *spec.Figure, roles []role) {
	if kind, _ := spec.FindKind(fig.Chart.V); !kind.Compares() || !slices.Contains(kind.Options, "axis") {
		return
	}
	var first role
	var firstStem, firstUnit string
	for col, role := range roles {
		stem, unit, ok := notation.Bracket(f.Columns[col].Name)
		if role.keys || !ok || f.Columns[col].Unit != "" {
			continue
		}
		switch {
		case firstUnit == "":
			first, firstStem, firstUnit = role, stem, unit
		case unit != firstUnit && stem != firstStem:
			p := q.problems.Warnf(role.name.Pos, "unknown-units", "%s and %s stand on one axis, and %s and %s may be units", first.name.V, role.name.V, firstUnit, unit)
			p.Hintf("give each a figure of its own, or chart: panels; columns: {…} renames what is no unit")
			return
		}
	}
}
