package build

import (
	"path/filepath"

	"charts/internal/audit"
	"charts/internal/diag"
	"charts/internal/file"
	"charts/internal/message"
	"charts/internal/spec"
)

// Audit holds the reports against themselves, and marks what specs/audit.yaml
// accepts. Entries that accept nothing are warnings; where reports are asked for in
// the place of those of the project, the entries can be of these.
func (p *Project) Audit(o Options) ([]audit.Finding, diag.List) {
	found := audit.Run(p.Documents)
	path := filepath.Join(o.Specs, auditFile)
	var problems diag.List
	if !exists(path) {
		return found, nil
	}
	src, ok := read(p, path, file.MaxSpec, &problems)
	if !ok {
		return found, problems
	}
	file, more := spec.ParseAudit(path, src)
	problems = append(problems, more...)
	for _, u := range audit.Accept(found, entries(file)) {
		e := file.Accepted[u.Entry]
		text, hint := message.Format("no finding has the id %s any more"), message.Format("delete the entry")
		if others := len(o.Reports) > 0 && len(p.Config.Reports) > 0 && o.member == nil; others && !u.Changed {
			continue
		}
		if u.Changed {
			text, hint = "the numbers of %s have changed, so it is told again", "accept it anew or delete the entry"
		}
		problems.Warnf(e.ID.Pos, "unused-acceptance", text, e.ID.V).Hintf(hint)
	}
	return found, problems
}

// entries are the acceptances as audit takes them.
func entries(file *spec.Audit) (all []audit.Entry) {
	for _, a := range file.Accepted {
		e := audit.Entry{ID: a.ID.V, Acceptance: audit.Acceptance{Reason: a.Reason.V, By: a.By.V}}
		for _, v := range a.Values {
			e.Values = append(e.Values, v.V)
		}
		all = append(all, e)
	}
	return all
}

// Accept writes into specs/audit.yaml that a finding stands, and returns the path.
func Accept(o Options, f audit.Finding, a audit.Acceptance) (string, error) {
	path := filepath.Join(o.Specs, auditFile)
	e := spec.Acceptance{ID: spec.At[string]{V: f.ID}, Reason: spec.At[string]{V: a.Reason}, By: spec.At[string]{V: a.By}}
	for _, v := range f.Values {
		e.Values = append(e.Values, spec.At[string]{V: v})
	}
	return path, addEntry(path, spec.ParseAudit, func(list *spec.Audit, src []byte) []byte { return list.With(src, e) })
}

// addEntry adds an entry to a file that is a list of them, or makes it. A file that
// cannot be read stays as it is.
func addEntry[L any](path string, parse func(string, []byte) (L, diag.List), with func(L, []byte) []byte) error {
	src, err := file.Read(path, file.MaxSpec)
	if err != nil && exists(path) {
		return message.Errorf("%s: %s", path, message.ErrorText(err))
	}
	list, problems := parse(path, src)
	if problems.HasErrors() {
		return message.Errorf("%s: %s; mend it first", problems[0].Pos, problems[0].Text)
	}
	content := with(list, src)
	if _, problems := parse(path, content); problems.HasErrors() {
		return message.Errorf("%s: an entry can only be added to a list of lines that begin with -", path)
	}
	if err := file.Write(path, content); err != nil {
		return message.Errorf("%s: %s", path, message.ErrorText(err))
	}
	return nil
}
