package format

import (
	"strings"

	"charts/internal/notation"
	"charts/internal/regexp"
)

// readText reads plain text, page by page where form feeds part it.
func readText(in input, text string) ([]Part, error) {
	in.meter.Times(strings.Count(text, "\n")+1, lineCost)
	lines := Lines(text)
	var parts []Part
	end := 1
	for page := range strings.SplitSeq(text, "\f") {
		end += strings.Count(page, "\n")
		n := 0
		for n < len(lines) && lines[n].No < end {
			n++
		}
		parts = append(parts, Part{Kind: Plain, Lines: lines[:n]})
		lines = lines[n:]
	}
	last := &parts[len(parts)-1]
	last.Lines = append(last.Lines, lines...)
	return parts, nil
}

// Lines drops blank lines and page numbers in strokes; the line after them
// remembers the gap.
func Lines(text string) []Line {
	lines := make([]Line, 0, strings.Count(text, "\n")+1)
	gap := true
	no := 0
	for printed := range strings.Lines(text) {
		no++
		s := strings.TrimLeft(printed, margin)
		indent := 0
		if len(s) < len(printed) {
			indent = notation.Width(printed[:len(printed)-len(s)])
		}
		s = strings.TrimRight(s, margin)
		if strings.TrimSpace(s) == "" || strokedNumber.MatchString(s) {
			gap = true
			continue
		}
		lines = append(lines, Line{No: no, Text: s, Gap: gap, Indent: indent})
		gap = false
	}
	return lines
}

// margin is what is before and after the text of a line; a tab is a cell.
const margin = " \r\n\f\v\u00a0\u3000"

var strokedNumber = regexp.MustCompile(`^(?:[-—–]\s*\d{1,4}\s*[-—–]|第\s*\d{1,4}\s*页(?:\s*共\s*\d{1,4}\s*页)?)$`)
