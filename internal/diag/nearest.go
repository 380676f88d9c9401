package diag

import (
	"slices"
	"strings"

	"charts/internal/message"
)

// Meant is a hint for a name that is none of the known ones: the nearest, or nothing.
func Meant(name string, known []string) message.Text {
	if near := Nearest(name, known); near != "" {
		return message.Of("did you mean %s?", near)
	}
	return message.Text{}
}

// Choice is [Meant], and names the known ones where none is near.
func Choice(name string, known []string) message.Text {
	parts := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(",，、;； ", r) })
	first, near := len(parts) > 0 && slices.Contains(known, parts[0]), 0
	for i, part := range parts {
		if meant := Nearest(part, known); meant != "" {
			parts[i], near = meant, near+1
		}
	}
	switch {
	case len(parts) > 1 && (first || near == len(parts)):
		return message.Of("several are a list: [%s]", strings.Join(parts, ", "))
	case len(known) == 0:
		return message.Text{}
	}
	return Meant(name, known).Or(message.Of("there are %s", message.Few(known, 12)))
}

// Nearest returns the name among the candidates that the author most likely
// meant, or "" when none is near. Case and blanks count for nothing. What shares little
// with the nearest is rather a piece of a name, or a name and more: output for out.
func Nearest(name string, candidates []string) string {
	want := fold(name)
	best, bestDist := "", len(want)
	for _, c := range candidates {
		have := fold(c)
		d := distance(want, have)
		if d < bestDist && d <= limit(len(want), len(have)) {
			best, bestDist = c, d
		}
	}
	if 2*bestDist >= len(want) && bestDist > 0 {
		if c := holding(want, candidates); c != "" {
			return c
		}
	}
	return best
}

// holding is the candidate that holds a name or that the name holds, of which the
// shorter is most of the longer, but at least a third.
func holding(want []rune, candidates []string) string {
	best, most := "", 1.0/3
	for _, c := range candidates {
		have := fold(c)
		short, long := have, want
		if len(short) > len(long) {
			short, long = long, short
		}
		if share := float64(len(short)) / float64(len(long)); len(short) > 1 && share > most && strings.Contains(string(long), string(short)) {
			best, most = c, share
		}
	}
	return best
}

// limit is how many edits may part two names that are still near: a third of
// the longer, but at least one, so that 报道率 finds 报到率.
func limit(a, b int) int { return max(1, max(a, b)/3) }

func fold(s string) []rune {
	return []rune(strings.ToLower(strings.Join(strings.Fields(s), "")))
}

// distance is the Levenshtein distance with transpositions of neighbours as one
// edit (optimal string alignment).
func distance(a, b []rune) int {
	prev2, prev, cur := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(b)]
}
