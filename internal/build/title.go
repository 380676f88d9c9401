package build

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/kind"
	"charts/internal/lint"
	"charts/internal/message"
	"charts/internal/point"
	"charts/internal/render/dashboard"
	"charts/internal/series"
	"charts/internal/spec"
	"charts/internal/typeset"
)

// titled is a figure whose title, subtitle and note say the numbers that they name: its
// values, or the words of one of its key points.
func titled(ctx context.Context, p *Project, store *series.Store, f *spec.Figure, frame series.Frame) (*spec.Figure, diag.List) {
	mentions := point.Mentions(f.Title.V + f.Subtitle.V + f.Note.V)
	if len(mentions) == 0 && len(f.Numbers) == 0 {
		return f, nil
	}
	own := numbers{Project: p, store: store, lang: language(p, spec.At[string]{}), read: map[string]bool{}, lines: map[diag.Pos]bool{}}
	values := own.resolved(ctx, f.Numbers)
	bare := *f
	bare.Title.V, bare.Subtitle.V, bare.Note.V = f.ID, "", ""
	c, problems := resolve(p, &figure{Figure: &bare, frame: frame}, kind.Options{Form: chart.Report})
	if problems.HasErrors() {
		return f, nil // which those of the figure itself are
	}
	points := point.Choose(point.Figure(c), every(f.ID))
	whole := *f
	whole.Title = own.say(f.Title, values, points)
	whole.Subtitle = own.say(f.Subtitle, values, points)
	whole.Note = own.say(f.Note, values, points)
	own.unusedValues(f.Numbers, mentions)
	return &whole, own.problems
}

// say puts the numbers of a text in the place of their names: values first, the others
// are words of one point.
func (n *numbers) say(at spec.At[string], values []dashboard.Number, points []point.Point) spec.At[string] {
	for _, v := range values {
		at.V = strings.ReplaceAll(at.V, "{"+v.Name+"}", v.Text)
	}
	left := point.Mentions(at.V)
	if len(left) == 0 {
		return at
	}
	fit := slices.DeleteFunc(slices.Clone(points), func(p point.Point) bool { return !p.Has(left) })
	if len(fit) == 0 {
		n.noWord(at, left, values, points)
		return at
	}
	said, err := point.About(at.V, fit)
	if err != nil {
		n.problems.Errorf(at.Pos, "point-words", "%s", message.ErrorText(err))
		return at
	}
	at.V = said.Text()
	return at
}

// entitle gives a figure of a page the title that the page has for it; its own goes
// under it.
func (n *numbers) entitle(place spec.Place, f *dashboard.Figure) {
	if !place.Title.Set() {
		return
	}
	title := n.say(place.Title, nil, point.Choose(point.Figure(f.Chart), every(f.ID))).V
	for _, c := range []*chart.Chart{f.Chart, f.Dark, f.Narrow, f.NarrowDark} {
		if c != nil {
			c.Subtitle = cmp.Or(c.Subtitle, c.Title)
			c.Title = typeset.Text(title)
		}
	}
}

// every chooses all points of a figure.
func every(id string) point.Choice { return point.Choice{Most: 1 << 10, Pin: []string{id}} }

// holdTitle tells a title that is only a label, with what the data says.
func (n *numbers) holdTitle(at spec.At[string], c *chart.Chart) {
	if !n.linting || point.Says(c.Title) {
		return
	}
	if points := point.Choose(point.Figure(c), point.Choice{Most: 1}); len(points) > 0 {
		lint.Note(&n.problems, lint.TitleLabel, at, "the title of %s is a label; the data says: %s", c.ID, points[0].Text())
	}
}

// noWord tells which names nothing is behind.
func (n *numbers) noWord(at spec.At[string], names []string, values []dashboard.Number, points []point.Point) {
	var known []string
	for _, v := range values {
		known = append(known, v.Name)
	}
	for _, p := range points {
		for _, w := range p.Words {
			if !slices.Contains(known, w.Name) {
				known = append(known, w.Name)
			}
		}
	}
	p := n.problems.Errorf(at.Pos, "unknown-value", "nothing here is called %s", message.List(names))
	if len(known) > 0 {
		p.Text = message.Of("nothing here has all of %s; there are %s", message.List(names), message.List(known))
	}
	p.Hintf("name a number under values:")
}
