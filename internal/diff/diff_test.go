package diff

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"charts/internal/manifest"
	"charts/internal/message"
)

func encoded(t *testing.T, w, h int, dots ...image.Point) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range m.Pix {
		m.Pix[i] = 0xff
	}
	for _, p := range dots {
		m.Set(p.X, p.Y, color.Black)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestDifference(t *testing.T) {
	tests := []struct {
		name          string
		before, after []byte
		share         float64
	}{
		{"same", encoded(t, 10, 10), encoded(t, 10, 10), 0},
		{"a point", encoded(t, 10, 10), encoded(t, 10, 10, image.Pt(3, 4)), 0.01},
		{"wider", encoded(t, 10, 10), encoded(t, 20, 10), 0.5},
	}
	for _, tt := range tests {
		picture, share, err := difference(tt.before, tt.after)
		if err != nil || share != tt.share {
			t.Errorf("%s: share %v, %v; want %v", tt.name, share, err, tt.share)
		}
		if _, err := png.Decode(bytes.NewReader(picture)); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	if _, _, err := difference(encoded(t, 1, 1), []byte("no picture")); err == nil {
		t.Error("compared a text with a picture")
	}
	if _, _, err := difference(encoded(t, 30_000, 1), encoded(t, 1, 30_000)); err == nil {
		t.Error("compared two pictures that together are of 900 million points")
	}
}

const hostile = `{"version": 1, "renderer": "1",
"outputs": [{"path": "figures/<script>alert(1)</script>.png", "id": "x|y", "sha256": "%"}, {"path": "../secret.png", "id": "s", "sha256": "%"}],
"figures": [{"id": "x", "columns": [{"name": "a"}, {"name": "b"}], "rows": [{"cells": ["<b>|[a](http://x)", %], "sources": []}]}]}`

// Names come from reports and manifests: they are text in every form, and no path
// leads out of the folder.
func TestNamesStayText(t *testing.T) {
	dir := t.TempDir()
	os.WriteFile(filepath.Join(dir, "secret.png"), encoded(t, 2, 2), 0o644)
	var both []manifest.Artefact
	for _, n := range []string{"1", "2"} {
		out := filepath.Join(dir, "out"+n)
		os.Mkdir(out, 0o755)
		os.WriteFile(filepath.Join(out, "manifest.json"), []byte(strings.ReplaceAll(hostile, "%", n)), 0o644)
		a, err := manifest.Open(out)
		if err != nil {
			t.Fatal(err)
		}
		both = append(both, a)
	}
	d := Of(both[0], both[1])
	var page, markdown bytes.Buffer
	if err := d.HTML(&page, message.English); err != nil {
		t.Fatal(err)
	}
	d.Markdown(&markdown, message.English)
	for _, bad := range []string{"<script>", "<b>", "data:image"} {
		if strings.Contains(page.String(), bad) {
			t.Errorf("the page has %s", bad)
		}
	}
	for _, bad := range []string{"<script>", "<b>", "[a]", "http://"} {
		if strings.Contains(markdown.String(), bad) {
			t.Errorf("the Markdown has %s:\n%s", bad, &markdown)
		}
	}
}

// A browser shows the page without a word on its console.
func TestPageKeepsItsPolicy(t *testing.T) {
	browser, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("no browser")
	}
	path := filepath.Join(t.TempDir(), "diff.html")
	var page bytes.Buffer
	if err := (Diff{Before: "a", After: "b", New: []string{"x"}}).HTML(&page, message.English); err != nil {
		t.Fatal(err)
	}
	os.WriteFile(path, page.Bytes(), 0o644)
	said, _ := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
		"--dump-dom", "file://"+path).CombinedOutput()
	if strings.Contains(string(said), "Content Security Policy") || !strings.Contains(string(said), "x is new") {
		t.Errorf("the browser says\n%s", said)
	}
}
