package audit

import (
	"slices"
	"strings"
	"unicode/utf8"

	"charts/internal/claim"
	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/regexp"
)

// An award is a row whose cell lists numbers: 一等奖 6 项，二等奖 9 项.
type award struct {
	row   claim.Fact // the place of the list
	names []string
	sums  []float64 // of the first, the first two …
	items []float64
}

// lists holds what sentences say of a contest against the list in the cell of its
// row. Several tables can have it; one that fits will do.
func lists(readings []*claim.Reading) (all []tie) {
	for _, r := range readings {
		awards := map[string][]award{}
		var labels []string
		for _, s := range r.Sheets {
			for row, tr := range s.Rows {
				label := notation.Fold(tr.Label)
				if a, ok := awardOf(s, row); ok && utf8.RuneCountInString(label) >= 6 {
					if awards[label] == nil {
						labels = append(labels, label)
					}
					awards[label] = append(awards[label], a)
				}
			}
		}
		if len(labels) == 0 {
			continue
		}
		for _, s := range r.Sentences {
			label := ""
			for i := range s.Mentions {
				m := &s.Mentions[i]
				if named := lastLabel(m.Between, labels); named != "" || strings.Contains(m.Between, "赛") { // or another contest
					label = named
				}
				if label != "" && m.OK() && !m.Qualified && strings.Contains(m.Before, "奖") {
					all = append(all, awarded(m, label, awards[label])...)
				}
			}
		}
	}
	return all
}

// awardOf reads the list in a cell of a row.
func awardOf(s *claim.Sheet, row int) (a award, ok bool) {
	for col, c := range s.Rows[row].Cells {
		if !strings.Contains(c.Text, "奖") || strings.ContainsAny(c.Text, "余多") {
			continue
		}
		values := quantity.Values(c.Text)
		if len(values) < 2 {
			continue
		}
		sum, from := 0.0, 0
		for _, v := range values {
			sum += v.Float()
			a.names = append(a.names, strings.Trim(notation.Fold(c.Text[from:v.Start]), "，,、；; "))
			a.items, a.sums, from = append(a.items, v.Float()), append(a.sums, sum), v.End
		}
		a.row = s.Cell(row, col)
		a.row.Text = c.Text
		return a, true
	}
	return a, false
}

// lastLabel is the contest that a text names last, or "".
func lastLabel(text string, labels []string) (label string) {
	at := -1
	for _, l := range labels {
		if i := strings.LastIndex(text, l); i > at && (i == 0 || !strings.ContainsAny(text[i-1:i], "0123456789-")) {
			label, at = l, i
		}
	}
	return label
}

// awarded holds a number of prizes against the lists of a contest that the
// sentence named: right behind its name the prizes together or one of them, later
// one of them.
func awarded(m *claim.Mention, label string, lists []award) (all []tie) {
	said := m.Before
	if i := strings.LastIndex(m.Between, label); i >= 0 {
		said = m.Between[i+len(label):]
	} else if said = partPrefix.ReplaceAllString(said, ""); !slices.ContainsFunc(lists, func(a award) bool { return slices.Contains(a.names, said) }) {
		return nil
	}
	if utf8.RuneCountInString(said) > 14 {
		return nil
	}
	for _, one := range lists {
		if one.allows(said, m.Value) {
			return append(all, holding(m.Fact, one.row))
		}
	}
	return append(all, broken("list-not-total", []claim.Fact{m.Fact, lists[0].row}, "%s is said to have %s; the list has %s, together %s",
		label, m.Text, strings.Join(strings.Fields(lists[0].row.Text), ""), claim.Format(lists[0].sums[len(lists[0].sums)-1], 0)))
}

// allows reports whether a list fits what is said: its sum, or of its first
// prizes, or the one prize that is named.
func (a award) allows(said string, n float64) bool {
	for i, name := range a.names {
		if strings.Contains(said, name) && !strings.Contains(said, "以上") {
			return a.items[i] == n
		}
		if a.sums[i] == n {
			return true
		}
	}
	return false
}

var (
	// listEnd is what may follow the last thing of a list, before its count.
	listEnd = regexp.MustCompile(`(?:在内的|等|共计|共|计|这)+$`)
	// doing is in a last part that is no name but says what is done.
	doing  = regexp.MustCompile(`共建|共同|建立|建设|建成|开展|举办|参加|设立|完成|新增|投入|签|获|立项|申报|培训|培养|引进|实施|组织|承担|提供|达成|合作|联合|服务|服役|招收|来自|形成|打造|组建|派|选|用于|其中|近|约|超|现有|拥有|开设|覆盖|涉及|分布|面向|发表|出版|授权|聘|建`)
	things = regexp.MustCompile(`《[^》]*》|“[^”]*”|[（(][^）)]*[）)]`)
)

// listed holds the things that a sentence names against their number: 书法、国画、
// 古琴 3 门; 7 个：甲、乙 ….
func listed(s *claim.Sentence) (all []tie) {
	for i := range s.Mentions {
		m := &s.Mentions[i]
		if !m.OK() || m.Qualified || !m.Exact() || m.Unit.Plain() || m.Value > 40 || m.Is(quantity.Visits) {
			continue
		}
		if n := namesBefore(s, i); n > 2 && m.Value > 1 {
			switch {
			case float64(n) > m.Value:
				all = append(all, broken("list-not-count", facts(m), "%d are named, %s counted", n, m.Text))
			case float64(n) == m.Value:
				all = append(all, holding(m.Fact))
			}
			continue
		}
		if n, open := namesAfter(s, i); n > 2 && (float64(n) > m.Value || !open && float64(n) < m.Value) {
			all = append(all, broken("list-not-count", facts(m), "%s counted, %d named", m.Text, n))
		}
	}
	return all
}

// namesBefore counts the things of a list that ends at a number, 0 where there is
// none.
func namesBefore(s *claim.Sentence, i int) int {
	m := &s.Mentions[i]
	if m.After == "" || !strings.Contains(m.Between, "、") || strings.HasSuffix(m.Before, "共") || strings.HasSuffix(m.Before, "计") || strings.HasSuffix(m.Before, "各") {
		return 0
	}
	lead := things.ReplaceAllStringFunc(s.Text[:m.Start], func(quoted string) string { return strings.ReplaceAll(quoted, "、", "") })
	if i := strings.LastIndexAny(lead, "，,；;。：:（(！"); i >= 0 {
		_, size := utf8.DecodeRuneInString(lead[i:])
		lead = lead[i+size:]
	}
	if i > 0 && m.Start-len(lead) < s.Mentions[i-1].End || !strings.Contains(lead, "、") { // within brackets
		return 0
	}
	names := splitNames(listEnd.ReplaceAllString(notation.Fold(lead), ""))
	for i, name := range names {
		length := utf8.RuneCountInString(name)
		if strings.ContainsAny(name, "0123456789") || length < 2 || i > 0 && (length > 16 || doing.MatchString(name)) {
			return 0
		}
	}
	return len(names)
}

// splitNames parts a folded list at its commas and at the 和 of its last two.
func splitNames(list string) []string {
	names := strings.Split(list, "、")
	if last := names[len(names)-1]; len(names) > 1 {
		for _, and := range []string{"以及", "和", "及"} {
			if a, b, ok := strings.Cut(last, and); ok && utf8.RuneCountInString(a) >= 2 && utf8.RuneCountInString(b) >= 2 {
				return append(names[:len(names)-1:len(names)-1], a, b)
			}
		}
	}
	return names
}

// namesAfter counts the things of a list that a colon opens behind a number.
func namesAfter(s *claim.Sentence, i int) (n int, open bool) {
	after := s.Text[s.Mentions[i].End:]
	at := strings.IndexAny(after, "：:")
	if at < 0 || at > 24 || strings.ContainsAny(after[:at], "，,。；;、") || i+1 < len(s.Mentions) {
		return 0, true
	}
	_, size := utf8.DecodeRuneInString(after[at:])
	list := things.ReplaceAllStringFunc(after[at+size:], func(quoted string) string { return strings.ReplaceAll(quoted, "、", "") })
	if strings.ContainsAny(strings.TrimRight(list, "。"), "。；;，,") {
		return 0, true
	}
	list = strings.TrimRight(notation.Fold(list), "。")
	return len(splitNames(list)), strings.Contains(list, "等")
}

var (
	// rollTitle is the title of a table that has a row for each thing.
	rollTitle = regexp.MustCompile(`(?:一览表|名单|清单|列表|目录|名录|一览|汇总表|明细表|明细)$`)
)

// rowCounts holds the number that a sentence gives of something against the rows
// of the table that lists it.
func rowCounts(readings []*claim.Reading) (all []tie) {
	for _, r := range readings {
		rolls := map[string]*claim.Sheet{}
		for _, s := range r.Sheets {
			title := notation.Fold(s.Title)
			if rollTitle.MatchString(title) && !selection.MatchString(title) && !s.Broken && len(s.Rows) > 1 {
				rolls[claim.MeasureOf(rollTitle.ReplaceAllString(title, "")).Key] = s
			}
		}
		for _, s := range r.Sentences {
			for i := range s.Mentions {
				m := &s.Mentions[i]
				roll := rolls[m.Measure.Key]
				if roll == nil || !m.OK() || m.Qualified || !m.Exact() || m.Scope != "" || m.Kind != "" || !samePeriod(m.Period, roll) {
					continue
				}
				n, first := rowsOf(roll)
				if float64(n) != m.Value && n > 1 {
					all = append(all, broken("rows-not-count", []claim.Fact{m.Fact, first}, "%s counted, %s lists %d", m.Text, roll.ID, n))
				}
			}
		}
	}
	return all
}

func samePeriod(p claim.Period, s *claim.Sheet) bool {
	title := claim.PeriodOf(notation.Fold(s.Title))
	return !title.Known() || title.Year == p.Year
}

// rowsOf counts the things that a table lists; its caption is the place to see.
func rowsOf(s *claim.Sheet) (n int, caption claim.Fact) {
	for _, r := range s.Rows {
		if !r.Total {
			n++
		}
	}
	return n, s.Caption(n)
}
