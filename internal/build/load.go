// Package build is where files are: it reads reports and specs, runs the stages,
// and writes whole outputs. All other packages work on values.
package build

import (
	"os"
	"path/filepath"
	"slices"
	"sync"

	"charts/internal/diag"
	"charts/internal/file"
	"charts/internal/kind"
	"charts/internal/manifest"
	"charts/internal/message"
	"charts/internal/palette"
	"charts/internal/report"
	"charts/internal/spec"
)

// LoadReports reads the reports alone. In a folder that is no project yet it is the
// one report of the folder.
func LoadReports(o Options) (*Project, diag.List) {
	if paths := candidates(filepath.Dir(filepath.Clean(o.Specs))); len(o.Reports) == 0 && len(paths) == 1 && !exists(o.Specs) {
		o.Reports = []ReportArg{{Paths: paths}}
	}
	p, problems := loadReports(o)
	if !p.named {
		problems = append(problems, noReport(o))
	}
	return p, problems
}

// loadReports reads the reports, if there are any.
func loadReports(o Options) (*Project, diag.List) {
	p := &Project{Root: o.root(), inputs: map[string]manifest.Input{}, maps: map[string][]byte{}, titles: map[string]string{},
		specs: o.Specs, strict: o.Strict, piped: readPiped(o.Stdin)}
	problems := loadConfig(p, o)
	p.Config.Vars = slices.Concat(o.Vars, p.Config.Vars)
	p.loadHints(filepath.Join(o.Specs, tablesFile), &problems)
	problems = append(problems, p.loadReports(o)...)
	if o.member != nil {
		p.peers = sync.OnceValue(func() []byte { return o.member.among.peers(o) })
	}
	return p, problems
}

// Load reads reports and specs.
func Load(o Options) (*Project, diag.List) {
	defer o.Times.start("read and parse")()
	parts, unfit := Parts(o)
	if len(parts) == 0 {
		return &Project{named: true}, unfit
	}
	o = parts[0]
	if len(parts) > 1 {
		unfit.Errorf(diag.Pos{}, "one-of-all", "this is of %s", o.member.own).Hintf("name another: --var own=NAME")
		unfit[len(unfit)-1].Severity = diag.Fact
	}
	t := treeOf(o.Specs) // before anything is read: a spec that comes later is not in it
	p, problems := loadReports(o)
	if o.member != nil && len(parts) == 1 {
		p.Whose = o.member.own
	}
	if p.list = t.hash(); o.member != nil && len(p.Documents) == 0 {
		return p, append(unfit, problems...)
	}
	problems = slices.Concat(unfit, problems, loadSpecs(p, t, o))
	if !p.Ready() && !p.named && exists(o.Specs) {
		problems = append(problems, noReport(o))
	}
	if len(t.figures)+len(t.dashboards) == 0 && len(t.unread) == 0 && !problems.HasErrors() {
		problems.Errorf(diag.Pos{File: o.Specs}, "no-specs", "there is no figure and no dashboard").Hintf("charts new --all %s drafts some from a report", o.Specs)
	}
	p.unsound.know(problems)
	p.english = isEnglish(p, slices.Concat(t.figures, t.dashboards))
	return p, problems
}

// Ready reports whether there is what the specs read: specs over files and values
// alone need no report.
func (p *Project) Ready() bool {
	if len(p.Documents) > 0 || p.named {
		return len(p.Documents) > 0
	}
	return len(p.Figures)+len(p.Dashboards)+len(p.Broken) > 0 && !slices.ContainsFunc(p.blocks(nil), (*spec.Data).OfReport)
}

// blocks are where the figures and pages that are asked for get their numbers.
func (p *Project) blocks(ids []string) (all []*spec.Data) {
	for _, f := range p.Figures {
		if named(ids, f.ID) {
			all = append(all, f.Blocks()...)
		}
	}
	for _, d := range p.Dashboards {
		if named(ids, d.ID) {
			all = append(all, d.Blocks()...)
		}
	}
	return all
}

// LanguageOf is the language that a folder of specs asks for, or "".
func LanguageOf(specs string) message.Language {
	path := filepath.Join(specs, configFile)
	src, err := file.Read(path, file.MaxSpec)
	if err != nil {
		return ""
	}
	config, _ := spec.ParseProject(path, src)
	if config == nil {
		return ""
	}
	return message.Language(config.Language.V)
}

func loadConfig(p *Project, o Options) (problems diag.List) {
	path := filepath.Join(o.Specs, configFile)
	if _, err := os.Stat(path); err != nil {
		return nil // a folder with one figure is a complete specs folder
	}
	src, ok := read(p, path, file.MaxSpec, &problems)
	if !ok {
		return problems
	}
	config, more := spec.ParseProject(path, src)
	if config != nil {
		p.Config = *config
	}
	if size := p.Config.Size; size.V != "" {
		if err := kind.CheckSize(size.V); err != nil {
			more.Errorf(size.Pos, "size", "%s", message.ErrorText(err))
			p.Config.Size.V = ""
		}
	}
	p.unsound.all = more.HasErrors()
	return append(problems, more...)
}

func (p *Project) loadReports(o Options) (problems diag.List) {
	args := o.Reports
	if len(args) == 0 {
		args, problems = configured(p)
	}
	p.named = len(args) > 0
	for _, a := range args {
		var files []*report.Document
		for _, path := range a.Paths {
			if src, ok := read(p, path, file.MaxInput, &problems); ok {
				doc, more := p.parse(a.Name, path, src, o.Trace)
				if problems = append(problems, more...); a.institution == "" || !more.HasErrors() && holds(doc, path, &problems) {
					files = append(files, doc)
				}
			}
		}
		if len(files) > 0 {
			doc := report.Join(files)
			if o.member == nil {
				doc.Institution, doc.Year = a.institution, a.year
			}
			p.Documents = append(p.Documents, doc)
		}
	}
	if o.member == nil { // else others have the tables
		problems = append(problems, p.hints.unused()...)
	}
	return problems
}

// holds reports whether a report has anything to draw. Of many, one that has nothing is
// told, and the others are drawn.
func holds(doc *report.Document, path string, problems *diag.List) bool {
	if len(doc.Tables)+len(doc.Paragraphs) > 0 {
		return true
	}
	problems.Errorf(diag.Pos{File: path}, "cannot-read", "it holds neither tables nor text")
	return false
}

func loadSpecs(p *Project, t tree, o Options) (problems diag.List) {
	dir := o.Specs
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		p := problems.Errorf(diag.Pos{File: dir}, "no-specs", "there is no such folder of specs")
		p.Hintf("charts new --all %s --report PATH drafts one from a report; --specs DIR names another", dir)
		if near := diag.Nearest(dir, foldersOf(filepath.Dir(dir))); near != "" && err != nil {
			p.Hintf("did you mean --specs %s?", near)
		}
		if err == nil {
			folder := filepath.Dir(dir)
			if base := filepath.Base(folder); base == figuresFolder || base == dashboardsFolder {
				folder = filepath.Dir(folder)
			}
			p.Hintf("it is a file; --specs takes the folder: --specs %s", folder)
		}
		return problems
	}
	problems = loadTheme(p, filepath.Join(dir, themeFile))
	p.unsound.all = p.unsound.all || problems.HasErrors()
	problems = append(problems, t.unread...)
	p.linker = spec.Linker{Vars: p.Config.Vars, Find: func(id string) *spec.Figure { return p.written(id) }}
	problems = append(problems, loadFigures(p, t, o)...)
	for _, path := range t.dashboards {
		if src, ok := read(p, path, file.MaxSpec, &problems); ok {
			d, more := spec.ParseDashboard(path, src)
			more = append(more, spec.Expand(d, p.Config.Vars)...)
			p.titles[d.ID] = d.Title.V
			if problems = append(problems, more...); more.HasErrors() {
				p.Broken, p.unsound.dashboards = append(p.Broken, d.ID), append(p.unsound.dashboards, d)
				continue
			}
			p.Dashboards = append(p.Dashboards, d)
		}
	}
	if p.unsound.all {
		breakAll(p)
	}
	return problems
}

// foldersOf are the folders in a folder.
func foldersOf(dir string) (paths []string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if e.IsDir() && !hidden(e.Name()) {
			paths = append(paths, filepath.Join(dir, e.Name()))
		}
	}
	return paths
}

// loadTheme reads what the specs say of the look, if they do.
func loadTheme(p *Project, path string) (problems diag.List) {
	if !exists(path) {
		return nil
	}
	if src, ok := read(p, path, file.MaxSpec, &problems); ok {
		theme, more := spec.ParseTheme(path, src)
		p.Theme = theme
		problems = append(append(append(problems, more...), palette.CheckTheme(*theme)...), loadFonts(p, theme.Fonts)...)
	}
	return problems
}

// breakAll counts every spec as unsound: what has no look is not drawn in another.
func breakAll(p *Project) {
	for _, f := range p.Figures {
		p.Broken, p.unsound.figures = append(p.Broken, f.ID), append(p.unsound.figures, f)
	}
	for _, d := range p.Dashboards {
		p.Broken, p.unsound.dashboards = append(p.Broken, d.ID), append(p.unsound.dashboards, d)
	}
	p.Figures, p.Dashboards = nil, nil
}

// noReport says that there is none to read.
func noReport(o Options) diag.Problem {
	return diag.Problem{Rule: "no-report", Text: message.Of("no report to read"), Hint: whichReport(o)}
}
