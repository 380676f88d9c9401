package build

import (
	"math"
	"path/filepath"
	"slices"
	"strings"

	"charts/internal/audit"
	"charts/internal/claim"
	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/report"
	"charts/internal/series"
	"charts/internal/spec"
)

// A contest is a number of a report that others contradict.
type contest struct {
	finding audit.Finding
	number  claim.Fact
}

// contests are the errors and conflicts of the reports by the lines of their
// numbers. They are sought once, when the first values are read.
func contests(p *Project) map[diag.Pos][]contest {
	p.audited.Do(func() {
		p.findings, p.unaccepted = p.Audit(Options{Specs: p.specs})
		p.unaccepted = slices.DeleteFunc(p.unaccepted, func(problem diag.Problem) bool { return problem.Severity != diag.Error })
		p.contested = map[diag.Pos][]contest{}
		for _, f := range p.findings {
			if f.Severity != audit.Doubt {
				for _, n := range f.Numbers() {
					at := diag.Pos{File: n.Place.Report, Line: n.Place.Line}
					p.contested[at] = append(p.contested[at], contest{f, n})
				}
			}
		}
	})
	return p.contested
}

// contest marks the sources of contradicted numbers in a frame, and tells those
// that nobody accepted: as errors in a strict run, else as warnings. The reports
// contradict nothing that is from elsewhere.
func (p *Project) contest(frame *series.Frame, at diag.Pos, strict bool) (problems diag.List) {
	if !slices.ContainsFunc(frame.Rows, func(row series.Row) bool { return reported(p, row) }) {
		return nil
	}
	contests := contests(p)
	if len(contests) == 0 {
		return nil
	}
	told := map[string]bool{}
	for i, row := range frame.Rows {
		for k, s := range row.Sources {
			for _, c := range contests[diag.Pos{File: s.Report, Line: s.Line}] {
				if !c.in(row) {
					continue
				}
				if s.Contested == "" { // the row may be shared
					row.Sources = slices.Clone(row.Sources)
					frame.Rows[i].Sources = row.Sources
				}
				row.Sources[k].Contested = contestNote(p, c).In(message.Language(language(p, spec.At[string]{})))
				if c.finding.Accepted == nil && !told[c.finding.ID] {
					told[c.finding.ID] = true
					problems = append(problems, contradicted(c.finding, at, strict))
				}
			}
		}
	}
	return problems
}

// reported tells whether a row is from a report.
func reported(p *Project, row series.Row) bool {
	return slices.ContainsFunc(row.Sources, func(s series.Source) bool {
		return slices.ContainsFunc(p.Documents, func(d *report.Document) bool { return d.Holds(s.Report) })
	})
}

// in reports whether a row has the contested number, in whatever size of its unit: a
// query can have made 亿元 of 万元, a fraction of a percentage.
func (c contest) in(row series.Row) bool {
	return slices.ContainsFunc(row.Cells, func(v series.Value) bool {
		return v.Kind == series.Number && (sameDigits(v.Num, c.number.Value) || sameDigits(v.Num, c.number.Base))
	})
}

// sizes is how many powers of ten the sizes of a unit are apart, at most.
const sizes = 8

// sameDigits reports whether two numbers differ by a power of ten alone.
func sameDigits(a, b float64) bool {
	if a == b {
		return true
	}
	apart := math.Log10(a / b)
	return math.Abs(apart) <= sizes+0.5 && math.Abs(apart-math.Round(apart)) < 1e-9
}

const contradictedRule = "contradicted"

// contradicted is the problem of drawing a number that the report contradicts.
func contradicted(f audit.Finding, at diag.Pos, strict bool) diag.Problem {
	p := diag.Problem{Pos: at, Rule: contradictedRule,
		Text: message.Of("it shows a number that the report contradicts: %s", f.Message),
		Hint: message.Of("mend the report, or say why it stands: charts audit --accept %s --reason …", f.ID)}
	if !strict {
		p.Severity = diag.Warning
	}
	for _, place := range f.Places[:min(len(f.Places), 3)] {
		p.See = append(p.See, diag.Note{Pos: diag.Pos{File: place.Report, Line: place.Line}, Text: message.Data(place.Quote)})
	}
	return p
}

// contestNote is what a reader of a figure is told: the number, and where another
// stands; of an accepted one the reason.
func contestNote(p *Project, c contest) message.Text {
	if a := c.finding.Accepted; a != nil {
		return message.Of("Note: %s (%s): %s.", c.number.Text, lineName(p, c.number.Place), strings.TrimRight(a.Reason, "。."))
	}
	numbers := c.finding.Numbers()
	i := slices.IndexFunc(numbers, func(n claim.Fact) bool { return n.Place != c.number.Place })
	if len(numbers) > 2 && i >= 0 { // the same for all of them
		c.number = numbers[0]
	}
	number, at := c.number.Text, lineName(p, c.number.Place)
	switch {
	case i < 0:
		return message.Of("Contested: %s (%s) does not agree with %s beside it.", number, at, beside(c, "the numbers"))
	case len(numbers) > 2:
		return message.Of("Contested: %s (%s) does not agree with %s.", number, at, beside(c, "the numbers that make it"))
	}
	return message.Of("Contested: %s (%s) does not agree with %s (%s).", number, at, numbers[i].Text, lineName(p, numbers[i].Place))
}

// shown is how many numbers beside a contested one are named.
const shown = 4

// beside are the numbers that a contested one disagrees with; where they are many, or
// none is printed, a word for them.
func beside(c contest, word message.Format) message.Text {
	var texts []string
	for _, n := range c.finding.Numbers() {
		if n.Ref != c.number.Ref {
			texts = append(texts, n.Text)
		}
	}
	if len(texts) == 0 || len(texts) > shown {
		return message.Of(word)
	}
	return message.Of("%s", message.List(texts))
}

// lineName names a line of a report.
func lineName(p *Project, place claim.Place) message.Text {
	switch {
	case parted(p.Documents):
		return message.Of("%s %s", filepath.Base(place.Report), place.Where())
	case place.In != "":
		return place.Where()
	}
	return message.Of("line %d of the report", place.Line)
}
