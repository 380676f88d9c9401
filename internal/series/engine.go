package series

import (
	"database/sql"
	"database/sql/driver"
	"regexp"
	"regexp/syntax"
	"strings"

	"modernc.org/sqlite"

	"charts/internal/message"
)

// engine is one SQL connection in memory, closed to everything but reading the
// relations that were put into it.
type engine struct {
	db   *sql.DB
	conn *sql.Conn
	guard
	meter     meter
	handle    uintptr
	patterns  map[string]*regular // that queries have used
	relations map[string]relation // loaded, by lower-case name
}

// A regular is a regular expression that was compiled once, and how many
// instructions it has.
type regular struct {
	*regexp.Regexp
	size int
}

// regular compiles a regular expression, or finds it.
func (e *engine) regular(pattern string) (*regular, error) {
	if re, ok := e.patterns[pattern]; ok {
		return re, nil
	}
	if len(pattern) > maxRegular {
		return nil, message.Errorf("match: the pattern has more than %d bytes", maxRegular)
	}
	size, err := programSize(pattern)
	if err != nil {
		return nil, message.Errorf("match: %q is not a regular expression", pattern)
	}
	if size > maxProgram {
		return nil, message.Errorf("match: the pattern %q repeats too much: it has more than %d steps", strings.ToValidUTF8(pattern[:min(len(pattern), 40)], "")+"…", maxProgram)
	}
	re := &regular{regexp.MustCompile(pattern), size}
	if len(e.patterns) < maxKept {
		e.patterns[pattern] = re
	}
	return re, nil
}

// programSize is how many instructions a regular expression becomes.
func programSize(pattern string) (int, error) {
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return 0, err
	}
	program, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		return 0, err
	}
	return len(program.Inst), nil
}

// A scalar is a function of SQL that gives one value.
type scalar = func(ctx *sqlite.FunctionContext, args []driver.Value) (driver.Value, error)

// A guard decides what a query may do while it is compiled. It is written and
// asked on one goroutine.
type guard struct {
	armed  bool
	known  func(table string) bool
	reads  []string // the tables that the query reads, in order, each once
	denied string   // the first thing that it may not do, in words
}

// What a regular expression may have, and how many are kept.
const (
	maxRegular = 1_000  // bytes
	maxProgram = 10_000 // instructions
	maxKept    = 100
)
