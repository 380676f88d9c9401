package format

import (
	"slices"
	"strings"

	"charts/internal/regexp"
)

// What draws a table with characters: the side of a frame, and a rule that has a
// gap between its columns.
var (
	Frame = regexp.MustCompile(`^(?:\+[-=+:]{2,}\+|[┌├└╔╠╚][─━═┬┼┴╦╬╩┐┤┘╗╣╝]{2,})$`)
	Gaps  = regexp.MustCompile(`^[-=]{2,}(?: +[-=]{2,})+$`)
)

// codeIndent makes a line of Markdown one of code.
const codeIndent = "    "

// maxMultiline is how many lines a table between two rules of dashes has.
const maxMultiline = 2000

// drawnAsCode indents the tables of a Markdown text that are drawn with
// characters: Markdown keeps the lines of code as they stand.
func drawnAsCode(src string) string {
	lines := strings.SplitAfter(src, "\n")
	fenced := false
	for i := 0; i < len(lines); {
		if isFence(lines[i]) {
			fenced = !fenced
		}
		n := 0
		if !fenced && (i == 0 || strings.TrimSpace(lines[i-1]) == "") {
			n = drawnLength(lines[i:])
		}
		for k := i; k < i+n; k++ {
			lines[k] = codeIndent + lines[k]
		}
		i += max(n, 1)
	}
	return strings.Join(lines, "")
}

func isFence(s string) bool {
	s = strings.TrimLeft(s, " ")
	return strings.HasPrefix(s, "```") || strings.HasPrefix(s, "~~~")
}

// drawnLength is how many lines the drawn table has that begins here, or 0.
func drawnLength(lines []string) int {
	n := slices.IndexFunc(lines, func(s string) bool { return strings.TrimSpace(s) == "" })
	if n < 0 {
		n = len(lines)
	}
	first := strings.TrimSpace(lines[0])
	isRule := func(s string) bool {
		s = strings.TrimSpace(s)
		return Frame.MatchString(s) || Gaps.MatchString(s)
	}
	switch {
	case n < 3 || !slices.ContainsFunc(lines[:n], isRule):
		return 0
	case strings.Trim(first, "-") == "": // blank lines part the rows, up to a like line
		end := slices.IndexFunc(lines[n:min(len(lines), maxMultiline)], func(s string) bool { return strings.TrimSpace(s) == first })
		return max(n, n+end+1)
	}
	return n
}

// isDrawn reports whether lines of code are a table.
func isDrawn(lines []Line) bool {
	return slices.ContainsFunc(lines, func(l Line) bool { return Frame.MatchString(l.Text) || Gaps.MatchString(l.Text) })
}
