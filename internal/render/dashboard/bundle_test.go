package dashboard

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"
)

var update = flag.Bool("update", false, "write the scripts of the page anew")

// The scripts in the binary are what the modules in script/ give.
func TestBundle(t *testing.T) {
	for file, options := range map[string]api.BuildOptions{
		"assets/early.js": {EntryPoints: []string{"script/early.js"}, GlobalName: "theme"},
		"assets/page.js":  {EntryPoints: []string{"script/boot.js"}},
	} {
		want := bundle(t, options)
		if *update {
			if err := os.WriteFile(file, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not what its modules give, %v: run go test -run Bundle -update, and build", file, err)
		}
	}
}

// bundle joins a module and all that it imports in one script.
func bundle(t *testing.T, options api.BuildOptions) []byte {
	options.Bundle = true
	options.Format = api.FormatIIFE
	options.Target = api.ES2022
	options.Charset = api.CharsetUTF8
	options.MinifyIdentifiers, options.MinifySyntax, options.MinifyWhitespace = true, true, true
	options.Outfile = "script.js"
	built := api.Build(options)
	for _, m := range built.Errors {
		t.Errorf("%s:%d: %s", m.Location.File, m.Location.Line, m.Text)
	}
	if len(built.OutputFiles) != 1 {
		t.Fatal("no script was made")
	}
	return built.OutputFiles[0].Contents
}

// A module imports nothing that leads back to it.
func TestModulesPointOneWay(t *testing.T) {
	built := api.Build(api.BuildOptions{EntryPoints: []string{"script/boot.js"}, Bundle: true, Metafile: true, Outfile: "script.js"})
	var graph struct {
		Inputs map[string]struct {
			Imports []struct{ Path string }
		}
	}
	if err := json.Unmarshal([]byte(built.Metafile), &graph); err != nil || len(graph.Inputs) < 30 {
		t.Fatalf("%d modules, %v", len(graph.Inputs), err)
	}
	done := map[string]bool{}
	var visit func(path []string)
	visit = func(path []string) {
		last := path[len(path)-1]
		if slices.Contains(path[:len(path)-1], last) {
			t.Errorf("a cycle of imports: %s", strings.Join(path, " → "))
			return
		}
		if done[last] {
			return
		}
		for _, i := range graph.Inputs[last].Imports {
			visit(append(slices.Clone(path), i.Path))
		}
		done[last] = true
	}
	visit([]string{"script/boot.js"})
}
