package build

import (
	"cmp"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"charts/internal/diag"
	"charts/internal/file"
	"charts/internal/manifest"
	"charts/internal/message"
	"charts/internal/pattern"
	"charts/internal/peer"
	"charts/internal/spec"
)

// A member is one of the projects of a run that draws the same specs for each
// institution: that of one of them. It is loaded and drawn as any project, so that a
// run takes the memory of one, however many there are.
type member struct {
	own   string
	among *country
}

// A country is the institutions of a run. What each is told of the others is made of
// the numbers in their reports, which are kept.
type country struct {
	o      Options
	parts  []Options
	fields map[peer.Indicator]peer.Field // made when they are asked for
	sums   map[string]string             // of files, by their paths
}

// The names that a run for each institution knows.
const (
	ownVar      = "own"
	partsFolder = "institutions" // in the output folder
)

// Parts are the projects of a run: one, or with for: in specs/charts.yaml one for each
// institution, or that of the one that own names.
func Parts(o Options) ([]Options, diag.List) {
	p := &Project{Root: o.root()}
	if src, err := file.Read(filepath.Join(o.Specs, configFile), file.MaxSpec); err == nil {
		if config, _ := spec.ParseProject(configFile, src); config != nil {
			p.Config = *config
		}
	}
	if o.member != nil || len(o.Reports) > 0 || !p.Config.For.Set() {
		return []Options{o}, nil
	}
	reports, problems := configured(p)
	own := map[string][]ReportArg{}
	for _, r := range reports {
		if r.institution != "" {
			r.Name = cmp.Or(r.year, r.institution)
			own[r.institution] = append(own[r.institution], r)
		}
	}
	if len(own) == 0 {
		return []Options{o}, nil // to load it tells why
	}
	c := &country{o: o, sums: map[string]string{}}
	for _, name := range slices.Sorted(maps.Keys(own)) {
		c.parts = append(c.parts, c.part(name, own[name]))
	}
	return c.asked(problems)
}

// part is the project of one institution.
func (c *country) part(name string, reports []ReportArg) Options {
	o := c.o
	o.member, o.Shard = &member{name, c}, manifest.Shard{}
	o.Reports, o.Out = reports, filepath.Join(o.Out, partsFolder, name)
	o.Vars = append([]spec.Var{{Name: spec.At[string]{V: ownVar}, Value: spec.At[string]{V: name}}}, o.Vars...)
	return o
}

// asked are the parts that the run is about.
func (c *country) asked(problems diag.List) ([]Options, diag.List) {
	i := slices.IndexFunc(c.o.Vars, func(v spec.Var) bool { return v.Name.V == ownVar })
	if i < 0 {
		parts := c.parts
		if s := c.o.Shard; s.Of > 0 {
			parts = nth(parts, s)
		}
		return parts, problems
	}
	var names []string
	for _, part := range c.parts {
		if part.member.own == c.o.Vars[i].Value.V {
			return []Options{part}, nil
		}
		names = append(names, part.member.own)
	}
	own := c.o.Vars[i].Value.V
	problems.Errorf(diag.Pos{}, "no-report", "there is no report of %s", own).Hint = diag.Meant(own, names)
	return nil, problems
}

// configured are the reports that specs/charts.yaml names.
func configured(p *Project) (args []ReportArg, problems diag.List) {
	for _, r := range p.Config.Reports {
		a := ReportArg{Name: r.Name.V}
		for _, path := range r.Paths {
			if pattern.Is(path.V) {
				args = append(args, fitting(p, path, r.Name.V, &problems)...)
			} else if file := filepath.Join(p.Root, filepath.FromSlash(path.V)); !lacks(p, path, file, &problems) {
				a.Paths = append(a.Paths, file)
			}
		}
		if len(a.Paths) > 0 || len(args) == 0 {
			args = append(args, a)
		}
	}
	whose := func(r ReportArg) bool { return r.institution != "" }
	if f := p.Config.For; f.Set() && len(problems) == 0 && !slices.ContainsFunc(args, whose) {
		problems.Errorf(f.Pos, "no-report", "no name of a report says whose it is").Hintf("write them as a pattern: reports: reports/{institution}-{year}.docx")
	}
	return args, problems
}

// fitting are the reports whose names fit a pattern: one for each file, or one under a
// name of its own.
func fitting(p *Project, at spec.At[string], name string, problems *diag.List) (args []ReportArg) {
	form, err := pattern.Parse(at.V)
	var files []pattern.File
	if err == nil {
		files, err = form.Files(os.DirFS(p.Root))
	}
	if err == nil && len(files) == 0 {
		err = message.Errorf("no file fits %s", at.V)
	}
	if err != nil {
		problem := problems.Errorf(at.Pos, "no-report", "%s", message.ErrorText(err))
		problem.Hintf("write a path from the folder that holds the specs folder, such as reports/{institution}-{year}.docx; * stands for any letters")
		return nil
	}
	first := map[pattern.File]string{}
	for _, f := range files {
		path := filepath.Join(p.Root, filepath.FromSlash(f.Path))
		of := pattern.File{Institution: f.Institution, Year: f.Year}
		switch {
		case form.Institutions() && !pattern.Folder(f.Institution):
			problems.Errorf(diag.Pos{File: path}, "no-report", "%q cannot be the name of a folder", f.Institution).Hintf("rename the file")
		case form.Institutions() && first[of] != "":
			problems.Errorf(diag.Pos{File: path}, "no-report", "it is of the institution and year of %s", first[of]).Hintf("keep one of them there")
		case name != "" && len(args) > 0:
			args[0].Paths = append(args[0].Paths, path)
		default:
			first[of] = path
			args = append(args, ReportArg{Name: cmp.Or(name, calledBy(f)), Paths: []string{path}, institution: f.Institution, year: f.Year})
		}
	}
	return args
}

// calledBy is the name of a report among those of all institutions.
func calledBy(f pattern.File) string {
	base := filepath.Base(f.Path)
	return cmp.Or(strings.Trim(f.Institution+"-"+f.Year, "-"), strings.TrimSuffix(base, filepath.Ext(base)))
}

// lacks reports whether a report that specs/charts.yaml names is not there, and says
// where it is named.
func lacks(p *Project, at spec.At[string], file string, problems *diag.List) bool {
	if exists(file) {
		return false
	}
	miss(p, file)
	problems.Errorf(at.Pos, "no-report", "there is no such file: %s", file).Hint = fileMeant(file, candidates(p.Root))
	return true
}

// peersPath is where a member finds the side file about its peers, which no folder holds.
func (o Options) peersPath() string { return side(o.root(), PeersFile) }
