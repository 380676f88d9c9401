package lint

import (
	_ "embed"
	"fmt"
	"strings"
)

// manual is the text around the list of rules.
//
//go:embed manual.md
var manual string

// Manual is what the rules are and how to accept what breaks them, as Markdown.
func Manual() string {
	var b strings.Builder
	b.WriteString(manual)
	for _, r := range Rules {
		fmt.Fprintf(&b, "\n### %s\n\n%s: %s. Example: %s.\n\nTo mend it: %s.\n", r.Name, upper(r.Doc), r.Why, r.Example, r.Fix)
	}
	return b.String()
}

func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
