package audit

import (
	"fmt"
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
		years, columns := byYear(r), byColumn(r)
		for _, p := range r.Doc.Paragraphs {
			if claim.IsEnglish(p.Text) {
				all = append(all, englishOrder(r, p, years, columns)...)
				continue
			}
			if !hasAny(p.Text, "逐年", "连年", "年年", "持续", "连续", "最", "居首", "居第一", "名第一") {
				continue
			}
			for s := range p.Sentences() {
				if strings.Contains(s.Text, "年") && hasAny(s.Text, trendWords...) {
					all = append(all, trends(r, s, years)...)
				}
				if hasAny(s.Text, rankWords...) && !strings.Contains(s.Text, "之一") {
					all = append(all, ranks(r, s, columns)...)
				}
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

// byYear are the facts of each measure that tables give for several years.
func byYear(r *claim.Reading) map[string][]claim.Fact {
	all := map[string][]claim.Fact{}
	for _, f := range r.Facts {
		if f.Scope == "" && f.Period.Known() && f.Indicator() {
			all[f.Measure.Key] = append(all[f.Measure.Key], f)
		}
	}
	return all
}

func trends(r *claim.Reading, s report.Sentence, years map[string][]claim.Fact) (all []tie) {
	span := ""
	for _, clause := range strings.FieldsFunc(s.Text, func(c rune) bool { return strings.ContainsRune("，,；;。：:", c) }) {
		clause = report.Fold(clause)
		m := trend.FindStringSubmatch(clause)
		if m == nil || (m[3] == "") == (m[4] == "") || strings.Contains(s.Text, "除") && strings.Contains(s.Text, "外") {
			span = clause
			continue
		}
		subject := spanForm.ReplaceAllString(m[1], "")
		facts := slices.Clone(years[claim.MeasureOf(subject).Key])
		slices.SortStableFunc(facts, func(a, b claim.Fact) int { return strings.Compare(a.Period.Year, b.Period.Year) })
		over := spanForm.FindString(m[1] + m[2] + span)
		if _, n, ok := strings.Cut(m[0], "连续"); ok { // so many rises need one year more
			over = fmt.Sprintf("近%d", strings.Index("零一两三四五六七八九", n[:len("三")])/len("三")+1)
		}
		facts = lastYears(facts, over)
		all = append(all, trendTie(r, s, facts, m[0], m[3] != "")...)
	}
	return all
}

// trendTie holds a word of a rise or a fall against the facts of some years.
func trendTie(r *claim.Reading, s report.Sentence, facts []claim.Fact, words string, up bool) []tie {
	i := against(facts, up)
	if i == 0 {
		return nil
	}
	a, b := facts[i-1], facts[i]
	return []tie{broken("trend-contradicted", []claim.Fact{claim.Words(r, s, words), b, a}, "%s: %s is %s in %s and %s in %s", words, b.Measure.Name,
		a.Text, a.Period.Year, b.Text, b.Period.Year)}
}

var spanForm = regexp.MustCompile(`近[\d一二三四五两]+个?(?:年|届)(?:来|以来)?|[三四五]年(?:来|间)|` + notation.YearDigits + `(?:年|届)?[-—–~至]+` + notation.YearDigits + `(?:年|届)?|历年`)

// lastYears are the last so many years of facts in the order of years.
func lastYears(facts []claim.Fact, span string) []claim.Fact {
	facts = slices.CompactFunc(facts, func(a, b claim.Fact) bool { return a.Period.Year == b.Period.Year })
	n := 0
	for digit, r := range []rune("零一二三四五六七八九") {
		if strings.ContainsRune(span, r) || strings.Contains(span, "近"+string(rune('0'+digit))) {
			n = digit
		}
	}
	if n >= 2 && n < len(facts) {
		return facts[len(facts)-n:]
	}
	return facts
}

// against is the first value that goes against a rise or a fall, or 0.
func against(facts []claim.Fact, up bool) int {
	for i := 1; i < len(facts); i++ {
		a, b := facts[i-1], facts[i]
		if a.Unit.Dimension != b.Unit.Dimension {
			return 0
		}
		if up && b.High < a.Low || !up && b.Low > a.High {
			return i
		}
	}
	return 0
}

// rankWord says that something is the first or the last.
var rankWord = regexp.MustCompile(`(最多|最高|最大|居首|居第一|排名第一|占比最高)|(最少|最低|最小)`)

// A columnName is the stem of columns, and the tables that have one.
type columnName struct {
	stem   string
	sheets []*claim.Sheet
}

// byColumn are the columns of numbers that a sentence can name.
func byColumn(r *claim.Reading) (all []columnName) {
	at := map[string]int{}
	for _, s := range r.Sheets {
		if s.Broken || s.Card {
			continue
		}
		for i, stem := range s.Stems {
			if !s.IsCount(i) && !s.IsRate(i) || utf8.RuneCountInString(stem) < 2 || bareColumn.MatchString(s.Columns[i]) {
				continue
			}
			if _, ok := at[stem]; !ok {
				at[stem] = len(all)
				all = append(all, columnName{stem: stem})
			}
			if c := &all[at[stem]]; !slices.Contains(c.sheets, s) {
				c.sheets = append(c.sheets, s)
			}
		}
	}
	return all
}

// ranks holds 东区的人次最多 against the rows of tables.
func ranks(r *claim.Reading, s report.Sentence, columns []columnName) (all []tie) {
	before := ""
	for _, clause := range strings.FieldsFunc(s.Text, func(c rune) bool { return strings.ContainsRune("，,；;。：:", c) }) {
		clause = report.Fold(clause)
		m := rankWord.FindStringSubmatch(clause)
		among := strings.Contains(clause, "中") && !strings.HasSuffix(clause, "中") || strings.HasSuffix(before, "中")
		if before = clause; m == nil || among { // of some rows only
			continue
		}
		for _, c := range columns {
			if t, ok := c.ranked(r, s, clause, m[1] != ""); ok {
				return append(all, t)
			}
		}
	}
	return all
}

// ranked holds a clause that names a column against the tables that have it.
func (c columnName) ranked(r *claim.Reading, s report.Sentence, clause string, most bool) (t tie, ok bool) {
	if !claim.Says(clause, c.stem) {
		return t, false
	}
	for _, sheet := range c.sheets {
		if t, ok = ranked(r, s, sheet, clause, most); ok {
			return t, true
		}
	}
	return t, false
}

// ranked holds a clause against the one table that has its row and its column.
func ranked(r *claim.Reading, s report.Sentence, sheet *claim.Sheet, clause string, most bool) (t tie, ok bool) {
	row := only(len(sheet.Rows), func(i int) bool {
		label := claim.Leaf(sheet.Rows[i].Label)
		return !sheet.Rows[i].Total && utf8.RuneCountInString(label) >= 2 && claim.Says(clause, asSaid(label))
	})
	col := only(len(sheet.Columns), func(i int) bool {
		stem := sheet.Stems[i]
		return (sheet.IsCount(i) || sheet.IsRate(i)) && utf8.RuneCountInString(stem) >= 2 && !bareColumn.MatchString(sheet.Columns[i]) && claim.Says(clause, stem)
	})
	if row < 0 || col < 0 || !sheet.Numbers[row][col].OK() || nested(sheet, col) {
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
