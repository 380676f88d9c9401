package build

import (
	"context"

	"charts/internal/diag"
	"charts/internal/draft"
)

// A Quantity is one number of a report's sentences, as --json prints it.
type Quantity struct {
	Report    string `json:"report"`
	Line      int    `json:"line"`
	Place     string `json:"place"` // page or cell, or "" in a file with lines
	Section   string `json:"section"`
	Heading   string `json:"heading"` // of the section
	Text      string `json:"text"`    // as printed
	Value     string `json:"value"`   // exact
	Unit      string `json:"unit"`
	Qualifier string `json:"qualifier"`
	Year      string `json:"year"`
	YearFrom  string `json:"yearFrom"` // "sentence" that prints it, "report", or "" without a year
	Measure   string `json:"measure"`
	Pattern   string `json:"pattern"` // for text: in a spec, or ""
	Sentence  string `json:"sentence"`
}

// Quantities lists the numbers of all reports' sentences that hold a text, or
// whose measure does.
func (p *Project) Quantities(ctx context.Context, text string) ([]Quantity, diag.List) {
	all := []Quantity{}
	problems := p.draft(func(src draft.Source) bool {
		for _, q := range src.Quantities(ctx, text) {
			all = append(all, Quantity{q.Report, q.Line, q.Place, q.Section, q.Title, q.Quantity.Text, q.Value.String(), q.Unit.Name,
				q.Qualifier, q.Year, yearFrom(q), q.Measure, q.Pattern, q.Text})
		}
		return false
	})
	return all, problems
}

func yearFrom(q draft.Stated) string {
	switch {
	case q.Printed:
		return "sentence"
	case q.Year != "":
		return "report"
	}
	return ""
}
