package format

import (
	"encoding/csv"
	"strconv"
	"strings"
)

// admonitions are directives whose text is part of the text.
var admonitions = map[string]bool{"note": true, "attention": true, "caution": true, "danger": true, "error": true, "hint": true, "important": true,
	"tip": true, "warning": true, "admonition": true, "container": true, "topic": true, "sidebar": true, "epigraph": true, "highlights": true, "class": true}

// maxDirectives is how deep directives are inside one another.
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
		for {
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
