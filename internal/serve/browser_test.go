package serve

import (
	"context"
	"net"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"charts/internal/browsertest"
)

func TestMain(m *testing.M) { browsertest.Main(m) }

// complaints fails the test when the page throws or logs.
func complaints(ctx context.Context, t *testing.T) {
	chromedp.ListenTarget(ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			t.Errorf("the page throws %s", e.ExceptionDetails.Error())
		case *log.EventEntryAdded:
			if !strings.HasSuffix(e.Entry.URL, "/favicon.ico") {
				t.Errorf("the console says %s", e.Entry.Text)
			}
		}
	})
}

// The page, used as a person does: it shows a save in place, a fault with its
// line, a table, and what the form draws.
func TestPageInABrowser(t *testing.T) {
	address := start(t)
	ctx := browsertest.Open(t)
	complaints(ctx, t)
	run := func(what string, actions ...chromedp.Action) {
		t.Helper()
		if err := chromedp.Run(ctx, actions...); err != nil {
			t.Fatalf("%s: %v", what, err)
		}
	}
	until := func(condition string) chromedp.Action {
		return chromedp.Poll(condition, nil, chromedp.WithPollingTimeout(0))
	}
	drawn := `document.querySelector("#figures img")?.naturalWidth > 0`
	run("open", chromedp.Navigate(address+"/"), until(drawn), chromedp.Evaluate(`window.stays = document.querySelector("#figures img"); old = stays.src`, nil))

	write(t, reportFile, strings.Replace(reportText, "2469", "2481", 1))
	run("save", until(`stays.src !== old && stays.complete && stays.isConnected`))

	write(t, specFile, "title: x\nchart: barr\n")
	run("fault", until(`!problems.hidden && problems.textContent.includes("2 | chart: barr") && document.querySelector("figure.broken img")`))
	write(t, specFile, specText)
	run("mended", until(`problems.hidden && !document.querySelector("figure.broken")`))

	run("table", chromedp.Click("#tables button"), until(`cells.textContent.includes("2481") && spec.value.includes("表 6")`))
	run("try", chromedp.Click("#try button"), until(`!drawn.hidden && drawn.naturalWidth > 0 && said.hidden`))
	run("try a fault", chromedp.SetValue("#spec", "chart: 1\n"), chromedp.Click("#try button"), until(`!said.hidden && said.textContent.includes("preview.yaml:1")`))
}

// A page of another origin can neither fetch the preview, nor show it as a
// picture or in a frame.
func TestForeignPageReadsNothing(t *testing.T) {
	address := start(t)
	ctx := browsertest.Open(t)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	evil := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Write([]byte(`<title>x</title>`))
	})}
	go evil.Serve(l)
	defer evil.Close()
	var got []string
	err = chromedp.Run(ctx, chromedp.Navigate("http://"+l.Addr().String()), chromedp.Evaluate(`(async () => {
		const base = "`+address+`";
		const fetched = (path, options) => fetch(base + path, options).then((r) => r.text()).then((text) => "read " + text, () => "refused");
		const loaded = (tag) => new Promise((done) => {
			const node = document.createElement(tag);
			node.onload = () => done(tag === "iframe" && !node.contentDocument ? "refused" : "loaded " + tag);
			node.onerror = () => done("refused");
			node.src = base + (tag === "script" ? "/app.js" : "/out/figures/where.svg");
			document.body.append(node);
		});
		return Promise.all([fetched("/state"), fetched("/try", { method: "POST", headers: { "Content-Type": "application/yaml" } }),
			fetched("/try", { method: "POST", mode: "no-cors", body: "x" }).then((x) => x === "read " ? "refused" : x),
			loaded("img"), loaded("script"), loaded("iframe")]);
	})()`, &got, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
	if err != nil {
		t.Fatal(err)
	}
	for i, answer := range got {
		if answer != "refused" {
			t.Errorf("%d: %.200s", i, answer)
		}
	}
	if len(got) != 6 {
		t.Errorf("answers: %v", got)
	}
}
