package proof

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"

	"charts/internal/chart"
	"charts/internal/message"
)

// style is written as the browser hashes it.
const style = `body{margin:0;background:#eef1f5;color:#1f2937;font:15px/1.5 system-ui,sans-serif}
main{max-width:1500px;margin:0 auto;padding:1rem}
h1{font-size:1.2rem}
ul{columns:3 16rem;padding-left:1.2rem}
.doubt{color:#b42318}
.sheet{position:relative;width:fit-content;max-width:100%;margin:0 0 1.5rem;background:#fff;box-shadow:0 1px 4px #0003;overflow:auto}
.sheet svg{display:block;max-width:none;height:auto}
.sheet .paper{position:absolute;inset:0;width:100%;height:100%}
.paper+svg{position:relative;mix-blend-mode:multiply}
`

//go:embed page.html
var page string

// A Shown is a table on a page.
type Shown struct {
	Name     string
	Doubts   string // how many there are, or ""
	Pictures []Picture
}

// A Picture is a sheet that is drawn, and the page under it, if there is one.
type Picture struct {
	Paper *Under
	SVG   template.HTML
}

// An Under is a page that lies under a sheet, as the address of an image.
type Under struct {
	Width, Height float64 // of the sheet
	At            chart.Rect
	Address       template.URL
}

// HTML is a page of tables. It holds all that it shows, and runs nothing.
func HTML(title string, tables []Shown, unread []string, lang message.Language) ([]byte, error) {
	sum := sha256.Sum256([]byte(style))
	var b bytes.Buffer
	err := template.Must(template.New("proof").Parse(page)).Execute(&b, struct {
		Title     string
		Language  message.Language
		Style     template.CSS
		StyleHash string
		Tables    []Shown
		Unread    []string
	}{title, lang, template.CSS(style), base64.StdEncoding.EncodeToString(sum[:]), tables, unread})
	return b.Bytes(), err
}
