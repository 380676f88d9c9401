package audit

import (
	"slices"
	"strings"

	"charts/internal/claim"
	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/report"
)

var (
	// risesSaid says that something rose or fell every year, and over which years.
	risesSaid = form(`^(?P<of>[^,;:]*?) (?:has |have |had )?(?:(?P<up>` + upward + `)|(?P<down>` + downward + `)) (?:steadily|continuously|consistently|(?:in )?every year|each year|year (?:after|by|on) year|for (?P<n>[a-z]+) (?:consecutive|straight|successive) years)`)
	yearsSaid = regexp.MustCompile(`(?:from|between) (` + notation.YearDigits + `) (?:to|and|until|through) (` + notation.YearDigits + `)`)
	pastSaid  = regexp.MustCompile(`(?:over|in|during|for) the (?:past|last) ([a-z]+) years|since (` + notation.YearDigits + `)`)
	butFor    = regexp.MustCompile(`\b(?:apart from|except|exception|other than|but for|aside from|excluding)\b`)
	// rankSaid says that something is the first or the last of all.
	rankSaid = form(`\bthe (?:(?P<up>most|highest|largest|greatest|biggest)|(?P<down>fewest|lowest|smallest|least))\b`)
	ofSome   = regexp.MustCompile(`\b(?:one of|among|second|third|of (?:the|its|our) (?:new|old|other)|since|ever|in (?:its|our) history)\b`)
)

// numerals are the small numbers that a span of years is said with.
var numerals = []string{"", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

// englishOrder holds the words of order of an English paragraph against the numbers.
func englishOrder(r *claim.Reading, p report.Paragraph, years map[string][]claim.Fact, columns []columnName) (all []tie) {
	for s := range p.Sentences() {
		text := strings.ToLower(s.Text)
		if m := risesSaid.FindStringSubmatch(text); m != nil && !butFor.MatchString(text) {
			facts := slices.Clone(years[claim.MeasureOf(m[1]).Key])
			slices.SortStableFunc(facts, func(a, b claim.Fact) int { return strings.Compare(a.Period.Year, b.Period.Year) })
			all = append(all, trendTie(r, s, ofYears(facts, text, m[4]), m[0], m[2] != "")...)
		}
		if m := rankSaid.FindStringSubmatch(text); m != nil && !ofSome.MatchString(text) && !butFor.MatchString(text) {
			for _, c := range columns {
				if t, ok := c.ranked(r, s, text, m[1] != ""); ok {
					all = append(all, t)
					break
				}
			}
		}
	}
	return all
}

// ofYears are the facts of the years that a sentence speaks of.
func ofYears(facts []claim.Fact, text, consecutive string) []claim.Fact {
	facts = slices.CompactFunc(facts, func(a, b claim.Fact) bool { return a.Period.Year == b.Period.Year })
	from, to := "", "9999"
	if m := yearsSaid.FindStringSubmatch(text); m != nil {
		from, to = m[1], m[2]
	}
	n := slices.Index(numerals, consecutive) + 1 // so many rises need one year more
	if m := pastSaid.FindStringSubmatch(text); m != nil {
		from, n = max(from, m[2]), max(n, slices.Index(numerals, m[1]))
	}
	facts = slices.DeleteFunc(facts, func(f claim.Fact) bool { return f.Period.Year < from || f.Period.Year > to })
	if n > 1 && n < len(facts) {
		return facts[len(facts)-n:]
	}
	return facts
}
