package internal_test

import (
	"fmt"
	"go/build"
	"os"
	"slices"
	"strings"
	"testing"
)

// The picture of docs/design.md is made of the imports: UPDATE_HOUSE=1 draws it anew.
func TestHouse(t *testing.T) {
	t.Chdir("..")
	const path, begin, end = "docs/design.md", "<!-- house -->\n```\n", "```\n<!-- /house -->"
	doc, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok1 := strings.Cut(string(doc), begin)
	_, after, ok2 := strings.Cut(rest, end)
	if !ok1 || !ok2 {
		t.Fatalf("%s has no place for the picture", path)
	}
	want := before + begin + house(t) + end + after
	if os.Getenv("UPDATE_HOUSE") != "" {
		if err := os.WriteFile(path, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	} else if string(doc) != want {
		t.Errorf("the picture in %s is stale; run UPDATE_HOUSE=1 go test ./internal -run House and look at it", path)
	}
}

// house draws the packages in storeys: each stands above all that it imports, and
// names those that nothing else of what it imports stands on.
func house(t *testing.T) string {
	imports := map[string][]string{}
	for _, dir := range packages(t, "internal", "cmd") {
		pkg, err := build.ImportDir(dir, 0)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimPrefix(dir, "internal/")
		imports[name] = nil
		for _, path := range pkg.Imports {
			if other, ours := strings.CutPrefix(path, "charts/internal/"); ours {
				imports[name] = append(imports[name], other)
			}
		}
	}
	storeys := map[int][]string{}
	top := 0
	for name := range imports {
		n := storey(imports, name)
		top = max(top, n)
		storeys[n] = append(storeys[n], name)
	}
	var b strings.Builder
	for n := top; n >= 0; n-- {
		slices.Sort(storeys[n])
		for _, name := range storeys[n] {
			line := fmt.Sprintf("%2d  %-17s → %s", n, name, strings.Join(nearest(imports, name), " "))
			b.WriteString(strings.TrimRight(line, " →") + "\n")
		}
	}
	return b.String()
}

// storey is one above the highest of what a package imports.
func storey(imports map[string][]string, name string) (n int) {
	for _, other := range imports[name] {
		n = max(n, storey(imports, other)+1)
	}
	return n
}

// nearest are the imports that no other import leads to.
func nearest(imports map[string][]string, name string) []string {
	direct := slices.Clone(imports[name])
	slices.Sort(direct)
	return slices.DeleteFunc(direct, func(far string) bool {
		return slices.ContainsFunc(imports[name], func(other string) bool { return other != far && leads(imports, other, far) })
	})
}

func leads(imports map[string][]string, from, to string) bool {
	return slices.ContainsFunc(imports[from], func(next string) bool { return next == to || leads(imports, next, to) })
}
