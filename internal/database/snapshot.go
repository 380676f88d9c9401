package database

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"charts/internal/message"
)

// What one answer may hold.
const (
	maxRows  = 100_000
	maxBytes = 64 << 20
)

// snapshot writes rows as JSON, one object a line: numbers with all their digits,
// times as text, and null for what is missing.
func snapshot(rows *sql.Rows) ([]byte, error) {
	columns, err := columnsOf(rows)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	n := 0
	for ; rows.Next(); n++ {
		if n == maxRows || out.Len() > maxBytes {
			return nil, message.Errorf("it gives more than %d rows or %d MB; let the query add up or choose", maxRows, maxBytes>>20)
		}
		if err := writeRow(&out, rows, columns); err != nil {
			return nil, err
		}
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	if n == 0 {
		return nil, message.Errorf("it gives no row")
	}
	return out.Bytes(), nil
}

// A column has a name, as JSON, and the type that the database gives it.
type column struct {
	name, key, kind string
}

func columnsOf(rows *sql.Rows) ([]column, error) {
	types, err := rows.ColumnTypes()
	if err != nil {
		return nil, err
	}
	var columns []column
	for _, t := range types {
		c := column{name: t.Name(), key: text(t.Name()), kind: t.DatabaseTypeName()}
		if c.name == "" || c.name == "?column?" {
			return nil, message.Errorf("a column has no name; give it one with AS")
		}
		if slices.ContainsFunc(columns, func(o column) bool { return o.name == c.name }) {
			return nil, message.Errorf("two columns are named %q; give one another name with AS", c.name)
		}
		columns = append(columns, c)
	}
	return columns, nil
}

func writeRow(out *bytes.Buffer, rows *sql.Rows, columns []column) error {
	values := make([]any, len(columns))
	to := make([]any, len(columns))
	for i := range values {
		to[i] = &values[i]
	}
	if err := rows.Scan(to...); err != nil {
		return err
	}
	for i, c := range columns {
		value, ok := c.json(values[i])
		if !ok {
			return message.Errorf("column %q holds what is no number, text or time; leave it out, or CAST it", c.name)
		}
		sep := ", "
		if i == 0 {
			sep = "{"
		}
		out.WriteString(sep + c.key + ": " + value)
	}
	out.WriteString("}\n")
	return nil
}

// json is a value as JSON, if it is one that a figure can show.
func (c column) json(v any) (string, bool) {
	switch v := v.(type) {
	case nil:
		return "null", true
	case bool:
		return strconv.FormatBool(v), true
	case int64:
		return strconv.FormatInt(v, 10), true
	case uint64:
		return strconv.FormatUint(v, 10), true
	case float32:
		return decimal(float64(v), 32)
	case float64:
		return decimal(v, 64)
	case time.Time:
		return text(c.time(v)), true
	case []byte:
		return c.ofText(string(v))
	case string:
		return c.ofText(v)
	}
	return "", false
}

func decimal(v float64, bits int) (string, bool) {
	return strconv.FormatFloat(v, 'f', -1, bits), !math.IsNaN(v) && !math.IsInf(v, 0)
}

// ofText is a value that the driver gives as text: an exact decimal, too.
func (c column) ofText(s string) (string, bool) {
	if exact := c.kind == "NUMERIC" || c.kind == "DECIMAL"; exact && json.Valid([]byte(s)) {
		return s, true
	}
	for _, raw := range []string{"BLOB", "BYTEA", "BINARY", "BIT"} {
		if strings.Contains(c.kind, raw) {
			return "", false
		}
	}
	return text(s), utf8.ValidString(s)
}

// time is a time as the database prints it; one with a zone stands in UTC, whatever
// the zone of this machine.
func (c column) time(t time.Time) string {
	switch {
	case c.kind == "DATE":
		return t.Format(time.DateOnly)
	case c.kind == "TIMESTAMPTZ":
		return t.UTC().Format("2006-01-02 15:04:05.999999Z")
	}
	return t.Format("2006-01-02 15:04:05.999999")
}

// text is a text as JSON.
func text(s string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.Encode(s) // a text always can
	return strings.TrimSuffix(b.String(), "\n")
}
