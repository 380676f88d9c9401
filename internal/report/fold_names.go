package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"charts/internal/notation"
	"charts/internal/table"
)

// nameForms are the ways in which the texts of a line of a header may be names.
var nameForms = []parting{
	func(cells []string) []string { return cells },
	wholeNames,
	eachBy(chineseApart),
	eachBy(closedBrackets),
	eachBy(capitals),
	eachBy(everyField),
	pairLetters,
}

// eachBy parts every text of a line.
func eachBy(part parting) parting {
	return func(cells []string) (names []string) {
		for _, c := range cells {
			names = append(names, part(strings.FieldsFunc(c, notation.Blank))...)
		}
		return names
	}
}

// closedBrackets parts names behind the bracket with which each ends.
func closedBrackets(fields []string) (names []string) {
	open := false
	for _, f := range fields {
		if n := len(names); open {
			names[n-1] += " " + f
		} else {
			names = append(names, f)
		}
		open = !strings.HasSuffix(f, ")") && !strings.HasSuffix(f, "）")
	}
	return names
}

// capitals parts names that begin with a capital, and go on in small letters or with a
// bracket.
func capitals(fields []string) (names []string) {
	for _, f := range fields {
		if r, _ := utf8.DecodeRuneInString(f); len(names) > 0 && (unicode.IsLower(r) || strings.ContainsRune("(（", r)) {
			names[len(names)-1] += " " + f
			continue
		}
		names = append(names, f)
	}
	return names
}

// pairLetters joins the letters of words of two that are set apart: 指 标 全 国.
func pairLetters(cells []string) (names []string) {
	fields := eachBy(everyField)(cells)
	letter := func(s string) bool { r := []rune(s); return len(r) == 1 && notation.Han(r[0]) }
	if len(fields)%2 > 0 || slices.ContainsFunc(fields, func(s string) bool { return !letter(s) }) {
		return fields
	}
	for pair := range slices.Chunk(fields, 2) {
		names = append(names, strings.Join(pair, ""))
	}
	return names
}

// headNames are the names of n columns, of which the first lead name the rows and as
// many as values hold them: of one level, with a row of units under them, or of two
// levels. It tells whether each is sure to be of its column.
func headNames(lines [][]string, n, lead, values int) (names []string, sure bool) {
	for _, form := range nameForms {
		var all []string
		var at []int // their lines
		for i, l := range lines {
			for _, name := range form(l) {
				all, at = append(all, name), append(at, i)
			}
		}
		if len(all) == n+1 && table.OnlyRemarks(all[n:]) {
			all = all[:n]
		}
		var found []string
		ok := false
		switch over := len(all) - n; {
		case over == 0 && areNames(all, len(lines)):
			if found, ok = all, len(lines) == 1 || !allCapital(lines, all); ok {
				return found, true
			}
		case over == values && at[n] > at[n-1] && notation.UnitRow(all[n:]) == values && areNames(all[:n], len(lines)):
			found, ok = withUnits(all, lead, values), inOneGo(all, at, n)
		case over > 1:
			found, ok = twoLevels(all, at, over, lead)
		}
		if found != nil && (names == nil || ok && !sure) {
			names, sure = found, ok
		}
	}
	return names, sure
}

// allCapital reports whether names are words of lines that may be names of several words,
// since all begin with capitals.
func allCapital(lines [][]string, names []string) bool {
	return len(slices.Concat(lines...)) < len(names) && !slices.ContainsFunc(names, func(s string) bool { return notation.CountHan(s) > 0 || strings.Contains(s, " ") })
}

// areNames reports whether texts are the names of columns of one level: each whole and
// one alone, and none the same as another. In a header of several lines none is a unit or
// goes on with the name above it.
func areNames(texts []string, lines int) bool {
	seen := map[string]bool{}
	for _, s := range texts {
		first, _ := utf8.DecodeRuneInString(s)
		key := notation.Fold(s)
		inner := strings.Contains(strings.TrimSuffix(key, ")"), ")")
		if seen[key] || strings.Count(key, "(") != strings.Count(key, ")") || inner && innerUnit(key) || strings.HasPrefix(key, "(") ||
			lines > 1 && (unicode.IsLower(first) || notation.UnitAlone(s)) || len(chineseApart(strings.FieldsFunc(s, notation.Blank))) > 1 {
			return false
		}
		seen[key] = true
	}
	return true
}

// innerUnit reports whether a name goes on behind the unit in its brackets, as two do.
func innerUnit(key string) bool {
	_, unit, _ := strings.Cut(key, "(")
	unit, _, _ = strings.Cut(unit, ")")
	return notation.UnitAlone(unit)
}

// withUnits gives the names of the columns of values the units under them.
func withUnits(all []string, lead, values int) []string {
	n := len(all) - values
	names := slices.Clone(all[:n])
	for k, unit := range all[n:] {
		names[lead+k] += "（" + notation.BareUnit(unit) + "）"
	}
	return names
}

// inOneGo reports whether the names of a header flowed as they stand: on one line, or
// over units that are none of broken names.
func inOneGo(all []string, at []int, n int) bool {
	return at[0] == at[n-1] || !slices.ContainsFunc(all[n:], func(s string) bool { return strings.ContainsAny(s, "()（）") })
}

// twoLevels joins names that repeat to those that span them, of which there are some, and
// puts the others in front.
func twoLevels(all []string, at []int, spans, lead int) (names []string, sure bool) {
	for each := 1; each*spans < len(all); each++ {
		single := len(all) - spans - each*spans
		low := single + spans
		if repeatedNames(all, each) < each*spans || single < lead || single > lead+1 || !areNames(all[:low+each], at[len(at)-1]+1) {
			continue
		}
		front, sure := singleFirst(all[:low], at[:low+1], single)
		names = slices.Clone(front[:single])
		for i, name := range all[low:] {
			names = append(names, front[single+i/each]+"/"+name)
		}
		return names, sure
	}
	return nil, false
}

// repeatedNames counts the last names that repeat every so many, in whole groups.
func repeatedNames(names []string, each int) int {
	n := each
	for n < len(names) && notation.Fold(names[len(names)-1-n]) == notation.Fold(names[len(names)-1-n+each]) {
		n++
	}
	return n - n%each
}

// singleFirst puts the names of single columns in front of those that span columns, among
// which they may have flowed. Where they stand before the repeated names on their line
// they are the last of them; else they are the first, and the others are alike.
func singleFirst(head []string, at []int, single int) (names []string, sure bool) {
	spans := len(head) - single
	last := slices.Concat(head[spans:], head[:spans])
	beside := at[spans] == at[len(head)] && at[spans-1] < at[spans]
	switch first, behind := alike(head[single:]), alike(head[:spans]); {
	case beside:
		return last, true
	case first && !behind, at[0] == at[len(head)-1] && at[len(head)] > at[0] && single == 1:
		return head, true
	case behind && !first:
		return last, true
	}
	return head, false
}

// alike reports whether names are of one sort: years, single letters, or words with one
// ending.
func alike(names []string) bool {
	return !slices.ContainsFunc(names[1:], func(s string) bool { return !alikeTwo(names[0], s) })
}

func alikeTwo(a, b string) bool {
	a, b = strings.ToLower(notation.Fold(a)), strings.ToLower(notation.Fold(b))
	year := func(s string) bool { return notation.Period(s) || notation.BareYear(s) }
	if year(a) || year(b) {
		return year(a) && year(b)
	}
	ra, rb := []rune(a), []rune(b)
	n := 0
	for n < min(len(ra), len(rb)) && ra[len(ra)-1-n] == rb[len(rb)-1-n] {
		n++
	}
	return n > 2 || n > 0 && notation.Han(ra[len(ra)-1]) || len(ra) == 1 && len(rb) == 1
}
