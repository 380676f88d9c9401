package audit

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"charts/internal/quantity"
	"charts/internal/report"
)

// notes holds what a note says of a row against the row.
func notes(s *sheet) (all []Finding) {
	for _, n := range s.table.Notes {
		text := report.Fold(n.Text)
		for row := range s.table.Rows {
			said, ok := after(text, leaf(s.table.Rows[row].Label))
			if !ok || s.holds(row, said) {
				continue
			}
			all = append(all, found([]Place{s.place(row), {s.doc.Path, n.Line, n.Text}},
				"%s is %s in %s, and %s in the note under it", s.rowName(row), s.numbersOf(row), s.table.ID, said))
		}
	}
	return all
}

// holds reports whether one of a row's numbers is the value, or none is of its
// unit so that there is nothing to compare.
func (s *sheet) holds(row int, said number) bool {
	comparable := false
	for _, col := range s.periods() {
		n := s.numbers[row][col]
		if !n.ok || said.unit != "" && n.unit != "" && said.unit != n.unit {
			continue
		}
		comparable = true
		if n.agrees(said) {
			return true
		}
	}
	return !comparable
}

// periods are the columns of values: those that are no rates of others, no
// numbering, and stand right of the units of a score card.
func (s *sheet) periods() []int {
	unit := slices.IndexFunc(s.columns, func(c string) bool { return strings.HasSuffix(c, "单位") })
	var cols []int
	for col := unit + 1; col < len(s.columns); col++ {
		if !notAdded.MatchString(s.columns[col]) && slices.ContainsFunc(s.numbers, func(r []number) bool { return r[col].ok }) {
			cols = append(cols, col)
		}
	}
	return cols
}

func (s *sheet) numbersOf(row int) string {
	var texts []string
	for _, col := range s.periods() {
		if n := s.numbers[row][col]; n.ok {
			texts = append(texts, n.text)
		}
	}
	return strings.Join(texts, ", ")
}

// shortestName is the length of a name that is not taken for another.
const shortestName = 4

// after is the number that a folded text gives right after a name which stands
// on its own: 聘请行业导师人数266人.
func after(text, name string) (number, bool) {
	if utf8.RuneCountInString(name) < shortestName {
		return number{}, false
	}
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return number{}, false
		}
		at += i
		rest := text[at+len(name):]
		if standsAlone(text[:at]) {
			if n, ok := leading(rest[len(link.FindString(rest)):]); ok {
				return n, true
			}
		}
		at += len(name)
	}
}

// link is what may stand between a name and its number.
var link = regexp.MustCompile(`^(?:[:：]|应为|实为|为|是|共计|共|达到了|达到|达)?`)

// standsAlone reports whether a name that follows can be a whole one: a name may
// not be the end of a longer one, 年度毕业生人数 is not 毕业生人数.
func standsAlone(before string) bool {
	r, size := utf8.DecodeLastRuneInString(before)
	return size == 0 || !unicode.Is(unicode.Han, r) || strings.ContainsRune("中年届校", r)
}

// leading is the exact number that a text begins with.
func leading(text string) (number, bool) {
	found := quantity.Lead(text)
	if len(found) == 0 || found[0].Qualifier != "" {
		return number{}, false
	}
	m := found[0]
	return number{true, m.Value, m.Decimals, m.Unit.Name, m.Text}, true
}
