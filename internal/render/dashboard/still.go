package dashboard

import (
	"encoding/base64"
	"html/template"
)

// Pocket is the picture for a phone.
func (v figureView) Pocket() template.URL { return pictureOf(v.NarrowSVG) }

// Tall reports whether the picture for a phone has no room in a column of a sheet of
// paper.
func (v figureView) Tall() bool { return v.Narrow != nil && v.Narrow.Height > 2.5*v.Narrow.Width }

// pictureOf is a picture in the page itself.
func pictureOf(svg []byte) template.URL {
	if len(svg) == 0 {
		return ""
	}
	return template.URL("data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(svg))
}
