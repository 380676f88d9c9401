package audit

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"charts/internal/claim"
	"charts/internal/message"
)

// A tie holds numbers together: one is what the others make it, or all are equal.
type tie struct {
	rule     string
	severity string // "" is the usual one of the rule
	holds    bool
	facts    []claim.Fact // the first is the one that the others make
	places   []claim.Place
	says     message.Text // the arithmetic
}

// holding is a tie that holds: it speaks for its numbers.
func holding(facts ...claim.Fact) tie { return tie{holds: true, facts: facts} }

// broken is a tie that does not hold.
func broken(rule string, facts []claim.Fact, format message.Format, args ...any) tie {
	t := tie{rule: rule, facts: facts, says: message.Of(format, args...)}
	for _, f := range facts {
		t.places = append(t.places, f.Place)
	}
	return t
}

// as is the tie with another severity than the usual one of its rule.
func (t tie) as(severity string) tie {
	t.severity = severity
	return t
}

// spans reports whether a tie is of numbers before a place and behind it.
func (t tie) spans(at int) bool {
	behind := func(f claim.Fact) bool { return f.Ref.At >= at }
	return slices.ContainsFunc(t.facts, behind) && slices.ContainsFunc(t.facts, func(f claim.Fact) bool { return !behind(f) })
}

func (t tie) weight() string {
	if t.severity != "" {
		return t.severity
	}
	return Rules[slices.IndexFunc(Rules, func(r Rule) bool { return r.Name == t.rule })].Severity
}

// severities from the worst to the least.
var severities = []string{Error, Conflict, Doubt}

// judge finds the fewest numbers whose change would mend all broken ties, as
// Fellegi and Holt do, and makes each a finding. Of two that would do, the one
// that fewer other ties bear out is the suspect.
func judge(all []tie) (found []Finding) {
	borne := map[claim.Ref]int{}
	breaks := map[claim.Ref][]int{}
	for i, t := range all {
		for _, f := range t.facts {
			if t.holds {
				borne[f.Ref]++
			} else if n := breaks[f.Ref]; len(n) == 0 || n[len(n)-1] != i {
				breaks[f.Ref] = append(n, i)
			}
		}
	}
	done := make([]bool, len(all))
	for i, t := range all {
		if t.holds || done[i] {
			continue
		}
		suspect := suspectOf(t, breaks, borne, done)
		var mended []tie
		for _, k := range breaks[suspect] {
			if !done[k] {
				mended, done[k] = append(mended, all[k]), true
			}
		}
		found = append(found, finding(suspect, mended))
	}
	return found
}

// suspectOf is the number of a broken tie that is most likely wrong.
func suspectOf(t tie, breaks map[claim.Ref][]int, borne map[claim.Ref]int, done []bool) claim.Ref {
	open := func(r claim.Ref) (n int) {
		for _, k := range breaks[r] {
			if !done[k] {
				n++
			}
		}
		return n
	}
	best := t.facts[0].Ref
	for _, f := range t.facts[1:] {
		if c := cmp.Compare(open(f.Ref), open(best)); c > 0 || c == 0 && borne[f.Ref] < borne[best] {
			best = f.Ref
		}
	}
	return best
}

// finding is what a suspect breaks, the worst first.
func finding(suspect claim.Ref, broken []tie) Finding {
	slices.SortStableFunc(broken, func(a, b tie) int {
		return slices.Index(severities, a.weight()) - slices.Index(severities, b.weight())
	})
	main := broken[0]
	type line struct {
		report string
		line   int
	}
	seen := map[line]bool{}
	f := Finding{Rule: main.rule, Severity: main.weight(), Message: main.says}
	addPlace := func(p claim.Place) {
		if at := (line{p.Report, p.Line}); !seen[at] {
			seen[at] = true
			f.Places = append(f.Places, p)
		}
	}
	for i, t := range broken {
		if said := t.says.String(); i > 0 && said != main.says.String() && !slices.ContainsFunc(f.Evidence, func(e message.Text) bool { return e.String() == said }) {
			f.Evidence = append(f.Evidence, t.says)
		}
		for _, n := range t.facts {
			if n.Ref == suspect {
				addPlace(n.Place)
			}
		}
	}
	idents := []string{main.rule}
	for _, t := range broken {
		for _, p := range t.places {
			addPlace(p)
		}
	}
	f.facts = main.facts
	for _, n := range main.facts {
		idents = append(idents, n.Ident())
		if n.Ref == suspect {
			f.Values = append([]string{n.Text}, f.Values...)
		} else {
			f.Values = append(f.Values, n.Text)
		}
	}
	sum := sha256.Sum256([]byte(strings.Join(idents, "\x00")))
	f.ID = main.rule + "-" + hex.EncodeToString(sum[:4])
	return f
}

// numbered tells findings of one id apart by their order.
func numbered(found []Finding) []Finding {
	seen := map[string]int{}
	for i := range found {
		if seen[found[i].ID]++; seen[found[i].ID] > 1 {
			found[i].ID += fmt.Sprintf("-%d", seen[found[i].ID])
		}
	}
	if found == nil {
		return []Finding{}
	}
	return found
}

// slack takes away what computing in binary makes up.
const slack = 1e-9

// isQuotient reports whether a printed rate is part/whole times a factor, rounded
// or cut off.
func isQuotient(rate claim.Number, part, whole, factor float64) bool {
	if whole == 0 {
		return false
	}
	d := part/whole*inUnitOf(rate, factor) - rate.Value
	step := rate.Step()
	return d < step-slack*step && d > -step+slack*step
}

// rateTie holds a rate, of a name if it has one, against the two numbers that it is made of.
func rateTie(name string, rate, part, whole claim.Fact, factor float64) tie {
	all := []claim.Fact{rate, part, whole}
	if isQuotient(rate.Number, part.Base, whole.Base, factor) {
		return holding(all...)
	}
	is := percent(part.Base, whole.Base, factor, rate.Number)
	if name == "" {
		return broken("rate-not-quotient", all, "%s / %s = %s, printed %s", part.Text, whole.Text, is, rate.Text)
	}
	return broken("rate-not-quotient", all, "%s: %s / %s = %s, printed %s", name, part.Text, whole.Text, is, rate.Text)
}

// factor is what a rate multiplies its quotient by: 100 for a percentage, 1 for a
// fraction.
func factor(rates []claim.Number) float64 {
	for _, r := range rates {
		if r.OK() && (r.Is("%") || r.Value > 1) {
			return 100
		}
	}
	return 1
}

// percent prints part/whole with as many decimals as a rate has, at least one.
func percent(part, whole, factor float64, like claim.Number) string {
	s := claim.Format(part/whole*inUnitOf(like, factor), max(like.Decimals, 1))
	switch {
	case like.Unit.Name == perMille:
		s += perMille
	case factor == 100:
		s += "%"
	}
	return s
}

// inUnitOf is a factor for percentages in the unit of a rate, which may be ‰.
func inUnitOf(rate claim.Number, factor float64) float64 {
	if rate.Unit.Name == perMille {
		return 10 * factor
	}
	return factor
}

const perMille = "‰"
