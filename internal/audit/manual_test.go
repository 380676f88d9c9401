package audit

import (
	_ "embed"
	"fmt"
	"strings"
)

// manual is the text around the list of rules.
//
//go:embed manual.md
var manual string

// Manual is what the rules are and how findings are dealt with, as Markdown.
func Manual() string {
	var b strings.Builder
	b.WriteString(manual)
	for _, r := range Rules {
		doc := r.Doc.String()
		fmt.Fprintf(&b, "\n### %s\n\n%s%s, usually of severity %s. Example: %s.\n", r.Name, strings.ToUpper(doc[:1]), doc[1:], r.Severity, r.Example)
	}
	return b.String()
}
