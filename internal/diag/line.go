package diag

import (
	"fmt"
	"io"
	"strings"
)

// PrintLine writes one line of text for people: to a terminal, or into the log of
// a CI. Names in it come from reports, specs and manifests.
func PrintLine(w io.Writer, format string, args ...any) {
	io.WriteString(w, Plain(fmt.Sprintf(format, args...))+"\n")
}

// Plain is a text as one line that moves no cursor, turns no words round, and is
// no command of a CI: those take a line that begins with :: or holds ##[.
func Plain(s string) string {
	s = commands.Replace(Clean(s))
	if command := strings.TrimLeft(s, " "); strings.HasPrefix(command, "::") {
		s = ":\u200a:" + command[2:] // a hair space
	}
	return s
}

var commands = strings.NewReplacer("##[", "#\u200a#[", "##vso[", "#\u200a#vso[", "##teamcity[", "#\u200a#teamcity[")

// Clean makes s safe to be in a line: tabs, line ends and control characters,
// which could move the cursor, and those that turn the direction of the text
// become blanks.
func Clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < ' ', 0x7f <= r && r < 0xa0, r == 0x2028, r == 0x2029: // controls, ends of lines and paragraphs
			return ' '
		case r == 0x061c, r == 0x200e, r == 0x200f, 0x202a <= r && r <= 0x202e, 0x2066 <= r && r <= 0x2069: // directions
			return ' '
		}
		return r
	}, s)
}
