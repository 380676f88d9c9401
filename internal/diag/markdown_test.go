package diag

import "testing"

func TestMarkdown(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"人数 2,469", "人数 2,469"},
		{"a*b_c|d <i> & [x](y)", `a\*b\_c\|d &lt;i&gt; &amp; \[x\](y)`},
		{"two\nlines\x1b[2J", `two lines \[2J`},
		{"ask @all", "<code>ask &#64;all</code>"},
		{"see https://evil.example|x", `<code>see https:&#47;/evil.example\|x</code>`},
		{"WWW.evil.example", "<code>WWW&#46;evil.example</code>"},
		{"$x^2$", "<code>&#36;x^2&#36;</code>"},
		{":boom:", "<code>:boom:</code>"},
		{"GH-1 and #9", `<code>GH-1 and \#9</code>`},
		{"10:30", "10:30"},
	} {
		if got := Markdown(tt.text); got != tt.want {
			t.Errorf("%q is %q, want %q", tt.text, got, tt.want)
		}
	}
}
