package build

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"charts/internal/diag"
	"charts/internal/format"
	"charts/internal/message"
)

// reportsFolder is where reports stand by custom, below the folder of the project.
const reportsFolder = "reports"

// Discover finds the one report of a folder that has no specs yet, itself or in
// its folder reports; it asks for a name when there are none or several.
func Discover(o Options) (found []ReportArg, problems diag.List) {
	if _, err := os.Stat(filepath.Join(o.Specs, configFile)); !errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	root := filepath.Dir(filepath.Clean(o.Specs))
	paths := candidates(root)
	switch len(paths) {
	case 0:
		problems.Errorf(diag.Pos{}, "no-report", "there is no report in this folder").Hintf("put one here (.docx, .odt, .rtf, .xlsx, .ods, .html, .md, .csv, .txt, .pdf), or name it with --report PATH")
	case 1:
		found = []ReportArg{{Paths: paths[:1]}}
	default:
		problems.Errorf(diag.Pos{}, "no-report", "several files here look like a report: %s", message.List(paths)).Hintf("name one with --report %s", paths[0])
	}
	return found, problems
}

// candidates are the files of a project that look like reports, in the order of
// their names; those of the folder itself before those of reports.
func candidates(root string) (paths []string) {
	return append(reportsIn(root), reportsIn(filepath.Join(root, reportsFolder))...)
}

// reportsIn are the files of a folder that look like reports.
func reportsIn(dir string) (paths []string) {
	entries, _ := os.ReadDir(dir) // a file has none
	for _, e := range entries {
		if e.Type().IsRegular() && format.Readable(e.Name()) && !strings.EqualFold(e.Name(), "README.md") && !madeHere(e.Name()) {
			paths = append(paths, filepath.Join(dir, e.Name()))
		}
	}
	return paths
}

// madeHere reports whether a file is by its name a copy that a command writes.
func madeHere(name string) bool {
	name, ok := strings.CutSuffix(name, ".docx")
	return ok && (strings.HasSuffix(name, WithFigures) || strings.HasSuffix(name, WithComments)) || strings.HasPrefix(name, "~$")
}

// What is behind the names of copies of a document: with figures, with comments.
const (
	WithFigures  = "-figures"
	WithComments = "-comments"
)

// whichReport says how to name a report, with a file that looks like one if the
// project has any.
func whichReport(o Options) message.Text {
	config := filepath.Join(o.Specs, configFile)
	switch paths := candidates(filepath.Dir(filepath.Clean(o.Specs))); len(paths) {
	case 0:
	case 1:
		return message.Of("%s is here: give it with --report %[1]s, or name it under reports: in %s", paths[0], config)
	default:
		return message.Of("there are %s: give one with --report PATH, or name it under reports: in %s", message.Few(paths, 5), config)
	}
	return message.Of("give one with --report PATH, or name it under reports: in %s", config)
}

// fileMeant is a hint for the path of a file that is not there.
func fileMeant(path string, others []string) message.Text {
	if name, file, ok := strings.Cut(path, ":"); ok && exists(file) {
		return message.Of("a name stands before =: --report %s=%s", name, file)
	}
	return diag.Meant(path, others)
}

// filesBeside are the files of the project in the folder of a path, as specs name them.
func (p *Project) filesBeside(path string) (paths []string) {
	dir := filepath.Dir(path)
	entries, _ := os.ReadDir(filepath.Join(p.Root, dir))
	for _, e := range entries {
		if e.Type().IsRegular() && !hidden(e.Name()) {
			paths = append(paths, filepath.ToSlash(filepath.Join(dir, e.Name())))
		}
	}
	return paths
}
