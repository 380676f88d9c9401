package sentence

import (
	"slices"
	"strings"

	"charts/internal/message"
	"charts/internal/quantity"
	"charts/internal/regexp"
)

// maxList is how many things a list may name.
const maxList = 100

// separator is between two things of a list, in folded text.
var separator = regexp.MustCompile(`^(?:[、,，;；]|以及|及|和|与|and)+`)

// numberLists are the lists of numbers that a hole may take, the longest first:
// 6.63%、6.32%和 6.15%. Numbers without a unit have that of the last: 15、20 和 30 人.
func (m *matcher) numberLists(i, at int) (lists []capture) {
	var numbers []quantity.Quantity
	for pos := at; len(numbers) < maxList; {
		found := m.printedNumbers(pos)
		if len(found) == 0 {
			break
		}
		numbers = append(numbers, found[0].Quantity)
		end := found[0].End
		if values, ok := m.parts[i].takeAll(numbers); ok && !m.isLow(i, end) {
			lists = append(lists, capture{part: i, from: at, to: end, list: values})
		}
		sep := separator.FindString(cut(m.folded[end:], maxNumber))
		if sep == "" {
			break
		}
		pos = end + len(sep)
	}
	slices.Reverse(lists)
	return lists
}

// takeAll gives the numbers of a list as the hole wants them.
func (p part) takeAll(numbers []quantity.Quantity) ([]Value, bool) {
	last := numbers[len(numbers)-1].Unit
	values := make([]Value, len(numbers))
	for i, q := range numbers {
		if q.Unit.Name == "" {
			q.Unit = last
		}
		v, extra, ok := p.take(q, "")
		if !ok || extra > 0 {
			return nil, false
		}
		values[i] = v
	}
	return values, true
}

// unfold makes a row of each thing that the lists of a match name. Lists of
// different lengths do not say what belongs together.
func (m *matcher) unfold(row []Value, lists []capture) ([][]Value, []Flaw) {
	if len(lists) == 0 {
		return [][]Value{row}, nil
	}
	columns := m.listed(lists)
	for i, values := range columns[1:] {
		if len(values) != len(columns[0]) {
			a, b := m.parts[lists[0].part], m.parts[lists[i+1].part]
			text := message.Of("%v names %d here (%s), and %v names %d (%s)", a, len(columns[0]), joinTexts(columns[0]), b, len(values), joinTexts(values))
			return nil, []Flaw{{*b.fault(text, message.Of("let both holes take lists of the same length, or read each number with a hole of its own")), "uneven-lists", false}}
		}
	}
	rows := make([][]Value, len(columns[0]))
	for n := range rows {
		r := slices.Clone(row)
		for i, c := range lists {
			r[m.column(m.parts[c.part].name)] = columns[i][n]
		}
		rows[n] = r
	}
	return rows, nil
}

// listed are the things of the lists. One of numbers tells how many names a list
// of names has: 和 may be inside a name.
func (m *matcher) listed(lists []capture) [][]Value {
	want := 0
	for _, c := range lists {
		want = max(want, len(c.list))
	}
	columns := make([][]Value, len(lists))
	for i, c := range lists {
		if columns[i] = c.list; c.list == nil {
			columns[i] = namesIn(m.printed(c.from, c.to), want)
		}
	}
	return columns
}

// namesIn parts an enumeration at its commas, and at the last 和 or 及 unless that
// makes more than are wanted.
func namesIn(text string, want int) (values []Value) {
	names := atCommas(text)
	if len(names) != want {
		last := names[len(names)-1]
		if at := lastAnd.FindStringSubmatchIndex(last); at != nil {
			names = append(names[:len(names)-1], strings.TrimSuffix(last[:at[2]], "以"), last[at[3]:])
		}
	}
	for _, n := range names {
		v := Value{Text: strings.TrimSpace(n)}
		if q, ok := quantity.Parse(n); ok && want == 0 {
			v = numeric(q)
		}
		values = append(values, v)
	}
	return values
}

var lastAnd = regexp.MustCompile(`^.+(及|和|与|\band\b).+$`)

// atCommas parts a text at 、 and commas that are in no brackets or quotes.
func atCommas(text string) (pieces []string) {
	depth, from := 0, 0
	for i, r := range text {
		switch {
		case strings.ContainsRune("（(“《", r):
			depth++
		case strings.ContainsRune("）)”》", r):
			depth--
		case depth <= 0 && strings.ContainsRune("、,，;；", r):
			pieces = append(pieces, text[from:i])
			from = i + len(string(r))
		}
	}
	return append(pieces, text[from:])
}

func joinTexts(values []Value) message.Text {
	var texts []string
	for _, v := range values {
		texts = append(texts, v.Text)
	}
	return message.Few(texts, 24)
}
