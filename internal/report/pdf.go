package report

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"charts/internal/pdftext"

	"golang.org/x/text/unicode/norm"
)

// maxPDF is above any report, its pictures included.
const maxPDF = 128 << 20

// pdfBlocks reads a PDF file with text in it. Tables are taken from their rules
// or, where there are none, from the columns that words stand in.
func pdfBlocks(_ string, src []byte) ([]block, error) {
	if len(src) > maxPDF {
		return nil, tooLong("PDF", maxPDF)
	}
	pages, err := pdftext.Read(src)
	if err != nil {
		return nil, pdfRefusal(err)
	}
	p := pdf{}
	glyphs, unknown := 0, 0
	for _, page := range pages {
		glyphs += len(page.Glyphs)
		for _, g := range page.Glyphs {
			if g.Text == pdftext.Unknown {
				unknown++
			}
		}
		p.page(page)
	}
	if 4*unknown > glyphs {
		return nil, &refusal{rule: "unreadable-report", hint: asWord,
			text: "the fonts of this PDF do not say which characters they draw"}
	}
	if len(pages) == 0 {
		return nil, &refusal{rule: "unreadable-report", text: "this PDF has no page", hint: asWord}
	}
	if glyphs == 0 {
		return nil, &refusal{rule: "unreadable-report", hint: "have its text recognised, or " + asWord,
			text: "this PDF holds pictures of its pages, and no text"}
	}
	return textBlocks(dropContents(p.lines())), nil
}

const asWord = "give the report as .docx, as it was before it became a PDF"

func pdfRefusal(err error) error {
	r := &refusal{rule: "unreadable-report", text: "this PDF cannot be read: " + err.Error(), hint: asWord}
	if errors.Is(err, pdftext.ErrPassword) {
		r.text, r.hint = "this PDF opens with a password only", "save it without the password, or "+asWord
	}
	if errors.Is(err, pdftext.ErrTooLarge) || errors.Is(err, pdftext.ErrTooSlow) {
		r.rule = "report-too-large"
	}
	return r
}

// A pdf gathers the rows of the pages.
type pdf struct {
	rows  []pdfRow
	pages int
}

// A pdfRow is a line of text, or a row of a table.
type pdfRow struct {
	page    int
	text    string
	gap     bool
	table   bool
	outside bool // near the top or the foot of its page
	doubt   string
}

func (p *pdf) page(page pdftext.Page) {
	p.pages++
	for i := range page.Glyphs {
		page.Glyphs[i].Text = wholeCharacters(page.Glyphs[i].Text)
	}
	tables, rest := ruledTables(page)
	texts := textLines(rest)
	var rows []pdfRow
	for len(texts) > 0 || len(tables) > 0 {
		if len(texts) == 0 || len(tables) > 0 && tables[0].top > texts[0].y {
			rows = append(rows, tables[0].rows...)
			tables = tables[1:]
			continue
		}
		n := len(texts)
		if len(tables) > 0 {
			n = slices.IndexFunc(texts, func(l textLine) bool { return l.y < tables[0].top })
			if n < 0 {
				n = len(texts)
			}
		}
		rows = append(rows, textRows(texts[:n])...)
		texts = texts[n:]
	}
	for i := range rows {
		rows[i].page = p.pages
		rows[i].gap = rows[i].gap || i == 0
		rows[i].outside = (i < 2 || i >= len(rows)-2) && !rows[i].table
	}
	p.rows = append(p.rows, rows...)
}

// radicals are parts of characters that some programs write in place of the
// whole character that looks the same; Unicode has no mapping for them.
var radicals = strings.NewReplacer("⸺", "——", "⺁", "厂", "⺎", "兀", "⺒", "巳", "⺓", "幺", "⺟", "母", "⺠", "民", "⺬", "示", "⺶", "羊", "⻁", "虎",
	"⻄", "西", "⻅", "见", "⻆", "角", "⻉", "贝", "⻋", "车", "⻑", "長", "⻓", "长", "⻔", "门", "⻘", "青", "⻙", "韦", "⻚", "页", "⻛", "风",
	"⻜", "飞", "⻝", "食", "⻢", "马", "⻣", "骨", "⻤", "鬼", "⻥", "鱼", "⻦", "鸟", "⻧", "卤", "⻨", "麦", "⻩", "黄", "⻪", "黾",
	"⻬", "齐", "⻮", "齿", "⻰", "龙", "⻳", "龟")

// wholeCharacters replaces radicals, joined dashes and joined letters by what
// they stand for.
func wholeCharacters(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool { return r == '⸺' || r >= 0x2e80 && r <= 0x2fd5 || r >= 0xfb00 && r <= 0xfb06 }) {
		return radicals.Replace(norm.NFKC.String(s))
	}
	return s
}

// lines drops the running titles and the numbers of pages.
func (p *pdf) lines() []line {
	seen := map[string]int{}
	for _, r := range p.rows {
		if r.outside {
			seen[edgeTitle(r.text)]++
		}
	}
	var lines []line
	gap := true
	var above pdfRow
	for i, r := range p.rows {
		if r.outside && (isPageNumber(strings.TrimSpace(r.text)) || p.pages >= 3 && 3*seen[edgeTitle(r.text)] >= p.pages && seen[edgeTitle(r.text)] >= 3) {
			gap = true
			continue
		}
		if r.page > above.page && above.table && mayBeRest(r) {
			r.doubt = "the row may be the rest of the one above, which the page break cut"
		}
		above = r
		text := r.text
		if !r.table { // most often the dot of a list
			text = strings.TrimLeft(text, pdftext.Unknown+" ")
		}
		lines = append(lines, line{no: i + 1, text: text, gap: gap || r.gap, doubt: r.doubt, at: &place{text: fmt.Sprintf("page %d", r.page)}})
		gap = false
	}
	return lines
}

// mayBeRest reports whether the first row of a page has neither a name nor a
// value.
func mayBeRest(r pdfRow) bool {
	return r.table && strings.HasPrefix(r.text, "\t") && !slices.ContainsFunc(strings.Split(r.text, "\t"), isValue)
}

// edgeTitle is a title at the edge of a page without the number of the page.
func edgeTitle(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || isBlank(r) {
			return -1
		}
		return r
	}, s)
}

// A textLine is the characters that stand on one line.
type textLine struct {
	y      float64
	size   float64
	pieces []piece
}

// A piece is a run of characters without a wide gap.
type piece struct {
	x0, x1 float64
	text   string
}

// wideGap parts the cells of a row, in sizes of a character; blankGap parts
// words.
const (
	wideGap  = 1.0
	blankGap = 0.2
)

// textLines sorts characters into lines, from the top.
func textLines(glyphs []pdftext.Glyph) []textLine {
	glyphs = slices.Clone(glyphs)
	slices.SortStableFunc(glyphs, func(a, b pdftext.Glyph) int { return cmp.Compare(b.Y, a.Y) })
	var lines []textLine
	for len(glyphs) > 0 {
		n := 1
		for n < len(glyphs) && glyphs[n-1].Y-glyphs[n].Y <= 0.25*glyphs[n].Size && glyphs[0].Y-glyphs[n].Y <= 0.6*glyphs[0].Size {
			n++
		}
		if l := newTextLine(glyphs[:n]); len(l.pieces) > 0 {
			lines = append(lines, l)
		}
		glyphs = glyphs[n:]
	}
	return lines
}

func newTextLine(glyphs []pdftext.Glyph) textLine {
	slices.SortStableFunc(glyphs, func(a, b pdftext.Glyph) int { return cmp.Compare(a.X0, b.X0) })
	l := textLine{y: glyphs[0].Y}
	blank := false
	for _, g := range glyphs {
		l.size = max(l.size, g.Size)
		if strings.TrimFunc(g.Text, isBlank) == "" {
			blank = true
			continue
		}
		n := len(l.pieces)
		switch gap := 0.0; {
		case n > 0:
			last := &l.pieces[n-1]
			gap = g.X0 - last.x1
			if gap < -0.5*g.Size && strings.HasSuffix(last.text, g.Text) {
				continue // drawn twice, as bold
			}
			if gap <= wideGap*g.Size {
				if gap > blankGap*g.Size || blank && gap > 0.05*g.Size {
					last.text += " "
				}
				last.text += g.Text
				last.x1 = max(last.x1, g.X1)
				blank = false
				continue
			}
			fallthrough
		default:
			l.pieces = append(l.pieces, piece{g.X0, g.X1, g.Text})
		}
		blank = false
	}
	return l
}

// textRows prints lines; lines of several pieces that follow each other are the
// rows of a table without rules.
func textRows(lines []textLine) []pdfRow {
	right := 0.0
	for _, l := range lines {
		right = max(right, l.pieces[len(l.pieces)-1].x1)
	}
	var rows []pdfRow
	for i := 0; i < len(lines); {
		n := 0
		for i+n < len(lines) && len(lines[i+n].pieces) > 1 {
			n++
		}
		if n >= 2 {
			rows = append(rows, columnRows(lines[i:i+n])...)
			i += n
			continue
		}
		r := pdfRow{text: pieceText(lines[i].pieces)}
		if i > 0 {
			above := lines[i-1]
			r.gap = above.y-lines[i].y > 2.2*max(above.size, lines[i].size) || above.pieces[len(above.pieces)-1].x1 < right-3*above.size
		}
		rows = append(rows, r)
		i++
	}
	return rows
}

func pieceText(pieces []piece) string {
	texts := make([]string, len(pieces))
	for i, p := range pieces {
		texts[i] = p.text
	}
	return strings.Join(texts, " ")
}

// columnRows puts the pieces of lines into columns: pieces over each other are
// of one column.
func columnRows(lines []textLine) []pdfRow {
	var columns []piece
	for _, l := range lines {
		columns = append(columns, l.pieces...)
	}
	slices.SortStableFunc(columns, func(a, b piece) int { return cmp.Compare(a.x0, b.x0) })
	merged := columns[:1]
	for _, c := range columns[1:] {
		if last := &merged[len(merged)-1]; c.x0 < last.x1 {
			last.x1 = max(last.x1, c.x1)
		} else {
			merged = append(merged, c)
		}
	}
	rows := make([]pdfRow, len(lines))
	for i, l := range lines {
		cells := make([]string, len(merged))
		for _, p := range l.pieces {
			k := slices.IndexFunc(merged, func(c piece) bool { return p.x0 < c.x1 })
			if cells[k] != "" { // the words of the columns overlap
				return orderedRows(lines)
			}
			cells[k] = p.text
		}
		rows[i] = pdfRow{text: strings.Join(cells, "\t"), table: len(merged) > 1}
	}
	return rows
}

// orderedRows takes the pieces of each line as its cells; which of them are
// missing is left to the normaliser.
func orderedRows(lines []textLine) []pdfRow {
	rows := make([]pdfRow, len(lines))
	for i, l := range lines {
		texts := make([]string, len(l.pieces))
		for k, p := range l.pieces {
			texts[k] = p.text
		}
		rows[i] = pdfRow{text: strings.Join(texts, "\t"), table: true}
	}
	rows[0].doubt = "the table has no rules, and its columns overlap: which cell is of which column is not certain"
	return rows
}

// near is how far lines may miss each other and still meet, in points.
const near = 3.0

func isNear(a, b float64) bool { return math.Abs(a-b) <= near }
