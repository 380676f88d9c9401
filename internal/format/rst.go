package format

import (
	"strconv"
	"strings"

	"charts/internal/notation"
)

// readRST reads reStructuredText: its titles, paragraphs and tables of all kinds.
func readRST(in input, src string) ([]Part, error) {
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

// An rst is where the reader of reStructuredText stands.
type rst struct {
	parts  []Part
	levels map[string]int // of titles, by how they are drawn
}

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
