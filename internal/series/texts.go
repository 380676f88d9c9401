package series

import (
	"database/sql/driver"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"modernc.org/sqlite"

	"charts/internal/message"
)

// SQLite's own instr, replace and trim compare at every place, which of two long
// texts takes minutes in one step of its machine. These mean the same and count.

// sqlInstr is instr(text, part): where the part begins, in characters from 1.
func (e *engine) sqlInstr(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
	if slices.Contains(args, nil) {
		return nil, nil
	}
	text, part := asText(args[0]), asText(args[1])
	if err := e.meter.take((len(text) + len(part)) / bytesStep); err != nil {
		return nil, err
	}
	i := strings.Index(text, part)
	if i < 0 {
		return int64(0), nil
	}
	return int64(utf8.RuneCountInString(text[:i]) + 1), nil
}

// sqlReplace is replace(text, part, by).
func (e *engine) sqlReplace(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
	if slices.Contains(args, nil) {
		return nil, nil
	}
	text, part, by := asText(args[0]), asText(args[1]), asText(args[2])
	if part == "" {
		return text, nil
	}
	n := strings.Count(text, part)
	size := len(text) + n*(len(by)-len(part))
	if err := e.meter.take((len(text) + min(size, valueBytes)) / bytesStep); err != nil {
		return nil, err
	}
	if size > valueBytes {
		return nil, message.Errorf("replace: string or blob too big")
	}
	return strings.ReplaceAll(text, part, by), nil
}

// sqlTrim is trim(text, characters), or that of one side.
func (e *engine) sqlTrim(trim func(s, cutset string) string) scalar {
	return func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
		if slices.Contains(args, nil) {
			return nil, nil
		}
		text, cutset := asText(args[0]), asText(args[1])
		if err := e.meter.take(len(text) * len(cutset) / bytesStep); err != nil {
			return nil, err
		}
		return trim(text, cutset), nil
	}
}

// asText is a value as SQLite makes a text of it.
func asText(v driver.Value) string {
	switch v := v.(type) {
	case string:
		return v
	case []byte:
		return string(v)
	case float64:
		s := strconv.FormatFloat(v, 'g', 15, 64)
		if !strings.ContainsAny(s, ".eIN") {
			s += ".0"
		}
		return s
	}
	return fmt.Sprint(v)
}
