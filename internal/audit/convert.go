package audit

import (
	"math"
	"strconv"
	"strings"

	"charts/internal/claim"
	"charts/internal/quantity"
	"charts/internal/regexp"
)

// same amount opens another unit of the quantity before it: 1200 亩（合 80 万平方米）.
var equals = regexp.MustCompile(`^ ?[（(,，]? ?(?:折合|约合|相当于|约为|合|即|约|(?:or|about|approximately|equal to|equivalent to|that is|i\.e\.),?)? ?(?:约|为|about)? ?[（(]?$`)

// conversions holds a quantity against the same in another unit.
func conversions(s *claim.Sentence) (all []tie) {
	for i := 1; i < len(s.Mentions); i++ {
		a, b := s.Mentions[i-1], s.Mentions[i]
		if !a.OK() || !b.OK() || a.Unit.Dimension != b.Unit.Dimension || a.Unit.Name == b.Unit.Name || a.Unit.Plain() || a.Rate() || !equals.MatchString(b.Between) || strings.Trim(b.Between, " ，,") == "" {
			continue
		}
		if a.Agrees(b.Number) {
			all = append(all, holding(b.Fact, a.Fact))
			continue
		}
		all = append(all, broken("conversion-wrong", []claim.Fact{b.Fact, a.Fact}, "%s is %s, printed %s", a.Text, inUnit(a.Number, b.Number), b.Text))
	}
	return all
}

// inUnit prints one quantity in the unit of another.
func inUnit(a, like claim.Number) string {
	if like.Value == 0 {
		return a.Text
	}
	return claim.Format(a.Base/(like.Base/like.Value), max(like.Decimals, 2)) + " " + like.Unit.Name
}

// translations holds the quantities of English sentences against those of the
// Chinese ones: the same digits of another size, or the same number of another
// unit, and of a single pair that is left any difference.
func translations(readings []*claim.Reading) (all []tie) {
	for _, r := range readings {
		var chinese, english []claim.Fact
		for _, s := range r.Sentences {
			for _, m := range s.Mentions {
				if !m.OK() || m.Rate() || s.Table != nil || m.Unit.Plain() {
					continue
				}
				if s.Form != "" {
					english = append(english, m.Fact)
				} else {
					chinese = append(chinese, m.Fact)
				}
			}
		}
		if len(english) > 0 && len(chinese) > 0 {
			all = append(all, translated(chinese, english)...)
		}
	}
	return all
}

// dimensions are those that both languages have units of.
var dimensions = []quantity.Dimension{quantity.Money, quantity.Area, quantity.Volumes, quantity.People, quantity.Dollars, quantity.Mass, quantity.Length, quantity.Volume, quantity.Energy}

func translated(chinese, english []claim.Fact) (all []tie) {
	for _, d := range dimensions {
		from, to := ofDimension(chinese, d), ofDimension(english, d)
		sources := map[string][]claim.Fact{}
		for _, f := range from {
			sources[digits(f.Value)] = append(sources[digits(f.Value)], f)
		}
		used := map[claim.Ref]bool{}
		var left []claim.Fact
		for _, e := range to {
			if f, ok := agreeing(from, e); ok {
				used[f.Ref] = true
				all = append(all, holding(e, f))
			} else {
				left = append(left, e)
			}
		}
		var open []claim.Fact
		for _, f := range from {
			if !used[f.Ref] {
				open = append(open, f)
			}
		}
		for _, e := range left {
			key := digits(e.Value)
			alone := len(left) == 1 && len(open) == 1 && len(from) == len(to)
			if f := sources[key]; len(f) > 0 && (len(key) >= 3 || alone && len(key) >= 2) {
				all = append(all, mistranslated(e, f[0]))
			} else if alone && near(e, open[0]) {
				all = append(all, mistranslated(e, open[0]))
			}
		}
	}
	return all
}

func mistranslated(e, f claim.Fact) tie {
	return broken("conversion-wrong", []claim.Fact{e, f}, "%s is %s, not %s", f.Text, inUnit(f.Number, e.Number), e.Text)
}

// near reports whether two amounts are of one order.
func near(a, b claim.Fact) bool {
	return a.Base > 0 && b.Base > 0 && math.Abs(math.Log10(a.Base/b.Base)) < 0.5 && !a.Qualified && !b.Qualified
}

// maxPairs is how many quantities of a language are looked at for each of the
// other.
const maxPairs = 500

func agreeing(from []claim.Fact, e claim.Fact) (claim.Fact, bool) {
	for _, f := range from[:min(len(from), maxPairs)] {
		if f.Agrees(e.Number) {
			return f, true
		}
	}
	return claim.Fact{}, false
}

func ofDimension(all []claim.Fact, d quantity.Dimension) (some []claim.Fact) {
	for _, f := range all {
		if f.Is(d) {
			some = append(some, f)
		}
	}
	return some
}

// digits are those of a number, without its size.
func digits(v float64) string {
	s := strconv.FormatFloat(quantity.Round(v), 'f', -1, 64)
	return strings.Trim(strings.Replace(s, ".", "", 1), "0")
}
