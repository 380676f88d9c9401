package series

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSQL(t *testing.T) {
	tests := []struct{ name, query, want string }{
		{"bare columns keep units, digits and what is missing",
			`SELECT 专业名称, 报到率, 报到数 FROM 表1 WHERE _total = 0`, `
专业名称 | 报到率/% | 报到数
数控技术 | 90.00 % | 90 @ 10
软件技术 | 80.50 % | · @ 11
会计 | 92.5 % | 27 @ 12
`},
		{"hidden columns are not in a *",
			`SELECT * FROM "附表/表 1" WHERE _line = 21`, `
序号 | 指标 | 单位 | 2023年/人
· | 其中：升学人数 | 人 | 2469 人 @ 21
`},
		{"hidden columns when they are named",
			`SELECT _label, _line, "2023年" FROM "附表/表 1" WHERE 单位 = '%'`, `
_label | _line | 2023年/%
自主创业率 | 23 | 1.05 % @ 23
`},
		{"division is not cut to whole numbers, and is computed",
			`SELECT 专业名称, 报到数 / 录取数 AS r, share(报到数, 录取数) AS s FROM "表 1" AS a WHERE a.报到数 < 80`, `
专业名称 | r | s/%
会计 | 0.9* | 90 %* @ 12
`},
		{"a difference has no made-up digits and keeps its unit",
			`SELECT 100 - 报到率 AS 未报到率 FROM 表1 WHERE 专业名称 = '软件技术'`, `
未报到率/%
19.5 %* @ 11
`},
		{"a group names the lines of its rows",
			`SELECT 报到数 > 50 AS 大, sum(录取数) AS n FROM 表1 WHERE 报到数 IS NOT NULL AND NOT _total GROUP BY 1`, `
大 | n
0* | 30* @ 12
1* | 100* @ 10
`},
		{"max of min and max",
			`SELECT 专业名称, max(报到率) AS 率 FROM 表1 WHERE _total = 0`, `
专业名称 | 率/%
会计 | 92.5 %* @ 10 11 12
`},
		{"the SELECTs of a UNION ALL",
			`SELECT '录取' AS 步, 录取数 AS n FROM 表1 WHERE _total UNION ALL SELECT '少报到', 录取数 - 报到数 FROM 表1 WHERE _total ORDER BY n`, `
步 | n
少报到 | 50* @ 13
录取 | 300 @ 13
`},
		{"a join names the lines of both",
			`SELECT a.专业名称, b."2023年" AS x FROM 表1 a JOIN "附表/表 1" b ON b.序号 = 3 WHERE a.录取数 = 30`, `
专业名称 | x/%
会计 | 1.05 % @ 12 23
`},
		{"a join that finds nothing",
			`SELECT a.专业名称, b."2023年" AS x FROM 表1 a LEFT JOIN "附表/表 1" b ON b.序号 = 99 WHERE a.录取数 = 30`, `
专业名称 | x
会计 | · @ 12
`},
		{"WITH: the rows that hold the values",
			`WITH 大 AS (SELECT 专业名称, 报到率 FROM 表1 WHERE 录取数 > 90) SELECT 报到率, 专业名称 FROM 大 WHERE 报到率 > 85`, `
报到率/% | 专业名称
90.00 % | 数控技术 @ 10
`},
		{"DISTINCT: the rows that hold the values",
			`SELECT DISTINCT 单位 FROM "附表/表 1"`, `
单位
人 @ 20 21 24
万元 @ 22
% @ 23
`},
		{"a subquery adds the lines that it read",
			`SELECT 专业名称, share(录取数, (SELECT 录取数 FROM 表1 WHERE _total)) AS 占比 FROM 表1 WHERE 录取数 = 30`, `
专业名称 | 占比/%
会计 | 10 %* @ 12 13
`},
		{"a subquery that depends on its row",
			`SELECT 专业名称, (SELECT count(*) FROM 表1 b WHERE b.录取数 > a.录取数) AS 前 FROM 表1 a WHERE 录取数 = 170`, `
专业名称 | 前
软件技术 | 1* @ 11
`},
		{"numbers read out of a text are not computed",
			`SELECT quantity(奖项, '项') AS 奖, match(奖项, '二等奖 (\d+)', 1) AS 二 FROM 表1 WHERE NOT _total`, `
奖/项 | 二
2 项 | 1 @ 10
550 项 | · @ 11
2 项 | · @ 12
`},
		{"a list in a cell",
			`SELECT s.position, s.value FROM 表1 t, split(t.奖项, '，') s WHERE t.录取数 = 100`, `
position | value
1 | 一等奖 2 项 @ 10
2 | 二等奖 1 项 @ 10
`},
		{"blanks and empty parts of a list",
			`SELECT s.position, '<' || s.value || '>' AS v FROM split('甲 、, 乙 ,,', ',') s`, `
position | v
1 | <甲 、> @
2 | <乙> @
`},
		{"a window function",
			`SELECT 专业名称, sum(录取数) OVER (ORDER BY _line) AS 累计 FROM 表1 WHERE 录取数 < 150`, `
专业名称 | 累计
数控技术 | 100* @ 10
会计 | 130* @ 12
`},
		{"recursion",
			`WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 3) SELECT count(*) AS c FROM n`, `
c
3* @
`},
		{"another report, and its title",
			`SELECT a.录取数, b.录取数 AS 上年 FROM 招生情况 a JOIN "2022/表 1" b ON a.专业名称 = b.专业名称`, `
录取数 | 上年
100 | 110 @ 10 8
`},
		{"comments and odd quotes",
			"SELECT [专业名称] /* a, b FROM x */, `录取数` -- the end FROM\nFROM \"表 1\" WHERE 专业名称 = '会计' -- '", `
专业名称 | 录取数
会计 | 30 @ 12
`},
	}
	s := newStore(t, document(t, "2023", small), document(t, "2022", older))
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			frame, problems := s.Data(context.Background(), sqlData(tt.query))
			if got := "\n" + show(frame) + printed(problems); got != tt.want {
				t.Errorf("got%s\nwant%s", got, tt.want)
			}
		})
	}
}

// Each query is in a block, whose first line is the fifth of the file; the
// place is that of ‸ in it.
func TestSQLProblems(t *testing.T) {
	tests := []struct{ query, want string }{
		{`SELECT 录取数 FROM 表 ‸1`, `the SQL cannot be read at "1"
  hint: a name with a blank stands in double quotes: "表 1"`},
		{`SELECT ‸录取 FROM 表1`, `no column "录取" in 表 1 (report line 9); it has 专业名称, 录取数, 报到数, 报到率, 奖项, 捐赠
  hint: did you mean 录取数?`},
		{`SELECT ‸"专业" FROM 表1 WHERE 专业名称 = "会计"`, `no column "专业" in 表 1 (report line 9); it has 专业名称, 录取数, 报到数, 报到率, 奖项, 捐赠
  hint: did you mean 专业名称?`},
		{`SELECT 录取数 FROM ‸表11`, `no table "表11"
  hint: there is 表 1, 附表/表 1; ` + "`charts tables`" + ` lists them with their titles`},
		{`SELECT 1 FROM ‸招生`, `no table "招生"
  hint: did you mean 招生情况? ` + "`charts tables`" + ` lists them all
  see 2023.txt:7: 1.1/表 1：招生情况`},
		{`SELECT 录取数 FORM ‸表1`, `the SQL cannot be read at "表1"
  hint: did you mean FROM instead of FORM?`},
		{"SELECT 录取数\nFROM 表1\nWHERE ‸AND", `the SQL cannot be read at "AND"
  hint: something is missing between it and the WHERE before it`},
		{"SELECT 专业名称, 录取数,\n‸FROM 表1", `the SQL cannot be read at "FROM"
  hint: delete the comma before it`},
		{"SELECT (1)\nFROM (表1 a)‸) b", `the SQL cannot be read at ")"
  hint: something is missing before it, or no bracket is open`},
		{`SELECT ‸2023年 FROM "附表/表 1"`, `a name that begins with a digit stands in double quotes
  hint: write "2023年"`},
		{`SELECT (1‸`, `the SQL ends too early
  hint: something is missing at its end, or a bracket is not closed`},
		{`SELECT ‸专业名称，录取数 FROM 表1`, `no column "专业名称，录取数" in 表 1 (report line 9); it has 专业名称, 录取数, 报到数, 报到率, 奖项, 捐赠
  hint: SQL takes the signs of the English keyboard: , ( ) = < > ' "`},
		{`SELECT ‸sume(录取数) FROM 表1`, `no function "sume"
  hint: did you mean sum?`},
		{`SELECT ‸share(录取数) FROM 表1`, `the function "share" has the wrong number of arguments`},
		{`SELECT 专业名称, sum(录取数) FROM 表1 WHERE ‸sum(录取数) > 1`, `the function "sum" cannot stand here
  hint: conditions on groups belong into HAVING`},
		{`SELECT ‸录取数 FROM 表1 a, 表1 b`, `more than one relation has a column "录取数"
  hint: write relation.column`},
		{`SELECT a.录取数 FROM 表1 a, 表1 b WHERE ‸录取数 > 1`, `more than one relation has a column "录取数"
  hint: write relation.column`},
		{`SELECT 录取数 AS 指标 FROM 表1 UNION ALL SELECT 录取数 FROM 表1 WHERE ‸指标 = 1`, `no column "指标" in 表 1 (report line 9); it has 专业名称, 录取数, 报到数, 报到率, 奖项, 捐赠
  hint: a text is written in single quotes: '指标'`},
		{`SELECT a.录取数, ‸b.录取数 FROM 表1 a`, `no column "b.录取数" in 表 1 (report line 9); it has 专业名称, 录取数, 报到数, 报到率, 奖项, 捐赠
  hint: no table of the query is called b`},
		{`‸SELECT 1, 2 UNION ALL SELECT 1`, `the SELECTs have different numbers of columns`},
		{`‸SELECT 1 FROM 表1 WHERE 录取数 > 1000`, `the SQL gives no rows
  hint: loosen its conditions`},
		{`SELECT 1 AS y, ‸share('a', 'b') AS x`, `the SQL cannot be run: share: a of b is not a share of numbers`},
		{`SELECT 1 + ‸random() AS x`, `the SQL may only read the relations of the figure; it may not use the function random`},
		{`‸DELETE FROM 表1`, `the SQL may only read: it must begin with SELECT or WITH, not DELETE`},
		{`SELECT 1; ‸SELECT 2`, `the SQL holds more than one statement
  hint: delete what stands after the ;`},
	}
	s := newStore(t, document(t, "2023", small))
	for _, tt := range tests {
		before, _, found := strings.Cut(tt.query, "‸")
		place := "f.yaml:4:8: "
		if found {
			last := before[strings.LastIndex(before, "\n")+1:]
			place = fmt.Sprintf("f.yaml:%d:%d: ", 5+strings.Count(before, "\n"), 5+utf8.RuneCountInString(last))
		}
		block := strings.ReplaceAll("\n"+strings.ReplaceAll(tt.query, "‸", ""), "\n", "\n    ")
		f := figure(t, "chart: table\ndata:\n  sql: |"+block+"\ncolumns: x\n")
		_, problems := s.Data(context.Background(), &f.Data)
		if got, want := printed(problems), place+tt.want+"\n"; got != want {
			t.Errorf("%s\ngot\n%s\nwant\n%s", tt.query, got, want)
		}
	}
}

func TestTokens(t *testing.T) {
	tests := []struct{ sql, want string }{
		{`SELECT a.b, "c d" FROM [e]`, "SELECT|a|.|b|,|c d|FROM|e"},
		{`'it''s' || 1.5 -- x`, "'it''s'||||1.5"},
		{`/* a */ 表6`, "表6"},
		{`"a""b"`, `a"b`},
	}
	for _, tt := range tests {
		var got []string
		for _, tok := range tokens(tt.sql) {
			got = append(got, tok.text)
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("tokens(%s) = %s; want %s", tt.sql, s, tt.want)
		}
	}
}

func TestStoreIsSafeForConcurrentUse(t *testing.T) {
	s := newStore(t, document(t, "2023", small))
	f := figure(t, "chart: bar\ndata: {table: 表 1, where: 录取数 > 90}\ncategory: 专业名称\nvalue: 录取数\nsort: -录取数\n")
	want, _ := s.Figure(context.Background(), f)
	results := make(chan string)
	for range 8 {
		go func() {
			frame, problems := s.Figure(context.Background(), f)
			frame.Rows[0].Cells[1].Num = -1 // the caller's own
			frame.Rows[0].Cells[1] = want.Rows[0].Cells[1]
			results <- show(frame) + printed(problems)
		}()
	}
	for range 8 {
		if got := <-results; got != show(want) {
			t.Errorf("got %s; want %s", got, show(want))
		}
	}
}

func FuzzTokensCoverTheQueryInOrder(f *testing.F) {
	for _, s := range escapes {
		if len(s) < 500 {
			f.Add(s)
		}
	}
	f.Fuzz(func(t *testing.T, sql string) {
		last := 0
		for _, tok := range tokens(sql) {
			if tok.from < last || tok.to <= tok.from || tok.to > len(sql) {
				t.Fatalf("%q: token %+v after %d", sql, tok, last)
			}
			last = tok.to
		}
		if st := parse(sql); st.traced(func(string) bool { return true }) == sql && st.whole {
			t.Fatalf("%q is traced by itself", sql)
		}
	})
}

func FuzzQueriesGiveRowsOrAPlace(f *testing.F) {
	for _, s := range []string{"SELECT * FROM 表1", "SELECT 专业名称, sum(录取数) FROM 表1 GROUP BY 1 UNION ALL SELECT 1, 2", "WITH a AS (SELECT 1) SELECT * FROM a"} {
		f.Add(s)
	}
	s := newStore(f, document(f, "2023", small))
	f.Fuzz(func(t *testing.T, sql string) {
		frame, problems := s.Data(context.Background(), sqlData(sql))
		if problems.HasErrors() == (len(frame.Rows) > 0) {
			t.Fatalf("%q: %d rows, %s", sql, len(frame.Rows), printed(problems))
		}
		for _, p := range problems {
			if p.Pos.Line != 4 || p.Text.String() == "" {
				t.Fatalf("%q: %+v", sql, p)
			}
		}
		if !slices.IsSortedFunc(frame.Rows, func(a, b Row) int { return len(a.Cells) - len(b.Cells) }) {
			t.Fatalf("%q: rows of different widths", sql)
		}
	})
}
