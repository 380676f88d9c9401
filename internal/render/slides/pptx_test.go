package slides

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// deck has the same text in every place for one.
func deck(text string) *Deck {
	return &Deck{
		Title: text, Subtitle: text, Lang: "zh-CN", Under: []string{text}, PointsTitle: text, CardsTitle: text,
		Points:  []Point{{Runs: []Run{{Text: text}, {Text: " " + text, Strong: true}}, Tone: "bad"}},
		Cards:   []Card{{Title: text, Value: text, Unit: text, Lines: []Line{{Text: text, Tone: "good"}}}},
		Figures: []Figure{{Title: text, Subtitle: text, Source: text, Alt: text, Notes: []string{text}, SVG: []byte("<svg/>"), PNG: []byte("png")}},
	}
}

// partsOf are the parts of a package by their names, in order.
func partsOf(t *testing.T, d *Deck) (names []string, parts map[string][]byte) {
	t.Helper()
	out, err := PPTX(d)
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := PPTX(d); !bytes.Equal(out, again) {
		t.Error("the same deck has other bytes")
	}
	z, err := zip.NewReader(bytes.NewReader(out), int64(len(out)))
	if err != nil {
		t.Fatal(err)
	}
	parts = map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if parts[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
		names = append(names, f.Name)
	}
	return names, parts
}

// A program that repairs nothing finds every part by its relations, of a known type.
func TestPackage(t *testing.T) {
	d := deck("升学率")
	d.Cards = append(d.Cards, make([]Card, 12)...)
	names, parts := partsOf(t, d)
	if names[0] != "[Content_Types].xml" {
		t.Errorf("the first part is %s", names[0])
	}
	var types struct {
		Default []struct {
			Extension string `xml:",attr"`
		}
		Override []struct {
			PartName string `xml:",attr"`
		}
	}
	if err := xml.Unmarshal(parts[names[0]], &types); err != nil {
		t.Fatal(err)
	}
	typed := map[string]bool{}
	for _, o := range types.Override {
		typed[o.PartName[1:]] = true
		if parts[o.PartName[1:]] == nil {
			t.Errorf("a type is that of %s, which is not there", o.PartName)
		}
	}
	if parts["ppt/slides/slide1.xml"] == nil || parts["ppt/slides/slide0.xml"] != nil {
		t.Error("slides are not numbered from 1")
	}
	reached := map[string]bool{names[0]: true}
	for name, part := range parts {
		if path.Ext(name) == ".xml" && name != names[0] && !typed[name] {
			t.Errorf("%s has no type", name)
		}
		if path.Ext(name) != ".rels" {
			continue
		}
		reached[name] = true
		var rels struct {
			Relationship []struct {
				ID, Target string `xml:",attr"`
			}
		}
		if err := xml.Unmarshal(part, &rels); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, r := range rels.Relationship {
			target := path.Join(path.Dir(path.Dir(name)), r.Target)
			if reached[target] = true; parts[target] == nil {
				t.Errorf("%s leads to %s, which is not there", name, target)
			}
		}
	}
	for _, name := range names {
		if !reached[name] {
			t.Errorf("nothing leads to %s", name)
		}
	}
}

// Texts on slides are at least 24 pixels high on a screen of 1080.
func TestTextSize(t *testing.T) {
	_, parts := partsOf(t, deck("升学率"))
	for name, part := range parts {
		for _, m := range regexp.MustCompile(`\bsz="(\d+)"`).FindAllSubmatch(part, -1) {
			if size, _ := strconv.Atoi(string(m[1])); size < 1200 {
				t.Errorf("%s has text of %d hundredths of a point", name, size)
			}
		}
	}
}

// Cards fill their rows as evenly as their number allows.
func TestGrid(t *testing.T) {
	for n, want := range map[int]string{1: "1", 2: "2", 3: "3", 4: "2 2", 5: "3 2", 6: "3 3", 7: "3 3 1", 9: "3 3 3"} {
		rows := map[float64]int{}
		for _, c := range grid(make([]Card, n)) {
			rows[c.Y]++
			if c.X < 0 || c.X+c.W > Width || c.Y < 0 || c.Y+c.H > Height {
				t.Errorf("of %d cards one leaves the slide: %+v", n, c)
			}
		}
		var got []string
		for _, y := range slices.Sorted(maps.Keys(rows)) {
			got = append(got, strconv.Itoa(rows[y]))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%d cards stand in rows of %s, want %s", n, s, want)
		}
	}
}

// Whatever a text holds, it is text.
func TestTexts(t *testing.T) {
	payloads := []string{
		"</a:t></a:r><a:r>", "<script>alert(1)</script>", "]]>", "<![CDATA[x]]>", "&lt;b&gt;", "&#x41;", "\"' descr=\"x", "{{.Deck}}", "<?xml?>", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
		"=1+1", "\u202eabc", "a\nb", "a\tb", " 前后 ", "𠮷", "%s%d", "../../x", "<!-- -->", "\\u003c",
	}
	for i := range 300 {
		text := fmt.Sprintf("%s%d%s", payloads[i%len(payloads)], i, payloads[i/len(payloads)])
		_, parts := partsOf(t, deck(text))
		want := oneLine.Replace(text)
		said := map[string]int{}
		for name, part := range parts {
			if path.Ext(name) == ".xml" || path.Ext(name) == ".rels" {
				for _, s := range textsOf(t, name, part) {
					said[s]++
				}
			}
		}
		if n := said[want] + said[" "+want]; n < 15 {
			t.Errorf("%q stands %d times", text, n)
		}
	}
}

// textsOf are the texts and descriptions of a part.
func textsOf(t *testing.T, name string, part []byte) (texts []string) {
	dec := xml.NewDecoder(bytes.NewReader(part))
	for {
		token, err := dec.Token()
		if err == io.EOF {
			return texts
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return texts
		}
		switch token := token.(type) {
		case xml.CharData:
			texts = append(texts, string(token))
		case xml.StartElement:
			for _, a := range token.Attr {
				if a.Name.Local == "descr" {
					texts = append(texts, a.Value)
				}
			}
		}
	}
}

// However many cards a slide has, all are on it and none lies on another.
func TestCardsFit(t *testing.T) {
	for n := 1; n <= mostCards; n++ {
		cards := grid(make([]Card, n))
		for i, a := range cards {
			if a.W <= 0 || a.H <= 0 || a.X < 0 || a.Y < 0 || a.X+a.W > Width || a.Y+a.H > Height {
				t.Errorf("card %d of %d is at %g, %g with %g × %g", i+1, n, a.X, a.Y, a.W, a.H)
			}
			for j, b := range cards[:i] {
				if a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H {
					t.Errorf("cards %d and %d of %d overlap", j+1, i+1, n)
				}
			}
		}
	}
}
