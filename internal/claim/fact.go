// Package claim reads a report into facts: numbers, each with what it is a number
// of, whose, and when, so that two of them can be held against each other.
//
// A fact is made like one of XBRL: a value that rounding and qualifiers make an
// interval, a unit, a measure, and the scope and period that tell equal measures
// apart. The package compares nothing; package audit does.
package claim

import (
	"fmt"
	"strings"

	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/report"
)

// A Fact is one number of a report with its facets.
type Fact struct {
	Number
	Measure Measure
	Kind    string // "" is what there is or was; else the words of a span or an aim: 累计, 近三年
	School  string // the institution; "" is the one that the project is about
	Scope   string // the part of the institution, or what else the number is of; "" is all of it
	Period  Period
	Place   Place
	Ref     Ref
	Group   string // whom a sentence says that it is about: 毕业生中，; 教师在…
	Counter string // the word behind a number of a sentence that is no part of its name: 株
	Table   *Sheet // that holds it, or nil
	Sum     bool   // the rows of a table make it together; it is not printed

	row, col int       // of its cell
	said     *Sentence // that holds it, or nil
	nth      int       // among the numbers of the sentence
	extra    string    // tells a fact that is not printed from the cell beside it
}

// Ident names a fact: equal in the next edition of the report, whatever the line.
func (f Fact) Ident() string {
	switch {
	case f.Table != nil:
		return f.Table.ident(f.row, f.col) + f.extra
	case f.said != nil:
		return fmt.Sprintf("%s/%s/%d", f.School, f.said.masked(), f.nth)
	}
	return f.School + "/" + f.extra
}

// Indicator reports whether the names of a table say all of a fact: it is of a
// score card, of a table of years, a total.
func (f Fact) Indicator() bool {
	return f.Sum || f.Table.Card || f.Table.years >= 0 || f.Table.Rows[f.row].Total
}

// A Spot is a place as people say it; parts that it has not are "".
type Spot struct{ Section, Table, Row, Column string }

// Spot is where a fact stands.
func (f Fact) Spot() Spot {
	switch {
	case f.Table != nil:
		s := f.Table
		spot := Spot{Section: s.Section, Table: strings.TrimSpace(s.Label + " " + s.Title)}
		if f.Ref.At >= 0 {
			spot.Row, spot.Column = s.Called(f.row), s.Columns[f.col]
		}
		return spot
	case f.said != nil:
		return Spot{Section: f.said.Section}
	}
	return Spot{}
}

// Words is the fact that a sentence states in words.
func Words(r *Reading, s report.Sentence, words string) Fact {
	return Fact{School: r.School, Place: placeOf(r.Doc, s.Line, s.Text), Ref: Ref{r.Index, s.Line, -1000 - s.Offset}, Number: Number{Text: words}, extra: notation.Fold(s.Text)}
}

// Caption is the fact of how many rows a table has, at its caption.
func (s *Sheet) Caption(rows int) Fact {
	f := s.Cell(0, 0)
	f.Place = placeOf(s.Reading.Doc, s.Line, s.Label+"："+s.Title)
	f.Text, f.Ref.At, f.extra = Format(float64(rows), 0), -1, "#"
	return f
}

// tellApart gives tables of the same columns, but for score cards, the scope that
// their titles say: they are of different things.
func tellApart(sheets []*Sheet) {
	titles := map[string]string{}
	several := map[string]bool{}
	for _, s := range sheets {
		columns := strings.Join(s.Columns, "\t")
		if title, ok := titles[columns]; ok && title != s.Title {
			several[columns] = true
		}
		titles[columns] = s.Title
	}
	for _, s := range sheets {
		if !s.Card && s.Scope == "" && several[strings.Join(s.Columns, "\t")] {
			s.Scope = s.Title
		}
	}
}

// A Place is a line of a report.
type Place struct {
	Report string `json:"report"`
	Line   int    `json:"line"`
	Quote  string `json:"quote"` // as printed
	In     string `json:"-"`     // where the line is in a file that counts none: page 12
}

// Where is the place for people.
func (p Place) Where() message.Text { return message.PlaceOr(p.In, p.Line) }

// UpTo are the lines from one place to another for people.
func (p Place) UpTo(last Place) message.Text {
	if p.In == "" {
		return message.Lines(p.Line, last.Line)
	}
	return message.Of("%s to %s", p.Where(), last.Where())
}

func placeOf(doc *report.Document, line int, quote string) Place {
	at := doc.At(line)
	return Place{at.File, at.Line, quote, doc.Place(line)}
}

// A Ref tells the numbers of all reports apart.
type Ref struct{ Doc, Line, At int }

// A Reading is a report read into facts.
type Reading struct {
	Doc       *report.Document
	Index     int    // among the reports of the run
	School    string // whose report it is
	Year      string // that it is about, or ""
	Sheets    []*Sheet
	Sentences []*Sentence
	Said      []report.Sentence // of the paragraphs, those without numbers, too
	Joined    []*Sentence       // two in one, where the second speaks of the numbers of the first
	Facts     []Fact            // of tables and notes; those of sentences are in Sentences
}

// Read reads a report, the index-th of a run.
func Read(doc *report.Document, index int) *Reading {
	r := &Reading{Doc: doc, Index: index, School: institution(doc)}
	scopes := newScopes(doc, r.School)
	for i := range doc.Tables {
		t := &doc.Tables[i]
		s := newSheet(r, t)
		s.School = scopes.card(t, r.School)
		s.Scope = scopes.at(t.Section, t.Line)
		if of := subject(t.Title, scopes.own); of != "" {
			s.Scope = of
		}
		r.Sheets = append(r.Sheets, s)
	}
	tellApart(r.Sheets)
	r.Year = aboutYear(doc, r.Sheets)
	for _, s := range r.Sheets {
		s.period = inYear(PeriodOf(notation.Fold(s.Title)), r.Year)
		s.Facts = s.facts()
		r.Facts = append(r.Facts, s.Facts...)
	}
	r.readSentences(scopes)
	return r
}
