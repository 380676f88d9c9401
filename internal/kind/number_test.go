package kind

import (
	"strings"
	"testing"

	"charts/internal/series"
)

func TestNumber(t *testing.T) {
	tests := []struct {
		v        float64
		decimals int
		format   string
		want     string
	}{
		{12391, 0, "", "12,391"},
		{1946.59, 2, "", "1,946.59"},
		{92.8, 2, "", "92.80"}, // the zero was printed
		{92.8, asPrinted, "", "92.8"},
		{-30.2, 1, "", "−30.2"},     // a true minus
		{-0.0001, 2, "", "−0.0001"}, // not zero
		{0.004, 0, "0", "0.004"},
		{2.675, 2, "", "2.68"}, // half away from zero, on the digits
		{1.0 / 3, asPrinted, "", "0.33"},
		{0.000123456, asPrinted, "", "0.00012"},
		{12391, 0, "0", "12391"},
		{12391, 0, "0,0", "12,391"},
		{12391.6, 1, "0,0.00", "12,391.60"},
		{12391.6, 1, "0.0", "12391.6"},
		{1e16, 0, "", "1.0×10^16"},
		{-1e-12, asPrinted, "", "−1.0×10^−12"},
		{1e-9, asPrinted, "", "0.000000001"}, // the last that is written out, and below it the first that is not
		{9.9e-10, asPrinted, "", "9.9×10^−10"},
		{999999999999999, 0, "", "999,999,999,999,999"},
		{1e15, 0, "", "1.0×10^15"},
	}
	for _, tt := range tests {
		f := format{decimals: asPrinted}
		if tt.format != "" {
			f, _ = parseFormat(tt.format)
		}
		if got := f.number(tt.v, tt.decimals); got != tt.want {
			t.Errorf("number(%v, %d) in format %q = %q; want %q", tt.v, tt.decimals, tt.format, got, tt.want)
		}
	}
}

func TestParseFormat(t *testing.T) {
	tests := []struct {
		text string
		want format
		ok   bool
	}{
		{"0", format{0, true, 0}, true},
		{"0.00", format{2, true, 0}, true},
		{"0,0", format{0, false, 0}, true},
		{"0,0.0", format{1, false, 0}, true},
		{"wan", format{asPrinted, false, 4}, true},
		{"yi 0.00", format{2, true, 8}, true},
		{"", format{}, false},
		{"%d", format{}, false},
		{"0.", format{}, false},
		{"0.0000000000", format{}, false},
		{"#,##0", format{}, false},
	}
	for _, tt := range tests {
		if got, ok := parseFormat(tt.text); ok != tt.ok || ok && got != tt.want {
			t.Errorf("parseFormat(%q) = %+v, %v; want %+v, %v", tt.text, got, ok, tt.want, tt.ok)
		}
	}
}

func TestValueTexts(t *testing.T) {
	tests := []struct {
		v           series.Value
		largest     float64
		short, full string
		english     bool
	}{
		{num(2469, 0, "人"), 2469, "2,469", "2,469\u2009人", false},
		{num(38.62, 2, "%"), 100, "38.62%", "38.62%", false},
		{num(504000000, 0, "元"), 504000000, "5.04", "5.04\u2009亿元", false},
		{num(1946.59, 2, "万元"), 1946.59, "1,946.59", "1,946.59\u2009万元", false},
		{num(1234567, 0, "人"), 1234567, "123.46", "123.46\u2009万人", false},
		{num(60000, 0, "万元"), 60000, "60,000", "60,000\u2009万元", false},
		{series.Value{Kind: series.Number, Num: 3000, Unit: "人次", Qualifier: "近"}, 3000, "近\u20093,000", "近\u20093,000\u2009人次", false},
		{series.Value{Kind: series.Number, Num: 20, Unit: "家", Qualifier: "余"}, 20, "20\u2009余", "20\u2009余家", false},
		{num(103000000, 0, "yuan"), 103000000, "103", "103 million yuan", true},
		{num(2268400, 0, ""), 2268400, "2.27", "2.27 million", true},
		{num(5.04, 2, "亿元"), 5.04, "5.04", "5.04\u2009亿元", true},
		{num(14.5, 1, "km"), 14.5, "14.5", "14.5 km", false},
	}
	for _, tt := range tests {
		m := chooseMeasure(tt.v.Unit, format{decimals: asPrinted}, []float64{tt.v.Num, tt.largest}, tt.english)
		m.settle([]run{{cells: []cell{{v: tt.v}}}})
		if short, full := m.texts(tt.v); short != tt.short || full != tt.full {
			t.Errorf("%v %s: %q and %q; want %q and %q", tt.v.Num, tt.v.Unit, short, full, tt.short, tt.full)
		}
	}
}

// Different numbers of a figure read differently, in whatever unit they stand.
func TestNumbersApart(t *testing.T) {
	for _, tt := range []struct {
		values []float64
		format string
		want   string
	}{
		{[]float64{99999999, 100000001}, "", "9,999.9999 10,000.0001 万元"},
		{[]float64{504123456, 504234567}, "", "5.041 5.042 亿元"},
		{[]float64{504000000, 504000000}, "", "5.04 5.04 亿元"},
		{[]float64{99999999, 100000001}, "yi", "0.99999999 1.00000001 亿元"},
		{[]float64{99999999, 100000001}, "yi 0.0", "1.0 1.0 亿元"}, // as the author asks
		{[]float64{123456789012, 123456789013}, "", "12,345,678.9012 12,345,678.9013 万元"},
	} {
		f, _ := parseFormat(tt.format)
		m := chooseMeasure("元", f, tt.values, false)
		var r run
		for _, v := range tt.values {
			r.cells = append(r.cells, cell{v: num(v, 0, "元")})
		}
		m.settle([]run{r})
		a, _ := m.texts(r.cells[0].v)
		b, _ := m.texts(r.cells[1].v)
		if got := a + " " + b + " " + m.unit; got != tt.want {
			t.Errorf("%v: %s, want %s", tt.values, got, tt.want)
		}
	}
}

func TestConvertible(t *testing.T) {
	tests := []struct {
		from, to string
		up       int
		ok       bool
	}{
		{"元", "万元", 4, true},
		{"万元", "亿元", 4, true},
		{"亿元", "元", -8, true},
		{"人", "万人", 4, true},
		{"千元", "百万元", 3, true},
		{"元", "人", 0, false},
		{"%", "万元", 0, false},
		{"百分点", "分点", 0, false}, // 百 is no magnitude there
	}
	for _, tt := range tests {
		if up, ok := convertible(tt.from, tt.to); ok != tt.ok || ok && up != tt.up {
			t.Errorf("convertible(%q, %q) = %d, %v; want %d, %v", tt.from, tt.to, up, ok, tt.up, tt.ok)
		}
	}
	if got := scaled(1946.59, 4); got != 0.194659 {
		t.Errorf("scaled(1946.59, 4) = %v; want 0.194659", got)
	}
}

// A sign of money is before its amount, and a ratio has no blank in it.
func TestMoneySigns(t *testing.T) {
	tests := []struct{ number, unit, want string }{
		{"9,000", "$", "$9,000"},
		{"50,400", "$ thousand", "$50,400 thousand"},
		{"−530.7", "US$ million", "−US$530.7 million"},
		{"+12", "€", "+€12"},
		{"12", "USD thousand", "12 USD thousand"},
		{"12", "FTE", "12 FTE"},
		{"17.9", ":", "17.9:1"},
		{"17.9", ":1", "17.9:1"},
	}
	for _, tt := range tests {
		if got := withUnit(tt.number, tt.unit); got != tt.want {
			t.Errorf("%s of %s: %q; want %q", tt.number, tt.unit, got, tt.want)
		}
	}
	if m := chooseMeasure("$", format{decimals: asPrinted}, []float64{2.5e6, 7.25e6}, true); m.unit != "$ million" || m.up != 6 {
		t.Errorf("millions of $: %+v", m)
	}
	if m := chooseMeasure("$ thousand", format{decimals: asPrinted}, []float64{2.5e6, 7.25e6}, true); m.unit != "$ thousand" || m.up != 0 {
		t.Errorf("long numbers of $ thousand: %+v", m)
	}
}

// The numbers of one unit have as many decimals as the one that is printed with most.
func TestDecimalsAlike(t *testing.T) {
	near := num(90, 0, "分")
	near.Qualifier = "近"
	for _, tt := range []struct {
		unit   string
		values []series.Value
		want   string
	}{
		{"亿元", []series.Value{num(12.31, 2, "亿元"), num(13.6, 1, "亿元"), num(2, 0, "亿元")}, "12.31 13.60 2.00"},
		{"米", []series.Value{num(1.2345, 4, "米"), num(2, 0, "米")}, "1.2345 2.0000"}, // as many as mostAlike
		{"米", []series.Value{num(1.23456, 5, "米"), num(2, 0, "米")}, "1.23456 2"},
		{"", []series.Value{num(1.1, 1, ""), num(1.15, 2, "")}, "1.10 1.15"},
		{"%", []series.Value{num(98.5, 1, "%"), num(100, 0, "%"), num(0, 0, "%"), num(99, 0, "%")}, "98.5% 100% 0% 99.0%"},
		{"分", []series.Value{num(92.5, 1, "分"), near}, "92.5 近 90"}, // which has no tenths
		{"m", []series.Value{num(1.23456, 5, "m"), num(2, 0, "m")}, "1.23456 2"},
		{"人", []series.Value{num(1234, 0, "人"), num(12, 0, "人")}, "1,234 12"},
	} {
		var r run
		for _, v := range tt.values {
			r.cells = append(r.cells, cell{v: v})
		}
		m := measure{format: format{decimals: asPrinted}, unit: tt.unit}
		m.align([]run{r})
		var texts []string
		for _, v := range tt.values {
			short, _ := m.texts(v)
			texts = append(texts, short)
		}
		if got := strings.Join(texts, " "); got != tt.want {
			t.Errorf("%s: %q; want %q", tt.unit, got, tt.want)
		}
	}
}
