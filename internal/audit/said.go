package audit

import (
	"math"
	"slices"
	"strings"

	"charts/internal/claim"
	"charts/internal/quantity"
	"charts/internal/regexp"
)

// shareSaid holds the rate r of the part p in the whole w.
func shareSaid(s said) []tie {
	p, w, r := s.number("p"), s.number("w"), s.number("r")
	if p.Rate() || w.Rate() || p.Qualified || r.Change || p.Low > w.High || !alike(p, w) {
		return nil
	}
	return []tie{share{part: p, rate: r}.check(w.Fact, Error)}
}

// rateSaid holds 1,260 sat the test and 1,134 passed, a pass rate of 90%: the rate has
// the name of what the second did.
func rateSaid(s said) []tie {
	p, w, r := s.number("p"), s.number("w"), s.number("r")
	rate := s.words["rate"]
	if p.Qualified || w.Qualified || r.Qualified || w.Base <= 0 || p.Base > w.Base ||
		!slices.ContainsFunc(strings.Fields(s.words["did"]), func(did string) bool { return len(did) >= 4 && len(rate) >= 4 && did[:4] == rate[:4] }) {
		return nil
	}
	return []tie{rateTie(rate, r.Fact, p.Fact, w.Fact, 100)}
}

// twoShares holds the shares of two classes that are all: domestic and foreign.
func twoShares(s said) []tie {
	a, b := s.number("a"), s.number("b")
	if p, ok := englishPartition([]string{around(a), around(b)}); !ok || !p.complete || a.Qualified || b.Qualified || a.Change || b.Change || !isShareOf.MatchString(s.Form) || ofEach.MatchString(a.After+b.After) {
		return nil
	}
	return []tie{wholeOfShares(facts(a, b))}
}

// ratioSaid holds a ratio against the counts of the two things that it names.
func ratioSaid(s said) []tie {
	r, one := s.number("r"), s.number("one")
	if one != nil && one.Value != 1 || one == nil && !r.Is(quantity.Ratio) && !r.Unit.Plain() || r.Qualified || weighted.MatchString(s.Form) {
		return nil
	}
	a, b := countOf(s.Sentence, s.words["of"], r, one), countOf(s.Sentence, s.words["to"], r, one)
	if a == nil || b == nil || a.Base == 0 || b.Base == 0 {
		return nil
	}
	return []tie{ratioTie(r, a, b)}
}

// meanSaid holds the mean m of an amount a for each of a count c.
func meanSaid(s said) []tie {
	a, c, m := s.number("a"), s.number("c"), s.number("m")
	if claim.MeasureOf(s.words["unit"]).Key != claim.MeasureOf(s.words["each"]).Key || a.Unit.Dimension != m.Unit.Dimension || a.Qualified || c.Qualified || m.Qualified || c.Base <= 0 || m.Value == 0 {
		return nil
	}
	return []tie{meanTie(m, a, c)}
}

// changeSaid holds the change d against the values before it, a, and after it, b.
func changeSaid(s said) []tie {
	d, a, b := s.number("d"), s.number("a"), s.number("b")
	points := d.Is(quantity.Points) && b.Rate()
	if d.Qualified || a.Qualified || b.Qualified || a.Unit.Dimension != b.Unit.Dimension || !d.Is(quantity.Percent) && d.Unit.Dimension != b.Unit.Dimension && !points {
		return nil
	}
	t, ok := difference(d.Fact, s.words["down"] != "", a.Fact, b.Fact)
	if !ok {
		return nil
	}
	return []tie{t.as(Error)}
}

// directionSaid holds a rise or a fall against the values that it is between.
func directionSaid(s said) []tie {
	a, b, up := s.number("a"), s.number("b"), s.words["up"] != ""
	if a.Unit.Dimension != b.Unit.Dimension || a.Qualified || b.Qualified || up && b.High >= a.Low || !up && b.Low <= a.High {
		return nil
	}
	return []tie{broken("trend-contradicted", facts(b, a), "%s: from %s to %s", s.words["up"]+s.words["down"], a.Text, b.Text).as(Error)}
}

// timesSaid holds doubled and its like against the two values; words are rounder than
// numbers.
func timesSaid(s said) []tie {
	a, b := s.number("a"), s.number("b")
	if a.Base <= 0 || a.Unit.Dimension != b.Unit.Dimension {
		return nil
	}
	by := map[string]float64{"doubled": 2, "tripled": 3, "trebled": 3, "quadrupled": 4, "halved": 0.5}[s.words["times"]]
	low, high := by*0.85, by*1.2
	if s.words["more"] != "" {
		low, high = by, math.Inf(1)
	}
	if times := b.Base / a.Base; times < low || times > high {
		return []tie{broken("change-not-difference", facts(b, a), "%s: %s / %s = %s", s.words["times"], b.Text, a.Text, claim.Format(times, 2))}
	}
	return []tie{holding(facts(b, a)...)}
}

// namesSaid holds the things that a colon or namely opens against their number.
func namesSaid(s said) []tie {
	n, list := s.number("n"), s.words["list"]
	if !n.Exact() || n.Qualified || n.Value > 40 || n.Rate() || openList.MatchString(list) {
		return nil
	}
	things := thingsOf(list)
	if len(things) < 3 || float64(len(things)) == n.Value || slices.ContainsFunc(things, func(t string) bool { return len(strings.Fields(t)) > 5 }) {
		return nil
	}
	return []tie{broken("list-not-count", facts(n), "%s counted, %d named", n.Text, len(things))}
}

// thingsOf parts a list; one of which a part may have an and of its own is none.
func thingsOf(list string) []string {
	things := strings.Split(list, ", ")
	last := len(things) - 1
	rest, oxford := strings.CutPrefix(things[last], "and ")
	switch a, b, and := strings.Cut(rest, " and "); {
	case oxford && !strings.Contains(list[:len(list)-len(rest)-len("and ")], " and "):
		things[last] = rest
	case oxford, strings.Contains(b, " and "):
		return nil
	case and:
		return append(things[:last], a, b)
	}
	return things
}

var openList = regexp.MustCompile(`\b(?:such as|including|among|etc|for example|e\.g\.|and (?:so on|others|more)|is|are|was|were|has|have)\b`)
