package dashboard

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the page's parts
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"

	"charts/internal/chart"
	"charts/internal/render/echarts"
)

//go:generate assets/generate.sh

var (
	//go:embed assets/echarts.js
	library string
	//go:embed boot.js
	boot string
	//go:embed text.js
	texts string
	//go:embed marks.js
	marks string
	//go:embed controls.js
	controls string
	//go:embed style.css
	stylesheet string
	//go:embed page.html
	pageSource string
)

var layout = template.Must(template.New("page").Parse(pageSource))

// program is the page's one script. The parts share a scope of their own.
var program = library + "\n(() => {\n'use strict';\n" + texts + marks + controls + boot + "})();\n"

// A view is what the template reads.
type view struct {
	*Page
	Words    words
	Policy   string
	Style    template.CSS
	Program  template.JS
	Cards    []cardView
	Sections []sectionView
}

type cardView struct {
	Card
	Arrow     string
	Direction string // the arrow in a word
	Judgement string
}

type sectionView struct {
	Title   string
	Text    template.HTML
	Figures []figureView
}

type figureView struct {
	Figure
	Words   words
	Options []optionView
	Picture template.URL
	Places  []place
}

// An optionView is one option for ECharts in an element of its own.
type optionView struct {
	Class string
	JSON  json.RawMessage
}

// HTML writes the page. The same page gives the same bytes.
func HTML(p *Page) ([]byte, error) {
	v := view{
		Page:    p,
		Words:   wordsOf(p.Lang),
		Policy:  policy(),
		Style:   template.CSS(stylesheet),
		Program: template.JS(program),
	}
	for _, c := range p.Cards {
		v.Cards = append(v.Cards, cardOf(c, v.Words))
	}
	for _, s := range p.Sections {
		sv, err := sectionOf(s, v.Words)
		if err != nil {
			return nil, err
		}
		v.Sections = append(v.Sections, sv)
	}
	var b bytes.Buffer
	if err := layout.Execute(&b, v); err != nil {
		return nil, fmt.Errorf("dashboard %s: %w", p.ID, err)
	}
	return b.Bytes(), nil
}

// CardColumns is how many cards stand in a row on a wide screen, so that the
// rows are full where they can be.
func (v view) CardColumns() int {
	n := len(v.Cards)
	switch {
	case n <= 5:
		return n
	case n%3 == 0 && n%4 != 0:
		return 3
	}
	return 4
}

// policy allows the page's own script and style, by their hashes, and nothing
// else; pictures may stand in the page itself.
func policy() string {
	return "default-src 'none'; script-src " + hash(program) + "; style-src " + hash(stylesheet) +
		"; img-src data: blob:; base-uri 'none'; form-action 'none'"
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// cardOf says in words what the arrow and the colour of a change say.
func cardOf(c Card, w words) cardView {
	v := cardView{Card: c}
	switch c.Trend {
	case Up:
		v.Arrow, v.Direction = "↑", w.Up
	case Down:
		v.Arrow, v.Direction = "↓", w.Down
	case Flat:
		v.Arrow, v.Direction = "→", w.Flat
	}
	switch c.Verdict {
	case Good:
		v.Judgement = w.Good
	case Bad:
		v.Judgement = w.Bad
	}
	return v
}

func sectionOf(s Section, w words) (sectionView, error) {
	text, err := markdown(s.Text)
	if err != nil {
		return sectionView{}, err
	}
	v := sectionView{Title: s.Title, Text: text}
	for _, f := range s.Figures {
		fv, err := figureOf(f, w)
		if err != nil {
			return sectionView{}, err
		}
		v.Figures = append(v.Figures, fv)
	}
	return v, nil
}

func figureOf(f Figure, w words) (figureView, error) {
	if f.Width == "" {
		f.Width = Half
	}
	v := figureView{Figure: f, Words: w, Places: places(f.Chart.Sources)}
	if len(f.SVG) > 0 {
		v.Picture = template.URL("data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(f.SVG))
	}
	for _, o := range []struct {
		class string
		chart *chart.Chart
	}{{"option", f.Chart}, {"option-dark", f.Dark}} {
		if o.chart == nil {
			continue
		}
		option, err := echarts.Option(o.chart)
		if err != nil {
			return figureView{}, fmt.Errorf("figure %s: %w", f.ID, err)
		}
		v.Options = append(v.Options, optionView{o.class, option})
	}
	return v, nil
}

// Number reports whether a column of the table holds numbers.
func (v figureView) Number(column int) bool {
	return column < len(v.Table.Columns) && v.Table.Columns[column].Number
}

// A place is a table or a text of a report with the lines that were read.
type place struct {
	Report string
	Table  string
	Lines  []chart.Source
}

// places puts the sources of one table together, in the order in which they come.
func places(sources []chart.Source) []place {
	var all []place
	index := map[[2]string]int{}
	for _, s := range sources {
		key := [2]string{s.Report, s.Table}
		i, ok := index[key]
		if !ok {
			i = len(all)
			index[key] = i
			all = append(all, place{Report: s.Report, Table: s.Table})
		}
		all[i].Lines = append(all[i].Lines, s)
	}
	return all
}
