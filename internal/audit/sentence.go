package audit

import (
	"slices"
	"strings"

	"charts/internal/claim"
	"charts/internal/quantity"
	"charts/internal/regexp"
)

// partsOfSentence holds the parts that a sentence names against their whole: 其中
// 一等奖 3 项、二等奖 4 项.
func partsOfSentence(s *claim.Sentence) (all []tie) {
	counts := countsOf(s)
	for w, whole := range counts {
		if whole.Bracket && w+1 < len(counts) && !counts[w+1].Bracket {
			continue
		}
		parts := partsAfter(s, whole, counts[w+1:])
		if len(parts) == 0 {
			continue
		}
		for _, p := range parts {
			if p.Low > whole.High && p.Kind == whole.Kind && sameNoun(p, whole) {
				all = append(all, broken("parts-exceed-whole", facts(p, whole), "%s %s is more than %s, of which it is a part", p.Measure.Name, p.Text, whole.Text))
			}
		}
		all = append(all, sumOfParts(s, whole, parts)...)
	}
	return all
}

// sameNoun reports whether two numbers of a general counter count one kind of
// thing: 专业大类 10 个 are not what 国家级专业 16 个 is a part of.
func sameNoun(part, whole *claim.Mention) bool {
	if part.Unit.Dimension != "个" && part.Unit.Dimension != "项" {
		return true
	}
	if strings.Contains(part.Before, "奖") && strings.Contains(whole.Before, "奖") {
		return true
	}
	p, w := []rune(part.Measure.Stem), []rune(whole.Measure.Stem)
	return len(p) > 0 && len(w) > 0 && p[len(p)-1] == w[len(w)-1] && (len(p) < 2 || len(w) < 2 || p[len(p)-2] == w[len(w)-2])
}

// countsOf are the numbers of a sentence that count or measure, and are no
// changes.
func countsOf(s *claim.Sentence) (all []*claim.Mention) {
	for i := range s.Mentions {
		if m := &s.Mentions[i]; m.OK() && !m.Rate() && !m.Change {
			all = append(all, m)
		}
	}
	return all
}

// opensParts is what is between a whole and its first part.
var opensParts = regexp.MustCompile(`^[^,，;；。]{0,12}(?:[,，]?(?:其中|包括|包含|含)|[:：]|[,，]分别(?:为|是))`)

// opens reports whether a number is the first part of those before it: behind such
// words, or in a bracket.
func opens(p *claim.Mention) bool {
	return (p.Bracket && inBracket.MatchString(p.Between) || opensParts.MatchString(p.Between)) &&
		!strings.ContainsAny(p.Between, "；;。") && claim.Stem(p.Before) != "" && !equals.MatchString(p.Between)
}

// inBracket opens a bracket behind a number.
var inBracket = regexp.MustCompile(`^[^,，;；。]{0,12}[（(]`)

// closesParts begins what is said of something else.
var closesParts = regexp.MustCompile(`[;；。]|此外|另有?|还有|同时|[,，](?:共|合计|总计)`)

// partsAfter are the numbers right after a whole that are of its unit and that
// the sentence calls its parts.
func partsAfter(s *claim.Sentence, whole *claim.Mention, counts []*claim.Mention) (parts []*claim.Mention) {
	for i, p := range counts {
		if i == 0 && (!opens(p) || p.Bracket && p.Period != whole.Period) || p.Unit.Dimension != whole.Unit.Dimension || p.Qualified {
			break
		}
		if i > 0 {
			gap := s.Text[counts[i-1].End:p.Start]
			if strings.ContainsAny(gap, ";；") && p.Low > whole.High { // no part, but the next thing
				break
			}
			if closesParts.MatchString(gap) && !sharesBetween.MatchString(gap) || strings.Contains(gap, "其中") || p.Bracket != parts[0].Bracket {
				break
			}
		}
		parts = append(parts, p)
	}
	return parts
}

// sharesBetween is the share of a part, that the next part follows.
var sharesBetween = regexp.MustCompile(`^[^;；。]{0,20}[%％][^;；。]{0,6}[;；]`)

func sumOfParts(s *claim.Sentence, whole *claim.Mention, parts []*claim.Mention) []tie {
	if len(parts) < 2 || parts[0].Kind != whole.Kind || !slices.ContainsFunc(parts, func(p *claim.Mention) bool { return sameNoun(p, whole) }) {
		return nil
	}
	var names []string
	for _, p := range parts {
		names = append(names, p.Before)
	}
	p, ok := partitionOf(names)
	if allShares(s, parts) {
		p, ok = partition{complete: true}, true
	}
	t := sumSaid(whole, parts)
	switch {
	case ok:
		return p.holds(whole.Fact, t, name(whole))
	case t.makes(whole.Number):
		return []tie{holding(append([]claim.Fact{whole.Fact}, t.facts...)...)}
	}
	return nil
}

// sumSaid is the sum of some numbers in the unit of another.
func sumSaid(of *claim.Mention, parts []*claim.Mention) sum {
	t := sum{exact: true, n: len(parts)}
	scale := scaleOf(of.Number)
	for _, p := range parts {
		t.facts, t.value, t.decimals = append(t.facts, p.Fact), t.value+p.Base/scale, max(t.decimals, p.Decimals)
		t.exact = t.exact && p.Exact() && scaleOf(p.Number) == scale
	}
	return t
}

// allShares reports whether each part has its share, and they make 100 %.
func allShares(s *claim.Sentence, parts []*claim.Mention) bool {
	total, n := 0.0, 0
	for i := range s.Mentions {
		if m := &s.Mentions[i]; m.OK() && m.Is(quantity.Percent) && i > 0 && slices.Contains(parts, &s.Mentions[i-1]) && strings.Contains(m.Before, "占") {
			total += m.Value
			n++
		}
	}
	return n == len(parts) && total > 99.5 && total < 100.5
}

func name(m *claim.Mention) string {
	if m.Measure.Stem != "" {
		return m.Measure.Stem
	}
	return m.Text
}

func facts(mentions ...*claim.Mention) (all []claim.Fact) {
	for _, m := range mentions {
		all = append(all, m.Fact)
	}
	return all
}

// together is what is between the last number of a list and their sum.
var together = regexp.MustCompile(`^[^,，;；。、]{0,10}[,，、;；]?(?:总共|一共|共计|合计|总计|共|总数)(?:有|为|达|是)?$`)

// joint holds numbers of a list against what they are together: 讲座 10 场、论坛 5
// 场，共 15 场.
func joint(s *claim.Sentence) []tie {
	counts := countsOf(s)
	var all []tie
	for i, total := range counts {
		if i < 2 || !together.MatchString(total.Between) || claim.Stem(total.After) != "" && total.After != counts[0].After {
			continue
		}
		from := i
		for from > 0 && goesWith(s, counts[from-1], counts[from], total) && (i-from < 2 || !sumSaid(total, counts[from:i]).makes(total.Number)) {
			from--
		}
		if from < i-1 {
			all = append(all, jointTie(total, counts[from:i]))
		}
	}
	return all
}

// goesWith reports whether a number is of the list that the next one is of.
func goesWith(s *claim.Sentence, m, next, total *claim.Mention) bool {
	return m.Unit.Name == total.Unit.Name && !m.Qualified && !strings.Contains(s.Text[m.End:next.Start], "其中")
}

// jointTie holds a total against the numbers that it is said to sum up.
func jointTie(total *claim.Mention, parts []*claim.Mention) tie {
	t := sumSaid(total, parts)
	joint := partition{complete: true}.holds(total.Fact, t, "the sum")[0]
	if t.value > total.Value { // one may be counted twice
		return joint.as(Doubt)
	}
	return joint
}

// How a ratio names the two that it is of: by a character each, or in full.
var (
	ratioName  = regexp.MustCompile(`(?:^|的)(\p{Han})(\p{Han})(?:生|员|人数)?(?:之比|比例|比值|比)(?:约)?(?:为|是|达到?)?$`)
	ratioOfTwo = regexp.MustCompile(`(\p{Han}{2,10}?)(?:人数)?[与和同](\p{Han}{2,10}?)(?:人数)?(?:之比|的?比例|的?比值|比)(?:约)?(?:为|是|达到?)?$`)
)

// ratios holds a ratio against the two numbers that it is of: 男女生比例为 1.49.
func ratios(s *claim.Sentence) (all []tie) {
	if !strings.Contains(s.Text, "比") {
		return nil
	}
	for i := range s.Mentions {
		r := &s.Mentions[i]
		if !r.OK() || !r.Is(quantity.Ratio) && !r.Unit.Plain() {
			continue
		}
		a, b := ratioOf(s, r)
		if a == nil || b == nil || a.Base == 0 || b.Base == 0 || a.Unit.Dimension != b.Unit.Dimension {
			continue
		}
		all = append(all, ratioTie(r, a, b))
	}
	return all
}

// ratioTie holds a ratio against the two counts that it is of; one with a colon may name
// them the other way round.
func ratioTie(r, a, b *claim.Mention) tie {
	if r.Is(quantity.Ratio) && isQuotient(r.Number, b.Base, a.Base, 1) {
		a, b = b, a
	}
	return rateTie("", r.Fact, a.Fact, b.Fact, 1)
}

// meanOf is what is before a mean, with the unit that it is for each of: 户均.
var meanOf = regexp.MustCompile(`(?:^|\P{Han})(\p{Han})均(?:为|达|约|\p{Han}{0,4})$`)

// means holds a mean against the two numbers before it: 发放 6000 元，惠及 20 户，户均
// 300 元. The prescribed means of students weigh them.
func means(s *claim.Sentence) (all []tie) {
	for i := 2; i < len(s.Mentions); i++ {
		mean, a, n := &s.Mentions[i], &s.Mentions[i-2], &s.Mentions[i-1]
		m := meanOf.FindStringSubmatch(mean.Before)
		if m == nil || m[1] == "生" || !mean.OK() || mean.Qualified || !isCount(a) || !isCount(n) {
			continue
		}
		if n.Unit.Name != m[1] {
			a, n = n, a
		}
		if n.Unit.Name != m[1] || n.Base <= 0 || a.Unit.Dimension != mean.Unit.Dimension || mean.Value == 0 {
			continue
		}
		all = append(all, meanTie(mean, a, n))
	}
	return all
}

// meanTie holds a mean against an amount and what it is for each of.
func meanTie(mean, a, n *claim.Mention) tie {
	scale := scaleOf(mean.Number)
	if mean.Low <= a.High/n.Base*(1+slack) && a.Low/n.Base*(1-slack) <= mean.High || isQuotient(mean.Number, a.Base/scale, n.Base, 1) {
		return holding(facts(mean, a, n)...)
	}
	return broken("rate-not-quotient", facts(mean, a, n), "%s / %s = %s, printed %s", a.Text, n.Text, claim.Format(a.Base/n.Base/scale, max(mean.Decimals, 1)), mean.Text)
}

// ratioOf are the two counts that a ratio names. That of students and teachers
// weighs them, and is none of their counts.
func ratioOf(s *claim.Sentence, r *claim.Mention) (a, b *claim.Mention) {
	if m := ratioName.FindStringSubmatch(r.Before); m != nil {
		if m[1]+m[2] == "师生" || m[1]+m[2] == "生师" {
			return nil, nil
		}
		return withName(s, r, m[1]), withName(s, r, m[2])
	}
	m := ratioOfTwo.FindStringSubmatch(r.Before)
	if m == nil || strings.HasSuffix(m[1], "生") != strings.HasSuffix(m[2], "生") {
		return nil, nil
	}
	return withStem(s, r, m[1]), withStem(s, r, m[2])
}

// withName is the count before a number whose name has a character, when there is
// one.
func withName(s *claim.Sentence, before *claim.Mention, char string) *claim.Mention {
	return onlyCount(s, func(m *claim.Mention) bool {
		return m.Start < before.Start && strings.Contains(m.Before, char) && !m.Bracket
	})
}
