package manifest

import (
	"path/filepath"
	"slices"
	"strings"
)

// PageFormat is the format of dashboards.
const PageFormat = "html"

// Together names paths in one breath. Those that differ from the one before by
// their ending alone are named by it.
func Together(paths []string) string {
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
	return Enumerated(names)
}

// Enumerated is a list in words: a, b and c.
func Enumerated(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
