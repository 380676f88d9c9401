package build

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"charts/internal/diag"
	"charts/internal/draft"
	"charts/internal/file"
	"charts/internal/message"
	"charts/internal/report"
	"charts/internal/series"
)

// Propose drafts figures for the table of that name.
func (p *Project) Propose(ctx context.Context, table string) ([]draft.Proposal, diag.List) {
	var proposals []draft.Proposal
	problems := p.draft(func(src draft.Source) bool {
		hits := src.Doc.Lookup(table)
		if len(hits) != 1 {
			return false
		}
		found, _ := src.Table(ctx, hits[0])
		proposals = found
		return true
	})
	if len(proposals) > 0 || len(problems) > 0 {
		return proposals, problems
	}
	found, problems := p.Tables(table)
	if len(found) == 1 && len(problems) == 0 {
		problems.Errorf(diag.Pos{File: found[0].Report, Line: found[0].Line}, "no-proposal",
			"no figure follows from the shape of %s", found[0].ID).Hintf("`charts tables '%s'` prints it", found[0].ID)
	}
	return nil, problems
}

// ProposeSentence drafts a figure of the numbers in a sentence.
func (p *Project) ProposeSentence(ctx context.Context, text string) ([]draft.Proposal, diag.List) {
	var proposals []draft.Proposal
	var seen []report.Hit
	var doc *report.Document
	problems := p.draft(func(src draft.Source) bool {
		doc = src.Doc
		proposals, seen = src.Sentence(ctx, text)
		return len(seen) > 0
	})
	switch {
	case len(proposals) > 0 || len(problems) > 0:
	case len(seen) == 0:
		problems.Errorf(doc.At(0), "no-sentence", "no sentence holds %q", text).Hintf("copy a piece of the sentence with its numbers; `charts find` looks for words")
	default:
		problems.Errorf(doc.At(seen[0].Line), "no-proposal", "no numbers of one sentence fit %q", text).Hintf("take more words around the numbers")
	}
	return proposals, problems
}

// ProposeAll drafts a set of figures and a dashboard for the first report.
func (p *Project) ProposeAll(ctx context.Context) (draft.Set, diag.List) {
	var set draft.Set
	problems := p.draft(func(src draft.Source) bool {
		set = src.All(ctx)
		return true
	})
	if len(set.Dashboard.Source) == 0 && len(problems) == 0 {
		problems.Errorf(diag.Pos{File: p.Documents[0].Path}, "no-proposal", "no figure follows from the tables of this report").Hintf("`charts tables` lists them; `charts new --text` takes a sentence")
	}
	return set, problems
}

// SetFiles are the files of a set for a folder of specs, and whether they name
// the report, in a language or, for "", that of the report: not if the folder has a file of the project already, or the report
// is outside of it.
func (p *Project) SetFiles(set draft.Set, dir string, lang message.Language) (files []draft.File, named bool) {
	src := draft.Source{Doc: p.Documents[0], Language: lang}
	if _, err := os.Lstat(filepath.Join(dir, configFile)); !errors.Is(err, fs.ErrNotExist) {
		return src.Files(set), false
	}
	var paths []string
	for _, file := range src.Doc.Files() {
		path, ok := within(filepath.Dir(filepath.Clean(dir)), file.Path)
		if !ok {
			return src.Files(set), false
		}
		paths = append(paths, path)
	}
	return src.Files(set, paths...), true
}

// draft offers the reports one after the other until one is taken.
func (p *Project) draft(take func(draft.Source) bool) (problems diag.List) {
	store, err := series.NewStore(p.Documents, p.readSide)
	if err != nil {
		problems.Errorf(diag.Pos{}, "no-store", "cannot read the tables of the reports: %s", err)
		return problems
	}
	defer store.Close()
	for i, doc := range p.Documents {
		src := draft.Source{Store: store, Doc: doc, Contest: func(f *series.Frame) { p.contest(f, diag.Pos{}, false) }}
		if i > 0 {
			src.Name = doc.Name
		}
		if take(src) {
			break
		}
	}
	return problems
}

// WriteSpecs writes new specs below a folder, and returns their paths. It writes
// none when one of them is there already.
func WriteSpecs(dir string, files []draft.File) (written []string, problems diag.List) {
	paths, there := make([]string, len(files)), []string{}
	for i, f := range files {
		paths[i] = filepath.Join(dir, filepath.FromSlash(f.Path))
		if exists(paths[i]) {
			there = append(there, paths[i])
		}
	}
	if len(there) > 0 {
		problems.Errorf(diag.Pos{}, "exists", "nothing is written, for this is there already: %s", message.Few(there, 3)).Hintf("move it, or write to another folder")
		return nil, problems
	}
	for i, f := range files {
		if err := file.Write(paths[i], f.Source); err != nil {
			problems.Errorf(diag.Pos{File: paths[i]}, "cannot-write", "%s", message.ErrorText(err))
			continue
		}
		written = append(written, paths[i])
	}
	return slices.Clip(written), problems
}
