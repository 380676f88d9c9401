package format

import "charts/internal/message"

// A Refusal is why a file cannot be read as a report, and what to do.
type Refusal struct {
	Rule       string
	Text, Hint message.Text
	Line       int
}

func (r *Refusal) Error() string                   { return r.Text.String() }
func (r *Refusal) In(lang message.Language) string { return r.Text.In(lang) }

// Bounds of a table that is laid out: no real one reaches them. What a file takes until
// then is metered.
const (
	MaxColumns = 200
	MaxCells   = 4_000_000
)

// TableTooLarge refuses a table with more.
func TableTooLarge(line int) error {
	return &Refusal{Rule: "table-too-large", Line: line, Hint: message.Of("keep the columns and rows that the figures need"),
		Text: message.Of("this table has more than %d columns or %d cells", MaxColumns, MaxCells)}
}

func entities() error {
	return &Refusal{Rule: "unreadable-report", Text: message.Of("the file defines entities of its own, which are not needed"),
		Hint: message.Of("save it again from the program that wrote it")}
}

// What a meter is charged for each of the things that a file holds, with what is made
// of it until it is a table.
const (
	nodeCost = 160 // an element of a tree, an attribute
	lineCost = 600
	rowCost  = 250
	cellCost = 128
)

// takes refuses a file that takes more than it may.
func takes(what message.Text) error {
	return &Refusal{Rule: "report-too-large", Text: message.Of("the file takes %s to read", what),
		Hint: message.Of("give it in parts, or save it again from the program that wrote it")}
}

func tooDeep() error {
	return &Refusal{Rule: "report-too-large", Hint: message.Of("save it again from the program that wrote it"),
		Text: message.Of("the file has more than %d elements inside each other", maxNesting)}
}

// maxNesting is far above any report.
const maxNesting = 250
