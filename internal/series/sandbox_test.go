package series

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"charts/internal/spec"
)

func sqlData(query string) *spec.Data {
	d := &spec.Data{}
	d.SQL.V, d.SQL.Pos.File, d.SQL.Pos.Line, d.SQL.Pos.Col = query, "f.yaml", 4, 8
	return d
}

// Each of these must be refused, or stopped by what it may take.
var escapes = []string{
	"ATTACH 'DIR/x.db' AS x",
	"SELECT load_extension('DIR/x.so')",
	"SELECT readfile('/etc/passwd')",
	"SELECT writefile('DIR/x', 'y')",
	"PRAGMA table_info('表1')",
	"PRAGMA temp_store_directory = 'DIR'",
	"SELECT * FROM pragma_table_info('表1')",
	"SELECT * FROM pragma_database_list",
	"VACUUM INTO 'DIR/x.db'",
	"VACUUM",
	"SELECT * FROM sqlite_master",
	"SELECT * FROM sqlite_schema",
	"SELECT * FROM sqlite_temp_master",
	"SELECT * FROM \"main\".sqlite_master",
	"SELECT * FROM dbstat",
	"SELECT * FROM sqlite_dbpage",
	"SELECT * FROM json_each('[1]')",
	"SELECT fts5(1)",
	"INSERT INTO 表1 VALUES (1, 2, 3, 4, 5, 6, 7)",
	"DELETE FROM 表1",
	"UPDATE 表1 SET 录取数 = 0",
	"DROP TABLE 表1",
	"CREATE TABLE x (y)",
	"CREATE TEMP VIEW x AS SELECT 1",
	"CREATE VIRTUAL TABLE x USING fts5(y)",
	"WITH a AS (SELECT 1) DELETE FROM 表1",
	"SELECT 1; DROP TABLE 表1",
	"BEGIN", "ROLLBACK", "COMMIT", "SAVEPOINT x", "EXPLAIN SELECT 1", "ANALYZE", "REINDEX",
	"SELECT random()",
	"SELECT date('now')",
	"SELECT CURRENT_TIMESTAMP",
	"SELECT sqlite_version()",
	"SELECT hex(randomblob(1000000000))",
	"SELECT zeroblob(1000000000)",
	"SELECT printf('%1000000000d', 1)",
	"SELECT replace(printf('%100000s', 'x'), ' ', printf('%100000s', 'y'))",
	"WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c",
	"WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c",
	"WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x, printf('%100000d', x) FROM c ORDER BY 2",
	"WITH RECURSIVE c(x) AS (SELECT 1 UNION SELECT x + 1 FROM c) SELECT max(x) FROM c",
	"SELECT count(*) FROM 表1 a, 表1 b, 表1 c, 表1 d, 表1 e, 表1 f, 表1 g, 表1 h, 表1 i, 表1 j, 表1 k, 表1 l, 表1 m, 表1 n, 表1 o, 表1 p, 表1 q",
	"SELECT " + strings.Repeat("(", 5000) + "1" + strings.Repeat(")", 5000),
	"SELECT " + strings.Repeat("1+", 40000) + "1",
	strings.Repeat("SELECT 1 UNION ALL ", 2000) + "SELECT 1",
	"SELECT 1" + strings.Repeat(", 1", 3000),
	"SELECT x'00'",
	"SELECT 9e999",
	"SELECT match('a', '(', 0)",
	"SELECT quantity('1', '牛')",
	"SELECT match('a', '(?:(?:.?){90}){90}(?:.?){90}x', 0)",
	"SELECT match('a', printf('%2000s', 'a'), 0)",
	"WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 9000) SELECT sum(match(printf('%9000d', x), '(a?){90}b', 0)) FROM c",
	"WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 9000) SELECT sum(quantity(printf('%9000d', x), '人')) FROM c",
	"WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT sum(instr(printf('%60000d', x), printf('%30000s', 'b'))) FROM c",
	"SELECT trim(printf('%60000s', 'a'), printf('%60000s', 'b') || ' ')",
	"SELECT replace(printf('%60000s', 'b'), ' ', printf('%60000s', 'b'))",
	"", "-- nothing", "';", "/*", "\x00",
}

func TestQueriesOnlyRead(t *testing.T) {
	s := newStore(t, document(t, "2023", small))
	dir := t.TempDir()
	for _, query := range escapes {
		frame, problems := s.Data(context.Background(), sqlData(strings.ReplaceAll(query, "DIR", dir)))
		text := printed(problems)
		if !problems.HasErrors() || len(frame.Rows) > 0 {
			t.Errorf("%.80q gives %d rows, %s", query, len(frame.Rows), text)
		}
		if !strings.HasPrefix(text, "f.yaml:4:8: ") || strings.Contains(text, "SQL logic error") {
			t.Errorf("%.80q: %s", query, text)
		}
	}
	if left, _ := filepath.Glob(dir + "/*"); len(left) > 0 {
		t.Errorf("files were written: %v", left)
	}
	frame, problems := s.Data(context.Background(), sqlData("SELECT sum(录取数) AS n FROM 表1 WHERE _total = 0"))
	if problems.HasErrors() || showValue(frame.Rows[0].Cells[0]) != "300*" {
		t.Errorf("after all that: %s%s", show(frame), printed(problems))
	}
}

// What a query takes is counted, not timed: a query gives the same whatever else
// the machine does, one within the limit its rows and one beyond it none.
func TestStepsAreCounted(t *testing.T) {
	s := newStore(t, document(t, "2023", small))
	count := func(n int) string {
		return fmt.Sprintf("WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < %d) SELECT count(*) AS n FROM c", n)
	}
	for _, n := range []int{1000, 100_000, 10_000_000} {
		left := map[int64]bool{}
		for range 2 {
			frame, problems := s.Data(context.Background(), sqlData(count(n)))
			left[s.engine.meter.left] = true
			if refused := problems.HasErrors(); refused != (n == 10_000_000) || len(frame.Rows) == 1 == refused {
				t.Errorf("%d: %s%s", n, show(frame), printed(problems))
			}
		}
		if len(left) != 1 {
			t.Errorf("%d: runs of the same query leave %v steps", n, left)
		}
	}
}

// A query that nobody waits for any more ends.
func TestQueryEndsWithItsContext(t *testing.T) {
	s := newStore(t, document(t, "2023", small))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, problems := s.Data(ctx, sqlData("WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) AS n FROM c"))
	if text := printed(problems); !strings.Contains(text, "the work was stopped") {
		t.Error(text)
	}
	if s.engine.meter.left < querySteps-2*tickSteps {
		t.Errorf("it went on for %d steps", querySteps-s.engine.meter.left)
	}
	if frame, problems := s.Data(context.Background(), sqlData("SELECT sum(录取数) AS n FROM 表1 WHERE _total = 0")); problems.HasErrors() {
		t.Errorf("after that: %s%s", show(frame), printed(problems))
	}
}

// The functions that are in the place of SQLite's own mean the same.
func TestFunctionsMeanTheSame(t *testing.T) {
	s := newStore(t, document(t, "2023", small))
	for query, want := range map[string]string{
		"instr('毕业去向', '去')":               "3",
		"instr('abc', 'd')":                "0",
		"instr('abc', '')":                 "1",
		"instr(12.0, '.')":                 "3",
		"instr(NULL, 'a')":                 "",
		"replace('aXbX', 'X', '--')":       "a--b--",
		"replace('abc', '', 'x')":          "abc",
		"trim('xxabxx', 'x')":              "ab",
		"ltrim('（一）甲', '（）一')":             "甲",
		"rtrim('12.500', '0')":             "12.5",
		"trim('  a ')":                     "a",
		"match('共 12 人', '([0-9]+) 人', 1)": "12",
	} {
		frame, problems := s.Data(context.Background(), sqlData("SELECT "+query+" AS n, 1 AS one"))
		if problems.HasErrors() || frame.Rows[0].Cells[0].Text != want {
			t.Errorf("%s is %s%s, want %q", query, show(frame), printed(problems), want)
		}
	}
}

// The conditions of the short form are in brackets that they may try to close.
func TestConditionsOnlyRead(t *testing.T) {
	s := newStore(t, document(t, "2023", small))
	for _, where := range []string{
		"1) UNION SELECT rowid FROM sqlite_master --",
		"1); DROP TABLE x --",
		"load_extension('x')",
		"(SELECT count(*) FROM sqlite_master) > 0",
		"randomblob(10) IS NULL",
	} {
		d := &spec.Data{}
		d.Table.V, d.Where.V = "表 1", where
		d.Table.Pos.Line, d.Where.Pos.Line = 1, 2
		if frame, problems := s.Data(context.Background(), d); !problems.HasErrors() {
			t.Errorf("where %s gives %s", where, show(frame))
		}
	}
}
