package build

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"charts/internal/diag"
	"charts/internal/kind"
	"charts/internal/manifest"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/series"
	"charts/internal/spec"
	"charts/internal/word"
)

// A filling is what is in the place of a number in a Word document, or why nothing
// can.
type filling struct {
	id, spec string
	text     string
	err      error
}

// fillings resolves the names of numbers: ID.value, where ID is a figure, and value the
// name of a row, of a column, or of both, parted by a point; or ID is a dashboard, and
// value the title of a card or the name of a number of its texts.
func fillings(p *Project, pl plan, names []string) map[string]filling {
	all := map[string]filling{}
	for _, name := range names {
		if _, ok := all[name]; !ok {
			all[name] = fillingOf(p, pl, name)
		}
	}
	return all
}

func fillingOf(p *Project, pl plan, name string) filling {
	id, path, _ := strings.Cut(name, ".")
	id, path = strings.TrimSpace(id), strings.TrimSpace(path)
	if i := slices.IndexFunc(pl.figures, func(f *figure) bool { return f.ID == id }); i >= 0 {
		f := pl.figures[i]
		text, err := numberOf(p, f, path)
		return filling{id, f.Path, text, err}
	}
	for _, pr := range pl.products {
		if pr.ID == id && pr.texts != nil {
			text, err := pr.texts.find(path)
			return filling{id, pr.Spec, text, err}
		}
	}
	if slices.Contains(pl.broken, id) || slices.Contains(p.Broken, id) {
		return filling{id: id, err: message.Errorf("the figure %s has errors", id)}
	}
	if near := diag.Nearest(id, idsOf(p)); near != "" {
		return filling{err: message.Errorf("no figure or dashboard %q; did you mean %s?", id, near)}
	}
	return filling{err: message.Errorf("no figure or dashboard %q", id)}
}

// An Unfilled is a place for a figure that none fits, with the id that is meant, if one is near.
type Unfilled struct{ Text, Near string }

// unfilled are the places of a document, but where only some figures were asked for.
func unfilled(p *Project, o Options, texts []string) (all []Unfilled) {
	for _, text := range texts {
		if len(o.IDs) > 0 {
			continue
		}
		gap := Unfilled{Text: text}
		if id, marked := strings.CutPrefix(text, "{{"); marked {
			gap.Near = figureNear(strings.TrimSpace(strings.TrimRight(id, "}")), idsOf(p), p.Figures)
		}
		all = append(all, gap)
	}
	return all
}

// numberOf is the one number of a figure to which the words of a path lead.
func numberOf(p *Project, f *figure, path string) (string, error) {
	type place struct{ row, col int }
	var hits []place
	var names []string
	for r, row := range f.frame.Rows {
		for c := range f.frame.Columns {
			if row.Cells[c].Kind != series.Number || !isValue(f, c) {
				continue
			}
			words := wordsAround(f.frame, r, c, func(i int) bool { return isValue(f, i) })
			names = append(names, words[0])
			if leads(path, words) {
				hits = append(hits, place{r, c})
			}
		}
	}
	names = slices.Compact(names)
	switch {
	case len(hits) == 0:
		return "", message.Errorf("no number %q; there are %s", path, message.Few(names, 12))
	case len(hits) > 1 && path == "":
		return "", message.Errorf("no number is named: write {{%s.%s}}", f.ID, names[0])
	case len(hits) > 1:
		return "", message.Errorf("%d numbers fit %q: name row and column, parted by a point", len(hits), path)
	}
	one := series.Frame{Columns: f.frame.Columns, Rows: f.frame.Rows[hits[0].row : hits[0].row+1]}
	name := spec.At[string]{V: path}
	n := spec.Number{Name: name, Data: f.Data, Value: spec.At[string]{V: one.Columns[hits[0].col].Name}, Format: f.Format}
	q, problems := kind.ResolveNumber(n, one, chartOptions(p, kind.Options{}))
	if problems.HasErrors() {
		return "", message.Errorf("%s", problems[0].Text)
	}
	return q.Text, nil
}

// isValue reports whether a column of a figure holds values: one that it names for
// them, or any that names no rows.
func isValue(f *figure, col int) bool {
	name := f.frame.Columns[col].Name
	if len(f.Value) > 0 {
		return slices.ContainsFunc(f.Value, func(v spec.At[string]) bool { return v.V == name })
	}
	return f.frame.Columns[col].Key == ""
}

// wordsAround are the names of a number: those of its row, and that of its column.
func wordsAround(frame series.Frame, row, col int, value func(int) bool) (words []string) {
	for i, v := range frame.Rows[row].Cells {
		if value(i) {
			continue
		}
		if text := kind.CellText(v, ""); text != "" {
			words = append(words, text)
		}
	}
	return append(words, frame.Columns[col].Name)
}

// leads reports whether a path is made of some of the words, parted by points; the
// empty one leads to all.
func leads(path string, words []string) bool {
	rest := notation.Fold(path)
	for rest != "" {
		next := ""
		for _, w := range words {
			w = notation.Fold(w)
			if after, ok := strings.CutPrefix(rest, w); ok && w != "" && (after == "" || after[0] == '.') && len(w) > len(next) {
				next = w
			}
		}
		if next == "" {
			return false
		}
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, next), ".")
	}
	return true
}

// in is the number as it is before some words: a unit that they begin with is not
// said twice.
func (f filling) in(b word.Blank) string {
	digits := strings.TrimRightFunc(f.text, func(r rune) bool { return !unicode.IsDigit(r) })
	unit := strings.TrimSpace(f.text[len(digits):])
	if unit != "" && strings.HasPrefix(strings.TrimSpace(b.After), unit) {
		return digits
	}
	return f.text
}

// A wordPlan is what a Word document asks of a project.
type wordPlan struct {
	figures []wordFigure
	blanks  []word.Blank
	numbers map[string]filling
}

// planWord resolves the figures and numbers that a document can show.
func planWord(ctx context.Context, p *Project, o Options, d *word.Document) (w wordPlan, problems diag.List) {
	w.blanks, _ = d.Blanks() // a damaged text is told by those who change it
	var names []string
	for _, b := range w.blanks {
		names = append(names, b.Name)
	}
	o.Formats = []string{"png"}
	if slices.ContainsFunc(p.Dashboards, func(d *spec.Dashboard) bool {
		return slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(n, d.ID+".") })
	}) {
		o.Formats = append(o.Formats, manifest.PageFormat)
	}
	ids := o.IDs
	if len(names) > 0 {
		o.IDs = nil // a number may be of any figure
	}
	pl, problems := p.plan(ctx, o)
	w.numbers = fillings(p, pl, names)
	w.figures, problems = drawForWord(p, pl, o, ids, problems)
	return w, problems
}

// judgeBlank says what is in the place of one number.
func judgeBlank(b word.Blank, f filling) WordPicture {
	w := WordPicture{Caption: "{{" + b.Name + "}}", ID: f.id, Spec: f.spec, State: Current, Changes: []manifest.Change{}}
	switch {
	case f.err != nil:
		w.State, w.Reason = Missing, message.ErrorText(f.err)
	case b.Text == "":
		w.State, w.Reason = Missing, message.Of("the number is not filled in: %s", f.in(b))
	case b.Text != f.in(b):
		w.State, w.Reason = OutOfDate, message.Of("%s → %s", b.Text, f.in(b))
	}
	return w
}
