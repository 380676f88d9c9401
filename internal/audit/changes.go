package audit

import (
	"math"
	"strconv"
	"strings"

	"charts/internal/claim"
	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/regexp"
)

// earlier marks the value that a change began at.
var earlier = regexp.MustCompile(`上年|去年|上一年|上一学年|上届|同期|前一年|[由从](?:` + notation.YearDigits + `(?:年|届))?(?:的)?$|[比较](?:于)?` + notation.YearDigits + `(?:年|届|学年)度?的?$|原有|原来|年初|期初`)

// changes holds a change against the two values that its sentence gives.
func changes(s *claim.Sentence) (all []tie) {
	for i := range s.Mentions {
		d := &s.Mentions[i]
		if !d.OK() || d.Qualified || !d.Change {
			continue
		}
		before, after, ok := ends(s, d)
		if !ok {
			continue
		}
		if t, ok := difference(d.Fact, d.Falls, before.Fact, after.Fact); ok {
			all = append(all, t.as(Error))
		}
	}
	return all
}

// ends are the two values between which a change lies, when its part of the
// sentence has just two of one unit and says which is the earlier.
func ends(s *claim.Sentence, d *claim.Mention) (before, after *claim.Mention, ok bool) {
	from, to := segment(s.Text, d.Start, d.End)
	var values []*claim.Mention
	for i := range s.Mentions {
		m := &s.Mentions[i]
		if m == d || m.Start < from || m.End > to || !m.OK() || m.Change || m.Is(quantity.Points) {
			continue
		}
		if d.Is(quantity.Percent) || m.Unit.Dimension == d.Unit.Dimension || d.Is(quantity.Points) && m.Is(quantity.Percent) {
			values = append(values, m)
		}
	}
	if len(values) != 2 || values[0].Unit.Dimension != values[1].Unit.Dimension || values[0].Qualified || values[1].Qualified {
		return nil, nil, false
	}
	a, b := values[0], values[1]
	switch {
	case isEarlier(a, b) && !isEarlier(b, a):
		return a, b, true
	case isEarlier(b, a) && !isEarlier(a, b):
		return b, a, true
	}
	return nil, nil, false
}

// segment is the part of a sentence that a number is in.
func segment(text string, start, end int) (from, to int) {
	if i := strings.LastIndexAny(text[:start], "；;。"); i >= 0 {
		from = i
	}
	to = len(text)
	if i := strings.IndexAny(text[end:], "；;。"); i >= 0 {
		to = end + i
	}
	return from, to
}

// isEarlier reports whether a value is said to be from before another.
func isEarlier(m, other *claim.Mention) bool {
	if earlier.MatchString(m.Before) || m.Period.Of == "上年" {
		return true
	}
	if m.Bracket && m.Period.Of == "年" && other.Period.Of == "" {
		return true
	}
	return m.Period.Of == other.Period.Of && len(m.Period.Year) == len(other.Period.Year) && m.Period.Year < other.Period.Year ||
		m.Period.Of == "年" && other.Period.Of == "" && m.Period.Year < other.Period.Year
}

// difference holds a change, upwards unless it falls, against two values: an amount or
// points against their difference, a percentage of amounts against the growth.
func difference(d claim.Fact, falls bool, before, after claim.Fact) (t tie, ok bool) {
	all := []claim.Fact{d, after, before}
	if d.Is(quantity.Percent) && after.Rate() || before.Base == 0 {
		return t, false
	}
	low, high, change := after.Low-before.High, after.High-before.Low, after.Base-before.Base
	if falls {
		low, high, change = -high, -low, -change
	}
	if d.Is(quantity.Percent) {
		growth := change / before.Base * 100
		loose := (!before.Exact() || !after.Exact()) && before.Low > 0 && low/before.High*100 < d.Value+d.Step() && high/before.Low*100 > d.Value-d.Step()
		if math.Abs(growth-d.Value) < d.Step()*(1-slack) || loose {
			return holding(all...), true
		}
		return broken("change-not-difference", all, "(%s − %s) / %s = %s%%, printed %s", after.Text, before.Text, before.Text,
			claim.Format(growth, max(1, d.Decimals)), d.Text), true
	}
	room := slack * math.Max(1, math.Abs(after.Base))
	if !d.Exact() || !before.Exact() || !after.Exact() { // what was cut off is less than one more
		room = -room
	}
	if low <= d.High+room && d.Low <= high+room {
		return holding(all...), true
	}
	return broken("change-not-difference", all, "%s − %s = %s, printed %s", after.Text, before.Text, claim.Format((after.Base-before.Base)/scaleOf(d.Number), d.Decimals), d.Text), true
}

// scaleOf is how many of the first unit of its dimension one of the unit of a number is.
func scaleOf(n claim.Number) float64 {
	if n.Value == 0 || n.Base == 0 {
		return 1
	}
	return n.Base / n.Value
}

// comparedWith is what a change is measured against.
var comparedWith = regexp.MustCompile(`^(.*?)[,，]?(?:相较于?|较之?|相比于?|比|与|同)(` + notation.YearDigits + `)?(?:年|届|学年)?(上年|去年|上一?年|上一学年|上届|上一届|前一年)?(?:度|同期)?(?:相比|比较|相较)?[,，]?`)

// comparedFirst begins with what a change is measured against: 与 2022 年相比，….
var comparedFirst = regexp.MustCompile(`(?:与|同|和|较|比)(?:(` + notation.YearDigits + `)(?:年|届|学年)|(上年|去年|上一?年|上届))度?(?:同期)?(?:相比|比较|相较)?[,，]([^,，;；。]*?)(?:增加|增长|上升|提高|提升|减少|下降|降低|净增|净减|多|少)`)

// comparedEnglish is what a change is measured against, behind it: over 2022, from the year before.
var comparedEnglish = regexp.MustCompile(`^()[a-z ]*?\b(?:over|from|on|than|compared (?:with|to)|against) (?:in )?(?:(` + notation.YearDigits + `)\b|(the previous year|last year|the year before|the preceding year|a year earlier))`)

// changesOfTables holds a change against the two years of a table.
func changesOfTables(readings []*claim.Reading) (all []tie) {
	values := indicators(readings)
	for d := range mentions(readings) {
		if !d.Change || d.Scope != "" || len(d.s.Mentions) > maxNumbers {
			continue
		}
		if _, _, ok := ends(d.s, d.Mention); ok {
			continue
		}
		subject, year, base, ok := compared(d.r, d.s, d.i)
		if !ok {
			continue
		}
		before, after := values[indicator{d.r.School, subject.Key, base}], values[indicator{d.r.School, subject.Key, year}]
		if !before.OK() || !after.OK() || d.Is(quantity.Points) != after.Rate() {
			continue
		}
		if t, ok := difference(d.Fact, d.Falls, before, after); ok {
			all = append(all, t.as(Conflict))
		}
	}
	return all
}

// compared reads what a change is of, of which year, and against which.
func compared(r *claim.Reading, s *claim.Sentence, i int) (subject claim.Measure, year, base string, ok bool) {
	d := &s.Mentions[i]
	m := comparedWith.FindStringSubmatch(d.Before)
	if s.Form != "" {
		if m = comparedEnglish.FindStringSubmatch(d.After); m != nil {
			m[1] = d.Measure.Name
		}
	} else if before, _, ok := strings.Cut(d.Before, "同比"); ok {
		m = []string{"", before, "", "上年"}
	} else if first := comparedFirst.FindStringSubmatch(d.Between); m == nil && first != nil {
		m = []string{"", first[3], first[1], first[2]}
	}
	if m == nil {
		return subject, "", "", false
	}
	subject, year = claim.MeasureOf(m[1]), r.Year
	if subject.Len() < 2 && i > 0 && !s.Mentions[i-1].Bracket && !s.Mentions[i-1].Change && len(d.Between) < len("，与去年同期相比有所提高提高增加了") {
		subject, year = s.Mentions[i-1].Measure, s.Mentions[i-1].Period.Year
	}
	if p := claim.PeriodOf(m[1]); p.Known() {
		year = p.Year
	} else if s.Form != "" && d.Period.Of == "年" {
		year = d.Period.Year
	}
	n, err := strconv.Atoi(year)
	switch {
	case subject.Len() < 2 || err != nil:
		return subject, "", "", false
	case m[2] != "":
		base = m[2]
	case m[3] != "":
		base = strconv.Itoa(n - 1)
	}
	return subject, year, base, base != ""
}

// An indicator is what tables say of an institution and a year.
type indicator struct{ school, measure, year string }

// indicators are the values of them, the first of each.
func indicators(readings []*claim.Reading) map[indicator]claim.Fact {
	values := map[indicator]claim.Fact{}
	for _, r := range readings {
		for _, f := range r.Facts {
			if k := (indicator{f.School, f.Measure.Key, f.Period.Year}); f.Scope == "" && f.Indicator() && !values[k].OK() {
				values[k] = f
			}
		}
	}
	return values
}

// rateSubject ends the name of a share or a rate.
var rateSubject = regexp.MustCompile(`(?:率|占比|比例|比重|满意度|度)(?:为|达|达到)?$`)

// points tells the changes of shares that are given in %: they may be points.
func points(s *claim.Sentence) (all []tie) {
	for i := 1; i < len(s.Mentions); i++ {
		d, of := &s.Mentions[i], &s.Mentions[i-1]
		if d.OK() && of.OK() && d.Change && d.Is(quantity.Percent) && of.Is(quantity.Percent) && !of.Change && rateSubject.MatchString(of.Before) &&
			!strings.ContainsAny(d.Between, "；;。") && comparedWith.MatchString(d.Before) {
			all = append(all, broken("points-as-percent", facts(d, of), "%s is a share; its change of %s may be in points", of.Text, d.Text))
		}
	}
	return all
}
