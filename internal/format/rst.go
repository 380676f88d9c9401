package format

import (
	"encoding/csv"
	"strconv"
	"strings"

	"charts/internal/notation"
	"charts/internal/regexp"
)

// readRST reads reStructuredText: its titles, paragraphs and tables of all kinds.
func readRST(_, src string) ([]Part, error) {
	if len(src) > maxMarkdown {
		return nil, tooLong("reStructuredText", maxMarkdown)
	}
	r := rst{levels: map[string]int{}}
	var lines []rstLine
	for s := range strings.Lines(src) {
		s = strings.ReplaceAll(strings.TrimRight(s, " \t\r\n"), "\t", "        ")
		lines = append(lines, rstLine{len(lines) + 1, s})
	}
	r.read(lines, 0)
	return r.parts, nil
}

// An rstLine is a line as it stands in the file, or without the blanks in front
// that the lines of a block share.
type rstLine struct {
	no   int
	text string
}

func (l rstLine) blank() bool { return l.text == "" }

func (l rstLine) indent() int { return len(l.text) - len(strings.TrimLeft(l.text, " ")) }

// An rst is where the reader of reStructuredText stands.
type rst struct {
	parts  []Part
	levels map[string]int // of titles, by how they are drawn
}

var (
	rstDirective = regexp.MustCompile(`^\.\. ([\w-]+)::\s*(.*)$`)
	rstNote      = regexp.MustCompile(`^\.\. \[(?:#?\w*|\*)\]\s+(.*)$`)
	rstOption    = regexp.MustCompile(`^:([\w-]+):\s*(.*)$`)
	rstSimple    = regexp.MustCompile(`^=+(?: +=+)+$`)
	rstItem      = regexp.MustCompile(`^(?:[-*+•]|#\.)\s+`)
)

// admonitions are directives whose text is part of the text.
var admonitions = map[string]bool{"note": true, "attention": true, "caution": true, "danger": true, "error": true, "hint": true, "important": true,
	"tip": true, "warning": true, "admonition": true, "container": true, "topic": true, "sidebar": true, "epigraph": true, "highlights": true, "class": true}

// read reads lines that share their indentation.
func (r *rst) read(lines []rstLine, depth int) {
	for i := 0; i < len(lines); {
		switch l := lines[i]; {
		case l.blank():
			i++
		case strings.HasPrefix(l.text, ".. ") || l.text == "..":
			end := blockEnd(lines, i)
			r.explicit(l, dedent(lines[i+1:end]), depth)
			i = end
		case rstSimple.MatchString(l.text):
			end := simpleEnd(lines, i)
			r.table(simpleRows(lines[i:end]))
			i = end
		case Frame.MatchString(l.text):
			i = r.frame(lines, i)
		default:
			if n := r.title(lines, i); n > 0 {
				i += n
			} else {
				i = r.paragraph(lines, i)
			}
		}
	}
}

// blockEnd is where the lines end that belong to the one at i, further right.
func blockEnd(lines []rstLine, i int) int {
	end := i + 1
	for n := i + 1; n < len(lines) && (lines[n].blank() || lines[n].indent() > 0); n++ {
		if !lines[n].blank() {
			end = n + 1
		}
	}
	return end
}

// dedent takes the blanks away that all lines have in front.
func dedent(lines []rstLine) []rstLine {
	least := -1
	for _, l := range lines {
		if !l.blank() && (least < 0 || l.indent() < least) {
			least = l.indent()
		}
	}
	out := make([]rstLine, len(lines))
	for i, l := range lines {
		if out[i] = l; !l.blank() {
			out[i].text = l.text[least:]
		}
	}
	return out
}

// maxDirectives is how deep directives stand inside one another.
const maxDirectives = 10

// explicit reads what begins with two dots: a directive, a note, or a remark to
// nobody.
func (r *rst) explicit(l rstLine, body []rstLine, depth int) {
	if m := rstNote.FindStringSubmatch(l.text); m != nil {
		note := Cell{Text: m[1]}
		for _, b := range body {
			note.goOn(strings.TrimSpace(b.text))
		}
		r.add(l.no, note.Text, 0)
		return
	}
	m := rstDirective.FindStringSubmatch(l.text)
	if m == nil || depth > maxDirectives {
		return
	}
	options := map[string]string{}
	for len(body) > 0 {
		o := rstOption.FindStringSubmatch(body[0].text)
		if o == nil {
			break
		}
		options[o[1]], body = o[2], body[1:]
	}
	body = dedent(body)
	switch name := m[1]; {
	case name == "table":
		r.add(l.no, m[2], 0)
		r.read(body, depth+1)
	case name == "csv-table":
		r.add(l.no, m[2], 0)
		r.table(csvRows(l.no, body, options))
	case name == "list-table":
		r.add(l.no, m[2], 0)
		r.table(listRows(body, options))
	case admonitions[name]:
		r.add(l.no, m[2], 0)
		r.read(body, depth+1)
	}
}

// add adds a line of text, or a heading.
func (r *rst) add(no int, text string, level int) {
	if text = plainRST(text); text != "" {
		p := newText(level)
		p.Lines = []Line{{No: no, Text: text, Gap: true}}
		r.parts = append(r.parts, p)
	}
}

func (r *rst) table(rows []Row) {
	r.parts = append(r.parts, Part{Kind: Table, Rows: rows})
}

// title reads a title with the lines that are drawn under it, or around it, and
// returns how many lines they are.
func (r *rst) title(lines []rstLine, i int) int {
	over := 0
	if isAdornment(lines[i].text) && i+2 < len(lines) && lines[i+2].text == lines[i].text {
		over = 1
	}
	if i+over+1 >= len(lines) || lines[i+over].blank() || isAdornment(lines[i+over].text) {
		return 0
	}
	title, under := lines[i+over], lines[i+over+1].text
	if !isAdornment(under) || len(under) < min(4, notation.Width(title.text)) || over == 0 && title.indent() > 0 {
		return 0
	}
	style := under[:1] + strconv.Itoa(over)
	if r.levels[style] == 0 {
		r.levels[style] = len(r.levels) + 1
	}
	r.add(title.no, title.text, r.levels[style])
	return over + 2
}

// isAdornment reports whether a line is one sign again and again.
func isAdornment(s string) bool {
	return len(s) > 1 && strings.Contains("=-`:.'\"~^_*+#<>!$%&", s[:1]) && strings.Trim(s, s[:1]) == ""
}

// frame reads a table in a frame of characters as a text would be read.
func (r *rst) frame(lines []rstLine, i int) int {
	p := Part{Kind: Typed}
	for ; i < len(lines) && !lines[i].blank(); i++ {
		p.Lines = append(p.Lines, Line{No: lines[i].no, Text: lines[i].text, Gap: len(p.Lines) == 0})
	}
	r.parts = append(r.parts, p)
	return i
}

// paragraph reads the lines up to a blank one, or to what is no text.
func (r *rst) paragraph(lines []rstLine, i int) int {
	p := Part{}
	for n := i; i < len(lines) && !lines[i].blank() && (i == n || !strings.HasPrefix(lines[i].text, ".. ")); i++ {
		text := strings.TrimSpace(lines[i].text)
		item := rstItem.FindString(text)
		if item != "" && i > n {
			break
		}
		if text = plainRST(text[len(item):]); text != "" && !isAdornment(text) {
			p.Lines = append(p.Lines, Line{No: lines[i].no, Text: text, Gap: len(p.Lines) == 0})
		}
	}
	if len(p.Lines) > 0 {
		r.parts = append(r.parts, p)
	}
	return i
}

// The marks of emphasis, code, roles and links, and a backslash that takes the
// sense of a mark away.
var (
	rstLink  = regexp.MustCompile("`([^`<]*?)\\s*<[^`>]*>`_{0,2}")
	rstRole  = regexp.MustCompile("(?::[\\w-]+:)?(`{1,2})([^`]+)`{1,2}_{0,2}")
	rstMark  = regexp.MustCompile(`(^|[^\w\\])\*{1,2}([^\s*](?:[^*]*[^\s*\\])?)\*{1,2}`)
	rstSlash = regexp.MustCompile(`\\(\S|\s|$)`)
)

// plainRST is a text without its markup.
func plainRST(s string) string {
	s = rstRole.ReplaceAllString(rstLink.ReplaceAllString(s, "$1"), "$2")
	s = rstMark.ReplaceAllString(s, "$1$2")
	return strings.TrimSpace(rstSlash.ReplaceAllStringFunc(s, func(m string) string { return strings.TrimSpace(m[1:]) }))
}

// csvRows are those of a directive that holds values parted by commas.
func csvRows(no int, body []rstLine, options map[string]string) []Row {
	var rows []Row
	delim := ','
	if d := []rune(options["delim"]); len(d) == 1 {
		delim = d[0]
	}
	heads, _ := strconv.Atoi(options["header-rows"])
	read := func(no int, text string, head bool) {
		in := csv.NewReader(strings.NewReader(text))
		in.Comma, in.FieldsPerRecord, in.LazyQuotes, in.TrimLeadingSpace = delim, -1, true, true
		for len(rows) <= maxRows {
			fields, err := in.Read()
			if err != nil {
				return
			}
			row := Row{No: no, Head: head || len(rows) < heads}
			if at, _ := in.FieldPos(0); !head {
				row.No += at - 1
			}
			for _, f := range fields {
				row.Cells = append(row.Cells, Cell{Text: plainRST(f)})
			}
			rows = append(rows, row)
		}
	}
	read(no, options["header"], true)
	var text strings.Builder
	for i, l := range body {
		if i == 0 {
			no = l.no
		}
		text.WriteString(l.text + "\n")
	}
	read(no, text.String(), false)
	return rows
}

// listRows are those of a directive that holds a list of lists.
func listRows(body []rstLine, options map[string]string) []Row {
	var rows []Row
	heads, _ := strconv.Atoi(options["header-rows"])
	for _, l := range body {
		text := strings.TrimSpace(l.text)
		if rest, ok := strings.CutPrefix(text, "* -"); ok && l.indent() == 0 {
			rows = append(rows, Row{No: l.no, Head: len(rows) < heads, Cells: []Cell{{Text: plainRST(rest)}}})
			continue
		}
		if len(rows) == 0 || text == "" {
			continue
		}
		last := &rows[len(rows)-1]
		if rest, ok := strings.CutPrefix(text, "-"); ok && l.indent() == 2 {
			last.Cells = append(last.Cells, Cell{Text: plainRST(rest)})
		} else {
			last.Cells[len(last.Cells)-1].goOn(plainRST(text))
		}
	}
	return rows
}
