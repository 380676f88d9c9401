// Package spec reads figures, dashboards, themes and project files from YAML
// into typed values that know where they stand. It knows neither data nor
// drawing.
package spec

import "charts/internal/diag"

// An At is a value with its place in the spec. A zero Pos means that the author
// did not write it.
type At[T any] struct {
	V   T
	Pos diag.Pos
	Len int // runes of the value as written, for the caret
}

// Set reports whether the author wrote the value.
func (a At[T]) Set() bool { return a.Pos.Line > 0 }

// A Figure is one chart: the file specs/figures/ID.yaml.
type Figure struct {
	ID   string // the file's name without .yaml
	Path string // as opened, for messages

	Extends  At[string] `yaml:"extends"`
	Number   At[string] `yaml:"figure"`
	Title    At[string] `yaml:"title"`
	Subtitle At[string] `yaml:"subtitle"`
	Note     At[string] `yaml:"note"`
	Alt      At[string] `yaml:"alt"`
	Chart    At[string] `yaml:"chart"`
	Data     Data       `yaml:"data"`

	// Roles: which column means what.
	Category At[string]   `yaml:"category"`
	Value    []At[string] `yaml:"value"` // one or a list
	Series   At[string]   `yaml:"series"`
	X        At[string]   `yaml:"x"`
	Y        At[string]   `yaml:"y"`
	Label    At[string]   `yaml:"label"`
	Levels   []At[string] `yaml:"path"`   // treemap, sunburst: outer first
	Target   At[string]   `yaml:"target"` // sankey, gauge, bullet, kpi: a column or a number
	Compare  At[string]   `yaml:"compare"`
	Max      At[string]   `yaml:"max"` // a column or a number
	GeoJSON  At[string]   `yaml:"geojson"`
	Columns  []TableCol   `yaml:"columns"` // of chart: table

	// Size is "150x90mm", "150mm" or "1600x1000" (pixels); of a bubble chart it
	// is the column of the size instead.
	Size At[string] `yaml:"size"`
	// Source is the source line under the figure; of a sankey it is the column
	// that the flows come from instead.
	Source At[string] `yaml:"source"`

	Stack       At[string]   `yaml:"stack"` // "true", "false" or "percent"
	Mark        At[string]   `yaml:"mark"`  // panels: column or line
	Totals      At[bool]     `yaml:"totals"`
	Format      At[string]   `yaml:"format"`
	Unit        At[string]   `yaml:"unit"`
	Sort        At[string]   `yaml:"sort"` // a column, "-" before it for descending
	Top         Top          `yaml:"top"`
	Labels      At[bool]     `yaml:"labels"`
	Highlight   []At[string] `yaml:"highlight"` // one or a list
	Colors      []Color      `yaml:"colors"`
	Reference   []Reference  `yaml:"reference"` // one or a list
	Annotations []Annotation `yaml:"annotations"`
	Axis        Axis         `yaml:"axis"`
	Legend      At[string]   `yaml:"legend"`  // "true", "false"
	Outputs     []At[string] `yaml:"outputs"` // report, slide
	Theme       At[string]   `yaml:"theme"`
	Text        At[string]   `yaml:"text"` // SVG text: "text" or "outlines"
}

// A Data says where the values come from. Exactly one of Table, Text, File,
// Values and SQL is set.
type Data struct {
	Pos     diag.Pos
	Table   At[string]   `yaml:"table"`
	Columns []Rename     `yaml:"columns"` // with Table or File; none: all
	Where   At[string]   `yaml:"where"`   // a SQL condition
	Across  At[string]   `yaml:"across"`  // "reports"
	Report  At[string]   `yaml:"report"`  // the name of one report; "" is the first
	Text    At[string]   `yaml:"text"`    // a sentence with holes
	File    At[string]   `yaml:"file"`
	Sheet   At[string]   `yaml:"sheet"`
	Values  []Record     `yaml:"values"`
	Source  At[string]   `yaml:"source"` // of Values
	Inputs  []NamedInput `yaml:"inputs"`
	SQL     At[string]   `yaml:"sql"`
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
	N     At[int]    `yaml:"n"`
	Other At[string] `yaml:"other"`
}

// A Color gives a category or a series a colour, #rrggbb or a name of the theme.
type Color struct {
	Name  At[string]
	Value At[string]
}

// A Reference is a line at Value, or a band From … To.
type Reference struct {
	Pos   diag.Pos
	Value At[string]  `yaml:"value"` // a number, or "mean", "median"
	From  At[float64] `yaml:"from"`
	To    At[float64] `yaml:"to"`
	Label At[string]  `yaml:"label"`
}

// An Annotation is a short text at one category, or at a place of the axes.
type Annotation struct {
	Pos  diag.Pos
	At   At[string] `yaml:"at"`
	Text At[string] `yaml:"text"`
}

// An Axis changes what the value axis would be by itself.
type Axis struct {
	Title At[string]  `yaml:"title"`
	Min   At[float64] `yaml:"min"`
	Max   At[float64] `yaml:"max"`
	Log   At[bool]    `yaml:"log"`
}

// A TableCol is one column of a table figure.
type TableCol struct {
	Name   At[string] `yaml:"name"`
	As     At[string] `yaml:"as"` // bar, sparkline, number
	Format At[string] `yaml:"format"`
}
