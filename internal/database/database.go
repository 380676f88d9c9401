// Package database asks a database one question, which it can only read for, and
// makes a snapshot of the answer.
package database

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"strings"
	"time"

	"github.com/go-sql-driver/mysql"
	_ "github.com/jackc/pgx/v5/stdlib" // the driver pgx
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"charts/internal/message"
)

// patience is how long a database may take to answer.
const patience = 2 * time.Minute

// A Database is where a question goes.
type Database struct {
	driver, dsn string
	secret      string // the password, which no message repeats
}

// File is an SQLite file.
func File(path string) Database {
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: "mode=ro"}
	return Database{driver: "sqlite", dsn: u.String()}
}

// At is the database of an address, as environment variables hold it.
func At(address string) (Database, error) {
	scheme, rest, ok := strings.Cut(address, "://")
	switch {
	case ok && (scheme == "postgres" || scheme == "postgresql"):
		return Database{"pgx", address, passwordOf(address)}, nil
	case ok && scheme == "mysql":
		return atMySQL(rest)
	}
	return Database{}, message.Errorf("it does not begin with postgres:// or mysql://; of other databases export a .csv")
}

// atMySQL takes the address apart by hand: passwords have signs that URLs do not.
func atMySQL(rest string) (Database, error) {
	user, place := "", rest
	if i := strings.LastIndexByte(rest, '@'); i >= 0 {
		user, place = rest[:i], rest[i+1:]
	}
	host, name, _ := strings.Cut(place, "/")
	config, err := mysql.ParseDSN("tcp(" + host + ")/" + name)
	if err != nil {
		return Database{}, message.Errorf("it cannot be read: write mysql://user:password@host:3306/name")
	}
	config.User, config.Passwd, _ = strings.Cut(user, ":")
	for _, to := range []*string{&config.User, &config.Passwd} {
		if plain, err := url.PathUnescape(*to); err == nil {
			*to = plain
		}
	}
	config.MultiStatements, config.AllowAllFiles = false, false
	return Database{"mysql", config.FormatDSN(), config.Passwd}, nil
}

func passwordOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	password, _ := u.User.Password()
	return password
}

// Ask runs a query in a transaction that reads alone, and gives the rows as lines
// of JSON.
func (d Database) Ask(ctx context.Context, query string) ([]byte, error) {
	if !reads(query) {
		return nil, message.Errorf("a query begins with SELECT, WITH, VALUES or TABLE")
	}
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	lines, err := d.ask(ctx, query)
	if errors.Is(err, context.DeadlineExceeded) {
		return nil, message.Errorf("it did not answer within %d seconds", int(patience.Seconds()))
	}
	return lines, d.discreet(err)
}

func (d Database) ask(ctx context.Context, query string) (lines []byte, err error) {
	db, err := sql.Open(d.driver, d.dsn)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	tx, err := d.begin(ctx, conn)
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	rows, err := tx.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	return snapshot(rows)
}

// begin begins a transaction that cannot write. SQLite knows none; its file is open
// to be read, and no other can be opened beside it.
func (d Database) begin(ctx context.Context, conn *sql.Conn) (*sql.Tx, error) {
	if d.driver != "sqlite" {
		return conn.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	}
	if _, err := sqlite.Limit(conn, sqlite3.SQLITE_LIMIT_ATTACHED, 0); err != nil {
		return nil, err
	}
	return conn.BeginTx(ctx, nil)
}

// reads reports whether a query only asks, by its first word.
func reads(query string) bool {
	word, _, _ := strings.Cut(strings.Join(strings.Fields(query), " ")+" ", " ")
	word, _, _ = strings.Cut(word, "(")
	switch strings.ToUpper(word) {
	case "SELECT", "WITH", "VALUES", "TABLE":
		return true
	}
	return false
}

// discreet is an error in the words of the database, without the password.
func (d Database) discreet(err error) error {
	if err == nil || d.secret == "" || !strings.Contains(err.Error(), d.secret) {
		return err
	}
	return errors.New(strings.ReplaceAll(err.Error(), d.secret, "…"))
}
