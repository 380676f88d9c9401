package audit

import (
	"math"
	"slices"
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
				if !m.OK() || m.Rate() || s.Table != nil {
					continue
				}
				if s.Form != "" {
					english = append(english, m.Fact)
				} else if !m.Unit.Plain() {
					chinese = append(chinese, m.Fact)
				}
			}
		}
		if len(english) == 0 || len(chinese) == 0 {
			continue
		}
		for _, d := range dimensions {
			all = append(all, translated(ofDimension(chinese, d), ofDimension(english, d), true)...)
		}
		all = append(all, translated(counted(chinese), counted(english), false)...)
	}
	return all
}

// dimensions are those that both languages have units of.
var dimensions = []quantity.Dimension{quantity.Money, quantity.Area, quantity.Volumes, quantity.People, quantity.Dollars, quantity.Mass, quantity.Length, quantity.Volume, quantity.Energy}

// translated holds quantities of one dimension against each other. Where it is not sure
// that they are, only a single pair with the same digits tells.
func translated(from, to []claim.Fact, sure bool) (all []tie) {
	sources := map[string]claim.Fact{}
	for _, f := range slices.Backward(from) {
		sources[digits(f.Value)] = f
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
	open := slices.DeleteFunc(slices.Clone(from), func(f claim.Fact) bool { return used[f.Ref] })
	alone := len(left) == 1 && len(open) == 1 && len(from) == len(to)
	for _, e := range left {
		key := digits(e.Value)
		f, same := sources[key]
		switch {
		case same && (alone && len(key) >= 2 || sure && len(key) >= 3):
			all = append(all, mistranslated(e, f))
		case sure && alone && near(e, open[0]):
			all = append(all, mistranslated(e, open[0]))
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

func ofDimension(all []claim.Fact, d quantity.Dimension) []claim.Fact {
	return slices.DeleteFunc(slices.Clone(all), func(f claim.Fact) bool { return !f.Is(d) })
}

// counted are the quantities that count what no dimension is of: 台, computers.
func counted(all []claim.Fact) []claim.Fact {
	return slices.DeleteFunc(slices.Clone(all), func(f claim.Fact) bool { return slices.Contains(dimensions, f.Unit.Dimension) })
}

// digits are those of a number, without its size.
func digits(v float64) string {
	s := strconv.FormatFloat(quantity.Round(v), 'f', -1, 64)
	return strings.Trim(strings.Replace(s, ".", "", 1), "0")
}
