// Package bench puts a project together in a folder of its own, where the project's
// own functions read it and draw it.
package bench

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"charts/internal/build"
	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/report"
	"charts/internal/spec"
)

// Files are files by their names, with forward slashes.
type Files map[string][]byte

// Names are the names, sorted.
func (f Files) Names() []string {
	var names []string
	for name := range f {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// With are these files and others.
func (f Files) With(more Files) Files {
	all := maps.Clone(f)
	maps.Copy(all, more)
	return all
}

// Read is the content of a file.
func (f Files) Read(name string) ([]byte, error) {
	src, ok := f[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return src, nil
}

// Language is that of the specs.
func (f Files) Language() message.Language {
	if config, _ := spec.ParseProject("charts.yaml", f["specs/charts.yaml"]); config != nil && config.Language.V != "" {
		return message.Language(config.Language.V)
	}
	return message.Chinese
}

// Say is one of two texts.
func Say(lang message.Language, chinese, english string) string {
	if lang == message.Chinese {
		return chinese
	}
	return english
}

// A Bench is a folder with the specs and what else a project reads.
type Bench struct {
	dir  string
	lang message.Language
}

// New makes a bench with the specs, which are under specs/, and with more files.
func New(specs, more Files) (*Bench, error) {
	home, err := home()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp(home.dir, "")
	if err != nil {
		return nil, err
	}
	b := &Bench{dir: dir, lang: specs.Language()}
	for _, files := range []Files{specs, more} {
		for _, name := range files.Names() {
			if err := b.put(name, files[name]); err != nil {
				b.Close()
				return nil, err
			}
		}
	}
	return b, nil
}

// Close removes the bench.
func (b *Bench) Close() error { return os.RemoveAll(b.dir) }

func (b *Bench) put(name string, content []byte) error {
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		return &fs.PathError{Op: "open", Path: name, Err: errors.New("it leads out of the project")}
	}
	path := b.path(name)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o666)
}

func (b *Bench) path(name string) string { return filepath.Join(b.dir, filepath.FromSlash(name)) }

func (b *Bench) specs() string { return b.path("specs") }

// A Report is a file of a report by its name, and the name of the report.
type Report struct{ Name, Path string }

// Read reads a report that lies there. What is wrong with it is told, and nothing is
// returned.
func (b *Bench) Read(r Report) (doc *report.Document, reason string) {
	err := diag.Try(func() error {
		p, problems := build.LoadReports(build.Options{Specs: b.specs(), Reports: b.reports([]Report{r})})
		if len(p.Documents) > 0 && len(p.Documents[0].Tables)+len(p.Documents[0].Paragraphs) > 0 {
			doc = p.Documents[0]
			return nil
		}
		if reason = b.first(problems); reason == "" {
			reason = Say(b.lang, "没有读到表格和文字", "it holds neither tables nor text")
		}
		return nil
	})
	if err != nil {
		return nil, b.clean(message.ErrorText(err).In(b.lang))
	}
	return doc, reason
}

// Drawn are the figures and pages of some reports, what they show of the peers, and what
// went wrong.
type Drawn struct {
	Outputs  Files
	Peers    []build.Reading
	Problems []string
}

// Draw draws all figures and pages of some reports.
func (b *Bench) Draw(ctx context.Context, reports []Report, vars map[string]string) (d Drawn, err error) {
	o := build.Options{Specs: b.specs(), Out: b.path("out"), Reports: b.reports(reports), Prune: true}
	for name, value := range vars {
		o.Vars = append(o.Vars, spec.Var{Name: spec.At[string]{V: name}, Value: spec.At[string]{V: value}})
	}
	fault := diag.Try(func() error {
		p, found := build.Load(o)
		_, more := build.Render(ctx, p, o, func(int, int) {})
		for _, problem := range append(found, more...) {
			if problem.Severity == diag.Error {
				d.Problems = append(d.Problems, b.told(problem))
			}
		}
		d.Peers = p.Readings()
		return nil
	})
	if fault != nil {
		d.Problems = append(d.Problems, b.clean(message.ErrorText(fault).In(b.lang)))
	}
	slices.Sort(d.Problems)
	d.Problems = slices.Compact(d.Problems)
	d.Outputs, err = b.outputs()
	return d, err
}

func (b *Bench) reports(all []Report) (args []build.ReportArg) {
	for _, r := range all {
		args = append(args, build.ReportArg{Name: r.Name, Paths: []string{b.path(r.Path)}})
	}
	return args
}

// outputs are the files that were drawn.
func (b *Bench) outputs() (Files, error) {
	files, root := Files{}, b.path("out")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // nothing was drawn
		}
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), ".") {
			return err
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		files[filepath.ToSlash(name)], err = os.ReadFile(path)
		return err
	})
	return files, err
}

// first is the first error, or "".
func (b *Bench) first(problems diag.List) string {
	for _, p := range problems {
		if p.Severity == diag.Error {
			return b.clean(p.Text.In(b.lang))
		}
	}
	return ""
}

func (b *Bench) told(p diag.Problem) string {
	return b.clean(p.Pos.String() + ": " + p.Text.In(b.lang))
}

// clean is a text without the folder, which is another one in each run.
func (b *Bench) clean(text string) string {
	return strings.TrimPrefix(strings.ReplaceAll(text, b.dir+string(filepath.Separator), ""), ": ")
}
