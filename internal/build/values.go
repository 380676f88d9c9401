package build

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"

	"github.com/klauspost/compress/s2"
)

// Values are the values of a figure in a manifest. They stand there as text and
// become a Data when one is asked for: a manifest of ten thousand figures would
// fill the memory otherwise.
type Values struct {
	ID   string
	text func() []byte // a Data as the manifest writes it
}

// valuesOf are those of a figure at hand.
func valuesOf(id string, data func() Data) Values {
	return Values{id, func() []byte { return data().entry() }}
}

// valuesRead are those that a manifest holds. They are kept packed.
func valuesRead(text json.RawMessage) (Values, error) {
	var d Data
	if err := json.Unmarshal(text, &d); err != nil {
		return Values{}, err
	}
	if slices.ContainsFunc(d.Rows, func(r DataRow) bool { return len(r.Cells) != len(d.Columns) }) {
		return Values{}, errors.New("rows of another width than the columns")
	}
	packed := bytes.Clone(s2.EncodeBetter(nil, text)) // without the room that the longest text would need
	return Values{d.ID, func() []byte {
		text, _ := s2.Decode(nil, packed) // packed above: cannot fail
		return text
	}}, nil
}

// Data is the values one by one.
func (v Values) Data() (d Data) {
	json.Unmarshal(v.text(), &d) // a Data wrote it, or it was read as one
	return d
}

// entry is the data as a manifest holds it: a line for each row.
func (d Data) entry() []byte {
	var b bytes.Buffer
	b.WriteString(`{"id": ` + line(d.ID) + `, "columns": ` + line(d.Columns))
	if d.Keys != nil {
		b.WriteString(`, "keys": ` + line(d.Keys))
	}
	b.WriteString(`, "rows": [`)
	rows := encoder(&b)
	for i := range d.Rows {
		b.WriteString(comma(i) + "  ")
		if err := rows.Encode(&d.Rows[i]); err != nil {
			panic(err) // plain structs: cannot happen
		}
		b.Truncate(b.Len() - 1) // the line feed
	}
	b.WriteString("\n]}")
	return b.Bytes()
}
