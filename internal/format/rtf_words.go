package format

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"charts/internal/notation"
)

// charsets are the encodings of the characters of a font, by its number.
var charsets = map[int]string{0: "", 1: "", 77: "macintosh", 128: "shift_jis", 129: "euc-kr", 134: "gbk", 136: "big5", 161: "windows-1253", 162: "windows-1254",
	163: "windows-1258", 177: "windows-1255", 178: "windows-1256", 186: "windows-1257", 204: "windows-1251", 222: "windows-874", 238: "windows-1250"}

// codePages are those of the whole file, by their number.
var codePages = map[int]string{932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5", 54936: "gb18030", 65001: "utf-8"}

// word does what a control word says.
func (r *rtf) word(word string, n int, valued bool) {
	on := !valued || n != 0
	if r.state.where == "" && r.row(word, n) {
		return
	}
	switch word {
	case "ansicpg":
		if r.page = codePages[n]; r.page == "" {
			r.page = fmt.Sprintf("windows-%d", n)
		}
		r.state.page = r.page
	case "fonttbl", "stylesheet":
		r.state.where = word
	case "footnote":
		if r.state.where == "" {
			r.main, r.text = r.text, &strings.Builder{}
			r.state.where = "note"
		}
	case "f":
		if r.font = n; r.state.where != "fonttbl" {
			r.state.page = r.fonts[n]
		}
		if r.state.page == "" {
			r.state.page = r.page
		}
	case "fcharset":
		r.fonts[r.font] = charsets[n]
	case "uc":
		r.state.skip = min(max(n, 0), 8)
	case "u":
		r.unicode(n)
	case "v", "deleted", "strike", "striked":
		r.state.hidden = on
	case "super":
		r.raise(superscript, on)
	case "sub":
		r.raise(subscript, on)
	case "nosupersub", "plain":
		r.state.script, r.state.hidden = nil, false
	case "s":
		r.state.style, r.state.level = n, r.styles[n]
	case "outlinelevel":
		if r.state.level = (n + 1) % 10; r.state.where == "stylesheet" {
			r.styles[r.state.style] = r.state.level
		}
	case "pard":
		r.state.style, r.state.level, r.state.inTable = 0, 0, false
	case "intbl":
		r.state.inTable = true
	case "par", "sect", "page":
		r.paragraph(true)
	default:
		if s, ok := signs[word]; ok {
			r.write(s)
		} else if elsewhere[word] {
			r.state.where = "skipped"
		}
	}
}

// signs are the characters that words stand for.
var signs = map[string]string{"tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
	"bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "nestcell": " ", "nestrow": "\n"}

func (r *rtf) raise(s *script, on bool) {
	if r.state.script = nil; on {
		r.state.script, r.state.before = s, lastRune(r.text.String())
	}
}

// unicode writes a character by its number, a half of one as it comes: the
// characters behind it stand for it where it is unknown.
func (r *rtf) unicode(n int) {
	if r.after == 0 && len(r.bytes) > 0 {
		r.decode()
	}
	c := rune(uint16(n))
	switch {
	case c >= 0xdc00 && c < 0xe000 && r.high > 0:
		r.write(string(utf16.DecodeRune(r.high, c)))
		r.high = 0
	case utf16.IsSurrogate(c):
		r.high = c
	case utf8.ValidRune(c):
		r.write(string(c))
	}
	r.after = r.state.skip
}

// paragraph ends one. In a cell it is a line of it.
func (r *rtf) paragraph(inside bool) {
	if r.state.where == "note" {
		r.write(" ")
		return
	}
	if r.state.where != "" {
		return
	}
	if r.state.inTable && inside {
		r.write("\n")
		return
	}
	text := r.text.String()
	r.text.Reset()
	if r.endTable(); strings.TrimFunc(text, notation.Blank) == "" {
		r.blank = true
	} else {
		r.add(newText(r.state.level), text)
	}
	r.addNotes()
}

func (r *rtf) addNotes() {
	for _, s := range r.below {
		r.add(Part{}, s)
	}
	r.below = nil
}

// An rtfTable is the table that is open.
type rtfTable struct {
	rows  []rtfRow
	next  rtfRow // as it is defined
	cells []string
	merge rtfEdge // of the cell that is defined
}

// An rtfRow is a row: where its cells end, and their texts.
type rtfRow struct {
	left  int
	edges []rtfEdge
	texts []string
	head  bool
}

// An rtfEdge is the right end of a cell, and how the cell is merged.
type rtfEdge struct {
	at            int
	right, across bool // goes on the cell at the left; the one above
}

// row takes the words of tables.
func (r *rtf) row(word string, n int) bool {
	t := &r.table
	switch word {
	case "trowd":
		t.next, t.merge = rtfRow{}, rtfEdge{}
	case "trleft":
		t.next.left = n
	case "trhdr":
		t.next.head = true
	case "clmrg":
		t.merge.right = true
	case "clvmrg":
		t.merge.across = true
	case "cellx":
		if t.merge.at = n; len(t.next.edges) <= MaxColumns {
			t.next.edges = append(t.next.edges, t.merge)
		}
		t.merge = rtfEdge{}
	case "cell":
		t.cells = append(t.cells, strings.TrimFunc(r.text.String(), notation.Blank))
		r.text.Reset()
	case "row":
		row := t.next
		if row.texts = t.cells; len(t.cells) > 0 && len(row.edges) > 0 {
			t.rows = append(t.rows, row)
		}
		t.cells = nil
	default:
		return false
	}
	return true
}

// endTable reads the rows so far. Columns are where any cell begins.
func (r *rtf) endTable() {
	rows := r.table.rows
	r.table.rows = nil
	if len(rows) == 0 {
		return
	}
	columns := rtfColumns(rows)
	cells := make([]docxRow, len(rows))
	for i, row := range rows {
		cells[i] = row.cells(columns)
	}
	merge(cells)
	r.tables++
	grid := make([]Row, len(rows))
	for i, row := range cells {
		r.no++
		grid[i] = Row{No: r.no, At: &Place{Text: fmt.Sprintf("table %d row %d", r.tables, i+1)}, Head: rows[i].head}
		for _, c := range row.cells {
			if !c.hidden {
				grid[i].Cells = append(grid[i].Cells, Cell{Text: c.node.text, Cols: c.cols, Rows: c.rows})
			}
		}
	}
	if docxLayout(cells) {
		for _, g := range grid {
			for _, c := range g.Cells {
				r.add(Part{}, c.Text)
			}
		}
	} else {
		r.parts = append(r.parts, Part{Kind: Table, Rows: grid})
	}
	r.addNotes()
}

// near is how far apart two edges of one column may be, in twentieths of a point.
const near = 40

// rtfColumns are the edges of all rows, those near one another as one.
func rtfColumns(rows []rtfRow) []int {
	var all []int
	for _, row := range rows {
		all = append(all, row.left)
		for _, e := range row.edges {
			all = append(all, e.at)
		}
	}
	slices.Sort(all)
	return slices.CompactFunc(all, func(next, last int) bool { return next-last < near })
}

// cells are those of a row with their places among the columns.
func (row rtfRow) cells(columns []int) (out docxRow) {
	place := func(x int) int {
		i, found := slices.BinarySearch(columns, x)
		if !found && (i == len(columns) || i > 0 && x-columns[i-1] < columns[i]-x) {
			i--
		}
		return i
	}
	if lead := place(row.left); lead > 0 {
		out.cells = append(out.cells, docxCell{node: &node{}, cols: lead})
	}
	from := place(row.left)
	for k, e := range row.edges {
		to := max(place(e.at), from)
		c := docxCell{node: &node{}, col: from, cols: to - from, continues: e.across}
		if k < len(row.texts) {
			c.node.text = row.texts[k]
		}
		if from = to; e.right && len(out.cells) > 0 {
			out.cells[len(out.cells)-1].cols += c.cols
		} else if c.cols > 0 {
			out.cells = append(out.cells, c)
		}
	}
	return out
}
