package quantity

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

func TestParse(t *testing.T) {
	tests := []struct {
		text, value, unit, qualifier string
		decimals                     int
	}{
		{"5.04 亿元", "5.04", "亿元", "", 2},
		{"1946.59 万元", "1946.59", "万元", "", 2},
		{"3,016", "3016", "", "", 0},
		{"2,268,400 volumes", "2268400", "volumes", "", 0},
		{"１２％", "12", "%", "", 0},
		{"97.25%", "97.25", "%", "", 2},
		{"856.20", "856.2", "", "", 2}, // the zero was printed
		{"百分之九十", "90", "%", "", 0},
		{"百分之九十以上", "90", "%", "以上", 0},
		{"1.93 个百分点", "1.93", "个百分点", "", 2},
		{"550 余项", "550", "项", "余", 0},
		{"近 3000 人次", "3000", "人次", "近", 0},
		{"超 5000", "5000", "", "超", 0},
		{"60%以上", "60", "%", "以上", 0},
		{"6 万余个", "6", "万个", "余", 0},
		{"3000 余万元", "3000", "万元", "余", 0},
		{"2000 万", "2000", "万", "", 0},
		{"5000+", "5000", "", "+", 0},
		{"1:12", "12", ":", "", 0},
		{"19.61 : 1", "19.61", ":", "", 2},
		{"十余", "10", "", "余", 0},
		{"百余家", "100", "家", "余", 0},
		{"上百家", "100", "家", "上", 0},
		{"近千人", "1000", "人", "近", 0},
		{"两成", "2", "成", "", 0},
		{"两成半", "2.5", "成", "", 1},
		{"三成一", "3.1", "成", "", 1},
		{"七成九", "7.9", "成", "", 1},
		{"二〇二三", "2023", "", "", 0},
		{"三千零五十万", "30500000", "", "", 0},
		{"两万三千元", "23000", "元", "", 0},
		{"103 million yuan", "103", "million yuan", "", 0},
		{"more than 500", "500", "", "more than", 0},
		{"22440.52 元/生", "22440.52", "元/生", "", 2},
		{"100Mbps", "100", "Mbps", "", 0},
		{"-0.12 亿元", "-0.12", "亿元", "", 2},
		{"0.00%", "0", "%", "", 2},
	}
	for _, tt := range tests {
		q, ok := Parse(tt.text)
		if !ok || q.Value.String() != tt.value || q.Unit.Name != tt.unit || q.Qualifier != tt.qualifier || q.Decimals != tt.decimals {
			t.Errorf("Parse(%q) = %s %q %q with %d decimals, %v; want %s %q %q with %d",
				tt.text, q.Value, q.Unit.Name, q.Qualifier, q.Decimals, ok, tt.value, tt.unit, tt.qualifier, tt.decimals)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, text := range []string{
		"", " ", "—", "——", "-", "/", "NaN", "Inf", "+Inf", "1e5", "0x1F", "1_000", "1.2.3", ".5", "5.",
		"0012",           // a code
		"1,23", "1,2345", // no groups of three
		"一等奖 2 项，二等奖 1 项",      // two quantities
		"2022 年 12 月", "12:30", // a month, a time
		"1+X", "2+2+7", "3+2", "NTA4", "5G", "百", "九九十", "5 牛",
		strings.Repeat("9", 400),
	} {
		if q, ok := Parse(text); ok {
			t.Errorf("Parse(%q) = %s %q; want none", text, q.Value, q.Unit.Name)
		}
	}
}

func TestFind(t *testing.T) {
	tests := []struct{ text, want string }{
		{"2022 年办学经费实际收入 5.04 亿元，较 2021 年增加 0.03 亿元", "2022 年|5.04 亿元|2021 年|0.03 亿元"},
		{"2021-2023 届毕业生", "2021|2023 届"},
		{"一是强化管理，共三家企业", "三家"},
		{"开展 1+X 试点，NTA4 考试，第 2.9.1 节", "1"},
		{"占比依次为 6.63%、6.32%和 6.15%", "6.63%|6.32%|6.15%"},
		{"近 3000 人次参加，超过 60%以上", "近 3000 人次|超过 60%以上"},
		{"共 1,234 人，5，678", "1,234 人|5|678"},
		{"invested 103 million yuan in more than 500 items", "103 million yuan|more than 500 items"},
	}
	for _, tt := range tests {
		var got []string
		for _, m := range Find(tt.text) {
			got = append(got, m.Text)
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("Find(%q) = %s; want %s", tt.text, s, tt.want)
		}
	}
}

func TestConvert(t *testing.T) {
	tests := []struct {
		text, unit, value string
		decimals          int
	}{
		{"1946.59 万元", "亿元", "0.194659", 6},
		{"5.04 亿元", "万元", "50400", 0},
		{"5.04 亿元", "元", "504000000", 0},
		{"3 万人", "人", "30000", 0},
		{"2.5 万人次", "人次", "25000", 0},
		{"近 2000 人", "千人", "2", 0},
		{"2000 人", "千人", "2", 3},
		{"15 亩", "公顷", "1", 0},
		{"4 亩", "公顷", "0.2666666666666667", 2},
		{"2.5 亩", "公顷", "0.16666666666666667", 3},
		{"4 亩", "平方米", "2666.6666666666666667", 0},
		{"3.5 吨", "千克", "3500", 0},
		{"1250 米", "公里", "1.25", 3},
		{"1 公顷", "亩", "15", 0},
		{"129.14 万平方米", "公顷", "129.14", 2},
		{"两成", "%", "20", 0},
		{"103 million yuan", "亿元", "1.03", 2},
		{"10.50 %", "%", "10.5", 2},
		{"2 acres", "平方米", "8093.7128448", 7},
		{"US$ 3.5 million", "美元", "3500000", 0},
		{"¥20 million", "万元", "2000", 0},
		{"20000", "万", "2", 4},
	}
	for _, tt := range tests {
		q, ok := Parse(tt.text)
		got, err := q.Convert(tt.unit)
		if !ok || err != nil || got.Value.String() != tt.value || got.Decimals != tt.decimals {
			t.Errorf("%q in %s = %s with %d decimals, %v; want %s with %d", tt.text, tt.unit, got.Value, got.Decimals, err, tt.value, tt.decimals)
		}
	}
	for _, tt := range [][2]string{{"5 人", "人次"}, {"5 元", "%"}, {"5 亩", "人"}, {"2022", "人"}, {"5 元/生", "元"}, {"1 %", "百分点"},
		{"US$ 5", "元"}, {"5 册", "人"}, {"1:12", "%"}, {"3 年", "月"}} {
		q, _ := Parse(tt[0])
		if got, err := q.Convert(tt[1]); err == nil {
			t.Errorf("%q in %s = %s; want an error", tt[0], tt[1], got.Value)
		}
	}
}

func FuzzFindGivesPlacesThatReadTheSame(f *testing.F) {
	for _, s := range []string{"2022 年收入 5.04 亿元", "近３０００人次以上", "1:12，百分之九十", "-5+,3,016.10 万"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, m := range Find(s) {
			if m.Start < last || m.End <= m.Start || m.End > len(s) || s[m.Start:m.End] != m.Text {
				t.Fatalf("Find(%q): %q at %d:%d after %d", s, m.Text, m.Start, m.End, last)
			}
			if q, ok := Parse(m.Text); !ok || !q.Value.Equal(m.Value) || q.Unit.Name != m.Unit.Name {
				t.Fatalf("Find(%q) gives %q, which reads alone as %v %v", s, m.Text, q, ok)
			}
			last = m.End
		}
		for _, m := range Values(s) {
			if s[m.Start:m.End] != m.Text {
				t.Fatalf("Values(%q): %q is not at %d:%d", s, m.Text, m.Start, m.End)
			}
		}
	})
}

func FuzzConvertThereAndBackIsExact(f *testing.F) {
	f.Add(int64(194659), uint8(2), uint8(0), uint8(1))
	names := []string{"元", "千元", "万元", "亿元"}
	f.Fuzz(func(t *testing.T, n int64, places, from, to uint8) {
		q, ok := Parse(decimalText(n, places%6) + names[from%4])
		if !ok {
			t.Skip()
		}
		there, err := q.Convert(names[to%4])
		if err != nil {
			t.Fatal(err)
		}
		back, err := there.Convert(names[from%4])
		if err != nil || !back.Value.Equal(q.Value) {
			t.Fatalf("%s is %s %s and back %s, %v", q.Text, there.Value, names[to%4], back.Value, err)
		}
	})
}

func decimalText(n int64, places uint8) string { return decimal.New(n, -int32(places)).String() }

// BenchmarkParse reads cells as tables and side files have them.
func BenchmarkParse(b *testing.B) {
	for _, cell := range []string{"2469", "-0.4813", "92.79%", "5.04 亿元", "近 3000 人次以上", "计算机应用技术专业群", "百分之九十"} {
		b.Run(cell, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Parse(cell)
			}
		})
	}
}

func TestRound(t *testing.T) {
	for _, tt := range []struct{ n, want float64 }{
		{5.04 - 0.15, 4.89}, {92.79 - 91.33, 1.46}, {0.1 + 0.2, 0.3}, {1158487.942076, 1158487.942076}, {12345678901.34, 12345678901.34},
		{12345678901.34 - 0.11, 12345678901.23}, {0, 0}, {-3, -3}, {1.0 / 3, 0.333333333333}, {123456789.12341 - 0.00001, 123456789.1234}, {1e300, 1e300}, {1234567.12345678, 1234567.12345678}, {123456.123456789, 123456.123457}, {-230955256840.1175, -230955256840.118},
	} {
		if got := Round(tt.n); got != tt.want {
			t.Errorf("Round(%v) = %v; want %v", tt.n, got, tt.want)
		}
	}
}

// Accountants write a number below zero in brackets.
func TestBracketed(t *testing.T) {
	for text, want := range map[string]string{
		"(355.20)": "-355.2", "（1,204）": "-1204", "( 3.5 % )": "-3.5%", "(3.5)%": "-3.5%", "(¥12)": "-12元", "(-4)": "", "(4": "", "4": "", "(a)": "", "()": "",
	} {
		got := ""
		if q, ok := Bracketed(text); ok {
			got = q.Value.String() + q.Unit.Name
		}
		if got != want {
			t.Errorf("Bracketed(%q) = %q; want %q", text, got, want)
		}
	}
}

// Of many digits, no nearest binary number comes between a result and its rounding.
func TestFloat(t *testing.T) {
	for exact, want := range map[string]float64{
		"816347886455.50047": 816347886455.5, "816347886455.50050": 816347886455.501, "-0.12345678901234549": -0.123456789012345, "1e15": 1e15, "4.89": 4.89, "0": 0,
	} {
		if got := Float(decimal.RequireFromString(exact)); got != want {
			t.Errorf("Float(%s) = %v; want %v", exact, got, want)
		}
	}
}

// A plain number is read as it is by the longer way.
func TestPlainIsTheShortWay(t *testing.T) {
	read := 0
	for _, text := range []string{"0", "7", "12.50", "0.05", "856.20", "99999999999999", "1234567.12345", "00", "007", "1.", ".5", "1.2.3", "1,234", "12 人", "-3", "1e5", "123456789012345678"} {
		q, ok := plain(text)
		if !ok {
			continue
		}
		read++
		long := Lead(text)[0]
		if long.End != len(text) || !q.Value.Equal(long.Value) || q.Value.Exponent() != long.Value.Exponent() || q.Decimals != long.Decimals ||
			q.Text != long.Text || q.Unit != long.Unit || q.Float() != long.Value.InexactFloat64() {
			t.Errorf("%s: %+v by the short way, %+v by the long", text, q, long.Quantity)
		}
	}
	if read != 7 {
		t.Errorf("%d numbers are plain, want 7", read)
	}
}
