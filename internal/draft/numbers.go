package draft

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"charts/internal/kind"
	"charts/internal/quantity"
	"charts/internal/regexp"
	"charts/internal/report"
	"charts/internal/series"
	"charts/internal/spec"
)

// Limits of the single numbers on a dashboard.
const (
	maxCards  = 6
	eachCards = 2 // of one table, of those that lead no report
)

// leads are the measures that reports of this trade lead with, the first
// asked for first.
var leads = []*regexp.Regexp{
	regexp.MustCompile(`落实率|就业率|(?i:employment rate|placement rate)`),
	regexp.MustCompile(`报到率|录取率|(?i:yield|acceptance rate)`),
	regexp.MustCompile(`升学率|深造率|(?i:graduation rate)`),
	regexp.MustCompile(`满意[度率]|(?i:satisfaction)`),
	regexp.MustCompile(`在校生(?:人)?数|(?i:enrol+ment|students enrolled)`),
	regexp.MustCompile(`毕业生(?:人)?数|(?i:graduates|degrees)`),
	regexp.MustCompile(`到款额|总收入|实际收入|(?i:revenue|income)`),
	regexp.MustCompile(`双师|生师比|(?i:student-faculty ratio)`),
}

// A headline is a card that a dashboard may show, not yet proved.
type headline struct {
	title   string
	yaml    string
	table   int  // where it is, or -1 for a sentence
	changes bool // it is no lead, but its sentence says how it has changed
}

// rank is the place of the measure among the leads.
func (n headline) rank() int {
	at := slices.IndexFunc(leads, func(h *regexp.Regexp) bool { return h.MatchString(n.title) })
	if at < 0 {
		return len(leads)
	}
	return at
}

// place is where the number stands among others: leads first, then what has changed.
func (n headline) place() int {
	if n.changes {
		return len(leads)
	}
	if rank := n.rank(); rank < len(leads) {
		return rank
	}
	return len(leads) + 1
}

// numbers are the single numbers that a dashboard shows on top, as YAML, proved
// like figures: what reports lead with, of any table or sentence, and then the
// first main indicators of each score card. Each leads to the figure that shows
// its table.
func (src Source) numbers(ctx context.Context, shownBy map[int]string) (cards []string) {
	all := src.tableNumbers(ctx)
	taken := make([]bool, len(leads)+1)
	for _, n := range all {
		taken[n.rank()] = true
	}
	all = append(all, src.sentenceNumbers(ctx, taken)...)
	slices.SortStableFunc(all, func(a, b headline) int { return cmp.Compare(a.place(), b.place()) })
	led := make([]bool, len(leads))
	others := map[int]int{} // by table
	for _, n := range all {
		rank := n.rank()
		lead := rank < len(leads)
		if len(cards) == maxCards || lead && led[rank] || !lead && !n.changes && others[n.table] == eachCards || !src.holds(ctx, n.yaml) {
			continue
		}
		if id := shownBy[n.table]; id != "" {
			n.yaml += "    figure: " + id + "\n"
		}
		cards = append(cards, n.yaml)
		if lead {
			led[rank] = true
		} else {
			others[n.table]++
		}
	}
	return cards
}

// tableNumbers are those of the tables.
func (src Source) tableNumbers(ctx context.Context) (all []headline) {
	for k := range src.Doc.Tables {
		t := &src.Doc.Tables[k]
		s, problems := newProfile(ctx, src, t)
		if len(problems) > 0 {
			continue
		}
		for _, n := range slices.Concat(s.indicatorNumbers(), s.rateNumbers(), s.lastNumbers()) {
			n.table = k
			all = append(all, n)
		}
	}
	return all
}

// indicatorNumbers are the main indicators of a score card.
func (s *profile) indicatorNumbers() (all []headline) {
	periods := s.periods()
	if len(periods) == 0 {
		return nil
	}
	names := s.names(periods)
	for _, i := range s.indicators(periods) {
		column := s.nameColumn([]indicator{i})
		if i.parent != "" || column == "" {
			continue
		}
		n := s.number(i.label, name(column)+" = "+literal(i.label), names[len(names)-1])
		if i.unit == "人" { // of whom some tables print 40.00
			n.yaml += "    format: 0,0\n"
		}
		if len(names) > 1 {
			n.yaml += "    compare: " + scalar(names[0]) + "\n"
		}
		all = append(all, n)
	}
	return all
}

// rateNumbers are the rates that stand as a row among things that are counted.
func (s *profile) rateNumbers() (all []headline) {
	shares := s.valuesOf("%")
	if len(shares) == 0 {
		return nil
	}
	for _, rate := range s.rateNames {
		all = append(all, s.number(rate, name(s.columns[s.category].Name)+" = "+literal(rate), s.columns[shares[0]].Name))
	}
	return all
}

// lastNumbers are the last of each series of periods.
func (s *profile) lastNumbers() (all []headline) {
	if s.category < 0 || len(s.rows) < 2 || !s.column(s.category).isTime() {
		return nil
	}
	for _, value := range s.names(s.values) {
		n := s.number(value, "", value)
		n.yaml += "    trend: " + scalar(s.columns[s.category].Name) + "\n"
		all = append(all, n)
	}
	return all
}

// number is a card of one value of the table; where may be "".
func (s *profile) number(title, where, value string) headline {
	data := s.ofReport() + "table: " + scalar(s.ref)
	if where != "" {
		data += ", where: " + scalar(where)
	}
	return headline{title: title, yaml: "  - title: " + scalar(title) + "\n    data: {" + data + "}\n    value: " + scalar(value) + "\n"}
}

// sentenceNumbers are the first leads among the numbers of sentences whose rank
// is not taken, and the first of each section whose change the sentence says.
func (src Source) sentenceNumbers(ctx context.Context, taken []bool) (all []headline) {
	src = src.trying()
	sections := map[string]int{} // that say changes, with how many
	for _, p := range src.Doc.Paragraphs {
		title := src.sectionTitle(p.Section)
		for s := range p.Sentences() {
			if ctx.Err() != nil {
				return all
			}
			lead := slices.ContainsFunc(leads, func(h *regexp.Regexp) bool { return h.MatchString(s.Text) })
			full := sections[p.Section] == 1 && len(sections) > 1 || sections[p.Section] == eachCards // the first is an overview
			if !lead && (full || !saysChange.MatchString(s.Text)) || len(quantity.Values(s.Text)) == 0 {
				continue
			}
			stated := src.stated(p, s, title)
			for i, q := range stated {
				if n, ok := src.sentenceNumber(q, stated[i+1:], taken); ok && (!n.changes || !full) {
					if n.changes {
						sections[p.Section]++
						full = true
					}
					all = append(all, n)
				}
			}
		}
	}
	return all
}

// sentenceNumber is the card of a number that leads reports, and is not taken, or of one
// whose change is said behind it.
func (src Source) sentenceNumber(q Stated, behind []Stated, taken []bool) (headline, bool) {
	n := headline{title: q.Measure, table: -1}
	rank := n.rank()
	lead := rank < len(leads)
	if q.Pattern == "" || q.change || lead && taken[rank] {
		return n, false
	}
	data := withChange(q, behind)
	n.changes = data != "" && !lead
	if !lead && !n.changes {
		return n, false
	}
	if lead {
		taken[rank] = true
	}
	n.yaml = "  - title: " + scalar(n.title) + "\n    data: {" + src.ofReport() + "text: " + cmp.Or(data, scalar(q.Pattern)+"}\n")
	return n, true
}

// saysChange finds a change that has a name of its own, which a card compares with.
var saysChange = regexp.MustCompile(`(?:比上年|比去年|较上年|较去年|同比)(?:末|同期)?(?:增长|增加|提高|提升|上升|上涨|减少|下降|降低)`)

// withChange is the rest of a card of a number and the change that its sentence says
// right behind it, or "".
func withChange(q Stated, behind []Stated) string {
	value := strings.ReplaceAll(q.Measure, " ", "_")
	if len(behind) == 0 || !behind[0].change || !strings.HasSuffix(q.Pattern, holeOf(value, q.Unit)) {
		return ""
	}
	by := behind[0]
	between := plain(q.Text[q.end:by.start])
	what := saysChange.FindString(between)
	if what == "" || !strings.HasSuffix(between, what) {
		return ""
	}
	return scalar(q.Pattern+between+holeOf(what, by.Unit)) + "}\n    value: " + scalar(value) + "\n    compare: " + scalar(what) + "\n"
}

func (s *profile) ofReport() string { return reportWord(s.report) }

func (src Source) ofReport() string { return reportWord(src.Name) }

// reportWord says which report, where it is not the first.
func reportWord(name string) string {
	if name == "" {
		return ""
	}
	return "report: " + scalar(name) + ", "
}

// holds reports whether a card can be drawn without a problem, of cells that are
// certain.
func (src Source) holds(ctx context.Context, card string) bool {
	d, problems := spec.ParseDashboard("dashboards/overview.yaml", []byte("title: 年报要览\ncards:\n"+card))
	if len(problems) > 0 {
		return false
	}
	if problems = spec.Expand(d, nil); len(problems) > 0 {
		return false
	}
	frame, problems := src.Store.Data(ctx, &d.Cards[0].Data)
	if len(problems) > 0 {
		return false
	}
	c := d.Cards[0]
	_, problems = kind.ResolveCard(c, frame, kind.Options{})
	frame.Columns = slices.DeleteFunc(slices.Clone(frame.Columns), func(col series.Column) bool { return col.Name != c.Value.V })
	return len(problems) == 0 && len(series.Doubts([]*report.Document{src.Doc}, &c.Data, frame)) == 0
}

// overview is the dashboard of a set.
func overview(title string, cards []string, sections *outline) []byte {
	var b strings.Builder
	b.WriteString("title: " + scalar(title) + "\n")
	if len(cards) > 0 {
		b.WriteString("cards:\n" + strings.Join(cards, ""))
	}
	if len(sections.titles) > 0 {
		b.WriteString(sections.yaml())
	}
	return []byte(b.String())
}
