package audit

import (
	"slices"
	"strings"
	"testing"
)

// Each set of words parts a whole in any order, also behind other words; one that is not
// complete does so in part.
func TestPartitions(t *testing.T) {
	for _, tt := range []struct {
		sets     string
		complete bool
	}{
		{`男 女|省内 省外|市内 市外|校内 校外|国内 国外|境内 境外|本省 外省|本市 外市|本地 外地|城镇 农村|公办 民办|线上 线下|应届 往届|必修 选修|专职 兼职|
			发明 实用新型 外观设计|第一产业 第二产业 第三产业|第一季度 第二季度 第三季度 第四季度|上半年 下半年|文科 其他`, true},
		{`文科 理科|特等奖 一等奖|一等奖 三等奖 优秀奖|金奖 银奖 铜奖 优胜奖|金牌 银牌 铜牌|教授 副教授|副教授 教授 讲师 助教|正高级 副高级 中级 初级|高级 中级 初级|
			博士 硕士 学士|本科 专科|大专 中专|一年级 二年级 三年级 四年级|大一 大二 大三 大四|国家级 省级 校级|国家级 市级 校级|国家级 省级 市级|国家级 省级|国家级 市级`, false},
	} {
		for _, set := range strings.Split(tt.sets, "|") {
			names := strings.Fields(set)
			for i := range names {
				names[i] += "人数"
			}
			for range 2 {
				if p, ok := partitionOf(names); !ok || p.complete != tt.complete {
					t.Errorf("%v: %+v, %v", names, p, ok)
				}
				slices.Reverse(names)
			}
		}
	}
	for _, set := range []string{"男", "男 男", "男 省外", "男 女 老师", "第一产业 第三产业", "校级"} {
		if p, ok := partitionOf(strings.Fields(set)); ok {
			t.Errorf("%s are a partition: %+v", set, p)
		}
	}
}
