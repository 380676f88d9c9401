package render_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"charts/internal/browsertest"
	"charts/internal/render/dashboard"
)

func TestMain(m *testing.M) { browsertest.Main(m) }

// allDrawn waits until every chart of a page is drawn.
var allDrawn = chromedp.Poll(`[...document.querySelectorAll('.live')].every((box) => box.closest('.figure').classList.contains('drawn'))`,
	nil, chromedp.WithPollingTimeout(0))

// pageFile writes a page to a file for a browser that is about to open it.
func pageFile(t *testing.T, page *dashboard.Page) (browser context.Context, address string) {
	t.Helper()
	html, err := dashboard.HTML(page)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, html, 0o644); err != nil {
		t.Fatal(err)
	}
	return browsertest.Open(t), "file://" + file
}
