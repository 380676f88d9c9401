package word

import (
	"slices"
	"strings"
	"testing"
)

// The file of a picture goes with the last place that shows it.
func TestReplacedPictureGoes(t *testing.T) {
	tests := []struct {
		name, text string
		stays      bool
	}{
		{"replaced", p(r(inline)) + seq(1, "录取"), false},
		{"replaced in both dialects", p(alternate(anchored, vml)) + seq(2, "去向"), false},
		{"one of two places", p(r(inline)) + seq(1, "录取") + p(r(inline)), true},
		{"nothing put", p(r(inline)) + seq(70, "别的"), true},
		{"never shown", seq(1, "录取"), true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, _, out := insert(t, docx(t, tt.text))
			rels, err := d.part(relsPart)
			if err != nil {
				t.Fatal(err)
			}
			var names []string
			for _, f := range parts(t, out).File {
				names = append(names, f.Name)
			}
			if got := slices.Contains(names, "word/media/image1.jpeg"); got != tt.stays {
				t.Errorf("the file stays: %t; want %t", got, tt.stays)
			}
			if got := strings.Contains(string(rels), `Id="rId7"`); got != tt.stays {
				t.Errorf("its relationship stays: %t; want %t", got, tt.stays)
			}
		})
	}
}

// LibreOffice lists the type of every picture; the list loses the entry, too.
func TestReplacedPictureLeavesNoType(t *testing.T) {
	d, err := Open(docx(t, p(r(inline))+seq(1, "录取")))
	if err != nil {
		t.Fatal(err)
	}
	const own = `<Override PartName="/word/media/image1.jpeg" ContentType="image/jpeg"/>`
	d.set(typesPart, []byte(strings.Replace(types, "</Types>", own+"</Types>", 1)))
	if _, _, err := d.Insert(figures(t)[:1]); err != nil {
		t.Fatal(err)
	}
	list, err := d.part(typesPart)
	if err != nil {
		t.Fatal(err)
	}
	if !d.removed["word/media/image1.jpeg"] || strings.Contains(string(list), "image1.jpeg") || !strings.Contains(string(list), `PartName="/word/document.xml"`) {
		t.Errorf("removed %v; the types are %s", d.removed, list)
	}
}

// A part that another list names stays, whatever the text shows.
func TestPictureOfAHeaderStays(t *testing.T) {
	d, err := Open(docx(t, p(r(inline))+seq(1, "录取")))
	if err != nil {
		t.Fatal(err)
	}
	d.set("_rels/.rels", []byte(strings.Replace(rootRels, "</Relationships>", `<Relationship Id="rId3" Type="x" Target="word/media/image1.jpeg"/></Relationships>`, 1)))
	if _, _, err := d.Insert(figures(t)[:1]); err != nil {
		t.Fatal(err)
	}
	if d.removed["word/media/image1.jpeg"] {
		t.Error("the file of a picture that is named elsewhere is gone")
	}
}
