package audit

import (
	"fmt"
	"slices"
	"strings"

	"charts/internal/claim"
	"charts/internal/message"
)

// A List is findings to hand round: a row each, with a column for the answer.
type List struct {
	Title string
	Head  []string
	Rows  [][]string
}

// The columns of a list.
var listHead = []message.Format{"No.", "Severity", "Problem", "Place", "Words", "Other places", "Arithmetic", "Suggestion", "Answer"}

// What a list says of each severity.
var (
	severityWords = map[string]message.Format{Error: "error", Conflict: "conflict", Doubt: "doubt"}
	suggestions   = map[string]message.Format{Error: "check the numbers and correct the wrong one", Conflict: "check both places and make them agree",
		Doubt: "say how it is defined, where it is meant so"}
)

// NewList lists findings in a language.
func NewList(found []Finding, lang message.Language) List {
	l := List{Title: message.Format("Numbers to check").In(lang)}
	for _, h := range listHead {
		l.Head = append(l.Head, h.In(lang))
	}
	for i, f := range found {
		r := Rules[slices.IndexFunc(Rules, func(r Rule) bool { return r.Name == f.Rule })]
		answer := ""
		if a := f.Accepted; a != nil {
			answer = message.Of("%s (%s)", a.Reason, a.By).In(lang)
		}
		l.Rows = append(l.Rows, []string{fmt.Sprint(i + 1), severityWords[f.Severity].In(lang), r.Doc.In(lang), f.spot(0).In(lang), words(f.Places[0]),
			f.others(lang), f.Message.In(lang), suggestions[f.Severity].In(lang), answer})
	}
	return l
}

// Text is a row of the list as paragraphs, for a reader who sees its words already.
func (l List) Text(row int) string {
	cells := l.Rows[row]
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n%s", cells[1], cells[2], cells[6])
	for _, i := range []int{5, 7} {
		if cells[i] != "" {
			b.WriteString("\n" + l.Head[i] + ": " + cells[i])
		}
	}
	return b.String()
}

// words are those of a place, without the breaks of its cells.
func words(p claim.Place) string { return strings.Join(strings.Fields(p.Quote), " ") }

// mostOthers is how many other places a row of the list tells.
const mostOthers = 3

func (f Finding) others(lang message.Language) string {
	var all []string
	for i := range f.Places {
		if i > 0 && i <= mostOthers {
			all = append(all, message.Of("%s: %s", f.spot(i), words(f.Places[i])).In(lang))
		}
	}
	return strings.Join(all, "\n")
}

// spot names a place of a finding: the page or the line, the section, the table,
// the row and the column of its number.
func (f Finding) spot(i int) message.Listed {
	p := f.Places[i]
	at := p.Where()
	k := slices.IndexFunc(f.facts, func(n claim.Fact) bool { return n.Place == p })
	if k < 0 {
		return message.List([]message.Text{at})
	}
	s := f.facts[k].Spot()
	parts := []message.Text{at}
	for _, l := range []struct {
		named message.Format
		text  string
	}{{"section %s", s.Section}, {"%s", s.Table}, {"row %s", s.Row}, {"column %s", s.Column}} {
		if l.text != "" {
			parts = append(parts, message.Of(l.named, l.text))
		}
	}
	return message.List(parts)
}
