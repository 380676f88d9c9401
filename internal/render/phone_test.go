package render_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"charts/internal/kind/kindtest"
	"charts/internal/render/dashboard"
)

// crowded are the figures of the corpus, by kind and pattern, whose texts still
// meet on a phone, each with its reason. An entry that nothing needs any more
// fails the test.
var crowded = map[string]string{}

// TestPhone opens figures of all kinds on a phone and on half a laptop and looks
// for texts that are cut or meet.
func TestPhone(t *testing.T) {
	page := &dashboard.Page{ID: "phone", Title: "手机", Lang: "zh-CN", Sections: []dashboard.Section{{}}}
	for _, s := range kindtest.Corpus(t) {
		for _, pattern := range []string{"usual", "negative", "long"} {
			if strings.Contains(s.Name, "-"+pattern+"-") {
				f := dashboard.Figure{ID: s.Name, Width: dashboard.Full, Chart: s.Screen, Narrow: s.Phone}
				page.Sections[0].Figures = append(page.Sections[0].Figures, f)
			}
		}
	}
	ctx, address := pageFile(t, page)
	var faults []string
	if err := chromedp.Run(ctx, chromedp.EmulateViewport(360, 740), chromedp.Navigate(address),
		allDrawn, chromedp.Evaluate(clashes, &faults)); err != nil {
		t.Fatal(err)
	}
	compare(t, faults, crowded)
}

// compare holds faults against those that are known.
func compare(t *testing.T, faults []string, crowded map[string]string) {
	t.Helper()
	needed := map[string]bool{}
	for _, f := range faults {
		key := strings.Join(strings.SplitN(f, "-", 3)[:2], "-")
		if crowded[key] == "" {
			t.Error(f)
		}
		needed[key] = true
	}
	for key := range crowded {
		if !needed[key] {
			t.Errorf("no text of %s meets another any more: take it off the list", key)
		}
	}
}

// clashes are the texts that stick out of their figure, or meet another. Boxes of
// texts are higher than their letters.
const clashes = `[...document.querySelectorAll('.live')].flatMap((live) => {
  const frame = live.getBoundingClientRect();
  const boxes = [...live.querySelectorAll('svg text')].filter((t) => t.textContent.trim()).map((t) => {
    const b = t.getBoundingClientRect();
    return { s: t.textContent, left: b.left - frame.left, right: b.right - frame.left, top: b.top - frame.top + 3, bottom: b.bottom - frame.top - 3 };
  });
  const cut = boxes.filter((b) => b.left < -1 || b.right > frame.width + 1 || b.top < 0 || b.bottom > frame.height);
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top);
  const pairs = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => over(a, b)).map((b) => a.s + ' meets ' + b.s));
  return [...cut.map((b) => b.s + ' is cut'), ...pairs].map((what) => live.parentElement.id.replace(/-chart$/, ': ') + what);
})`
