package notation

import "testing"

// The days of a week, the months and the parts of a year stand in their order, equally
// far apart.
func TestTimeStepsAreEven(t *testing.T) {
	for _, names := range [][]string{
		{"周一", "周二", "周三", "周四", "周五", "周六", "周日"},
		{"星期五", "星期六", "星期天"},
		{"1月", "二月", "3月份"}, {"十月", "十一月", "十二月"},
		{"第一季度", "第二季度", "第三季度", "第四季度"}, {"Q1", "Q2", "Q3"},
		{"上半年", "下半年"}, {"第一学期", "第2学期"},
		{"Jan", "February", "Mar."}, {"2022", "2023", "2024"},
		{"2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06", "2024-07", "2024-08", "2024-09", "2024-10", "2024-11", "2024-12"},
		{"2024/8", "2024/9", "2024/10"}, {"2024.9", "2024.10", "2024.11"}, {"2024年9月", "2024年10月份"},
		{"2024-10-09", "2024-10-10", "2024-10-11"}, {"2024年1月9日", "2024年1月10日"}, {"2024.11.1", "2024.11.2"},
	} {
		first, _ := Time(names[0])
		second, _ := Time(names[1])
		for i, name := range names {
			if at, ok := Time(name); !ok || at-first != i*(second-first) || second <= first {
				t.Errorf("%s of %s stands at %d, behind %d and %d", name, names, at, first, second)
			}
		}
	}
}
