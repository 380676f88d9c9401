package build

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"charts/internal/file"
)

// What looks like a spec and is not read is named, with what was meant; the rest
// is left alone.
func TestUnreadSpecsAreNamed(t *testing.T) {
	const figure, page = "title: x\nchart: bar\n", "title: x\nfigures: [a]\n"
	const folders = "figures stand in figures/, dashboards in dashboards/"
	for _, c := range []struct{ path, content, at, hint string }{
		{"figures/a.yaml", figure, "", ""},
		{"figures/deep/down/a.yaml", figure, "", ""},
		{"figures/在校生 2023.v2.yaml", figure, "", ""},
		{"dashboards/a.yaml", page, "", ""},
		{"charts.yaml", "language: en\n", "", ""},
		{"theme.yaml", "", "", ""},
		{"figures/README.md", "", "", ""},
		{"figures/regions.geojson", "", "", ""},
		{"figures/a.yaml~", figure, "", ""},
		{"figures/a.yaml.orig", figure, "", ""},
		{"figures/.a.yaml.swp", figure, "", ""},
		{"figures/._a.yaml", figure, "", ""},
		{"figures/.aside/a.yaml", figure, "", ""},
		{".aside/a.yaml", figure, "", ""},
		{"data/a.csv", "", "", ""},

		{"figures/a.yml", figure, "figures/a.yml", "rename it to a.yaml"},
		{"figures/a.YAML", figure, "figures/a.YAML", "rename it to a.yaml"},
		{"figures/a.yaml.txt", figure, "figures/a.yaml.txt", "rename it to a.yaml"},
		{"figures/a.yaml (1)", figure, "figures/a.yaml (1)", "rename it to a.yaml"},
		{"figures/deep/a.yml.txt", figure, "figures/deep/a.yml.txt", "rename it to a.yaml"},
		{"dashboards/a.Yml", page, "dashboards/a.Yml", "rename it to a.yaml"},
		{"figures/.yaml", figure, "figures/.yaml", "give it a name before .yaml: it is the id of the figure"},
		{"figures/a\nb.yaml", figure, "figures/a\nb.yaml", "rename it; its name is the id, and can be any text on one line"},
		{"figures/\xc3.yaml", figure, "figures/\xc3.yaml", "rename it; its name is the id, and can be any text on one line"},

		{"figure/a.yaml", figure, "figure", "did you mean specs/figures?"},
		{"Figures/a.yaml", figure, "Figures", "did you mean specs/figures?"},
		{"dashbords/deep/a.yml", page, "dashbords", "did you mean specs/dashboards?"},
		{"kept/a.yaml", figure, "kept", folders + "; what begins with a dot is left alone"},
		{"a.yaml", figure, "a.yaml", "move it to specs/figures/a.yaml"},
		{"a.yml", page, "a.yml", "move it to specs/dashboards/a.yaml"},
		{"chart.yaml", "language: en\n", "chart.yaml", "did you mean specs/charts.yaml?"},
		{"themes.yml", "", "themes.yml", "did you mean specs/theme.yaml?"},
		{"a.yaml.txt", "", "a.yaml.txt", folders},
	} {
		t.Run(c.path, func(t *testing.T) {
			t.Chdir(t.TempDir())
			path := filepath.Join("specs", filepath.FromSlash(c.path))
			if err := file.Write(path, []byte(c.content)); err != nil {
				t.Skip(err) // no such names on this file system
			}
			want := ""
			if c.at != "" {
				want = fmt.Sprintf("%s: %s", filepath.Join("specs", c.at), c.hint)
			}
			if got := unreadIn("specs"); got != want {
				t.Errorf("named %q, want %q", got, want)
			}
		})
	}
}

func unreadIn(dir string) string {
	var all []string
	for _, p := range treeOf(dir).unread {
		all = append(all, fmt.Sprintf("%s: %s", p.Pos.File, p.Hint))
	}
	return strings.Join(all, "\n")
}

// Links to files are read, those to folders are named.
func TestLinksAmongSpecs(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, path := range []string{"specs/figures/a.yaml", "common/b.yaml"} {
		if err := file.Write(filepath.FromSlash(path), nil); err != nil {
			t.Fatal(err)
		}
	}
	for link, to := range map[string]string{"specs/figures/b.yaml": "../../common/b.yaml", "specs/figures/common": "../../common", "specs/dashboards": "../common"} {
		if err := os.Symlink(to, filepath.FromSlash(link)); err != nil {
			t.Skip(err)
		}
	}
	tree := treeOf("specs")
	if len(tree.figures) != 2 || len(tree.dashboards) != 0 {
		t.Errorf("read: %v, %v", tree.figures, tree.dashboards)
	}
	if got, want := unreadIn("specs"), "specs/dashboards: "+linkHint.String()+"\nspecs/figures/common: "+linkHint.String(); got != want {
		t.Errorf("named\n%s\nwant\n%s", got, want)
	}
}
