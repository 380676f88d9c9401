package dashboard

import (
	"context"
	"encoding/json"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
)

// TestBrowser opens pages in a real browser, from a file. One browser serves all
// its parts.
func TestMain(m *testing.M) { browsertest.Main(m) }

func TestBrowser(t *testing.T) {
	ctx := browsertest.Open(t)
	for _, tt := range []struct {
		name string
		test func(*testing.T, *tab)
	}{
		{"draws every chart without a message or a request", testDraws},
		{"tells value and source at the pointer", testTooltip},
		{"switches by keyboard", testSwitch},
		{"never scrolls sideways", testWidths},
		{"follows the reader's colours", testDark},
		{"saves the figure as PNG, SVG and CSV", testSave},
		{"is complete without JavaScript", testNoScript},
		{"prints static pictures", testPrint},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.test(t, openTab(t, ctx, samplePage()))
		})
	}
	t.Run("shows hostile texts as texts", func(t *testing.T) {
		testHostile(t, ctx)
	})
	t.Run("shows 300 payloads as texts", func(t *testing.T) {
		testPayloads(t, ctx, payloadPage)
	})
	t.Run("shows 300 payloads as texts in a fragment", func(t *testing.T) {
		testPayloads(t, ctx, payloadFragment)
	})
}

// A tab is a page in the browser and what the browser said about it.
type tab struct {
	context.Context
	t         testing.TB
	url       string
	mu        sync.Mutex
	messages  []string                           // console, exceptions, violations of the policy
	requests  []string                           // but the page itself and what stands in it
	downloads chan browser.DownloadProgressState // those that ended
}

func openTab(t testing.TB, browser context.Context, p *Page, before ...chromedp.Action) *tab {
	t.Helper()
	html, err := HTML(p)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, html, 0o644); err != nil {
		t.Fatal(err)
	}
	return openFile(t, browser, file, before...)
}

// openFile opens a page and waits until its charts are drawn.
func openFile(t testing.TB, browser context.Context, file string, before ...chromedp.Action) *tab {
	t.Helper()
	tb := startFile(t, browser, file, before...)
	tb.await(`[...document.querySelectorAll('.live')].every((box) => !box.checkVisibility() || box.querySelector('svg, canvas'))`)
	return tb
}

// startFile opens a page and does not wait for its charts.
func startFile(t testing.TB, browser context.Context, file string, before ...chromedp.Action) *tab {
	t.Helper()
	file, err := filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	tb := &tab{Context: ctx, t: t, url: "file://" + file}
	chromedp.ListenTarget(ctx, tb.listen)
	before = append([]chromedp.Action{
		network.Enable(), log.Enable(),
		emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}),
		chromedp.EmulateViewport(1280, 900),
	}, before...)
	tb.run(append(before, page.BringToFront(), chromedp.Navigate(tb.url))...)
	return tb
}

// await waits until an expression of the browser is true.
func (tb *tab) await(expression string) {
	tb.t.Helper()
	tb.run(chromedp.Poll(expression, nil, chromedp.WithPollingTimeout(0)))
}

// settle waits until the page has been the same for some frames.
func (tb *tab) settle() {
	tb.t.Helper()
	tb.eval(`new Promise((done) => {
		let same = 0;
		const watch = new MutationObserver(() => { same = 0; });
		watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
		const frame = () => {
			if (++same < 12) return requestAnimationFrame(frame);
			watch.disconnect();
			done();
		};
		requestAnimationFrame(frame);
	})`, nil, awaited)
}

func (tb *tab) listen(event any) {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		text, _ := json.Marshal(e.Args)
		tb.messages = append(tb.messages, string(text))
	case *runtime.EventExceptionThrown:
		tb.messages = append(tb.messages, e.ExceptionDetails.Error())
	case *log.EventEntryAdded:
		tb.messages = append(tb.messages, e.Entry.Text)
	case *browser.EventDownloadProgress:
		if e.State != browser.DownloadProgressStateInProgress {
			tb.downloads <- e.State
		}
	case *network.EventRequestWillBeSent:
		if u := e.Request.URL; u != tb.url && !strings.HasPrefix(u, "data:") && !strings.HasPrefix(u, "blob:") {
			tb.requests = append(tb.requests, u)
		}
	}
}

func (tb *tab) run(actions ...chromedp.Action) {
	tb.t.Helper()
	if err := chromedp.Run(tb.Context, actions...); err != nil {
		tb.t.Fatal(err)
	}
}

// eval runs an expression of the browser into v.
func (tb *tab) eval(expression string, v any, options ...chromedp.EvaluateOption) {
	tb.t.Helper()
	tb.run(chromedp.Evaluate(expression, v, options...))
}

// quiet fails the test when the browser had anything to say or to fetch.
func (tb *tab) quiet() {
	tb.t.Helper()
	tb.mu.Lock()
	defer tb.mu.Unlock()
	for _, m := range tb.messages {
		tb.t.Errorf("the browser says: %s", m)
	}
	for _, r := range tb.requests {
		tb.t.Errorf("the page asks for %s", r)
	}
}

func testDraws(t *testing.T, tb *tab) {
	var drawn map[string]int
	tb.eval(`Object.fromEntries([...document.querySelectorAll('.live')].map((box) => [box.parentElement.id,
		[...box.querySelectorAll('svg path, svg circle')].filter((p) => p.getBoundingClientRect().width > 4 && p.getAttribute('fill') !== 'none').length]))`, &drawn)
	least := map[string]int{
		"bars-chart": 6, "columns-chart": 9, "lines-chart": 9, "slices-chart": 5, "areas-chart": 2, "waterfall-chart": 6,
		"points-chart": 24, "cells-chart": 20, "flows-chart": 8, "panels-chart": 10, "rose-chart": 6,
	}
	for id, n := range least {
		if drawn[id] < n {
			t.Errorf("%s shows %d shapes, want at least %d", id, drawn[id], n)
		}
	}
	tb.quiet()
}

func testTooltip(t *testing.T, tb *tab) {
	tb.hover("bars", "path[fill='#1f5fa8']", "升学2469 人38.62%来源： report-2023.txt · 表 6 · 第 877 行升学 2469 38.62%")
	tb.hover("slices", "path[fill='#d9822b']", "事业收入24 %24 %来源： report-2023.txt · 表 6 · 第 878 行签就业协议 1830 28.63%")
	tb.hover("flows", "path[fill='#b5475d']", "普通高中 → 省内30 人来源： report-2023.txt · 表 6 · 第 877 行升学 2469 38.62%")
	tb.quiet()
}

// hover puts the pointer on a shape of a figure and looks at the start of what
// the page then says.
func (tb *tab) hover(figure, shape, want string) {
	tb.t.Helper()
	var at struct{ X, Y float64 }
	tb.eval(fmt.Sprintf(`(() => {
		const figure = document.getElementById(%q);
		figure.scrollIntoView({ block: 'center', behavior: 'instant' });
		const box = figure.querySelector(%q).getBoundingClientRect();
		return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	})()`, figure, ".live "+shape), &at)
	tb.run(chromedp.MouseEvent("mouseMoved", at.X-2, at.Y), chromedp.MouseEvent("mouseMoved", at.X, at.Y))
	var text string
	tb.run(chromedp.Poll(fmt.Sprintf(`document.querySelector('#%s .tip')?.textContent`, figure), &text, chromedp.WithPollingTimeout(0)))
	if !strings.HasPrefix(text, want) {
		tb.t.Errorf("the pointer on %s says %q, want %q", figure, text, want)
	}
}

func testSwitch(t *testing.T, tb *tab) {
	shown := `[...document.querySelectorAll('#bars .panel')].filter((p) => p.checkVisibility()).map((p) => p.id).join()`
	selected := `document.activeElement.getAttribute('aria-controls') + ' ' + document.activeElement.getAttribute('aria-selected')`
	tb.press(`#bars [role=tab]`)
	for _, tt := range []struct{ key, panel string }{
		{"", "bars-chart"},
		{kb.ArrowRight, "bars-table"},
		{kb.ArrowRight, "bars-source"},
		{kb.ArrowRight, "bars-chart"},
		{kb.End, "bars-source"},
		{kb.ArrowLeft, "bars-table"},
		{kb.Home, "bars-chart"},
	} {
		var panels, focus string
		tb.run(chromedp.KeyEvent(tt.key), chromedp.Evaluate(shown, &panels), chromedp.Evaluate(selected, &focus))
		if panels != tt.panel || focus != tt.panel+" true" {
			t.Errorf("after %q the panel is %q and the focus on %q, want %s", tt.key, panels, focus, tt.panel)
		}
	}
	tb.quiet()
}

func testWidths(t *testing.T, tb *tab) {
	for _, width := range []int64{1920, 1280, 768, 360} {
		var over []string
		tb.run(chromedp.EmulateViewport(width, 900))
		tb.settle()
		tb.eval(`(document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['page'] : []).concat(
			[...document.querySelectorAll('.figure')].filter((f) => f.querySelector('svg').getBoundingClientRect().right > f.getBoundingClientRect().right).map((f) => f.id))`, &over)
		if len(over) > 0 {
			t.Errorf("at %d pixels too wide: %v", width, over)
		}
	}
	tb.quiet()
}

func awaited(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }

func testDark(t *testing.T, tb *tab) {
	for _, tt := range []struct{ scheme, ink string }{{"dark", string(night.Ink)}, {"light", string(light.Ink)}} {
		tb.run(emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: tt.scheme}}))
		tb.says(`[...new Set([...document.querySelectorAll('#bars .live text')].map((x) => x.getAttribute('fill')))].join()`, tt.ink)
	}
	tb.quiet()
}

func testSave(t *testing.T, tb *tab) {
	dir := t.TempDir()
	tb.saveTo(dir)
	files := map[string][]byte{}
	for _, format := range []string{"svg", "png", "csv"} {
		tb.click(`#columns [data-save="` + format + `"]`)
		files["columns."+format] = tb.saved(filepath.Join(dir, "columns."+format))
	}
	if want := "\ufeff毕业去向,人数（人）,比例（%）\r\n升学,2469,38.62\r\n"; !strings.HasPrefix(string(files["columns.csv"]), want) {
		t.Errorf("the CSV is %q", files["columns.csv"])
	}
	for _, want := range []string{"录取与报到", "来源：某校 2023 年质量年度报告，表 6", "无数据"} {
		if !strings.Contains(string(files["columns.svg"]), want) {
			t.Errorf("the SVG lacks %s", want)
		}
	}
	picture, err := png.DecodeConfig(strings.NewReader(string(files["columns.png"])))
	if err != nil || picture.Width != 2*(960+48) {
		t.Errorf("the PNG is %d pixels wide: %v", picture.Width, err)
	}
	tb.quiet()
}

// saveTo lets the browser save files in a folder.
func (tb *tab) saveTo(dir string) {
	tb.t.Helper()
	tb.downloads = make(chan browser.DownloadProgressState, 16)
	tb.run(browser.SetDownloadBehavior(browser.SetDownloadBehaviorBehaviorAllow).WithDownloadPath(dir).WithEventsEnabled(true).WithBrowserContextID(chromedp.FromContext(tb).BrowserContextID))
}

// saved waits for the file that the browser is about to save, and reads it.
func (tb *tab) saved(path string) []byte {
	tb.t.Helper()
	select {
	case state := <-tb.downloads:
		content, err := os.ReadFile(path)
		if err != nil || state != browser.DownloadProgressStateCompleted {
			tb.t.Fatalf("%s is %s: %v", filepath.Base(path), state, err)
		}
		return content
	case <-tb.Done():
		tb.t.Fatalf("%s was not saved: %v", filepath.Base(path), tb.Err())
	}
	return nil
}

func testNoScript(t *testing.T, tb *tab) {
	tb.run(emulation.SetScriptExecutionDisabled(true), chromedp.Reload())
	var seen struct {
		Pictures, Tables, Sources, Cards, Controls int
		Heading                                    string
	}
	tb.eval(`(() => {
		const count = (s) => [...document.querySelectorAll(s)].filter((e) => e.checkVisibility() && e.getBoundingClientRect().height > 20).length;
		return { pictures: count('.still'), tables: count('.panel.table table'), sources: count('.panel.source'), cards: count('.card'),
			controls: count('.controls'), heading: document.querySelector('h1').textContent };
	})()`, &seen)
	if seen.Pictures != 11 || seen.Tables != 11 || seen.Sources != 11 || seen.Cards != 5 || seen.Controls != 0 || seen.Heading != samplePage().Title {
		t.Errorf("without JavaScript the page shows %+v", seen)
	}
	tb.quiet()
}

func testPrint(t *testing.T, tb *tab) {
	var seen struct{ Still, Live, Controls, Tables int }
	tb.run(emulation.SetEmulatedMedia().WithMedia("print"))
	tb.eval(`(() => {
		const count = (s) => [...document.querySelectorAll(s)].filter((e) => e.checkVisibility()).length;
		return { still: count('.still'), live: count('.live'), controls: count('.controls'), tables: count('table') };
	})()`, &seen)
	if seen.Still != 11 || seen.Live+seen.Controls+seen.Tables != 0 {
		t.Errorf("on paper the page shows %+v", seen)
	}
	var pdf []byte
	tb.run(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		pdf, _, err = page.PrintToPDF().WithPreferCSSPageSize(true).Do(ctx)
		return err
	}))
	tb.says(`[...document.querySelectorAll('.still')].every((still) => still.complete && still.naturalWidth)`, "true")
	if *keep != "" {
		if err := os.WriteFile(*keep+".pdf", pdf, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	tb.quiet()
}
