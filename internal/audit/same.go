package audit

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"charts/internal/claim"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/regexp"
)

// A bucket is all that is said of one fact: every facet is equal. A counter says that
// the name of the measure left it to the number: 挂果 3412 株 is in the column 挂果株数.
type bucket struct{ school, scope, kind, key, counter, year, of string }

// bucketsOf are the buckets that a fact falls into. A year in a table of
// graduates is that of their class, and a calendar year as well.
func bucketsOf(f *claim.Fact) []bucket {
	b := bucket{f.School, f.Scope, f.Kind, f.Measure.Key, "", f.Period.Year, f.Period.Of}
	all := []bucket{b}
	switch {
	case b.of == "" || b.of == "年" && f.Table != nil:
		if all[0].of = "年"; f.Measure.OfGraduates() {
			b.of = "届"
			all = append(all, b)
		}
	case f.Table == nil && f.Scope != "" && claim.Says(f.Measure.Name, claim.MeasureOf(f.Scope).Stem): // 东区招生 is the row 东区 of a table
		b.scope = ""
		all = append(all, b)
	}
	b = all[0]
	if b.counter = f.Counter; f.Table != nil {
		b.key, b.counter = f.Measure.Counted()
	}
	if b.counter != "" {
		all = append(all, b)
	}
	return all
}

// same holds what tables and sentences say of one fact against each other.
func same(readings []*claim.Reading) (all []tie) {
	groups := map[bucket][]*claim.Fact{}
	var order []bucket // that have several
	add := func(f *claim.Fact) {
		for _, b := range bucketsOf(f) {
			if groups[b] = append(groups[b], f); len(groups[b]) == 2 {
				order = append(order, b)
			}
		}
	}
	for _, r := range readings {
		for i := range r.Facts {
			if f := &r.Facts[i]; f.Period.Known() && f.Measure.Len() >= 2 {
				add(f)
			}
		}
		for _, s := range r.Sheets {
			if f, ok := implied(s); ok {
				add(&f)
			}
		}
		for _, s := range r.Sentences {
			for i := range s.Mentions {
				if m := &s.Mentions[i]; isStatement(s, m) {
					add(&m.Fact)
					if f, ok := jointly(m.Fact); ok {
						add(&f)
					}
				}
			}
		}
	}
	told := map[[2]claim.Ref]bool{}
	for _, b := range order {
		var group []claim.Fact
		for _, f := range groups[b] {
			group = append(group, *f)
		}
		all = append(all, compare(group, told)...)
	}
	return all
}

// implied is the number that the rows of a table make together, where their shares
// say that they are all.
func implied(s *claim.Sheet) (claim.Fact, bool) {
	for col := range s.Columns {
		if col+1 == len(s.Columns) || !s.IsCount(col) || !shareName.MatchString(s.Columns[col+1]) {
			continue
		}
		f, rows := s.Sum(col)
		if len(rows) < 2 {
			continue
		}
		if shares, ok := downColumn(s, rows, col+1); ok && math.Abs(shares.value-100) <= float64(len(rows))*math.Pow10(-shares.decimals) {
			return f, true
		}
	}
	return claim.Fact{}, false
}

// downColumn is the sum of some rows of a column.
func downColumn(s *claim.Sheet, rows []int, col int) (t sum, ok bool) {
	for _, row := range rows {
		t.add(s, row, col)
	}
	return t, t.gaps == 0
}

// isStatement reports whether a sentence says something that can be held against a
// table or another sentence.
func isStatement(s *claim.Sentence, m *claim.Mention) bool {
	if !m.OK() || s.Table != nil && s.Table.Card || !m.Period.Known() || m.Kind == "aim" || m.Measure.Len() < 2 || m.Change {
		return false
	}
	return !m.Is(quantity.Points) && m.Period.Of != "span" && !strings.HasSuffix(m.Measure.Stem, "中") && !noName.MatchString(m.Measure.Stem) && !spanUnit.MatchString(m.Unit.Name)
}

// jointly is a statement of what some do together as one of what each does: 门诊共接诊.
func jointly(f claim.Fact) (claim.Fact, bool) {
	who, what, ok := strings.Cut(f.Measure.Name, claim.Together)
	if !ok || f.Kind != "" || mutual.MatchString(what) {
		return f, false
	}
	name := f.Measure.Name
	f.Measure, f.Kind, f.Group = claim.MeasureOf(what), claim.Together, claim.Stem(who)
	f.Measure.Name = name
	return f, f.Measure.Len() >= 2
}

// mutual follows 共 where it counts nothing: 共享, 共建.
var mutual = regexp.MustCompile(`^[享建同青创赢]`)

// noName begins what only goes on from the clause before.
var noName = regexp.MustCompile(`^(?:占|按|以|平均|位|排|分别|依次|其|相当|比|较|同比|环比|可|能|将|每|再|又|近|仅|只)`)

// spanUnit is a unit of time: how long something took is told of many things.
var spanUnit = regexp.MustCompile(`^(?:年|个?月|日|天|周|小时|分钟|岁|届)$`)

// compare holds the facts of a bucket against the one that most agree with. That
// one is of a table where it can be.
func compare(facts []claim.Fact, told map[[2]claim.Ref]bool) (all []tie) {
	model := facts[0]
	if slices.ContainsFunc(facts, func(f claim.Fact) bool { return !f.Comparable(model.Number) || !f.Agrees(model.Number) }) {
		model = facts[modelOf(facts)]
	}
	var odd []claim.Fact
	for _, f := range facts {
		if f.Ref == model.Ref || !f.Comparable(model.Number) || told[[2]claim.Ref{f.Ref, model.Ref}] {
			continue
		}
		told[[2]claim.Ref{f.Ref, model.Ref}] = true
		switch {
		case f.Agrees(model.Number):
			all = append(all, holding(f, model))
		case mayDiffer(f, model):
		default:
			odd = append(odd, f)
		}
	}
	if len(odd) > 2 && len(odd) > len(facts)/2 {
		return all // a name that many things have
	}
	for _, f := range odd {
		all = append(all, disagree(f, model))
	}
	return all
}

// modelOf is the fact that the most others agree with.
func modelOf(facts []claim.Fact) (best int) {
	most := -1
	for i := range min(len(facts), 12) {
		n := 0
		for j := range min(len(facts), 40) {
			if j != i && facts[i].Comparable(facts[j].Number) && facts[i].Agrees(facts[j].Number) {
				n += 2
			}
		}
		if facts[i].Table != nil {
			n++
		}
		if n > most {
			best, most = i, n
		}
	}
	return best
}

// mayDiffer reports whether another reading explains a difference: both are cells of
// tables without a prescribed form, or a name is too short to mean the same in
// another place.
func mayDiffer(a, b claim.Fact) bool {
	switch {
	case a.Table != nil && b.Table != nil:
		return a.Table == b.Table || !a.Indicator() || !b.Indicator()
	case a.Table != nil:
		return cellMayDiffer(a, b)
	case b.Table != nil:
		return cellMayDiffer(b, a)
	}
	return saidMayDiffer(a, b)
}

// cellMayDiffer is so for a cell and a sentence, unless that names the group whom
// the table counts.
func cellMayDiffer(cell, said claim.Fact) bool {
	if cell.Table.Counts(said.Group) {
		return false
	}
	if cell.Kind == claim.Together {
		return !strings.Contains(notation.Fold(cell.Table.Title), said.Group)
	}
	if cell.Sum && strings.ContainsAny(said.Measure.Name, "共总") {
		return false
	}
	visits := cell.Is(quantity.Visits) && said.Is(quantity.Visits)
	return cell.Measure.Len() < 3 && !visits && !cell.Table.Card || !cell.Indicator() && cell.Measure.Short()
}

// saidMayDiffer is so for two sentences.
func saidMayDiffer(a, b claim.Fact) bool {
	switch {
	case a.Unit.Dimension != b.Unit.Dimension, a.Group != b.Group && !claim.IsEnglish(a.Measure.Stem), a.Place.Line == b.Place.Line && a.Place.Report == b.Place.Report:
		return true
	case claim.IsEnglish(a.Measure.Stem): // one word names many things
		return a.Group != b.Group && (a.Group != "" && b.Group != "" || !strings.Contains(a.Measure.Stem, " "))
	case !a.Measure.Short(), a.Measure.Stem == "毕业生", a.Measure.Stem == "在校生":
		return false
	}
	return a.Measure.Len() < 3 || !a.Is(quantity.Percent) || events.MatchString(a.Measure.Stem)
}

// events are things that happen again and again, so that two sentences that
// count them need not count the same ones.
var events = regexp.MustCompile(`活动|会议|培训|讲座|比赛|项目|服务`)

// disagree is a fact that says otherwise than the model.
func disagree(f, model claim.Fact) tie {
	facts := []claim.Fact{f, model}
	switch {
	case f.Table != nil && model.Table != nil:
		return broken("same-indicator-differs", facts, "%s is %s in %s, and %s in %s", dated(f.Measure.Name, f), f.Text, f.Table.ID, model.Text, model.Table.ID)
	case f.Table == nil && model.Table == nil:
		return broken("prose-contradicts-prose", facts, "%s is %s here, and %s in %s", dated(f.Measure.Stem, f), f.Text, model.Text, model.Place.Where())
	case f.Table != nil:
		f, model = model, f
	}
	return broken("prose-contradicts-table", []claim.Fact{f, model}, "%s is %s here, and %s in %s", dated(model.Measure.Name, f), f.Text, cellText(model), model.Table.ID)
}

// dated is the name of a fact with the year that it is of, where the report says one.
func dated(name string, f claim.Fact) message.Text {
	if !f.Period.Dated() {
		return message.Data(name)
	}
	return message.Of("%s of %s", name, f.Period.Year)
}

// cellText is the number of a cell with its unit.
func cellText(f claim.Fact) string {
	if f.Unit.Name == "" || strings.Contains(f.Text, f.Unit.Name) {
		return f.Text
	}
	return f.Text + " " + f.Unit.Name
}

// notes holds what a note says of a row against the row.
func notes(readings []*claim.Reading) (all []tie) {
	for _, r := range readings {
		for _, s := range r.Sentences {
			if s.Table == nil || s.Table.Broken {
				continue
			}
			for _, m := range s.Mentions {
				if m.Measure.Stem == "" && !m.Part {
					m.Measure = claim.MeasureOf(rowNamed(s.Table, s.Text[:m.Start]))
				}
				if m.OK() && m.Measure.Len() >= 2 {
					all = append(all, note(s.Table, m)...)
				}
			}
		}
	}
	return all
}

// rowNamed is the one row of a table that a text names, or "".
func rowNamed(s *claim.Sheet, text string) (label string) {
	for _, r := range s.Rows {
		if leaf := claim.Leaf(r.Label); utf8.RuneCountInString(leaf) >= 4 && strings.Contains(text, leaf) {
			if label != "" {
				return ""
			}
			label = leaf
		}
	}
	return label
}

// note is what a note says of a row; a row of which another value is given, for
// another year, is not contradicted.
func note(s *claim.Sheet, m claim.Mention) (all []tie) {
	for row, r := range s.Rows {
		if r.Label == "" || claim.MeasureOf(claim.Leaf(r.Label)).Key != m.Measure.Key {
			continue
		}
		var cells []claim.Fact
		for _, col := range s.Values() {
			if c := s.Cell(row, col); c.OK() && c.Comparable(m.Number) && (m.Period.Of == "" || m.Period.Year == c.Period.Year) {
				if c.Agrees(m.Number) {
					return append(all, holding(c, m.Fact))
				}
				cells = append(cells, c)
			}
		}
		if len(cells) > 0 {
			var texts []string
			for _, c := range cells {
				texts = append(texts, c.Text)
			}
			all = append(all, broken("note-contradicts-cell", append(cells[:1:1], m.Fact), "%s is %s in %s, and %s in the note under it",
				s.Called(row), strings.Join(texts, ", "), s.ID, m.Text))
		}
	}
	return all
}

// otherYears finds an amount that two years have to the last of many digits: one
// of them is of the other.
func otherYears(readings []*claim.Reading) (all []tie) {
	type key struct{ school, value string }
	tables := map[key]claim.Fact{}
	keyOf := func(f claim.Fact) key {
		return key{f.School, strconv.FormatFloat(f.Base, 'g', 12, 64)}
	}
	for _, r := range readings {
		for _, f := range r.Facts {
			if f.Period.Known() && f.Table.Card && telling(f.Number) {
				tables[keyOf(f)] = f
			}
		}
	}
	for m := range mentions(readings) {
		f, ok := tables[keyOf(m.Fact)]
		if ok && f.Measure.Shares(m.Measure) && f.Unit.Dimension == m.Unit.Dimension && m.Kind == "" && m.Period.Of == "年" && f.Period.Year != m.Period.Year && !lasting.MatchString(f.Measure.Name) {
			all = append(all, broken("value-of-another-year", []claim.Fact{m.Fact, f}, "%s is said to be of %s; %s gives it for %s", m.Text, m.Period.Year, f.Table.ID, f.Period.Year))
		}
	}
	return all
}

// telling reports whether a number has so many digits that it is not the same by
// chance.
func telling(n claim.Number) bool {
	digits := strings.Trim(strings.ReplaceAll(claim.Format(n.Value, n.Decimals), ".", ""), "0")
	return len(digits) >= 5
}

// lasting are measures that stay as they are for years.
var lasting = regexp.MustCompile(`面积|占地|编制|总值|资产|设备值|藏书|馆藏|带宽`)
