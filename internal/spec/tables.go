package spec

import (
	"fmt"
	"strconv"
	"strings"

	"charts/internal/diag"
	"charts/internal/message"
)

// A Tables is specs/tables.yaml: what the reader of reports cannot know of tables.
type Tables struct {
	Path   string
	Tables []TableHint `yaml:"tables" doc:"the tables that are read by hand" example:"[{table: 表 6, header: 2}]" english:"[{table: Table 6, header: 2}]"`
}

// A TableHint says of one table, in one report or in several, how it is read.
type TableHint struct {
	Pos     diag.Pos
	Report  At[string]    `yaml:"report" default:"every report" doc:"the report: its path from the folder that holds the specs folder, its file or its name; * stands for any letters" example:"reports/*.txt"`
	Table   At[string]    `yaml:"table" doc:"the table by its caption, as data names it: a label, section/label or a piece of the title" example:"表 6" english:"Table 6"`
	Lines   At[string]    `yaml:"lines" form:"lines" doc:"or by its lines, the first and the last" example:"285-292"`
	Page    At[int]       `yaml:"page" min:"1" max:"100000" doc:"or by its page in a PDF, and its box there" example:"12"`
	Box     []At[float64] `yaml:"box" min:"4" max:"4" doc:"on the page: left, top, right and foot, in points from its top left corner" example:"[56, 120, 540, 410]"`
	Header  At[int]       `yaml:"header" min:"0" max:"5" default:"as read" doc:"how many rows hold the names of the columns" example:"2"`
	Columns []ColumnHint  `yaml:"columns" max:"200" default:"as read" doc:"all columns, from the left" example:"[专业, {name: 人数, unit: 人}]" english:"[programme, {name: students, unit: students}]"`
	Edges   []At[float64] `yaml:"edges" max:"200" default:"as read" doc:"where the columns part, from the left: in points of a page, or in letters of a line (a Chinese one counts two)" example:"[180, 260]"`
	Parts   At[int]       `yaml:"parts" min:"1" max:"200" default:"as read" doc:"in how many pieces the table stands, as on several pages; 1 keeps what follows apart" example:"2"`
	Ignore  At[bool]      `yaml:"ignore" default:"false" doc:"it is no table" example:"true"`
}

// A ColumnHint is what is said of a column.
type ColumnHint struct {
	Name At[string] `yaml:"name" required:"true" short:"true" doc:"its name" example:"人数" english:"students"`
	Unit At[string] `yaml:"unit" form:"unit" default:"as read" doc:"the unit of its numbers" example:"人" english:"students"`
	Kind At[string] `yaml:"kind" enum:"number,name,unit,value" default:"name for the first, value for the others; as read where no column has a kind" doc:"what it holds: numbers that count the rows, names of rows or groups, units of rows, values" example:"name"`
}

// ParseTables reads specs/tables.yaml.
func ParseTables(path string, src []byte) (*Tables, diag.List) {
	t := &Tables{Path: path}
	problems := decode(path, src, message.Of("the list of tables"), t)
	if !problems.HasErrors() {
		for i := range t.Tables {
			problems = append(problems, t.Tables[i].check()...)
		}
	}
	return t, problems
}

// check wants one way to find the table, and edges that lie one behind the other.
func (h *TableHint) check() (problems diag.List) {
	ways := 0
	for _, said := range []bool{h.Table.Set(), h.Lines.Set(), h.Page.Pos.Line > 0 || len(h.Box) > 0} {
		if said {
			ways++
		}
	}
	hint := message.Format("write table: Table 6, or lines: 285-292, or page: 12 with box: [56, 120, 540, 410]")
	switch paged := h.Page.Pos.Line > 0; {
	case ways != 1:
		problems.Errorf(h.Pos, "place", "an entry of tables names a table in one way, this one in %d", ways).Hintf(hint)
	case paged != (len(h.Box) > 0):
		problems.Errorf(h.Pos, "place", "page and box stand together").Hintf(hint)
	}
	if first, last := h.LineRange(); first > last {
		errorAt(&problems, h.Lines, "place", "%s cannot be %s", "lines", quote(h.Lines.V)).Hintf("write the first line before the last")
	}
	for i := 1; i < len(h.Edges); i++ {
		if h.Edges[i].V <= h.Edges[i-1].V {
			errorAt(&problems, h.Edges[i], "place", "edges lie one behind the other, and %s does not", strconv.FormatFloat(h.Edges[i].V, 'f', -1, 64)).Hintf("sort them from the left")
			break
		}
	}
	if len(h.Edges) > 0 && len(h.Columns) > 0 && len(h.Edges) != len(h.Columns)-1 {
		errorAt(&problems, h.Edges[0], "place", "%d columns are named, and the edges part %d", len(h.Columns), len(h.Edges)+1).Hintf("name an edge between each two columns")
	}
	return problems
}

// LineRange is the first and the last line, or 0.
func (h *TableHint) LineRange() (first, last int) {
	a, b, several := strings.Cut(h.Lines.V, "-")
	first, _ = strconv.Atoi(a)
	if last = first; several {
		last, _ = strconv.Atoi(b)
	}
	return first, last
}

// Lines are lines as an entry names them.
func Lines(first, last int) string { return fmt.Sprintf("%d-%d", first, last) }

// With is the text of specs/tables.yaml with one more entry: what the reader found
// of a table, and in comments what else can be said. What is there stays as it is.
func (t *Tables) With(src []byte, h TableHint, about string) []byte {
	return withEntry(src, "tables", h.draft(about))
}

// withEntry adds an entry to the list of a file.
func withEntry(src []byte, list, entry string) []byte {
	text := strings.TrimRight(string(src), "\n")
	if !strings.Contains("\n"+text, "\n"+list+":") {
		text = strings.TrimLeft(text+"\n"+list+":", "\n")
	}
	return []byte(text + "\n" + entry)
}

func (h *TableHint) draft(about string) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("  # %s", strings.Join(strings.Fields(about), " "))
	line("  # As it was read. Change what is wrong, delete what may stay as it is read.")
	line("  - report: %s # or a pattern for several: reports/*.txt", quoted(h.Report.V))
	h.draftPlace(line)
	line("    header: %d # rows that hold names; 0: none, the names below are all", h.Header.V)
	line("    columns: # from the left; kind: number (counts the rows), name, unit (of the row) or value")
	for _, c := range h.Columns {
		unit := ""
		if c.Unit.V != "" {
			unit = ", unit: " + quoted(c.Unit.V)
		}
		line("      - {name: %s%s, kind: %s}", quoted(c.Name.V), unit, c.Kind.V)
	}
	line("    # parts: 2 # the table below belongs to it; 1: none does, whatever it looks like")
	line("    # ignore: true # it is no table")
	return b.String()
}

func (h *TableHint) draftPlace(line func(string, ...any)) {
	byPage := h.Page.V > 0 && h.Table.V == ""
	off := "# "
	switch {
	case h.Table.V != "":
		line("    table: %s", quoted(h.Table.V))
	case byPage:
		off = ""
	default:
		line("    lines: %s", h.Lines.V)
	}
	if h.Page.V > 0 {
		if !byPage {
			line("    # in place of the line above, where on the page the table is:")
		}
		line("    %spage: %d", off, h.Page.V)
		line("    %sbox: %s # left, top, right, foot, in points from the top left corner", off, numbers(h.Box))
	}
	if len(h.Edges) > 0 {
		line("    # edges: %s # where the columns part", numbers(h.Edges))
	}
}

func numbers(all []At[float64]) string {
	texts := make([]string, len(all))
	for i, n := range all {
		texts[i] = strconv.FormatFloat(n.V, 'f', -1, 64)
	}
	return "[" + strings.Join(texts, ", ") + "]"
}
