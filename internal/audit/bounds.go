package audit

import (
	"charts/internal/claim"
	"charts/internal/quantity"
)

// formulas are parts and wholes of the prescribed score cards that their names do
// not show, as stems.
var formulas = map[[2]string]bool{
	{"毕业去向落实", "毕业生"}: true, {"去向落实", "毕业生"}: true, {"就业", "毕业生"}: true, {"升学", "毕业生"}: true, {"自主创业", "毕业生"}: true, {"升入本科", "升学"}: true, {"升入本科", "毕业生"}: true,
	{"专任教师", "教职工"}: true, {"辅导员", "教职工"}: true, {"专职辅导员", "教职工"}: true, {"思政课教师", "教职工"}: true, {"双师教师", "专任教师"}: true, {"高级职称教师", "专任教师"}: true,
	{"发明专利授权", "专利授权"}: true, {"参加国家学生体质健康标准测试", "在校生"}: true, {"参加国家学生体质健康标准测试", "全日制在校生"}: true,
	{"面向三次产业就业", "就业"}: true, {"招生录取", "招生计划"}: true, {"报到", "录取"}: true, {"新生报到", "录取"}: true,
}

// isPart reports whether one measure is of a part of what the other is of.
func isPart(part, whole claim.Measure) bool {
	return formulas[[2]string{part.Stem, whole.Stem}] || (whole.Len() > 2 || short[whole.Stem]) && part.PartOf(whole)
}

// short are wholes of two characters that are told from others.
var short = map[string]bool{"就业": true, "升学": true, "录取": true, "报到": true, "课程": true, "专利": true}

// maxCard is more facts than a score card has.
const maxCard = 500

// named holds the rows of a score card whose names or the template say that one
// is a part of the other.
func named(s *claim.Sheet) []tie {
	if !s.Card {
		return nil
	}
	var all []tie
	facts := s.Facts[:min(len(s.Facts), maxCard)]
	for _, w := range facts {
		for _, p := range facts {
			if p.Ref != w.Ref && p.Period == w.Period && p.Low > w.High && sameCount(p.Number, w.Number) && isPart(p.Measure, w.Measure) {
				all = append(all, atMost(p, w, p.Measure.Stem, w.Measure.Stem))
			}
		}
	}
	return all
}

// ratios of the prescribed score cards, as stems. Those that other definitions can
// explain are doubts.
var cardRatios = []struct {
	rate, part, whole string
	severity          string
}{
	{"升学率", "升学", "毕业生", Error},
	{"毕业去向落实率", "毕业去向落实", "毕业生", Error},
	{"双师专任教师占比", "双师专任教师", "专任教师", Error},
	{"就业率", "就业", "毕业生", Doubt},
}

// prescribed holds the rates of a score card against the rows that they are of.
func prescribed(s *claim.Sheet) (all []tie) {
	if !s.Card {
		return nil
	}
	type key struct {
		stem   string
		period claim.Period
	}
	rows := map[key]claim.Fact{}
	for _, f := range s.Facts {
		if f.Value > 0 {
			rows[key{f.Measure.Stem, f.Period}] = f
		}
	}
	for _, f := range s.Facts {
		for _, c := range cardRatios {
			part, whole := rows[key{c.part, f.Period}], rows[key{c.whole, f.Period}]
			if f.Measure.Stem != c.rate || !part.OK() || !whole.OK() {
				continue
			}
			all = append(all, rateTie(f.Measure.Name, f, part, whole, 100).as(c.severity))
		}
	}
	return all
}

// beyond holds the people that sentences and other tables count against the
// wholes of the score cards.
func beyond(readings []*claim.Reading) (all []tie) {
	for _, r := range readings {
		wholes := cardWholes(r)
		check := func(p claim.Fact) {
			if !p.OK() || p.Qualified || p.Scope != "" || p.Kind != "" || !p.Is(quantity.People) || p.Measure.Len() > 14 {
				return
			}
			for _, w := range wholes {
				if p.Table != w.Table && p.Low > w.High && p.Period.Year == w.Period.Year && isPart(p.Measure, w.Measure) {
					all = append(all, atMost(p, w, p.Measure.Stem, w.Measure.Stem))
				}
			}
		}
		for _, f := range r.Facts {
			if f.Table.Card {
				check(f)
			}
		}
		for _, s := range r.Sentences {
			for _, m := range s.Mentions {
				if s.Table == nil && !m.Change {
					check(m.Fact)
				}
			}
		}
	}
	return all
}

// cardWholes are the people that score cards count, each name and year once.
func cardWholes(r *claim.Reading) (all []claim.Fact) {
	seen := map[[2]string]bool{}
	for _, f := range r.Facts {
		if k := [2]string{f.Measure.Key, f.Period.Year}; len(all) < maxCard && f.Table.Card && f.Is(quantity.People) && f.Scope == "" && !seen[k] {
			seen[k] = true
			all = append(all, f)
		}
	}
	return all
}
