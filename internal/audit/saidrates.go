package audit

import (
	"strings"

	"charts/internal/claim"
	"charts/internal/quantity"
	"charts/internal/regexp"
)

// shareOf is a share with the name of its whole: 占录取人数的 25.3%; the name can be
// left out.
var shareOf = regexp.MustCompile(`^(?:[^,，;；。（(占]{0,12}[,，（(])?[）)]?[,，（(]?(?:约)?占(?:到|了)?(?:全部|所有)?(.{0,14}?)(?:的比例|的比重|比例|比重|比|的)?(?:为|达到|达|约)?$`)

// A share is a part with the rate that it is of a whole.
type share struct {
	part, rate *claim.Mention
	whole      string         // its name, or "" where the sentence leaves it out
	given      *claim.Mention // the whole, where the sentence says it in the same breath
}

// Other ways to say a share: 713 万元，占总投入 833 万元的 85.6 %; 双师占专任教师的 85.6 %.
var (
	ofGiven = regexp.MustCompile(`^占(?:.{0,12})$`)
	ofNamed = regexp.MustCompile(`^(.{2,14}?)(?:人数)?占(.{2,14}?)(?:的比例|的比重|比例|比重|的)?(?:为|达到|达|约)?$`)
)

// otherShare is the share that a rate is in another way of speaking.
func otherShare(s *claim.Sentence, i int) (sh share, ok bool) {
	rate := &s.Mentions[i]
	if i > 1 && rate.Between == "的" && ofGiven.MatchString(s.Mentions[i-1].Before) && isCount(&s.Mentions[i-1]) && isCount(&s.Mentions[i-2]) &&
		s.Mentions[i-1].Unit.Dimension == s.Mentions[i-2].Unit.Dimension {
		return share{part: &s.Mentions[i-2], rate: rate, given: &s.Mentions[i-1]}, true
	}
	m := ofNamed.FindStringSubmatch(rate.Before)
	if m == nil {
		return sh, false
	}
	part, whole := withStem(s, rate, m[1]), withStem(s, rate, m[2])
	if part == nil || whole == nil || part == whole || part.Unit.Dimension != whole.Unit.Dimension {
		return sh, false
	}
	return share{part, rate, m[2], whole}, true
}

// withStem is the one count before a number that has a name.
func withStem(s *claim.Sentence, before *claim.Mention, name string) *claim.Mention {
	stem := claim.Stem(name)
	return onlyCount(s, func(m *claim.Mention) bool { return m.Start < before.Start && !m.Qualified && m.Measure.Stem == stem })
}

// onlyCount is the one count of a sentence for which a test holds, or nil.
func onlyCount(s *claim.Sentence, test func(*claim.Mention) bool) (found *claim.Mention) {
	for _, m := range countsOf(s) {
		if !test(m) {
			continue
		}
		if found != nil {
			return nil
		}
		found = m
	}
	return found
}

// sharesIn are the shares that a sentence gives right behind their parts.
func sharesIn(s *claim.Sentence) (all []share) {
	if len(s.Mentions) > maxNumbers {
		return nil
	}
	for i := 1; i < len(s.Mentions); i++ {
		rate, part := &s.Mentions[i], &s.Mentions[i-1]
		if !rate.OK() || rate.Qualified || !rate.Is(quantity.Percent) {
			continue
		}
		m := shareOf.FindStringSubmatch(rate.Between)
		if m == nil {
			if sh, ok := otherShare(s, i); ok {
				all = append(all, sh)
			}
			continue
		}
		if part.Bracket && !rate.Bracket { // 295 人（教授 88 人），占…
			for part.Bracket && i > 1 {
				i--
				part = &s.Mentions[i-1]
			}
			i = indexOf(s, rate)
		}
		if part.OK() && !part.Qualified && !part.Rate() && !part.Change && !part.Unit.Plain() {
			all = append(all, share{part, rate, m[1], nil})
		}
	}
	return all
}

func indexOf(s *claim.Sentence, m *claim.Mention) int {
	for i := range s.Mentions {
		if &s.Mentions[i] == m {
			return i
		}
	}
	return -1
}

// shareOfSentence holds shares against wholes of their own sentence, and rates
// against the two numbers before them.
func shareOfSentence(s *claim.Sentence) (all []tie) {
	for _, sh := range sharesIn(s) {
		if w := sh.wholeIn(s); w != nil {
			all = append(all, sh.check(w.Fact, Error))
		}
	}
	for i := range s.Mentions {
		if r := &s.Mentions[i]; r.OK() && !r.Qualified && r.Is(quantity.Percent) && strings.HasSuffix(r.Measure.Stem, "率") {
			all = append(all, rateOfTwo(s, r)...)
		}
	}
	return all
}

// wholeIn is the number of the sentence that is the whole of a share: the one that
// the share names, else the one that 其中 takes the part from.
func (sh share) wholeIn(s *claim.Sentence) *claim.Mention {
	if sh.given != nil {
		return sh.given
	}
	taken := s.Whole(sh.part)
	stem := claim.Stem(sh.whole)
	if stem == "" {
		if i := indexOf(s, sh.part); taken == nil && i > 0 && amongThem.MatchString(sh.part.Between) && s.Mentions[i-1].Unit.Dimension == sh.part.Unit.Dimension {
			return &s.Mentions[i-1]
		}
		return taken
	}
	if taken != nil && (strings.HasSuffix(taken.Measure.Stem, stem) || strings.HasSuffix(stem, taken.Measure.Stem)) && taken.Measure.Stem != "" {
		return taken
	}
	var found *claim.Mention
	for _, m := range countsOf(s) {
		if m != sh.part && m.Unit.Dimension == sh.part.Unit.Dimension && m.Measure.Stem == stem && !m.Part {
			found = m
		}
	}
	return found
}

// amongThem is between a whole and a part: 833 名馆员中有 713 名.
var amongThem = regexp.MustCompile(`^\p{Han}{0,10}中[,，]?(?:有|共有)?\p{Han}{0,8}$`)

// check holds a share against a whole.
func (sh share) check(whole claim.Fact, severity string) tie {
	if whole.Qualified || whole.Base == 0 {
		return holding(sh.rate.Fact)
	}
	all := []claim.Fact{sh.rate.Fact, sh.part.Fact, whole}
	if isQuotient(sh.rate.Number, sh.part.Base, whole.Base, 100) || loose(sh, whole) || sh.rate.Spans(sh.part.Base/whole.Base*100) {
		return holding(all...)
	}
	is := percent(sh.part.Base, whole.Base, 100, sh.rate.Number)
	if sh.whole == "" {
		return broken("prose-rate", all, "%s / %s = %s, printed %s", sh.part.Text, whole.Text, is, sh.rate.Text).as(severity)
	}
	return broken("prose-rate", all, "of %s: %s / %s = %s, printed %s", sh.whole, sh.part.Text, whole.Text, is, sh.rate.Text).as(severity)
}

// loose reports whether the rounding of the amounts allows the share.
func loose(sh share, whole claim.Fact) bool {
	if sh.part.Exact() && whole.Exact() {
		return false
	}
	step := sh.rate.Step()
	return sh.part.Low/whole.High*100 < sh.rate.Value+step && sh.part.High/whole.Low*100 > sh.rate.Value-step
}

// rateOfTwo holds a rate that has the name of its part against the two counts
// before it: 录取 600 人，报到 555 人，报到率 92.5%.
func rateOfTwo(s *claim.Sentence, rate *claim.Mention) []tie {
	var part *claim.Mention
	counts := countsOf(s)
	if i := indexOf(s, rate); i > 1 && dueAndDone(&s.Mentions[i-2], &s.Mentions[i-1]) {
		part = &s.Mentions[i-1]
	}
	for _, m := range counts {
		if m.Start < rate.Start && m.Scope == rate.Scope && (namesRate(rate.Measure.Stem, m.Measure.Stem) || plannedRate.MatchString(rate.Measure.Stem)) {
			part = m
		}
	}
	if part == nil || part.Qualified {
		return nil
	}
	var wholes []*claim.Mention
	for _, m := range counts {
		if m != part && m.Start < rate.Start && m.Unit.Dimension == part.Unit.Dimension && !m.Qualified && m.Base > 0 {
			if isQuotient(rate.Number, part.Base, m.Base, 100) {
				return []tie{holding(facts(rate, part, m)...)}
			}
			wholes = append(wholes, m)
		}
	}
	i := indexOf(s, rate)
	next := i > 1 && &s.Mentions[i-1] == part && isCount(&s.Mentions[i-2]) && s.Mentions[i-2].Unit.Dimension == part.Unit.Dimension && !s.Mentions[i-2].Bracket
	var w *claim.Mention
	switch {
	case next && (s.Mentions[i-2].Base >= part.Base || len(wholes) == 1 && !isQuotient(rate.Number, wholes[0].Base, part.Base, 100)):
		w = &s.Mentions[i-2]
	case len(wholes) == 1 && wholes[0].Start < part.Start && isWhole.MatchString(wholes[0].Measure.Stem):
		w = wholes[0]
	default:
		return nil
	}
	return []tie{rateTie(rate.Measure.Stem, rate.Fact, part.Fact, w.Fact, 100)}
}

// dueAndDone reports whether two counts are what had to be and what was: 应到 120 人,
// 实到 115 人.
func dueAndDone(due, done *claim.Mention) bool {
	rest, ok := strings.CutPrefix(done.Measure.Stem, "实")
	return ok && rest != "" && isCount(due) && isCount(done) && strings.HasPrefix(due.Measure.Stem, "应"+rest)
}

// plannedRate is the name of a rate that what was done is of what was planned.
var plannedRate = regexp.MustCompile(`^(?:.{0,4}计划)?(?:完成|执行|达成|兑现)率$`)

// isWhole is the name of those that a rate can be of.
var isWhole = regexp.MustCompile(`生$|录取|计划|总|应|报名|参加|参考|教师|教职工|全部|人员|员工|学员|申请|投入|发放|回收|课程`)

// shareOfNamed holds shares against wholes that stand elsewhere: totals of tables
// and indicators of the same year.
func shareOfNamed(readings []*claim.Reading) (all []tie) {
	for _, r := range readings {
		wholes := map[string][]claim.Fact{}
		for _, f := range r.Facts {
			if f.Scope == "" && f.Indicator() && !f.Rate() && f.Value > 0 {
				wholes[f.Measure.Stem] = append(wholes[f.Measure.Stem], f)
			}
		}
		for _, s := range r.Sentences {
			for _, sh := range sharesIn(s) {
				if sh.wholeIn(s) == nil && sh.part.Scope == "" && sh.part.Kind == "" {
					all = append(all, sh.checkAny(wholes[claim.Stem(sh.whole)])...)
				}
			}
		}
	}
	return all
}

// checkAny holds a share against the wholes of its name; one that fits will do.
func (sh share) checkAny(wholes []claim.Fact) []tie {
	var wrong []tie
	for _, w := range wholes {
		if !w.Comparable(sh.part.Number) || w.Period.Year != sh.part.Period.Year || w.Value < sh.part.Value {
			continue
		}
		t := sh.check(w, Conflict)
		if t.holds {
			return []tie{t}
		}
		wrong = append(wrong, t)
	}
	return wrong[:min(len(wrong), 1)]
}
