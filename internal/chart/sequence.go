package chart

import "regexp"

var sequenceName = regexp.MustCompile(`^\d[\d年月日届级学季度期—–./~ -]*$`)

// isSequence reports whether the categories are years, months or numbers: names
// of which a reader can do without some.
func isSequence(cats []string) bool {
	for _, c := range cats {
		if !sequenceName.MatchString(c) {
			return false
		}
	}
	return true
}
