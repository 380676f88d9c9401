package format

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"charts/internal/message"
)

// readJSON reads a list of flat objects, or in a file of lines one object after
// the other. The columns come in the order in which the names first appear.
func readJSON(in input, text string) ([]Part, error) {
	r := objects{Decoder: json.NewDecoder(strings.NewReader(text)), src: text, column: map[string]int{}}
	r.UseNumber()
	listed := strings.EqualFold(filepath.Ext(in.path), ".json")
	if !listed {
	} else if t, err := r.Token(); err != nil || t != json.Delim('[') {
		return nil, r.fault(message.Of("it must be a list of objects: [{…}, {…}]"))
	}
	records := []Record{{No: 1}}
	for r.More() {
		in.meter.Bytes(rowCost + cellCost*len(r.names))
		row, line, err := r.object()
		if err != nil {
			return nil, r.refusal(err)
		}
		records = append(records, Record{No: line, Cells: row})
	}
	if _, err := r.Token(); listed && err != nil {
		return nil, r.fault(message.Of("the list does not end as it should"))
	}
	records[0].Cells = r.names
	return valuesOf(records)
}

// objects reads objects one after the other, all into the same columns.
type objects struct {
	*json.Decoder
	src    string
	names  []string
	column map[string]int // of the names
	at     int64          // up to where the lines are counted
	lines  int
}

// line is the line that was read last.
func (r *objects) line() int {
	to := min(r.InputOffset(), int64(len(r.src)))
	r.lines += strings.Count(r.src[r.at:to], "\n")
	r.at = to
	return 1 + r.lines
}

// refusal is why an object cannot be read.
func (r *objects) refusal(err error) error {
	if refused, ok := errors.AsType[*Refusal](err); ok {
		return refused
	}
	return r.fault(message.ErrorText(err))
}

func (r *objects) fault(text message.Text) error {
	return &Refusal{Rule: "unreadable-report", Line: r.line(), Text: text}
}

// object reads one object as a row, and the line on which it begins.
func (r *objects) object() (row []string, line int, err error) {
	t, err := r.Token()
	if err != nil {
		return nil, 0, r.notJSON()
	}
	if t != json.Delim('{') {
		return nil, 0, message.Errorf("a row must be an object: {\"name\": value, …}")
	}
	line = r.line()
	row = make([]string, len(r.names))
	given := map[string]bool{}
	for r.More() {
		key, err := r.Token()
		name, ok := key.(string)
		if err != nil || !ok {
			return nil, 0, r.notJSON()
		}
		if given[name] {
			return nil, 0, message.Errorf("%q stands twice in one row", name)
		}
		given[name] = true
		value, err := r.value()
		if err != nil {
			return nil, 0, message.Errorf("%q %w", name, err)
		}
		i, known := r.column[name]
		if !known {
			if i = len(r.names); i == MaxColumns {
				return nil, 0, TableTooLarge(line)
			}
			r.column[name] = i
			r.names, row = append(r.names, name), append(row, "")
		}
		row[i] = value
	}
	_, err = r.Token()
	return row, line, err
}

// notJSON is why there is no next word: what stands in its place.
func (r *objects) notJSON() error {
	const blanks = " \t\r\n"
	at := min(r.InputOffset(), int64(len(r.src)))
	before, rest := strings.TrimRight(r.src[:at], blanks), strings.TrimLeft(r.src[at:], blanks)
	switch {
	case strings.HasPrefix(rest, "'"):
		return message.Errorf("it is not JSON: texts stand in \", not in '")
	case strings.HasSuffix(before, ",") && rest != "" && strings.Contains("]}", rest[:1]):
		return message.Errorf("it is not JSON: a comma stands before the %s that ends it", rest[:1])
	}
	return message.Errorf("it is not JSON")
}

// value reads a number, a text, a truth value or null as text.
func (r *objects) value() (string, error) {
	t, err := r.Token()
	if err != nil {
		return "", message.Errorf("has no value")
	}
	switch t := t.(type) {
	case json.Number:
		return plainNumber(t.String()), nil
	case string:
		return t, nil
	case bool:
		return strconv.FormatBool(t), nil
	case nil:
		return "", nil
	}
	return "", message.Errorf("holds a list or an object, where a number or a text is wanted")
}

// plainNumber writes a number without a power of ten, where it is not a long one.
func plainNumber(s string) string {
	if !strings.ContainsAny(s, "eE") {
		return s
	}
	d, err := decimal.NewFromString(s)
	if err != nil || d.Exponent() < -maxPlaces || d.Exponent() > maxPlaces {
		return s
	}
	return d.String()
}

// maxPlaces is how many digits a power of ten may add.
const maxPlaces = 15
