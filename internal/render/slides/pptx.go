// Package slides writes a deck as PresentationML: texts that can be edited, and
// pictures as SVG, beside each the PNG for programs that draw no SVG.
package slides

import (
	"archive/zip"
	"bytes"
	"embed"
	"encoding/xml"
	"fmt"
	"path"
	"strings"
	"text/template"
	"time"
)

// A Deck is a presentation: a cover, what it has to say first, its numbers, and a
// slide for each figure.
type Deck struct {
	Title, Subtitle string
	Lang            string   // zh-CN or en
	Under           []string // the cover's lines under the subtitle
	PointsTitle     string
	Points          []Point
	CardsTitle      string
	Cards           []Card
	Figures         []Figure
}

// A Point is a sentence.
type Point struct {
	Runs []Run
	Tone string // good, bad or contested; "" is none of them
}

// A Run is a piece of a sentence.
type Run struct {
	Text   string
	Strong bool
}

// A Card is one number.
type Card struct {
	Title, Value, Unit string
	Lines              []Line // what it is held against
}

// A Line is a line of a card.
type Line struct {
	Text string
	Tone string // as that of a point
}

// A Figure is a picture under the sentence that it shows.
type Figure struct {
	Title, Subtitle, Source string
	Alt                     string
	Notes                   []string // for who speaks
	SVG, PNG                []byte
}

// The slide in points, and the room on it for a picture as wide as it.
const (
	Width         = 960.0
	Height        = 540.0
	PictureTop    = 104.0
	PictureHeight = 404.0
)

//go:embed parts
var parts embed.FS

var templates = template.Must(template.New("").Funcs(template.FuncMap{
	"x": escaped, "emu": emu, "add": func(a, b int) int { return a + b }, "tone": tone,
}).ParseFS(parts, "parts/*.xml"))

// A slide is what one slide is made of.
type slide struct {
	Deck   *Deck
	Name   string // of its template
	Layout int
	Number int
	Figure *Figure
	Cards  []placed
	Notes  []string
}

// Picture is the number of the slide's picture; 0: it has none.
func (s slide) Picture() int {
	if s.Figure == nil {
		return 0
	}
	return s.Number
}

// PPTX writes the deck. The same deck gives the same bytes.
func PPTX(d *Deck) ([]byte, error) {
	var b bytes.Buffer
	w := writer{zip: zip.NewWriter(&b)}
	all := slidesOf(d)
	// Programs tell a presentation by its first part.
	for _, part := range []struct{ file, template string }{
		{"[Content_Types].xml", "types.xml"},
		{"_rels/.rels", "rels.xml"},
		{"docProps/core.xml", "core.xml"},
		{"ppt/presentation.xml", "presentation.xml"},
		{"ppt/_rels/presentation.xml.rels", "presentation-rels.xml"},
		{"ppt/theme/theme1.xml", "theme.xml"},
		{"ppt/theme/theme2.xml", "theme.xml"},
		{"ppt/slideMasters/slideMaster1.xml", "master.xml"},
		{"ppt/slideMasters/_rels/slideMaster1.xml.rels", "master-rels.xml"},
		{"ppt/notesMasters/notesMaster1.xml", "notes-master.xml"},
		{"ppt/notesMasters/_rels/notesMaster1.xml.rels", "notes-master-rels.xml"},
	} {
		w.fill(part.file, part.template, map[string]any{"Deck": d, "Slides": all})
	}
	for i, name := range []string{"cover", "list", "plain"} {
		w.fill(fmt.Sprintf("ppt/slideLayouts/slideLayout%d.xml", i+1), "layout.xml", name)
		w.fill(fmt.Sprintf("ppt/slideLayouts/_rels/slideLayout%d.xml.rels", i+1), "layout-rels.xml", nil)
	}
	for _, s := range all {
		w.slide(s)
	}
	if w.err == nil {
		w.err = w.zip.Close()
	}
	return b.Bytes(), w.err
}

// slidesOf are the slides of a deck in their order.
func slidesOf(d *Deck) []slide {
	all := []slide{{Name: "cover.xml", Layout: 1}}
	if len(d.Points) > 0 {
		all = append(all, slide{Name: "points.xml", Layout: 2})
	}
	for rest := d.Cards; len(rest) > 0; rest = rest[min(len(rest), mostCards):] {
		all = append(all, slide{Name: "cards.xml", Layout: 3, Cards: grid(rest[:min(len(rest), mostCards)])})
	}
	for i := range d.Figures {
		f := &d.Figures[i]
		all = append(all, slide{Name: "figure.xml", Layout: 3, Figure: f, Notes: f.Notes})
	}
	for i := range all {
		all[i].Deck, all[i].Number = d, i+1
	}
	return all
}

// mostCards is how many cards a slide has.
const mostCards = 9

// A placed card has its place in points.
type placed struct {
	Card
	X, Y, W, H float64
}

func grid(cards []Card) []placed {
	columns := 3
	if n := len(cards); n < 3 || n == 4 {
		columns = 2
	}
	const left, top, gap = 32.0, 110.0, 16.0
	rows := (len(cards) + columns - 1) / columns
	w := (Width - 2*left - gap*float64(columns-1)) / float64(columns)
	h := min(190, (Height-top-left-gap*float64(rows-1))/float64(rows))
	var all []placed
	for i, c := range cards {
		all = append(all, placed{c, left + (w+gap)*float64(i%columns), top + (h+gap)*float64(i/columns), w, h})
	}
	return all
}

// A writer writes the parts of a package.
type writer struct {
	zip *zip.Writer
	err error
}

func (w *writer) slide(s slide) {
	name := fmt.Sprintf("slide%d.xml", s.Number)
	w.fill("ppt/slides/"+name, s.Name, s)
	w.fill("ppt/slides/_rels/"+name+".rels", "slide-rels.xml", s)
	if len(s.Notes) > 0 {
		w.fill("ppt/notesSlides/notes"+name, "notes.xml", s)
		w.fill("ppt/notesSlides/_rels/notes"+name+".rels", "notes-rels.xml", s)
	}
	if f := s.Figure; f != nil {
		w.part(fmt.Sprintf("ppt/media/image%d.png", s.Number), f.PNG)
		w.part(fmt.Sprintf("ppt/media/image%d.svg", s.Number), f.SVG)
	}
}

func (w *writer) fill(file, name string, data any) {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	if err := templates.ExecuteTemplate(&b, name, data); err != nil && w.err == nil {
		w.err = err
	}
	w.part(file, b.Bytes())
}

// epoch is the time of all parts: the first that a zip file can name.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func (w *writer) part(file string, content []byte) {
	if w.err != nil {
		return
	}
	method := zip.Deflate
	if path.Ext(file) == ".png" {
		method = zip.Store
	}
	out, err := w.zip.CreateHeader(&zip.FileHeader{Name: file, Method: method, Modified: epoch})
	if err == nil {
		_, err = out.Write(content)
	}
	w.err = err
}

// oneLine keeps breaks and tabs out of texts, which have no place for them.
var oneLine = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ")

// escaped is a text between tags or in an attribute.
func escaped(s string) (string, error) {
	var b strings.Builder
	err := xml.EscapeText(&b, []byte(oneLine.Replace(s)))
	return b.String(), err
}

// emu is a length in the units of the format.
func emu(points float64) int { return int(points * 12700) }

// tone is the colour of a judgement, by its name in the theme.
func tone(name string) string {
	switch name {
	case "good":
		return "accent3"
	case "bad", "contested":
		return "accent4"
	}
	return "tx2"
}
