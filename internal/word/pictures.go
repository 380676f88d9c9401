package word

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"strings"
)

// A Picture is a picture of the document with the caption under it.
type Picture struct {
	Caption       string  // the text of the caption, "" when there is none
	Above         string  // what is printed above a picture without a caption, or in its paragraph
	Content       []byte  // the file; nil for a chart of Word or an embedded object
	Width, Height float64 // in mm; 0 is unknown
	room          int64   // of the cell that it is in
	Alt           string
}

// Pictures lists the captions in the order of the text, each with its picture if
// it has one, and then the pictures without a caption.
func (d *Document) Pictures() ([]Picture, error) {
	s, err := d.scanned()
	if err != nil {
		return nil, err
	}
	files := d.files()
	var all []Picture
	taken := map[*picture]bool{}
	for _, at := range places(s.paragraphs) {
		if at.caption.fallback {
			continue
		}
		caption := strings.TrimSpace(at.caption.text)
		pictures := shown(at.pictures, false)
		if len(pictures) == 0 {
			all = append(all, Picture{Caption: caption})
		}
		for _, p := range pictures {
			taken[p] = true
			all = append(all, d.picture(p, caption, files))
		}
	}
	above := ""
	for _, p := range s.paragraphs {
		if text := strings.TrimSpace(p.text); text != "" && !p.fallback {
			above = text
		}
		for _, x := range shown(p.pictures, false) {
			if !taken[x] && !p.fallback {
				alone := d.picture(x, "", files)
				alone.Above = above
				all = append(all, alone)
			}
		}
	}
	return all, nil
}

func (d *Document) picture(p *picture, caption string, files map[string]string) Picture {
	x := Picture{Caption: caption, Width: mm(p.cx), Height: mm(p.cy), Alt: p.alt, room: p.cell.room()}
	if !p.object {
		x.Content, _ = d.part(resolve(files[p.rel])) // a lost file is an unknown picture
	}
	return x
}

// files are the parts that the text names, by relationship.
func (d *Document) files() map[string]string {
	var list struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	files := map[string]string{}
	if src, err := d.part(relsPart); err == nil && xml.Unmarshal(src, &list) == nil {
		for _, r := range list.Relationship {
			files[r.ID] = r.Target
		}
	}
	return files
}

// styles are the names of the paragraph styles by id.
func (d *Document) styles() map[string]string {
	var list struct {
		Style []struct {
			ID   string `xml:"styleId,attr"`
			Name struct {
				Val string `xml:"val,attr"`
			} `xml:"name"`
		} `xml:"style"`
	}
	names := map[string]string{}
	if src, err := d.part("word/styles.xml"); err == nil && xml.Unmarshal(src, &list) == nil {
		for _, s := range list.Style {
			names[s.ID] = s.Name.Val
		}
	}
	return names
}

// A chunk is one piece of a PNG file.
type chunk struct {
	name string
	data []byte
}

// chunks are the pieces of a PNG up to its pixels; none if it is no PNG.
func chunks(png []byte) []chunk {
	rest, ok := bytes.CutPrefix(png, []byte("\x89PNG\r\n\x1a\n"))
	if !ok {
		return nil
	}
	var all []chunk
	for len(rest) >= 12 {
		n := binary.BigEndian.Uint32(rest)
		if uint64(n)+12 > uint64(len(rest)) {
			break
		}
		c := chunk{string(rest[4:8]), rest[8 : 8+n]}
		if c.name == "IDAT" {
			break
		}
		all = append(all, c)
		rest = rest[12+n:]
	}
	return all
}

// Texts are the text chunks of a PNG by keyword. Those of this program's pictures
// name the figure and the hash of its values.
func Texts(png []byte) map[string]string {
	texts := map[string]string{}
	for _, c := range chunks(png) {
		keyword, text, _ := strings.Cut(string(c.data), "\x00")
		switch c.name {
		case "tEXt":
			texts[keyword] = text
		case "iTXt": // never compressed by us: two flags, language and translation are empty
			texts[keyword] = strings.TrimLeft(text, "\x00")
		}
	}
	return texts
}

// SizeOf is the size in mm that a PNG has in the place of the picture: its own, or
// that of the cell in which it would be too wide. It is zeros where it is unknown.
func (p Picture) SizeOf(png []byte) (width, height float64) {
	s, _ := sizeOf(png)
	s = s.into(p.room)
	return mm(s.cx), mm(s.cy)
}
