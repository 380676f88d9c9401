package build

import (
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
)

// numbers are those of a page that are in no figure: on its cards and in its
// texts.
type numbers struct {
	*Project
	store    *series.Store
	lang     string
	accepted string          // why its values may differ from those of others, or ""
	figures  []string        // the ids of those on the page
	read     map[string]bool // the files that they were read from
	lines    map[diag.Pos]bool
	points   []point.Point           // of the cards
	frames   map[string]series.Frame // of the figures
	kept     series.Frame            // for the manifest
	shown    []lint.Shown            // of single cells
	said     saidNumbers
	problems diag.List
}

func (n *numbers) frame(ctx context.Context, data *spec.Data) (series.Frame, bool) {
	frame, problems := n.store.Data(ctx, data)
	n.problems = append(n.problems, problems...)
	n.problems = append(n.problems, n.contest(&frame, data.Pos, n.strict)...)
	n.note(frame)
	return frame, !problems.HasErrors()
}

// note keeps where the page shows something of.
func (n *numbers) note(frame series.Frame) {
	addReports(n.read, frame)
	for _, r := range frame.Rows {
		for _, s := range r.Sources {
			n.lines[diag.Pos{File: s.Report, Line: s.Line}] = true
		}
	}
}

func (n *numbers) options() kind.Options { return chartOptions(n.Project, kind.Options{Lang: n.lang}) }

// keep notes a number as the manifest has it: 升学率 38.62, with its lines.
func (n *numbers) keep(at spec.At[string], q kind.Quoted) {
	name := at.V
	n.said = append(n.said, saidNumber{name, q.Text})
	if len(q.Sources) == 1 && q.Value.Kind == series.Number {
		s := q.Sources[0]
		n.shown = append(n.shown, lint.Shown{At: at, By: name, Cell: lint.Cell{Report: s.Report, Table: s.Table, Line: s.Line, Quote: s.Quote, Column: q.Column}, Value: q.Value, Accepted: n.accepted})
	}
	n.kept.Columns = []series.Column{{Name: "名称", Key: "name"}, {Name: "数值"}}
	row := series.Row{Cells: []series.Value{{Kind: series.Text, Text: name}, q.Value}, Computed: q.Value.Computed}
	for _, s := range q.Sources {
		row.Sources = append(row.Sources, series.Source(s))
	}
	n.kept.Rows = append(n.kept.Rows, row)
}

// inText resolves the numbers of a section's heading and text.
func (n *numbers) inText(ctx context.Context, s spec.Section) []dashboard.Number {
	all := n.resolved(ctx, s.Numbers)
	n.checkMentions(s)
	return all
}

// resolved are the numbers of texts.
func (n *numbers) resolved(ctx context.Context, specs []spec.Number) []dashboard.Number {
	var all []dashboard.Number
	for _, v := range specs {
		frame, ok := n.frame(ctx, &v.Data)
		if !ok {
			continue
		}
		q, problems := kind.ResolveNumber(v, frame, n.options())
		if n.problems = append(n.problems, problems...); problems.HasErrors() {
			continue
		}
		if q.Value.Kind == series.Missing {
			warnAt(&n.problems, v.Name, "missing-value", "the text shows the value %s, which is missing in the data", v.Name.V)
		}
		n.keep(v.Name, q)
		all = append(all, dashboard.Number{
			Name: v.Name.V, Text: q.Text, Source: q.Source, Quotes: quotesOf(q.Sources), Computed: q.Value.Computed, Contested: contestedBy(q.Sources),
		})
	}
	return all
}

// fewQuotes is how many lines of a report are quoted for one number of a text.
const fewQuotes = 2

// quotesOf are the lines behind a number, when they are few.
func quotesOf(sources []chart.Source) []string {
	var quotes []string
	for _, s := range sources {
		if quote := strings.Join(strings.Fields(s.Quote), " "); quote != "" && !slices.Contains(quotes, quote) {
			quotes = append(quotes, quote)
		}
	}
	if len(quotes) > fewQuotes {
		return nil
	}
	return quotes
}

// checkMentions holds a text against its values.
func (n *numbers) checkMentions(s spec.Section) {
	var names, used []string
	for _, v := range s.Numbers {
		names = append(names, v.Name.V)
	}
	for _, m := range dashboard.Mentions(s.Text.V) {
		used = append(used, m.Name)
		if slices.Contains(names, m.Name) {
			continue
		}
		p := n.problems.Errorf(spec.Within(s.Text, m.From, m.To), "unknown-value", "the section has no value %q", m.Name)
		p.Hintf("add it under values:, or write \\{ for a brace")
		if near := diag.Nearest(m.Name, names); near != "" {
			p.Hintf("did you mean {%s}?", near)
		}
	}
	n.unusedValues(s.Numbers, append(used, point.Mentions(s.Title.V)...))
}

// unusedValues tells the values that no text mentions.
func (n *numbers) unusedValues(values []spec.Number, used []string) {
	for _, v := range values {
		if !slices.Contains(used, v.Name.V) {
			warnAt(&n.problems, v.Name, "unused-value", "the text does not mention the value %s", v.Name.V).Hintf("write {%s} in the text, or delete the value", v.Name.V)
		}
	}
}

// warnAt adds a warning at a text of a spec.
func warnAt(l *diag.List, at spec.At[string], rule string, format message.Format, args ...any) *diag.Problem {
	p := l.Warnf(at.Pos, rule, format, args...)
	return p
}

// contestedBy is what sources have against their numbers.
func contestedBy(sources []chart.Source) (notes []string) {
	for _, s := range sources {
		if s.Contested != "" && !slices.Contains(notes, s.Contested) {
			notes = append(notes, s.Contested)
		}
	}
	return notes[:min(len(notes), fewQuotes)]
}
