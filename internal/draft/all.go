package draft

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"charts/internal/message"
	"charts/internal/report"
	"charts/internal/table"
)

// A Set is the specs that a whole report gets.
type Set struct {
	Figures   []Proposal
	Dashboard File
	Skipped   []Skipped
}

// A Skipped is a table without a figure.
type Skipped struct {
	Table  *table.Table
	Reason message.Text
}

// each is how many figures of a set one table gives at most.
const each = 2

// All proposes a set for a report: what the shapes of its tables surely tell, and
// one dashboard. Figures of cells that the parser was not sure of are left out.
func (src Source) All(ctx context.Context) Set {
	var set Set
	sections := &outline{doc: src.Doc}
	shownBy := map[int]string{} // the first figure of each table
	for k := range src.Doc.Tables {
		t := &src.Doc.Tables[k]
		proposed, _ := src.Table(ctx, t)
		found := different(slices.DeleteFunc(slices.Clone(proposed), Proposal.doubtful))
		switch {
		case len(found) > 0:
		case len(proposed) > 0:
			set.Skipped = append(set.Skipped, Skipped{t, message.Of("the parser was not sure of it: %s", proposed[0].doubts[0].Text())})
		default:
			set.Skipped = append(set.Skipped, Skipped{t, message.Of("no figure follows from its shape")})
		}
		for _, p := range found[:min(len(found), each)] {
			set.Figures = append(set.Figures, p)
			shownBy[k] = cmp.Or(shownBy[k], p.Figure.ID)
			sections.add(t.Section, p.Figure.ID)
		}
	}
	distinguish(set.Figures)
	numbered(src.Doc, set.Figures)
	if cards := src.numbers(ctx, shownBy); len(cards)+len(set.Figures) > 0 {
		set.Dashboard = File{"dashboards/overview.yaml", overview(cmp.Or(src.Doc.Title, message.Format("The year in figures").In(message.Language(src.language()))), cards, sections)}
	}
	return set
}

func (p Proposal) doubtful() bool { return len(p.doubts) > 0 }

// different keeps the first proposal for each choice of values: a second view of
// the same numbers says nothing new.
func different(all []Proposal) []Proposal {
	var kept []Proposal
	var seen []string
	for _, p := range all {
		key := p.Figure.Data.SQL.V + "\x00" + p.Figure.Data.Where.V
		for _, v := range p.Figure.Value {
			key += "\x00" + v.V
		}
		if !slices.Contains(seen, key) {
			kept, seen = append(kept, p), append(seen, key)
		}
	}
	return kept
}

// distinguish gives figures whose title another has the names of their values, too.
func distinguish(figures []Proposal) {
	seen := map[string]bool{}
	for k := range figures {
		i := &figures[k].idea
		if !seen[i.title] || len(i.values) == 0 {
			seen[i.title] = true
			continue
		}
		i.title = beside(i.title, named(i.values, "和", "等"), named(i.values, " and ", " etc."))
		figures[k].write()
	}
}

// named are the names of values, of many the first.
func named(values []string, and, others string) string {
	switch len(values) {
	case 1:
		return values[0]
	case 2:
		return values[0] + and + values[1]
	}
	return values[0] + others
}

// An outline is the figures under the main sections of a report.
type outline struct {
	doc    *report.Document
	titles []string
	ids    [][]string
}

// add puts a figure under the main section that its table is in.
func (o *outline) add(section, id string) {
	main, _, _ := strings.Cut(section, ".")
	title := main
	for _, s := range o.doc.Sections {
		if s.Number == main && s.Title != "" {
			title = s.Title
		}
	}
	i := slices.Index(o.titles, title)
	if i < 0 {
		i = len(o.titles)
		o.titles, o.ids = append(o.titles, title), append(o.ids, nil)
	}
	o.ids[i] = append(o.ids[i], id)
}

func (o *outline) yaml() string {
	var b strings.Builder
	b.WriteString("sections:\n")
	for i, t := range o.titles {
		b.WriteString("  - ")
		if t != "" {
			b.WriteString("title: " + scalar(t) + "\n    ")
		}
		b.WriteString("figures: [" + strings.Join(o.ids[i], ", ") + "]\n")
	}
	return b.String()
}
