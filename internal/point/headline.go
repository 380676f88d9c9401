package point

import (
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/notation"
)

// Headline is a title that says what a figure shows, with the {names} of its numbers;
// "" where nothing of it is both sure and worth saying. It is held against the data
// whenever it is drawn, so that it does not outlive them.
func Headline(c *chart.Chart) string {
	if slices.ContainsFunc(c.Sources, func(s chart.Source) bool { return s.Contested != "" }) {
		return ""
	}
	found := Figure(c)
	for _, p := range Choose(found, Choice{Most: 1}) {
		if p.headline == "" {
			return ""
		}
		fit := slices.DeleteFunc(found, func(q Point) bool { return !q.Has(Mentions(p.headline)) })
		said, err := About(p.headline, fit)
		if err == nil && said.ID == p.ID && Says(said.Text()) {
			return p.headline
		}
	}
	return ""
}

// about puts the name of a series into a headline in the place of {what}, so that no
// other series takes its place when the data change. A name that names nothing makes no
// headline, and neither does one that goes a way of its own.
func about(s chart.Story, headline string) string {
	name := strings.ReplaceAll(s.Name, "\u2009", "")
	if !strings.Contains(headline, "{what}") {
		return headline
	}
	if name == "" || notation.BeginsWithYear(name) || names.MatchString(name) || Direction(name) != 0 {
		return ""
	}
	return strings.ReplaceAll(headline, "{what}", name)
}
