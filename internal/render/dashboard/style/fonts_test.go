package style_test

import (
	"fmt"
	"strings"
	"testing"

	"charts/internal/font"
	"charts/internal/render/dashboard"
	"charts/internal/render/pagetest"
)

// TestFonts: the page brings the characters that it shows of the author's fonts, and the
// browser takes them.
func TestFonts(t *testing.T) {
	own := func(src []byte) *font.Face {
		face, err := font.Parse(src, "")
		if err != nil {
			t.Fatal(err)
		}
		return face
	}
	var built font.Family
	p := pagetest.Sample()
	plain, err := dashboard.HTML(p)
	if err != nil {
		t.Fatal(err)
	}
	latin := own(built.Face('a', true).Subset("0123456789abcdefghijklmnopqrstuvwxyz%.,"))
	song := own(font.TTF(false))
	p.Fonts = font.NewFamily(font.Weights{Regular: latin, Bold: latin}, font.Weights{Regular: song, Bold: own(font.TTF(true))})
	page, err := dashboard.HTML(p)
	if err != nil {
		t.Fatal(err)
	}
	rules := strings.Split(string(page), "@font-face{")[1:]
	if len(rules) != 3 || strings.Contains(string(plain), "@font-face") {
		t.Errorf("%d rules for fonts, want 3: latin in one weight, and none without fonts", len(rules))
	}
	if !strings.Contains(string(page), "; font-src data:") || strings.Contains(string(plain), "font-src") {
		t.Error("the policy allows other fonts than those of the page")
	}
	for i, test := range []struct{ has, lacks rune }{{'毕', 'a'}, {'a', '毕'}, {'毕', '龘'}} {
		if has := strings.Contains(rules[i], fmt.Sprintf("U+%X,", test.has)); !has || strings.Contains(rules[i], fmt.Sprintf("U+%X,", test.lacks)) {
			t.Errorf("rule %d: %q is in it: %v, or %q is", i, test.has, has, test.lacks)
		}
	}
	tb := pagetest.Open(t, p)
	tb.Says(`[...document.fonts].map((f) => (f.load(), f.status + f.weight)).join()`, "loaded400,loaded400,loaded700")
	tb.Quiet()
}
