package sentence

import (
	"strings"
	"testing"
)

// took is what the first hole takes, or "" where nothing fits.
func took(t *testing.T, pattern, text string) []string {
	t.Helper()
	pt, wrong := Parse(pattern)
	if wrong != nil {
		t.Fatalf("%.40s: %s", pattern, wrong.Text)
	}
	var texts []string
	for _, row := range rowsOf(pt.Places([]Passage{NewPassage(text, func(int) int { return 1 })}, All)) {
		texts = append(texts, row[0].Text)
	}
	return texts
}

// A list names a hundred things at most.
func TestLongestList(t *testing.T) {
	for n, want := range map[int]int{1: 1, 99: 99, 100: 100, 101: 0} {
		text := "分别为" + strings.TrimSuffix(strings.Repeat("5人、", n), "、") + "，共计"
		if got := len(took(t, "分别为{n…:人}，共计", text)); got != want {
			t.Errorf("of %d things %d are read, want %d", n, got, want)
		}
	}
}

// Words of 600 bytes fill a hole, and no more.
func TestLongestText(t *testing.T) {
	for n, want := range map[int]int{1: 1, 199: 1, 200: 1, 201: 0} {
		if got := len(took(t, "学校由{x}管理", "学校由"+strings.Repeat("甲", n)+"管理")); got != want {
			t.Errorf("a text of %d characters is read %d times, want %d", n, got, want)
		}
	}
}

// Patterns just within their limits are read, and those beyond are refused.
func TestLimitsOfPatterns(t *testing.T) {
	nested := func(n int) string { return "共" + strings.Repeat("[甲", n) + strings.Repeat("]", n) + "{n:人}" }
	long := func(n int) string { return strings.Repeat("a", n-len("{n:人}")) + "{n:人}" }
	for _, tt := range []struct{ pattern, want string }{
		{nested(maxDepth), ""},
		{nested(maxDepth + 1), "the pattern has brackets in brackets more than 8 deep"},
		{long(maxPattern), ""},
		{long(maxPattern + 1), "the pattern has more than 4000 bytes"},
	} {
		_, wrong := Parse(tt.pattern)
		said := ""
		if wrong != nil {
			said = wrong.Text.String()
		}
		if said != tt.want {
			t.Errorf("%.40s: %q, want %q", tt.pattern, said, tt.want)
		}
	}
}
