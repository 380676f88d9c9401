package regexp

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Every pattern of the program compiles. One that is put together of others is
// compiled by the tests of its package.
func TestPatternsCompile(t *testing.T) {
	n := 0
	filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			for pos, pattern := range patterns(t, path) {
				n++
				if _, err := regexp.Compile(pattern); err != nil {
					t.Errorf("%s: %v", pos, err)
				}
			}
		}
		return err
	})
	if n < 300 {
		t.Errorf("%d patterns were found", n)
	}
}

// patterns are the constant patterns of a folder, by their places.
func patterns(t *testing.T, dir string) map[string]string {
	fset := token.NewFileSet()
	var files []*ast.File
	paths, _ := filepath.Glob(filepath.Join(dir, "*.go"))
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	info := types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	(&types.Config{Error: func(error) {}}).Check(dir, fset, files, &info) // without what it imports: constants need nothing of it
	found := map[string]string{}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 1 {
				return true
			}
			if s, ok := call.Fun.(*ast.SelectorExpr); ok && s.Sel.Name == "MustCompile" {
				if v := info.Types[call.Args[0]].Value; v != nil {
					found[fset.Position(call.Pos()).String()] = constant.StringVal(v)
				}
			}
			return true
		})
	}
	return found
}
