package manifest

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"unicode/utf8"

	"charts/internal/series"
)

// An Entry is the values of a figure as the manifest writes them. A run that draws one
// of many figures copies the others, and reads the values of none.
type Entry struct {
	ID   string
	text []byte
}

// Data reads the values; false where they are none.
func (e Entry) Data() (d Data, ok bool) {
	return d, json.Unmarshal(e.text, &d) == nil && !d.ragged()
}

// Equal reports whether two entries have the same values, in the same words.
func (e Entry) Equal(other Entry) bool { return bytes.Equal(e.text, other.text) }

func entriesOf(all []Data) []Entry {
	entries := make([]Entry, len(all))
	for i, d := range all {
		var b bytes.Buffer
		d.write(&b)
		entries[i] = Entry{d.ID, b.Bytes()}
	}
	return entries
}

// split parts the entries off a manifest that stands as [Manifest.Text] writes it. Of
// any other it parts none.
func split(src []byte) (head []byte, entries []Entry) {
	const begin = "\n{\"id\": "
	head, values, _ := bytes.Cut(src, []byte("\n\"figures\": ["))
	values, ended := bytes.CutSuffix(values, []byte("\n]\n}\n"))
	if values, ok := bytes.CutPrefix(values, []byte(begin)); ok && ended && json.Valid(src) {
		for text := range bytes.SplitSeq(values, []byte(","+begin)) {
			name, _, _ := bytes.Cut(text, []byte(`, "columns": `))
			e := Entry{text: append([]byte(begin[1:]), text...)}
			if json.Unmarshal(name, &e.ID) != nil {
				return src, nil
			}
			entries = append(entries, e)
		}
		return append(slices.Clone(head), `"figures": []}`...), entries
	}
	return src, nil
}

// ragged reports whether rows are of another width than the columns.
func (d Data) ragged() bool {
	return slices.ContainsFunc(d.Rows, func(r DataRow) bool {
		return len(r.Cells) != len(d.Columns) || r.Words != nil && len(r.Words) != len(r.Cells)
	})
}

// write writes the data as a manifest holds it: a line for each row.
func (d Data) write(b *bytes.Buffer) {
	b.WriteString(`{"id": ` + Line(d.ID) + `, "columns": ` + Line(d.Columns))
	if d.Keys != nil {
		b.WriteString(`, "keys": ` + Line(d.Keys))
	}
	b.WriteString(`, "rows": [`)
	for i := range d.Rows {
		b.WriteString(comma(i) + "  ")
		b.Write(d.Rows[i].append(b.AvailableBuffer()))
	}
	b.WriteString("\n]}")
}

// append appends the row as JSON on one line. The manifest of a cloud of dots is
// all rows.
func (r DataRow) append(to []byte) []byte {
	to = append(to, `{"cells":[`...)
	for i, c := range r.Cells {
		to = c.append(separated(to, i))
	}
	if to = append(to, ']'); r.Words != nil {
		to = append(append(to, `,"qualifiers":`...), Line(r.Words)...)
	}
	to = append(to, `,"sources":[`...)
	for i := range r.Sources {
		to = r.Sources[i].append(separated(to, i))
	}
	return append(strconv.AppendBool(append(to, `],"computed":`...), r.Computed), '}')
}

func separated(to []byte, i int) []byte {
	if i == 0 {
		return to
	}
	return append(to, ',')
}

func (c DataCell) append(to []byte) []byte {
	switch c.Kind {
	case series.Number:
		return append(to, c.Text...)
	case series.Text:
		return appendText(to, c.Text)
	}
	return append(to, "null"...)
}

func (s *DataSource) append(to []byte) []byte {
	to = appendText(append(to, `{"report":`...), s.Report)
	to = appendText(append(to, `,"table":`...), s.Table)
	to = strconv.AppendInt(append(to, `,"line":`...), int64(s.Line), 10)
	to = appendText(append(to, `,"quote":`...), s.Quote)
	if s.Place != "" {
		to = appendText(append(to, `,"place":`...), s.Place)
	}
	if s.Contested != "" {
		to = appendText(append(to, `,"contested":`...), s.Contested)
	}
	return append(to, '}')
}

// appendText appends a text in quotes. Of what needs escapes most are the tabs of
// quoted rows; 0xe2 begins the separators of lines and paragraphs, which need some.
func appendText(to []byte, s string) []byte {
	from := len(to)
	to = append(to, '"')
	for i := range len(s) {
		switch c := s[i]; {
		case c == '\t':
			to = append(to, '\\', 't')
		case c < ' ', c == '"', c == '\\', c == 0xe2:
			return append(to[:from], Line(s)...)
		default:
			to = append(to, c)
		}
	}
	if !utf8.ValidString(s) {
		return append(to[:from], Line(s)...)
	}
	return append(to, '"')
}
