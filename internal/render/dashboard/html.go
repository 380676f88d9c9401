package dashboard

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"regexp"
	"slices"
	"strings"
	"sync"

	"charts/internal/chart"
	"charts/internal/message"
	"charts/internal/render/echarts"
)

//go:generate assets/generate.sh

// ECharts is the version of the library in every page.
const ECharts = "6.1.0"

var (
	//go:embed assets/echarts.js
	library string
	//go:embed assets/echarts-all.js
	wholeLibrary string // with all series of charts that few pages have
	//go:embed assets/page.js
	boot string
	//go:embed assets/early.js
	early string // a script of its own, ahead of what is painted
	//go:embed style/*.css
	styles embed.FS
	//go:embed page.html
	pageSource string
)

// What stands in every page is put together for the first: a run may write none.
var (
	layout = sync.OnceValue(func() *template.Template {
		page := template.New("page").Option("missingkey=error").Funcs(template.FuncMap{"heading": heading})
		return template.Must(page.Parse(pageSource))
	})

	program      = sync.OnceValue(func() script { return scriptOf(library) })
	wholeProgram = sync.OnceValue(func() script { return scriptOf(wholeLibrary) })

	stylesheet = sync.OnceValue(joinStyles)
)

// counted is a number and the blank before what it counts.
var counted = regexp.MustCompile(`([\d%])[ \x{2009}](\p{Han})`)

// heading is a title in which no line breaks between a number and what it counts.
func heading(title string) string { return counted.ReplaceAllString(title, "$1\u2009\u2060$2") }

// A script is the page's program: the library and the modules of script/, which
// bundle_test.go joins.
type script struct{ text, hash string }

func scriptOf(library string) script {
	text := library + "\n" + boot
	return script{text, hash(text)}
}

// programOf is the program for the charts of a page.
func programOf(p *Page) script {
	for _, s := range p.Sections {
		for _, f := range s.Figures {
			if echarts.NeedsAll(f.Chart) {
				return wholeProgram()
			}
		}
	}
	return program()
}

func joinStyles() string {
	var all strings.Builder
	for _, name := range []string{"page", "points", "mark", "text", "about", "menu", "filter", "figure", "still", "reader"} {
		part, err := styles.ReadFile("style/" + name + ".css")
		if err != nil {
			panic(err) // the file is part of this program
		}
		all.Write(part)
	}
	return all.String()
}

// colors are the colours of the themes by their names in the style. They are #rrggbb.
func colors(levels []Levels) string {
	var b strings.Builder
	for _, l := range levels {
		fmt.Fprintf(&b, ":root { --%[1]s-good: %[2]s; --%[1]s-fair: %[3]s; --%[1]s-poor: %[4]s; }\n", l.Theme, l.Good, l.Fair, l.Poor)
	}
	return b.String()
}

// A view is what the template reads.
type view struct {
	*Page
	Words    words
	Policy   string
	Style    template.CSS
	Early    template.JS
	Program  template.JS
	Way      Ways // never zero
	Filters  []filterView
	Cards    cardRows
	Lead     []figureView
	Sections []sectionView
	Contact  template.HTML
}

// Cited reports whether the page has numbers whose sources stand at its foot, or what its
// reports have against them.
func (v view) Cited() bool {
	sourced := func(c cardView) bool { return c.Source != "" }
	return len(v.Contradictions) > 0 || slices.ContainsFunc(v.Cards, sourced) || slices.ContainsFunc(v.Sections, func(s sectionView) bool {
		return len(s.Origins) > 0 || slices.ContainsFunc(s.Cards, sourced)
	})
}

type cardView struct {
	Card
	About     about
	Arrow     string
	Direction string // the arrow in a word
	Judgement string
	Line      *sparkline
	Strip     *strip
}

type sectionView struct {
	ID      string
	Title   string
	Text    template.HTML
	Origins []*origin // of the numbers in the text
	Cards   cardRows
	Places  [][]figureView // several in one are tabs
}

type figureView struct {
	Figure
	About    about
	Words    words
	Options  []optionView
	Measures []measure // of the table's columns
	Rest     []Row     // all rows, when they are too many to be written as a table
	Picture  template.URL
	Places   []place
}

// An optionView is one option for ECharts in an element of its own.
type optionView struct {
	Class string
	Below float64 // it is for a room that is narrower, in pixels; 0: for any
	JSON  json.RawMessage
}

// HTML writes the page. The same page gives the same bytes.
func HTML(p *Page) ([]byte, error) {
	run := programOf(p)
	v := view{
		Page:    p,
		Words:   wordsOf(p.Lang),
		Early:   template.JS(early),
		Program: template.JS(run.text),
		Filters: filtersOf(p),
	}
	var err error
	if v.Contact, err = markdown(p.Contact); err != nil {
		return nil, err
	}
	if v.Cards, err = cardsOf(p.Cards, v.Words); err != nil {
		return nil, err
	}
	for i, s := range p.Sections {
		sv, err := sectionOf(fmt.Sprintf("part-%d", i), s, v.Words)
		if err != nil {
			return nil, err
		}
		if s.Leads {
			v.Lead = sv.Places[0]
			continue
		}
		v.Sections = append(v.Sections, sv)
	}
	v.Way = wayOf(p.Ways, len(v.Sections))
	style := colors(p.Levels) + stylesheet()
	page, err := v.write(policy(run, style), style)
	if p.Fonts.Sum() == "" || err != nil {
		return page, err
	}
	style += fontFaces(p.Fonts, string(page)) // of the characters that are in it
	return v.write(policy(run, style)+"; font-src data:", style)
}

// write writes the page with a style, and with what its policy allows.
func (v *view) write(policy, style string) ([]byte, error) {
	v.Policy, v.Style = policy, template.CSS(style)
	var b bytes.Buffer
	if err := layout().Execute(&b, v); err != nil {
		return nil, message.Errorf("dashboard %s: %w", v.ID, err)
	}
	return b.Bytes(), nil
}

// wayOf is the way through a page, which has a rail from four sections on.
func wayOf(wanted Ways, sections int) Ways {
	switch {
	case wanted != "":
		return wanted
	case sections >= 4:
		return Rail
	}
	return NoWays
}

// policy allows the page's own scripts and style, by their hashes, and nothing
// else; pictures may stand in the page itself.
func policy(run script, style string) string {
	return "default-src 'none'; script-src " + hash(early) + " " + run.hash + "; style-src " + hash(style) +
		"; img-src data: blob:; base-uri 'none'; form-action 'none'"
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// cardOf says in words what the arrow and the colour of a change say.
func cardOf(c Card, w words) (v cardView, err error) {
	v = cardView{Card: c, Line: sparklineOf(w.Page["periods"], c.Periods), Strip: stripOf(c.Peers)}
	switch c.Trend {
	case Up:
		v.Arrow, v.Direction = "↑", w.Page["up"]
	case Down:
		v.Arrow, v.Direction = "↓", w.Page["down"]
	case Flat:
		v.Arrow, v.Direction = "→", w.Page["flat"]
	}
	switch c.Verdict {
	case Good:
		v.Judgement = w.Page["good"]
	case Bad:
		v.Judgement = w.Page["bad"]
	}
	v.About, err = aboutOf(c.About, c.Source, c.Title, w)
	return v, err
}

func sectionOf(id string, s Section, w words) (sectionView, error) {
	own := &mentions{part: id, numbers: s.Numbers}
	text, err := markdown(s.Text, own)
	if err != nil {
		return sectionView{}, err
	}
	v := sectionView{ID: id, Title: s.Title, Text: text, Origins: own.origins}
	if v.Cards, err = cardsOf(s.Cards, w); err != nil {
		return sectionView{}, err
	}
	for _, place := range filled(shared(s.Figures)) {
		views := make([]figureView, len(place))
		for i, f := range place {
			if views[i], err = figureOf(f, w); err != nil {
				return sectionView{}, err
			}
		}
		v.Places = append(v.Places, views)
	}
	return v, nil
}

func figureOf(f Figure, w words) (v figureView, err error) {
	v = figureView{Figure: f, Words: w, Places: places(f.Chart.Sources), Measures: measures(f.Table, f.Chart)}
	if len(f.Table.Rows) > writtenRows {
		v.Rest, v.Table.Rows = f.Table.Rows, f.Table.Rows[:writtenRows]
	}
	v.Picture = pictureOf(f.SVG)
	if v.About, err = aboutOf(f.About, "", f.Chart.Title, w); err != nil {
		return figureView{}, err
	}
	if !f.Chart.Placed() {
		f.Narrow, f.NarrowDark = nil, nil // the program lays it out
	}
	for _, o := range []struct {
		class string
		below float64
		chart *chart.Chart
	}{ // the page takes the first that fits
		{"option", squeeze * f.Chart.Width, f.Narrow}, {"option", 0, f.Chart},
		{"option-dark", squeeze * f.Chart.Width, f.NarrowDark}, {"option-dark", 0, f.Dark},
	} {
		if o.chart == nil {
			continue
		}
		option, err := echarts.Option(o.chart)
		if err != nil {
			return figureView{}, message.Errorf("figure %s: %w", f.ID, err)
		}
		v.Options = append(v.Options, optionView{o.class, o.below, option})
	}
	return v, nil
}

// squeeze is how much narrower than its layout a chart may get.
const squeeze = 0.95

// writtenRows is how many rows of a table a page without JavaScript shows.
const writtenRows = 200

// Number reports whether a column of the table holds numbers.
func (v figureView) Number(column int) bool {
	return column < len(v.Table.Columns) && v.Table.Columns[column].Number
}
