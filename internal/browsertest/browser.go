// Package browsertest gives tests a real browser, one for all tests of a package: to
// start one takes seconds where the machine is busy.
package browsertest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"

	"charts/internal/font"
)

// Main runs the tests of a package, and ends the browser if one was started.
func Main(m *testing.M) {
	code := m.Run()
	if stop != nil {
		stop()
	}
	os.Exit(code)
}

// Open is the tab of the browser, as if it were new: to make one costs as much as to
// open a page in it.
func Open(t testing.TB) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes long")
	}
	browser, err := start()
	switch {
	case errors.Is(err, exec.ErrNotFound) && os.Getenv("CI") == "":
		t.Skip("no chromium")
	case err != nil:
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(untilDeadline(t, browser))
	t.Cleanup(cancel)
	if err := chromedp.Run(ctx, asNew); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// asNew leaves the page of the test before, and takes back what that test has set.
var asNew = chromedp.Tasks{
	chromedp.ActionFunc(func(ctx context.Context) error {
		for _, id := range scripts {
			if err := page.RemoveScriptToEvaluateOnNewDocument(id).Do(ctx); err != nil {
				return err
			}
		}
		scripts = nil
		return nil
	}),
	chromedp.MouseEvent(input.MouseMoved, 0, 0),
	emulation.SetScriptExecutionDisabled(false),
	emulation.SetTouchEmulationEnabled(false),
	emulation.SetCPUThrottlingRate(1),
	emulation.SetEmulatedMedia().WithMedia("").WithFeatures([]*emulation.MediaFeature{}),
	emulation.ClearDeviceMetricsOverride(),
	browser.ResetPermissions(),
	browser.SetDownloadBehavior(browser.SetDownloadBehaviorBehaviorDefault),
	storage.ClearDataForOrigin("file://", "local_storage"),
	chromedp.Navigate("about:blank"),
	page.ResetNavigationHistory(),
}

// The scripts that AtStart has given to the tab.
var scripts []page.ScriptIdentifier

// AtStart runs a script in every page of a test before the page's own.
func AtStart(script string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		id, err := page.AddScriptToEvaluateOnNewDocument(script).Do(ctx)
		scripts = append(scripts, id)
		return err
	})
}

// untilDeadline ends what waits in vain shortly before the run of the tests is
// ended. Nothing else limits how long a browser may take: machines differ.
func untilDeadline(t testing.TB, ctx context.Context) context.Context {
	run, ok := t.(interface{ Deadline() (time.Time, bool) })
	if !ok { // a benchmark
		return ctx
	}
	end, ok := run.Deadline()
	if !ok {
		return ctx
	}
	ctx, cancel := context.WithDeadline(ctx, end.Add(-5*time.Second))
	t.Cleanup(cancel)
	return ctx
}

// stop ends the browser; nil when there is none.
var stop func()

// start starts the browser, once.
var start = sync.OnceValues(func() (context.Context, error) {
	path, err := exec.LookPath("chromium")
	if err != nil {
		return nil, err
	}
	fonts, err := os.MkdirTemp("", "charts-fonts-")
	if err != nil {
		return nil, err
	}
	conf, err := Fonts(fonts)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(fonts))
	}
	ctx, cancelAllocator := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WSURLReadTimeout(time.Hour),
		chromedp.Env("FONTCONFIG_FILE="+conf), chromedp.Flag("force-prefers-reduced-motion", true),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))...)
	ctx, cancel := chromedp.NewContext(ctx)
	stop = func() {
		cancel()
		cancelAllocator()
		os.RemoveAll(fonts)
	}
	return ctx, chromedp.Run(ctx)
})

// fontConfig makes the fonts of a folder those of the system. Without hints the
// letters are as wide as the font says; with them, as the pixels of one machine.
const fontConfig = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>%s</dir>
  <cachedir>%[1]s/cache</cachedir>
  <match target="pattern">
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintnone</const></edit>
  </match>
</fontconfig>
`

// Fonts writes the fonts of the program into a folder, and the configuration by which
// programs that ask fontconfig find them alone: what a test sees must not depend on
// the fonts of the machine.
func Fonts(dir string) (conf string, err error) {
	conf = filepath.Join(dir, "fonts.conf")
	for path, content := range map[string][]byte{
		filepath.Join(dir, "regular.ttf"): font.TTF(false),
		filepath.Join(dir, "bold.ttf"):    font.TTF(true),
		conf:                              fmt.Appendf(nil, fontConfig, dir),
	} {
		if err := os.WriteFile(path, content, 0o644); err != nil {
			return "", err
		}
	}
	return conf, nil
}
