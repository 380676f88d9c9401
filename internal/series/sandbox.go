package series

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"modernc.org/libc"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"charts/internal/message"
)

// What one query may use.
const (
	queryRows  = 20_000
	queryText  = 16 << 20  // bytes of text in all rows
	queryHeap  = 256 << 20 // bytes, of all queries of the process together
	valueBytes = 128 << 10
)

// newEngine opens a connection. Everything that needs rights is done before the
// guard is armed.
func newEngine() (*engine, error) {
	if err := countMemory(); err != nil {
		return nil, err
	}
	e := &engine{patterns: map[string]*regular{}, relations: map[string]relation{}}
	d, err := e.driver()
	if err != nil {
		return nil, err
	}
	ctx := context.Background()
	e.meter.idle(ctx)
	e.db = sql.OpenDB(connector{d})
	e.handle, err = metered(&e.meter, func() (err error) {
		e.conn, err = e.db.Conn(ctx)
		return err
	})
	if err != nil {
		return nil, errors.Join(err, e.db.Close())
	}
	if err := e.setUp(ctx); err != nil {
		return nil, errors.Join(err, e.close())
	}
	return e, nil
}

func (e *engine) close() error {
	meters.Delete(e.handle)
	e.relations, e.patterns = nil, nil // SQLite's functions, which know the engine, are never forgotten
	return errors.Join(e.conn.Close(), e.db.Close())
}

func (e *engine) setUp(ctx context.Context) error {
	for _, stmt := range []string{
		fmt.Sprintf("PRAGMA hard_heap_limit = %d", queryHeap),
		"PRAGMA temp_store = memory", // no file is ever written
		"PRAGMA trusted_schema = off",
		"CREATE VIRTUAL TABLE split USING split",
	} {
		if _, err := e.conn.ExecContext(ctx, stmt); err != nil {
			return err
		}
	}
	for _, l := range limits {
		if _, err := sqlite.Limit(e.conn, l.id, l.value); err != nil {
			return err
		}
	}
	return e.conn.Raw(func(c any) error {
		r, ok := c.(sqlite.AuthorizerRegisterer)
		if !ok {
			return message.Errorf("the connection cannot be guarded")
		}
		return r.RegisterAuthorizer(e.guard.authorize)
	})
}

var limits = []struct{ id, value int }{
	{sqlite3.SQLITE_LIMIT_LENGTH, valueBytes},
	{sqlite3.SQLITE_LIMIT_SQL_LENGTH, 64 << 10},
	{sqlite3.SQLITE_LIMIT_COLUMN, 256},
	{sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 100},
	{sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 100},
	{sqlite3.SQLITE_LIMIT_VDBE_OP, 250_000},
	{sqlite3.SQLITE_LIMIT_FUNCTION_ARG, 64},
	{sqlite3.SQLITE_LIMIT_ATTACHED, 0},
	{sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200},
	{sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1},
	{sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0},
}

func (g *guard) arm(known func(string) bool) { *g = guard{armed: true, known: known} }

func (g *guard) disarm() { g.armed = false }

func (g *guard) authorize(action sqlite.AuthorizerActionCode, arg1, arg2, _, _ string) sqlite.AuthorizerReturnCode {
	if !g.armed {
		return sqlite.AuthorizerOK
	}
	switch action {
	case sqlite.AuthSelect, sqlite.AuthRecursive:
		return sqlite.AuthorizerOK
	case sqlite.AuthFunction:
		if functions[strings.ToLower(arg2)] {
			return sqlite.AuthorizerOK
		}
		return g.deny("use the function " + arg2)
	case sqlite.AuthRead:
		return g.read(arg1, arg2)
	case sqlite.AuthAttach, sqlite.AuthDetach:
		return g.deny("open other databases")
	case sqlite.AuthPragma:
		return g.deny("use PRAGMA")
	}
	return g.deny("change anything")
}

// read allows the loaded relations. What WITH defines is not told apart from a
// table when only its rows are counted; the engine's own tables are, by name.
func (g *guard) read(table, column string) sqlite.AuthorizerReturnCode {
	name := strings.ToLower(table)
	own := strings.HasPrefix(name, "sqlite_") || strings.HasPrefix(name, "pragma_")
	switch {
	case g.known(name):
		if !slices.Contains(g.reads, name) {
			g.reads = append(g.reads, name)
		}
	case name == splitName:
	case own || column != "":
		return g.deny("read " + table)
	}
	return sqlite.AuthorizerOK
}

func (g *guard) deny(what string) sqlite.AuthorizerReturnCode {
	if g.denied == "" {
		g.denied = what
	}
	return sqlite.AuthorizerDeny
}

// functions are those that a query may call: none that reads the clock, chance,
// a file or the schema, and none whose only use is to make large values.
var functions = set(`abs acos amount asin atan atan2 avg ceil ceiling char coalesce concat concat_ws cos count cume_dist
	degrees dense_rank exp first_value floor format glob group_concat if ifnull iif instr lag last_value lead length
	like likelihood likely ln log log10 log2 lower ltrim match max median min mod nth_value ntile nullif number percent_rank
	percentile pi pow power printf quantity quote radians rank replace round row_number rtrim share sign sin sqrt
	string_agg substr substring sum tan total trim trunc typeof unicode unlikely upper`)

// connector opens connections of one driver for package sql.
type connector struct{ driver *sqlite.Driver }

func (c connector) Connect(context.Context) (driver.Conn, error) {
	return c.driver.Open("file::memory:?_dqs=0&_defensive=1")
}

func (c connector) Driver() driver.Driver { return c.driver }

// driver makes a driver with the functions of the spec language, which count with
// the meter of this engine. It is not the one that others may register functions with.
func (e *engine) driver() (*sqlite.Driver, error) {
	d := new(sqlite.Driver)
	for _, f := range e.functions() {
		if err := d.RegisterDeterministicScalarFunction(f.name, f.args, f.call); err != nil {
			return nil, err
		}
	}
	if err := registerAggregates(d); err != nil {
		return nil, err
	}
	return d, d.RegisterModule(splitName, splitModule{&e.meter})
}

// countMemory turns on the accounting without which the heap limit does nothing.
// It must come before the process's first connection.
var countMemory = sync.OnceValue(func() error {
	tls := libc.NewTLS()
	defer tls.Close()
	args := libc.NewVaList(int32(1))
	if args == 0 {
		return message.Errorf("out of memory")
	}
	defer libc.Xfree(tls, args)
	if rc := sqlite3.Xsqlite3_config(tls, sqlite3.SQLITE_CONFIG_MEMSTATUS, args); rc != sqlite3.SQLITE_OK {
		return message.Errorf("memory accounting cannot be turned on (code %d)", rc)
	}
	return nil
})
