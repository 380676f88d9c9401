// Package lint holds figures against their data: what is drawn as its spec asks,
// and misleads all the same.
//
// A rule is a line of [Rules]; the manual is made of them.
package lint

import (
	"slices"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/series"
	"charts/internal/spec"
)

// A Figure is what the rules look at: a spec, the values that it asks for, and the
// chart on paper that was made of both.
type Figure struct {
	Spec  *spec.Figure
	Frame series.Frame
	Chart *chart.Chart
}

// Check holds a figure against all rules.
func Check(f Figure) diag.List {
	v := view{Figure: f, table: tableOf(f.Spec, f.Frame)}
	for _, r := range Rules {
		if r.check != nil {
			v.rule = r
			r.check(&v)
		}
	}
	return v.problems
}

// A view is a figure while it is looked at.
type view struct {
	Figure
	table
	rule     Rule
	problems diag.List
}

// warn tells that the figure breaks the rule, at a value of the spec or else where
// it names its kind.
func (v *view) warn(at spec.At[string], format message.Format, args ...any) {
	if !at.Set() {
		at = v.Spec.Chart
	}
	v.problems.Warnf(at.Pos, v.rule.Name, format, args...).Hint = message.Of(v.rule.Fix)
}

// is reports whether the figure is of one of these kinds.
func (v *view) is(kinds ...string) bool { return slices.Contains(kinds, v.Spec.Chart.V) }

// stacked reports whether the series are on one another.
func (v *view) stacked() bool { return v.Spec.Stack.V != "" && v.Spec.Stack.V != "false" }

// valueAt is where the spec names its values.
func (v *view) valueAt() spec.At[string] {
	if len(v.Spec.Value) == 0 {
		return spec.At[string]{}
	}
	return v.Spec.Value[0]
}

// Accept turns the warnings that a figure or page accepts into notes with the reason, and
// warns of what it accepts in vain where all that could be found is there. What
// several figures show is not.
func Accept(accepted []spec.Exception, problems diag.List, all bool) diag.List {
	for _, e := range accepted {
		used := false
		for i := range problems {
			if p := &problems[i]; p.Rule == e.Rule.V && p.Severity == diag.Warning {
				p.Severity, used = diag.Fact, true
				p.Hintf("accepted: %s", e.Reason.V)
			}
		}
		if !used && all && e.Rule.V != differ {
			p := problems.Warnf(e.Rule.Pos, "unused-acceptance", "nothing here breaks the rule %s", e.Rule.V)
			p.Hintf("delete the line")
			if near := diag.Nearest(e.Rule.V, names()); near != "" && near != e.Rule.V {
				p.Hintf("did you mean %s?", near)
			}
		}
	}
	return problems
}

// Rules of pages, which what makes them looks for.
const (
	BareCard   = "bare-card"
	TitleLabel = "title-label"
)

// Note tells something that breaks a rule of pages, and stands all the same.
func Note(problems *diag.List, rule string, at spec.At[string], format message.Format, args ...any) {
	p := problems.Warnf(at.Pos, rule, format, args...)
	p.Severity, p.Hint = diag.Fact, message.Of(fixOf(rule))
}

// names are those of the rules.
func names() []string {
	var all []string
	for _, r := range Rules {
		all = append(all, r.Name)
	}
	return all
}
