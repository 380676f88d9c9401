package dashboard

import (
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// An emphasis reads the stars of Chinese texts. Markdown takes a star between a
// letter and a sign such as % for no beginning and no end, and counts on blanks
// between words, which Chinese has none of: 达到**97.25%**以上.
type emphasis struct{ parser.InlineParser }

// Extend implements [goldmark.Extender].
func (e emphasis) Extend(md goldmark.Markdown) {
	md.Parser().AddOptions(parser.WithInlineParsers(util.Prioritized(e, 499))) // before Markdown's own
}

// Parse implements [parser.InlineParser].
func (e emphasis) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	stars, ok := e.InlineParser.Parse(parent, block, pc).(*parser.Delimiter)
	if !ok {
		return nil
	}
	line, _ := block.PeekLine()
	after, _ := utf8.DecodeRune(line)
	if stars.Char == '*' {
		stars.CanOpen = stars.CanOpen || unicode.Is(unicode.Han, before) && len(line) > 0 && !unicode.IsSpace(after)
		stars.CanClose = stars.CanClose || unicode.Is(unicode.Han, after) && !unicode.IsSpace(before)
	}
	return stars
}
