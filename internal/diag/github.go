package diag

import (
	"fmt"
	"io"
	"strings"

	"charts/internal/message"
)

// annotation is GitHub's word for a severity.
func (s Severity) annotation() string {
	if s > Warning {
		return "notice"
	}
	return s.String()
}

// PrintGitHub writes a problem as a workflow command, which GitHub shows beside
// the line: ::error file=a.yaml,line=7,col=12,title=unknown-column::text.
func PrintGitHub(w io.Writer, lang message.Language, p Problem) {
	var at []string
	if p.Pos.File != "" {
		at = append(at, "file="+property.Replace(Clean(p.Pos.File)))
	}
	if p.Pos.Line > 0 {
		at = append(at, fmt.Sprintf("line=%d", p.Pos.Line))
	}
	if p.Pos.Col > 0 {
		at = append(at, fmt.Sprintf("col=%d", p.Pos.Col))
	}
	at = append(at, "title="+property.Replace(p.Rule))
	text := Clean(p.Text.In(lang))
	if !p.Hint.Empty() {
		text += "\n" + Clean(p.Hint.In(lang))
	}
	fmt.Fprintf(w, "::%s %s::%s\n", p.Severity.annotation(), strings.Join(at, ","), command.Replace(text))
}

// The escapes of GitHub's workflow commands.
var (
	command  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
