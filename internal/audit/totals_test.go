package audit_test

import (
	"strings"
	"testing"

	"charts/internal/audit"
)

// The totals of a long table are added up to the last one; of one whose totals stand for
// too many rows together, it is said.
func TestTotalsOfLongTables(t *testing.T) {
	head := "一、人数\n\n表 1 人数\n\n类别\t人数\n"
	const groups, rows = 2000, 1500
	for _, tt := range []struct{ name, table, want string }{
		{"all hold", strings.Repeat("甲\t3\n小计\t3\n", groups), ""},
		{"the last is wrong", strings.Repeat("甲\t3\n小计\t3\n", groups) + "甲\t3\n小计\t4\n", "its rows (line 4006) add up to 3"},
		{"totals of all rows", strings.Repeat("甲\t3\n", rows) + strings.Repeat("合计\t4500\n", rows), "the totals of 一/表 1 stand for too many rows together"},
	} {
		found := audit.Run(parse(t, "", "r.txt", head+tt.table))
		if got := findings(found); len(found) > 1 || (tt.want == "") != (got == "") || !strings.Contains(got, tt.want) {
			t.Errorf("%s: %.300s", tt.name, got)
		}
	}
}
