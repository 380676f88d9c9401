package build

import (
	"context"
	"slices"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/kind"
	"charts/internal/lint"
	"charts/internal/message"
	"charts/internal/point"
	"charts/internal/render/dashboard"
	"charts/internal/spec"
)

// cards resolves cards. One with errors is left out.
func (n *numbers) cards(ctx context.Context, specs []spec.Card) []dashboard.Card {
	var cards []dashboard.Card
	for _, c := range specs {
		frame, ok := n.frame(ctx, &c.Data)
		if !ok {
			continue
		}
		card, problems := kind.ResolveCard(c, frame, n.options())
		n.problems = append(n.problems, problems...)
		n.keep(c.Title, card.Quoted)
		if n.linting && card.Change == "" && card.Rating == "" && card.Target == "" && card.Peers == nil && card.Value != "" {
			lint.Note(&n.problems, lint.BareCard, c.Title, "%s has nothing to compare with", card.Title)
		}
		points := point.Card(card, c.Figure.V, n.lang)
		n.points = append(n.points, points...)
		if len(point.Mentions(c.Title.V)) > 0 {
			card.Title = n.say(c.Title, nil, points).V
		}
		cards = append(cards, dashboard.Card{
			Title: card.Title, About: c.About.V, Figure: n.figureOf(c), Value: card.Value, Unit: card.Unit, Change: card.Change, Against: card.Against,
			Trend: trendOf(card.Delta, card.Change), Verdict: verdictOf(card.Good), Note: card.Note, Source: card.Quoted.Source,
			Level: dashboard.Level(card.Level), Rating: card.Rating, Target: card.Target, Periods: periodsOf(card.Trend), Peers: peersOf(card),
			Contested: contestedBy(card.Quoted.Sources),
		})
	}
	return cards
}

// figureOf is the figure that a card leads to, which has to be on its page.
func (n *numbers) figureOf(c spec.Card) string {
	at := c.Figure
	if at.Set() && !slices.Contains(n.figures, at.V) {
		n.problems.Errorf(at.Pos, "unknown-figure", "no figure %q on this page", at.V).Hint = diag.Meant(at.V, n.figures).Or(message.Of("name it under figures of a section, or delete the line"))
	}
	return at.V
}

func periodsOf(trend []chart.Datum) []dashboard.Period {
	var all []dashboard.Period
	for _, d := range trend {
		all = append(all, dashboard.Period{Name: d.Name, Value: d.Y, Text: d.Text, Missing: d.Missing})
	}
	return all
}

func peersOf(c kind.Card) *dashboard.Peers {
	p := c.Peers
	if p == nil {
		return nil
	}
	return &dashboard.Peers{Text: p.Text, Own: p.Own, Missing: p.Missing, Values: p.Values, Median: p.Median, Low: p.Low, High: p.High}
}

func trendOf(delta float64, change string) dashboard.Trend {
	switch {
	case change == "":
		return ""
	case delta > 0:
		return dashboard.Up
	case delta < 0:
		return dashboard.Down
	}
	return dashboard.Flat
}

func verdictOf(good int) dashboard.Verdict {
	switch {
	case good > 0:
		return dashboard.Good
	case good < 0:
		return dashboard.Bad
	}
	return ""
}
