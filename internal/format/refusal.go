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

// Bounds that no real table reaches, so that a hostile one cannot fill the
// memory.
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
	return &Refusal{Rule: "unreadable-report", Text: message.Of("the report defines entities of its own, which no report needs"),
		Hint: message.Of("save it again from the program that wrote it")}
}

func tooDeep() error {
	return &Refusal{Rule: "report-too-large", Hint: message.Of("save it again from the program that wrote it"),
		Text: message.Of("the report has more than %d elements, or more than %d inside each other", maxNodes, maxNesting)}
}

// Bounds of an XML tree, far above any report.
const (
	maxNesting = 250
	maxNodes   = 2_000_000
)
