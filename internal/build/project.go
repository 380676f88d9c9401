package build

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/sync/errgroup"

	"charts/internal/audit"
	"charts/internal/diag"
	"charts/internal/file"
	"charts/internal/font"
	"charts/internal/manifest"
	"charts/internal/message"
	"charts/internal/report"
	"charts/internal/spec"
)

// Options say what to read and where to write.
type Options struct {
	Specs    string             // folder of the specs
	Out      string             // folder of the outputs
	Reports  []ReportArg        // instead of those that specs/charts.yaml names
	Formats  []string           // instead of those that specs/charts.yaml names
	IDs      []string           // figures and dashboards; none: all
	Vars     []spec.Var         // before those of the same names in specs/charts.yaml
	Jobs     int                // figures drawn at a time
	Strict   bool               // a contradicted number is an error
	Force    bool               // draw what has not changed, too
	Prune    bool               // remove the outputs whose spec is gone
	Shard    manifest.Shard     // this part of the work alone
	Times    *Times             // takes down where the time goes; nil: nothing does
	Stdin    io.Reader          // what is piped in, for a file named -; nil: nothing is
	Say      func(message.Text) // hears what a run waits for; nil: nobody does
	Language message.Language   // in which it is said what is wrong
	Trace    bool               // keep what is on the lines of the reports

	fragments bool    // the figures named become pages of their own, too
	member    *member // of the run, where that draws the same for each institution
}

func (o Options) say(text message.Text) {
	if o.Say != nil {
		o.Say(text)
	}
}

// A ReportArg is a report as --report [NAME=]PATH names it: once for each file.
type ReportArg struct {
	Name  string
	Paths []string

	institution, year string // as the name of its file says
}

// A Project is everything that a run reads, parsed. Figures and dashboards that
// could not be parsed are missing; their problems are in the list that came with
// the project, and Broken names them.
type Project struct {
	Root       string // the folder that holds the specs folder
	Config     spec.Project
	Theme      *spec.Theme
	Documents  []*report.Document
	Figures    []*spec.Figure    // whole, in the order of their ids
	Dashboards []*spec.Dashboard // in the order of their ids
	Broken     []string          // ids whose spec has errors
	Whose      string            // the institution, where a run is about many

	unsound    unsound
	written    func(id string) *spec.Figure // a figure as its file has it; nil: there is none that is sound
	others     []string                     // the specs of figures that are not asked for, and are not in Figures
	hints      hints                        // what specs/tables.yaml says
	fonts      font.Family                  // that the texts are set in
	linker     spec.Linker
	titles     map[string]string      // of the dashboards by id, also of those with errors
	list       string                 // hash of the names of the specs
	named      bool                   // there are reports to read
	piped      func() ([]byte, error) // what is piped in, read once
	peers      func() []byte          // the side file about peers, or nil
	readings   []Reading              // what is shown of it
	specs      string                 // the folder of the specs
	english    bool                   // it is in English where nothing says otherwise
	strict     bool                   // contradicted numbers are errors
	linting    bool                   // figures are held against their data
	audited    sync.Once
	findings   []audit.Finding // of the reports, and by the lines of their numbers
	unaccepted diag.List       // what of specs/audit.yaml cannot be read
	contested  map[diag.Pos][]contest

	mu     sync.Mutex                // guards the following
	inputs map[string]manifest.Input // every file that was read, by the path that was opened
	missed []string                  // files that could not be read
	maps   map[string][]byte         // the files of regions, by path in the project
}

// Files shows the files of the project in messages.
func (p *Project) Files() diag.Files { return diag.Files{Text: p.Text, Place: p.Place} }

// Place is where a line of a report is that counts no lines; empty for all others.
func (p *Project) Place(at diag.Pos) message.Text {
	for _, d := range filesOf(p.Documents) {
		if d.Path == at.File {
			return message.Place(d.Place(at.Line))
		}
	}
	return message.Text{}
}

// Text is the content of a text file that was read, for messages; nil otherwise.
// It is read again: few files have a problem, and all of them fill the memory.
func (p *Project) Text(name string) []byte {
	p.mu.Lock()
	_, ok := p.inputs[name]
	p.mu.Unlock()
	if !ok || slices.ContainsFunc(filesOf(p.Documents), func(d *report.Document) bool { return d.Path == name && d.Placed() }) {
		return nil
	}
	src, err := file.Read(name, file.MaxInput)
	if err != nil || !utf8.Valid(src) { // a Word name has no lines to show
		return nil
	}
	return src
}

// filesOf are the files of some reports.
func filesOf(reports []*report.Document) (all []*report.Document) {
	for _, doc := range reports {
		all = append(all, doc.Files()...)
	}
	return all
}

// parted reports whether a report is in several files.
func parted(reports []*report.Document) bool { return len(filesOf(reports)) > len(reports) }

// read returns the content of a file of so many bytes at most.
func read(p *Project, path string, most int64, problems *diag.List) ([]byte, bool) {
	src, err := file.Read(path, most)
	if err != nil {
		miss(p, path)
		problem := problems.Errorf(diag.Pos{File: path}, "cannot-read", "%s", message.ErrorText(err))
		if files := reportsIn(path); len(files) > 0 {
			problem.Hintf("name a file in it: %s", files[0])
		} else if errors.Is(err, fs.ErrNotExist) {
			problem.Hint = fileMeant(path, append(candidates(p.Root), reportsIn(filepath.Dir(path))...))
		}
		return nil, false
	}
	note(p, path, manifest.Input{Path: p.rel(path), SHA256: file.Sum(src)})
	return src, true
}

// rel is the path as the manifest names it: relative to the project, with
// forward slashes.
func (p *Project) rel(path string) string {
	if p.isSide(path) {
		return filepath.ToSlash(path)
	}
	if r, ok := within(p.Root, path); ok {
		return r
	}
	return filepath.Base(path) // outside the project: a path would name the machine
}

// isSide reports whether a path is that of a side file, which begins at the project
// wherever the program runs.
func (p *Project) isSide(path string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	_, read := p.inputs[filepath.Join(p.Root, path)]
	return read && filepath.IsLocal(path)
}

// within is a path from a folder that it lies below, with forward slashes.
func within(root, path string) (string, bool) {
	if r, err := filepath.Rel(root, path); err == nil && filepath.IsLocal(r) {
		return filepath.ToSlash(r), true
	}
	abs, err1 := filepath.Abs(path)
	root, err2 := filepath.Abs(root)
	if err1 != nil || err2 != nil {
		return "", false
	}
	r, err := filepath.Rel(root, abs)
	return filepath.ToSlash(r), err == nil && filepath.IsLocal(r)
}

// readSide reads a side file that a spec names, and keeps it for the manifest.
func (p *Project) readSide(path string) ([]byte, error) {
	read := p.readInside
	if path == spec.Piped {
		read = func(string) ([]byte, error) { return p.piped() }
	} else if path == PeersFile && p.peers != nil {
		read = func(string) ([]byte, error) { return p.peers(), nil }
	}
	src, err := read(path)
	if err == nil {
		note(p, filepath.Join(p.Root, path), manifest.Input{Path: filepath.ToSlash(path), SHA256: file.Sum(src)})
	} else if errors.Is(err, fs.ErrNotExist) && filepath.IsLocal(path) {
		miss(p, filepath.Join(p.Root, path))
	}
	return src, err
}

// noSide says that a side file cannot be read.
func noSide(problems *diag.List, at spec.At[string], err error) {
	problems.Errorf(at.Pos, "cannot-read", "cannot read %s: %s", at.V, err).Hintf("give the path of a file in the project, from the folder that holds specs")
}

// readInside reads a file of the project, and none outside it.
func (p *Project) readInside(path string) ([]byte, error) {
	src, err := file.ReadInRoot(p.Root, path, file.MaxInput)
	switch {
	case err == nil:
		return src, nil
	case strings.Contains(path, "://"):
		return nil, message.Errorf("a run fetches nothing; save it as a file of the project")
	case errors.Is(err, fs.ErrNotExist) && filepath.IsLocal(path):
		if near := diag.Nearest(path, p.filesBeside(path)); near != "" {
			return nil, message.Errorf("%w; did you mean %s?", unreadable{err}, near)
		}
	}
	return nil, outside(path, err)
}

// outside is why a file of the project cannot be read: it is none of the project, or
// what the file system says.
func outside(path string, err error) error {
	if !filepath.IsLocal(path) || strings.Contains(err.Error(), "escapes from parent") {
		return message.Errorf("it lies outside the project; copy it into the folder that holds specs, and write its path from there")
	}
	return unreadable{err}
}

// readPiped reads what is piped in, once for all who ask for it.
func readPiped(in io.Reader) func() ([]byte, error) {
	return sync.OnceValues(func() ([]byte, error) {
		if in == nil {
			return nil, message.Errorf("nothing is piped in: charts render < data.csv")
		}
		return file.ReadFrom(in, file.MaxInput)
	})
}

// unreadable is an error of the file system in plain words.
type unreadable struct{ error }

func (u unreadable) Error() string { return message.ErrorText(u.error).String() }

func (u unreadable) Unwrap() error { return u.error }

// note keeps a file that was read for the manifest. Every file that a run reads
// has to pass here: the next run trusts that nothing else was read. Figures are
// resolved side by side.
func note(p *Project, path string, in manifest.Input) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.inputs[path] = in
}

// miss keeps a file that could not be read, for a watch: it may come.
func miss(p *Project, path string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.missed = append(p.missed, path)
}

// opened are the files that were opened, with the hash of what was read, or "" if
// nothing could be.
func opened(p *Project) map[string]string {
	p.mu.Lock()
	defer p.mu.Unlock()
	files := map[string]string{}
	for _, path := range p.missed {
		files[path] = ""
	}
	for path, in := range p.inputs {
		files[path] = in.SHA256
	}
	return files
}

// hasRead reports whether a path, as the manifest names it, was read.
func hasRead(p *Project, rel string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, ok := p.inputs[filepath.Join(p.Root, filepath.FromSlash(rel))]; ok {
		return true
	}
	for _, in := range p.inputs { // a report from elsewhere
		if in.Path == rel {
			return true
		}
	}
	return false
}

// manifestInputs are the files that were read, by path.
func manifestInputs(p *Project) []manifest.Input {
	p.mu.Lock()
	defer p.mu.Unlock()
	inputs := []manifest.Input{}
	for _, in := range p.inputs {
		inputs = append(inputs, in)
	}
	manifest.SortInputs(inputs)
	return slices.Compact(inputs)
}

// each calls f for every item, some at a time, and returns the results in the
// order of the items.
func each[T, R any](items []T, jobs int, f func(T) R) []R {
	results := make([]R, len(items))
	var g errgroup.Group
	g.SetLimit(jobs)
	for i, item := range items {
		g.Go(func() error {
			results[i] = f(item)
			return nil
		})
	}
	g.Wait()
	return results
}

func jobs(o Options) int {
	if o.Jobs > 0 {
		return o.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

// language is that of a spec, else of the project, else Chinese.
func language(p *Project, own spec.At[string]) string {
	for _, at := range []spec.At[string]{own, p.Config.Language} {
		if at.V != "" {
			return at.V
		}
	}
	if p.english {
		return string(message.English)
	}
	return string(message.Chinese)
}

// isEnglish reports whether neither the reports nor the specs hold Chinese.
func isEnglish(p *Project, specs []string) bool {
	if slices.ContainsFunc(p.Documents, func(d *report.Document) bool { return d.Language() == message.Chinese }) {
		return false
	}
	var told diag.List // by what reads the specs
	return !slices.ContainsFunc(specs, func(path string) bool {
		src, _ := read(p, path, file.MaxSpec, &told)
		return bytes.ContainsFunc(src, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	})
}

// root is the folder that holds the folder of the specs.
func (o Options) root() string { return filepath.Dir(filepath.Clean(o.Specs)) }

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// nth is every Of-th of some items, from Index on.
func nth[T any](all []T, s manifest.Shard) (mine []T) {
	for i := s.Index - 1; i < len(all); i += s.Of {
		mine = append(mine, all[i])
	}
	return mine
}

// PeersFile is the side file that says where an institution stands among all.
const PeersFile = "data/peers.csv"

// idsOf are those of the figures and dashboards that have no errors.
func idsOf(p *Project) (ids []string) {
	for _, f := range p.Figures {
		ids = append(ids, f.ID)
	}
	for _, d := range p.Dashboards {
		ids = append(ids, d.ID)
	}
	return ids
}

// named reports whether id is asked for; no ids ask for all.
func named(ids []string, id string) bool { return len(ids) == 0 || slices.Contains(ids, id) }
