// Package audit reads reports against themselves: it ties facts that arithmetic or
// words hold together, and finds the numbers that break the ties.
//
// A tie is judged only where the report leaves no other reading; what an overlap
// or another definition could explain is a doubt, or nothing.
package audit

import (
	"cmp"
	"iter"
	"slices"
	"sync"

	"charts/internal/claim"
	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/report"
)

// The severities of findings.
const (
	Error    = "error"    // closed in itself: a row, a sentence, a prescribed formula
	Conflict = "conflict" // two places say different things of one fact
	Doubt    = "doubt"    // an overlap or another definition can explain it
)

// A Finding is one number that breaks what others say, with all that it breaks.
type Finding struct {
	Rule     string         `json:"rule"`
	ID       string         `json:"id"` // of the tie and its facts, whatever their lines
	Severity string         `json:"severity"`
	Message  message.Text   `json:"message"`
	Places   []claim.Place  `json:"places"` // at least one; the first is the one to look at
	Evidence []message.Text `json:"evidence,omitempty"`
	Values   []string       `json:"values"` // the numbers that disagree, as printed
	Accepted *Acceptance    `json:"accepted,omitempty"`

	facts []claim.Fact // that disagree
}

// Said is the finding in one language.
func (f Finding) Said(l message.Language) Finding {
	f.Message, f.Evidence = f.Message.Said(l), slices.Clone(f.Evidence)
	for i, e := range f.Evidence {
		f.Evidence[i] = e.Said(l)
	}
	return f
}

// Apart is the finding without the reports that its numbers stand in.
func (f Finding) Apart() Finding {
	f.facts = nil
	return f
}

// Numbers are those that disagree, each with its place.
func (f Finding) Numbers() []claim.Fact { return f.facts }

// An Acceptance says why a finding stands.
type Acceptance struct {
	Reason string `json:"reason"`
	By     string `json:"by"`
}

// ties are the functions that hold facts together, by kind.
var ties = []func([]*claim.Reading) []tie{
	same, notes, otherYears, joined, // one fact in two places
	each(totals), each(rowTotals), each(completeParts), each(levels), inChinese(partsOfSentence), inChinese(joint), lists, // sums
	each(quotients), each(composites), each(shares), inChinese(shareOfSentence), inChinese(ratios), inChinese(means), inChinese(complements), shareOfNamed, joinedRates, // quotients
	inChinese(changes), changesOfTables, each(growthColumns), inChinese(points), // differences
	each(exceeding), each(named), each(prescribed), beyond, everyRow, // bounds
	inChinese(listed), rowCounts, // counts
	order, inChinese(listedTrend), // trends and ranks
	inChinese(conversions), inEnglish(conversions), translations, twins, // conversions and twins
	jumps,
	inEnglish(english), // all of these in English
}

// Run holds the reports against themselves and each other, and returns what it
// finds in the order of the reports and lines.
func Run(docs []*report.Document) []Finding {
	readings := map[string][]*claim.Reading{} // of each institution, whose numbers say nothing of others
	order := map[string]int{}
	for i, doc := range docs {
		readings[doc.Institution] = append(readings[doc.Institution], claim.Read(doc, i))
		for _, file := range doc.Files() {
			order[file.Path] = len(order)
		}
	}
	var found []Finding
	for _, own := range readings {
		found = append(found, judge(hold(own))...)
	}
	slices.SortStableFunc(found, func(a, b Finding) int {
		p, q := a.Places[0], b.Places[0]
		return cmp.Or(cmp.Compare(order[p.Report], order[q.Report]), cmp.Compare(p.Line, q.Line))
	})
	return numbered(found)
}

// hold are the ties between the facts of some reports.
func hold(readings []*claim.Reading) []tie {
	held := make([][]tie, len(ties))
	var done sync.WaitGroup
	for i, t := range ties {
		done.Go(func() { held[i] = t(readings) })
	}
	done.Wait()
	return slices.Concat(held...)
}

// Failing reports whether any finding makes a run fail: an error or a conflict
// that nobody accepted, in a strict run a doubt, too.
func Failing(found []Finding, strict bool) bool {
	return slices.ContainsFunc(found, func(f Finding) bool { return f.Accepted == nil && (strict || f.Severity != Doubt) })
}

// seen is how many places a message shows.
const seen = 4

// Problem is the finding as other problems are printed.
func (f Finding) Problem() diag.Problem {
	p := diag.Problem{
		Pos:  diag.Pos{File: f.Places[0].Report, Line: f.Places[0].Line},
		Rule: f.Rule,
		Text: message.Of("%s (%s)", f.Message, f.ID),
	}
	switch {
	case f.Accepted != nil:
		p.Severity = diag.Fact
	case f.Severity == Doubt:
		p.Severity = diag.Doubt
	}
	if f.Accepted != nil {
		p.Text = message.Of("accepted: %s", p.Text)
		p.Hintf("%s — %s", f.Accepted.Reason, f.Accepted.By)
	}
	for i, place := range f.Places[1:] {
		if i == seen {
			break
		}
		p.See = append(p.See, diag.Note{Pos: diag.Pos{File: place.Report, Line: place.Line}, Text: message.Data(place.Quote)})
	}
	for _, e := range f.Evidence {
		p.See = append(p.See, diag.Note{Pos: p.Pos, Text: message.Of("also %s", e)})
	}
	return p
}

// each applies a tie to each table. A table whose columns are uncertain is left
// out: what looks like a contradiction may be a cell in the wrong place.
func each(check func(*claim.Sheet) []tie) func([]*claim.Reading) []tie {
	return func(readings []*claim.Reading) (all []tie) {
		for _, r := range readings {
			for _, s := range r.Sheets {
				if !s.Broken {
					all = append(all, check(s)...)
				}
			}
		}
		return all
	}
}

// maxNumbers is more than a sentence has.
const maxNumbers = 300

// inChinese applies a tie to each Chinese sentence.
func inChinese(check func(*claim.Sentence) []tie) func([]*claim.Reading) []tie {
	return sentences(func(s *claim.Sentence) bool { return s.Form == "" }, check)
}

// inEnglish applies a tie to each English sentence.
func inEnglish(check func(*claim.Sentence) []tie) func([]*claim.Reading) []tie {
	return sentences(func(s *claim.Sentence) bool { return s.Form != "" }, check)
}

// sentences applies a tie to the sentences with numbers for which a test holds; to two
// in one only where it is between them.
func sentences(test func(*claim.Sentence) bool, check func(*claim.Sentence) []tie) func([]*claim.Reading) []tie {
	return func(readings []*claim.Reading) (all []tie) {
		for _, r := range readings {
			for _, s := range slices.Concat(r.Sentences, r.Joined) {
				if n := len(s.Mentions); n == 0 || n > maxNumbers || !test(s) {
					continue
				}
				for _, t := range check(s) {
					if s.Joint == 0 || t.spans(s.Joint) {
						all = append(all, t)
					}
				}
			}
		}
		return all
	}
}

// A spoken is a number of a sentence of a report.
type spoken struct {
	*claim.Mention
	r *claim.Reading
	s *claim.Sentence
	i int // among the numbers of the sentence
}

// mentions are the numbers of all sentences.
func mentions(readings []*claim.Reading) iter.Seq[spoken] {
	return func(yield func(spoken) bool) {
		for _, r := range readings {
			for _, s := range r.Sentences {
				for i := range s.Mentions {
					if m := &s.Mentions[i]; m.OK() && !yield(spoken{m, r, s, i}) {
						return
					}
				}
			}
		}
	}
}
