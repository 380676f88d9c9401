package series

import (
	"strings"

	"modernc.org/sqlite/vtab"
)

// splitName is the table-valued function split(text, separator). Its rows have
// the columns value and position, from 1.
const splitName = "split"

type splitModule struct{ meter *meter }

func (m splitModule) Create(ctx vtab.Context, _ []string) (vtab.Table, error) {
	err := ctx.Declare("CREATE TABLE split(value TEXT, position INTEGER, text HIDDEN, separator HIDDEN)")
	return splitTable(m), err
}

func (m splitModule) Connect(ctx vtab.Context, args []string) (vtab.Table, error) {
	return m.Create(ctx, args)
}

type splitTable struct{ meter *meter }

// BestIndex takes the two arguments in their order; a plan without both has no
// rows and is made too dear to be chosen.
func (splitTable) BestIndex(info *vtab.IndexInfo) error {
	info.EstimatedCost, info.EstimatedRows = 1e9, 1000
	found := 0
	for i := range info.Constraints {
		c := &info.Constraints[i]
		c.ArgIndex = -1
		if c.Usable && c.Op == vtab.OpEQ && c.Column >= 2 {
			c.ArgIndex, c.Omit = c.Column-2, true
			found++
		}
	}
	if found == 2 {
		info.IdxNum, info.EstimatedCost, info.EstimatedRows = 1, 10, 10
		return nil
	}
	for i := range info.Constraints {
		info.Constraints[i].ArgIndex, info.Constraints[i].Omit = -1, false
	}
	return nil
}

func (t splitTable) Open() (vtab.Cursor, error) { return &splitCursor{meter: t.meter}, nil }
func (splitTable) Disconnect() error            { return nil }
func (splitTable) Destroy() error               { return nil }

// A splitCursor is on one of the parts.
type splitCursor struct {
	meter           *meter
	text, separator vtab.Value
	parts           []string
	at              int
}

// Filter splits the text. Blanks around the parts go, and empty parts with them.
func (c *splitCursor) Filter(plan int, _ string, args []vtab.Value) error {
	*c = splitCursor{meter: c.meter}
	if plan != 1 || len(args) != 2 {
		return nil
	}
	text, ok1 := args[0].(string)
	separator, ok2 := args[1].(string)
	if !ok1 || !ok2 || separator == "" {
		return nil
	}
	if err := c.meter.take(len(text) / bytesStep); err != nil {
		return err
	}
	c.text, c.separator = text, separator
	for _, part := range strings.Split(text, separator) {
		if part = strings.TrimSpace(part); part != "" {
			c.parts = append(c.parts, part)
		}
	}
	return nil
}

func (c *splitCursor) Next() error           { c.at++; return nil }
func (c *splitCursor) Eof() bool             { return c.at >= len(c.parts) }
func (c *splitCursor) Rowid() (int64, error) { return int64(c.at + 1), nil }
func (c *splitCursor) Close() error          { return nil }

func (c *splitCursor) Column(col int) (vtab.Value, error) {
	switch col {
	case 0:
		return c.parts[c.at], nil
	case 1:
		return int64(c.at + 1), nil
	case 2:
		return c.text, nil
	}
	return c.separator, nil
}
