package format

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strings"

	"charts/internal/message"
)

// Bounds of a packed file, far above any report. What it unpacks to counts, not
// what it says that it does.
const (
	maxPackedFiles = 10_000
	maxPart        = 32 << 20 // one part, unpacked
)

// A packed is an opened .docx or .xlsx.
type packed struct {
	files map[string]*zip.File
}

func unpack(src []byte) (*packed, error) {
	r, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return nil, damaged(src)
	}
	if len(r.File) > maxPackedFiles {
		return nil, &Refusal{Rule: "report-too-large", Hint: message.Of("save it again from the program that wrote it"),
			Text: message.Of("the report packs %d files, more than %d", len(r.File), maxPackedFiles)}
	}
	p := &packed{files: map[string]*zip.File{}}
	for _, f := range r.File {
		p.files[f.Name] = f
	}
	return p, nil
}

// packs recognises a packed file by the folder of its main part.
func packs(folder string) func(src []byte) bool {
	return func(src []byte) bool {
		if !bytes.HasPrefix(src, []byte(zipStart)) {
			return false
		}
		p, err := unpack(src)
		return err == nil && p.main(folder) != ""
	}
}

// main finds the main part: word/document.xml, or as some programs name it.
func (p *packed) main(folder string) string {
	for _, name := range []string{"document.xml", "workbook.xml", "document2.xml", "workbook2.xml"} {
		if p.files[path.Join(folder, name)] != nil {
			return path.Join(folder, name)
		}
	}
	return ""
}

// read unpacks one part; a part that is not there is empty.
func (p *packed) read(name string) ([]byte, error) {
	f := p.files[name]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged(nil)
	}
	defer r.Close()
	src, err := io.ReadAll(io.LimitReader(r, maxPart+1))
	switch {
	case len(src) > maxPart:
		return nil, &Refusal{Rule: "report-too-large", Hint: message.Of("give the text and the tables of the report alone"),
			Text: message.Of("%s in the report unpacks to more than %d MB", name, maxPart>>20)}
	case err != nil:
		return nil, damaged(nil)
	}
	return src, nil
}

// tree reads a part as XML; a part that is not there is an empty tree.
func (p *packed) tree(name string) (*node, error) {
	src, err := p.read(name)
	if err != nil || strings.TrimSpace(string(src)) == "" {
		return &node{}, err
	}
	return parseXML(src)
}
