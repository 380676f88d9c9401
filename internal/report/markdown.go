package report

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"charts/internal/message"
)

// maxMarkdown is lower than maxText, since the tree takes many times its text.
const maxMarkdown = 2 << 20

// markdownBlocks reads Markdown with pipe tables and tables in HTML.
func markdownBlocks(_, src string) ([]block, error) {
	if len(src) > maxMarkdown {
		return nil, tooLong("Markdown", maxMarkdown)
	}
	src, title := withoutFrontMatter(src)
	if err := checkMarks(src); err != nil {
		return nil, err
	}
	src = drawnAsCode(widened(src))
	m := markdown{src: []byte(src), starts: lineStarts(src)}
	root := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser().Parse(text.NewReader(m.src))
	if err := m.walk(root); err != nil {
		return nil, err
	}
	blocks := flowBlocks(m.parts)
	if title != "" {
		blocks = slices.Insert(blocks, 0, block{kind: blockTitle, title: title})
	}
	return blocks, nil
}

// Bounds on the signs of emphasis, links, quotes and lists: the time to pair
// them grows faster than their number.
const (
	maxMarks    = 3000 // in a paragraph
	maxAllMarks = 100_000
)

func checkMarks(src string) error {
	all, marks, no := 0, 0, 0
	for s := range strings.Lines(src) {
		no++
		if strings.TrimSpace(s) == "" {
			marks = 0
		}
		n := countMarks(s)
		all, marks = all+n, marks+n
		if marks > maxMarks || all > maxAllMarks {
			return &refusal{rule: "report-too-large", line: no, hint: message.Of("part it by blank lines, or give it without its markup"),
				text: message.Of("more than %d marks of emphasis, links, quotes or lists in a paragraph, or %d in all", maxMarks, maxAllMarks)}
		}
	}
	return nil
}

func countMarks(s string) int {
	body := strings.TrimLeft(s, " \t>-+")
	front := s[:len(s)-len(body)]
	n := strings.Count(front, ">") + strings.Count(front, "- ") + strings.Count(front, "+ ")
	for _, mark := range []string{"*", "_", "[", "`"} {
		n += strings.Count(body, mark)
	}
	return n
}

// lineStarts are the offsets at which the lines of a text begin.
func lineStarts(s string) []int {
	starts := []int{0}
	for i := range len(s) {
		if s[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

type markdown struct {
	src    []byte
	starts []int
	parts  []part
}

func (m *markdown) lineAt(offset int) int {
	return sort.Search(len(m.starts), func(i int) bool { return m.starts[i] > offset })
}

func (m *markdown) walk(n ast.Node) error {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if err := m.node(c); err != nil {
			return err
		}
	}
	return nil
}

func (m *markdown) node(n ast.Node) error {
	switch n := n.(type) {
	case *ast.Heading:
		m.parts = append(m.parts, part{level: n.Level, lines: m.inline(n)})
	case *ast.Paragraph, *ast.TextBlock:
		m.parts = append(m.parts, part{lines: m.inline(n)})
	case *tables.Table:
		m.parts = append(m.parts, part{grid: true, lines: m.table(n)})
	case *ast.HTMLBlock:
		return m.html(n)
	case *ast.List:
		if rows := m.listedRows(n); rows != nil {
			m.parts = append(m.parts, part{typed: true, lines: rows})
			return nil
		}
		return m.walk(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		m.parts = append(m.parts, m.code(n))
	default:
		return m.walk(n)
	}
	return nil
}

// listedRows are the items of a list as the lines of a table, where two that follow
// one another end with as many values.
func (m *markdown) listedRows(n *ast.List) []line {
	var rows []line
	table := false
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		text := item.FirstChild()
		if text == nil || text.NextSibling() != nil {
			return nil
		}
		lines := m.inline(text)
		if len(lines) != 1 {
			return nil
		}
		lines[0].gap = len(rows) == 0
		rows = append(rows, lines[0])
		table = table || len(rows) > 1 && ragged(rows[len(rows)-2:])
	}
	if !table {
		return nil
	}
	return rows
}

// html reads a block of HTML, which may hold a table with merged cells.
func (m *markdown) html(n *ast.HTMLBlock) error {
	segments := n.Lines()
	if segments.Len() == 0 {
		return nil
	}
	var b strings.Builder
	for i := range segments.Len() {
		s := segments.At(i)
		b.Write(s.Value(m.src))
	}
	parts, err := htmlParts(b.String(), m.lineAt(segments.At(0).Start))
	m.parts = append(m.parts, parts...)
	return err
}

// code keeps the lines of code as they stand where they draw a table.
func (m *markdown) code(n ast.Node) part {
	var b strings.Builder
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		b.WriteString(strings.Repeat(" ", s.Padding) + string(s.Value(m.src)))
	}
	if drawn := splitLines(b.String()); isDrawn(drawn) {
		first := m.lineAt(n.Lines().At(0).Start) - 1
		for i := range drawn {
			drawn[i].no += first
		}
		return part{typed: true, lines: drawn}
	}
	return part{lines: m.raw(n)}
}

func (m *markdown) raw(n ast.Node) []line {
	var lines []line
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		if text := strings.TrimSpace(flat(string(s.Value(m.src)))); text != "" {
			lines = append(lines, line{no: m.lineAt(s.Start), text: text})
		}
	}
	return lines
}

func (m *markdown) table(t *tables.Table) []line {
	var rows []line
	for r := t.FirstChild(); r != nil; r = r.NextSibling() {
		l := line{no: m.rowLine(r), exact: true}
		var cells []string
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, joined(m.inline(c)))
		}
		l.text = strings.Join(cells, "\t")
		if len(rows) > 0 && l.no <= rows[len(rows)-1].no {
			l.no = rows[len(rows)-1].no + 1
		}
		rows = append(rows, l)
	}
	return rows
}

// rowLine finds the line of a row by its first text.
func (m *markdown) rowLine(row ast.Node) int {
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		if lines := m.inline(c); len(lines) > 0 {
			return lines[0].no
		}
	}
	return 0
}

func joined(lines []line) string {
	var texts []string
	for _, l := range lines {
		texts = append(texts, l.text)
	}
	return strings.Join(texts, " ")
}

// inline collects the text under n without its markup, line by line of the
// source.
func (m *markdown) inline(n ast.Node) []line {
	var w inlineText
	var sc *script
	var before rune
	ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch c := c.(type) {
		case *ast.Text:
			w.write(m.lineAt(c.Segment.Start), sc.of(before, plainText(c, m.src)))
			w.broken = c.SoftLineBreak() || c.HardLineBreak()
		case *ast.String:
			w.write(0, string(c.Value))
		case *ast.AutoLink:
			w.write(0, string(c.Label(m.src)))
		case *ast.RawHTML:
			switch tag := strings.ToLower(string(c.Segments.Value(m.src))); {
			case strings.HasPrefix(tag, "<br"):
				w.broken = true
			case tag == "<sup>":
				sc, before = superscript, w.last()
			case tag == "<sub>":
				sc, before = subscript, w.last()
			case tag == "</sup>", tag == "</sub>":
				sc = nil
			}
		}
		return ast.WalkContinue, nil
	})
	return w.whole()
}

// plainText resolves the escapes of a text; code is as it stands.
func plainText(t *ast.Text, src []byte) string {
	s := t.Value(src)
	if t.IsRaw() || t.Parent() != nil && t.Parent().Kind() == ast.KindCodeSpan {
		return string(s)
	}
	return string(util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(s))))
}

// inlineText gathers pieces of text into lines.
type inlineText struct {
	lines  []line
	open   []byte // the text of the last line
	broken bool   // the next piece begins a line
}

func (w *inlineText) write(no int, s string) {
	s = flat(s)
	if n := len(w.lines); n > 0 && !w.broken {
		w.open = append(w.open, s...)
		return
	} else if n > 0 && no == 0 {
		no = w.lines[n-1].no
	}
	w.settle()
	w.lines = append(w.lines, line{no: no, gap: len(w.lines) == 0})
	w.open = append(w.open, s...)
	w.broken = false
}

// last is the last character so far, or 0.
func (w *inlineText) last() rune {
	return lastRune(string(w.open[max(0, len(w.open)-utf8.UTFMax):]))
}

// settle ends the last line.
func (w *inlineText) settle() {
	if n := len(w.lines); n > 0 {
		w.lines[n-1].text, w.open = string(w.open), w.open[:0]
	}
}

// whole drops blank lines; the first is after a gap.
func (w *inlineText) whole() []line {
	w.settle()
	var lines []line
	for _, l := range w.lines {
		if l.text = strings.TrimFunc(l.text, isBlank); l.text != "" {
			l.gap = len(lines) == 0
			lines = append(lines, l)
		}
	}
	return lines
}
