package notation

import (
	"slices"
	"strings"
	"testing"
)

// Names that are all times of one form lie on one scale.
func TestTimes(t *testing.T) {
	tests := []struct {
		names string // parted by commas
		want  []int  // nil: no times
	}{
		{"2019,2021", []int{2019, 2021}},
		{"2019 年,2020年", []int{2019, 2020}}, // blanks are no form
		{"2019年,2020", nil},
		{"FY2019,FY 2020", []int{2019, 2020}},
		{"FY2019,FY2021", []int{2019, 2021}},
		{"2019-20,2020-21", []int{2019, 2020}},
		{"2019—2020学年,2020—2021学年", []int{2019, 2020}},
		{"1998-99,1999-00", []int{1998, 1999}},
		{"1998—1999学年,1999—2000学年", []int{1998, 1999}},
		{"2019-03,2019-04", []int{12*2019 + 2, 12*2019 + 3}},
		{"2019-13", nil},
		{"12/2019,1/2020", []int{12*2019 + 11, 12 * 2020}},
		{"2019年3月,2019年12月", []int{12*2019 + 2, 12*2019 + 11}},
		{"Jan 2020,September 2020", []int{12 * 2020, 12*2020 + 8}},
		{"2020Q1,2020Q4", []int{4 * 2020, 4*2020 + 3}},
		{"2020年第一季度,2020年第四季度", []int{4 * 2020, 4*2020 + 3}},
		{"Q2 2020,Q1 2021", []int{4*2020 + 1, 4 * 2021}},
		{"Spring 2020,Fall 2020", []int{4 * 2020, 4*2020 + 2}},
		{"2020年春季,2020年秋季", []int{4 * 2020, 4*2020 + 2}},
		{"2020春,2021秋", []int{4 * 2020, 4*2021 + 2}},
		{"1970-01-01,1970-03-01,1972-02-29", []int{0, 59, 789}},
		{"1970/1/2,1970/1/12", []int{1, 11}},
		{"1970年1月2日,1970年10月1日", []int{1, 273}},
		{"2021-02-29", nil}, // no such day
		{"2021-00-10", nil},
		{"护理学", nil},
		{"", nil},
	}
	for _, tt := range tests {
		got, ok := Times(strings.Split(tt.names, ","))
		if ok != (tt.want != nil) || !slices.Equal(got, tt.want) {
			t.Errorf("Times(%s) = %v, %v; want %v", tt.names, got, ok, tt.want)
		}
	}
}

// A time beside another one says what differs.
func TestShortTime(t *testing.T) {
	tests := []struct{ before, name, want string }{
		{"2014年", "2015年", "15"},
		{"1999年", "2000年", "2000年"},
		{"2014", "2015", "2015"},
		{"2020级", "2021级", "21"},
		{"2023年4月", "2023\u2009年\u20095\u2009月", "5月"},
		{"2023年12月", "2024年1月", "2024年1月"},
		{"2023-01", "2023-02", "02"},
		{"2019-12", "2020-01", "2020-01"},
		{"2023-01-31", "2023-02-01", "02-01"},
		{"2012-13", "2013-14", "13-14"},
		{"2012/13", "2013/14", "13/14"},
		{"1998-99", "1999-00", "99-00"},
		{"FY2018", "FY2019", "FY19"},
		{"Q1 2023", "Q2 2023", "Q2"},
		{"Jan 2023", "Feb 2023", "Feb"},
		{"Fall 2022", "Fall 2023", "Fall 2023"},
		{"2023年第一季度", "2023年第2季度", "第2季度"},
		{"护理学", "药学", "药学"},
	}
	for _, tt := range tests {
		if got := ShortTime(unspaced(tt.name), unspaced(tt.before)); got != tt.want {
			t.Errorf("ShortTime(%s, %s) = %q; want %q", tt.name, tt.before, got, tt.want)
		}
	}
}

func TestNoNamesAreNoTimes(t *testing.T) {
	if at, ok := Times(nil); ok {
		t.Errorf("nothing is the times %v", at)
	}
}
