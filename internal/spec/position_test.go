package spec

import (
	"strings"
	"testing"

	"charts/internal/diag"
	"charts/internal/message"

	"github.com/goccy/go-yaml/ast"
)

// scalars collects the scalars of a document.
type scalars struct{ list *[]ast.Node }

// Visit implements [ast.Visitor].
func (s scalars) Visit(n ast.Node) ast.Visitor {
	if _, kind := scalar(n); kind != notScalar && kind != isNull {
		*s.list = append(*s.list, n)
	}
	if n.Type() == ast.LiteralType { // its text has no place of its own
		return nil
	}
	return s
}

// Every scalar stands where we say it does, whatever stands before it. The
// places are the library's; this holds it to counting in runes.
func TestPositions(t *testing.T) {
	docs := []string{
		"标题: 去向\n",
		"标题: 去向 # 备注\n图表: bar\n",
		"a: [录取数, 报到数, '报到率', \"比例\", 2023, true]\n",
		"a: {录取数: 报到数, '报到率': \"比例\", 年: 2023}\n",
		"a: [\"x\\ty\", 报到, \"引\\\"号\", b, 'it''s', c, \"\\u4e2d\", d]\n",
		"a: {\"x\\ty\": 报到, 'it''s': c, \"\\u4e2d\": d}\n",
		"a:\n  - 升学\n  - {就业: 是}\n  -   缩进\n  - - 甲\n    - 乙\n",
		"a:\n- 升学\n- b: c\n  丁: 戊\n",
		"a: |\n  多行\n  文字\nb: 后面\nc: >-\n  折叠\n\n  文字\n丁: 戊\n",
		"a: 多行\n  文字\nb: 后面\n",
		"a: \"多行\n  文字\"\nb: 后面\n",
		"a: '多行\n  文字'\nb: [c,\n   丁,\n 戊]\nf: g\n",
		"a: [录取数,\n    报到数,\n  {b: c,\n   丁: 戊}]\nb: c\n",
		"\n\n# 说明\na: b\n\n\n  # 说明\n丁: 戊\n",
		"a: 1\r\nb: 去向\r\nc: [录取数, 报到数]\r\nd: \"引号\"\r\ne: f\r\n",
		"# 说明\r\na: b # 说明\r\n\r\n# 说明\r\n丁: 戊\r\n",
		"a: &锚 去向\nb: c\n",
		"a:   去向   \nb: \t去向\n",
		"a: 😀 表情\nb: [😀, 后]\n",
		"a: http://x.cn/y#z\nb: c\n",
		"text: \"{年}年办学经费实际收入{收入:亿元}\"\nb: c\n",
		"where: 毕业去向 <> '毕业去向落实率'\nb: c\n",
		"---\na: 去向\n",
		"{a: 去向, b: [录取数]}\n",
	}
	for _, doc := range docs {
		root, problems := parseYAML("f", []byte(doc), message.Of("the figure"))
		if len(problems) > 0 {
			t.Errorf("%q: %v", doc, problems)
			continue
		}
		var list []ast.Node
		ast.Walk(scalars{&list}, root)
		for _, n := range list {
			checkPlace(t, doc, n)
		}
	}
}

// checkPlace compares the text of a scalar with what is at its place.
func checkPlace(t *testing.T, doc string, n ast.Node) {
	t.Helper()
	text, _ := scalar(n)
	pos := place("f", n)
	line, _ := diag.Line([]byte(doc), pos.Line)
	runes := []rune(line)
	if pos.Col-1+pos.Len > len(runes) {
		t.Errorf("%q: %q at %v with %d runes is past the end of %q", doc, text, pos, pos.Len, line)
		return
	}
	got := string(runes[pos.Col-1 : pos.Col-1+pos.Len])
	if strings.ContainsAny(got[:1], `"'|>`) {
		return // its text differs from what is written
	}
	first, _, _ := strings.Cut(got, "\n")
	if !strings.HasPrefix(text, strings.TrimSpace(first)) {
		t.Errorf("%q: %q is said to stand at %v, where %q stands", doc, text, pos, got)
	}
}
