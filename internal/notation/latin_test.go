package notation

import "testing"

func TestLatinUnits(t *testing.T) {
	tests := []struct {
		inside, form string
		unit         bool
	}{
		{"$", "$", true},
		{"US$", "US$", true},
		{"$ thousands", "$ thousand", true},
		{"$000", "$ thousand", true},
		{"$'000", "$ thousand", true},
		{"£000s", "£ thousand", true},
		{"€ million", "€ million", true},
		{"$M", "$ million", true},
		{"£m", "£ million", true},
		{"million $", "$ million", true},
		{"thousands of €", "€ thousand", true},
		{"bn USD", "USD billion", true},
		{"US$ bn", "US$ billion", true},
		{"USD thousands", "USD thousand", true},
		{"in thousands", "thousand", true},
		{"'000", "thousand", true},
		{"FTE", "FTE", true},
		{"persons", "persons", true},
		{"cases", "cases", true},
		{"Number", "Number", false}, // more often a name
		{"per cent", "percent", true},
		{"sq m", "sqm", true},
		{"in", "in", false},
		{":1", ":", true},
		{"∶1", ":", true},
		{"M", "M", false}, // male
		{"k", "k", false},
		{"Autumn", "Autumn", false},
		{"revised", "revised", false},
		{"$ per head", "$perhead", false},
	}
	for _, tt := range tests {
		if form, unit := UnitForm(tt.inside), Measure(tt.inside); form != tt.form || unit != tt.unit {
			t.Errorf("%q: %q, a unit: %v; want %q, %v", tt.inside, form, unit, tt.form, tt.unit)
		}
	}
}

func TestMoneySign(t *testing.T) {
	tests := []struct{ unit, sign, rest string }{
		{"$", "$", ""}, {"$ thousand", "$", "thousand"}, {"US$ million", "US$", "million"}, {"€", "€", ""},
		{"USD thousand", "", "USD thousand"}, {"thousand", "", "thousand"}, {"%", "", "%"}, {"", "", ""}, {"元", "", "元"},
	}
	for _, tt := range tests {
		if sign, rest, ok := MoneySign(tt.unit); sign != tt.sign || rest != tt.rest || ok != (tt.sign != "") {
			t.Errorf("%q: %q, %q, %v; want %q, %q", tt.unit, sign, rest, ok, tt.sign, tt.rest)
		}
	}
}
