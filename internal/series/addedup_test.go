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

表 3 进货

货	数量	单位	单价（元）	合格率	占比（%）
米	3	千克	5	50%	60
面	4	吨	4	0.5	40
平均	3.5		4.5	3%

表 4 月份

月	数（件）
10月	3
2月	4
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
		{`SELECT max(存量) AS n FROM 表1`, "合计 is a sum of other rows that it is compared with"},
		{`SELECT min(存量) AS n FROM 表1`, "27 吨"},
		{`SELECT max(存量) AS n FROM 表1 WHERE _total = 1`, "58 吨"},
		{`SELECT count(存量) AS n FROM 表1`, "合计 is a sum of other rows that are counted as well"},
		{`SELECT count(*) AS n FROM 表1 WHERE 存量 > 30`, "合计 is a sum of other rows that are counted as well"},
		{`SELECT count(*) AS n FROM 表1 WHERE _total = 0`, "2*"},
		{`SELECT count(*) AS n FROM 表4`, "2*"},
		{`SELECT 库, rank() OVER (ORDER BY 存量 DESC) AS n FROM 表1`, "合计 is a sum of other rows that are counted as well"},
		{`SELECT 库, rank() OVER (PARTITION BY _total ORDER BY 存量 DESC) AS n FROM 表1`, "东库 | 1*"},
		{`SELECT 库, 存量 * 100.0 / sum(存量) OVER () AS n FROM 表1`, "合计 is a sum of other rows"},
		{`SELECT 库, 存量 * 100.0 / sum(存量) OVER () AS n FROM 表1 WHERE _total = 0`, "东库 | 53.4482758621*"},
		{`SELECT 库, sum(存量) OVER (ORDER BY 存量) AS n FROM 表1`, "unless the query leaves rows out, 合计 is a sum of other rows"},
		{`SELECT sum(存量 * 约数) AS n FROM 表1`, "合计 is a sum of other rows"},
		{`SELECT sum(CASE WHEN 存量 > 3 THEN 存量 END) AS n FROM 表1`, "unless the query leaves rows out, 合计 is a sum of other rows"},
		{`SELECT sum(CASE WHEN _total = 0 THEN 存量 END) AS n FROM 表1`, "58 吨*"},
		{`SELECT sum(存量) FILTER (WHERE _total = 0) AS n FROM 表1`, "58 吨*"},
		{`SELECT 库, 存量 * 100.0 / (SELECT sum(存量) FROM 表1 WHERE _total = 0) AS n FROM 表1`, "合计 | 100*"},
		{`SELECT 库, 存量 + 混 AS n FROM 表1`, "存量 is in 吨 and 混 in 元: they have no sum and no difference"},
		{`SELECT 库, t.存量 - t.混 AS n FROM 表1 t`, "they have no sum and no difference"},
		{`SELECT 库, 存量 * 2 - 混 * 3 AS n FROM 表1`, "东库 | -58*"},
		{`SELECT sum(约数) AS n FROM 表1 WHERE _total = 0`, "85约 吨*"},
		{`SELECT sum("2023年") AS n FROM 表2`, "2023年 is in 吨 in the row of 用水, and in 千瓦时 in that of 用电"},
		{`SELECT sum(数量) AS n FROM 表3`, "数量 is in 千克 in the row of 米, and in 吨 in that of 面: it has no sum; convert them, as with quantity(数量, '千克')"},
		{`SELECT 2 * round(sum(x.数量 * 2)) AS n FROM 表3 x WHERE 货 <> '平均'`, "数量 is in 千克"},
		{`SELECT max(数量) AS n FROM 表3`, "none can be told to be the largest"},
		{`SELECT sum(quantity(数量 || 单位, '千克')) AS n FROM 表3 WHERE 货 <> '平均'`, "4003 千克*"},
		{`SELECT sum(quantity(x.数量, '吨')) AS n FROM 表3 x WHERE 货 <> '平均'`, "4.003 吨*"},
		{`SELECT 单位, sum(数量) AS n FROM 表3 GROUP BY 单位`, "千克 | 3*"},
		{`SELECT sum(单价) AS n FROM 表3 WHERE 货 <> '平均'`, "单价 cannot be added up: prices have no sum"},
		{`SELECT avg(单价) AS n FROM 表3 WHERE 货 <> '平均'`, "4.5 元*"},
		{`SELECT avg(单价) AS n FROM 表3`, "平均 is an average of other rows that are counted as well"},
		{`SELECT sum(占比) AS n FROM 表3`, "100 %*"},
		{`SELECT avg(合格率) AS n FROM 表3 WHERE 货 <> '平均'`, `computes with "0.5", which is no number: 合格率 of 面`},
		{`SELECT max(约数) AS n FROM 表1 WHERE _total = 0`, "60约 吨*"},
		{`SELECT 月 FROM 表4 WHERE 月 = '2月'`, "2 月"},
		{`SELECT 数 FROM 表4 WHERE 月 IN ('2月', '3月')`, "4 件"},
		{`SELECT 数 FROM 表4 t WHERE '10月' <= t.月`, "3 件"},
		{`SELECT 数 FROM 表4 t WHERE t.月 NOT IN ('2月')`, "3 件"},
		{`WITH x AS (SELECT * FROM 表1 WHERE _total = 0) SELECT sum(存量) AS n FROM x`, "58*"},
	} {
		s := newStore(t, document(t, "2023", stores))
		frame, problems := s.Data(context.Background(), sqlData(tt.query))
		if got := show(frame) + printed(problems); !strings.Contains(got, tt.want) {
			t.Errorf("%s: %s; want %s", tt.query, got, tt.want)
		}
	}
}
