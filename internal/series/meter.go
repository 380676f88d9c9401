package series

import (
	"context"
	"math"
	"sync"
	"time"
	"unsafe"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"

	"charts/internal/message"
)

// What one query may take. It is counted in steps of the engine's machine, so that
// the same query is refused on every machine, however busy, or on none. The clock
// only ends what makes steps of huge values, each as long as a million others.
const (
	querySteps = 8_000_000
	queryTime  = 5 * time.Second
	tickSteps  = 1_000 // after which the engine asks its meter
)

var (
	errSteps = message.Errorf("it takes more than %d million steps", querySteps/1_000_000)
	errSlow  = message.Errorf("its values are so long that it takes more than %v", queryTime)
)

// A meter counts the steps of one query of an engine, and minds the context of it.
type meter struct {
	ctx   context.Context
	left  int64
	until time.Time
	err   error // why the query was ended
}

// start begins a query.
func (m *meter) start(ctx context.Context) {
	*m = meter{ctx: ctx, left: querySteps, until: time.Now().Add(queryTime)}
}

// idle lets the engine do as much as it has to between queries.
func (m *meter) idle(ctx context.Context) { *m = meter{ctx: ctx, left: math.MaxInt64} }

// take counts steps, and says why there are to be no more.
func (m *meter) take(steps int) error {
	m.left -= int64(steps)
	switch {
	case m.err != nil:
	case m.ctx.Err() != nil:
		m.err = m.ctx.Err()
	case m.left < 0:
		m.err = errSteps
	case !m.until.IsZero() && time.Now().After(m.until):
		m.err = errSlow
	}
	return m.err
}

// meters are those of the open engines, by the handles of their databases.
var meters sync.Map

// opening is held while an engine opens its database, whose handle only the engine
// itself tells.
var opening sync.Mutex

// metered opens a database under a meter, and returns its handle.
func metered(m *meter, open func() error) (handle uintptr, err error) {
	opening.Lock()
	defer opening.Unlock()
	tls := libc.NewTLS()
	defer tls.Close()
	opened = 0
	if rc := sqlite3.Xsqlite3_auto_extension(tls, pointer(onOpen)); rc != sqlite3.SQLITE_OK {
		return 0, message.Errorf("queries cannot be counted (code %d)", rc)
	}
	defer sqlite3.Xsqlite3_cancel_auto_extension(tls, pointer(onOpen))
	if err := open(); err != nil {
		return 0, err
	}
	if opened == 0 {
		return 0, message.Errorf("queries cannot be counted")
	}
	meters.Store(opened, m)
	return opened, nil
}

var opened uintptr // guarded by opening

// onOpen is called by the engine with each database that it opens.
func onOpen(tls *libc.TLS, db, _, _ uintptr) int32 {
	opened = db
	sqlite3.Xsqlite3_progress_handler(tls, db, tickSteps, pointer(onTick), db)
	return sqlite3.SQLITE_OK
}

// onTick is called by the engine after so many steps; any number but 0 ends the query.
func onTick(_ *libc.TLS, db uintptr) int32 {
	if m, ok := meters.Load(db); ok && m.(*meter).take(tickSteps) != nil {
		return 1
	}
	return 0
}

// pointer is a function as the engine, which is translated from C, keeps it: the
// address of its code, of a function that is no closure.
func pointer[F any](f F) uintptr { return *(*uintptr)(unsafe.Pointer(&struct{ f F }{f})) }

// What a step of the meter is worth in the functions, so that each takes as long as
// one of the engine: bytes that are gone through, bytes that are read for numbers,
// and bytes times instructions of a pattern.
const (
	bytesStep   = 64
	numberSteps = 4 // for each byte
	matchStep   = 16
)
