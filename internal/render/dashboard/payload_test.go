package dashboard_test

import (
	"fmt"
	"html"
	"strings"
	"testing"

	"charts/internal/chart"
	"charts/internal/chart/charttest"
	"charts/internal/render/dashboard"
	"charts/internal/render/pagetest"
)

// Pieces that payloads are made of: what opens a place, what it runs, and how it
// is hidden.
var (
	openings = []string{
		`<script>%s</script>`, `</script><script>%s</script>`, `<img src=x onerror="%s">`, `<svg onload=%s>`, `"><svg/onload=%s>`,
		`' onfocus='%s' autofocus x='`, `" onmouseover="%s" x="`, `javascript:%s`, `[link](javascript:%s)`, `![p](x" onerror="%s)`,
		`<iframe srcdoc="<script>parent.%s</script>">`, `<a href="javascript:%s">x</a>`, `</title><script>%s</script>`,
		`</style><script>%s</script>`, `--><script>%s</script>`, `]]><script>%s</script>`, `{{%s}}`, `${%s}`, `<%%= %s %%>`, `{"$fn":"%s"}`,
		`'+%s+'`, `";%s//`, "`+%s+`", `</textarea><script>%s</script>`, `<details open ontoggle=%s>`, `<math><mi xlink:href="javascript:%s">`,
		`<style>@import '%s'</style>`, `<base href="javascript:%s">`, `<meta http-equiv=refresh content="0;javascript:%s">`, `__f__%s__f__`,
	}
	effects = []string{`window.hacked=1`, `hacked=alert(1)`, `(window['hac'+'ked']=1)`, `eval('hacked=1')`, `self.hacked=1`}
	hides   = []func(string) string{
		func(s string) string { return s },
		func(s string) string { return "\u2028" + s + "\u202e表 6\u2029" },
	}
)

// payloads are 300 texts that would run if any part took them for more.
func payloads() []string {
	var all []string
	for _, open := range openings {
		for _, effect := range effects {
			for _, hide := range hides {
				all = append(all, hide(fmt.Sprintf(open, effect)))
			}
		}
	}
	return all
}

// blankless may be the name of a number in a text.
const blankless = `"><svg/onload=hacked=1>`

// payloadPage has every text of every part of a page from the payloads, each
// three times or more.
func payloadPage(all []string) *dashboard.Page {
	n := 0
	next := func() string { n++; return all[(n-1)%len(all)] }
	p := &dashboard.Page{ID: "x", Title: next(), Subtitle: next(), Note: next(), Date: next(), Reports: []dashboard.Report{{next(), next()}}, Lang: "zh-CN", Filters: []string{"分类"},
		Pages: []dashboard.Link{{next(), next(), false}}, Contact: next(), Logo: &dashboard.Logo{Type: "image/png", Alt: next()}, Contradictions: []string{next()},
		Points: []dashboard.Point{{Spans: []dashboard.Span{{next(), true}, {next(), false}}, Figure: next(), Title: next(), Verdict: "good", Quotes: []string{next(), next()}}}}
	for n < len(all) {
		p.Cards = append(p.Cards, dashboard.Card{
			Title: next(), Figure: next(), Value: next(), Unit: next(), Change: next(), Against: next(), Target: next(), Note: next(), Source: next(),
			Periods: []dashboard.Period{{next(), 1, next(), false}, {next(), 2, next(), false}},
		})
	}
	for i := range 30 {
		p.Sections = append(p.Sections, dashboard.Section{Title: next(), Text: "{n} {" + blankless + "}\n\n" + all[i*10], Numbers: []dashboard.Number{
			{Name: "n", Text: next(), Source: next(), Quotes: []string{next()}}, {Name: blankless, Text: next(), Source: next(), Computed: true},
		}, Cards: []dashboard.Card{{Title: next(), Value: next(), Note: next()}}, Figures: []dashboard.Figure{payloadFigure(fmt.Sprintf("f%d", i), next)}})
	}
	return p
}

// payloadFragment has them in figures for other pages.
func payloadFragment(all []string) *dashboard.Page {
	n := 0
	next := func() string { n++; return all[(n-1)%len(all)] }
	p := &dashboard.Page{ID: "x", Title: next(), Lang: "zh-CN", Embedded: true, Sections: []dashboard.Section{{}}}
	for n < 2*len(all) {
		p.Sections[0].Figures = append(p.Sections[0].Figures, payloadFigure(fmt.Sprintf("f%d", n), next))
	}
	return p
}

func payloadFigure(id string, next func() string) dashboard.Figure {
	c := charttest.Columns(charttest.Light)
	c.Title, c.Subtitle, c.Alt, c.Source, c.Notes = next(), next(), next(), next(), []string{next()}
	for i, m := range c.Panels[0].Marks {
		bars, ok := m.(chart.Bars)
		if !ok {
			continue
		}
		bars.Name = next()
		c.Legend[i].Name = bars.Name
		bars.Data[0].Name, bars.Data[0].Text = next(), next()
		bars.Data[0].Label = chart.Label{Text: next(), Place: chart.Outside, Color: charttest.Light.Ink}
		c.Panels[0].Marks[i] = bars
	}
	c.Panels[0].X.Labels = append([]string{next()}, c.Panels[0].X.Labels[1:]...)
	c.Sources[0] = chart.Source{Report: next(), Table: next(), Line: 1, Quote: next()}
	return dashboard.Figure{ID: id, Chart: c, Query: next(), Table: dashboard.Table{
		Columns: []dashboard.Column{{Name: "分类"}, {Name: next(), Unit: next()}}, Rows: []dashboard.Row{{Cells: []string{next(), next()}}, {Cells: []string{next(), next()}, Computed: true}},
	}}
}

func TestPayloadsStandAsTextInThePage(t *testing.T) {
	all := payloads()
	if len(all) < 300 {
		t.Fatalf("%d payloads", len(all))
	}
	page := func(text string) string {
		c := charttest.Columns(charttest.Light)
		c.Title, c.Alt = text, text
		page, err := dashboard.HTML(&dashboard.Page{Title: text, Lang: "zh-CN", Filters: []string{text}, Cards: []dashboard.Card{{Title: text, Unit: text}}, Sections: []dashboard.Section{{
			Title: text, Text: "{n}", Numbers: []dashboard.Number{{Name: "n", Text: text, Source: text, Quotes: []string{text}}}, Figures: []dashboard.Figure{{ID: "f", Chart: c, Table: dashboard.Table{Columns: []dashboard.Column{{Name: text}}, Rows: []dashboard.Row{{Cells: []string{text}}, {Cells: []string{"b"}}}}}},
		}}})
		if err != nil {
			t.Fatal(err)
		}
		return string(page)
	}
	plain := page("文字")
	own := html.UnescapeString(plain) // the program of a page may itself say what a payload says
	for _, text := range all {
		body := page(text)
		if strings.Count(body, "<script>") != strings.Count(plain, "<script>") {
			t.Errorf("%q opened a script", text)
		}
		if n := strings.Count(html.UnescapeString(body), text) - strings.Count(own, text); n < 14 {
			t.Errorf("%q stands %d times in the page, want 14", text, n)
		}
	}
}

// testPayloads opens a page full of payloads, goes through all its views, and
// looks for one that ran or that changed.
func testPayloads(t *testing.T, page func([]string) *dashboard.Page) {
	all := payloads()
	tb := pagetest.Open(t, page(all))
	tb.Eval(`document.querySelectorAll('.sort').forEach((b) => b.click());
		document.querySelectorAll('.filter').forEach((filter) => { const boxes = filter.querySelectorAll('input[type=checkbox]'); boxes[1].click(); boxes[2].click(); boxes[1].click(); boxes[2].click(); }); 0`, nil)
	var seen struct {
		Hacked             bool
		Scripts, Foreign   int
		Text               string
		Handlers, Embedded int
	}
	tb.Eval(`({ hacked: 'hacked' in window, scripts: [...document.scripts].filter((s) => s.type !== 'application/json').length,
		foreign: document.querySelectorAll('iframe, object, embed, base, math, details:not(.filter, .about, .query, .menu, .cited), textarea, img:not(.logo)').length,
		embedded: document.querySelectorAll('[srcdoc], a[href^="javascript:"]').length,
		handlers: [...document.querySelectorAll('*')].filter((e) => [...e.attributes].some((a) => a.name.startsWith('on'))).length,
		text: document.documentElement.textContent + [...document.querySelectorAll('[aria-label]')].map((e) => e.getAttribute('aria-label')).join('') })`, &seen)
	if seen.Hacked || seen.Scripts != 2 || seen.Foreign+seen.Embedded+seen.Handlers != 0 {
		t.Errorf("a payload ran or made an element: hacked %v, %d scripts, %d elements, %d links, %d handlers", seen.Hacked, seen.Scripts, seen.Foreign, seen.Embedded, seen.Handlers)
	}
	for _, text := range all {
		if !strings.Contains(seen.Text, text) {
			t.Errorf("%q is not on the page as it was", text)
		}
	}
	tb.Quiet()
}

// hostile are texts that would run, or vanish, if any part took them for more
// than text.
var hostile = []string{
	`</script><script>window.hacked=1</script>`,
	`__f__window.hacked=1__f__`,
	"a\u2028b\u2029c",
	`"quoted" 'and' \ back`,
	`<img src=x onerror=window.hacked=1>`,
	`{b}{c}{a|x}`,
	`<!--<script>`,
	`{{.Title}}${1+1}`,
}

func testHostile(t *testing.T) {
	all := strings.Join(hostile, " ")
	p := &dashboard.Page{
		ID: "x", Title: all, Subtitle: all, Note: all, Lang: "zh-CN",
		Cards: []dashboard.Card{{Title: all, Value: all, Unit: all, Change: all, Against: all, Note: all, Source: all}},
	}
	for i, text := range hostile {
		p.Sections = append(p.Sections, dashboard.Section{Title: text, Text: text, Figures: []dashboard.Figure{hostileFigure(fmt.Sprintf("f%d", i), text)}})
	}
	tb := pagetest.Open(t, p)
	for i, text := range hostile {
		var seen struct{ Heading, Cell, Quote, Labels string }
		tb.Eval(fmt.Sprintf(`(() => {
			const figure = document.getElementById('f%d');
			const text = (selector) => [...figure.querySelectorAll(selector)].map((e) => e.textContent).join('');
			return { heading: text('h3'), cell: text('td'), quote: text('q'), labels: text('.live text') };
		})()`, i), &seen)
		if seen.Heading != "图 34 "+text || seen.Cell != text || !strings.HasPrefix(seen.Quote, text) || !strings.Contains(seen.Labels, text) {
			t.Errorf("%q became %+v", text, seen)
		}
	}
	tb.Hover("f0", "path[fill='#1f5fa8']", hostile[0]+hostile[0])
	tb.Hover("f4", "path[fill='#1f5fa8']", hostile[4]+hostile[4])
	var page struct {
		Hacked          bool
		Title           string
		Scripts, Images int
	}
	tb.Eval(`({ hacked: 'hacked' in window, title: document.title, images: document.images.length,
		scripts: [...document.scripts].filter((s) => s.type !== 'application/json').length })`, &page)
	if page.Hacked || page.Title != all || page.Scripts != 2 || page.Images != 0 {
		t.Errorf("a text was taken for more than text: %+v", page)
	}
	tb.Quiet()
}

// hostileFigure is a figure whose every text is the same.
func hostileFigure(id, text string) dashboard.Figure {
	c := charttest.Bars(charttest.Light)
	c.Title, c.Alt, c.Source = text, text, text
	bars := c.Panels[0].Marks[0].(chart.Bars)
	bars.Name = text
	bars.Data[0].Name, bars.Data[0].Text, bars.Data[0].Label.Text = text, text, text
	c.Panels[0].Marks[0] = bars
	c.Panels[0].Y.Labels = append([]string{text}, c.Panels[0].Y.Labels[1:]...)
	c.Sources[0] = chart.Source{Report: text, Table: text, Line: 1, Quote: text}
	return dashboard.Figure{ID: id, Chart: c, Table: dashboard.Table{Columns: []dashboard.Column{{Name: text}}, Rows: []dashboard.Row{{Cells: []string{text}}}}}
}
