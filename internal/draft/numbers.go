package draft

import (
	"context"
	"strings"

	"charts/internal/chart"
	"charts/internal/spec"
)

// Limits of the single numbers on a dashboard.
const (
	maxCards  = 6
	eachCards = 2 // of one score card
)

// numbers are the single numbers that a dashboard shows on top: the first main
// indicators of each score card, as YAML, proved like figures.
func (src Source) numbers(ctx context.Context) (cards []string) {
	for k := range src.Doc.Tables {
		t := &src.Doc.Tables[k]
		if len(t.Doubts) > 0 {
			continue
		}
		s, problems := newSheet(ctx, src, t)
		if len(problems) > 0 {
			continue
		}
		of := 0
		for _, card := range s.cardNumbers() {
			if of < eachCards && len(cards) < maxCards && src.cardHolds(ctx, card) {
				cards = append(cards, card)
				of++
			}
		}
	}
	return cards
}

// cardNumbers are the main indicators of a score card, as YAML.
func (s *sheet) cardNumbers() (cards []string) {
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
		card := "  - title: " + scalar(i.label) + "\n    data: {" + s.ofReport() + "table: " + scalar(s.ref) +
			", where: " + scalar(name(column)+" = "+literal(i.label)) + "}\n    value: " + scalar(names[len(names)-1]) + "\n"
		if len(names) > 1 {
			card += "    compare: " + scalar(names[0]) + "\n"
		}
		cards = append(cards, card)
	}
	return cards
}

func (s *sheet) ofReport() string {
	if s.report == "" {
		return ""
	}
	return "report: " + scalar(s.report) + ", "
}

// cardHolds reports whether a card can be drawn without a problem.
func (src Source) cardHolds(ctx context.Context, card string) bool {
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
	_, problems = chart.ResolveCard(d.Cards[0], frame, chart.Options{})
	return len(problems) == 0
}

// overview is the dashboard of a set.
func overview(title string, cards []string, sections *outline) []byte {
	var b strings.Builder
	b.WriteString("title: " + scalar(title) + "\n")
	if len(cards) > 0 {
		b.WriteString("cards:\n" + strings.Join(cards, ""))
	}
	b.WriteString(sections.yaml())
	return []byte(b.String())
}
