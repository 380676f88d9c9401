package series

import (
	"slices"
	"strconv"
	"strings"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/spec"
)

// A role is a column that a figure names and what the figure does with it.
type role struct {
	name spec.At[string]
	is   string // its name in the kind of chart
	keys bool   // names things, so that it is no value of the figure
}

// rolesOf lists the columns that a figure names, each once, in the order of the
// roles of its kind. A target or a maximum may be a number instead of a column.
func rolesOf(f *spec.Figure) []role {
	kind, _ := spec.FindKind(f.Chart.V)
	var roles []role
	for _, r := range kind.Roles {
		if r.Name == "geojson" {
			continue
		}
		for _, name := range f.Role(r.Name) {
			if isNumber(name.V) && slices.Contains(orNumbers, r.Name) {
				continue
			}
			if !slices.ContainsFunc(roles, func(o role) bool { return o.name.V == name.V }) {
				roles = append(roles, role{name, r.Name, isKey(f, r.Name)})
			}
		}
	}
	return roles
}

// isKey reports whether a role names things. The target of a sankey is a place,
// that of a gauge a value.
func isKey(f *spec.Figure, role string) bool {
	switch role {
	case "category", "series", "label", "path", "source", "facet":
		return true
	case "x", "y":
		return f.Chart.V == "heatmap"
	case "target":
		return f.Chart.V == "sankey"
	}
	return false
}

// nameKeys notes the columns that name the rows. The dots of a scatter without
// labels are known by where they stand.
func nameKeys(columns []Column, f *spec.Figure, roles []role) {
	for i := range min(len(columns), len(roles)) { // a failed query has none
		if r := roles[i]; r.keys || r.is == "x" && !f.Label.Set() {
			columns[i].Key = r.is
		}
	}
}

func isNumber(s string) bool {
	_, err := strconv.ParseFloat(s, 64)
	return err == nil
}

// unitsOf lists the units of a column, each with the rows that have it, and the
// first place of each unit.
func unitsOf(f Frame, col int) ([]message.Text, []diag.Note) {
	var units []string
	var said []message.Text
	var notes []diag.Note
	rows := map[string][]message.Text{}
	for _, r := range f.Rows {
		v := r.Cells[col]
		unit := sided(v)
		if v.Kind != Number || unit == "" {
			continue
		}
		var at Source
		if len(r.Sources) > 0 {
			at = r.Sources[0]
		}
		if rows[unit] == nil {
			units = append(units, unit)
			if at.Line > 0 {
				notes = append(notes, diag.Note{Pos: diag.Pos{File: at.Report, Line: at.Line}, Text: message.Of("%s in %s", rowName(r), unit)})
			}
		}
		rows[unit] = append(rows[unit], message.Of("%s (%s)", rowName(r), message.PlaceOr(at.Place, at.Line)))
	}
	for _, u := range units {
		said = append(said, message.Of("%s: %s", u, message.Few(rows[u], mostListed)))
	}
	return said, notes
}

// sided is the unit of a number, of a ratio with the side that its number is on: 1:3 and
// 3:1 are both written as 3.
func sided(v Value) string {
	switch text := notation.Fold(v.Text); {
	case v.Unit == ":" && text == "1:1":
		return "" // is of either
	case v.Unit == ":" && strings.HasPrefix(text, "1:"):
		return "1:n"
	case v.Unit == ":" && strings.HasSuffix(text, ":1"):
		return "n:1"
	}
	return v.Unit
}

// orNumbers are the roles that take a column or a number.
var orNumbers = []string{"target", "max", "compare"}
