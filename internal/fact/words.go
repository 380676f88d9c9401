package fact

import (
	"strings"
	"unicode/utf8"
)

// Words is a set of words to look for in a text, all at once.
type words map[rune][]string // by their first character

func wordSet(list string) words {
	w := words{}
	for _, word := range strings.Fields(list) {
		r, _ := utf8.DecodeRuneInString(word)
		w[r] = append(w[r], word)
	}
	return w
}

// next is the first place of a word of the set in a text, and the word; the
// longest one that stands there.
func (w words) next(text string) (at int, word string) {
	for i, r := range text {
		if r < utf8.RuneSelf && len(w[r]) == 0 {
			continue
		}
		for _, candidate := range w[r] {
			if len(candidate) > len(word) && strings.HasPrefix(text[i:], candidate) {
				at, word = i, candidate
			}
		}
		if word != "" {
			return at, word
		}
	}
	return -1, ""
}

// in reports whether a text has a word of the set.
func (w words) in(text string) bool {
	_, word := w.next(text)
	return word != ""
}
