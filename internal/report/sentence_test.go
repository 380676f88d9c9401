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

// A text without an end is parted, nothing of it is lost, and no character is cut.
func TestSentencesOfEndlessText(t *testing.T) {
	for _, unit := range []string{"教师1234人，", "教师", "1% ", "of 12 teachers", "完，\xff", "\xff"} {
		text := strings.Repeat(unit, 100_000/len(unit))
		got, end := "", 0
		for s := range (Paragraph{Text: text}).Sentences() {
			if len(s.Text) > maxSentence || strings.TrimSpace(text[end:s.Offset]) != "" {
				t.Errorf("%q: a sentence of %d bytes at %d behind %d", unit, len(s.Text), s.Offset, end)
			}
			got, end = got+s.Text, s.Offset+len(s.Text)
			if strings.ContainsRune(s.Text, '\ufffd') && !strings.Contains(unit, "\xff") {
				t.Errorf("%q: a character is cut at %d", unit, end)
			}
		}
		if squeezed := strings.ReplaceAll(text, " ", ""); strings.ReplaceAll(got, " ", "") != squeezed {
			t.Errorf("%q: %d of %d bytes", unit, len(got), len(squeezed))
		}
	}
}
