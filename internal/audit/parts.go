package audit

import (
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// exceeding holds parts against the whole: 其中 rows of a score card, and the
// classes that go on with them. Parts need not be complete, and may overlap.
func exceeding(s *sheet) (all []Finding) {
	for whole := range s.table.Rows {
		for _, part := range s.parts(whole) {
			for _, col := range s.periods() {
				p, w := s.numbers[part][col], s.numbers[whole][col]
				if sameCount(p, w) && p.value.GreaterThan(w.value) {
					all = append(all, found([]Place{s.place(part), s.place(whole)},
						"%s (%s) is more than %s (%s), of which it is a part", s.rowName(part), p.text, s.rowName(whole), w.text))
				}
			}
		}
	}
	return all
}

// incomplete holds parts that are known to be complete against the whole.
func incomplete(s *sheet) (all []Finding) {
	for whole := range s.table.Rows {
		parts := s.complete(s.parts(whole))
		if len(parts) == 0 {
			continue
		}
		for _, col := range s.periods() {
			total, sum, same := s.numbers[whole][col], decimal.Zero, true
			places := []Place{s.place(whole)}
			for _, part := range parts {
				n := s.numbers[part][col]
				same = same && sameCount(n, total) && n.exact()
				sum = sum.Add(n.value)
				places = append(places, s.place(part))
			}
			if same && !sum.Equal(total.value) {
				all = append(all, found(places, "%s is %s; its parts add up to %s", s.rowName(whole), total.text, sum))
			}
		}
	}
	return all
}

// sameCount reports whether two numbers count the same things, so that one can be
// a part of the other.
func sameCount(a, b number) bool {
	return a.ok && b.ok && a.unit == b.unit && a.unit != "%" && a.unit != ":" && !strings.Contains(a.unit, "/")
}

// class is the name of a part that follows one with 其中.
var class = regexp.MustCompile(`^[A-Z]类|第[一二三]产业|^(?:国家|省|市|区|校|院)级`)

// parts are the rows of the parts of a row.
func (s *sheet) parts(whole int) (rows []int) {
	label := s.table.Rows[whole].Label
	inside := false
	for i, r := range s.table.Rows {
		rest, ok := strings.CutPrefix(r.Label, label+"/")
		if !ok || label == "" || strings.Contains(rest, "/") {
			continue
		}
		first := partPrefix.MatchString(rest)
		inside = inside || first
		if first || inside && class.MatchString(rest) {
			rows = append(rows, i)
		}
	}
	return rows
}

// wholes are sets of parts that leave nothing out and do not overlap.
var wholes = [][]string{{"第一产业", "第二产业", "第三产业"}}

// complete are the parts that make a whole, or none.
func (s *sheet) complete(parts []int) []int {
	for _, names := range wholes {
		var rows []int
		for _, n := range names {
			i := slices.IndexFunc(parts, func(row int) bool { return strings.Contains(s.rowName(row), n) })
			if i >= 0 {
				rows = append(rows, parts[i])
			}
		}
		if len(rows) == len(names) && len(parts) == len(names) {
			return rows
		}
	}
	return nil
}
