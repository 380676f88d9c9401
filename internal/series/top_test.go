package series

import (
	"context"
	"strings"
	"testing"
)

const folded = `表 1：各系情况

系名	学生	考核分占比 (%)	毕业率 (%)	生均用书	约数	缺数
机电	310	40.0%	97.0%	31	约 60	5
护理	205	35.0%	95.5%	28	40	8
学前	120	15.0%	88.0%	40	约 25	——
商贸	80	10.0%	91.5%	22	15	9

附表

表 1：计分卡

序号	指标	单位	2023年
1	到款额	万元	856.20
`

// The rest of a figure is a sum, where there is one.
func TestRest(t *testing.T) {
	tests := []struct{ column, want string }{
		{"学生", "\n系名 | 学生\n机电 | 310 @ 4\n其他 | 405* @ 5 6 7\n"},
		{"考核分占比", "\n系名 | 考核分占比/%\n机电 | 40.0 % @ 4\n其他 | 60.0 %* @ 5 6 7\n"},
		{"约数", "\n系名 | 约数\n机电 | 60约 @ 4\n其他 | 80约* @ 5 6 7\n"},
		{"缺数", "\n系名 | 缺数\n机电 | 5 @ 4\n其他 | · @ 5 6 7\n" +
			"f.yaml:6:20: warning: the value of \"其他\" is not known: 学前, which is folded into it, has none\n  hint: leave out the rows without a value with where\n"},
		{"毕业率", "\n\n" + `f.yaml:6:20: 毕业率 cannot be folded into "其他": rates have no sum
  hint: leave other out, which drops the rest, or compute the value of the rest with sql
`},
		{"生均用书", "\n\n" + `f.yaml:6:20: 生均用书 cannot be folded into "其他": averages have no sum
  hint: leave other out, which drops the rest, or compute the value of the rest with sql
`},
	}
	s := newStore(t, document(t, "2023", folded))
	for _, tt := range tests {
		f := figure(t, "chart: bar\ndata: {table: 表 1}\ncategory: 系名\nvalue: "+tt.column+"\ntop: {n: 1, other: 其他}")
		data, problems := s.Figure(context.Background(), f)
		if got := "\n" + show(data) + printed(problems); got != tt.want {
			t.Errorf("%s: got%s\nwant%s", tt.column, got, tt.want)
		}
	}
}

// Nothing is left over where there are no more rows than are asked for.
func TestTopOfAllRows(t *testing.T) {
	s := newStore(t, document(t, "2023", folded))
	for _, tt := range []struct {
		top  string
		rows int
	}{
		{"{n: 3, other: 其他}", 4}, {"{n: 4, other: 其他}", 4}, {"{n: 5, other: 其他}", 4}, {"{n: 3}", 3}, {"{n: 4}", 4},
	} {
		data, problems := s.Figure(context.Background(), figure(t, "chart: bar\ndata: {table: 表 1}\ncategory: 系名\nvalue: 学生\ntop: "+tt.top))
		last := data.Rows[len(data.Rows)-1]
		if len(data.Rows) != tt.rows || last.Computed != (tt.top == "{n: 3, other: 其他}") || len(problems) > 0 {
			t.Errorf("top: %s gives %d rows, the last %v, %v; want %d", tt.top, len(data.Rows), last.Cells, problems, tt.rows)
		}
	}
}

func TestSum(t *testing.T) {
	n := func(v float64, decimals int) Value {
		return Value{Kind: Number, Num: v, Decimals: decimals, Unit: "元"}
	}
	for _, tt := range []struct {
		name     string
		values   []Value
		want     float64
		decimals int
		known    bool
	}{
		{"none", nil, 0, -1, false},
		{"one", []Value{n(0.1, 1)}, 0.1, 1, true},
		{"exact", []Value{n(0.1, 1), n(0.2, 1)}, 0.3, 1, true},
		{"gains and losses", []Value{n(5, 0), n(-8.25, 2)}, -3.25, 2, true},
		{"the last with fewer decimals", []Value{n(8.25, 2), n(5, 0)}, 13.25, 2, true},
		{"the last counts", []Value{n(1, 0), n(2, 0), n(4, 0)}, 7, 0, true},
		{"a part that is missing", []Value{n(1, 0), {Kind: Missing}}, 0, 0, false},
		{"a text", []Value{{Kind: Text, Text: "待查"}, n(1, 0)}, 0, 0, false},
	} {
		got := Sum(tt.values)
		if known := got.Kind == Number; known != tt.known || known && (got.Num != tt.want || got.Decimals != tt.decimals) || !got.Computed {
			t.Errorf("%s: %+v, want %v with %d decimals", tt.name, got, tt.want, tt.decimals)
		}
	}
}

// Parts of a whole make it but for what rounding takes.
func TestIsWhole(t *testing.T) {
	for _, tt := range []struct {
		unit  string
		parts []float64
		want  bool
	}{
		{"%", []float64{60, 39.2}, true}, {"%", []float64{60, 40.9}, true}, {"%", []float64{60, 38.5}, false}, {"%", []float64{60, 41.5}, false},
		{"‰", []float64{600, 392}, true}, {"‰", []float64{600, 385}, false}, {"", []float64{0.6, 0.395}, true}, {"", []float64{0.6, 0.385}, false},
		{"", []float64{60, 39.5}, true}, {"人", []float64{0.6, 0.4}, false}, {"%", nil, false},
	} {
		var values []Value
		for _, p := range tt.parts {
			values = append(values, Value{Kind: Number, Num: p, Unit: tt.unit})
		}
		if got := IsWhole(values); got != tt.want {
			t.Errorf("%v %s: %v", tt.parts, tt.unit, got)
		}
	}
}

// A sum is that of the decimals, whatever the binary numbers in between.
func TestSumIsExact(t *testing.T) {
	for _, tt := range []struct {
		parts []float64
		want  float64
	}{
		{[]float64{0.1, 0.2}, 0.3}, {[]float64{900000000000000, 0.3, -900000000000000}, 0.3}, {[]float64{1.005, 1.005, 1.005}, 3.015}, {[]float64{12345678901234, 0.5}, 12345678901234.5},
	} {
		var values []Value
		for _, p := range tt.parts {
			values = append(values, Value{Kind: Number, Num: p})
		}
		if got := Sum(values); got.Num != tt.want {
			t.Errorf("the sum of %v is %v", tt.parts, got.Num)
		}
	}
}

// A sum has the word of its parts, and 约 where they have several.
func TestWordOfASum(t *testing.T) {
	for _, tt := range []struct{ parts, want string }{
		{"a b", ""}, {"a 近", "近"}, {"近 a 近", "近"}, {"近 余", "约"}, {"约 近", "约"}, {"余 a 近", "约"},
	} {
		var values []Value
		for _, word := range strings.Fields(tt.parts) {
			values = append(values, Value{Kind: Number, Num: 1, Qualifier: strings.Trim(word, "ab")})
		}
		if got := Sum(values).Qualifier; got != tt.want {
			t.Errorf("the sum of %s has the word %q, want %q", tt.parts, got, tt.want)
		}
	}
}

// Where the first rows end between equal ones, the order of the report decides who
// stays: that is told.
func TestTopBetweenEqualRows(t *testing.T) {
	const equal = "表 1：得分\n\n队	分	注\n甲	9	x\n乙	7	y\n丙	7	y\n丁	7	z\n戊	3	z\n己	——	z\n庚	——	z\n"
	tests := []struct{ lines, want string }{
		{"sort: -分\ntop: 1", ""},
		{"sort: -分\ntop: 2", "f.yaml:7:6: warning: top: 2 ends between equal rows: 分 of 乙 and of 丙 is 7\n  hint: write 1 or 4\n"},
		{"sort: -分\ntop: {n: 3}", "f.yaml:7:10: warning: top: 3 ends between equal rows: 分 of 丙 and of 丁 is 7\n  hint: write 1 or 4\n"},
		{"sort: -分\ntop: 4", ""},
		{"sort: 分\ntop: 2", "f.yaml:7:6: warning: top: 2 ends between equal rows: 分 of 乙 and of 丙 is 7\n  hint: write 1 or 4\n"},
		{"sort: -分\ntop: 6", ""},
		{"sort: -分\ntop: 7", ""},
		{"sort: 注\ntop: 2", ""},
		{"top: 2", ""},
	}
	s := newStore(t, document(t, "2023", equal))
	for _, tt := range tests {
		_, problems := s.Figure(context.Background(), figure(t, "chart: bar\ndata: {table: 表 1}\ncategory: 队\nvalue: 分\n"+tt.lines))
		if got := printed(problems); got != tt.want {
			t.Errorf("%s: got %q; want %q", tt.lines, got, tt.want)
		}
	}
	for _, where := range []string{"分 < 9", "分 = 7"} { // the last of equal rows may be the last of all
		lines := "chart: bar\ndata: {table: 表 1, where: " + where + "}\ncategory: 队\nvalue: 分\nsort: -分\ntop: 1"
		if _, problems := s.Figure(context.Background(), figure(t, lines)); printed(problems) != "f.yaml:7:6: warning: top: 1 ends between equal rows: 分 of 乙 and of 丙 is 7\n  hint: write 3\n" {
			t.Errorf("%s: got %q", where, printed(problems))
		}
	}
}
