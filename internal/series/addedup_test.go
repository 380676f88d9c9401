package series

import (
	"context"
	"strings"
	"testing"
)

const stores = `1 概况

表 1 库存

库	存量（吨）	约数（吨）	混（元）
东库	31	约 60	40
西库	27	25	2 万
合计	58	约 85	20040

表 2 计分卡

序号	指标	单位	2023年
1	用水	吨	120
2	用电	千瓦时	3400
`

// A sum in SQL says what it is of: no total twice, no two units, and 约 of what is
// about.
func TestSumsInSQL(t *testing.T) {
	for _, tt := range []struct{ query, want string }{
		{`SELECT sum(存量) AS n FROM 表1`, "合计 is a sum of other rows that are added up as well; leave it out with WHERE _total = 0"},
		{`SELECT avg(t.存量) AS n FROM 表1 t`, "合计 is a sum of other rows"},
		{`SELECT sum(存量) AS n FROM 表1 WHERE _total = 0`, "58 吨*"},
		{`SELECT sum(存量) AS n FROM 表1 WHERE _total = 1`, "58 吨*"},
		{`SELECT 库, sum(存量) AS n FROM 表1 GROUP BY 库`, "合计 | 58 吨*"},
		{`SELECT max(存量) AS n FROM 表1`, "58 吨"},
		{`SELECT count(存量) AS n FROM 表1`, "3*"},
		{`SELECT sum(约数) AS n FROM 表1 WHERE _total = 0`, "85约 吨*"},
		{`SELECT sum("2023年") AS n FROM 表2`, "2023年 is in 吨 in the row of 用水, and in 千瓦时 in that of 用电"},
	} {
		s := newStore(t, document(t, "2023", stores))
		frame, problems := s.Data(context.Background(), sqlData(tt.query))
		if got := show(frame) + printed(problems); !strings.Contains(got, tt.want) {
			t.Errorf("%s: %s; want %s", tt.query, got, tt.want)
		}
	}
}
