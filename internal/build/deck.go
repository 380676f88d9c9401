package build

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/font"
	"charts/internal/kind"
	"charts/internal/manifest"
	"charts/internal/message"
	"charts/internal/render/dashboard"
	"charts/internal/render/plot"
	"charts/internal/render/slides"
	"charts/internal/spec"
	"charts/internal/typeset"
)

var deckFormats = []string{manifest.DeckFormat, manifest.PaperFormat}

// wantsDeck reports whether a run writes slides in a format: on paper only of pages
// that it names, as all figures are written in the same format.
func wantsDeck(formats []string, format string, o Options) bool {
	return slices.Contains(formats, format) && (format != manifest.PaperFormat || len(o.IDs) > 0 && slices.Contains(o.Formats, format))
}

// deckPath is where the slides of a dashboard are under the output folder.
func deckPath(d *spec.Dashboard, format string) string { return d.ID + "." + format }

// deckProduct is a page as slides.
func deckProduct(p *Project, d *spec.Dashboard, page resolvedPage, pl plan, format string) (product, diag.List) {
	var pictures []*chart.Chart
	var problems diag.List
	parts := page.parts()
	for _, id := range placesOf(d) {
		i := slices.IndexFunc(pl.figures, func(f *figure) bool { return f.ID == id })
		c, more := resolve(p, pl.figures[i], kind.Options{Form: chart.Slide, Inset: slides.PictureHeight, Lang: page.Lang, Theme: "light"})
		if problems = append(problems, more...); more.HasErrors() {
			return product{}, problems
		}
		pictures = append(pictures, c)
		parts = append(parts, part("slide "+id, c))
	}
	pr := pageProduct(p, d, page)
	pr.Path, pr.Chart, pr.Parts = deckPath(d, format), parts.Hash(), manifest.Short(parts)
	pr.make = func() ([]byte, error) {
		deck := deckOf(page.Page)
		if format == manifest.PaperFormat {
			return plot.Pages(slides.Paper(deck, pictures, typeset.Faces{Family: page.Fonts}), page.Fonts)
		}
		for i := range deck.Figures {
			if err := picture(&deck.Figures[i], pictures[i], page.Fonts); err != nil {
				return nil, err
			}
		}
		return slides.PPTX(deck)
	}
	return pr, problems
}

// deckOf is what the slides of a page say.
func deckOf(page *dashboard.Page) *slides.Deck {
	lang := message.Language(page.Lang)
	deck := &slides.Deck{
		Title: page.Title, Subtitle: page.Subtitle, Lang: page.Lang,
		PointsTitle: message.Of("Key points").In(lang), CardsTitle: message.Of("Key figures").In(lang),
	}
	for _, r := range page.Reports {
		deck.Under = append(deck.Under, r.Name)
	}
	if page.Date != "" {
		deck.Under = append(deck.Under, page.Date)
	}
	for _, p := range page.Points {
		point := slides.Point{Tone: p.Verdict}
		for _, s := range p.Spans {
			point.Runs = append(point.Runs, slides.Run(s))
		}
		deck.Points = append(deck.Points, point)
	}
	cards := page.Cards
	for _, s := range page.Sections {
		cards = append(slices.Clip(cards), s.Cards...)
		for _, f := range s.Figures {
			deck.Figures = append(deck.Figures, slideOf(f.Chart))
		}
	}
	for _, c := range cards {
		deck.Cards = append(deck.Cards, slides.Card{Title: c.Title, Value: c.Value, Unit: c.Unit, Lines: linesOf(c, lang)})
	}
	return deck
}

// linesOf are what a card holds its number against.
func linesOf(c dashboard.Card, lang message.Language) (lines []slides.Line) {
	add := func(text, tone string) {
		if text = strings.TrimSpace(text); text != "" {
			lines = append(lines, slides.Line{Text: text, Tone: tone})
		}
	}
	verdict := map[dashboard.Verdict]string{dashboard.Good: message.Of("better").In(lang), dashboard.Bad: message.Of("worse").In(lang)}[c.Verdict]
	if c.Change != "" {
		add(strings.Join([]string{c.Against, c.Change, verdict}, " "), string(c.Verdict))
	}
	add(c.Rating, map[dashboard.Level]string{dashboard.Fine: "good", dashboard.Poor: "bad"}[c.Level])
	add(c.Target, "")
	if c.Peers != nil {
		add(c.Peers.Text, "")
	}
	add(c.Note, "")
	for _, text := range c.Contested {
		add(text, "contested")
	}
	return lines
}

// enSpace parts the number of a figure from a title that begins with a year.
const enSpace = "\u2002"

// mostSpoken is how many lines of a report the notes of a slide have.
const mostSpoken = 20

// slideOf is a figure of the page for a slide.
func slideOf(c *chart.Chart) slides.Figure {
	f := slides.Figure{Title: strings.TrimSpace(c.Number + enSpace + c.Title), Subtitle: c.Subtitle, Source: c.Source, Alt: c.Alt, Notes: []string{c.Alt}}
	for i, s := range c.Sources {
		if i == mostSpoken {
			f.Notes = append(f.Notes, fmt.Sprintf("… (%d)", len(c.Sources)-i))
			break
		}
		at := s.Place
		if at == "" && s.Line > 0 {
			at = fmt.Sprint(s.Line)
		}
		f.Notes = append(f.Notes, strings.Join(slices.DeleteFunc([]string{s.Report, s.Table, at, cmp.Or(s.Quote, s.Contested)}, func(s string) bool { return s == "" }), " · "))
	}
	return f
}

// picture gives a slide its picture.
func picture(f *slides.Figure, c *chart.Chart, fonts font.Family) (err error) {
	if f.SVG, err = plot.SVG(c, fonts); err == nil {
		f.PNG, err = plot.PNG(c, fonts)
	}
	return err
}
