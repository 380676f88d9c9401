package report

import (
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"chinese", "共有三所。“好！”完。", "共有三所。|“好！”|完。"},
		{"english", "It won 2 prizes. He said so.", "It won 2 prizes.|He said so."},
		{"english after a quote", "He called it “new.” The rest followed!  Yes", "He called it “new.”|The rest followed!|Yes"},
		{"a number in a sentence", "It rose by 3.5 Mbps. No. 1 is Dr. Li of the U.S. Navy.", "It rose by 3.5 Mbps.|No. 1 is Dr. Li of the U.S. Navy."},
		{"both", "共有三所。It rose. 完。", "共有三所。|It rose. 完。"},
		{"a point between characters", "甲.乙. 丙", "甲.乙. 丙"},
	} {
		var got []string
		for s := range (Paragraph{Text: c.text}).Sentences() {
			got = append(got, s.Text)
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("%s: %s, want %s", c.name, g, c.want)
		}
	}
}
