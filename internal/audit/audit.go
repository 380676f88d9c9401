// Package audit reads a report against itself: notes against cells, totals
// against sums, rates against what they are rates of, prose against tables.
//
// A rule speaks only where the report contradicts itself whichever way it is
// read; where it could mean something else, the rule is silent.
package audit

import (
	"cmp"
	"fmt"
	"slices"

	"charts/internal/diag"
	"charts/internal/report"
)

// A Finding is one contradiction.
type Finding struct {
	Rule     string  `json:"rule"`
	Severity string  `json:"severity"` // error or warning
	Message  string  `json:"message"`
	Places   []Place `json:"places"` // at least one; the first is the one to look at
}

// A Place is a line of a report.
type Place struct {
	Report string `json:"report"`
	Line   int    `json:"line"`
	Quote  string `json:"quote"` // as printed
}

// A Rule is one way in which a report can contradict itself.
type Rule struct {
	Name     string
	Severity string
	Doc      string // one line
	check    func([]*reading) []Finding
}

// Rules are all of them, in the order of help.
var Rules = []Rule{
	{"note-contradicts-cell", "error", "a note under a table gives another number than the row it names", eachTable(notes)},
	{"total-not-sum", "error", "a total is not the sum of its rows", eachTable(totals)},
	{"parts-exceed-whole", "error", "a part (其中) is larger than the whole", eachTable(exceeding)},
	{"parts-not-sum", "error", "parts that are complete do not add up to the whole", eachTable(incomplete)},
	{"rate-not-quotient", "error", "a rate is not the quotient that it is in the other rows", eachTable(quotients)},
	{"share-not-of-total", "error", "a share is not of the total that the other shares are of", eachTable(shares)},
	{"same-indicator-differs", "error", "two tables give one indicator different values", indicators},
	{"prose-contradicts-table", "error", "a sentence gives another value than the table", eachReport(prose)},
	{"prose-rate", "warning", "a share in a sentence is not of the whole that it names", eachReport(proseRates)},
	{"year-on-year-jump", "warning", "an indicator is many times that of the year before", jumps},
}

// Run applies all rules to the reports, and returns what they find in the order
// of the reports and lines.
func Run(docs []*report.Document) []Finding {
	all := []Finding{}
	readings := make([]*reading, len(docs))
	order := map[string]int{}
	for i, doc := range docs {
		readings[i] = read(doc)
		order[doc.Path] = i
	}
	for _, r := range Rules {
		for _, f := range r.check(readings) {
			f.Rule, f.Severity = r.Name, r.Severity
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(a, b Finding) int {
		p, q := a.Places[0], b.Places[0]
		return cmp.Or(cmp.Compare(order[p.Report], order[q.Report]), cmp.Compare(p.Line, q.Line))
	})
	return all
}

// Problem is the finding as other problems are printed.
func (f Finding) Problem() diag.Problem {
	p := diag.Problem{
		Pos:  diag.Pos{File: f.Places[0].Report, Line: f.Places[0].Line},
		Rule: f.Rule,
		Text: f.Message + " (" + f.Rule + ")",
	}
	if f.Severity == "warning" {
		p.Severity = diag.Warning
	}
	for _, place := range f.Places[1:] {
		p.See = append(p.See, diag.Note{Pos: diag.Pos{File: place.Report, Line: place.Line}, Text: place.Quote})
	}
	return p
}

// found is a finding whose rule is not named yet.
func found(places []Place, format string, args ...any) Finding {
	return Finding{Message: fmt.Sprintf(format, args...), Places: places}
}

// eachTable applies a rule to each table. Tables that the parser was not sure of
// are left out: what looks like a contradiction may be a cell in the wrong place.
func eachTable(check func(*sheet) []Finding) func([]*reading) []Finding {
	return func(readings []*reading) (all []Finding) {
		for _, r := range readings {
			for _, s := range r.sheets {
				if len(s.table.Doubts) == 0 {
					all = append(all, check(s)...)
				}
			}
		}
		return all
	}
}

func eachReport(check func(*reading) []Finding) func([]*reading) []Finding {
	return func(readings []*reading) (all []Finding) {
		for _, r := range readings {
			all = append(all, check(r)...)
		}
		return all
	}
}
