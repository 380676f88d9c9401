package build

import (
	"cmp"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"charts/internal/diag"
	"charts/internal/file"
	"charts/internal/message"
	"charts/internal/regexp"
)

// A tree is what a folder of specs holds: the paths that are read, by id so that
// every run sees one order, and what looks like a spec and is not read.
type tree struct {
	shared, figures, dashboards []string
	unread                      diag.List
}

// The names that a folder of specs knows.
const (
	configFile       = "charts.yaml"
	themeFile        = "theme.yaml"
	auditFile        = "audit.yaml"  // the findings that stand
	tablesFile       = "tables.yaml" // the tables that are read by hand
	dashboardsFolder = "dashboards"  // beside figuresFolder
)

// treeOf lists a folder of specs. What begins with a dot is left alone.
func treeOf(dir string) (t tree) {
	entries, _ := os.ReadDir(dir) // that there is none is told by loadSpecs
	for _, e := range entries {
		name, path := e.Name(), filepath.Join(dir, e.Name())
		switch {
		case hidden(name):
		case isShared(name):
			t.shared = append(t.shared, path)
		case name == figuresFolder:
			t.figures = t.walk(path)
		case name == dashboardsFolder:
			t.dashboards = t.walk(path)
		case e.IsDir() || linksToFolder(path, e):
			t.strangeFolder(path)
		case specLike(name):
			t.skip(path, "this file is not read", meant(path))
		}
	}
	return t
}

// isShared reports whether a file of that name belongs to all specs of its folder.
func isShared(name string) bool {
	return name == configFile || name == themeFile || name == auditFile || name == tablesFile
}

// hash is the same for the same names.
func (t tree) hash() string {
	names := slices.Concat(t.shared, t.figures, t.dashboards)
	for _, p := range t.unread {
		names = append(names, p.Pos.File, p.Text.String())
	}
	return file.Sum([]byte(strings.Join(names, "\x00")))
}

func (t *tree) skip(path string, text message.Format, hint message.Text) {
	t.unread.Warnf(diag.Pos{File: path}, "not-read", text).Hint = hint
}

// walk lists the specs of a folder and its subfolders.
func (t *tree) walk(root string) (paths []string) {
	if info, err := os.Lstat(root); err == nil && linksToFolder(root, fs.FileInfoToDirEntry(info)) {
		t.skip(root, linkText, linkHint)
		return nil
	}
	filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			t.unread.Errorf(diag.Pos{File: path}, "cannot-read", "%s", message.ErrorText(err))
		case hidden(d.Name()) && d.IsDir():
			return fs.SkipDir
		case d.IsDir():
		case linksToFolder(path, d):
			t.skip(path, linkText, linkHint)
		case !specLike(d.Name()) || hidden(d.Name()) && d.Name() != ".yaml":
		case d.Type()&^fs.ModeSymlink != 0:
			t.skip(path, "this is no file, and is not read", message.Of("put a file in its place"))
		case readable(d.Name()):
			paths = append(paths, path)
		default:
			t.skip(path, "this file is not read", rename(d.Name()))
		}
		return nil
	})
	slices.SortFunc(paths, inOrder)
	return paths
}

// inOrder compares the paths of two specs: the order of their ids, with .yaml.
func inOrder(a, b string) int {
	return cmp.Or(strings.Compare(filepath.Base(a), filepath.Base(b)), strings.Compare(a, b))
}

const (
	linkText = "this link to a folder is not followed"
)

var linkHint = message.Of("put the folder itself here, or links to its files")

// readable reports whether a file of that name is read: its name, which the figure
// has in every output, is text on one line.
func readable(name string) bool {
	return strings.HasSuffix(name, ".yaml") && !hidden(name) && utf8.ValidString(name) && !strings.ContainsFunc(name, unicode.IsControl)
}

func hidden(name string) bool { return strings.HasPrefix(name, ".") }

func linksToFolder(path string, d fs.DirEntry) bool {
	if d.Type()&fs.ModeSymlink == 0 {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// The ending of YAML, also where an editor or a system has hung another on it, and
// the endings of the copies that editors keep for themselves.
var (
	yamlEnding = regexp.MustCompile(`(?i)\.ya?ml($|[^a-z])`)
	copyEnding = regexp.MustCompile(`(?i)(~|\.(bak|old|orig|rej|sw[a-p]|tmp))$`)
)

// specLike reports whether someone who named a file so may have meant a spec.
func specLike(name string) bool {
	return strings.HasSuffix(name, ".yaml") || yamlEnding.MatchString(name) && !copyEnding.MatchString(name)
}

// rename says how a file has to be called to be read.
func rename(name string) message.Text {
	stem := stemOf(name)
	switch {
	case stem == "":
		return message.Of("give it a name before .yaml: it is the id of the figure")
	case !readable(stem + ".yaml"):
		return message.Of("rename it; its name is the id, and can be any text on one line")
	}
	return message.Of("rename it to %s.yaml", stem)
}

// stemOf is a name without the ending of YAML and what follows it.
func stemOf(name string) string {
	if at := yamlEnding.FindStringIndex(name); at != nil {
		return name[:at[0]]
	}
	return name
}

// strangeFolder names a folder of specs that has another name than the two that
// are read.
func (t *tree) strangeFolder(path string) {
	if !holdsSpecs(path) {
		return
	}
	hint := message.Of("figures stand in %s/, dashboards in %s/; what begins with a dot is left alone", figuresFolder, dashboardsFolder)
	if near := diag.Nearest(filepath.Base(path), []string{figuresFolder, dashboardsFolder}); near != "" {
		hint = message.Of("did you mean %s?", filepath.Join(filepath.Dir(path), near))
	}
	t.skip(path, "the specs in this folder are not read", hint)
}

// mostEntries bounds the search of a folder that is none of ours.
const mostEntries = 1_000

func holdsSpecs(root string) (found bool) {
	seen := 0
	filepath.WalkDir(root+string(filepath.Separator), func(path string, d fs.DirEntry, err error) error {
		seen++
		if found = err == nil && !d.IsDir() && !hidden(d.Name()) && specLike(d.Name()); found || seen > mostEntries {
			return fs.SkipAll
		}
		return nil
	})
	return found
}

// The words by which a spec shows what it is.
var (
	figureWords    = regexp.MustCompile(`(?m)^(chart|extends|category|value)\s*:`)
	dashboardWords = regexp.MustCompile(`(?m)^(figures|cards|sections)\s*:`)
)

// meant says where a file should stand that is beside the folders of specs.
func meant(path string) message.Text {
	dir, name := filepath.Split(path)
	stem := stemOf(name)
	src := beginning(path)
	switch near := diag.Nearest(stem, []string{"charts", "theme", "tables"}); {
	case figureWords.Match(src):
		return message.Of("move it to %s", filepath.Join(dir, figuresFolder, stem+".yaml"))
	case dashboardWords.Match(src):
		return message.Of("move it to %s", filepath.Join(dir, dashboardsFolder, stem+".yaml"))
	case near != "":
		return message.Of("did you mean %s?", filepath.Join(dir, near+".yaml"))
	}
	return message.Of("figures stand in %s/, dashboards in %s/", figuresFolder, dashboardsFolder)
}

// beginning is the first of a file, enough to see what it is.
func beginning(path string) []byte {
	f, err := file.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	src := make([]byte, 64<<10)
	n, _ := io.ReadFull(f, src)
	return src[:n]
}

// IDs are those of the figures and dashboards below a folder of specs.
func IDs(specs string) (ids []string) {
	t := treeOf(specs)
	for _, path := range slices.Concat(t.figures, t.dashboards) {
		ids = append(ids, idOf(path))
	}
	return ids
}

// idOf is the id of the spec at path.
func idOf(path string) string { return strings.TrimSuffix(filepath.Base(path), ".yaml") }
