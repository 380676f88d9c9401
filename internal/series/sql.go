package series

import (
	"cmp"
	"context"
	"database/sql"
	"database/sql/driver"
	"maps"
	"slices"
	"strings"

	"modernc.org/libc"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"charts/internal/message"
)

// An answer is what the engine says to a query.
type answer struct {
	columns []string
	rows    [][]driver.Value
	reads   []string // the relations that were read, by lower-case name
}

// A refusal is an error of a query with what is known of its cause.
type refusal struct {
	err    error
	denied string // what the query may not do
}

func (r *refusal) Error() string { return r.err.Error() }
func (r *refusal) Unwrap() error { return r.err }

// load makes a relation visible to queries under a name. A relation of the same
// name goes.
func (e *engine) load(ctx context.Context, name string, r relation) error {
	e.guard.disarm()
	if err := e.drop(ctx, name); err != nil {
		return err
	}
	e.meter.idle(ctx)
	ctx = context.WithoutCancel(ctx) // the meter minds it, and is the only one that can
	columns := make([]string, 0, len(r.Columns)+len(hiddenColumns))
	for _, c := range append(r.names(), hiddenColumns...) {
		columns = append(columns, quoteName(c))
	}
	marks := "?" + strings.Repeat(", ?", len(columns)-1)
	tx, err := e.conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "CREATE TABLE "+quoteName(name)+" ("+strings.Join(columns, ", ")+")"); err != nil {
		return err
	}
	insert, err := tx.PrepareContext(ctx, "INSERT INTO "+quoteName(name)+" VALUES ("+marks+")")
	if err != nil {
		return err
	}
	defer insert.Close()
	for _, row := range r.Rows {
		if err := e.meter.take(1); err != nil {
			return err
		}
		if _, err := insert.ExecContext(ctx, arguments(row)...); err != nil {
			return err
		}
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	r.held = r.holdings()
	e.relations[strings.ToLower(name)] = r
	return nil
}

// drop takes a relation away, if there is one.
func (e *engine) drop(ctx context.Context, name string) error {
	key := strings.ToLower(name)
	if _, ok := e.relations[key]; !ok {
		return nil
	}
	e.guard.disarm()
	delete(e.relations, key)
	e.meter.idle(context.WithoutCancel(ctx)) // also what was interrupted is cleared away
	_, err := e.conn.ExecContext(e.meter.ctx, "DROP TABLE "+quoteName(name))
	return err
}

// arguments are the cells of a row and its hidden columns, as the engine takes
// them.
func arguments(r Row) []any {
	args := make([]any, 0, len(r.Cells)+len(hiddenColumns))
	for _, v := range r.Cells {
		args = append(args, argument(v))
	}
	for _, h := range hiddenColumns {
		args = append(args, argument(hidden(r, h)))
	}
	return args
}

func argument(v Value) driver.Value {
	switch v.Kind {
	case Number:
		return sqlNumber(v.Num)
	case Text, NotRead:
		return v.Text
	}
	return nil
}

// sqlNumber is a whole number where it can be, so that 2022 || ' 年' has no point.
func sqlNumber(n float64) driver.Value {
	if i := int64(n); float64(i) == n && i < 1<<53 && i > -1<<53 {
		return i
	}
	return n
}

// names are those of the relations that are loaded, in order.
func (e *engine) names() []string { return slices.Sorted(maps.Keys(e.relations)) }

// knows reports whether a relation of that name is loaded.
func (e *engine) knows(name string) bool {
	_, ok := e.relations[strings.ToLower(name)]
	return ok
}

// query runs a query as it is written, under guard and within its limits.
func (e *engine) query(ctx context.Context, query string) (answer, error) {
	e.meter.start(ctx)
	e.guard.arm(e.knows)
	defer e.guard.disarm()
	rows, err := e.conn.QueryContext(context.WithoutCancel(ctx), query)
	if err != nil {
		return answer{}, &refusal{cmp.Or(e.meter.err, err), e.denied}
	}
	defer rows.Close()
	a := answer{reads: slices.Clone(e.reads)}
	if a.columns, err = rows.Columns(); err != nil {
		return answer{}, &refusal{err, ""}
	}
	size := 0
	for rows.Next() {
		row, n, err := scanRow(rows, len(a.columns))
		if err != nil {
			return answer{}, &refusal{err, ""}
		}
		size += n
		if a.rows = append(a.rows, row); len(a.rows) > queryRows || size > queryText {
			return answer{}, &refusal{err: errTooMuch}
		}
	}
	if err := cmp.Or(e.meter.err, rows.Err(), ctx.Err()); err != nil {
		return answer{}, &refusal{err, ""}
	}
	return a, nil
}

// stoppedAt is the byte at which the engine ceases to understand a query, or -1.
func (e *engine) stoppedAt(ctx context.Context, query string) int {
	const explain = "EXPLAIN "
	if _, err := e.query(ctx, explain+query); err == nil {
		return -1
	}
	tls := libc.NewTLS()
	defer tls.Close()
	return max(-1, int(sqlite3.Xsqlite3_error_offset(tls, e.handle))-len(explain))
}

var (
	errTooMuch = message.Errorf("it gives more than %d rows or %d MB of text", queryRows, queryText>>20)
	errBytes   = message.Errorf("it gives raw bytes, which no figure shows")
)

// scanRow reads a row, and how many bytes of text it has.
func scanRow(rows *sql.Rows, n int) (row []driver.Value, size int, err error) {
	cells, into := make([]any, n), make([]any, n)
	for i := range cells {
		into[i] = &cells[i]
	}
	if err := rows.Scan(into...); err != nil {
		return nil, 0, err
	}
	row = make([]driver.Value, n)
	for i, c := range cells {
		switch c := c.(type) {
		case []byte:
			return nil, 0, errBytes
		case string:
			size += len(c)
		}
		row[i] = c
	}
	return row, size, nil
}

// columnInfo tells which columns of a query are bare columns of relations.
func (e *engine) columnInfo(query string) []sqlite.ColumnInfo {
	e.guard.arm(e.knows)
	defer e.guard.disarm()
	var info []sqlite.ColumnInfo
	err := e.conn.Raw(func(c any) error {
		describer, ok := c.(interface {
			ColumnInfo(query string) ([]sqlite.ColumnInfo, error)
		})
		if !ok {
			return message.Errorf("the connection does not describe columns")
		}
		var err error
		info, err = describer.ColumnInfo(query)
		return err
	})
	if err != nil {
		return nil
	}
	return info
}
