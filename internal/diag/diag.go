// Package diag holds positions in text files, the problems found there, and
// the one form in which they are printed.
//
// It does not know what a spec or a report is: a stage returns its value and a
// [List], as good a value as it could make, and the caller decides whether the
// problems are fatal ([List.HasErrors]).
package diag

import (
	"cmp"
	"slices"
	"strconv"

	"charts/internal/message"
)

// A Pos is a place in a text file. Line and Col count from 1, Col in runes; a
// zero Line or Col means that only the file, or only the line, is known.
type Pos struct {
	File string `json:"-"` // what is kept of a place holds in another folder, too
	Line int
	Col  int
	Len  int `json:"-"` // runes to underline; 0 underlines one
}

// String gives file:line:col, as far as it is known.
func (p Pos) String() string {
	s := p.File
	if p.Line > 0 {
		s += ":" + strconv.Itoa(p.Line)
		if p.Col > 0 {
			s += ":" + strconv.Itoa(p.Col)
		}
	}
	return s
}

// Compare orders positions by file, line and column.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}

// A Problem is one thing that its author should change, or know.
type Problem struct {
	Pos      Pos
	Rule     string // the name of the check, such as "unknown-column"
	Severity Severity
	Text     message.Text // what was found and what was wanted, lower case, no full stop
	Hint     message.Text // what to do, or nothing
	See      []Note       // other places that explain the problem
}

// A Severity is how much a problem weighs. All but errors are drawn all the same.
type Severity int

// The severities, the heaviest first. A spec can mend errors and warnings; what
// its author can only know of is a doubt of the reader or a fact about the reports.
const (
	Error Severity = iota
	Warning
	Doubt
	Fact
)

var severities = [...]message.Format{Error: "error", Warning: "warning", Doubt: "doubt", Fact: "note"}

// String is the word for it.
func (s Severity) String() string { return string(severities[s]) }

// In is the word in a language.
func (s Severity) In(l message.Language) string { return severities[s].In(l) }

// A Note is another place that belongs to a problem.
type Note struct {
	Pos  Pos
	Text message.Text
}

// A List is the problems of a stage in the order they were found.
type List []Problem

// Errorf adds an error and returns it, so that the caller can fill in the rest.
// The pointer is good until the next addition.
func (l *List) Errorf(pos Pos, rule string, format message.Format, args ...any) *Problem {
	*l = append(*l, Problem{Pos: pos, Rule: rule, Text: message.Of(format, args...)})
	return &(*l)[len(*l)-1]
}

// Warnf adds a warning, and returns it as [List.Errorf] does.
func (l *List) Warnf(pos Pos, rule string, format message.Format, args ...any) *Problem {
	p := l.Errorf(pos, rule, format, args...)
	p.Severity = Warning
	return p
}

// Hintf says what to do about the problem.
func (p *Problem) Hintf(format message.Format, args ...any) { p.Hint = message.Of(format, args...) }

// HasErrors reports whether any problem is more than a warning.
func (l List) HasErrors() bool { return l.has(Error) }

// Mendable reports whether a spec can mend any of the problems.
func (l List) Mendable() bool { return l.has(Warning) }

// has reports whether any problem weighs as much, or more.
func (l List) has(s Severity) bool {
	return slices.ContainsFunc(l, func(p Problem) bool { return p.Severity <= s })
}

// Sort orders the problems by place; those of one place keep their order, and
// exact repetitions go.
func (l *List) Sort() {
	slices.SortStableFunc(*l, func(a, b Problem) int { return a.Pos.Compare(b.Pos) })
	type told struct {
		pos        Pos
		rule, text string
	}
	seen := map[told]bool{}
	*l = slices.DeleteFunc(*l, func(p Problem) bool {
		t := told{p.Pos, p.Rule, p.Text.String()}
		again := seen[t]
		seen[t] = true
		return again
	})
}
