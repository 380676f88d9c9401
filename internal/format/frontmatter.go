package format

import (
	"strings"

	"charts/internal/regexp"
)

// frontMatter is what programs for notes and pages write before a text: YAML
// between lines of ---, or TOML between lines of +++.
var frontMatter = regexp.MustCompile(`^(?:---[ \t]*\n(?s:.*?)\n(?:---|\.\.\.)|\+\+\+[ \t]*\n(?s:.*?)\n\+\+\+)[ \t]*(?:\n|$)`)

var (
	frontKey   = regexp.MustCompile(`(?m)^[\w-]+[ \t]*[:=]`)
	frontTitle = regexp.MustCompile(`(?m)^title[ \t]*[:=][ \t]*(.+?)[ \t]*$`)
)

// withoutFrontMatter takes it off a text, whose lines keep their numbers, and
// returns the title that it gives.
func withoutFrontMatter(src string) (text, title string) {
	head := frontMatter.FindString(src)
	if !frontKey.MatchString(head) {
		return src, ""
	}
	if m := frontTitle.FindStringSubmatch(head); m != nil {
		title = strings.Trim(m[1], `"'`)
	}
	return strings.Repeat("\n", strings.Count(head, "\n")) + src[len(head):], title
}
