package report

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"html"
	"slices"
	"strings"
	"testing"

	"charts/internal/notation"
	"charts/internal/table"
)

// writers print a document in a format, with the merged cells that the format
// has. A text of one line in, the same out.
var writers = []struct {
	name  string
	write func(d *Document) []byte
}{
	{"r.md", writeMarkdown},
	{"r.html", writeHTML},
	{"r.csv", writeCSV},
	{"r.docx", writeWord},
	{"r.xlsx", writeExcel},
	{"r.pdf", writePDF},
	{"lzw.pdf", writeLZW},
	{"r.rtf", writeRTF},
	{"r.ods", writeCalc},
	{"r.mht", writeMail},
	{"r.rst", writeRST},
}

// TestRoundTrip writes the digest in every format and reads it back.
func TestRoundTrip(t *testing.T) {
	want := parseFile(t, digestPath)
	for _, w := range writers {
		t.Run(w.name, func(t *testing.T) {
			got, problems := Parse("", w.name, w.write(want))
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			sameTables(t, got, want)
			if w.name == "r.csv" || w.name == "r.xlsx" || w.name == "r.ods" {
				return
			}
			g, text := prose(got), prose(want)
			if strings.HasSuffix(w.name, ".pdf") { // the end of a line eats a blank
				g, text = notation.Fold(g), notation.Fold(text)
			}
			if g != text {
				t.Errorf("text\n%s\nwant\n%s", g, text)
			}
		})
	}
}

func sameTables(t *testing.T, got, want *Document) {
	t.Helper()
	if len(got.Tables) != len(want.Tables) {
		t.Fatalf("%d tables, want %d", len(got.Tables), len(want.Tables))
	}
	for i, w := range want.Tables {
		g := got.Tables[i]
		if g.ID != w.ID || g.Title != w.Title || !slices.Equal(g.Columns, w.Columns) || notes(g) != notes(w) {
			t.Errorf("%s %s %v %s, want %s %s %v %s", g.ID, g.Title, g.Columns, notes(g), w.ID, w.Title, w.Columns, notes(w))
		}
		if g, w := rowsText(g), rowsText(w); g != w {
			t.Errorf("%s:\n%s\nwant\n%s", want.Tables[i].ID, g, w)
		}
	}
}

func rowsText(t table.Table) string {
	var b strings.Builder
	for _, r := range t.Rows {
		fmt.Fprintf(&b, "%s <%s> [%s] %v\n", rowText(r), r.Label, r.Unit, r.Total)
	}
	return b.String()
}

// prose is the running text of a document with its headings and captions.
func prose(d *Document) string {
	var b strings.Builder
	for _, it := range itemsOf(d) {
		if it.table == nil {
			b.WriteString(it.text + "\n")
		}
	}
	return b.String()
}

// An item is one thing of a document in the order of print.
type item struct {
	line  int
	level int // of a heading
	text  string
	table *table.Table
}

func itemsOf(d *Document) []item {
	var items []item
	for _, s := range d.Sections {
		text := s.Number + " " + s.Title
		if s.Number == s.Title {
			text = s.Title
		}
		items = append(items, item{line: s.Line, level: strings.Count(s.Number, ".") + 1, text: text})
	}
	for _, c := range d.Captions {
		items = append(items, item{line: c.Line, text: c.Label + "：" + c.Title})
	}
	for _, p := range d.Paragraphs {
		items = append(items, item{line: p.Pieces[0].Line, text: p.Text})
	}
	for i := range d.Tables {
		items = append(items, item{line: d.Tables[i].Rows[0].Line - 1, table: &d.Tables[i]})
	}
	slices.SortStableFunc(items, func(a, b item) int { return a.line - b.line })
	return items
}

func headerText(c table.Column) string {
	if c.Unit != "" {
		return c.Name + " (" + c.Unit + ")"
	}
	return c.Name
}

// mdEscape is for every character that Markdown might take as markup.
func mdEscape(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\\`*_{}[]<>()#+-.!|~&\"'$%,/:;=?@^", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func writeMarkdown(d *Document) []byte {
	var b bytes.Buffer
	for _, it := range itemsOf(d) {
		switch {
		case it.table != nil:
			mdTable(&b, it.table)
		case it.level > 0:
			fmt.Fprintf(&b, "%s %s\n\n", strings.Repeat("#", it.level), mdEscape(it.text))
		default:
			fmt.Fprintf(&b, "%s\n\n", mdEscape(it.text))
		}
	}
	return b.Bytes()
}

func mdTable(b *bytes.Buffer, t *table.Table) {
	for _, c := range t.Columns {
		b.WriteString("| " + mdEscape(headerText(c)) + " ")
	}
	b.WriteString("|\n" + strings.Repeat("|---", len(t.Columns)) + "|\n")
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			b.WriteString("| " + mdEscape(c.Text) + " ")
		}
		b.WriteString("|\n")
	}
	b.WriteString("\n")
	for _, n := range t.Notes {
		b.WriteString(mdEscape(n.Text) + "\n\n")
	}
}

// below counts the blank cells under a cell that are merged with it: in a
// column of words, where a blank says that the group goes on.
func below(t *table.Table, row, col int) int {
	if col == len(t.Columns)-1 || t.Rows[row].Cells[col].Text == "" {
		return 0
	}
	n := 0
	for row+n+1 < len(t.Rows) && t.Rows[row+n+1].Cells[col].Text == "" && !t.Rows[row+n+1].Total {
		n++
	}
	return n
}

// covered reports whether the cell is blank and merged with one above.
func covered(t *table.Table, row, col int) bool {
	for up := row - 1; up >= 0; up-- {
		if below(t, up, col) >= row-up {
			return true
		}
	}
	return false
}

func writeHTML(d *Document) []byte {
	var b bytes.Buffer
	b.WriteString("<!DOCTYPE html>\n<html><head><title>t</title><style>p{}</style></head><body>\n")
	for _, it := range itemsOf(d) {
		switch {
		case it.table != nil:
			htmlTable(&b, it.table)
		case it.level > 0:
			fmt.Fprintf(&b, "<h%d>%s</h%[1]d>\n", it.level, html.EscapeString(it.text))
		default:
			fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(it.text))
		}
	}
	b.WriteString("<script>1</script></body></html>\n")
	return b.Bytes()
}

func htmlTable(b *bytes.Buffer, t *table.Table) {
	b.WriteString("<table>\n<tr>")
	for _, c := range t.Columns {
		fmt.Fprintf(b, "<th>%s</th>", html.EscapeString(headerText(c)))
	}
	b.WriteString("</tr>\n")
	for i, r := range t.Rows {
		b.WriteString("<tr>")
		for k, c := range r.Cells {
			if !covered(t, i, k) {
				fmt.Fprintf(b, "<td rowspan=\"%d\">%s</td>", below(t, i, k)+1, html.EscapeString(c.Text))
			}
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table>\n")
	for _, n := range t.Notes {
		fmt.Fprintf(b, "<p>%s</p>\n", html.EscapeString(n.Text))
	}
}

func writeCSV(d *Document) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	for _, it := range itemsOf(d) {
		if it.table == nil {
			if it.level > 0 {
				w.WriteAll([][]string{{"", ""}, {it.text, ""}, {"", ""}})
			}
			continue
		}
		w.Write([]string{it.table.Label + "：" + it.table.Title, ""})
		w.WriteAll(rowsOf(it.table))
		for _, n := range it.table.Notes {
			w.Write([]string{n.Text, ""})
		}
	}
	w.Flush()
	return b.Bytes()
}

// rowsOf is the header and the rows of a table.
func rowsOf(t *table.Table) [][]string {
	rows := [][]string{{}}
	for _, c := range t.Columns {
		rows[0] = append(rows[0], headerText(c))
	}
	for _, r := range t.Rows {
		rows = append(rows, table.Texts(r.Cells))
	}
	return rows
}
