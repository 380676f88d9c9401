package report

import (
	"path/filepath"
	"slices"
	"strings"

	"charts/internal/diag"
	"charts/internal/format"
	"charts/internal/table"
)

// Join makes one report of the files that it is printed in, a body and its
// appendix. In each but the first the file is the outermost section: 附录/表 1.
func Join(files []*Document) *Document {
	if len(files) == 1 {
		return files[0]
	}
	whole := &Document{Name: files[0].Name, Path: files[0].Path, Format: files[0].Format, places: map[int]*format.Place{}}
	ids := map[string]int{}
	for i, file := range files {
		if i > 0 {
			file.putBelow(strings.TrimSuffix(filepath.Base(file.Path), filepath.Ext(file.Path)))
		}
		for k := range file.Tables {
			file.Tables[k].Identify(ids)
		}
		whole.append(file)
	}
	return whole
}

// putBelow makes a section of a file, and all its sections parts of that.
func (d *Document) putBelow(name string) {
	d.below = name + "/"
	below := func(section *string) {
		if *section != name { // of a file that names its tables by itself
			*section = strings.TrimSuffix(d.below+*section, "/")
		}
	}
	for i := range d.Sections {
		below(&d.Sections[i].Number)
	}
	for i := range d.Paragraphs {
		below(&d.Paragraphs[i].Section)
	}
	for i := range d.Captions {
		below(&d.Captions[i].Section)
	}
	for i := range d.Tables {
		d.Tables[i].Appendix = true
		below(&d.Tables[i].Section)
	}
	if len(d.Sections) == 0 || d.Sections[0].Number != name {
		d.Sections = slices.Insert(d.Sections, 0, Section{Number: name, Title: d.Title, Line: 1})
	}
}

// append adds a file, whose lines come after all that there are.
func (d *Document) append(file *Document) {
	p := filed{Document: file}
	if n := len(d.parts); n > 0 {
		last := d.parts[n-1]
		p.before = last.before + lastLine(last.Document)
	}
	d.parts = append(d.parts, p)
	if d.Title == "" {
		d.Title = file.Title
	}
	c := clone(file)
	eachLine(c, func(line *int) {
		if *line > 0 {
			*line += p.before
		}
	})
	d.Sections = append(d.Sections, c.Sections...)
	d.Paragraphs = append(d.Paragraphs, c.Paragraphs...)
	d.Captions = append(d.Captions, c.Captions...)
	d.Tables = append(d.Tables, c.Tables...)
	d.Unread = append(d.Unread, c.Unread...)
	for line, at := range file.places {
		d.places[line+p.before] = at
	}
}

// lastLine is the last line of a file that something stands on.
func lastLine(d *Document) (last int) {
	eachLine(d, func(line *int) { last = max(last, *line) })
	for line := range d.places {
		last = max(last, line)
	}
	return last
}

// clone copies what has lines.
func clone(d *Document) *Document {
	c := &Document{Sections: slices.Clone(d.Sections), Paragraphs: slices.Clone(d.Paragraphs), Captions: slices.Clone(d.Captions),
		Tables: slices.Clone(d.Tables), Unread: slices.Clone(d.Unread)}
	for i := range c.Paragraphs {
		c.Paragraphs[i].Pieces = slices.Clone(c.Paragraphs[i].Pieces)
	}
	for i := range c.Tables {
		t := &c.Tables[i]
		t.Rows, t.Notes, t.Doubts = slices.Clone(t.Rows), slices.Clone(t.Notes), slices.Clone(t.Doubts)
		for k := range t.Rows {
			t.Rows[k].Cells = slices.Clone(t.Rows[k].Cells)
		}
	}
	return c
}

// eachLine calls f for every line number of the document but those of places.
func eachLine(d *Document, f func(*int)) {
	for i := range d.Sections {
		f(&d.Sections[i].Line)
	}
	for i := range d.Paragraphs {
		for k := range d.Paragraphs[i].Pieces {
			f(&d.Paragraphs[i].Pieces[k].Line)
		}
	}
	for i := range d.Captions {
		f(&d.Captions[i].Line)
	}
	for i := range d.Tables {
		d.Tables[i].EachLine(f)
	}
	for i := range d.Unread {
		f(&d.Unread[i].Line)
	}
}

// Files are the files of the report, each read by itself.
func (d *Document) Files() (files []*Document) {
	if d.parts == nil {
		return []*Document{d}
	}
	for _, p := range d.parts {
		files = append(files, p.Document)
	}
	return files
}

// Holds reports whether the report is printed in the file of a path.
func (d *Document) Holds(path string) bool {
	return slices.ContainsFunc(d.Files(), func(file *Document) bool { return file.Path == path })
}

// Paths names the files of the report.
func (d *Document) Paths() string {
	var paths []string
	for _, file := range d.Files() {
		paths = append(paths, file.Path)
	}
	return strings.Join(paths, " + ")
}

// At is the file and the line there of a line of the report.
func (d *Document) At(line int) diag.Pos {
	for _, p := range slices.Backward(d.parts) {
		if line > p.before {
			return diag.Pos{File: p.Path, Line: line - p.before}
		}
	}
	return diag.Pos{File: d.Path, Line: line}
}

// InFile is a table of the report as its file has it, and the path of the file.
func (d *Document) InFile(t *table.Table) (string, *table.Table) {
	for _, file := range d.Files() {
		if found := file.tables(func(own *table.Table) bool { return own == t || own.ID == t.ID && len(d.parts) > 0 }); len(found) == 1 {
			return file.Path, found[0]
		}
	}
	return d.Path, t
}
