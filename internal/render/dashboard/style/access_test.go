package style_test

import (
	"cmp"
	_ "embed" // axe
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
	"charts/internal/render/dashboard"
	"charts/internal/render/pagetest"
)

// axe-core 4.14.1 by Deque, unchanged, under the Mozilla Public License 2.0.
//
//go:embed testdata/axe/axe.min.js
var axe string

// TestAccess holds pages to WCAG 2.2 AA as far as a program can, in the colours
// and languages that readers choose.
func TestAccess(t *testing.T) {
	for _, tt := range []struct {
		name     string
		features map[string]string
		lang     string
		ways     dashboard.Ways
		do       string // before the look
		only     string // the rules that matter; "" is allRules
	}{
		{name: "light"},
		{name: "dark", features: map[string]string{"prefers-color-scheme": "dark"}, only: colourRules},
		{name: "more contrast", features: map[string]string{"prefers-contrast": "more"}, only: colourRules},
		{name: "more contrast in the dark", features: map[string]string{"prefers-contrast": "more", "prefers-color-scheme": "dark"}, only: colourRules},
		{name: "English, by tabs", lang: "en", ways: dashboard.Tabs},
		{name: "a rail", ways: dashboard.Rail},
		{name: "tables, a range and a copy", do: `document.querySelectorAll('[aria-controls$="-table"]').forEach((tab) => tab.click()); document.querySelector('#months .range button:nth-child(2)').click(); document.querySelector('.copied').textContent = '已复制图片'`},
		{name: "sources, definitions and filters", do: `document.querySelector('.filter li input').click(); document.querySelectorAll('details').forEach((el) => { el.open = true; }); document.querySelectorAll('[aria-controls$="-source"]').forEach((tab) => tab.click())`},
		{name: "a search", do: `document.querySelector('[data-find]').click(); Object.assign(document.querySelector('.lookup .search'), { value: '升学' }).dispatchEvent(new Event('input'))`},
		{name: "a presentation", do: `document.querySelector('[data-present]').click()`},
		{name: "a slide", do: `document.querySelector('#bars [data-stage]').click()`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := pagetest.Sample()
			for i := range p.Sections { // the other figures differ in what is drawn alone
				p.Sections[i].Figures = p.Sections[i].Figures[:1]
			}
			p.Sections = append(p.Sections, pagetest.Reader().Sections[1], dashboard.Section{Title: "长", Figures: pagetest.Long().Sections[0].Figures[:1]})
			p.Cards[0].About, p.Sections[0].Figures[0].About, p.Sections[0].Figures[0].Query = "定义。", "落实率 = **就业** ÷ 毕业生。", "SELECT 1"
			p.Filters, p.Ways = []string{"毕业去向", "年份"}, tt.ways
			if tt.lang != "" {
				p.Lang = tt.lang
			}
			tb := pagetest.Open(t, p, emulate(tt.features))
			if tt.do != "" {
				tb.Eval(tt.do+`, 0`, nil)
			}
			for _, v := range violations(tb, cmp.Or(tt.only, allRules)) {
				t.Error(v)
			}
		})
	}
}

// emulate sets what a reader's system asks for.
func emulate(features map[string]string) chromedp.Action {
	media := []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}
	for _, name := range []string{"prefers-color-scheme", "prefers-contrast", "forced-colors"} {
		if v := features[name]; v != "" {
			media = append(media, &emulation.MediaFeature{Name: name, Value: v})
		}
	}
	return emulation.SetEmulatedMedia().WithFeatures(media)
}

// The rules of axe, and those of them that the colours of a page can break; image-alt
// is what the bait breaks.
const (
	allRules    = `['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']`
	colourRules = `['color-contrast', 'link-in-text-block', 'image-alt']`
)

// violations are what axe finds of some rules, one line a rule.
func violations(tb *browsertest.Tab, rules string) []string {
	var found []string
	tb.Eval(axe+`;0`, nil)
	tb.Eval(`(document.querySelector('dialog[open], .figure.alone') ?? document.getElementById('bars')).insertAdjacentHTML('afterbegin', '<img id=bait>')`, nil) // axe must find it
	tb.Eval(`axe.run({ runOnly: `+rules+` }).then((r) =>
		r.violations.map((v) => v.id + ': ' + v.help + ' (' + v.nodes.length + '): ' + v.nodes[0].html.slice(0, 200) + ' ' + v.nodes[0].failureSummary))`, &found, browsertest.Awaited)
	bait := slices.IndexFunc(found, func(v string) bool {
		return strings.HasPrefix(v, "image-alt: ") && strings.Contains(v, "(1): <img id=\"bait\">")
	})
	if bait < 0 {
		return append(found, "axe is blind")
	}
	return slices.Delete(found, bait, bait+1)
}

// TestColours looks at what the style does for readers who ask for more
// contrast, for their own colours or for no motion.
func TestColours(t *testing.T) {
	for _, tt := range []struct{ feature, value, expression, want string }{
		{"prefers-contrast", "more", `getComputedStyle(document.documentElement).getPropertyValue('--muted')`, "#333d47"},
		{"prefers-contrast", "no-preference", `getComputedStyle(document.documentElement).getPropertyValue('--muted')`, "#5f6b76"},
		{"forced-colors", "active", `getComputedStyle(document.querySelector('.save button')).borderTopStyle`, "solid"},
		{"forced-colors", "none", `getComputedStyle(document.querySelector('.save button')).borderTopStyle`, "none"},
		{"forced-colors", "none", `getComputedStyle(document.documentElement).scrollBehavior`, "auto"}, // motion is reduced
	} {
		tb := pagetest.Open(t, pagetest.Reader(), emulate(map[string]string{tt.feature: tt.value}))
		tb.Says(tt.expression, tt.want)
	}
}

// TestKeyboard reaches every control that is in sight with the tabulator alone.
func TestKeyboard(t *testing.T) {
	tb := pagetest.Open(t, pagetest.Reader())
	var want int
	tb.Eval(`[...document.querySelectorAll('a, button, select, summary, [tabindex="0"]')].filter((e) => e.checkVisibility() && e.tabIndex >= 0).length`, &want)
	seen := map[string]bool{}
	for range want {
		var at string
		tb.Run(chromedp.KeyEvent(kb.Tab))
		tb.Eval(`(() => { const e = document.activeElement; return [...document.querySelectorAll('*')].indexOf(e) + ' ' + e.outerHTML.slice(0, 80) + getComputedStyle(e).outlineStyle })()`, &at)
		seen[at] = true
	}
	if len(seen) != want {
		t.Errorf("the tabulator reaches %d controls, want %d: %s", len(seen), want, fmt.Sprint(seen))
	}
}
