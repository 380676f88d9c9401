package audit

import (
	"regexp"
	"strings"

	"charts/internal/quantity"
	"charts/internal/report"

	"github.com/shopspring/decimal"
)

// prose holds sentences against the indicators that they name.
func prose(r *reading) (all []Finding) {
	for _, p := range r.doc.Paragraphs {
		for s := range p.Sentences() {
			text := report.Fold(s.Text)
			for _, f := range r.facts {
				said, ok := after(text, f.name)
				if ok && said.unit == f.unit && f.unit != "" && r.isAbout(text, f.period) && !said.agrees(f.number) {
					all = append(all, found([]Place{{r.doc.Path, s.Line, s.Text}, f.place},
						"%s is %s here, and %s in %s", f.name, said, f.number, f.table))
				}
			}
		}
	}
	return all
}

// otherYears are words of a sentence that speaks of several years, or of an aim.
var otherYears = regexp.MustCompile(`去年|上年|同期|往年|以来|平均|计划|目标|预计|近\d|近[一二三五十两]|累计|届`)

// isAbout reports whether a sentence speaks of a year alone.
func (r *reading) isAbout(text, period string) bool {
	years := year.FindAllString(text, -1)
	for _, y := range years {
		if y != period {
			return false
		}
	}
	return !otherYears.MatchString(text) && (len(years) > 0 || period == r.year)
}

// proseRates holds shares in sentences against the wholes that they name: 1187
// 人，占录取人数的 25.3%.
func proseRates(r *reading) (all []Finding) {
	for _, p := range r.doc.Paragraphs {
		for s := range p.Sentences() {
			for _, share := range sharesIn(s.Text) {
				wholes := r.wholesOf(share, p.Text)
				if len(wholes) == 0 || !r.isAbout(report.Fold(s.Text), r.year) || share.fitsAny(wholes) {
					continue
				}
				w := wholes[0]
				places := []Place{{r.doc.Path, s.Line, s.Text}}
				if w.place.Line > 0 {
					places = append(places, w.place)
				}
				all = append(all, found(places, "%s is said to be %s of %s; of %s it is %s", share.part, share.rate.text,
					share.whole, w.number, percent(share.part.value, w.value, share.rate)))
			}
		}
	}
	return all
}

// A proseShare is a part with its share of a whole that is only named.
type proseShare struct {
	part, rate number
	whole      string // folded
}

var (
	brackets = regexp.MustCompile(`（[^（）]*）|\([^()]*\)`)
	shareOf  = regexp.MustCompile(`^[,，]占(?:到)?(.{2,12}?)(?:的比例|的比重|比例|比重|的)?(?:为|达到|达)?$`)
)

// sharesIn finds them. What stands in brackets is about something else.
func sharesIn(sentence string) (all []proseShare) {
	text := brackets.ReplaceAllString(sentence, "")
	numbers := quantity.Find(text)
	for i := 1; i < len(numbers); i++ {
		a, b := numbers[i-1], numbers[i]
		m := shareOf.FindStringSubmatch(report.Fold(text[a.End:b.Start]))
		if m == nil || a.Qualifier != "" || b.Qualifier != "" || b.Unit.Name != "%" || a.Unit.Name == "%" {
			continue
		}
		part := number{true, a.Value, a.Decimals, a.Unit.Name, a.Text}
		rate := number{true, b.Value, b.Decimals, "%", b.Text}
		all = append(all, proseShare{part, rate, m[1]})
	}
	return all
}

// A whole is a number that a name can mean.
type whole struct {
	number
	place Place
}

// wholesOf are the numbers that the name of a whole can mean: totals and
// indicators of tables, and numbers of the same paragraph.
func (r *reading) wholesOf(share proseShare, paragraph string) (all []whole) {
	name := stem(share.whole)
	fits := func(n number) bool {
		return n.ok && sameUnit(n.unit, share.part.unit) && n.unit != "%" && n.value.GreaterThan(decimal.Zero)
	}
	for _, s := range r.sheets {
		if len(s.table.Doubts) > 0 {
			continue
		}
		for row, tr := range s.table.Rows {
			for col, c := range s.columns {
				if tr.Total && stem(c) == name && fits(s.numbers[row][col]) {
					all = append(all, whole{s.numbers[row][col], s.place(row)})
				}
			}
		}
	}
	for _, f := range r.facts {
		if stem(f.name) == name && fits(f.number) {
			all = append(all, whole{f.number, f.place})
		}
	}
	for _, n := range saidOf(report.Fold(paragraph), name) {
		if fits(n) {
			all = append(all, whole{number: n})
		}
	}
	return all
}

// saidOf are the numbers that a folded text gives after a name.
func saidOf(text, name string) (all []number) {
	for _, rest := range strings.Split(text, name)[1:] {
		rest = strings.TrimPrefix(rest, countSuffix.FindString(rest))
		if n, ok := leading(rest[len(link.FindString(rest)):]); ok {
			all = append(all, n)
		}
	}
	return all
}

var countSuffix = regexp.MustCompile(`^(?:总人数|总数|人数|总额|数)`)

// stem is the name of things without the word for their number: 录取人数, 录取数
// and 录取总数 are all of 录取.
func stem(name string) string {
	s := strings.TrimPrefix(report.Fold(name), "总")
	for _, suffix := range []string{"总人数", "总数", "人数", "总额", "数"} {
		if rest, ok := strings.CutSuffix(s, suffix); ok && len(rest) >= len("录取") {
			return rest
		}
	}
	return s
}

func (s proseShare) fitsAny(wholes []whole) bool {
	for _, w := range wholes {
		if isQuotient(s.rate, s.part.value, w.value) {
			return true
		}
	}
	return false
}
