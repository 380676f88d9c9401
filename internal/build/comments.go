package build

import (
	"path/filepath"
	"strings"

	"charts/internal/audit"
	"charts/internal/diag"
	"charts/internal/message"
	"charts/internal/word"
)

// author is who the comments in a document are from.
const author = "charts"

// A Commented is a copy of a Word document with comments in it.
type Commented struct {
	Path     string
	Comments int
}

// CommentAudit writes what the audit found into copies of the Word documents that the
// reports are, as comments in a language. What is accepted says nothing.
func (p *Project) CommentAudit(found []audit.Finding, lang message.Language) (all []Commented, problems diag.List) {
	for _, doc := range filesOf(p.Documents) {
		if !IsWord(doc.Path) {
			continue
		}
		var notes []word.Note
		list := audit.NewList(found, lang)
		for i, f := range found {
			if place := f.Places[0]; f.Accepted == nil && place.Report == doc.Path {
				cell := ""
				if len(f.Values) > 0 {
					cell = f.Values[0]
				}
				notes = append(notes, word.Note{Text: list.Text(i), Quote: place.Quote, Cell: cell})
			}
		}
		all, problems = comment(doc.Path, notes, all, problems)
	}
	return all, problems
}

// CommentWord writes what a check found into a copy of a document.
func CommentWord(path string, all []WordPicture, lang message.Language) (made []Commented, problems diag.List) {
	var notes []word.Note
	for _, w := range all {
		if _, bad := w.Finding(); bad && w.Caption != "" {
			notes = append(notes, word.Note{Text: w.why().In(lang), Quote: w.Caption})
		}
	}
	return comment(path, notes, nil, nil)
}

// comment writes notes into a copy of a document. Those whose words are not found there
// are at its beginning, with the words.
func comment(path string, notes []word.Note, all []Commented, problems diag.List) ([]Commented, diag.List) {
	if len(notes) == 0 {
		return all, problems
	}
	d, more := openWord(path)
	if problems = append(problems, more...); more.HasErrors() {
		return all, problems
	}
	to := strings.TrimSuffix(path, filepath.Ext(path)) + WithComments + ".docx"
	lost, err := d.Comment(author, notes)
	for i := range lost {
		lost[i].Text, lost[i].Quote = strings.TrimSpace(lost[i].Text+"\n"+lost[i].Quote), ""
	}
	if err == nil {
		_, err = d.Comment(author, lost)
	}
	if err == nil {
		err = writeWord(d, to)
	}
	if err != nil {
		problems.Errorf(diag.Pos{File: path}, "bad-document", "%s", err)
		return all, problems
	}
	return append(all, Commented{to, len(notes)}), problems
}

// IsWord reports whether a path is that of a Word document.
func IsWord(path string) bool { return strings.EqualFold(filepath.Ext(path), ".docx") }
