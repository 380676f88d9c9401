package dashboard

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/png"
	"strings"
	"testing"
)

const badge = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- a badge -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" viewBox="0 0 80 40" width="80" height="40">
<style>.a { fill: url('#b') }</style><defs><linearGradient id="b" x:href="#c"><stop offset="0"/></linearGradient></defs>
<g style="fill: URL( #b )" onoff="no"><rect class="a" width="80" height="40"/><text x="5" y="20">校徽 @</text></g></svg>`

func TestLogo(t *testing.T) {
	plain := strings.Replace(badge, ` onoff="no"`, "", 1)
	with := func(old, new string) string { return strings.Replace(plain, old, new, 1) }
	picture := func(w, h int, encode func(*bytes.Buffer, image.Image) error) string {
		var b bytes.Buffer
		if err := encode(&b, image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{color.Black})); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	asPNG := func(b *bytes.Buffer, m image.Image) error { return png.Encode(b, m) }
	asGIF := func(b *bytes.Buffer, m image.Image) error { return gif.Encode(b, m, nil) }
	for _, tt := range []struct{ name, src, kind, wrong string }{
		{"SVG", plain, "image/svg+xml", ""},
		{"PNG", picture(80, 40, asPNG), "image/png", ""},
		{"a large PNG", picture(5000, 4, asPNG), "", "5000 × 4 pixels"},
		{"GIF", picture(80, 40, asGIF), "", "no PNG, JPEG or SVG"},
		{"nothing", "", "", "no PNG, JPEG or SVG"},
		{"text", "校徽", "", "no PNG, JPEG or SVG"},
		{"a page", `<html><script>hacked=1</script></html>`, "", "no SVG"},
		{"an SVG without its name", `<svg><rect/></svg>`, "", "no SVG"},
		{"half an SVG", plain[:len(plain)-3], "", "no sound SVG (line 6)"},
		{"too much", plain + strings.Repeat(" ", maxLogo), "", "bytes; 60000 are the most"},
		{"a script", with("<text", "<script>hacked=1</script><text"), "", "the element <script> (line 6)"},
		{"a page inside", with("<text", "<foreignObject/><text"), "", "the element <foreignObject>"},
		{"a picture inside", with("<text", `<image x:href="#a"/><text`), "", "the element <image>"},
		{"copies", with("<text", `<use x:href="#b"/><text`), "", "the element <use>"},
		{"motion", with("<text", `<animate attributeName="x:href" to="javascript:hacked=1"/><text`), "", "the element <animate>"},
		{"another language", with("<text", `<script xmlns="http://www.w3.org/1999/xhtml">hacked=1</script><text`), "", "the element <script>"},
		{"a handler", badge, "", "the word onoff in <g>"},
		{"a handler in capitals", with("<text", `<text OnLoad="hacked=1"/><text`), "", "the word OnLoad"},
		{"a link to elsewhere", with(`x:href="#c"`, `x:href="https://example.org/#c"`), "", "the word href"},
		{"a style from elsewhere", with("url('#b')", "url( 'https://example.org/')"), "", "a url() from elsewhere"},
		{"two styles", with("url('#b')", "url('#b') url(//example.org)"), "", "a url() from elsewhere"},
		{"an import", with(".a {", "@import 'x'; .a {"), "", "an @"},
		{"an escape", with("URL( #b )", `u\72l(x)`), "", "a \\ in a style"},
		{"a style sheet", with("<!-- a badge -->", `<?xml-stylesheet href="x.css"?>`), "", "the instruction <?xml-stylesheet"},
		{"entities", with(`.dtd">`, `.dtd" [<!ENTITY a "aaaa">]>`), "", "entities of its own"},
		{"an unknown entity", with("校徽", "&lol;"), "", "no sound SVG"},
	} {
		logo, err := NewLogo([]byte(tt.src), "")
		switch {
		case tt.wrong == "" && (err != nil || logo.Type != tt.kind):
			t.Errorf("%s: NewLogo = %s, %v; want %s", tt.name, logo.Type, err, tt.kind)
		case tt.wrong != "" && (err == nil || !strings.Contains(err.Error(), tt.wrong)):
			t.Errorf("%s: NewLogo says %v; want %s", tt.name, err, tt.wrong)
		}
	}
}
