package claim

import (
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/regexp"
	"charts/internal/report"
)

// A Sentence is one sentence with its numbers.
type Sentence struct {
	Text     string
	Place    Place
	Section  string // the number of the section that it is in
	Scope    string // of where it is
	Mentions []Mention
	Table    *Sheet // under which it stands as a note, or nil
	Joint    int    // of two in one: where the second begins, as Ref.At has it
	Form     string // of an English one: its words, with #00 and %01 for its numbers
	mask     string // its words, once they are asked for
}

// A Mention is a number of a sentence.
type Mention struct {
	Fact
	Start, End int    // bytes of the sentence
	Before     string // what is before it in its clause, folded
	After      string // what is behind it in its clause, folded
	Between    string // all from the number before it, or from the beginning, folded
	Bracket    bool   // it is in brackets
	Part       bool   // it is after 其中
	Change     bool   // it says by how much another number changed
	Falls      bool   // the change is downwards
}

// readSentences reads the paragraphs, and the notes of the tables. What has no
// figure in it is passed over.
func (r *Reading) readSentences(scopes scopes) {
	paragraphs := r.Doc.Paragraphs
	read := make([][]*Sentence, runtime.GOMAXPROCS(0))
	joined, said := make([][]*Sentence, len(read)), make([][]report.Sentence, len(read))
	var done sync.WaitGroup
	for i := range read {
		from, to := i*len(paragraphs)/len(read), (i+1)*len(paragraphs)/len(read)
		done.Go(func() { read[i], joined[i], said[i] = r.paragraphs(paragraphs[from:to], scopes) })
	}
	notes := r.notes(scopes)
	done.Wait()
	r.Sentences, r.Joined, r.Said = append(slices.Concat(read...), notes...), slices.Concat(joined...), slices.Concat(said...)
}

// notes reads the notes of the tables.
func (r *Reading) notes(scopes scopes) (all []*Sentence) {
	for _, s := range r.Sheets {
		for _, n := range s.Notes {
			at := &Sentence{Text: referenced.ReplaceAllString(n.Text, ""), Section: s.Section, Place: placeOf(r.Doc, n.Line, n.Text), Scope: s.Scope, Table: s}
			r.read(at, 0, "", scopes.own)
			all = append(all, at)
		}
	}
	return all
}

// paragraphs reads the sentences of some paragraphs, and those together that speak of
// the same numbers.
func (r *Reading) paragraphs(some []report.Paragraph, scopes scopes) (all, joined []*Sentence, said []report.Sentence) {
	for _, p := range some {
		year := ""
		before, named := report.Sentence{}, "" // the sentence before, and the year named ahead of it
		for s := range p.Sentences() {
			said = append(said, s)
			if !strings.ContainsFunc(s.Text, isFigure) && !mayCount(s.Text) {
				before = report.Sentence{}
				continue
			}
			at := &Sentence{Text: s.Text, Section: p.Section, Place: placeOf(r.Doc, s.Line, s.Text), Scope: scopes.at(p.Section, s.Line)}
			all = append(all, at)
			if before.Text != "" && goesBack.MatchString(s.Text) {
				joined = append(joined, r.join(p, before, s, *at, named, scopes.own))
			}
			before, named = s, year
			if y := r.read(at, s.Offset, year, scopes.own); y != "" {
				year = y
			}
		}
	}
	return all, joined, said
}

// goesBack begins a sentence that goes on with the numbers of the one before.
var goesBack = regexp.MustCompile(`^(?:其中|同比|占|[较比与](?:上|去|前|19|20)|(?:Of|Among) (?:these|them|those)\b|(?:They|These) (?:comprise|include|consist of)\b|(?:This|That) (?:is|was|represents|represented|makes|made)\b)`)

// join reads two sentences as one: the full stop between them as a comma.
func (r *Reading) join(p report.Paragraph, a, b report.Sentence, at Sentence, year string, own []string) *Sentence {
	gap := ","
	if _, size := utf8.DecodeLastRuneInString(a.Text); size == len("，") {
		gap = "，"
	}
	first := a.Text[:len(a.Text)-len(gap)]
	s := at
	s.Text, s.Joint = first+gap+p.Text[a.Offset+len(a.Text):b.Offset]+b.Text, cellsEnd+b.Offset
	s.Place.Line = a.Line
	r.read(&s, a.Offset, year, own)
	for i := range s.Mentions {
		if m := &s.Mentions[i]; m.Ref.At >= s.Joint {
			m.Place, m.Ref.Line = at.Place, b.Line
		} else {
			m.Place.Quote = a.Text
		}
	}
	return &s
}

// referenced is how a note names the table that it is of.
var referenced = regexp.MustCompile(`《[^《》]*》中?|表 ?\d+ ?中|^(?:备注|注|说明) ?[:：]`)

// mayCount reports whether a text without figures can list what it counts in words: four
// campuses: …; 三个馆区：甲、乙、丙.
func mayCount(text string) bool {
	return strings.ContainsAny(text, ":,") && IsEnglish(text) || strings.Contains(text, "、") && strings.ContainsAny(text, "两三四五六七八九十")
}

func isFigure(r rune) bool { return '0' <= r && r <= '9' || '０' <= r && r <= '９' }

// A clause ends with one of these.
const clauseEnds = "，,；;。：:、（(）)！？!?"

var clauseMarks = wordSet(strings.Join(strings.Split(clauseEnds, ""), " "))

// read reads the numbers of a sentence, which begins at an offset of its paragraph.
// The year is one that the paragraph named before; the one that this sentence
// names comes back.
func (r *Reading) read(s *Sentence, offset int, year string, own []string) string {
	if IsEnglish(s.Text) {
		return r.readEnglish(s, offset, year, own)
	}
	values := slices.DeleteFunc(quantity.Values(s.Text), lastYear)
	c := newContext(s.Text, values, own)
	s.Mentions = make([]Mention, 0, len(values))
	for i, v := range values {
		m := Mention{Start: v.Start, End: v.End}
		m.Number, m.Place, m.School, m.said, m.nth = Of(v.Quantity), s.Place, r.School, s, i
		m.Ref = Ref{r.Index, s.Place.Line, cellsEnd + offset + v.Start}
		m.Between = c.between[i]
		m.Before = lastClause(m.Between)
		var runsOn bool
		m.After, runsOn = firstClause(c.between[i+1], i+1 < len(values))
		m.Bracket = c.inBracket(c.starts[i])
		m.Change, m.Falls = changeOf(m.Before)
		r.name(s, &m, runsOn)
		r.facets(s, &m, year, c)
		s.Mentions = append(s.Mentions, m)
	}
	if p := only(c.years); len(p.Year) >= len("2023") {
		return p.Year[:len("2023")]
	}
	return ""
}

// lastYear reports whether a quantity is the 上一年 that something is compared with.
func lastYear(m quantity.Match) bool { return strings.HasPrefix(m.Text, "上一") }

// cellsEnd is more than a row has cells, so that the numbers of sentences and
// cells of a line differ.
const cellsEnd = 1000

// masked is a sentence without its numbers and blanks.
func (s *Sentence) masked() string {
	if s.mask == "" {
		s.mask = strings.Map(func(r rune) rune {
			if isFigure(r) || r == '.' || r == ',' {
				return -1
			}
			return r
		}, notation.Fold(s.Text))
	}
	return s.mask
}

// lastClause is what is before a number in its clause.
func lastClause(between string) string {
	s := strings.TrimRight(between, " :：为是")
	if i := strings.LastIndexAny(s, clauseEnds); i >= 0 {
		_, n := utf8.DecodeRuneInString(s[i:])
		return between[i+n:]
	}
	return between
}

// firstClause is what is behind a number in its clause; another number can
// follow it there.
func firstClause(rest string, more bool) (after string, runsOn bool) {
	if i, _ := clauseMarks.next(rest); i >= 0 {
		return rest[:i], false
	}
	return rest, more
}

// changeWord ends what is before a change; its odd groups fall, the even ones
// rise.
var changeWord = regexp.MustCompile(`(?:同比|[比较](?:上年|去年|上届|同期))(?:(少)|(多))\p{Han}{1,2}$|(?:(减少|下降|降低|回落|降幅|缩减|下滑|净减|少)|(增加|增长|上升|提高|提升|增幅|增多|上涨|攀升|扩大|净增|多))(?:率|幅度)?(?:了|约|为|达)?(?:近|超)?$`)

var changeHints = wordSet(`减 降 落 缩 滑 少 增 升 提 上 攀 扩 多`)

// changeOf reports whether a number behind some words says by how much another
// changed, and whether downwards.
func changeOf(before string) (change, falls bool) {
	if !changeHints.in(before) || strings.HasSuffix(before, "至多") || strings.HasSuffix(before, "至少") {
		return false, false
	}
	m := changeWord.FindStringSubmatch(before)
	return m != nil, m != nil && m[1]+m[3] != ""
}

// name gives a mention its measure: what is before the number, what stands
// behind it, or the head of the list that it goes on with (国家级课程 6 门、市级 29 门).
func (r *Reading) name(s *Sentence, m *Mention, runsOn bool) {
	name := m.Before
	if i := strings.Index(name, "其中"); i >= 0 {
		name = name[i+len("其中"):]
	}
	bare := Stem(m.Before) == ""
	counter := !bare && !runsOn && (m.Unit.Plain() && utf8.RuneCountInString(m.After) <= 2 || m.After == "次") // 833 批次, 20 车次
	if counter {
		m.Counter = m.After
	} else if m.After == "" {
		m.Counter = m.Unit.Name
	}
	if !counter && (!runsOn || !bare) { // what follows an empty name is of the next number
		name += m.After
	}
	if n := len(s.Mentions); n > 0 && levelOnly.MatchString(m.Before) {
		prior := s.Mentions[n-1]
		if levelName.MatchString(prior.Measure.Stem) && prior.Unit.Name == m.Unit.Name {
			name = levelName.FindString(m.Before) + levelName.ReplaceAllString(prior.Measure.Stem, "")
		}
	}
	if verb := s.cameWith(m); verb != "" && !strings.HasPrefix(Stem(name), verb) {
		name = verb + name
	}
	if i := strings.LastIndex(name, "中"); i > 0 && groupForm.MatchString(name[:i+len("中")]) {
		m.Group, name = MeasureOf(name[:i]).Stem, name[i+len("中"):]
	}
	if m.Measure = MeasureOf(name); m.Measure.Stem == "" && len(yearsIn(m.Before)) > 0 { // 2022 年为 4100 人次
		m.Measure = MeasureOf(s.spokenOf(m))
	}
}

// cameWith is the verb of the list that a number goes on with, where it says that
// all of it is new: 立项国家级课题 2 项、省级课题 8 项.
func (s *Sentence) cameWith(m *Mention) string {
	if len(s.Mentions) == 0 || !goesOn.MatchString(m.Between) {
		return ""
	}
	prior := s.Mentions[len(s.Mentions)-1]
	if prior.Unit.Name != m.Unit.Name {
		return ""
	}
	return cameIn.FindString(prior.Measure.Stem)
}

var (
	goesOn = regexp.MustCompile(`^(?:[、和及与]|以及)`)
	cameIn = regexp.MustCompile(`^(?:新增|立项|获批|授权|引进|新建|新设|新签|签订)`)
)

// spokenOf is the name of the last number before one that is of its unit.
func (s *Sentence) spokenOf(m *Mention) string {
	for i := len(s.Mentions) - 1; i >= 0; i-- {
		if o := s.Mentions[i]; !o.Change && o.Unit.Dimension == m.Unit.Dimension {
			return o.Measure.Stem
		}
	}
	return ""
}

var (
	levelOnly = regexp.MustCompile(`^(?:国家|省部|省市|省|市|区|校|院)级$`)
	groupForm = regexp.MustCompile(`(?:学生|毕业生|新生|在校生|教师|专任教师|教职工|录取学生|考生)中$`)
)

// whole is the number that 其中 takes its parts from: the last before it of the
// same unit.
func (s *Sentence) whole(part *Mention) *Mention {
	at := strings.LastIndex(s.Text[:part.Start], "其中")
	for i := len(s.Mentions) - 1; i >= 0; i-- {
		if m := &s.Mentions[i]; m.End <= at && !m.Bracket && m.Unit.Dimension == part.Unit.Dimension {
			return m
		}
	}
	return nil
}

// Whole is the number that a mention after 其中 is a part of, or nil.
func (s *Sentence) Whole(part *Mention) *Mention {
	if !part.Part {
		return nil
	}
	return s.whole(part)
}
