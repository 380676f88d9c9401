package format

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

func TestDelimiters(t *testing.T) {
	for text, want := range map[string]rune{
		"甲,乙\n1,2\n": ',', "甲\t乙\n1,204\t3,5\n7\t8\n": '\t', "甲;乙\n1,5;2\n": ';', "甲|乙\n1|2\n": '|', "一\n二\n": ',',
		"标题\n甲,乙,丙\n1,2,3\n": ',', "甲，乙\n1，2\n": '，',
		"一，二，三，四，五，六，七。\n\n甲,乙\n1,2\n3,4\n\n一，二，三。\n": ',', "甲;乙;丙\n1;2\n": ';',
	} {
		if got := delimiter("a.csv", text); got != want {
			t.Errorf("%q is parted by %q; want %q", text, got, want)
		}
	}
	if got := delimiter("a.tsv", "题\n甲\t乙\n1,204,300\t3,500,1\n"); got != '\t' {
		t.Errorf("a .tsv is parted by %q", got)
	}
}

// Text without quotes is parted as the reader of csv parts it.
func TestSplitRecords(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	some := []string{"a", "1", "\t", "\t", "\n", "\n", "\r\n", " ", "\x00", "é", "b\rc"}
	for range 5_000 {
		var b strings.Builder
		for range rng.IntN(12) {
			b.WriteString(some[rng.IntN(len(some))])
		}
		got := splitRecords(b.String())
		want, fault := readRecords(b.String(), '\t')
		if !reflect.DeepEqual(got, want) && len(got)+len(want) > 0 || fault != nil {
			t.Fatalf("%q\ngot  %v\nwant %v %v", b.String(), got, want, fault)
		}
	}
}
