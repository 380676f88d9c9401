package database

import (
	"context"
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	"charts/internal/message"
)

// school is an SQLite file with a table of visits.
func school(t *testing.T) Database {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a%20school #1.sqlite")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, stmt := range []string{
		"CREATE TABLE visits (day DATE, region TEXT, n INTEGER, price REAL, raw BLOB)",
		"INSERT INTO visits VALUES ('2024-01-31', 'North', 120, 0.1, x'00'), ('2024-02-29', 'a \"b\" <华>', 9007199254740993, NULL, NULL)",
	} {
		if _, err := db.Exec(stmt); err != nil {
			t.Fatal(err)
		}
	}
	return File(path)
}

func TestAsk(t *testing.T) {
	db := school(t)
	tests := []struct{ query, want string }{
		{"SELECT region, n, price, day FROM visits",
			"{\"region\": \"North\", \"n\": 120, \"price\": 0.1, \"day\": \"2024-01-31\"}\n{\"region\": \"a \\\"b\\\" <华>\", \"n\": 9007199254740993, \"price\": null, \"day\": \"2024-02-29\"}\n"},
		{"\n with t as (select 1 as n) select n from t", "{\"n\": 1}\n"},
		{"VALUES (1)", "{\"column1\": 1}\n"},
		{"SELECT n FROM visits WHERE n < 0", "it gives no row"},
		{"SELECT n, n FROM visits", `two columns are named "n"; give one another name with AS`},
		{"SELECT raw FROM visits", `column "raw" holds what is no number, text or time; leave it out, or CAST it`},
		{"DELETE FROM visits", "a query begins with SELECT, WITH, VALUES or TABLE"},
		{"SELECT 1 AS n; DELETE FROM visits", "readonly"},
		{"SELECT 1 AS n; ATTACH 'b.sqlite' AS b", "too many attached"},
		{"SELECT absent FROM visits", "no such column"},
		{"WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t LIMIT 100001) SELECT n FROM t", "it gives more than 100000 rows or 64 MB; let the query add up or choose"},
	}
	for _, tt := range tests {
		got, err := db.Ask(context.Background(), tt.query)
		if err != nil {
			if said := message.ErrorText(err).String(); !strings.Contains(said, tt.want) {
				t.Errorf("%s: %s; want %s", tt.query, said, tt.want)
			}
			continue
		}
		if string(got) != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.query, got, tt.want)
		}
	}
}

// What an address says reaches the driver; the password reaches no message.
func TestAt(t *testing.T) {
	tests := []struct{ address, driver, dsn, secret string }{
		{"postgres://a:b@c:1/d?sslmode=disable", "pgx", "postgres://a:b@c:1/d?sslmode=disable", "b"},
		{"mysql://a:p%40s/s@w@c:1/d?tls=true", "mysql", "a:p@s/s@w@tcp(c:1)/d?tls=true", "p@s/s@w"},
		{"mysql://c/d?multiStatements=true&allowAllFiles=true", "mysql", "tcp(c:3306)/d", ""},
		{"sqlserver://a:b@c", "", "it does not begin with postgres:// or mysql://; of other databases export a .csv", ""},
		{"mysql://a@c/d?timeout=soon", "", "it cannot be read: write mysql://user:password@host:3306/name", ""},
	}
	for _, tt := range tests {
		db, err := At(tt.address)
		if err != nil {
			db.dsn = err.Error()
		}
		if db.driver != tt.driver || db.dsn != tt.dsn || db.secret != tt.secret {
			t.Errorf("%s: %q %q %q; want %q %q %q", tt.address, db.driver, db.dsn, db.secret, tt.driver, tt.dsn, tt.secret)
		}
	}
	db, err := At("postgres://a:hush@127.0.0.1:1/d?sslmode=wrong-hush")
	if err != nil {
		t.Fatal(err)
	}
	if _, err = db.Ask(context.Background(), "SELECT 1 AS n"); err == nil || strings.Contains(err.Error(), "hush") {
		t.Errorf("a password is told: %v", err)
	}
}
