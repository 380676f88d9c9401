package manifest

import (
	"path/filepath"
	"slices"
	"strings"

	"charts/internal/message"
)

// PageFormat is the format of dashboards.
const PageFormat = "html"

// The formats of dashboards as slides: those that can be edited, and those on paper,
// which a run writes when it names the page.
const (
	DeckFormat  = "pptx"
	PaperFormat = "pdf"
)

// PageOf cuts the format off the path of a page.
func PageOf(path string) (id string, ok bool) {
	for _, format := range []string{PageFormat, DeckFormat, PaperFormat} {
		if id, ok := strings.CutSuffix(path, "."+format); ok {
			return id, true
		}
	}
	return path, false
}

// Together names paths in one breath. Those that differ from the one before by
// their ending alone are named by it.
func Together(paths []string) message.Text {
	names := slices.Clone(paths)
	for i := 1; i < len(paths); i++ {
		ext := filepath.Ext(paths[i])
		switch before := paths[i-1]; {
		case strings.TrimSuffix(paths[i], ext) == strings.TrimSuffix(before, filepath.Ext(before)):
			names[i] = ext
		case filepath.Dir(paths[i]) == filepath.Dir(before):
			names[i] = filepath.Base(paths[i])
		}
	}
	return message.Enumerated(names)
}
