package manifest

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"reflect"
	"slices"
	"strings"

	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/quantity"
	"charts/internal/series"
)

// Data is the series behind a figure as `charts data` prints it and as the
// manifest keeps it.
type Data struct {
	ID      string       `json:"id"`
	Columns []DataColumn `json:"columns"`
	Keys    []string     `json:"keys,omitempty"` // of each column the role in which it names the rows, or ""; none: nobody knows
	Rows    []DataRow    `json:"rows"`
	Queries []Query      `json:"queries,omitempty"` // that databases answered

	Language message.Language `json:"-"` // of the figure, and so of its file
	Files    bool             `json:"-"` // a report is in several files: each place names its own
}

// A Query is a question to a database, and where the answer stands.
type Query struct {
	Database string `json:"database"`
	Query    string `json:"query"`
	Snapshot string `json:"snapshot"`
}

// A DataColumn is one column with its unit.
type DataColumn struct {
	Name string `json:"name"`
	Unit string `json:"unit"`
}

// A DataRow is one row with the places that it was read from.
type DataRow struct {
	Cells    []DataCell   `json:"cells"`
	Words    []string     `json:"qualifiers,omitempty"` // 约, 余, <, 以上 … of each cell, if any has one
	Sources  []DataSource `json:"sources"`
	Computed bool         `json:"computed"`
}

// A DataSource is a place in a report.
type DataSource struct {
	Report string `json:"report"`
	Table  string `json:"table"`
	Line   int    `json:"line"`
	Quote  string `json:"quote"`
	Place  string `json:"place,omitempty"` // page 12, Sheet1!B7:D7: where a file without lines has it

	Contested string `json:"contested,omitempty"` // what the report says against its number
}

// A DataCell is a number, a text or a missing value; in JSON a number, a string
// or null.
type DataCell struct {
	Kind series.Kind
	Text string // a number in its shortest exact form
}

// MarshalJSON writes the cell as its kind.
func (c DataCell) MarshalJSON() ([]byte, error) {
	switch c.Kind {
	case series.Number:
		return []byte(c.Text), nil
	case series.Text:
		return Marshal(c.Text)
	}
	return []byte("null"), nil
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (c *DataCell) UnmarshalJSON(b []byte) error {
	switch s := string(b); {
	case s == "null":
		*c = DataCell{}
	case strings.HasPrefix(s, `"`):
		c.Kind = series.Text
		return json.Unmarshal(b, &c.Text)
	case strings.IndexByte("-0123456789", s[0]) >= 0:
		*c = DataCell{series.Number, s}
	default:
		return &json.UnmarshalTypeError{Value: s, Type: reflect.TypeFor[DataCell]()}
	}
	return nil
}

// Text is a cell as a person reads it, with its qualifier: 约50.
func (r DataRow) Text(col int) message.Text {
	c := r.Cells[col]
	if c.Kind == series.Missing {
		return message.Of("no data")
	}
	before, inner, after := quantity.Affixes(r.word(col))
	return message.Data(before + c.Text + inner + after)
}

// word is the qualifier of a cell, or "".
func (r DataRow) word(col int) string {
	if r.Words == nil {
		return ""
	}
	return r.Words[col]
}

// JSON is the data as one indented document.
func (d Data) JSON() []byte {
	d.Keys = nil // for the manifest alone
	var b bytes.Buffer
	json.Indent(&b, []byte(Line(d)), "", "  ")
	b.WriteByte('\n')
	return b.Bytes()
}

// CSV is the data for a spreadsheet: a byte order mark, so that Excel reads it
// as UTF-8, the columns with their units, each with the words of its numbers beside
// it where they have some, then where each row comes from. A text that a
// spreadsheet would take for a formula gets an apostrophe before it.
func (d Data) CSV() []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	l := d.Language
	head := []string{}
	qualified := make([]bool, len(d.Columns))
	for i, c := range d.Columns {
		head = append(head, inert(c.Header().In(l)))
		if qualified[i] = slices.ContainsFunc(d.Rows, func(r DataRow) bool { return r.word(i) != "" }); qualified[i] {
			head = append(head, inert(message.Of("%s (qualifier)", c.Name).In(l)))
		}
	}
	w.Write(append(head, SourceHead.In(l), ComputedMark.In(l)))
	places := d.Places()
	for k, r := range d.Rows {
		line := []string{}
		for i, c := range r.Cells {
			line = append(line, csvCell(c))
			if qualified[i] {
				line = append(line, inert(r.word(i)))
			}
		}
		w.Write(append(line, inert(places[k].In(l)), map[bool]string{true: message.Format("yes").In(l)}[r.Computed]))
	}
	w.Flush()
	return b.Bytes()
}

// What is over the places of the rows, and what marks those that no report
// prints.
const (
	SourceHead   message.Format = "source"
	ComputedMark message.Format = "computed"
)

// Header is the name with the unit: 人数（人）.
func (c DataColumn) Header() message.Text {
	if c.Unit == "" {
		return message.Data(c.Name)
	}
	return message.Of("%s (%s)", notation.Stem(c.Name), c.Unit)
}

func csvCell(c DataCell) string {
	if c.Kind == series.Text {
		return inert(c.Text)
	}
	return c.Text
}

func inert(s string) string {
	if s != "" && strings.IndexByte(notation.Formulas, s[0]) >= 0 {
		return "'" + s
	}
	return s
}

// Places names the places of each row: 表 6，第 877 行, with the file when there are
// several.
func (d Data) Places() []message.Text {
	several := d.Files || d.reports() > 1
	places := make([]message.Text, len(d.Rows))
	for i, r := range d.Rows {
		places[i] = r.where(several)
	}
	return places
}

// where names the places of a row, with the file where that is asked for.
func (r DataRow) where(file bool) message.Text {
	var all []message.Text
	seen := map[string]bool{}
	for _, s := range r.Sources {
		place := message.PlaceIn(s.Table, s.Place, s.Line)
		if file {
			place = message.Of("%s %s", s.Report, place)
		}
		for _, said := range []message.Text{place, message.Data(s.Contested)} {
			if key := said.String(); key != "" && !seen[key] {
				all, seen[key] = append(all, said), true
			}
		}
	}
	if len(all) == 0 {
		return message.Text{}
	}
	return message.Of("%s", message.Clauses(all))
}

// reports is how many reports the rows are from.
func (d Data) reports() int {
	seen := map[string]bool{}
	for _, r := range d.Rows {
		for _, s := range r.Sources {
			seen[s.Report] = true
		}
	}
	return len(seen)
}

// Marshal is json.Marshal without the escapes for HTML, which nobody wants to
// read in a terminal or a diff.
func Marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	err := encoder(&b).Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

func encoder(to *bytes.Buffer) *json.Encoder {
	enc := json.NewEncoder(to)
	enc.SetEscapeHTML(false)
	return enc
}

// Line is v as JSON on one line.
func Line(v any) string {
	b, err := Marshal(v)
	if err != nil {
		panic(err) // plain structs: cannot happen
	}
	return string(b)
}
