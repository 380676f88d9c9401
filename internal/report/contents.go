package report

import (
	"slices"

	"charts/internal/notation"
	"charts/internal/regexp"
)

// contentsTitles are the headings of the lists in front of a report.
var contentsTitles = map[string]bool{
	"目录": true, "目次": true, "表目录": true, "图目录": true, "案例目录": true,
	"图表目录": true, "表格目录": true, "附表目录": true, "插图目录": true,
}

// contentsEntry is a title, leaders or a tab, and a page.
var contentsEntry = regexp.MustCompile(`(?:[.．·…]{2,}\s*|\t)\d{1,4}$`)

// dropContents leaves out the lists of contents: in them every entry looks like
// a heading, a caption or a row of two cells. A list runs on over page breaks.
func dropContents(lines []line) []line {
	kept := lines[:0:0]
	in := false
	last := lastPlaces(lines)
	for len(lines) > 0 {
		n := runLength(lines)
		run := lines[:n]
		lines = lines[n:]
		if isContentsTitle(run[0]) {
			in = true
			continue
		}
		in = in && mostlyEntries(run, last)
		if !in {
			kept = append(kept, run...)
		}
	}
	return kept
}

func isContentsTitle(l line) bool { return len(l.text) < 60 && contentsTitles[notation.Fold(l.text)] }

// runLength counts the lines up to the next gap or contents title.
func runLength(lines []line) int {
	if isContentsTitle(lines[0]) {
		return 1
	}
	n := 1
	for n < len(lines) && !lines[n].gap && !isContentsTitle(lines[n]) {
		n++
	}
	return n
}

// plainEntry is a title and its page without leaders.
var plainEntry = regexp.MustCompile(`^(.*\D)\s\d{1,4}$`)

// lastPlaces returns where each title stands last: that of an entry without
// leaders stands again further on.
func lastPlaces(lines []line) map[string]int {
	last := map[string]int{}
	if !slices.ContainsFunc(lines, isContentsTitle) {
		return last
	}
	for _, l := range lines {
		if len(l.text) < 2*maxCaption {
			last[notation.Fold(l.text)] = l.no
		}
	}
	return last
}

func mostlyEntries(run []line, last map[string]int) bool {
	n := 0
	for _, l := range run {
		if contentsEntry.MatchString(l.text) || isPageNumber(l.text) || standsAgain(l, last) {
			n++
		}
	}
	return 2*n > len(run)
}

func standsAgain(l line, last map[string]int) bool {
	title := l.text
	if m := plainEntry.FindStringSubmatch(title); m != nil {
		title = m[1]
	}
	return last[notation.Fold(title)] > l.no
}
