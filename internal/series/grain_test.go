package series

import (
	"context"
	"strings"
	"testing"
)

const harbours = `1 概况

表 1 港口

港	海	吞吐（吨）	泊位（个）
北港	东海	310	4
南港	东海	95	
西港	渤海	40	2

表 2 航线

港	航线	班（班）
北港	甲线	7
北港	乙线	5
西港	丙线	3
`

// What one row of an answer stands for is one row of a table, or a group of rows
// each of which counts once.
func TestGrain(t *testing.T) {
	const joined = " FROM 表1 a JOIN 表2 b ON b.港 = a.港"
	for _, tt := range []struct{ query, want string }{
		{`SELECT a.港, sum(a.吞吐) AS n` + joined + ` GROUP BY a.港`, "the join repeats the row of 北港, so that its value counts more than once"},
		{`SELECT avg(吞吐) AS n` + joined, "the join repeats the row of 北港"},
		{`SELECT sum(DISTINCT a.吞吐) AS n` + joined, "350 吨*"},
		{`SELECT a.港, sum(b.班) AS n` + joined + ` GROUP BY a.港`, "北港 | 12 班*"},
		{`SELECT max(a.吞吐) AS n` + joined, "310"},
		{`SELECT count(*) AS n` + joined, "3*"},
		{`SELECT a.港, a.吞吐` + joined, "the join repeats the row of 北港; join on columns"},
		{`SELECT a.港, b.航线, a.吞吐` + joined, "北港 | 乙线 | 310 吨"},
		{`SELECT DISTINCT a.港, a.吞吐` + joined, "西港 | 40 吨"},
		{`SELECT a.港, a.吞吐 FROM 表1 a JOIN 表1 b ON a.海 = b.海`, "the join repeats the row of 北港"},
		{`SELECT a.海, sum(b.吞吐) AS n FROM 表1 a JOIN 表1 b ON a.海 = b.海 GROUP BY a.海`, "the join repeats the row of"},
		{`SELECT sum(CASE WHEN 吞吐 > 50 THEN 1 ELSE 0 END) AS n FROM 表1`, "2*"},
		{`SELECT sum(CASE WHEN 泊位 > 1 THEN 吞吐 ELSE 0 END) AS n FROM 表1`, "350 吨*"},
		{`SELECT 港, rank() OVER (ORDER BY 吞吐 DESC) AS n FROM 表1`, "南港 | 2*"},
		{`SELECT a.港, sum(b.吞吐) AS n FROM 表1 a JOIN 表1 b ON b.吞吐 >= a.吞吐 GROUP BY a.港`, "南港 | 405 吨*"},
		{`SELECT 海, 吞吐 FROM 表1 GROUP BY 海`, "吞吐 is that of one row of its group, and the rows differ"},
		{`SELECT 海, 港, max(吞吐) AS n FROM 表1 GROUP BY 海`, "东海 | 北港 | 310"},
		{`SELECT 海, sum(吞吐) AS n FROM 表1 GROUP BY 海`, "东海 | 405 吨*"},
		{`SELECT 港, 海, sum(吞吐) AS n FROM 表1 GROUP BY 港`, "南港 | 东海 | 95 吨*"},
		{`SELECT 海, sum(泊位) AS n FROM 表1 GROUP BY 海`, "东海 | 4 个*"},
	} {
		s := newStore(t, document(t, "2023", harbours))
		frame, problems := s.Data(context.Background(), sqlData(tt.query))
		if got := show(frame) + printed(problems); !strings.Contains(got, tt.want) {
			t.Errorf("%s: %s; want %s", tt.query, got, tt.want)
		}
	}
}

// A sum names the rows that have nothing to add.
func TestSumNamesWhatItLacks(t *testing.T) {
	for query, want := range map[string]string{
		`SELECT sum(泊位) AS n FROM 表1`: "南港", `SELECT sum(泊位) AS n FROM 表1 WHERE 泊位 IS NOT NULL`: "",
		`SELECT max(泊位) AS n FROM 表1`: "", `SELECT count(泊位) AS n FROM 表1`: "", `SELECT avg(泊位) AS n FROM 表1`: "南港",
		`SELECT sum(泊位) AS n FROM 表1 WHERE 港 = '南港'`: "",
	} {
		s := newStore(t, document(t, "2023", harbours))
		frame, _ := s.Data(context.Background(), sqlData(query))
		if got := strings.Join(frame.Rows[0].Lacks, "、"); got != want {
			t.Errorf("%s lacks %q; want %q", query, got, want)
		}
	}
}
