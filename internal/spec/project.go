package spec

// A Project is specs/charts.yaml. The zero Project is a complete one.
type Project struct {
	Path     string
	Reports  []Report     `yaml:"reports"`
	Vars     []Var        `yaml:"vars"` // ${name} in titles, texts and SQL
	Language At[string]   `yaml:"language"`
	Theme    At[string]   `yaml:"theme"`
	Formats  []At[string] `yaml:"formats"` // png, svg, pdf, csv; png and svg by default
	Size     At[string]   `yaml:"size"`
}

// A Report is one report that the figures read.
type Report struct {
	Name At[string]
	Path At[string] // relative to the folder that holds the specs folder
}

// A Var is a name that specs write as ${name}.
type Var struct {
	Name  At[string]
	Value At[string]
}

// A Dashboard is one page: the file specs/dashboards/ID.yaml.
type Dashboard struct {
	ID       string
	Path     string
	Title    At[string] `yaml:"title"`
	Subtitle At[string] `yaml:"subtitle"`
	Language At[string] `yaml:"language"`
	Cards    []Card     `yaml:"cards"`
	Sections []Section  `yaml:"sections"`
	Figures  []Place    `yaml:"figures"` // short for one section without a heading
	Note     At[string] `yaml:"note"`
}

// A Section is a heading, some Markdown, and figures in a grid.
type Section struct {
	Title   At[string] `yaml:"title"`
	Text    At[string] `yaml:"text"` // Markdown, no HTML
	Figures []Place    `yaml:"figures"`
}

// A Place puts a figure on a dashboard: an id, or an id with a width.
type Place struct {
	ID    At[string] `yaml:"id"`
	Width At[string] `yaml:"width"` // "third", "half" or "full"
}

// A Card is one number with its unit, its change and its source.
type Card struct {
	Title   At[string] `yaml:"title"`
	Data    Data       `yaml:"data"`
	Value   At[string] `yaml:"value"`   // the column; the only number column by default
	Compare At[string] `yaml:"compare"` // a column with the earlier value
	Target  At[string] `yaml:"target"`
	Good    At[string] `yaml:"good"` // up, down or none: which direction is good
	Format  At[string] `yaml:"format"`
	Note    At[string] `yaml:"note"`
}
