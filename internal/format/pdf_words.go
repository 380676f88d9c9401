package format

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"charts/internal/grid"
	"charts/internal/notation"
	"charts/internal/pdftext"
)

// blankGap parts words, in sizes of a character.
const blankGap = 0.2

// A glyph is a character with its place among those of the page as they were
// written.
type glyph struct {
	pdftext.Glyph
	order int
}

// wordsOf makes the characters of a page words with places.
func wordsOf(page pdftext.Page) grid.Page {
	var p grid.Page
	glyphs := make([]glyph, len(page.Glyphs))
	for i, g := range page.Glyphs {
		g.Text = wholeCharacters(g.Text)
		glyphs[i] = glyph{g, i + 1}
	}
	for _, l := range glyphLines(glyphs) {
		p.Pieces = append(p.Pieces, pieces(l)...)
	}
	inOrder(p.Pieces)
	for _, r := range page.Rules {
		p.Rules = append(p.Rules, grid.Box(r))
	}
	return p
}

// glyphLines sorts characters into lines, from the top; raised and lowered marks
// belong to the line of the larger characters beside them.
func glyphLines(glyphs []glyph) [][]glyph {
	glyphs = slices.Clone(glyphs)
	slices.SortStableFunc(glyphs, func(a, b glyph) int { return cmp.Compare(b.Y, a.Y) })
	var lines [][]glyph
	for len(glyphs) > 0 {
		n := 1
		for n < len(glyphs) && glyphs[n-1].Y-glyphs[n].Y <= 0.25*glyphs[n].Size && glyphs[0].Y-glyphs[n].Y <= 0.6*glyphs[0].Size {
			n++
		}
		lines = append(lines, glyphs[:n:n])
		glyphs = glyphs[n:]
	}
	return joinMarks(lines)
}

// joinMarks joins a line of small characters, such as the marks of footnotes,
// and the line below it that they are raised over. Digits among them are raised
// digits: they belong to no number.
func joinMarks(lines [][]glyph) [][]glyph {
	var out [][]glyph
	for i, l := range lines {
		if i+1 < len(lines) && raisedOver(l, lines[i+1]) {
			for k := range l {
				l[k].Text = raised.Replace(l[k].Text)
				l[k].Y = lines[i+1][0].Y
			}
			lines[i+1] = append(lines[i+1], l...)
			continue
		}
		out = append(out, l)
	}
	return out
}

func isRaised(s string) bool { return strings.Trim(s, "⁰¹²³⁴⁵⁶⁷⁸⁹") == "" }

var raised = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// maxRaised is how many raised marks a line has at most.
const maxRaised = 60

// raisedOver reports whether all characters of a line are small and are right
// behind larger ones of the next line, a little higher.
func raisedOver(marks, base []glyph) bool {
	if len(marks) > maxRaised {
		return false
	}
	for _, m := range marks {
		beside := false
		for _, g := range base {
			up := m.Y - g.Y
			gap := m.X0 - g.X1
			beside = beside || m.Size < 0.85*g.Size && up > 0 && up < 0.7*g.Size && gap > -0.3*g.Size && gap < 0.3*g.Size
		}
		for _, o := range marks {
			beside = beside || math.Abs(m.X0-o.X1) < 0.2*m.Size && o.X0 < m.X0
		}
		if !beside {
			return false
		}
	}
	return true
}

// pieces parts a line of characters at its blanks.
func pieces(glyphs []glyph) []grid.Piece {
	slices.SortStableFunc(glyphs, func(a, b glyph) int { return cmp.Compare(a.X0, b.X0) })
	var out []grid.Piece
	y := glyphs[0].Y
	blank := false
	for i, g := range glyphs {
		if strings.TrimFunc(g.Text, notation.Blank) == "" {
			blank = true
			continue
		}
		if n := len(out); n > 0 {
			last := &out[n-1]
			gap := g.X0 - last.X1
			if gap < -0.5*g.Size && strings.HasSuffix(last.Text, g.Text) {
				continue // drawn twice, as bold
			}
			apart := blank && gap > 0.05*g.Size || g.order != last.Order+1 && !blank && !isRaised(g.Text) && math.Abs(gap) > 0.03*g.Size
			leads := startsLeaders(glyphs[i:]) != isLeaders(last.Text) && (isLeaders(last.Text) || !strings.HasSuffix(last.Text, "."))
			if gap <= blankGap*g.Size && !apart && !leads {
				last.Text += g.Text
				last.X1, last.Size, last.Order = max(last.X1, g.X1), max(last.Size, g.Size), g.order
				blank = false
				continue
			}
		}
		out = append(out, grid.Piece{Text: g.Text, X0: g.X0, X1: g.X1, Y: y, Size: g.Size, Order: g.order})
		blank = false
	}
	return out
}

// startsLeaders reports whether the next characters are dots in a row.
func startsLeaders(glyphs []glyph) bool {
	for i := range 4 {
		if i >= len(glyphs) || glyphs[i].Text != "." {
			return false
		}
	}
	return true
}

func isLeaders(s string) bool { return len(s) >= 4 && strings.Trim(s, ".") == "" }

// inOrder numbers the pieces of a page as they were written.
func inOrder(pieces []grid.Piece) {
	order := make([]*grid.Piece, len(pieces))
	for i := range pieces {
		order[i] = &pieces[i]
	}
	slices.SortStableFunc(order, func(a, b *grid.Piece) int { return cmp.Compare(a.Order, b.Order) })
	for i, p := range order {
		p.Order = i + 1
	}
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
