package spec

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"charts/internal/diag"
	"charts/internal/message"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// compiled gives the schema of one kind of file.
func compiled(t *testing.T, what string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema(message.Chinese)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("specs.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("specs.json#/$defs/" + what)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// validate checks YAML against a schema.
func validate(t *testing.T, s *jsonschema.Schema, src []byte) error {
	t.Helper()
	out, err := yaml.YAMLToJSON(src)
	if err != nil {
		t.Fatalf("%s: %v", src, err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(out))
	if err != nil {
		t.Fatalf("%s: %v", out, err)
	}
	return s.Validate(v)
}

// parse reads a file of the named kind and returns its problems alone.
func parse(what, path string, src []byte) (problems diag.List) {
	switch what {
	case "figure":
		_, problems = ParseFigure(path, src)
	case "dashboard":
		_, problems = ParseDashboard(path, src)
	case "project":
		_, problems = ParseProject(path, src)
	case "theme":
		_, problems = ParseTheme(path, src)
	case "audit":
		_, problems = ParseAudit(path, src)
	case "tables":
		_, problems = ParseTables(path, src)
	}
	return problems
}

// whole are the words that make a case whole: "+ top: 10" stands for them and
// top: 10.
var whole = map[string]string{
	"figure":    "title: t\nchart: bar\ndata: {table: 表 6}\ncategory: a\nvalue: b\n",
	"dashboard": "title: t\nfigures: [a]\n",
}

// The schema and the parser accept and refuse the same files.
func TestSchemaAgrees(t *testing.T) {
	n := 0
	for what, cases := range map[string][]agree{"figure": figureCases, "dashboard": dashboardCases, "project": projectCases, "theme": themeCases, "tables": tablesCases} {
		s := compiled(t, what)
		for _, c := range cases {
			for _, line := range c.lines {
				n++
				src := []byte(line)
				if rest, ok := bytes.CutPrefix(src, []byte("+ ")); ok {
					src = append([]byte(whole[what]), rest...)
				}
				problems, err := parse(what, "a.yaml", src), validate(t, s, src)
				if problems.HasErrors() == c.accept {
					t.Errorf("%s %q: parsed with problems %v, want accepted = %v", what, line, problems, c.accept)
				}
				if (err == nil) != c.accept {
					t.Errorf("%s %q: schema says %v, want accepted = %v", what, line, err, c.accept)
				}
			}
		}
	}
	if n < 150 {
		t.Errorf("%d cases, want at least 150", n)
	}
}

// Every spec of the repository is valid.
func TestSchemaRepository(t *testing.T) {
	files := map[string]string{"figure": "figures/*.yaml", "dashboard": "dashboards/*.yaml", "project": "charts.yaml", "theme": "theme.yaml"}
	for what, pattern := range files {
		s := compiled(t, what)
		paths, _ := filepath.Glob(filepath.Join("../../specs", pattern))
		for _, path := range paths {
			src, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if problems := parse(what, path, src); len(problems) > 0 {
				t.Errorf("%s", printed(problems, func(string) []byte { return src }))
			}
			if err := validate(t, s, src); err != nil {
				t.Errorf("%s: %v", path, err)
			}
		}
	}
}
