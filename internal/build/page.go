package build

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"charts/internal/chart"
	"charts/internal/diag"
	"charts/internal/file"
	"charts/internal/font"
	"charts/internal/kind"
	"charts/internal/lint"
	"charts/internal/manifest"
	"charts/internal/palette"
	"charts/internal/render/dashboard"
	"charts/internal/render/plot"
	"charts/internal/series"
	"charts/internal/spec"
)

// A resolvedPage is a dashboard ready to be drawn.
type resolvedPage struct {
	*dashboard.Page
	inputs  []string
	numbers series.Frame // beside those of its figures
	shown   []lint.Shown // of them, those of single cells
	said    saidNumbers
}

func pageProduct(p *Project, d *spec.Dashboard, page resolvedPage) product {
	parts := page.parts()
	return product{
		Output: manifest.Output{
			Path: pagePath(d), ID: d.ID, Spec: p.rel(d.Path), Inputs: page.inputs,
			Chart: parts.Hash(), Parts: manifest.Short(parts), Data: page.dataHash(),
		},
		file:    d.Path,
		files:   func() []string { return pageFiles(p, d, filesOn(p, d)) },
		shows:   placesOf(d),
		numbers: page.numbers,
		shown:   page.shown,
		texts:   page.said,
		make: func() ([]byte, error) {
			return drawPage(page.Page)
		},
	}
}

// parts are what a reader sees of the page. Its figures also show the lines that
// their values were read from.
func (p resolvedPage) parts() chart.Parts {
	rest := *p.Page // and with it what will be added to a page
	rest.Sections, rest.Cards = slices.Clone(p.Sections), nil
	cards := [][]dashboard.Card{p.Cards}
	var figures chart.Parts
	for i, s := range rest.Sections {
		cards = append(cards, s.Cards)
		rest.Sections[i].Cards, rest.Sections[i].Figures = nil, nil
		for _, f := range s.Figures {
			figures = append(figures, figureParts(f)...)
		}
	}
	return append(figures, part("cards", cards), part("titles and texts", rest))
}

func figureParts(f dashboard.Figure) chart.Parts {
	var quotes []chart.Source
	for _, c := range []**chart.Chart{&f.Chart, &f.Dark, &f.Narrow, &f.NarrowDark} {
		if *c != nil {
			bare := **c
			quotes, bare.Sources = append(quotes, bare.Sources...), nil
			*c = &bare
		}
	}
	return chart.Parts{part("figure "+f.ID, f), part("lines quoted of "+f.ID, quotes)}
}

// dataHash is a hash of the values on the page.
func (p resolvedPage) dataHash() string {
	var all strings.Builder
	for _, s := range append([]dashboard.Section{{Cards: p.Cards}}, p.Sections...) {
		for _, f := range s.Figures {
			all.WriteString(f.Chart.DataHash())
		}
		for _, c := range s.Cards {
			if c.Peers != nil {
				all.WriteString(c.Peers.Text)
			}
		}
	}
	for _, r := range p.numbers.Rows {
		for _, v := range r.Cells {
			all.WriteString(cellOf(v).Text + v.Unit + "\n")
		}
	}
	return file.Sum([]byte(all.String()))
}

// pagePath is where a dashboard is under the output folder.
func pagePath(d *spec.Dashboard) string { return d.ID + "." + manifest.PageFormat }

// levels are the colours of limits, in shades in which numbers can be read on a page.
func levels(p *Project) (all []dashboard.Levels) {
	for _, t := range palette.Themes {
		if p.Theme != nil {
			t.Levels = t.With(*p.Theme).Levels // the ink and the paper are the page's
		}
		if t.Background = dashboard.LightPaper; t.Name == "dark" {
			t.Background = dashboard.DarkPaper
		}
		poor, fair, good := t.Readable(t.Levels[0]), t.Readable(t.Levels[1]), t.Readable(t.Levels[2])
		all = append(all, dashboard.Levels{Theme: t.Name, Good: good, Fair: fair, Poor: poor})
	}
	return all
}

// drawPage adds the static pictures, which are no part of the key: they follow
// from the charts.
func drawPage(page *dashboard.Page) ([]byte, error) {
	for i := range page.Sections {
		for j := range page.Sections[i].Figures {
			f := &page.Sections[i].Figures[j]
			if err := addPictures(f, page.Fonts); err != nil {
				return nil, err
			}
		}
	}
	return dashboard.HTML(page)
}

func addPictures(f *dashboard.Figure, fonts font.Family) (err error) {
	if f.SVG, err = plot.SVG(f.Chart, fonts); err != nil || f.Narrow == nil {
		return err
	}
	f.NarrowSVG, err = plot.SVG(f.Narrow, fonts)
	return err
}

// page resolves one dashboard.
func (p *Project) page(ctx context.Context, store *series.Store, d *spec.Dashboard, pl plan, logo *dashboard.Logo) (resolvedPage, diag.List) {
	page := &dashboard.Page{
		ID: d.ID, Lang: language(p, d.Language), Date: d.Date.V,
		Ways: dashboard.Ways(d.Navigation.V), Pages: linksOf(p, d), Logo: logo, Fonts: p.fonts,
		Contact: cmp.Or(d.Contact.V, p.Config.Contact.V), Levels: levels(p),
	}
	for _, f := range d.Filters {
		page.Filters = append(page.Filters, f.V)
	}
	names := reportNames(p)
	read := map[string]bool{} // the files that the page shows something of
	own := numbers{Project: p, store: store, lang: page.Lang, figures: placesOf(d), read: read, lines: map[diag.Pos]bool{}, frames: map[string]series.Frame{}, accepted: lint.MayDiffer(d.Accept)}
	page.Title, page.Subtitle, page.Note = own.say(d.Title, nil, nil).V, own.say(d.Subtitle, nil, nil).V, own.say(d.Note, nil, nil).V
	page.Cards = own.cards(ctx, d.Cards)
	var problems diag.List
	for _, s := range sectionsOf(d) {
		section := dashboard.Section{Leads: s.Leads, Text: s.Text.V, Cards: own.cards(ctx, s.Cards), Numbers: own.inText(ctx, s)}
		section.Title = own.say(s.Title, section.Numbers, nil).V
		for _, place := range s.Figures {
			i := slices.IndexFunc(pl.figures, func(f *figure) bool { return f.ID == place.ID.V })
			if i < 0 {
				missingFigure(p, &problems, place, pl)
				continue
			}
			f, more := onPage(p, pl.figures[i], place, page.Lang)
			problems = append(problems, more...)
			nameReports(f, names)
			section.Figures = append(section.Figures, f)
			own.note(pl.figures[i].frame)
			own.frames[place.ID.V] = pl.figures[i].frame
			own.entitle(place, &f)
			own.holdTitle(pl.figures[i].Title, f.Chart)
		}
		page.Sections = append(page.Sections, section)
	}
	if !problems.HasErrors() { // else a figure that has the column may be missing
		unusedFilters(&problems, d, page)
	}
	problems = append(problems, checkPages(p, d.Pages)...)
	if d.Logo.File.Set() {
		own, more := p.logo(d.Logo)
		page.Logo, problems = own, append(problems, more...)
	}
	page.Points = own.pointsOf(d, page)
	page.Reports = editions(p, read, names)
	return resolvedPage{page, inputsRead(p, read), own.kept, own.shown, own.said}, lint.Accept(d.Accept, append(own.problems, problems...), p.linting)
}

// unusedFilters says which filters are columns of no figure on the page.
func unusedFilters(problems *diag.List, d *spec.Dashboard, page *dashboard.Page) {
	var known []string
	for _, s := range page.Sections {
		for _, f := range s.Figures {
			for _, c := range f.Table.Columns {
				known = append(known, c.Name)
			}
		}
	}
	for _, at := range d.Filters {
		if slices.Contains(known, at.V) {
			continue
		}
		problems.Errorf(at.Pos, "unknown-column", "no figure on this page has a column %q", at.V).Hint = diag.Choice(at.V, known)
	}
}

// missingFigure says that a dashboard names a figure which is not there, or
// which has errors of its own.
func missingFigure(p *Project, problems *diag.List, place spec.Place, pl plan) {
	if slices.Contains(pl.broken, place.ID.V) || slices.Contains(p.Broken, place.ID.V) {
		if p.unsound.all {
			return // that is told once
		}
		problems.Errorf(place.ID.Pos, "broken-figure", "the figure %q on this page has errors", place.ID.V)
		return
	}
	problems.Errorf(place.ID.Pos, "unknown-figure", "no figure %q", place.ID.V).Hint = diag.Choice(place.ID.V, p.linker.IDs)
}

// The room in pixels that a figure has in its place on a screen of 1280 pixels,
// and on a phone of 360. A whole row has the usual width.
const (
	halfWidth  = 540
	thirdWidth = 340
	phoneWidth = 292
)

// onPage is a figure in its place on a page, for light and for dark, and for a
// phone: for both there, too, where the page's program cannot lay it out anew.
func onPage(p *Project, f *figure, place spec.Place, lang string) (dashboard.Figure, diag.List) {
	laid := func(theme string, width float64) (*chart.Chart, diag.List) {
		return onScreen(p, f, screen{theme, lang, width})
	}
	both := func(width float64) (light, dark *chart.Chart, problems diag.List) {
		light, problems = laid("light", width)
		dark, _ = laid("dark", width)
		return light, dark, problems
	}
	out := dashboard.Figure{ID: f.ID, Width: dashboard.Width(place.Width.V), Behind: place.Behind}
	var problems diag.List
	out.Chart, out.Dark, problems = both(0)
	if out.Chart.Placed() {
		if light, dark, more := both(roomOf(out.Width)); !more.HasErrors() {
			out.Chart, out.Dark = light, dark
		}
	}
	if light, more := laid("light", phoneWidth); !more.HasErrors() {
		out.Narrow = light
		if out.Chart.Placed() {
			out.NarrowDark, _ = laid("dark", phoneWidth)
		}
	}
	out.Table = tableOf(f, out.Chart)
	out.About, out.Query = f.About.V, f.Data.SQL.V
	return out, problems
}

func roomOf(w dashboard.Width) float64 {
	switch w {
	case dashboard.Full:
		return 0
	case dashboard.Third:
		return thirdWidth
	}
	return halfWidth
}

// tableOf is the values of a figure as text.
func tableOf(f *figure, c *chart.Chart) dashboard.Table {
	var t dashboard.Table
	frame := f.frame
	for i, col := range frame.Columns {
		number := slices.ContainsFunc(frame.Rows, func(r series.Row) bool { return r.Cells[i].Kind == series.Number })
		t.Columns = append(t.Columns, dashboard.Column{Name: col.Name, Unit: col.Unit, Number: number, Total: kind.SumText(frame, i)})
	}
	for _, r := range frame.Rows {
		row := dashboard.Row{Computed: r.Computed}
		for _, v := range r.Cells {
			row.Cells = append(row.Cells, kind.CellText(v, c.Lang))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
