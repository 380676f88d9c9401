// Package dashboard writes a page of figures as one HTML file that needs nothing
// else: no server, no network, no other file.
//
// A page works without JavaScript: it then shows static pictures, tables and
// sources. With it, ECharts draws the figures, and the reader switches between
// chart, table and source. Texts of reports and specs are only ever text; the
// page's security policy allows its own scripts and style alone.
package dashboard

import (
	"strings"

	"charts/internal/chart"
	"charts/internal/font"
)

// A Page is one dashboard.
type Page struct {
	ID       string
	Title    string
	Subtitle string
	Lang     string   // zh-CN or en
	Filters  []string // columns that the reader may narrow the figures by
	Ways     Ways
	Pages    []Link  // to the other pages, and to itself
	Points   []Point // what it has to say first
	Cards    []Card
	Sections []Section

	Embedded bool // it is one figure that stands in another page

	Contradictions []string    // of its reports, each with its place
	Note           string      // at the foot of the page
	Logo           *Logo       // nil: there is none
	Fonts          font.Family `json:",omitzero"` // of all texts
	Contact        string      // whom to ask, as Markdown
	Reports        []Report    // what its data is from
	Date           string      // the day that the data is as of, as the author writes it
	Levels         []Levels    // of the themes light, dark and print
}

// Levels are the colours of a theme in which good and poor numbers are written.
type Levels struct {
	Theme            string
	Good, Fair, Poor chart.Color
}

// The papers that texts of a page stand on.
const (
	LightPaper chart.Color = "#f6f7f9"
	DarkPaper  chart.Color = "#14191f"
)

// A Link is a way to a page.
type Link struct {
	Title   string
	Address string
	Own     bool // it is the page itself
}

// A Report is a report that a page shows something of.
type Report struct {
	Name string // as a reader knows it
	File string
}

// Ways are how the reader moves between sections.
type Ways string

// The ways. The zero Ways is a rail from four sections on.
const (
	NoWays Ways = "none"
	Rail   Ways = "rail" // a list of the sections that follows the reader
	Tabs   Ways = "tabs" // one section at a time
)

// A Point is a sentence at the top of the page.
type Point struct {
	Spans   []Span
	Figure  string   // the id of the figure that it leads to, or ""
	Title   string   // of the figure
	Verdict string   // good, bad or contested; "" is neither
	Quotes  []string // of the reports
}

// Source is what the reports say of it.
func (p Point) Source() string { return strings.Join(p.Quotes, "\n") }

// A Span is a piece of a sentence; one of its numbers is strong.
type Span struct {
	Text   string
	Strong bool
}

// A Card is one number at the top of the page.
type Card struct {
	Title   string
	Figure  string // the id of the figure that it leads to, or ""
	Value   string // as shown, without its unit
	Unit    string
	Change  string // +1.2 个百分点, or ""
	Against string // what the change is measured from: 较 2022 年, 目标 95%
	Trend   Trend
	Verdict Verdict
	Level   Level  // by limits
	Rating  string // the level in words: ● 好：≥95%
	Target  string // 目标 95%, when the change is from something else
	Periods []Period
	Peers   *Peers // the others that the value is held against
	Note    string
	About   string // Markdown, for the reader who asks
	Source  string // the source line

	Contested []string // what its report says against its number
}

// A Period is one value of a card's small line.
type Period struct {
	Name    string
	Value   float64
	Text    string // with its unit
	Missing bool
}

// Peers are the others that a card's value is held against.
type Peers struct {
	Text      string // their number, median and quartiles, as they are read
	Own       float64
	Missing   bool // there is no own value
	Values    []float64
	Median    float64
	Low, High float64 // the quartiles; equal when there are none
}

// A Trend is the direction of a change.
type Trend string

// The trends. The zero Trend has no arrow.
const (
	Up   Trend = "up"
	Down Trend = "down"
	Flat Trend = "flat"
)

// A Verdict says whether a change is welcome. The page says it in a word and in
// a colour.
type Verdict string

// The verdicts. The zero Verdict says nothing.
const (
	Good Verdict = "good"
	Bad  Verdict = "bad"
)

// A Level says whether a value is beyond the limits of its card. The zero Level
// has none.
type Level string

// The levels.
const (
	Fine Level = "good"
	Fair Level = "fair"
	Poor Level = "poor"
)

// A Section is a heading, some Markdown, and figures in a grid.
type Section struct {
	Leads   bool   // its only place stands beside the key points, with nothing around it
	Title   string // "" has no heading
	Text    string // Markdown; HTML and pictures in it are left out
	Numbers []Number
	Cards   []Card
	Figures []Figure
}

// A Figure is a chart in its place on the page.
type Figure struct {
	ID     string
	Width  Width
	Behind bool         // it shares the place of the figure before it, by tabs
	Chart  *chart.Chart // in the screen form
	Dark   *chart.Chart // the same on a dark page; nil shows the light one there
	SVG    []byte       // the picture for paper and for readers without JavaScript
	Table  Table
	About  string // Markdown, for the reader who asks
	Query  string // the SQL that made the values, or ""

	Narrow, NarrowDark *chart.Chart // laid out for a phone; nil takes the others there
	NarrowSVG          []byte       // the picture for a phone
}

// A Width is the share of a row that a figure takes on a wide screen.
type Width string

// The widths. The zero Width is Half.
const (
	Third Width = "third"
	Half  Width = "half"
	Full  Width = "full"
)

// A Table is the values behind a figure, as text. Every row has as many cells as
// there are columns.
type Table struct {
	Columns []Column
	Rows    []Row
}

// A Column is one column of a table.
type Column struct {
	Name   string
	Unit   string
	Number bool   // its cells stand right
	Total  string // the sum of its numbers, where they have one
}

// A Row is one row of a table.
type Row struct {
	Cells    []string
	Computed bool // holds a value that no report prints
}
