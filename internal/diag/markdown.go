package diag

import (
	"regexp"
	"strings"
)

// Markdown is a text that Markdown shows as it is: names come from reports. What the
// sites that show it make links, mentions, formulas or pictures of, whatever Markdown
// says, is code besides.
func Markdown(s string) string {
	s = Clean(s)
	text := web.ReplaceAllString(inert.Replace(s), "$1&#46;")
	if lively.MatchString(s) {
		return "<code>" + text + "</code>"
	}
	return text
}

var (
	web    = regexp.MustCompile(`(?i)\b(www)\.`)
	lively = regexp.MustCompile(`(?i)@|://|\bwww\.|mailto:|\$|#\d|\bGH-\d|:[\w+-]+:`)
)

var inert = strings.NewReplacer(
	"\\", "\\\\", "`", "\\`", "*", "\\*", "_", "\\_", "[", "\\[", "]", "\\]", "|", "\\|", "#", "\\#", "~", "\\~",
	"<", "&lt;", ">", "&gt;", "&", "&amp;", "@", "&#64;", "://", ":&#47;/", "$", "&#36;",
)
