package format

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strings"

	"charts/internal/message"
	"charts/internal/meter"
)

// maxPackedFiles is far above any report.
const maxPackedFiles = 10_000

// A packed is an opened .docx or .xlsx. What it unpacks to is metered, not what it says
// that it does.
type packed struct {
	files map[string]*zip.File
	meter *meter.Meter
}

func unpack(src []byte, m *meter.Meter) (*packed, error) {
	r, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return nil, damaged(src)
	}
	if len(r.File) > maxPackedFiles {
		return nil, &Refusal{Rule: "report-too-large", Hint: message.Of("save it again from the program that wrote it"),
			Text: message.Of("the file packs %d files, more than %d", len(r.File), maxPackedFiles)}
	}
	p := &packed{files: map[string]*zip.File{}, meter: m}
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
		p, err := unpack(src, nil)
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
	var b bytes.Buffer
	_, err = b.ReadFrom(io.LimitReader(r, int64(p.meter.Left()/2)+1)) // the buffer doubles
	if p.meter.Times(2, b.Len()); err != nil {
		return nil, damaged(nil)
	}
	return b.Bytes(), nil
}

// tree reads a part as XML; a part that is not there is an empty tree.
func (p *packed) tree(name string) (*node, error) {
	src, err := p.read(name)
	if err != nil || strings.TrimSpace(string(src)) == "" {
		return &node{}, err
	}
	return parseXML(src, p.meter)
}
