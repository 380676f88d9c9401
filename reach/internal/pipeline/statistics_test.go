package pipeline

import (
	"bytes"
	"database/sql"
	"encoding/csv"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	_ "modernc.org/sqlite"

	"charts/internal/peer"
)

// statistics are the standings by SQL over the facts alone.
const statistics = `
WITH weighed AS (
	SELECT *, dense_rank() OVER (PARTITION BY institution, "table", "row", "column", unit, year
		ORDER BY edition = year DESC, edition DESC) AS place FROM facts WHERE value IS NOT NULL),
own AS (
	SELECT "table", "row", "column", unit, year, institution, max(value) AS value FROM weighed WHERE place = 1
	GROUP BY 1, 2, 3, 4, 5, 6 HAVING min(value) = max(value)),
ranked AS (
	SELECT *, count(*) OVER w AS n, rank() OVER (w ORDER BY value DESC) AS rank,
		row_number() OVER (w ORDER BY value) - 1 AS i FROM own
	WINDOW w AS (PARTITION BY "table", "row", "column", unit, year)),
quartile AS (
	SELECT "table", "row", "column", unit, year,
		max(value) FILTER (WHERE i = (n-1) / 4) * (1 - (n-1) % 4 / 4.0) + coalesce(max(value) FILTER (WHERE i = (n-1) / 4 + 1), 0) * ((n-1) % 4 / 4.0) AS low,
		max(value) FILTER (WHERE i = (n-1) * 2 / 4) * (1 - (n-1) * 2 % 4 / 4.0) + coalesce(max(value) FILTER (WHERE i = (n-1) * 2 / 4 + 1), 0) * ((n-1) * 2 % 4 / 4.0) AS middle,
		max(value) FILTER (WHERE i = (n-1) * 3 / 4) * (1 - (n-1) * 3 % 4 / 4.0) + coalesce(max(value) FILTER (WHERE i = (n-1) * 3 / 4 + 1), 0) * ((n-1) * 3 % 4 / 4.0) AS high
	FROM ranked GROUP BY 1, 2, 3, 4, 5)
SELECT r.institution, r."row", r.year, r.rank, r.n, r."table", r."column", r.unit, r.value, q.low, q.middle, q.high
FROM ranked r JOIN quartile q USING ("table", "row", "column", unit, year)`

// The standings are, to the last digit, what SQL makes of the facts.
func TestStatistics(t *testing.T) {
	got := run(t, country(t))
	var have []string
	for name, content := range got {
		if institution, ok := strings.CutSuffix(strings.TrimPrefix(name, "institutions/"), "/data/peers.csv"); ok {
			all, err := rowsOf(content)
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range all {
				have = append(have, institution+"\t"+strings.Join(row, "\t"))
			}
		}
	}
	slices.Sort(have)
	want := bySQL(t, factsOf(t, got))
	if len(have) < 100 {
		t.Errorf("there are %d standings only", len(have))
	}
	if !slices.Equal(have, want) {
		t.Errorf("standings differ from SQL: %d and %d rows", len(have), len(want))
		for i := range min(len(have), len(want)) {
			if have[i] != want[i] {
				t.Fatalf("have %s\nwant %s", have[i], want[i])
			}
		}
	}
}

// rowsOf are the rows of a file under its head.
func rowsOf(src []byte) ([][]string, error) {
	all, err := csv.NewReader(bytes.NewReader(src)).ReadAll()
	if err != nil {
		return nil, err
	}
	return all[1:], nil
}

func factsOf(t *testing.T, got map[string][]byte) (all []peer.Fact) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if !strings.HasPrefix(name, "facts/") {
			continue
		}
		some, err := parquet.Read[peer.Fact](bytes.NewReader(got[name]), int64(len(got[name])))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, some...)
	}
	return all
}

// bySQL are the standings as rows of peers.csv after the name of the institution.
func bySQL(t *testing.T, facts []peer.Fact) (rows []string) {
	t.Helper()
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	exec := func(query string, args ...any) {
		if _, err := db.Exec(query, args...); err != nil {
			t.Fatal(err)
		}
	}
	exec(`CREATE TABLE facts (institution, year, edition, "table", "row", "column", unit, value REAL)`)
	exec("BEGIN")
	for _, f := range facts {
		exec("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?)", f.Institution, f.Year, f.Edition, f.Table, f.Row, f.Column, f.Unit, f.Value)
	}
	exec("COMMIT")
	answer, err := db.Query(statistics)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Close()
	for answer.Next() {
		var s [8]string
		var v [4]float64
		if err := answer.Scan(&s[0], &s[1], &s[2], &s[3], &s[4], &s[5], &s[6], &s[7], &v[0], &v[1], &v[2], &v[3]); err != nil {
			t.Fatal(err)
		}
		row := strings.Join(s[:], "\t")
		for _, x := range v {
			row += "\t" + peer.Text(x)
		}
		rows = append(rows, row)
	}
	if err := answer.Err(); err != nil {
		t.Fatal(err)
	}
	slices.Sort(rows)
	return rows
}
