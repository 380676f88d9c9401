package spec

// A Project is specs/charts.yaml. The zero Project is a complete one.
type Project struct {
	Path     string
	Reports  []Report     `yaml:"reports" doc:"the reports to read: one, a list, or a mapping of names to them; a report is the path of its file, or the list of its files, such as a body and an appendix; a path with {院校}, {年} or * is a pattern, and every file that fits it is a report; a path starts at the folder that holds the specs folder" example:"{2023: reports/2023.txt}"`
	For      At[string]   `yaml:"for" enum:"院校,institution" doc:"draw everything once for each institution, whose reports the names of their files tell: ${own} is its name, and data/peers.csv says where it stands among all" example:"院校" english:"institution"`
	Vars     []Var        `yaml:"vars" doc:"names that figures and dashboards write as ${name}" example:"{year: 2023}"`
	Language At[string]   `yaml:"language" enum:"zh-CN,en" default:"zh-CN; en where neither specs nor reports hold Chinese" doc:"the language of the words that the tool adds" example:"zh-CN"`
	Theme    At[string]   `yaml:"theme" enum:"light,dark,print" default:"light" doc:"the set of colours of all figures" example:"print"`
	Formats  []At[string] `yaml:"formats" enum:"png,svg,pdf,csv,html,pptx" default:"png, svg, pdf, html" doc:"what is written for each figure; html is the dashboards, pptx the dashboards as slides" example:"[png, pdf, html]"`
	Size     At[string]   `yaml:"size" form:"size" default:"150mm" doc:"the size of all figures" example:"150mm"`
	Logo     Logo         `yaml:"logo" doc:"the picture beside the heading of all dashboards" example:"images/badge.png"`
	Contact  At[string]   `yaml:"contact" doc:"whom to ask, at the foot of all dashboards: a line of Markdown" example:"如有疑问：质量管理办公室，内线 1234" english:"Quality office, extension 1234"`
	Pages    []At[string] `yaml:"pages" doc:"the ids of dashboards that lead to each other, in their order" example:"[leadership, teaching]"`
}

// A Report is one report that the figures read.
type Report struct {
	Name At[string] // "" when only the path was given
	// Paths are its files, relative to the folder that holds the specs folder.
	Paths []At[string]
}

// A Var is a name that specs write as ${name}.
type Var struct {
	Name  At[string]
	Value At[string]
}

// A Dashboard is one page: the file specs/dashboards/ID.yaml.
type Dashboard struct {
	ID         string
	Path       string
	Title      At[string]   `yaml:"title" required:"true" doc:"the heading of the page" example:"2023 年质量年报" english:"Quality report 2023"`
	Subtitle   At[string]   `yaml:"subtitle" blank:"true" doc:"a line under the heading" example:"数据来自学校质量年报" english:"from the annual quality report"`
	Date       At[string]   `yaml:"date" doc:"the day that the data is as of, beside the reports under the heading" example:"2023 年 8 月 31 日" english:"31 August 2023"`
	Language   At[string]   `yaml:"language" enum:"zh-CN,en" default:"zh-CN; en where neither specs nor reports hold Chinese" doc:"the language of the words that the tool adds" example:"zh-CN"`
	Pages      []At[string] `yaml:"pages" default:"those of the project, if it is one of them" doc:"the ids of the dashboards that it leads to, in their order" example:"[leadership, teaching]"`
	Filters    []At[string] `yaml:"filters" doc:"columns by which the reader narrows the figures that have them" example:"[年份, 级别]" english:"[year, level]"`
	Navigation At[string]   `yaml:"navigation" enum:"none,rail,tabs" default:"rail from four sections on" doc:"how the reader moves between sections: a list of them beside the page, or one section at a time" example:"tabs"`
	Points     Points       `yaml:"points" doc:"the key points on top of the page, which the tool finds in its figures, cards and reports" example:"{most: 3, pin: finance}"`
	Lead       Place        `yaml:"lead" doc:"the figure beside the key points, whose title is the sentence that the page leads with" example:"{id: finance, title: '{what}比{other}多 {change}'}" english:"{id: finance, title: '{what} is {change} above {other}'}"`
	Cards      []Card       `yaml:"cards" doc:"single numbers on top of the page" example:"[{title: 毕业生, data: {text: '毕业生{人数:人}'}}]" english:"[{title: Graduates, data: {text: '{n} graduates'}}]"`
	Sections   []Section    `yaml:"sections" doc:"headings with texts and figures" example:"[{title: 就业, figures: [destinations]}]" english:"[{title: Careers, figures: [destinations]}]"`
	Figures    []Place      `yaml:"figures" doc:"short for one section without a heading" example:"[destinations, {id: regions, width: half}]"`
	Accept     []Exception  `yaml:"accept" doc:"the warnings of the cards and texts of this page that stand, by the names of their rules, each with the reason" example:"{values-differ: 卡片不含结业生}" english:"{values-differ: the card counts degrees alone}"`
	Note       At[string]   `yaml:"note" blank:"true" doc:"a remark at the end of the page" example:"口径见年报附表" english:"definitions as in the appendix"`
	Logo       Logo         `yaml:"logo" default:"that of the project" doc:"the picture beside the heading" example:"images/badge.png"`
	Contact    At[string]   `yaml:"contact" default:"that of the project" doc:"whom to ask, at the foot of the page: a line of Markdown" example:"如有疑问：质量管理办公室，内线 1234" english:"Quality office, extension 1234"`
}

// Blocks are where the numbers of the page come from, beside those of its figures.
func (d *Dashboard) Blocks() (all []*Data) {
	for _, s := range append([]Section{{Cards: d.Cards}}, d.Sections...) {
		for i := range s.Cards {
			all = append(all, &s.Cards[i].Data)
		}
		for i := range s.Numbers {
			all = append(all, &s.Numbers[i].Data)
		}
	}
	return all
}

// Blocks are where the figure and the numbers of its title come from.
func (f *Figure) Blocks() []*Data {
	all := []*Data{&f.Data}
	for i := range f.Numbers {
		all = append(all, &f.Numbers[i].Data)
	}
	return all
}

// Points are what the author wants of the key points of a page. An id is that of a
// figure, or the title of a card, and may name one of its points: finance/gap/支出.
type Points struct {
	Most  At[int]      `yaml:"most" min:"0" max:"12" default:"5" doc:"how many there are; 0: none" example:"3"`
	Pin   []At[string] `yaml:"pin" doc:"the ids of those that come first, in this order" example:"[finance, further-study]"`
	Drop  []At[string] `yaml:"drop" doc:"the ids of those that stay away" example:"destinations"`
	Since At[string]   `yaml:"since" doc:"the manifest of the last edition, which the values are held against; its path starts at the folder that holds the specs folder" example:"editions/2022/manifest.json"`
	Words []Wording    `yaml:"words" doc:"sentences of one's own; {name} is a word of the point, and every number is one" example:"{finance: '{when}支出比收入多 {change}'}" english:"{finance: 'spending is {change} above income in {when}'}"`
}

// A Wording is what a point says in the author's words.
type Wording struct {
	Point At[string]
	Text  At[string]
}

// A Logo is a picture of the institution.
type Logo struct {
	File At[string] `yaml:"file" required:"true" short:"true" doc:"a PNG, JPEG or plain SVG file of up to 60 KB; its path starts at the folder that holds the specs folder" example:"images/badge.png"`
	Alt  At[string] `yaml:"alt" blank:"true" default:"nothing: the heading says it" doc:"what it says to those who do not see it" example:"校徽" english:"badge"`
}

// A Section is a heading, cards, some Markdown, and figures in a grid.
type Section struct {
	Title   At[string] `yaml:"title" doc:"the heading; {name} is a number of values" example:"就业" english:"Careers"`
	Text    At[string] `yaml:"text" doc:"paragraphs in Markdown, without HTML; {name} is a number of values" example:"去向落实率**保持稳定**。" english:"The placement rate **holds**."`
	Numbers []Number   `yaml:"values" doc:"the numbers of the text, each with where it comes from" example:"{落实率: {data: {text: \"落实率为{率:%}\"}}}" english:"{rate: {data: {text: \"placement rate {rate:%}\"}}}"`
	Cards   []Card     `yaml:"cards" doc:"single numbers under the heading, as those of the page" example:"[{title: 毕业生, data: {text: '毕业生{人数:人}'}}]" english:"[{title: Graduates, data: {text: '{n} graduates'}}]"`
	Figures []Place    `yaml:"figures" doc:"ids of figures, or mappings with a width or a title" example:"[destinations, {id: regions, width: half}]"`

	Leads bool // it holds the lead of the page
}

// A Number is in the text of a section as {name}.
type Number struct {
	Name   At[string]
	Data   Data       `yaml:"data" required:"true" doc:"where it comes from, as in a figure: one row" example:"{text: \"落实率为{率:%}\"}" english:"{text: \"placement rate {rate:%}\"}"`
	Value  At[string] `yaml:"value" default:"the only one with numbers" doc:"the column of the number" example:"率" english:"rate"`
	Format At[string] `yaml:"format" form:"format" default:"as printed" doc:"how the number is written, as format of a figure" example:"0.0"`
}

// A Place puts a figure on a dashboard: an id, or an id with a width and a title.
type Place struct {
	ID    At[string] `yaml:"id" required:"true" short:"true" doc:"the figure" example:"destinations"`
	Width At[string] `yaml:"width" enum:"third,half,full" default:"half" doc:"how much of the page's width it takes" example:"half"`
	Title At[string] `yaml:"title" default:"that of the figure" doc:"what the figure says, as the title on this page; {name} is a word of its key point" example:"'升学率升至 {value}'" english:"'Further study rises to {value}'"`
	Tabs  []Tab      `yaml:"tabs" doc:"other figures in the same place, of which the reader sees one at a time" example:"[sectors]"`

	Behind bool // it is one of the tabs of the place before it
}

// A Tab is a figure in the place of another.
type Tab struct {
	ID    At[string] `yaml:"id" required:"true" short:"true" doc:"the figure" example:"destinations"`
	Title At[string] `yaml:"title" default:"that of the figure" doc:"what the figure says, as the title on this page; {name} is a word of its key point" example:"'升学率升至 {value}'" english:"'Further study rises to {value}'"`
}

// A Card is one number with its unit, its change and its source.
type Card struct {
	Title   At[string]    `yaml:"title" required:"true" doc:"what the number is; {change} and the other words of its key point are numbers" example:"毕业生" english:"Graduates"`
	Data    Data          `yaml:"data" required:"true" doc:"where it comes from, as in a figure" example:"{text: \"毕业生{人数:人}\"}" english:"{text: \"{n} graduates\"}"`
	Value   At[string]    `yaml:"value" default:"the only one with numbers" doc:"the column of the number" example:"人数" english:"students"`
	Compare At[string]    `yaml:"compare" doc:"the column with the earlier value, or that of the change which the report prints, named as such: 比上年增长, growth from 2022" example:"上年" english:"last year"`
	Trend   At[string]    `yaml:"trend" doc:"the column of the periods, when the data has a row for each: the last is the number, all make a small line, and the change is from the one before" example:"年份" english:"year"`
	Among   At[string]    `yaml:"among" doc:"the column that names the members, when the data has a row for each: the number is that of own, held against median and quartiles of the others" example:"院校" english:"institution"`
	Own     At[string]    `yaml:"own" doc:"which of the members is the own" example:"本校" english:"own"`
	Target  At[string]    `yaml:"target" doc:"the aim: a column or a number" example:"95"`
	Good    At[string]    `yaml:"good" enum:"up,down,none" default:"none" doc:"which direction is good news" example:"up"`
	Limits  []At[float64] `yaml:"limits" max:"2" doc:"one or two values that part good from bad, as limits of a figure; with good: down less is better" example:"[90, 95]"`
	Format  At[string]    `yaml:"format" form:"format" default:"as printed" doc:"how the number is written, as format of a figure" example:"0.0"`
	Figure  At[string]    `yaml:"figure" doc:"the figure of this page that its title leads to" example:"further-study"`
	Note    At[string]    `yaml:"note" blank:"true" doc:"a remark under the number" example:"截至 8 月 31 日" english:"as of 31 August"`
	About   At[string]    `yaml:"about" doc:"how the number is defined, as about of a figure" example:"毕业去向落实率 =（就业 + 升学）÷ 毕业生数" english:"placement rate = (employed + further study) ÷ graduates"`
}

// A Theme is specs/theme.yaml: what differs from the built-in look.
type Theme struct {
	Path   string
	Light  Palette `yaml:"light" doc:"the colours on a light page" example:"{accent: \"#0f766e\"}"`
	Dark   Palette `yaml:"dark" doc:"the colours on a dark page" example:"{background: \"#111827\"}"`
	Print  Palette `yaml:"print" doc:"the colours on paper" example:"{rest: \"#8b939c\"}"`
	Colors []Color `yaml:"colors" doc:"names for colours, for the colors of figures" example:"{校红: \"#9e1b32\"}" english:"{school red: \"#9e1b32\"}"`
	Sizes  Sizes   `yaml:"sizes" doc:"sizes of text and lines" example:"{text: 9, title: 12}"`
	Fonts  []Font  `yaml:"fonts" max:"8" default:"Noto Sans SC" doc:"fonts of one's own: each character is set in the first that has it, and in Noto Sans SC where none has it; the marks “ ” ‘ ’ — … in the first that has 汉字" example:"[fonts/times.ttf, {file: fonts/simsun.ttc, face: SimSun, bold: fonts/simhei.ttf}]"`
}

// A Font is one of the institution's own.
type Font struct {
	File At[string] `yaml:"file" required:"true" short:"true" doc:"a TrueType or OpenType file of up to 64 MB, or a collection, whose maker allows that documents hold a part of it; its path starts at the folder that holds the specs folder" example:"fonts/simsun.ttc"`
	Face At[string] `yaml:"face" default:"the only one" doc:"which font of a collection, by its name" example:"SimSun"`
	Bold At[string] `yaml:"bold" default:"the file itself" doc:"the file for titles and what is highlighted" example:"fonts/simhei.ttf"`
}

// A Palette is the colours of one theme, each #rrggbb.
type Palette struct {
	Background At[string]   `yaml:"background" form:"color" doc:"the page" example:"\"#ffffff\""`
	Ink        At[string]   `yaml:"ink" form:"color" doc:"titles and labels" example:"\"#1f2937\""`
	Muted      At[string]   `yaml:"muted" form:"color" doc:"the words at the axes, notes and sources" example:"\"#5b6470\""`
	Grid       At[string]   `yaml:"grid" form:"color" doc:"grid lines" example:"\"#e5e7eb\""`
	Rule       At[string]   `yaml:"rule" form:"color" doc:"axis lines" example:"\"#9ca3af\""`
	Accent     At[string]   `yaml:"accent" form:"color" doc:"what is highlighted, and a single series" example:"\"#0f766e\""`
	Rest       At[string]   `yaml:"rest" form:"color" doc:"what is not highlighted" example:"\"#8b939c\""`
	Good       At[string]   `yaml:"good" form:"color" doc:"the values that limits call good" example:"\"#2c7d70\""`
	Fair       At[string]   `yaml:"fair" form:"color" doc:"the values between two limits" example:"\"#c4851c\""`
	Poor       At[string]   `yaml:"poor" form:"color" doc:"the values that limits call poor" example:"\"#8a2414\""`
	Series     []At[string] `yaml:"series" form:"color" max:"8" doc:"the colours of the series in their order" example:"[\"#0f766e\", \"#b45309\"]"`
}

// Sizes are in points.
type Sizes struct {
	Text  At[float64] `yaml:"text" min:"7" max:"40" doc:"labels" example:"9"`
	Small At[float64] `yaml:"small" min:"7" max:"40" doc:"axes, notes and sources" example:"8"`
	Title At[float64] `yaml:"title" min:"7" max:"40" doc:"titles" example:"12"`
	Grid  At[float64] `yaml:"grid" min:"0.1" max:"5" doc:"the width of grid lines" example:"0.5"`
	Line  At[float64] `yaml:"line" min:"0.1" max:"10" doc:"the width of lines in line charts" example:"1.5"`
	Dot   At[float64] `yaml:"dot" min:"1" max:"20" doc:"the diameter of dots" example:"4"`
}
