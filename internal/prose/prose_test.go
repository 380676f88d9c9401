package prose

import (
	"slices"
	"testing"
)

const manual = `# A *guide*

Some words
over two lines, with ` + "`code`" + `.

- one point
  of two lines
- 第二点

| word | is |
| --- | --- |
| ` + "`a`" + ` | a \| b |

` + "```yaml\n# specs/a.yaml\n\nvalue: 1   # the first\n```" + `

### size
`

const po = `msgid "# A *guide*"
msgstr "# 指南"
msgid "Some words over two lines, with ` + "`code`" + `."
msgstr "两行字，有 ` + "`code`" + `。"
msgid "one point of two lines"
msgstr "一点"
msgid "word"
msgstr "词"
msgid "the first"
msgstr "第一个"
msgid "gone"
msgstr "没了"
`

// Each piece is translated where it stands, and what has no Chinese is told.
func TestChinese(t *testing.T) {
	got := Chinese(manual, po)
	want := "# 指南\n\n两行字，有 `code`。\n\n- 一点\n- 第二点\n\n| 词 | is |\n| --- | --- |\n| `a` | a \\| b |\n\n" +
		"```yaml\n# specs/a.yaml\n\nvalue: 1   # 第一个\n```\n\n### size\n"
	if got.Text != want {
		t.Errorf("got %s; want %s", got.Text, want)
	}
	if !slices.Equal(got.Missing, []string{"is"}) || !slices.Equal(got.Unused, []string{"gone"}) {
		t.Errorf("missing %q, unused %q", got.Missing, got.Unused)
	}
}

// A link within a document leads to a heading, as GitHub names it.
func TestLinks(t *testing.T) {
	const text = "# 两分钟学会 YAML\n\n## light, dark, print\n\n[a](#两分钟学会-yaml) [b](#light-dark-print) [c](#nowhere) [d](other.md#x)\n"
	if got := lost(text); !slices.Equal(got, []string{"#nowhere"}) {
		t.Errorf("lost %q", got)
	}
}
