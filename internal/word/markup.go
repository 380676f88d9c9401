package word

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"

	"charts/internal/message"
)

// attribute finds one attribute of a start tag.
func attribute(name string) *regexp.Regexp {
	return regexp.MustCompile(`\s` + regexp.QuoteMeta(name) + `\s*=\s*("[^"]*"|'[^']*')`)
}

// attrOf is the value of an attribute of a start tag, or "".
func attrOf(tag, name string) string {
	m := attribute(name).FindStringSubmatch(tag)
	if m == nil {
		return ""
	}
	return html.UnescapeString(m[1][1 : len(m[1])-1])
}

// setAttr gives an attribute of a start tag its value. A tag that has it already
// stays as it is, to the byte.
func setAttr(tag, name, value string) string {
	written := ` ` + name + `="` + escape(value) + `"`
	at := attribute(name).FindStringIndex(tag)
	switch {
	case at == nil:
		end := strings.LastIndex(tag, ">")
		if strings.HasSuffix(tag, "/>") {
			end--
		}
		return strings.TrimRight(tag[:end], " ") + written + tag[end:]
	case attrOf(tag, name) == value:
		return tag
	}
	return tag[:at[0]] + written + tag[at[1]:]
}

func dropAttrs(tag string, names ...string) string {
	for _, name := range names {
		tag = attribute(name).ReplaceAllLiteralString(tag, "")
	}
	return tag
}

func escape(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a Builder takes all
	return b.String()
}

// A size is that of a picture on paper, in EMU: 360,000 are a centimetre.
type size struct{ cx, cy int64 }

// sizeOf reads the physical size of a PNG.
func sizeOf(png []byte) (size, bool) {
	var width, height, x, y uint32
	for _, c := range chunks(png) {
		switch {
		case c.name == "IHDR" && len(c.data) >= 8:
			width, height = binary.BigEndian.Uint32(c.data), binary.BigEndian.Uint32(c.data[4:])
		case c.name == "pHYs" && len(c.data) == 9 && c.data[8] == 1:
			x, y = binary.BigEndian.Uint32(c.data), binary.BigEndian.Uint32(c.data[4:])
		}
	}
	if width == 0 || height == 0 || x == 0 || y == 0 {
		return size{}, false
	}
	const perMetre = 36_000_000
	return size{int64(width) * perMetre / int64(x), int64(height) * perMetre / int64(y)}, true
}

// mm is a length in millimetres.
func mm(emu int64) float64 { return float64(emu) / 36000 }

var (
	styleWidth  = regexp.MustCompile(`(^|;)\s*width\s*:[^;]*`)
	styleHeight = regexp.MustCompile(`(^|;)\s*height\s*:[^;]*`)
)

// inStyle is the style of a VML shape with this size.
func (s size) inStyle(style string) string {
	for _, rule := range []struct {
		at   *regexp.Regexp
		name string
		emu  int64
	}{{styleWidth, "width", s.cx}, {styleHeight, "height", s.cy}} {
		text := fmt.Sprintf("%s:%.2fpt", rule.name, float64(rule.emu)/12700)
		if rule.at.MatchString(style) {
			style = rule.at.ReplaceAllString(style, "${1}"+text)
		} else {
			style = strings.TrimLeft(style+";"+text, ";")
		}
	}
	return style
}

// name is a part of names that a package may have: ids can be Chinese.
func (f Figure) name() string {
	sum := sha256.Sum256([]byte(f.ID))
	return "charts-" + hex.EncodeToString(sum[:6])
}

func relID(f Figure) string { return f.name() }

// addPicture puts the file of a figure into the document.
func (d *Document) addPicture(f Figure) error {
	err := d.refer(relID(f), "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", "media/"+f.name()+".png",
		`Extension="png"`, `<Default Extension="png" ContentType="image/png"/>`)
	if err == nil {
		d.set(mediaFolder+f.name()+".png", f.PNG)
	}
	return err
}

// refer lets the text refer to a part by an id, and says what type the part has, in an
// entry of the list of types that the mark tells.
func (d *Document) refer(id, kind, target, mark, entry string) error {
	rels, err := d.relations()
	if err != nil {
		return err
	}
	types, err := d.part(typesPart)
	if err != nil {
		return err
	}
	rel := fmt.Sprintf(`<Relationship Id="%s" Type="%s" Target="%s"/>`, id, kind, target)
	known := `Id="` + id + `"`
	if strings.Contains(string(rels), `Target="`+target+`"`) {
		known = `Target="` + target + `"`
	}
	newRels, ok1 := insertIn(string(rels), "Relationships", known, rel)
	newTypes, ok2 := insertIn(string(types), "Types", mark, entry)
	if !ok1 || !ok2 {
		return message.Errorf("the document's list of parts is damaged")
	}
	d.set(relsPart, []byte(newRels))
	d.set(typesPart, []byte(newTypes))
	return nil
}

// has reports whether the document has a part.
func (d *Document) has(name string) bool {
	_, changed := d.changed[name]
	return changed || slices.ContainsFunc(d.zip.File, func(f *zip.File) bool { return f.Name == name })
}

// relations is the list of what the text refers to. A text that refers to nothing
// need not have one.
func (d *Document) relations() ([]byte, error) {
	if !d.has(relsPart) {
		return []byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
			`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`), nil
	}
	return d.part(relsPart)
}

// insertIn puts an entry at the beginning of a list that does not hold the mark
// yet.
func insertIn(list, root, mark, entry string) (string, bool) {
	if strings.Contains(strings.ToLower(list), strings.ToLower(mark)) {
		return list, true
	}
	start := regexp.MustCompile(`<` + root + `(\s[^>]*)?>`).FindStringIndex(list)
	if start == nil {
		return list, false
	}
	tag := list[start[0]:start[1]]
	if strings.HasSuffix(tag, "/>") { // an empty list
		return list[:start[0]] + strings.TrimSuffix(tag, "/>") + ">" + entry + "</" + root + ">" + list[start[1]:], true
	}
	return list[:start[1]] + entry + list[start[1]:], true
}

// newParagraph is a paragraph with a figure, kept with the caption below it. It
// declares its namespaces, for the document may not.
func newParagraph(f Figure, s size, id int) string {
	const format = `<w:p><w:pPr><w:keepNext/><w:jc w:val="center"/></w:pPr><w:r><w:drawing>` +
		`<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">` +
		`<wp:extent cx="%[1]d" cy="%[2]d"/><wp:docPr id="%[3]d" name="%[4]s" descr="%[5]s"/>` +
		`<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">` +
		`<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">` +
		`<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">` +
		`<pic:nvPicPr><pic:cNvPr id="%[3]d" name="%[4]s"/><pic:cNvPicPr/></pic:nvPicPr>` +
		`<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="%[6]s"/>` +
		`<a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[1]d" cy="%[2]d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
		`</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
	return fmt.Sprintf(format, s.cx, s.cy, id, escape(f.ID), escape(f.Alt), relID(f))
}
