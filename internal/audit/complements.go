package audit

import (
	"strings"

	"charts/internal/claim"
	"charts/internal/quantity"
	"charts/internal/regexp"
)

// A run is shares that stand one behind the other, with their names.
type shareRun struct {
	rates []claim.Fact
	names []string
	parts []*claim.Mention // what the shares are of, where each is given
}

// complements holds shares that name all against 100 %, and against what they are
// of: 省内 713 人，占 85.59 %；省外 120 人，占 14.41 %.
func complements(s *claim.Sentence) (all []tie) {
	for from := 0; from < len(s.Mentions); {
		run, to := shareRunAt(s, from)
		from = max(to, from+1)
		if p, ok := partitionOf(run.names); ok && p.complete {
			t := wholeOfShares(run.rates)
			if all = append(all, t); t.holds {
				all = append(all, run.ofTheirSum()...)
			}
		}
	}
	return all
}

// wholeOfShares holds the shares of all that there is against 100 %.
func wholeOfShares(shares []claim.Fact) tie {
	t := sum{facts: shares, n: len(shares)}
	for _, f := range shares {
		t.value, t.decimals = t.value+f.Value, max(t.decimals, f.Decimals)
	}
	if t.makes(claim.Number{Value: 100, Base: 100, Decimals: t.decimals, Text: "100%"}) {
		return holding(shares...)
	}
	return broken("shares-not-whole", shares, "%s, and these are all: together %s%%", texts(shares), claim.Format(t.value, t.decimals))
}

// shareRunAt is the run of shares that begins at a number, and where it ends. A
// share without a name has that of the number before it.
func shareRunAt(s *claim.Sentence, from int) (run shareRun, to int) {
	if names := listedNames(s, from); len(names) > 1 {
		for i := range names {
			run.take(&s.Mentions[from+i], names[i])
		}
		return run, from + len(names)
	}
	step := 1
	if from+1 < len(s.Mentions) && isShare(s, from+1) && bareShare.MatchString(s.Mentions[from+1].Between) && isCount(&s.Mentions[from]) {
		step = 2
	}
	for to = from; to+step <= len(s.Mentions); to += step {
		m := &s.Mentions[to+step-1]
		if !isShare(s, to+step-1) || step == 1 && to > from && strings.ContainsAny(m.Between, "（(") || (step == 2) != bareShare.MatchString(m.Between) {
			break
		}
		name := m.Before
		if step == 2 {
			name = s.Mentions[to].Before
			run.parts = append(run.parts, &s.Mentions[to])
		}
		run.take(m, name)
	}
	return run, to
}

func (r *shareRun) take(m *claim.Mention, name string) {
	r.rates, r.names = append(r.rates, m.Fact), append(r.names, name)
}

func isCount(m *claim.Mention) bool { return m.OK() && !m.Rate() && !m.Change && !m.Qualified }

// bareShare is a share right behind what it is of.
var bareShare = regexp.MustCompile(`^[,，（(]?占(?:比)?(?:为|达)?$`)

// ofTheirSum holds shares against their parts, which together are the whole.
func (r shareRun) ofTheirSum() (all []tie) {
	total := 0.0
	for _, p := range r.parts {
		if p.Unit.Name != r.parts[0].Unit.Name {
			return nil
		}
		total += p.Value
	}
	for i, p := range r.parts {
		rate := r.rates[i]
		facts := []claim.Fact{rate, p.Fact}
		if total == 0 || isQuotient(rate.Number, p.Value, total, 100) {
			all = append(all, holding(facts...))
			continue
		}
		all = append(all, broken("prose-rate", facts, "%s / %s = %s, printed %s", p.Text, claim.Format(total, p.Decimals), percent(p.Value, total, 100, rate.Number), rate.Text).as(Error))
	}
	return all
}

// jointNames name the members of a partition in one word.
var jointNames = []struct {
	form  *regexp.Regexp
	names []string
}{
	{regexp.MustCompile(`男女|男、女|男性和女性`), []string{"男", "女"}},
	{regexp.MustCompile(`([省市校国境])(?:内、?外|内和\p{Han}外)`), []string{"省内", "省外"}},
	{regexp.MustCompile(`城乡|城镇和农村`), []string{"城镇", "农村"}},
	{regexp.MustCompile(`一、?二、?三(?:次)?产|第一、第?二、第?三产业`), []string{"第一产业", "第二产业", "第三产业"}},
}

// listedNames are the names of the shares that follow 分别占.
func listedNames(s *claim.Sentence, from int) []string {
	m := s.Mentions[from]
	if !strings.Contains(m.Before, "分别") && !strings.Contains(m.Before, "依次") || strings.Contains(m.Before, "率") || !strings.Contains(m.Before, "占") {
		return nil
	}
	for _, j := range jointNames {
		if !j.form.MatchString(m.Between) || from+len(j.names) > len(s.Mentions) {
			continue
		}
		for i := range j.names {
			if next := &s.Mentions[from+i]; !next.OK() || !next.Is(quantity.Percent) || i > 0 && !joiner.MatchString(next.Between) {
				return nil
			}
		}
		return j.names
	}
	return nil
}

// joiner is between the numbers of a list.
var joiner = regexp.MustCompile(`^(?:[、,，和与及]|以及)$`)

// isShare reports whether a number is a share of all, not a rate of its own.
func isShare(s *claim.Sentence, i int) bool {
	m := s.Mentions[i]
	return m.OK() && !m.Qualified && m.Is(quantity.Percent) && !m.Change && strings.Contains(m.Before, "占") && !strings.Contains(m.Before, "率")
}

// texts lists numbers with a plus between them.
func texts(facts []claim.Fact) string {
	var all []string
	for _, f := range facts {
		all = append(all, f.Text)
	}
	return strings.Join(all, " + ")
}
