package series

import (
	"context"
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

// Each of these must be refused or stopped.
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
	frame, problems := s.Data(context.Background(), sqlData("SELECT sum(录取数) AS n FROM 表1"))
	if problems.HasErrors() || showValue(frame.Rows[0].Cells[0]) != "600*" {
		t.Errorf("after all that: %s%s", show(frame), printed(problems))
	}
}

// The conditions of the short form stand in brackets that they may try to close.
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
