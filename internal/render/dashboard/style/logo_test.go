package style_test

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"

	"charts/internal/render/dashboard"
	"charts/internal/render/pagetest"
)

// The mark stands beside the heading, on paper and in the dark too, and the foot
// says whom to ask.
func TestMark(t *testing.T) {
	logo, err := dashboard.NewLogo([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40" width="80" height="40"><text x="5" y="20">校徽</text></svg>`), "校徽")
	if err != nil {
		t.Fatal(err)
	}
	p := pagetest.Sample()
	p.Logo, p.Contact = &logo, "如有疑问：质量办 <zlb@example.org>"
	tb := pagetest.Open(t, p)
	tb.Says(`(({ naturalWidth, clientHeight, alt }) => [naturalWidth, clientHeight, alt].join())(document.querySelector('.logo'))`, "80,40,校徽")
	tb.Says(`document.querySelector('.logo').getBoundingClientRect().right < document.querySelector('h1').getBoundingClientRect().left`, "true")
	tb.Says(`document.querySelector('footer address').textContent.trim() + document.querySelector('address a').href`, "如有疑问：质量办 zlb@example.orgmailto:zlb@example.org")
	tb.Run(emulation.SetEmulatedMedia().WithMedia("print"))
	tb.Says(`[...document.querySelectorAll('.logo, address')].every((e) => e.checkVisibility())`, "true")
	tb.Run(emulation.SetEmulatedMedia().WithMedia("screen").WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}))
	tb.Says(`getComputedStyle(document.querySelector('.logo')).backgroundColor`, "rgb(255, 255, 255)")
	for _, v := range violations(tb, allRules) {
		t.Error(v)
	}
	tb.Quiet()
}
