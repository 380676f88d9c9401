package claim

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/report"
	"charts/internal/table"
)

// institution is whose report a document is: the name that it was given, unless
// that only tells the years apart, else the name in its title; "" is the one that
// the project is about.
func institution(doc *report.Document) string {
	if doc.Name != "" && notation.FindYear(doc.Name) == "" {
		return doc.Name
	}
	return schoolName.FindString(notation.Fold(doc.Title))
}

var schoolName = regexp.MustCompile(`^\p{Han}{2,16}?(?:大学|学院|学校)`)

// scopes say what the text at a line is about, where it is not the institution.
type scopes struct {
	own      []string // names of the institution
	sections map[string]string
	cases    []scopeFrom // in the order of lines
	cards    []scopeFrom // whose the cards are, at the lines that say so
}

// A scopeFrom says what the lines from one on are about.
type scopeFrom struct {
	line  int
	scope string
}

func newScopes(doc *report.Document, school string) scopes {
	s := scopes{sections: map[string]string{}}
	s.own = ownNames(doc, school)
	for _, sec := range doc.Sections {
		if of := subject(sec.Title, s.own); of != "" {
			s.sections[sec.Number] = of
		}
		s.cases = append(s.cases, scopeFrom{sec.Line, ""})
	}
	for _, c := range doc.Captions {
		if strings.HasPrefix(c.Label, "案例") {
			s.cases = append(s.cases, scopeFrom{c.Line, c.Label})
		}
	}
	for _, p := range doc.Paragraphs {
		if m := cardOf.FindStringSubmatch(notation.Fold(p.Text)); m != nil {
			s.cards = append(s.cards, scopeFrom{p.Pieces[0].Line, m[1]})
		}
	}
	if !slices.ContainsFunc(s.cards, func(c scopeFrom) bool { return c.scope != s.cards[0].scope }) {
		s.cards = nil // all of them are the institution's
	}
	slices.SortStableFunc(s.cases, func(a, b scopeFrom) int { return a.line - b.line })
	return s
}

// ownNames are the names of the institution: the given one, that of the title, and
// what stands alone in a line at the beginning.
func ownNames(doc *report.Document, school string) (own []string) {
	names := []string{school, schoolName.FindString(notation.Fold(doc.Title))}
	for _, p := range doc.Paragraphs[:min(len(doc.Paragraphs), 8)] {
		if text := notation.Fold(p.Text); aloneName.MatchString(text) {
			names = append(names, aloneName.FindStringSubmatch(text)[1])
		}
	}
	for _, name := range names {
		if name != "" {
			own = append(own, notation.Fold(name))
		}
	}
	return own
}

// aloneName begins a paragraph that is the name of an institution, or its title.
var aloneName = regexp.MustCompile(`^(\p{Han}{2,16}?(?:大学|学院|学校|中心))(?:$|[^\p{Han}]|.{0,12}(?:报告|年报))`)

// cardOf is how a score card says whose it is: 名称：江州学院(10001).
var cardOf = regexp.MustCompile(`^(?:名称|学校名称|院校名称|学校|单位)[:：](\p{Han}{2,16}(?:大学|学院|学校))(?:[(（]\d+[)）])?$`)

// card is whose a table is, as a line above its columns says, where that is another
// institution.
func (s scopes) card(t *table.Table, school string) string {
	for _, c := range s.cards {
		if t.Line-2 <= c.line && c.line <= max(t.Line, t.HeaderLine) && !slices.Contains(s.own, c.scope) {
			return c.scope
		}
	}
	return school
}

// at is what a line of a section is about: a case is of some part of the
// institution, and a heading can name one.
func (s scopes) at(section string, line int) string {
	i := sort.Search(len(s.cases), func(i int) bool { return s.cases[i].line > line })
	if i > 0 && s.cases[i-1].scope != "" {
		return s.cases[i-1].scope
	}
	for number := section; number != ""; {
		if of, ok := s.sections[number]; ok {
			return of
		}
		number = number[:max(0, strings.LastIndexByte(number, '.'))]
	}
	return ""
}

var (
	// unitNames end the name of a part of the institution, a partner, a contest.
	unitNames = wordSet(`学院 系部 分院 校区 分校 研究院 公司 集团 专业群 工作室 医院 中职 大赛 竞赛 比赛 赛项`)
	// wider is more than the institution.
	wider  = wordSet(`全国 全球 全市 全省 全区 全县 全行业 我市 我省 我区 我县 兄弟院校 同类院校 合作院校 合作企业 世界 高校`)
	noUnit = regexp.MustCompile(`^(?:各|二级|所属|各个|个|产业|技能|类|级|职业技能|以上|参加|学科|科技|专业|各类|各级|职工|师生|教师|学生)$`)
	// listing names the parts of the institution, and speaks of it.
	listing = wordSet(`设有 下设 内设 现设`)
)

// subject is what a text names that is not all of the institution, or "".
func subject(text string, own []string) string {
	if all := subjectsIn(notation.Fold(text), own); len(all) > 0 {
		return all[0].name
	}
	return ""
}

// subjectsIn are the names in a folded text of what is not all of the institution.
func subjectsIn(text string, own []string) (all []named) {
	if !wider.in(text) && !unitNames.in(text) {
		return nil
	}
	for _, name := range own {
		text = strings.ReplaceAll(text, name, strings.Repeat("\x00", len(name)))
	}
	if listing.in(text) {
		return nil
	}
	if at, word := wider.next(text); word != "" {
		all = append(all, named{at, word})
	}
	for _, u := range unitsIn(text) {
		before := u.name
		for t := trimLead(before); t != before; t = trimLead(before) {
			before = t
		}
		if before != "" && !noUnit.MatchString(before) {
			all = append(all, named{u.at, u.name + u.word})
		}
	}
	return all
}

// A unit is a word such as 学院 with what is before it.
type unit struct {
	at         int
	name, word string
}

// unitsIn are the parts that a text names.
func unitsIn(text string) (all []unit) {
	for start := 0; ; {
		at, word := unitNames.next(text[start:])
		if word == "" {
			return all
		}
		at += start
		from := at
		for range 12 {
			r, size := utf8.DecodeLastRuneInString(text[:from])
			if !unicode.Is(unicode.Han, r) || from-size < start {
				break
			}
			from -= size
		}
		all = append(all, unit{at, text[from:at], word})
		start = at + len(word)
	}
}
