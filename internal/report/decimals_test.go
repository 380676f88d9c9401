package report

import (
	"strings"
	"testing"
)

// The whole file says which mark stands before its decimals, or it is doubted.
func TestDecimalCommas(t *testing.T) {
	const (
		commas = "its numbers have decimal commas"
		both   = "has a decimal comma and"
		unsure = "no number says whether the mark"
	)
	tests := []struct{ src, want, doubt string }{
		{"站;人\n东;70,5\n西;4\n", "东,70.5; 西,4", commas},
		{"站;人\n东;70.541,57\n西;1.234\n", "东,70541.57; 西,1234", commas},
		{"站;人\n东;1.234.567\n西;0,25\n", "东,1234567; 西,0.25", commas},
		{"站;人\n东;1 234,5\n西;1\u00a0234\n", "东,1234.5; 西,1234", commas},
		{"站;占比\n东;−15,8 %\n西;€ 1.234,50\n", "东,−15.8 %; 西,€ 1234.50", commas},
		{"站;人\n东;1,234\n西;0,5\n", "东,1.234; 西,0.5", commas},
		{"站;日;人\n东;31.12.2023;1,5\n", "东,31.12.2023,1.5", commas},
		{"站,人\n东,\"1.234,5\"\n西,\"70,5\"\n", "东,1234.5; 西,70.5", commas},
		{"站\t人\n东\t1.234,5\n西\t70,5\n", "东,1234.5; 西,70.5", commas},
		{"站\t楼\n东\t1,2\n西\t3\n", "东,1,2; 西,3", ""},
		{"站,楼\n东,\"1,2\"\n西,3\n", "东,1,2; 西,3", ""},
		{"站;甲;乙\n东;1,5;2.5\n", "东,1,5,2.5", both},
		{"站;人\n东;1,234.5\n西;2,345\n", "东,1,234.5; 西,2,345", ""},
		{"站;人\n东;1.000\n西;12.500\n", "东,1.000; 西,12.500", unsure},
		{"站;人\n东;1,000\n西;12,500\n", "东,1,000; 西,12,500", unsure},
		{"站;人\n东;1.000\n西;12.5\n", "东,1.000; 西,12.5", ""},
		{"站;人\n东;0.125\n西;0.250\n", "东,0.125; 西,0.250", ""},
		{"站,人\n东,1.000\n西,12.500\n", "东,1.000; 西,12.500", ""},
		{"站;人\n东;10\n西;12\n", "东,10; 西,12", ""},
	}
	for _, tt := range tests {
		doc, problems := Data("a.csv", []byte(tt.src), "", nil)
		if len(problems) > 0 {
			t.Errorf("%q: %v", tt.src, problems)
			continue
		}
		table := doc.Tables[0]
		_, got, _ := strings.Cut(gridText(table), ": ")
		told := ""
		for _, d := range table.Doubts {
			told += d.Reason.String()
		}
		if got != tt.want || !strings.Contains(told, tt.doubt) || (told == "") != (tt.doubt == "") {
			t.Errorf("%q is %q, told %q; want %q, %q", tt.src, got, told, tt.want, tt.doubt)
		}
	}
}
