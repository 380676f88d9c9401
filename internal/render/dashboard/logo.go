package dashboard

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"html/template"
	"image"
	_ "image/jpeg" // a logo may be one
	_ "image/png"
	"io"
	"slices"
	"strings"

	"charts/internal/message"
)

// A Logo is the picture beside the heading.
type Logo struct {
	Picture []byte // as its file has it
	Type    string // image/png
	Alt     string // what it says to those who do not see it; "" when the heading says it
}

// The bounds of a logo: every reader downloads it with the page.
const (
	maxLogo       = 60_000 // bytes
	maxLogoPixels = 4096   // of a side
)

// NewLogo takes a picture for a logo when its content, whatever its name says, is
// a PNG, a JPEG, or an SVG that draws and does nothing else.
func NewLogo(src []byte, alt string) (Logo, error) {
	l := Logo{Picture: src, Alt: alt}
	if len(src) > maxLogo {
		return l, message.Errorf("it has %d bytes; %d are the most", len(src), maxLogo)
	}
	if bytes.HasPrefix(bytes.TrimSpace(src), []byte("<")) {
		l.Type = "image/svg+xml"
		return l, plainSVG(src)
	}
	c, format, err := image.DecodeConfig(bytes.NewReader(src))
	switch {
	case err != nil || format != "png" && format != "jpeg": // other packages may know more
		return l, message.Errorf("it is no PNG, JPEG or SVG picture")
	case max(c.Width, c.Height) > maxLogoPixels:
		return l, message.Errorf("it has %d × %d pixels; %d are the most", c.Width, c.Height, maxLogoPixels)
	}
	l.Type = "image/" + format
	return l, nil
}

// Address is the picture as a page holds it. A browser runs nothing in it, and
// fetches nothing for it.
func (l Logo) Address() template.URL {
	return template.URL("data:" + l.Type + ";base64," + base64.StdEncoding.EncodeToString(l.Picture))
}

const svgSpace = "http://www.w3.org/2000/svg"

// svgElements are those of a plain drawing. None runs, fetches, or draws another
// many times over.
var svgElements = strings.Fields(`svg g defs title desc style path rect circle ellipse line polyline polygon text tspan
	linearGradient radialGradient stop clipPath`)

// plainSVG says what of a picture is more than a plain drawing.
func plainSVG(src []byte) error {
	dec := xml.NewDecoder(bytes.NewReader(src))
	var open []string
	for elements := 0; ; {
		token, err := dec.Token()
		line, _ := dec.InputPos()
		switch {
		case err == io.EOF && elements > 0:
			return nil
		case err != nil:
			return message.Errorf("it is no sound SVG (line %d)", line)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if elements++; elements == 1 && (t.Name.Local != "svg" || t.Name.Space != svgSpace) {
				return message.Errorf("it is no SVG picture")
			}
			open = append(open, t.Name.Local)
			err = plainElement(t)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 && open[len(open)-1] == "style" {
				err = plainStyle(string(t))
			}
		case xml.ProcInst:
			if t.Target != "xml" {
				err = message.Errorf("the instruction <?%s", t.Target)
			}
		case xml.Directive:
			if bytes.ContainsAny(t, "[%&") {
				err = message.Errorf("entities of its own")
			}
		}
		if err != nil {
			return message.Errorf("it has %w (line %d)", err, line)
		}
	}
}

func plainElement(e xml.StartElement) error {
	if e.Name.Space != svgSpace || !slices.Contains(svgElements, e.Name.Local) {
		return message.Errorf("the element <%s>", e.Name.Local)
	}
	for _, a := range e.Attr {
		name := strings.ToLower(a.Name.Local)
		if strings.HasPrefix(name, "on") || name == "base" || name == "href" && !strings.HasPrefix(a.Value, "#") {
			return message.Errorf("the word %s in <%s>", a.Name.Local, e.Name.Local)
		}
		if err := plainStyle(a.Value); err != nil && a.Name.Space != "xmlns" {
			return err
		}
	}
	return nil
}

// plainStyle looks for what a style may fetch: it refers to the picture itself at
// most, and hides nothing behind escapes.
func plainStyle(text string) error {
	if strings.ContainsAny(text, `@\`) {
		return message.Errorf("an @ or a \\ in a style")
	}
	rest := strings.ToLower(text)
	for {
		_, after, found := strings.Cut(rest, "url(")
		if !found {
			return nil
		}
		if rest = strings.TrimLeft(after, ` '"`); !strings.HasPrefix(rest, "#") {
			return message.Errorf("a url() from elsewhere")
		}
	}
}
