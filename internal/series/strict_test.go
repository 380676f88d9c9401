package series

import (
	"context"
	"strings"
	"testing"
)

const lamps = `1 概况

表 1 灯

楼	灯（盏）	旧名	箱（个）
东楼	31	甲 3	4
西楼	27	乙 5	6
南楼	待核	丙 7	8
北楼	35	丁 9	1
`

func TestSQLComputesWithNumbersOnly(t *testing.T) {
	const refused = `computes with "待核", which is no number: 灯 of 南楼 in 表 1; the column otherwise holds numbers`
	tests := []struct{ query, want string }{
		{`SELECT avg(灯) AS n FROM 表1`, refused},
		{`SELECT sum(灯) AS n FROM 表1`, refused},
		{`SELECT max(灯) AS n FROM 表1`, refused},
		{`SELECT min(t.灯) AS n FROM 表1 t`, refused},
		{`SELECT 楼, 灯 * 2 AS n FROM 表1`, refused},
		{`SELECT 楼, -灯 AS n FROM 表1`, refused},
		{`SELECT 楼, round(灯) AS n FROM 表1`, refused},
		{`SELECT 楼, CAST(灯 AS INTEGER) AS n FROM 表1`, refused},
		{`SELECT count(*) AS n FROM 表1 WHERE 灯 > 30`, refused},
		{`SELECT count(*) AS n FROM 表1 WHERE 30 <= 灯`, refused},
		{`SELECT count(*) AS n FROM 表1 WHERE 灯 BETWEEN 1 AND 30`, refused},
		{`WITH x AS (SELECT 楼, 灯 AS 数 FROM 表1) SELECT sum(数 + 1) AS n FROM x`, refused},
		{`SELECT 楼, share(灯, 93) AS n FROM 表1`, `share: 待核 of 93 is not a share of numbers`},
		{`SELECT sum(楼 || 'x') AS n FROM 表1`, `computes with "东楼x", which is no number`},
		{`SELECT sum(旧名) AS n FROM 表1`, `computes with "甲 3", which is no number: 旧名 of 东楼 in 表 1`},
		{`SELECT 楼, 旧名 + 1 AS n FROM 表1`, `computes with "甲 3"`},
		{`SELECT 楼, CAST(旧名 AS INTEGER) AS n FROM 表1`, `computes with "甲 3"`},
		{`SELECT avg(灯) AS n FROM 表1 WHERE 楼 <> '南楼'`, "31 盏*"},
		{`SELECT avg(灯) AS n FROM 表1 WHERE 灯 <> '待核'`, "31 盏*"},
		{`SELECT sum(CASE WHEN 灯 = '待核' THEN 2 ELSE 灯 END) AS n FROM 表1`, "95 盏*"},
		{`SELECT count(*) AS n FROM 表1 WHERE 灯 > 30 AND 楼 <> '南楼'`, "2*"},
		{`SELECT count(*) AS n FROM 表1 WHERE 灯 > (SELECT avg(箱) FROM 表1)`, refused},
		{`SELECT 楼 FROM 表1 WHERE 灯 <> 31 AND 箱 < 5`, "北楼"},
		{`SELECT sum(箱) AS n FROM 表1`, "19 个*"},
		{`SELECT max(旧名) AS n FROM 表1`, "甲 3"},
		{`SELECT count(灯) AS n FROM 表1`, "4*"},
		{`SELECT quantity(灯, '盏') AS n FROM 表1 WHERE 楼 = '东楼'`, "quantity: \"盏\" is not a unit"},
		{`SELECT quantity(箱, '个') AS n FROM 表1 WHERE 楼 = '东楼'`, "4 个"},
		{`SELECT quantity(旧名, '个') AS n FROM 表1 WHERE 楼 = '东楼'`, "·"},
		{`SELECT sum(灯) OVER (ORDER BY _line) AS n FROM 表1 WHERE 箱 < 5`, "31 盏*"},
	}
	s := newStore(t, document(t, "2023", lamps))
	for _, tt := range tests {
		frame, problems := s.Data(context.Background(), sqlData(tt.query))
		got := printed(problems)
		if got == "" {
			got = show(frame)
		}
		if !strings.Contains(got, tt.want) {
			t.Errorf("%s\ngot %s\nwant %s", tt.query, got, tt.want)
		}
	}
}

func TestSumsAreExact(t *testing.T) {
	s := newStore(t, document(t, "2023", "表 1 账\n\n项\t额\n甲\t12345678901.23\n乙\t0.11\n丙\t0.1\n丁\t0.2\n"))
	for query, want := range map[string]string{
		`SELECT sum(额) AS n FROM 表1`:                          "1.234567890164e+10*",
		`SELECT sum(额) AS n FROM 表1 WHERE 项 IN ('丙', '丁')`:    "0.3*",
		`SELECT avg(额) AS n FROM 表1 WHERE 项 IN ('乙', '丙')`:    "0.105*",
		`SELECT sum(额) AS n FROM 表1 WHERE 项 = '戊'`:            "·",
		`SELECT total(额) AS n FROM 表1 WHERE 项 = '戊'`:          "·",
		`SELECT 额 - 0.11 AS n FROM 表1 WHERE 项 = '甲'`:          "1.234567890112e+10*",
		`SELECT sum(额 * 1e9) AS n FROM 表1 WHERE 项 = '甲'`:      "more digits than are kept exactly",
		`SELECT sum(x) AS n FROM (SELECT 1 AS x WHERE 1 = 2)`: "·",
	} {
		frame, problems := s.Data(context.Background(), sqlData(query))
		if got := show(frame) + printed(problems); !strings.Contains(got, want) {
			t.Errorf("%s\ngot %s\nwant %s", query, got, want)
		}
	}
}

func TestWhatWasNotReadIsNamed(t *testing.T) {
	s := newStore(t, document(t, "2023", "表 1 灯\n\n楼\t灯\t箱\n东楼\t=B2+C2\t4\n西楼\t#DIV/0!\t5\n"))
	tests := []struct{ lines, want string }{
		{"chart: bar\ndata: {table: 表 1}\ncategory: 楼\nvalue: 灯\n",
			"f.yaml:5:8: column \"灯\" has cells whose value the file does not hold: 东楼 (=B2+C2), 西楼 (#DIV/0!)"},
		{"chart: bar\ndata: {table: 表 1}\ncategory: 楼\nvalue: 箱\n", ""},
		{"chart: kpi\ndata: {sql: 'SELECT sum(灯) AS n FROM 表1'}\nvalue: n\n", `computes with "=B2+C2"`},
	}
	for _, tt := range tests {
		_, problems := s.Figure(t.Context(), figure(t, tt.lines))
		if got := printed(problems); !strings.Contains(got, tt.want) || tt.want == "" && got != "" {
			t.Errorf("%s\ngot %s\nwant %s", tt.lines, got, tt.want)
		}
	}
}
