package dashboard

import (
	"fmt"
	"strings"
)

// An edition is a piece of the line under the heading that says how new the page
// is: its reports, the date of its data.
type edition struct {
	Text string
	More string // leads to the list of all reports
}

// fewReports is how many reports are named under the heading.
const fewReports = 3

// Edition is the line under the heading.
func (v view) Edition() []edition {
	var all []edition
	switch n := len(v.Reports); {
	case n > fewReports:
		all = append(all, edition{v.Words.Page["from"], fmt.Sprintf(v.Words.Page["several"], n)})
	case n > 0:
		var names []string
		for _, r := range v.Reports {
			names = append(names, r.Name)
		}
		all = append(all, edition{Text: v.Words.Page["from"] + strings.Join(names, v.Words.Page["and"])})
	}
	if v.Date != "" {
		all = append(all, edition{Text: fmt.Sprintf(v.Words.Page["asOf"], v.Date)})
	}
	return all
}
