package audit

import (
	"slices"
	"strings"
	"unicode/utf8"

	"charts/internal/claim"
	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/report"
)

// trend says that something rose or fell every year.
var trend = regexp.MustCompile(`^(.*?)(近[\d一二三四五两]+个?(?:年|届)来?)?(?:呈现?)?(?:逐年|连年|持续|年年|连续[两三四五六七八]年)(?:实现|保持)?(?:稳步|不断)?(?:呈)?(上升|增长|增加|提高|提升|攀升|扩大|增多|上涨)?(下降|减少|降低|回落|下滑)?`)

// order holds words of order against the numbers: 逐年上升, 最多.
func order(readings []*claim.Reading) (all []tie) {
	for _, r := range readings {
		years := byYear(r)
		for _, s := range r.Said {
			if claim.IsEnglish(s.Text) {
				all = append(all, englishOrder(r, s, years)...)
				continue
			}
			if strings.Contains(s.Text, "年") && hasAny(s.Text, trendWords...) {
				all = append(all, trends(r, s, years)...)
			}
			if hasAny(s.Text, "最", "居", "第一") && hasAny(s.Text, rankWords...) && !strings.Contains(s.Text, "之一") {
				all = append(all, ranks(r, s)...)
			}
		}
	}
	return all
}

func hasAny(text string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

var (
	trendWords = strings.Fields(`逐年 连年 年年 连续 持续`)
	rankWords  = strings.Fields(`最多 最高 最大 居首 居第一 排名第一 最少 最低 最小`)
)

// byYear are the facts of each measure that tables give for several years, in their
// order, one of a year.
func byYear(r *claim.Reading) map[string][]claim.Fact {
	all := map[string][]claim.Fact{}
	for _, f := range r.Facts {
		if f.Scope == "" && f.Period.Known() && f.Indicator() {
			all[f.Measure.Key] = append(all[f.Measure.Key], f)
		}
	}
	for key, facts := range all {
		slices.SortStableFunc(facts, func(a, b claim.Fact) int { return strings.Compare(a.Period.Year, b.Period.Year) })
		all[key] = slices.CompactFunc(facts, func(a, b claim.Fact) bool { return a.Period.Year == b.Period.Year })
	}
	return all
}

// clausesOf are the clauses of a Chinese sentence, folded.
func clausesOf(text string) []string {
	return strings.FieldsFunc(notation.Fold(text), func(c rune) bool { return strings.ContainsRune("，,；;。：:", c) })
}

func trends(r *claim.Reading, s report.Sentence, years map[string][]claim.Fact) (all []tie) {
	span := ""
	for _, clause := range clausesOf(s.Text) {
		m := trend.FindStringSubmatch(clause)
		if m == nil || (m[3] == "") == (m[4] == "") || strings.Contains(s.Text, "除") && strings.Contains(s.Text, "外") {
			span = clause
			continue
		}
		facts := years[claim.MeasureOf(spanForm.ReplaceAllString(m[1], "")).Key]
		n := yearsIn(spanForm.FindString(m[1] + m[2] + span))
		if _, rises, ok := strings.Cut(m[0], "连续"); ok { // so many rises need one year more
			n = strings.Index(numerals, rises[:len("三")])/len("三") + 1
		}
		all = append(all, trendTie(r, s, lastOf(facts, n), m[0], m[3] != "")...)
	}
	return all
}

// trendTie holds a word of a rise or a fall against the facts of some years.
func trendTie(r *claim.Reading, s report.Sentence, facts []claim.Fact, words string, up bool) []tie {
	for i := 1; i < len(facts); i++ {
		a, b := facts[i-1], facts[i]
		switch {
		case a.Unit.Dimension != b.Unit.Dimension:
			return nil
		case up && b.High < a.Low || !up && b.Low > a.High:
			return []tie{broken("trend-contradicted", []claim.Fact{claim.Words(r, s, words), b, a}, "%s: %s is %s in %s and %s in %s", words, b.Measure.Name,
				a.Text, a.Period.Year, b.Text, b.Period.Year)}
		}
	}
	return nil
}

// listedTrend holds a word of a rise or a fall against the numbers of the years that its
// own sentence lists before it: 近三年分别为 5200、4900、5600 人次，逐年上升.
func listedTrend(s *claim.Sentence) []tie {
	if !hasAny(s.Text, trendWords...) || !slices.IsSorted(yearsOf(s.Text)) {
		return nil
	}
	for i := range s.Mentions {
		n := listFrom(s.Mentions[i:])
		if n < leastRows {
			continue
		}
		list := s.Mentions[i : i+n]
		clauses := clausesOf(s.Text[list[n-1].End:])
		if len(clauses) == 0 {
			return nil
		}
		m := trend.FindStringSubmatch(clauses[0])
		if m == nil || m[1] != "" || (m[3] == "") == (m[4] == "") {
			return nil
		}
		for k := 1; k < n; k++ {
			if a, b := list[k-1], list[k]; m[3] != "" && b.High < a.Low || m[4] != "" && b.Low > a.High {
				return []tie{broken("trend-contradicted", []claim.Fact{a.Fact, b.Fact}, "%s: %s is followed by %s", m[0], a.Text, b.Text).as(Error)}
			}
		}
		return nil
	}
	return nil
}

// listFrom is how many numbers of one unit are parted by nothing but 、 and 和, after 分别.
func listFrom(all []claim.Mention) int {
	if !strings.Contains(all[0].Before, "分别") {
		return 0
	}
	n := 0
	for n < len(all) && all[n].OK() && !all[n].Change && all[n].Unit.Dimension == all[0].Unit.Dimension && (n == 0 || strings.Trim(all[n].Between, "、,，和 ") == "") {
		n++
	}
	return n
}

// yearsOf are the years of a text in their order.
func yearsOf(text string) []string { return yearForm.FindAllString(text, -1) }

var yearForm = regexp.MustCompile(notation.YearDigits)

var spanForm = regexp.MustCompile(`近[\d一二三四五两]+个?(?:年|届)(?:来|以来)?|[三四五]年(?:来|间)|` + notation.YearDigits + `(?:年|届)?[-—–~至]+` + notation.YearDigits + `(?:年|届)?|历年`)

// numerals are the digits in Chinese, with 两 for 二.
const numerals = "零一两三四五六七八九"

// yearsIn is how many years a span has: 近三年, 近 5 年; 0 where it says none.
func yearsIn(span string) (n int) {
	span = strings.ReplaceAll(span, "二", "两")
	for digit, r := range []rune(numerals) {
		if strings.ContainsRune(span, r) || strings.Contains(span, "近"+string(rune('0'+digit))) {
			n = digit
		}
	}
	return n
}

// lastOf are the last so many of some facts.
func lastOf(facts []claim.Fact, n int) []claim.Fact {
	if n >= 2 && n < len(facts) {
		return facts[len(facts)-n:]
	}
	return facts
}

// rankWord says that something is the first or the last.
var rankWord = regexp.MustCompile(`(最多|最高|最大|居首|居第一|排名第一|占比最高)|(最少|最低|最小)`)

// ranks holds 东区的人次最多 against the rows of tables.
func ranks(r *claim.Reading, s report.Sentence) (all []tie) {
	before := ""
	for _, clause := range clausesOf(s.Text) {
		m := rankWord.FindStringSubmatch(clause)
		among := strings.Contains(clause, "中") && !strings.HasSuffix(clause, "中") || strings.HasSuffix(before, "中")
		if before = clause; m != nil && !among { // of all rows
			all = append(all, ranked(r, s, clause, m[1] != "")...)
		}
	}
	return all
}

// ranked holds a clause that names a row and a column against the first table that
// has another row before it.
func ranked(r *claim.Reading, s report.Sentence, clause string, most bool) []tie {
	for _, sheet := range r.Sheets {
		if sheet.Broken || sheet.Card {
			continue
		}
		if t, ok := rankTie(r, s, sheet, clause, most); ok {
			return []tie{t}
		}
	}
	return nil
}

// rankTie holds a clause against the one row and column of a table that it names.
func rankTie(r *claim.Reading, s report.Sentence, sheet *claim.Sheet, clause string, most bool) (t tie, ok bool) {
	col := only(len(sheet.Columns), func(i int) bool {
		stem := sheet.Stems[i]
		return (sheet.IsCount(i) || sheet.IsRate(i)) && utf8.RuneCountInString(stem) >= 2 && !bareColumn.MatchString(sheet.Columns[i]) && claim.Says(clause, stem)
	})
	if col < 0 {
		return t, false
	}
	row := only(len(sheet.Rows), func(i int) bool {
		label := claim.Leaf(sheet.Rows[i].Label)
		return !sheet.Rows[i].Total && utf8.RuneCountInString(label) >= 2 && claim.Says(clause, asSaid(label))
	})
	if row < 0 || !sheet.Numbers[row][col].OK() || nested(sheet, col) {
		return t, false
	}
	cell := sheet.Cell(row, col)
	if p := claim.PeriodOf(clause); p.Known() && p.Year != cell.Period.Year {
		return t, false
	}
	for i := range sheet.Rows {
		n := sheet.Numbers[i][col]
		if !sheet.Rows[i].Total && n.OK() && (most && n.Low > cell.High || !most && n.High < cell.Low) {
			other := sheet.Cell(i, col)
			return broken("rank-contradicted", []claim.Fact{claim.Words(r, s, clause), cell, other}, "%s: %s has %s, %s has %s", clause, sheet.Called(row), cell.Text,
				sheet.Called(i), other.Text), true
		}
	}
	return t, false
}

// asSaid is the name of a row as a clause can have it: of an English one the words.
func asSaid(label string) string {
	if claim.IsEnglish(label) {
		return claim.MeasureOf(label).Stem
	}
	return label
}

// only is the one index for which a test holds, or -1.
func only(n int, test func(int) bool) int {
	found := -1
	for i := range n {
		if test(i) {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

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

// englishNumerals are the small numbers that a span of years is said with.
var englishNumerals = []string{"", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

// englishOrder holds the words of order of an English sentence against the numbers.
func englishOrder(r *claim.Reading, s report.Sentence, years map[string][]claim.Fact) []tie {
	text := strings.ToLower(s.Text)
	if butFor.MatchString(text) {
		return nil
	}
	if m := risesSaid.FindStringSubmatch(text); m != nil {
		return trendTie(r, s, ofYears(years[claim.MeasureOf(m[1]).Key], text, m[4]), m[0], m[2] != "")
	}
	if m := rankSaid.FindStringSubmatch(text); m != nil && !ofSome.MatchString(text) {
		return ranked(r, s, text, m[1] != "")
	}
	return nil
}

// ofYears are the facts of the years that a sentence speaks of.
func ofYears(facts []claim.Fact, text, consecutive string) []claim.Fact {
	from, to := "", "9999"
	if m := yearsSaid.FindStringSubmatch(text); m != nil {
		from, to = m[1], m[2]
	}
	n := slices.Index(englishNumerals, consecutive) + 1 // so many rises need one year more
	if m := pastSaid.FindStringSubmatch(text); m != nil {
		from, n = max(from, m[2]), max(n, slices.Index(englishNumerals, m[1]))
	}
	return lastOf(slices.DeleteFunc(slices.Clone(facts), func(f claim.Fact) bool { return f.Period.Year < from || f.Period.Year > to }), n)
}
