package render_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"charts/internal/render/dashboard"
)

// drawnAll reports whether every chart of a page is drawn.
const drawnAll = `[...document.querySelectorAll('.live')].every((box) => box.querySelector('svg'))`

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
	ctx, cancel := context.WithTimeout(openBrowser(t), 4*time.Minute)
	t.Cleanup(cancel)
	return ctx, "file://" + file
}
