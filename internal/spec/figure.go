// Package spec reads figures, dashboards, themes and project files from YAML
// into typed values that know where they stand. It knows neither data nor
// drawing.
//
// The struct tags of the types are the language: yaml is the word, doc what it
// means, example what it looks like, enum what it may be, default what it is
// when it is not written; required, min and max say what they say; number lets a
// text with an enum be any number too, blank lets a text be empty, form names
// the pattern that a text must match, and short marks the one field that may
// are in place of its mapping. The decoder, the JSON Schema and the manual are
// all made from them.
package spec

import (
	"slices"

	"charts/internal/diag"
)

// An At is a value with its place in the spec. A zero Pos means that the author
// did not write it.
type At[T any] struct {
	V   T
	Pos diag.Pos

	writing *writing // of a text that was read from a file
}

// Set reports whether the author wrote the value.
func (a At[T]) Set() bool { return a.Pos.Line > 0 }

// A Figure is one chart: the file specs/figures/ID.yaml.
type Figure struct {
	ID   string // the file's name without .yaml
	Path string // as opened, for messages

	Extends  At[string] `yaml:"extends" doc:"the id of another figure; this file then holds only what differs from it" example:"destinations"`
	Number   At[string] `yaml:"figure" blank:"true" doc:"its number in the report, if it has one" example:"图 34" english:"Figure 34"`
	Title    At[string] `yaml:"title" required:"true" doc:"what the figure shows, or what it says: {name} is a number of values, or a word of the figure's key point" example:"升学率升至 {value}" english:"Further study rises to {value}"`
	Subtitle At[string] `yaml:"subtitle" blank:"true" doc:"a second, smaller line under the title" example:"单位：人" english:"students"`
	Note     At[string] `yaml:"note" blank:"true" doc:"a remark under the figure" example:"不含延期毕业的学生" english:"without those who graduate later"`
	About    At[string] `yaml:"about" doc:"what a reader of a page may ask, such as how a rate is defined: Markdown that opens beside the title and is there in print" example:"毕业去向落实率 =（就业 + 升学）÷ 毕业生数" english:"placement rate = (employed + further study) ÷ graduates"`
	Alt      At[string] `yaml:"alt" default:"made from the values" doc:"what a blind reader hears instead of the picture" example:"条形图：升学 2469 人，居首位" english:"bars; further study leads with 2,469"`
	Chart    At[string] `yaml:"chart" required:"true" enum:"kinds" doc:"the kind of chart" example:"bar"`
	Data     Data       `yaml:"data" required:"true" doc:"where the values come from" example:"{table: 表 6}" english:"{table: Table 6}"`

	// Roles: which column means what.
	Category At[string]   `yaml:"category" doc:"the column that names the bars, points or slices" example:"毕业去向" english:"destination"`
	Value    []At[string] `yaml:"value" doc:"the column of the numbers, or a list of columns: one series each" example:"[录取数, 报到数]" english:"[admitted, registered]"`
	Series   At[string]   `yaml:"series" doc:"the column whose values part the rows into series" example:"年度" english:"year"`
	X        At[string]   `yaml:"x" doc:"the column across: a number, or the columns of a heatmap" example:"录取数" english:"admitted"`
	Y        At[string]   `yaml:"y" doc:"the column upwards: a number, or the rows of a heatmap" example:"报到率" english:"registration rate"`
	Label    At[string]   `yaml:"label" doc:"the column that names the points" example:"专业名称" english:"programme"`
	Levels   []At[string] `yaml:"path" doc:"the columns that nest in one another, the outer first" example:"[专业大类, 专业名称]" english:"[field, programme]"`
	Target   At[string]   `yaml:"target" doc:"of a sankey the column that the flows go to; of a gauge, bullet or kpi the aim: a column or a number" example:"95"`
	Compare  At[string]   `yaml:"compare" doc:"the column with the value to compare with, such as last year's, or that of the change which the report prints: 比上年增长, growth from 2022" example:"上年" english:"last year"`
	Max      At[string]   `yaml:"max" doc:"the end of the scale: a column or a number" example:"100"`
	Low      At[string]   `yaml:"low" doc:"the column with the lowest value of a range" example:"最低" english:"lowest"`
	High     At[string]   `yaml:"high" doc:"the column with the highest value of a range" example:"最高" english:"highest"`
	Indent   At[string]   `yaml:"indent" doc:"put each part under its whole and indent it: the column that names the whole of a part, or _label for the 其中 rows of a report" example:"所属" english:"belongs to"`
	Facet    Facet        `yaml:"facet" doc:"one small chart for each value of a column, side by side" example:"学院" english:"school"`
	GeoJSON  At[string]   `yaml:"geojson" doc:"the file with the shapes of the regions" example:"data/regions.geojson"`
	Columns  []TableCol   `yaml:"columns" doc:"the columns of a table, each a name or a mapping" example:"[专业名称, {name: 报到率, as: bar}]" english:"[programme, {name: registration rate, as: bar}]"`

	// Size is "150x90mm", "150mm" or "1600x1000" (pixels); of a bubble chart it
	// is the column of the size instead. See PictureSize and Role.
	Size At[string] `yaml:"size" default:"150mm" doc:"the size of the picture in millimetres (the height may be left out) or in pixels; of a scatter or bubble chart the column that sizes the dots" example:"150x90mm"`
	// Source is the source line under the figure; of a sankey it is the column
	// that the flows come from instead. See SourceLine and Role.
	Source At[string] `yaml:"source" blank:"true" default:"report, table, page" doc:"the source line under the figure; of a sankey the column that the flows come from" example:"教务处" english:"Registrar"`

	Numbers     []Number      `yaml:"values" doc:"the numbers of title, subtitle and note, each with where it comes from; the words of a key point of the figure ({value}, {change}, {lowest} …) need none" example:"{升学率: {data: {table: 表 7, where: 年份 = 2023}, value: 升学率}}" english:"{rate: {data: {table: Table 7, where: year = 2023}, value: rate}}"`
	Stack       At[string]    `yaml:"stack" enum:"true,false,percent,diverging" default:"false" doc:"the series stand on one another; percent stretches each stack to 100 %, where all its parts are known; diverging lays such stacks of bars around their middle series, for scales from poor to good" example:"percent"`
	Mark        At[string]    `yaml:"mark" enum:"column,line" default:"column" doc:"what panels draw" example:"line"`
	Totals      At[bool]      `yaml:"totals" default:"false" doc:"keep the 合计 rows" example:"true"`
	Format      At[string]    `yaml:"format" form:"format" default:"as printed, long ones in 万 or 亿 where all can be read so, but in a table" doc:"how the numbers are written: 0 whole, 0.0 with one decimal, 0,0 in groups of three, 0,0.00 both; wan 0.0 in 万, yi 0.00 in 亿" example:"0.0"`
	Unit        At[string]    `yaml:"unit" form:"unit" blank:"true" default:"the column's" doc:"the unit of the values, where the data does not say it" example:"人" english:"students"`
	Sort        At[string]    `yaml:"sort" default:"the order of the data" doc:"the column to sort by, with - before it from large to small" example:"-人数" english:"-students"`
	Top         Top           `yaml:"top" doc:"only the first rows, the rest folded into one" example:"{n: 10, other: 其他}" english:"{n: 10, other: Other}"`
	Labels      At[bool]      `yaml:"labels" default:"where they fit" doc:"write the value at every mark, and on paper the sum at every stack" example:"true"`
	Highlight   []At[string]  `yaml:"highlight" doc:"the categories or series in the accent colour; the others go grey" example:"升学" english:"further study"`
	Colors      []Color       `yaml:"colors" doc:"a colour for a category or a series, as \"#rrggbb\" in quotes or by its name in theme.yaml" example:"{升学: \"#0f766e\"}" english:"{further study: \"#0f766e\"}"`
	Reference   []Reference   `yaml:"reference" doc:"lines and bands across the chart: a number, mean, median or quartiles, or a mapping, or a list of these" example:"{value: 95, label: 目标}" english:"{value: 95, label: target}"`
	Annotations []Annotation  `yaml:"annotations" doc:"short texts at a category, or at a dot by its name" example:"[{at: 升学, text: 首次过半}]" english:"[{at: further study, text: more than half}]"`
	Limits      []At[float64] `yaml:"limits" max:"2" doc:"one or two values that part good from bad: they colour the values, with a sign at each" example:"[90, 95]"`
	Good        At[string]    `yaml:"good" enum:"up,down" default:"up" doc:"which side of the limits is good" example:"down"`
	Axis        Axis          `yaml:"axis" doc:"what the value axis should be, where its default does not serve" example:"{title: 报到率, min: 60, max: 100}" english:"{title: registration rate, min: 60, max: 100}"`
	Legend      At[string]    `yaml:"legend" enum:"true,false" default:"where it is needed" doc:"force the legend, or leave it out" example:"false"`
	Accept      []Exception   `yaml:"accept" doc:"the warnings of this figure that stand, by the names of their rules (docs/lint.md), each with the reason" example:"{no-unit: 指数没有单位}" english:"{no-unit: an index has none}"`
	Outputs     []At[string]  `yaml:"outputs" enum:"report,slide" default:"report" doc:"the forms to draw: report has no title inside, because the document sets the caption; slide has" example:"[report, slide]"`
	Theme       At[string]    `yaml:"theme" enum:"light,dark,print" default:"light" doc:"the set of colours" example:"print"`
	Text        At[string]    `yaml:"text" enum:"text,outlines" default:"text; outlines where the theme has fonts of its own" doc:"how SVG holds its letters: as text, or as outlines that need no font" example:"outlines"`
}

// Texts are the author's sentences about the figure.
func (f *Figure) Texts() []At[string] { return []At[string]{f.Title, f.Subtitle, f.Note} }

// A Data says where the values come from. Exactly one of Table, Text, File,
// Values and SQL is set.
type Data struct {
	Pos      diag.Pos
	Table    At[string]   `yaml:"table" doc:"a table of the report: its label, section/label, or a piece of its title" example:"附表/表 6" english:"Appendix/Table 6"`
	Columns  []Rename     `yaml:"columns" default:"all" doc:"the columns to take; a mapping gives a column a new name" example:"[毕业去向, {数: 人数}]" english:"[destination, {n: students}]"`
	Where    At[string]   `yaml:"where" doc:"a SQL condition on the rows" example:"毕业去向 <> '毕业去向落实率'" english:"destination <> 'placement rate'"`
	Across   At[string]   `yaml:"across" enum:"reports" doc:"the same from every report, with a column 年度" example:"reports"`
	History  At[string]   `yaml:"history" doc:"a file with the rows of earlier years, of the same columns" example:"data/elderly-college.csv"`
	By       At[string]   `yaml:"by" default:"年度" doc:"the column of the years, which tells the rows of history from those of the report" example:"时间" english:"month"`
	Report   At[string]   `yaml:"report" default:"the first" doc:"the name of the report" example:"2022"`
	Text     At[string]   `yaml:"text" doc:"a sentence of the report with holes {name:unit} for its numbers" example:"\"{年}年办学经费实际收入{收入:亿元}\"" english:"\"income in {year} was {income:million}\""`
	File     At[string]   `yaml:"file" doc:"a file of the project: .csv, .xlsx, .ods, .json, .jsonl or .parquet; - is what is piped in" example:"data/services.csv"`
	Database At[string]   `yaml:"database" form:"database" doc:"where query is run: the name of an environment variable that holds postgres://… or mysql://…, or an SQLite file of the project" example:"STATS_DB"`
	Query    At[string]   `yaml:"query" doc:"a SELECT in the SQL of the database; charts fetch runs it and records the rows under snapshots/, where everything else reads them" example:"SELECT region, count(*) AS visits FROM visits GROUP BY region"`
	Sheet    At[string]   `yaml:"sheet" default:"the first" doc:"the sheet of an .xlsx or .ods file" example:"2023"`
	Values   []Record     `yaml:"values" doc:"the rows themselves; they need a source" example:"[{年份: 2021, 人数: 12}]" english:"[{year: 2021, students: 12}]"`
	Source   At[string]   `yaml:"source" doc:"where the values come from" example:"教务处" english:"Registrar"`
	Inputs   []NamedInput `yaml:"inputs" doc:"names for data that sql reads" example:"{t: {table: 表 7}}" english:"{t: {table: Table 7}}"`
	SQL      At[string]   `yaml:"sql" doc:"a SELECT in SQLite over the inputs and every table of the report" example:"SELECT 毕业去向, 人数 FROM t" english:"SELECT destination, students FROM t"`

	broken bool // its words have errors
}

// A Rename is a column of a table and the name that the figure gives it.
type Rename struct {
	Name At[string] // in the figure
	From At[string] // in the table
}

// A Record is one row of inline values, in the order written.
type Record struct {
	Pos    diag.Pos
	Fields []Field
}

// A Field is one value of a record: a number, a text, or null for missing.
type Field struct {
	Name  string
	Value At[string]
	Kind  FieldKind
}

// A FieldKind is the YAML type of a field.
type FieldKind uint8

// The kinds of fields.
const (
	FieldNull FieldKind = iota
	FieldNumber
	FieldText
)

// A NamedInput is a relation that SQL sees under Name.
type NamedInput struct {
	Name At[string]
	Data Data
}

// A Top keeps the first N rows and folds the rest into one named Other ("" drops
// them).
type Top struct {
	N     At[int]    `yaml:"n" required:"true" short:"true" min:"1" max:"1000" doc:"how many rows to keep" example:"10"`
	Other At[string] `yaml:"other" blank:"true" default:"they are dropped" doc:"the name of the rest, added up into one row; rates, averages and ranks have no sum" example:"其他" english:"Other"`
}

// A Facet parts a figure into small charts of one kind.
type Facet struct {
	Column  At[string] `yaml:"column" required:"true" short:"true" doc:"the column whose values part the rows" example:"学院" english:"school"`
	Columns At[int]    `yaml:"columns" min:"1" max:"6" default:"as many as have room" doc:"how many stand side by side" example:"3"`
	Scale   At[string] `yaml:"scale" enum:"shared,free" default:"shared" doc:"shared: all have the same axes; free: each has its own" example:"free"`
}

// A Color gives a category or a series a colour, #rrggbb or a name of the theme.
type Color struct {
	Name  At[string]
	Value At[string]
}

// An Exception says why a figure may break a rule.
type Exception struct {
	Rule   At[string]
	Reason At[string]
}

// A Reference is a line at Value, or a band From … To; quartiles are a band.
type Reference struct {
	Pos     diag.Pos
	Value   At[string]  `yaml:"value" short:"true" enum:"mean,median,quartiles" number:"true" doc:"where the line runs: a number, mean or median; quartiles is the band between the first and the third" example:"95"`
	From    At[float64] `yaml:"from" doc:"where a band begins" example:"90"`
	To      At[float64] `yaml:"to" doc:"where a band ends" example:"95"`
	Without At[string]  `yaml:"without" doc:"the category that mean, median and quartiles leave out: the own among others" example:"本校" english:"own"`
	Label   At[string]  `yaml:"label" doc:"the text at the line or band" example:"目标" english:"target"`
}

// An Annotation is a short text at one category or dot.
type Annotation struct {
	Pos  diag.Pos
	At   At[string] `yaml:"at" required:"true" doc:"the category, or the name of the dot" example:"升学" english:"further study"`
	Text At[string] `yaml:"text" required:"true" doc:"what to write there" example:"首次过半" english:"more than half"`
}

// An Axis changes what the value axis would be by itself.
type Axis struct {
	Title At[string]  `yaml:"title" blank:"true" default:"the unit" doc:"the words at the axis" example:"报到率" english:"registration rate"`
	Min   At[float64] `yaml:"min" default:"by the values" doc:"where the axis begins; bars always begin at 0" example:"60"`
	Max   At[float64] `yaml:"max" default:"by the values" doc:"where the axis ends" example:"100"`
	Log   At[bool]    `yaml:"log" default:"false" doc:"a logarithmic axis" example:"true"`
}

// A TableCol is one column of a table figure.
type TableCol struct {
	Name   At[string]    `yaml:"name" required:"true" short:"true" doc:"the column" example:"报到率" english:"registration rate"`
	As     At[string]    `yaml:"as" enum:"bar,sparkline,number" default:"text" doc:"how its values are shown" example:"bar"`
	Format At[string]    `yaml:"format" form:"format" default:"as printed" doc:"how its numbers are written, as format of a figure" example:"0.0"`
	Limits []At[float64] `yaml:"limits" max:"2" doc:"one or two values that part good from bad, as limits of a figure" example:"[90, 95]"`
	Good   At[string]    `yaml:"good" enum:"up,down" default:"up" doc:"which side of the limits is good" example:"down"`
}

// OfReport reports whether the data is read from a report: from a table, a
// sentence, or by SQL over the tables.
func (d *Data) OfReport() bool {
	return d.Table.Set() || d.Text.Set() || d.SQL.Set() && len(d.Inputs) == 0 ||
		slices.ContainsFunc(d.Inputs, func(in NamedInput) bool { return in.Data.OfReport() })
}

// At is where the data block says what it reads.
func (d *Data) At() At[string] {
	for _, at := range []At[string]{d.Table, d.Text, d.File, d.Query, d.SQL} {
		if at.Set() {
			return at
		}
	}
	return At[string]{Pos: d.Pos}
}
