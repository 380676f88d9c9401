package series

import "testing"

func TestColumnByItsHeader(t *testing.T) {
	f := Frame{Columns: []Column{{Name: "金额", Unit: "万元"}, {Name: "Amount", Unit: "$ thousand"}, {Name: "生师比", Unit: ":"}, {Name: "户数（甲）"}, {Name: "Staff"}}}
	tests := []struct {
		name string
		want int
	}{
		{"金额", 0},
		{"金额（万元）", 0},
		{"金额 (万元)", 0},
		{"金额（元）", -1}, // another unit
		{"Amount", 1},
		{"Amount ($ thousands)", 1},
		{"Amount ($000)", 1},
		{"Amount ($ million)", -1},
		{"生师比（:1）", 2},
		{"户数（甲）", 3},
		{"户数（乙）", -1},
		{"Staff (FTE)", -1},
		{"", -1},
	}
	for _, tt := range tests {
		if got := f.column(tt.name); got != tt.want {
			t.Errorf("%q is column %d; want %d", tt.name, got, tt.want)
		}
	}
}
