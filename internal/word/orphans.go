package word

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"slices"
	"strings"

	"charts/internal/regexp"
)

// dropOrphans takes out the files of pictures that the text showed and no longer
// shows. A file that anything else may still mean stays.
func (d *Document) dropOrphans(old, body []byte) {
	rels, err := d.part(relsPart)
	if err != nil {
		return
	}
	var dropped []string
	kept := relationship.ReplaceAllFunc(rels, func(entry []byte) []byte {
		id, target, ok := pictureOf(entry)
		if !ok || !quotes(old, id) || quotes(body, id) {
			return entry
		}
		dropped = append(dropped, resolve(target))
		return nil
	})
	d.set(relsPart, kept)
	for _, name := range dropped {
		if !d.related(name) {
			d.remove(name)
		}
	}
}

// remove takes out a part that was in the file, and its own entry in the list of
// types.
func (d *Document) remove(name string) {
	d.removed[name] = true
	types, err := d.part(typesPart)
	if err != nil {
		return
	}
	d.set(typesPart, override.ReplaceAllFunc(types, func(entry []byte) []byte {
		if quotes(entry, "/"+name) {
			return nil
		}
		return entry
	}))
}

var override = regexp.MustCompile(`<Override\s[^>]*?/>`)

var relationship = regexp.MustCompile(`<Relationship\s[^>]*?/>`)

// pictureOf reads an entry of the list of relationships, if it is of a picture in the
// document.
func pictureOf(entry []byte) (id, target string, ok bool) {
	var r struct {
		ID         string `xml:"Id,attr"`
		Type       string `xml:"Type,attr"`
		Target     string `xml:"Target,attr"`
		TargetMode string `xml:"TargetMode,attr"`
	}
	err := xml.Unmarshal(entry, &r)
	return r.ID, r.Target, err == nil && strings.HasSuffix(r.Type, "/image") && r.TargetMode != "External"
}

// quotes reports whether a text has an attribute with that value.
func quotes(text []byte, value string) bool {
	return bytes.Contains(text, []byte(`"`+value+`"`)) || bytes.Contains(text, []byte(`'`+value+`'`))
}

// related reports whether a list of relationships still names a part.
func (d *Document) related(name string) bool {
	base := []byte(name[strings.LastIndex(name, "/")+1:])
	return slices.ContainsFunc(d.zip.File, func(f *zip.File) bool {
		if !strings.HasSuffix(f.Name, ".rels") {
			return false
		}
		content, err := d.part(f.Name)
		return err != nil || bytes.Contains(content, base)
	})
}
