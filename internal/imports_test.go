package internal_test

import (
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// arrows is who may import whom: for each package, the packages of this module
// that it may name. All may name message, which names none.
var arrows = map[string]string{
	"internal/message":          "",
	"internal/notation":         "regexp",
	"internal/diag":             "",
	"internal/quantity":         "notation regexp",
	"internal/claim":            "notation quantity regexp report table",
	"internal/font":             "",
	"internal/meter":            "",
	"internal/pdftext":          "meter",
	"internal/ballast":          "",
	"internal/prose":            "",
	"internal/regexp":           "",
	"internal/browsertest":      "font",
	"internal/chart/charttest":  "chart",
	"internal/kind/kindtest":    "chart kind series spec",
	"internal/render/pagetest":  "browsertest chart chart/charttest render/dashboard",
	"internal/grid":             "notation regexp",
	"internal/numfmt":           "message regexp",
	"internal/format":           "grid meter notation numfmt pdftext regexp",
	"internal/table":            "diag format notation regexp",
	"internal/report":           "diag format grid notation pdftext regexp table",
	"internal/spec":             "diag regexp",
	"internal/sentence":         "message notation quantity regexp",
	"internal/series":           "diag format notation quantity regexp report sentence spec table",
	"internal/chart":            "",
	"internal/typeset":          "font",
	"internal/geojson":          "chart",
	"internal/palette":          "chart diag spec",
	"internal/layout":           "chart font notation typeset",
	"internal/kind":             "chart diag font geojson layout notation palette quantity regexp series spec typeset",
	"internal/render/plot":      "chart font",
	"internal/render/echarts":   "chart",
	"internal/render/dashboard": "chart font regexp render/echarts",
	"internal/render/slides":    "chart typeset",
	"internal/audit":            "claim diag notation quantity regexp report",
	"internal/point":            "audit chart kind notation quantity regexp series typeset",
	"internal/lint":             "chart diag kind notation palette quantity regexp series spec",
	"internal/draft":            "chart diag kind notation point quantity regexp report series spec table",
	"internal/word":             "regexp",
	"internal/file":             "message",
	"internal/database":         "",
	"internal/manifest":         "chart file message notation quantity regexp series",
	"internal/proof":            "chart notation report table typeset",
	"internal/pattern":          "",
	"internal/peer":             "notation quantity report series table",
	"internal/build":            "audit chart claim database diag draft file font format kind lint manifest notation palette pattern pdftext peer point proof regexp render/dashboard render/plot render/slides report series spec table typeset word",
	"internal/diff":             "diag manifest message",
	"internal/serve":            "build",
	"reach/internal/store":      "",
	"reach/internal/bench":      "build diag file report spec",
	"reach/internal/pipeline":   "build file manifest pattern peer report reach/internal/bench reach/internal/store",
	"reach/internal/sample":     "reach/internal/store",
	"reach/cmd/charts-reach":    "reach/internal/bench reach/internal/pipeline reach/internal/sample",
	"cmd/charts":                "audit ballast build diag diff draft manifest report serve series spec table word",
}

// owners names the packages that may import a heavy library.
var owners = map[string][]string{
	"gonum.org/":            {"internal/render/plot"},
	"github.com/evanw":      {}, // of tests alone
	"github.com/klippa":     {"internal/pdftext"},
	"github.com/tetra":      {"internal/pdftext"},
	"modernc.org/sqlite":    {"internal/database", "internal/series"},
	"github.com/jackc":      {"internal/database"},
	"github.com/go-sql":     {"internal/database"},
	"github.com/go-echarts": {"internal/render/echarts"},
	"github.com/goccy":      {"internal/spec"},
	"codeberg.org/go-pdf":   {"internal/render/plot"},
	"github.com/spf13":      {"cmd/charts"},
	"github.com/klauspost":  {"internal/render/plot"},
	"github.com/xuri":       {"internal/audit", "internal/format"},
	"github.com/parquet":    {"internal/format", "reach/internal/pipeline"},
	"github.com/yuin":       {"internal/format", "internal/render/dashboard"},
}

func TestImportsPointOneWay(t *testing.T) {
	t.Chdir("..")
	for _, dir := range packages(t, "internal", "cmd", "reach") {
		allowed, ok := arrows[dir]
		if !ok {
			t.Errorf("%s is not in the table of arrows", dir)
			continue
		}
		pkg, err := build.ImportDir(dir, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range pkg.Imports {
			name, ours := strings.CutPrefix(path, "charts/")
			name = strings.TrimPrefix(name, "internal/")
			if ours && name != "message" && !slices.Contains(strings.Fields(allowed), name) {
				t.Errorf("%s imports %s; it may import %q", dir, path, allowed)
			}
			for lib, who := range owners {
				if strings.HasPrefix(path, lib) && !slices.Contains(who, dir) {
					t.Errorf("%s imports %s, which belongs to %v", dir, path, who)
				}
			}
		}
	}
}

func TestFilesStayShort(t *testing.T) {
	t.Chdir("..")
	for _, root := range []string{"internal", "cmd", "reach"} {
		filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") {
				return err
			}
			src, err := os.ReadFile(path)
			if n := strings.Count(string(src), "\n"); n > 400 {
				t.Errorf("%s has %d lines; 400 are the most", path, n)
			}
			return err
		})
	}
}

// A type with more methods than a reader holds in mind is several.
func TestTypesStaySmall(t *testing.T) {
	t.Chdir("..")
	for _, dir := range packages(t, "internal", "cmd", "reach") {
		methods := map[string]int{}
		pkg, err := build.ImportDir(dir, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range pkg.GoFiles {
			f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, name), nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range f.Decls {
				if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil {
					methods[receiver(f.Recv.List[0].Type)]++
				}
			}
		}
		for name, n := range methods {
			if n > 40 {
				t.Errorf("%s: %s has %d methods; 40 are the most", dir, name, n)
			}
		}
	}
}

func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr:
		return receiver(e.X)
	case *ast.Ident:
		return e.Name
	}
	return ""
}

// packages lists the folders with Go files that are not only tests.
func packages(t *testing.T, roots ...string) []string {
	var dirs []string
	for _, root := range roots {
		err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
			if err != nil || !d.IsDir() {
				return err
			}
			if pkg, _ := build.ImportDir(path, 0); pkg != nil && len(pkg.GoFiles) > 0 {
				dirs = append(dirs, filepath.ToSlash(path))
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return dirs
}
