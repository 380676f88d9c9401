package dashboard

import "testing"

func TestMarkdown(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"text", "升学**连续三年**增长", "<p>升学<strong>连续三年</strong>增长</p>\n"},
		{"a heading stands under the section's", "# 去向", "<h3>去向</h3>\n"},
		{"HTML is left out", "a <b>b</b>", "<p>a <!-- raw HTML omitted -->b<!-- raw HTML omitted --></p>\n"},
		{"a picture is left out", "a ![b](https://example.org/c.png)", "<p>a </p>\n"},
		{"a script is no link", "[a](javascript:alert(1))", "<p><a href=\"\">a</a></p>\n"},
		{"stars between a letter and a sign", "达到**97.25%**以上，为**“双高”**校", "<p>达到<strong>97.25%</strong>以上，为<strong>“双高”</strong>校</p>\n"},
		{"stars that mean nothing", "5 * 3 * 2，升学 ** 未就业", "<p>5 * 3 * 2，升学 ** 未就业</p>\n"},
		{"nothing", "", ""},
	} {
		got, err := markdown(tt.src)
		if err != nil || string(got) != tt.want {
			t.Errorf("%s: markdown(%q) = %q, %v; want %q", tt.name, tt.src, got, err, tt.want)
		}
	}
}
