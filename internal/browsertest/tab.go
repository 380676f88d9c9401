package browsertest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto"
	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A Tab is a page of charts in the browser and what the browser said about it.
type Tab struct {
	context.Context
	T         testing.TB
	URL       string
	mu        sync.Mutex
	messages  []string                           // console, exceptions, violations of the policy
	requests  []string                           // but the page itself and what stands in it
	downloads chan browser.DownloadProgressState // those that ended
}

// OpenFile opens a page and waits until its charts are drawn.
func OpenFile(t testing.TB, file string, before ...chromedp.Action) *Tab {
	t.Helper()
	tb := StartFile(t, file, before...)
	tb.Await(`[...document.querySelectorAll('.live')].every((box) => !box.checkVisibility() || box.querySelector('svg, canvas'))`)
	return tb
}

// StartFile opens a page and does not wait for its charts.
func StartFile(t testing.TB, file string, before ...chromedp.Action) *Tab {
	t.Helper()
	file, err := filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	ctx := Open(t)
	tb := &Tab{Context: ctx, T: t, URL: "file://" + file}
	chromedp.ListenTarget(ctx, tb.listen)
	before = append([]chromedp.Action{
		network.Enable(), log.Enable(),
		emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}),
		chromedp.EmulateViewport(1280, 900),
	}, before...)
	tb.Run(append(before, chromedp.Navigate(tb.URL))...)
	return tb
}

// Await waits until an expression of the browser is true.
func (tb *Tab) Await(expression string) {
	tb.T.Helper()
	tb.Run(chromedp.Poll(expression, nil, chromedp.WithPollingTimeout(0)))
}

// Settle waits until the page has been the same for some frames.
func (tb *Tab) Settle() {
	tb.T.Helper()
	tb.Eval(`new Promise((done) => {
		let same = 0;
		const watch = new MutationObserver(() => { same = 0; });
		watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
		const frame = () => {
			if (++same < 12) return requestAnimationFrame(frame);
			watch.disconnect();
			done();
		};
		requestAnimationFrame(frame);
	})`, nil, Awaited)
}

func (tb *Tab) listen(event any) {
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
		if u := e.Request.URL; u != tb.URL && !strings.HasPrefix(u, "data:") && !strings.HasPrefix(u, "blob:") {
			tb.requests = append(tb.requests, u)
		}
	}
}

// Run lets the browser do something; where that fails, the test ends.
func (tb *Tab) Run(actions ...chromedp.Action) {
	tb.T.Helper()
	if err := chromedp.Run(tb.Context, actions...); err != nil {
		tb.T.Fatal(err)
	}
}

// Eval runs an expression of the browser into v.
func (tb *Tab) Eval(expression string, v any, options ...chromedp.EvaluateOption) {
	tb.T.Helper()
	tb.Run(chromedp.Evaluate(expression, v, options...))
}

// Quiet fails the test when the browser had anything to say or to fetch.
func (tb *Tab) Quiet() {
	tb.T.Helper()
	tb.mu.Lock()
	defer tb.mu.Unlock()
	for _, m := range tb.messages {
		tb.T.Errorf("the browser says: %s", m)
	}
	for _, r := range tb.requests {
		tb.T.Errorf("the page asks for %s", r)
	}
}

// Hover puts the pointer on a shape of a figure and looks at the start of what
// the page then says.
func (tb *Tab) Hover(figure, shape, want string) {
	tb.T.Helper()
	var at struct{ X, Y float64 }
	tb.Eval(fmt.Sprintf(`(() => {
		const figure = document.getElementById(%q);
		figure.scrollIntoView({ block: 'center', behavior: 'instant' });
		const box = figure.querySelector(%q).getBoundingClientRect();
		return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	})()`, figure, ".live "+shape), &at)
	tb.Run(chromedp.MouseEvent("mouseMoved", at.X-2, at.Y), chromedp.MouseEvent("mouseMoved", at.X, at.Y))
	var text string
	tb.Run(chromedp.Poll(fmt.Sprintf(`document.querySelector('#%s .tip')?.textContent`, figure), &text, chromedp.WithPollingTimeout(0)))
	if !strings.HasPrefix(text, want) {
		tb.T.Errorf("the pointer on %s says %q, want %q", figure, text, want)
	}
}

// Awaited waits for the promise that an expression is.
func Awaited(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }

// SaveTo lets the browser save files in a folder.
func (tb *Tab) SaveTo(dir string) {
	tb.T.Helper()
	tb.downloads = make(chan browser.DownloadProgressState, 16)
	tb.Run(browser.SetDownloadBehavior(browser.SetDownloadBehaviorBehaviorAllow).WithDownloadPath(dir).WithEventsEnabled(true).WithBrowserContextID(chromedp.FromContext(tb).BrowserContextID))
}

// Saved waits for the file that the browser is about to save, and reads it.
func (tb *Tab) Saved(path string) []byte {
	tb.T.Helper()
	select {
	case state := <-tb.downloads:
		content, err := os.ReadFile(path)
		if err != nil || state != browser.DownloadProgressStateCompleted {
			tb.T.Fatalf("%s is %s: %v", filepath.Base(path), state, err)
		}
		return content
	case <-tb.Done():
		tb.T.Fatalf("%s was not saved: %v", filepath.Base(path), tb.Err())
	}
	return nil
}

// OpenAt opens the page of a tab at another address.
func (tb *Tab) OpenAt(hash string) {
	tb.Run(chromedp.Navigate("about:blank"), chromedp.Navigate(tb.URL+hash))
}

// Spot is a place in the middle of an element's height, at a share of its width.
func (tb *Tab) Spot(selector string, share float64) (x, y float64) {
	var at [2]float64
	tb.Eval(fmt.Sprintf(`(() => { const b = document.querySelector(%q).getBoundingClientRect(); return [b.x + b.width * %g, b.y + b.height / 2]; })()`, selector, share), &at)
	return at[0], at[1]
}

// Says fails the test unless an expression of the browser soon has the value.
func (tb *Tab) Says(expression, want string) {
	tb.T.Helper()
	if got := tb.becomes(expression, want); got != want {
		tb.T.Fatalf("%s is %q, want %q", expression, got, want) // what follows would wait for what is not there
	}
}

// A test looks this often for what a page is about to do, and rests between two looks. The
// looks are counted and not timed: on a busy machine each of them takes longer.
const (
	looks = 2000
	rest  = 15 * time.Millisecond
)

// becomes is the value of an expression once it is the one that is wanted, or at last. A
// page that goes away while it is asked has no answer; the next one is asked again.
func (tb *Tab) becomes(expression, want string) (got string) {
	tb.T.Helper()
	for range looks {
		var left *cdproto.Error
		err := chromedp.Run(tb.Context, chromedp.Evaluate(`String(`+expression+`)`, &got))
		if err == nil && got == want {
			break
		}
		if err != nil && !(errors.As(err, &left) && left.Code == goneAway) {
			tb.T.Fatal(err)
		}
		time.Sleep(rest)
	}
	return got
}

// goneAway is the code of the browser's answer when the page was left meanwhile.
const goneAway = -32000

// Click presses what a selector finds with the mouse.
func (tb *Tab) Click(selector string) {
	tb.OpenMenu(selector)
	tb.Run(chromedp.Click(selector, chromedp.ByQuery))
}

// OpenMenu opens the menu that a control is in, with the mouse.
func (tb *Tab) OpenMenu(selector string) {
	var closed bool
	tb.Eval(fmt.Sprintf(`(() => { const menu = document.querySelector(%q)?.closest('.menu:not([open])'); menu?.setAttribute('data-next', ''); return Boolean(menu); })()`, selector), &closed)
	if closed {
		tb.Run(chromedp.Click("[data-next] > summary", chromedp.ByQuery))
		tb.Eval(`document.querySelector('[data-next]').removeAttribute('data-next'), 0`, nil)
	}
}

// Press gives keys to what a selector finds.
func (tb *Tab) Press(selector string, keys ...string) {
	tb.OpenMenu(selector)
	tb.Run(chromedp.Focus(selector, chromedp.ByQuery))
	for _, k := range keys {
		tb.Run(chromedp.KeyEvent(k))
	}
}
