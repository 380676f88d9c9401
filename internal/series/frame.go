// Package series turns what a spec asks for into a [Frame]: columns with units,
// rows with the lines of the report that they came from.
//
// It knows reports, sentences, side files and SQL, and nothing of charts.
package series

import (
	"slices"

	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/notation"
)

// A Frame is a small table of values, ready to be drawn. Every row has as many
// cells as there are columns.
type Frame struct {
	Columns []Column
	Rows    []Row
	Sample  Sample   // the zero Sample: all rows
	Numeric []string // the columns with numbers of what it was taken from, for hints
}

// A Column is one column of a frame.
type Column struct {
	Name string
	Unit string // of all its numbers, or "" when it has none or they differ (see Value.Unit)
	Key  string // the role in which it names the rows, also where it holds years; "" for values
	Of   string // the name of the column that this is a part of (其中), or ""
}

// A Row is one row with its origin.
type Row struct {
	Cells    []Value
	Sources  []Source // at least one
	Label    string   // the path of the table row that it was read from, or ""
	Of       string   // the Label of the row that this is a part of (其中：…), or ""
	Total    bool     // a 合计 row
	Computed bool     // holds a value that the author computed and no report prints
	Lacks    []string // the rows that have no value for the sum that it holds
}

// A Kind says what a value is. The zero kind is missing.
type Kind uint8

// The kinds of values. What was not read has a value, and the file does not hold
// it: a formula that no program has worked out, or the error that it ended in. No
// frame that is asked for holds one.
const (
	Missing Kind = iota
	Number
	Text
	NotRead
)

// A Value is one cell. A missing value is never 0.
type Value struct {
	Kind      Kind
	Computed  bool
	Num       float64 // in Unit: 92.79 for 92.79 %, never 0.9279
	Text      string  // as printed: a text, the writing of a number, a formula
	Unit      string  // of a number
	Decimals  int     // digits after the point as printed, so that 92.80 keeps its 0; -1 unknown
	Qualifier string  // 约, 余, 超, 近, 以上 … as printed, or ""
}

// A Source is a place in a report, a side file or a spec.
type Source struct {
	Report string // path
	Table  string // the table's label, or "" for a sentence
	Line   int
	Quote  string // the line, or the sentence, as printed
	Place  string // where a file without lines has it: page 12, Sheet1!B7:D7; else ""

	Contested string // what the report says against its number, or ""
}

// clone gives the caller rows of its own: those of a table stay in the store.
func (f Frame) clone() Frame {
	rows := slices.Clone(f.Rows)
	n := 0
	for i := range rows {
		n += len(rows[i].Cells)
	}
	cells := make([]Value, 0, n) // of all rows: one piece of memory, not one a row
	for i := range rows {
		from := len(cells)
		cells = append(cells, rows[i].Cells...)
		rows[i].Cells = cells[from:len(cells):len(cells)]
	}
	return Frame{Columns: slices.Clone(f.Columns), Rows: rows}
}

// textValue is a cell of a column that is not one of numbers.
func textValue(s string) Value {
	switch {
	case notation.Missing(s):
		return Value{Text: s}
	case notation.NotRead(s):
		return Value{Kind: NotRead, Text: s}
	}
	return Value{Kind: Text, Text: s}
}

// rowName is what a message calls a row.
func rowName(r Row) string {
	if r.Label != "" {
		return r.Label
	}
	for _, v := range r.Cells {
		if v.Kind == Text {
			return v.Text
		}
	}
	return "a row"
}

func seeSource(r Row, what string) []diag.Note {
	if len(r.Sources) == 0 {
		return nil
	}
	s := r.Sources[0]
	return []diag.Note{{Pos: diag.Pos{File: s.Report, Line: s.Line}, Text: message.Of("%s: %s", what, s.Quote)}}
}

// A Sample says of a frame that it holds some of very many rows, and which.
type Sample struct {
	Of   int // the rows in all; 0: the frame holds them all
	Each int // the lowest and the highest of each so many; 0: one of the dots in each place
}

// numeric are the columns with a number in their first rows.
func (f Frame) numeric() (names []string) {
	for i, c := range f.Columns {
		if slices.ContainsFunc(f.Rows[:min(len(f.Rows), 20)], func(r Row) bool { return r.Cells[i].Kind == Number }) {
			names = append(names, c.Name)
		}
	}
	return names
}
