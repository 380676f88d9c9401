package dashboard

import (
	"bytes"
	"html/template"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"charts/internal/message"
)

// markdown renders an author's text. Raw HTML and dangerous links are dropped by
// goldmark, pictures here: a page points at nothing outside. Headings become
// those under a section's.
func markdown(src string, extensions ...goldmark.Extender) (template.HTML, error) {
	md := goldmark.New(goldmark.WithExtensions(append(extensions, emphasis{parser.NewEmphasisParser()})...))
	doc := md.Parser().Parse(text.NewReader([]byte(src)))
	var pictures []ast.Node
	err := ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Image:
			if entering {
				pictures = append(pictures, n)
			}
		case *ast.Heading:
			if entering {
				n.Level = min(max(n.Level, 2)+1, 6)
			}
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		return "", message.Errorf("cannot read the Markdown: %w", err)
	}
	for _, n := range pictures {
		n.Parent().RemoveChild(n.Parent(), n)
	}
	var b bytes.Buffer
	if err := md.Renderer().Render(&b, []byte(src), doc); err != nil {
		return "", message.Errorf("cannot render the Markdown: %w", err)
	}
	return template.HTML(b.String()), nil
}
