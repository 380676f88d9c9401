package format

import (
	"sort"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"charts/internal/message"
	"charts/internal/meter"
)

// maxMarkdown is lower than maxText, since the tree takes many times its text.
const maxMarkdown = 2 << 20

// readMarkdown reads Markdown with pipe tables and tables in HTML.
func readMarkdown(in input, src string) ([]Part, error) {
	if len(src) > maxMarkdown {
		return nil, tooLong("Markdown", maxMarkdown)
	}
	src, title := withoutFrontMatter(src)
	in.meter.Times(strings.Count(src, "|"), 2*nodeCost)
	if err := checkMarks(src, in.meter); err != nil {
		return nil, err
	}
	src = drawnAsCode(widened(src))
	m := markdown{meter: in.meter, src: []byte(src), starts: lineStarts(src)}
	if title != "" {
		m.parts = []Part{{Kind: Title, Name: title}}
	}
	root := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser().Parse(text.NewReader(m.src))
	if err := m.walk(root); err != nil {
		return nil, err
	}
	return m.parts, nil
}

// Bounds on the signs of emphasis, links, quotes and lists: the time to pair
// them grows faster than their number.
const (
	maxMarks    = 3000 // in a paragraph
	maxAllMarks = 100_000
)

func checkMarks(src string, m *meter.Meter) error {
	all, marks, no := 0, 0, 0
	for s := range strings.Lines(src) {
		no++
		if strings.TrimSpace(s) == "" {
			marks = 0
		} else {
			m.Bytes(2 * nodeCost)
		}
		n := countMarks(s)
		all, marks = all+n, marks+n
		if marks > maxMarks || all > maxAllMarks {
			return &Refusal{Rule: "report-too-large", Line: no, Hint: message.Of("part it by blank lines, or give it without its markup"),
				Text: message.Of("more than %d marks of emphasis, links, quotes or lists in a paragraph, or %d in all", maxMarks, maxAllMarks)}
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
	meter  *meter.Meter
	src    []byte
	starts []int
	parts  []Part
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
		m.parts = append(m.parts, Part{Kind: Heading, Level: n.Level, Lines: m.inline(n)})
	case *ast.Paragraph, *ast.TextBlock:
		m.parts = append(m.parts, Part{Lines: m.inline(n)})
	case *tables.Table:
		m.parts = append(m.parts, Part{Kind: Table, Records: m.table(n)})
	case *ast.HTMLBlock:
		return m.html(n)
	case *ast.List:
		if items := m.items(n); items != nil {
			m.parts = append(m.parts, Part{Kind: List, Lines: items})
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

// items are those of a list whose items have one line each.
func (m *markdown) items(n *ast.List) []Line {
	var items []Line
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		text := item.FirstChild()
		if text == nil || text.NextSibling() != nil || text.Kind() != ast.KindTextBlock && text.Kind() != ast.KindParagraph {
			return nil
		}
		lines := m.inline(text)
		if len(lines) != 1 {
			return nil
		}
		items = append(items, lines[0])
	}
	return items
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
	parts, err := htmlParts(b.String(), m.lineAt(segments.At(0).Start), m.meter)
	m.parts = append(m.parts, parts...)
	return err
}

// code keeps the lines of code as they are where they draw a table.
func (m *markdown) code(n ast.Node) Part {
	var b strings.Builder
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		b.WriteString(strings.Repeat(" ", s.Padding) + string(s.Value(m.src)))
	}
	if drawn := Lines(b.String()); isDrawn(drawn) {
		first := m.lineAt(n.Lines().At(0).Start) - 1
		for i := range drawn {
			drawn[i].No += first
		}
		return Part{Kind: Typed, Lines: drawn}
	}
	return Part{Lines: m.raw(n)}
}

func (m *markdown) raw(n ast.Node) []Line {
	var lines []Line
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		if text := strings.TrimSpace(Flat(string(s.Value(m.src)))); text != "" {
			lines = append(lines, Line{No: m.lineAt(s.Start), Text: text})
		}
	}
	return lines
}

func (m *markdown) table(t *tables.Table) []Record {
	var rows []Record
	for r := t.FirstChild(); r != nil; r = r.NextSibling() {
		row := Record{No: m.rowLine(r)}
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			row.Cells = append(row.Cells, joined(m.inline(c)))
		}
		if len(rows) > 0 && row.No <= rows[len(rows)-1].No {
			row.No = rows[len(rows)-1].No + 1
		}
		rows = append(rows, row)
	}
	return rows
}

// rowLine finds the line of a row by its first text.
func (m *markdown) rowLine(row ast.Node) int {
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		if lines := m.inline(c); len(lines) > 0 {
			return lines[0].No
		}
	}
	return 0
}

func joined(lines []Line) string {
	var texts []string
	for _, l := range lines {
		texts = append(texts, l.Text)
	}
	return strings.Join(texts, " ")
}

// inline collects the text under n without its markup, line by line of the
// source.
func (m *markdown) inline(n ast.Node) []Line {
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
