package spec

import (
	"strings"
	"testing"
	"unicode"

	"charts/internal/diag"
)

// writings are the ways to write a text in YAML, each with FROM in it once.
var writings = []struct{ name, src string }{
	{"plain", "sql: SELECT a FROM t"},
	{"plain over lines", "sql: SELECT 人数\n    FROM t\n    WHERE a"},
	{"plain below its word", "sql:\n  SELECT 人数\n  FROM t"},
	{"single quotes", "sql: 'SELECT ''x'' FROM t'"},
	{"single quotes over lines", "sql: 'SELECT ''x''\n\n   FROM t'"},
	{"double quotes", `sql: "SELECT \"表 6\".a \u4eba\t\n FROM t"`},
	{"double quotes over lines", "sql: \"SELECT \\\n   \\\"a\\\"\n  FROM t\""},
	{"a block", "sql: |\n  SELECT a\n    -- 注\n\n  FROM t"},
	{"a block with a comment", "sql: |-  # 说明 FROM\n\n    SELECT a\n    FROM t\n"},
	{"a block with its indentation", "sql: |2\n    SELECT a\n  FROM t\n"},
	{"folded", "sql: >-\n  SELECT a,\n  b\n\n  FROM t\n"},
	{"with variables", "sql: SELECT ${年份} + ${n} FROM t"},
	{"with variables in a block", "sql: |\n  SELECT ${年份},\n    ${n}\n  FROM ${n}"},
	{"after an anchor", "sql: &q SELECT a FROM t"},
}

func TestWithin(t *testing.T) {
	vars := []Var{{Name: At[string]{V: "年份"}, Value: At[string]{V: "二零二三"}}, {Name: At[string]{V: "n"}, Value: At[string]{V: "1"}}}
	for _, w := range writings {
		for _, data := range []string{indent(w.src), "data: {" + w.src + "}", "data: {report: 校, " + w.src + "}"} {
			f, problems := ParseFigure("f.yaml", []byte("title: t\nchart: table\ncolumns: a\n"+data+"\n"))
			if problems.HasErrors() {
				continue // not every form can be in braces
			}
			Expand(f, vars)
			at := strings.Index(f.Data.SQL.V, "FROM")
			pos := Within(f.Data.SQL, at, at+4)
			if got := textAt("title: t\nchart: table\ncolumns: a\n"+data, pos); got != "FROM" {
				t.Errorf("%s: %v is %q in\n%s", w.name, pos, got, data)
			}
		}
	}
}

func indent(src string) string { return "data:\n  " + strings.ReplaceAll(src, "\n", "\n  ") }

func textAt(src string, pos diag.Pos) string {
	line := []rune(strings.Split(src, "\n")[pos.Line-1])
	if pos.Col-1+pos.Len > len(line) {
		return ""
	}
	return string(line[pos.Col-1 : pos.Col-1+pos.Len])
}

// A piece of a variable's value is all of ${name}; the end of a text is behind
// its last sign.
func TestWithinEdges(t *testing.T) {
	src := "title: t\nchart: table\ncolumns: a\ndata:\n  sql: SELECT ${n} FROM t  # 注\n"
	f, _ := ParseFigure("f.yaml", []byte(src))
	Expand(f, []Var{{Name: At[string]{V: "n"}, Value: At[string]{V: "人 + 数"}}})
	tests := []struct {
		name, piece, want string
	}{
		{"all of a value", "人 + 数", "${n}"},
		{"a piece of a value", "+", "${n}"},
		{"before it", "SELECT", "SELECT"},
		{"after it", "FROM t", "FROM t"},
	}
	for _, test := range tests {
		at := strings.Index(f.Data.SQL.V, test.piece)
		pos := Within(f.Data.SQL, at, at+len(test.piece))
		if got := textAt(src, pos); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
	n := len(f.Data.SQL.V)
	if pos := Within(f.Data.SQL, n, n); pos.Col != len([]rune("  sql: SELECT ${n} FROM t"))+1 {
		t.Errorf("the end is %v", pos)
	}
	if pos := Within(At[string]{V: "x", Pos: diag.Pos{Line: 7}}, 0, 1); pos.Line != 7 {
		t.Errorf("a text without a file is at %v", pos)
	}
}

// FuzzWithinFindsEverySign: wherever a sign of a text is said to stand, there it
// stands.
func FuzzWithinFindsEverySign(f *testing.F) {
	for _, w := range writings {
		f.Add(w.src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		src = "data:\n " + src + "\n"
		fig, _ := ParseFigure("f.yaml", []byte(src))
		if fig == nil {
			return
		}
		text := fig.Data.SQL
		for i, r := range text.V {
			pos := Within(text, i, i+len(string(r)))
			if pos == text.Pos || unicode.IsSpace(r) || strings.Contains(src, `\`) || r == '\'' {
				continue
			}
			if got := textAt(strings.ReplaceAll(strings.TrimPrefix(src, "\ufeff"), "\r\n", "\n"), pos); got != string(r) {
				t.Errorf("sign %d of %q: %v is %q in\n%s", i, text.V, pos, got, src)
			}
		}
	})
}
