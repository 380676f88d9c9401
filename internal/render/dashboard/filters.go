package dashboard

import (
	"slices"
	"strings"
	"unicode"

	"charts/internal/regexp"
)

// A filterView is a column with the values to choose from.
type filterView struct {
	Name   string
	Values []string
}

// maxChoices is how many values of a column a reader can choose from.
const maxChoices = 500

// filtersOf are the filters of a page with the values of all its figures, in the
// order in which they come.
func filtersOf(p *Page) []filterView {
	var all []filterView
	for _, name := range p.Filters {
		f := filterView{Name: name}
		seen := map[string]bool{}
		for _, s := range p.Sections {
			for _, fig := range s.Figures {
				f.add(fig.Table, seen)
			}
		}
		if len(f.Values) > 1 {
			all = append(all, f)
		}
	}
	return all
}

// add adds the values that a table has in the column.
func (f *filterView) add(t Table, seen map[string]bool) {
	i := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == f.Name })
	if i < 0 {
		return
	}
	for _, r := range t.Rows {
		key := normal(r.Cells[i])
		if !seen[key] && len(f.Values) < maxChoices {
			seen[key] = true
			f.Values = append(f.Values, strings.TrimSpace(r.Cells[i]))
		}
	}
}

var year = regexp.MustCompile(`^(\d{4})年$`)

// normal is a text as choices compare it, here and in the page's script: without
// blanks, and a year without its 年.
func normal(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
	return year.ReplaceAllString(s, "$1")
}
