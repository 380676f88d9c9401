// Package word finds pictures and captions in a Word document and puts figures
// above their captions. It changes what it has to and copies the rest of the
// document byte for byte.
package word

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"slices"
	"strings"
	"time"

	"charts/internal/message"
)

const (
	bodyPart    = "word/document.xml"
	relsPart    = "word/_rels/document.xml.rels"
	typesPart   = "[Content_Types].xml"
	mediaFolder = "word/media/"

	mostPart  = 256 << 20 // bytes of one part of a document
	mostParts = 20000
)

// A Document is a Word document, with the changes made to it so far.
type Document struct {
	src     []byte
	zip     *zip.Reader
	changed map[string][]byte // parts that are new or not as they were
	added   []string          // those that are new, in their order
	removed map[string]bool
}

// Open reads a document.
func Open(src []byte) (*Document, error) {
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return nil, message.Errorf("it is no Word document: it is not a .docx, or it is protected by a password; save it as .docx without one")
	}
	if len(z.File) > mostParts {
		return nil, message.Errorf("it has %d parts; %d are the most that are read", len(z.File), mostParts)
	}
	d := &Document{src: src, zip: z, changed: map[string][]byte{}, removed: map[string]bool{}}
	body, err := d.part(bodyPart)
	if err != nil {
		return nil, message.Errorf("it is no Word document: it has no text")
	}
	if bytes.Contains(body[:min(len(body), 4096)], []byte("http://purl.oclc.org/ooxml/")) {
		return nil, message.Errorf("it is saved as Strict Open XML; save it as a Word document (.docx)")
	}
	return d, nil
}

// part is the content of a part of the document as it now is.
func (d *Document) part(name string) ([]byte, error) {
	if content, ok := d.changed[name]; ok {
		return content, nil
	}
	i := slices.IndexFunc(d.zip.File, func(f *zip.File) bool { return f.Name == name })
	if i < 0 {
		return nil, message.Errorf("it has no part %s", name)
	}
	r, err := d.zip.File[i].Open()
	if err != nil {
		return nil, message.Errorf("its part %s cannot be read", name)
	}
	defer r.Close()
	content, err := io.ReadAll(io.LimitReader(r, mostPart+1))
	if err != nil {
		return nil, message.Errorf("its part %s is damaged", name)
	}
	if len(content) > mostPart {
		return nil, message.Errorf("its part %s is larger than %d MB", name, mostPart>>20)
	}
	return content, nil
}

// set gives a part its content. Content that it already has is no change.
func (d *Document) set(name string, content []byte) {
	old, err := d.part(name)
	if err == nil && bytes.Equal(old, content) {
		return
	}
	if err != nil {
		d.added = append(d.added, name)
	}
	d.changed[name] = content
}

// Bytes is the document as a file. Parts without changes are copied as they are,
// compressed; a document without changes is the file that was read.
func (d *Document) Bytes() ([]byte, error) {
	if len(d.changed) == 0 {
		return d.src, nil
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	if err := w.SetComment(d.zip.Comment); err != nil {
		return nil, err
	}
	for _, f := range d.zip.File {
		content, ok := d.changed[f.Name]
		if d.removed[f.Name] {
			continue
		}
		if !ok {
			if err := w.Copy(f); err != nil {
				return nil, err
			}
			continue
		}
		if err := add(w, f.Name, content, f.Modified); err != nil {
			return nil, err
		}
	}
	for _, name := range d.added {
		if err := add(w, name, d.changed[name], epoch); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// epoch is the time of new parts: the first that a zip file can name.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func add(w *zip.Writer, name string, content []byte, modified time.Time) error {
	method := zip.Deflate
	if path.Ext(name) == ".png" { // it is compressed
		method = zip.Store
	}
	f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: modified})
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return err
}

// resolve is the part that a relationship of the text names.
func resolve(target string) string {
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(target, "/")
	}
	return path.Join("word", target)
}
