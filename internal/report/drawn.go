package report

import (
	"slices"
	"strings"

	"charts/internal/format"
	"charts/internal/regexp"
)

var innerRule = regexp.MustCompile(`\+[-=]{2,}[-=+]*\+|├[─┼]+┤`)

// cornerSigns join rules across and down, and barSigns draw those down.
const (
	cornerSigns = "+┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝"
	barSigns    = "|│┃║"
)

// readFrame reads a table in a frame of characters.
func readFrame(lines []line) reading {
	if !format.Frame.MatchString(lines[0].text) {
		return reading{}
	}
	n, last := 0, 0
	for n < len(lines) && strings.ContainsRune(cornerSigns+barSigns, firstRune(lines[n].text)) {
		if n++; format.Frame.MatchString(lines[n-1].text) {
			last = n
		}
	}
	r := readPage(lines[:last], true)
	if r.used > 0 {
		r.used, r.score = last, 100
	}
	return r
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// headEnd is the line after the last one of the header where a rule of = says
// so, or 0.
func headEnd(lines []line) int {
	isDouble := func(l line) bool { return strings.Contains(l.text, "==") && format.Frame.MatchString(l.text) }
	return slices.IndexFunc(lines, isDouble) + 1
}
