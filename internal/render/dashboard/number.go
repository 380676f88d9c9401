package dashboard

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"charts/internal/regexp"
)

// A Number is a number in the text of a section, traced to where it was read.
type Number struct {
	Name     string // the text has it as {name}
	Text     string // with its unit
	Source   string // the source line
	Quotes   []string
	Computed bool // no report prints it

	Contested []string // what its report says against it
}

// An origin is a place of a report that numbers of a text were read from.
type origin struct {
	ID      string // in the page
	Source  string
	Quotes  []string
	Numbers []Number

	Contested []string
}

// A Mention is a {name} in a text of Markdown, and the bytes that it takes.
type Mention struct {
	Name     string
	From, To int
}

// Mentions are those of a text, in their order.
func Mentions(markdown string) []Mention {
	m := mentions{}
	goldmark.New(goldmark.WithExtensions(&m)).Parser().Parse(text.NewReader([]byte(markdown)))
	return m.seen
}

// mentions extend Markdown by the numbers of a text.
type mentions struct {
	part    string // the id of the section
	numbers []Number
	seen    []Mention
	origins []*origin // of those that the text mentions, in the order of the text
}

// Extend implements [goldmark.Extender].
func (m *mentions) Extend(md goldmark.Markdown) {
	md.Parser().AddOptions(parser.WithInlineParsers(util.Prioritized(m, 150)))
	md.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(m, 500)))
}

// Trigger implements [parser.InlineParser].
func (m *mentions) Trigger() []byte { return []byte{'{'} }

var mentioned = regexp.MustCompile(`^\{([^${}\s]+)\}`)

// Parse implements [parser.InlineParser]. A name that no number has stays as it is.
func (m *mentions) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, at := block.PeekLine()
	found := mentioned.FindSubmatch(line)
	if found == nil {
		return nil
	}
	name := string(found[1])
	m.seen = append(m.seen, Mention{name, at.Start, at.Start + len(found[0])})
	for _, n := range m.numbers {
		if n.Name == name {
			block.Advance(len(found[0]))
			return &mention{Number: n, Origin: m.cite(n)}
		}
	}
	return nil
}

// cite is the origin of a number. Numbers of one place share it.
func (m *mentions) cite(n Number) *origin {
	is := func(other Number) bool { return other.Name == n.Name }
	for _, o := range m.origins {
		if o.Source == n.Source && slices.Equal(o.Quotes, n.Quotes) {
			if !slices.ContainsFunc(o.Numbers, is) {
				o.Numbers = append(o.Numbers, n)
			}
			return o
		}
	}
	o := &origin{fmt.Sprintf("%s-from-%d", m.part, len(m.origins)), n.Source, n.Quotes, []Number{n}, n.Contested}
	m.origins = append(m.origins, o)
	return o
}

// A mention is a number in the tree of a text.
type mention struct {
	ast.BaseInline
	Number Number
	Origin *origin
}

var mentionKind = ast.NewNodeKind("Mention")

// Kind implements [ast.Node].
func (*mention) Kind() ast.NodeKind { return mentionKind }

// Dump implements [ast.Node].
func (n *mention) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// RegisterFuncs implements [renderer.NodeRenderer].
func (m *mentions) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(mentionKind, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		layout := "linked"
		if within(n, ast.KindLink) {
			layout = "plain" // a link has no links in it
		}
		return ast.WalkContinue, numberLayout.ExecuteTemplate(w, layout, n)
	})
}

// The browser shows the title at the pointer; everybody else opens the list under the text.
var numberLayout = template.Must(template.New("").Parse(`
{{- define "linked"}}<span class="traced" data-from="{{.Origin.ID}}" title="{{.Origin.Title}}">{{.Number.Text}}</span>{{end}}
{{- define "plain"}}<span class="traced">{{.Number.Text}}</span>{{end}}`))

// Title is the place in a few words.
func (o *origin) Title() string {
	return strings.Join(slices.Concat([]string{o.Source}, o.Quotes, o.Contested), "\n")
}

func within(n ast.Node, kind ast.NodeKind) bool {
	for n = n.Parent(); n != nil; n = n.Parent() {
		if n.Kind() == kind {
			return true
		}
	}
	return false
}
