package message_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/constant"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"charts/internal/message"
)

// Every format in the source has its Chinese, with the same verbs, and no entry of
// the catalogue has lost its format.
func TestCatalogue(t *testing.T) {
	said := formats(t)
	for format, place := range said {
		chinese, ok := message.Catalogue()[message.Format(format)]
		switch {
		case !wordy.MatchString(verb.ReplaceAllString(format, "")):
		case !ok:
			t.Errorf("%s: no Chinese for %q", place, format)
		case verbs(format) != verbs(string(chinese)):
			t.Errorf("%s: %q takes %s, and %q takes %s", place, format, verbs(format), string(chinese), verbs(string(chinese)))
		}
	}
	help := literals(t)
	for format := range message.Catalogue() {
		if said[string(format)] == "" && !help[strings.ReplaceAll(string(format), "%%", "%")] {
			t.Errorf("nothing says %q any more", string(format))
		}
	}
}

var (
	wordy      = regexp.MustCompile(`\p{L}{2}`)
	inTemplate = regexp.MustCompile(`\{\{say "([^"]*)"`)
	verb       = regexp.MustCompile(`%(?:\[(\d+)\])?[-+# 0]*[\d*]*(?:\.\d+)?(?:\[(\d+)\])?([a-zA-Z%])`)
)

// verbs are the arguments that a format takes, in their order: 1s 2d. A text in
// quotes is a text; a number as %v is none.
func verbs(format string) string {
	var all []string
	next := 1
	for _, m := range verb.FindAllStringSubmatch(format, -1) {
		if m[3] == "%" {
			continue
		}
		at := fmt.Sprint(next)
		if i := m[1] + m[2]; i != "" {
			at = i
		}
		fmt.Sscan(at, &next)
		next++
		all = append(all, at+strings.NewReplacer("q", "s", "w", "s").Replace(m[3]))
	}
	slices.Sort(all)
	return strings.Join(slices.Compact(all), " ")
}

// literals are the texts in the source of the command, where the help stands.
func literals(t *testing.T) map[string]bool {
	texts := map[string]bool{}
	paths, _ := filepath.Glob("cmd/charts/*.go")
	for _, path := range paths {
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				s, _ := strconv.Unquote(lit.Value)
				texts[s] = true
			}
			return true
		})
	}
	return texts
}

// docs are what the words of the specs mean, in the tags of their types.
func docs(t *testing.T) map[string]bool {
	texts := map[string]bool{}
	paths, _ := filepath.Glob("internal/spec/*.go")
	for _, path := range paths {
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if word, ok := n.(*ast.Field); ok && word.Tag != nil {
				tag, _ := strconv.Unquote(word.Tag.Value)
				if doc := reflect.StructTag(tag).Get("doc"); doc != "" {
					texts[doc] = true
				}
			}
			return true
		})
	}
	return texts
}

// formats are the constants of type Format in the source, each with its place.
func formats(t *testing.T) map[string]string {
	t.Chdir("../..")
	out, err := exec.Command("go", "list", "-export", "-deps", "-json=ImportPath,Export,Dir,GoFiles", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	type listed struct {
		ImportPath, Export, Dir string
		GoFiles                 []string
	}
	exports := map[string]string{}
	var ours []listed
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if dec.Decode(&p) != nil {
			break
		}
		exports[p.ImportPath] = p.Export
		if strings.HasPrefix(p.ImportPath, "charts/") {
			ours = append(ours, p)
		}
	}
	said := map[string]string{}
	for tag := range docs(t) {
		said[strings.ReplaceAll(tag, "%", "%%")] = "a word of the specs"
	}
	for _, path := range []string{"internal/diff/page.html", "internal/serve/index.html"} {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range inTemplate.FindAllStringSubmatch(string(src), -1) {
			said[m[1]] = path
		}
	}
	fset := token.NewFileSet()
	imports := importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
	for _, p := range ours {
		var files []*ast.File
		for _, name := range p.GoFiles {
			f, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, f)
		}
		info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
		if _, err := (&types.Config{Importer: imports}).Check(p.ImportPath, fset, files, info); err != nil {
			t.Fatal(err)
		}
		for e, tv := range info.Types {
			if tv.Value != nil && tv.Value.Kind() == constant.String && tv.Type.String() == "charts/internal/message.Format" {
				said[constant.StringVal(tv.Value)] = fset.Position(e.Pos()).String()
			}
		}
	}
	return said
}
