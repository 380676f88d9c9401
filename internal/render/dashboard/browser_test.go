package dashboard_test

import (
	"context"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"charts/internal/browsertest"
	"charts/internal/chart/charttest"
	"charts/internal/render/pagetest"
)

// TestBrowser opens pages in a real browser, from a file. One browser serves all
// its parts.
func TestMain(m *testing.M) { browsertest.Main(m) }

func TestBrowser(t *testing.T) {
	for _, tt := range []struct {
		name string
		test func(*testing.T, *browsertest.Tab)
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
			tt.test(t, pagetest.Open(t, pagetest.Sample()))
		})
	}
	t.Run("shows hostile texts as texts", func(t *testing.T) {
		testHostile(t)
	})
	t.Run("shows 300 payloads as texts", func(t *testing.T) {
		testPayloads(t, payloadPage)
	})
	t.Run("shows 300 payloads as texts in a fragment", func(t *testing.T) {
		testPayloads(t, payloadFragment)
	})
}

func testDraws(t *testing.T, tb *browsertest.Tab) {
	var drawn map[string]int
	tb.Eval(`Object.fromEntries([...document.querySelectorAll('.live')].map((box) => [box.parentElement.id,
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
	tb.Quiet()
}

func testTooltip(t *testing.T, tb *browsertest.Tab) {
	tb.Hover("bars", "path[fill='#1f5fa8']", "升学2469 人38.62%来源： report-2023.txt · 表 6 · 第 877 行升学 2469 38.62%")
	tb.Hover("slices", "path[fill='#d9822b']", "事业收入24 %24 %来源： report-2023.txt · 表 6 · 第 878 行签就业协议 1830 28.63%")
	tb.Hover("flows", "path[fill='#b5475d']", "普通高中 → 省内30 人来源： report-2023.txt · 表 6 · 第 877 行升学 2469 38.62%")
	tb.Quiet()
}

func testSwitch(t *testing.T, tb *browsertest.Tab) {
	shown := `[...document.querySelectorAll('#bars .panel')].filter((p) => p.checkVisibility()).map((p) => p.id).join()`
	selected := `document.activeElement.getAttribute('aria-controls') + ' ' + document.activeElement.getAttribute('aria-selected')`
	tb.Press(`#bars [role=tab]`)
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
		tb.Run(chromedp.KeyEvent(tt.key), chromedp.Evaluate(shown, &panels), chromedp.Evaluate(selected, &focus))
		if panels != tt.panel || focus != tt.panel+" true" {
			t.Errorf("after %q the panel is %q and the focus on %q, want %s", tt.key, panels, focus, tt.panel)
		}
	}
	tb.Quiet()
}

func testWidths(t *testing.T, tb *browsertest.Tab) {
	for _, width := range []int64{1920, 1280, 768, 360} {
		var over []string
		tb.Run(chromedp.EmulateViewport(width, 900))
		tb.Settle()
		tb.Eval(`(document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['page'] : []).concat(
			[...document.querySelectorAll('.figure')].filter((f) => f.querySelector('svg').getBoundingClientRect().right > f.getBoundingClientRect().right).map((f) => f.id))`, &over)
		if len(over) > 0 {
			t.Errorf("at %d pixels too wide: %v", width, over)
		}
	}
	tb.Quiet()
}

func testDark(t *testing.T, tb *browsertest.Tab) {
	for _, tt := range []struct{ scheme, ink string }{{"dark", string(charttest.Night.Ink)}, {"light", string(charttest.Light.Ink)}} {
		tb.Run(emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: tt.scheme}}))
		tb.Says(`[...new Set([...document.querySelectorAll('#bars .live text')].map((x) => x.getAttribute('fill')))].join()`, tt.ink)
	}
	tb.Quiet()
}

func testSave(t *testing.T, tb *browsertest.Tab) {
	dir := t.TempDir()
	tb.SaveTo(dir)
	files := map[string][]byte{}
	for _, format := range []string{"svg", "png", "csv"} {
		tb.Click(`#columns [data-save="` + format + `"]`)
		files["columns."+format] = tb.Saved(filepath.Join(dir, "columns."+format))
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
	tb.Quiet()
}

func testNoScript(t *testing.T, tb *browsertest.Tab) {
	tb.Run(emulation.SetScriptExecutionDisabled(true), chromedp.Reload())
	var seen struct {
		Pictures, Tables, Sources, Cards, Controls int
		Heading                                    string
	}
	tb.Eval(`(() => {
		const count = (s) => [...document.querySelectorAll(s)].filter((e) => e.checkVisibility() && e.getBoundingClientRect().height > 20).length;
		return { pictures: count('.still'), tables: count('.panel.table table'), sources: count('.panel.source'), cards: count('.card'),
			controls: count('.controls'), heading: document.querySelector('h1').textContent };
	})()`, &seen)
	if seen.Pictures != 11 || seen.Tables != 11 || seen.Sources != 11 || seen.Cards != 5 || seen.Controls != 0 || seen.Heading != pagetest.Sample().Title {
		t.Errorf("without JavaScript the page shows %+v", seen)
	}
	tb.Quiet()
}

func testPrint(t *testing.T, tb *browsertest.Tab) {
	var seen struct{ Still, Live, Controls, Tables int }
	tb.Run(emulation.SetEmulatedMedia().WithMedia("print"))
	tb.Eval(`(() => {
		const count = (s) => [...document.querySelectorAll(s)].filter((e) => e.checkVisibility()).length;
		return { still: count('.still'), live: count('.live'), controls: count('.controls'), tables: count('table') };
	})()`, &seen)
	if seen.Still != 11 || seen.Live+seen.Controls+seen.Tables != 0 {
		t.Errorf("on paper the page shows %+v", seen)
	}
	var pdf []byte
	tb.Run(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		pdf, _, err = page.PrintToPDF().WithPreferCSSPageSize(true).Do(ctx)
		return err
	}))
	tb.Says(`[...document.querySelectorAll('.still')].every((still) => still.complete && still.naturalWidth)`, "true")
	if *keep != "" {
		if err := os.WriteFile(*keep+".pdf", pdf, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	tb.Quiet()
}
