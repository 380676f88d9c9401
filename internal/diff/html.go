package diff

import (
	"cmp"

	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"path"

	"charts/internal/message"
)

//go:embed page.html
var page string

//go:embed style.css
var style string

// A picture is one output before and after, as data URIs.
type picture struct {
	Output
	Words                     string
	Before, After, Difference template.URL
	Share                     string
}

// HTML writes the diff as one page with the pictures in it.
func (d Diff) HTML(w io.Writer, lang message.Language) error {
	say := func(f message.Format, args ...any) string { return message.Of(f, args...).In(lang) }
	sum := sha256.Sum256([]byte(style))
	return template.Must(template.New("diff").Funcs(template.FuncMap{"dash": func(s string) string { return cmp.Or(s, "–") }, "say": say, "words": func(t message.Text) string { return t.In(lang) }}).Parse(page)).Execute(w, struct {
		Diff
		Language   message.Language
		Summary    string
		Style      template.CSS
		StyleHash  string
		Pictures   []picture
		OtherFiles []picture
	}{d, lang, d.Summary().In(lang), template.CSS(style), base64.StdEncoding.EncodeToString(sum[:]), d.pictures(lang), d.others(lang)})
}

// types are the outputs that a browser shows as pictures.
var types = map[string]string{".png": "image/png", ".svg": "image/svg+xml"}

// pictures are the outputs that can be shown. Of a figure in several formats the
// page shows the PNG.
func (d Diff) pictures(lang message.Language) []picture {
	var all []picture
	for _, o := range d.Outputs {
		if !d.shown(o) {
			continue
		}
		p := picture{Output: o, Words: o.words().In(lang)}
		before, _ := d.before.Read(o.Path) // a lost file has no picture
		after, _ := d.after.Read(o.Path)
		p.Before, p.After = uri(o.Path, before), uri(o.Path, after)
		if both, share, err := difference(before, after); err == nil {
			p.Difference, p.Share = uri(o.Path, both), fmt.Sprintf("%.2f %%", 100*share)
		}
		all = append(all, p)
	}
	return all
}

func (d Diff) others(lang message.Language) []picture {
	var all []picture
	for _, o := range d.Outputs {
		if !d.shown(o) {
			all = append(all, picture{Output: o, Words: o.words().In(lang)})
		}
	}
	return all
}

func (d Diff) shown(o Output) bool {
	ext := path.Ext(o.Path)
	if ext == ".svg" {
		stem := o.Path[:len(o.Path)-len(ext)]
		for _, other := range d.Outputs {
			if other.Path == stem+".png" {
				return false
			}
		}
	}
	return types[ext] != ""
}

// uri is a picture inside the page. A picture runs no scripts there.
func uri(name string, content []byte) template.URL {
	if len(content) == 0 {
		return ""
	}
	return template.URL("data:" + types[path.Ext(name)] + ";base64," + base64.StdEncoding.EncodeToString(content))
}
