package spec

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"charts/internal/diag"
	"charts/internal/message"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// Bounds of a spec. People write a few hundred lines; the bounds only keep a
// hostile file from taking the machine.
const (
	maxBytes   = 1 << 20
	maxLines   = 20000 // the parser's time grows with the square of the lines
	maxDepth   = 40
	maxAliases = 20
)

// parseYAML returns the root of the one document in src, or nil when it is empty
// or when there are problems. The library's columns count runes from 1, as ours
// do; its offsets do not count the bytes and are not used.
func parseYAML(path string, src []byte, what message.Text) (ast.Node, diag.List) {
	if ps := readable(path, src); len(ps) > 0 {
		return nil, ps
	}
	file, err := parser.ParseBytes([]byte(plainText(src)), 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, syntaxProblems(path, src, err)
	}
	var root ast.Node
	var problems diag.List
	for _, doc := range file.Docs {
		switch {
		case doc.Body == nil:
		case doc.Body.Type() == ast.DirectiveType:
			problems.Errorf(place(path, doc.Body), "yaml", "lines that begin with %% have no meaning here").Hintf("delete the line")
		case root != nil:
			p := problems.Errorf(place(path, doc.Body), "yaml", "a second document begins here")
			p.Hintf("one file holds one %s; delete the --- or make a second file", strings.TrimPrefix(what.String(), "the "))
		default:
			root = doc.Body
		}
	}
	return root, problems
}

// plainText is the file without a byte order mark, its lines ended by line feeds
// alone: after a comment the parser counts \r\n as two lines.
func plainText(src []byte) string {
	text := bytes.TrimPrefix(src, []byte("\ufeff"))
	return string(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")))
}

// readable refuses what is no text of reasonable size and depth.
func readable(path string, src []byte) diag.List {
	var problems diag.List
	if len(src) > maxBytes || bytes.Count(src, []byte("\n")) > maxLines {
		problems.Errorf(diag.Pos{File: path, Line: 1}, "yaml", "the file is larger than 1 MB or %d lines", maxLines).
			Hintf("keep large data in a .csv file and name it with data: {file: …}")
		return problems
	}
	s := scan{pos: diag.Pos{File: path, Line: 1, Col: 1}, fresh: true}
	for text := src; len(text) > 0; {
		r, n := utf8.DecodeRune(text)
		if why := s.refuse(r, n, text); why != "" {
			problems.Errorf(s.pos, "yaml", "%s", why)
			return problems
		}
		s.next(r)
		text = text[n:]
	}
	return nil
}

// A scan walks over the characters of a file.
type scan struct {
	pos    diag.Pos
	open   int  // brackets that are not closed, quotes and comments not minded
	dashes int  // list items begun on this line
	fresh  bool // only dashes and blanks on this line so far
}

func (s *scan) refuse(r rune, size int, rest []byte) message.Format {
	switch {
	case r == utf8.RuneError && size == 1:
		return "the file is not UTF-8 text; save it as UTF-8"
	case r == '\r' && !bytes.HasPrefix(rest, []byte("\r\n")):
		return "a lone carriage return; end the lines with a line feed"
	case r < ' ' && r != '\t' && r != '\n' && r != '\r', r == 0x7f:
		return "a control character; delete it"
	case s.open > maxDepth, s.dashes > maxDepth:
		return "the brackets and lists are nested too deeply"
	}
	return ""
}

func (s *scan) next(r rune) {
	s.pos.Col++
	switch r {
	case '\n':
		s.pos.Line++
		s.pos.Col, s.dashes, s.fresh = 1, 0, true
	case '[', '{':
		s.open++
	case ']', '}':
		s.open = max(0, s.open-1)
	case '-', '?', '!', '&', ':':
		if s.fresh {
			s.dashes++
		}
	case ' ', '\t':
	case '\ufeff':
		s.pos.Col-- // the byte order mark is no column
	default:
		s.fresh = false
	}
}

// place is where a node begins and how many runes to underline.
func place(path string, n ast.Node) diag.Pos {
	switch n := n.(type) {
	case *ast.MappingNode:
		if !n.IsFlowStyle && len(n.Values) > 0 {
			return place(path, n.Values[0])
		}
	case *ast.MappingValueNode:
		return place(path, n.Key)
	case *ast.MappingKeyNode:
		return place(path, n.Value)
	case *ast.DirectiveNode:
		return tokenPlace(path, n.Start)
	}
	return tokenPlace(path, n.GetToken())
}

// tokenPlace is where a token begins, and its length on its first line.
func tokenPlace(path string, t *token.Token) diag.Pos {
	pos := diag.Pos{File: path, Line: max(t.Position.Line, 1), Col: max(t.Position.Column, 1)}
	if t.Type == token.ImplicitNullType {
		pos.Len = 1
		return pos
	}
	text, _, _ := strings.Cut(strings.TrimSpace(t.Origin), "\n")
	pos.Len = max(1, utf8.RuneCountInString(strings.TrimSpace(text)))
	return pos
}
