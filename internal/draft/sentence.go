package draft

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"charts/internal/quantity"
	"charts/internal/report"
	"charts/internal/series"
	"charts/internal/spec"

	"github.com/shopspring/decimal"
)

// Sentence proposes a figure of the numbers in a sentence of the report: the
// sentence with holes in place of them. The text is a sentence or a part of one,
// with the numbers that are wanted. None means that the report does not hold it,
// or that it holds no number.
func (src Source) Sentence(ctx context.Context, text string) ([]Proposal, []report.Hit) {
	hits := src.Doc.Find(text)
	hits = slices.DeleteFunc(hits, func(h report.Hit) bool { return h.Kind != report.HitSentence && h.Kind != report.HitNote })
	if len(hits) == 0 {
		return nil, nil
	}
	if found := src.fromPattern(ctx, newPattern(text), hits[0]); len(found) > 0 {
		return found, hits
	}
	for _, h := range hits { // the first sentence with numbers around a few words
		if found := src.fromPattern(ctx, newPattern(h.Text), h); len(found) > 0 {
			return found, hits
		}
	}
	return nil, hits
}

// fromPattern proposes figures of the holes of the commonest unit.
func (src Source) fromPattern(ctx context.Context, p pattern, hit report.Hit) []Proposal {
	prover := prover{ctx: ctx, src: src}
	holes := p.commonest()
	if len(holes) == 0 {
		return nil
	}
	item, value := "项目", unnamed
	if !isChinese(p.text) {
		item, value = "item", englishUnnamed
	}
	i := idea{kind: "bar", text: p.text, sql: unpivotHoles(holes, item, value), report: src.Name, category: item, values: []string{value},
		title: src.sectionTitle(hit.Section), unit: holes[0].unit, labels: true}
	if t := p.title(); len(holes) == 1 && t != "" {
		i.title = t
	}
	id := "line-" + strconv.Itoa(hit.Line)
	if donut := i; isWhole(holes) {
		donut.kind = "donut"
		prover.prove(id, donut)
	}
	prover.prove(id, i)
	return slices.DeleteFunc(prover.proved, func(q Proposal) bool { return !once(ctx, src.Store, q.Figure, len(holes)) })
}

// once reports whether a pattern fits one sentence only, which gives a row for
// each hole.
func once(ctx context.Context, store *series.Store, f *spec.Figure, holes int) bool {
	frame, _ := store.Figure(ctx, f)
	return len(frame.Rows) == holes
}

// isWhole reports whether the holes are the shares of a whole.
func isWhole(holes []hole) bool {
	var sum decimal.Decimal
	for _, h := range holes {
		sum = sum.Add(h.value)
	}
	return len(holes) > 1 && len(holes) <= maxSlices && holes[0].unit == "%" && sum.Equal(decimal.NewFromInt(100))
}

// unpivotHoles is SQL that puts the numbers of a sentence under one another, in columns
// of these names.
func unpivotHoles(holes []hole, item, value string) string {
	var arms []string
	for _, h := range holes {
		arms = append(arms, "SELECT "+literal(h.name)+", "+name(h.name)+" FROM t")
	}
	arms[0] = "SELECT " + literal(holes[0].name) + " AS " + item + ", " + name(holes[0].name) + " AS " + value + " FROM t"
	return strings.Join(arms, "\nUNION ALL ")
}

func (src Source) sectionTitle(number string) string {
	for _, s := range src.Doc.Sections {
		if s.Number == number && s.Title != "" {
			return s.Title
		}
	}
	return src.Doc.Title
}

// A pattern is a sentence with holes.
type pattern struct {
	text  string
	lead  string // the words before the first hole
	holes []hole
}

type hole struct {
	name, unit string
	value      decimal.Decimal
}

// newPattern makes the holes. Years and other numbers that name something stay
// as they are.
func newPattern(sentence string) pattern {
	var p pattern
	var b strings.Builder
	last := 0
	values := quantity.Values(sentence)
	for i, name := range holeNames(sentence, values) {
		m := values[i]
		before := sentence[last:m.Start]
		if last == 0 {
			p.lead = before
		}
		h := hole{p.free(name), m.Unit.Name, m.Value}
		p.holes = append(p.holes, h)
		b.WriteString(escape(before))
		b.WriteString("{" + h.name)
		if h.unit != "" {
			b.WriteString(":" + h.unit)
		}
		b.WriteString("}")
		last = m.End
	}
	p.text = b.String() + escape(sentence[last:])
	if p.holes != nil {
		p.text = strings.TrimRight(p.text, "。；，、 ")
	}
	return p
}

// holeNames are names for the numbers of a sentence: in Chinese the words before each,
// in English what each measures.
func holeNames(sentence string, values []quantity.Match) (names []string) {
	from := 0
	for i, m := range measures(sentence, values) {
		name := strings.ReplaceAll(m.name, " ", "_")
		if isChinese(sentence) {
			name = nameBefore(sentence[from:values[i].Start])
		}
		names = append(names, name)
		from = values[i].End
	}
	return names
}

// escape takes away what a pattern would read as a hole.
func escape(s string) string { return strings.NewReplacer("{", "", "}", "").Replace(s) }

// free is a name that no hole has yet.
func (p pattern) free(name string) string {
	for n, try := 2, name; ; n++ {
		if !slices.ContainsFunc(p.holes, func(h hole) bool { return h.name == try }) {
			return try
		}
		try = name + strconv.Itoa(n)
	}
}

// commonest are the holes of the unit that most of them have, the first of
// equals.
func (p pattern) commonest() []hole {
	var most []hole
	for _, h := range p.holes {
		same := slices.DeleteFunc(slices.Clone(p.holes), func(o hole) bool { return o.unit != h.unit })
		if len(same) > len(most) {
			most = same
		}
	}
	return most
}

// title is what the sentence says before its first number.
func (p pattern) title() string {
	s := strings.TrimSpace(p.lead)
	if i := strings.LastIndexAny(s, "。；，,;"); i >= 0 {
		_, size := utf8.DecodeRuneInString(s[i:])
		s = s[i+size:]
	}
	s = verbs.ReplaceAllString(strings.TrimSpace(s), "")
	if n := utf8.RuneCountInString(s); n < 4 || n > 30 {
		return ""
	}
	return strings.TrimSpace(s)
}
