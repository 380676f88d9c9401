package claim

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

// prefix is the longest word of the set that a text begins with, or "".
func (w words) prefix(text string) (longest string) {
	r, _ := utf8.DecodeRuneInString(text)
	for _, word := range w[r] {
		if len(word) > len(longest) && strings.HasPrefix(text, word) {
			longest = word
		}
	}
	return longest
}

// endings is a set of words to look for at the end of a text.
type endings map[rune][]string // by their last character

func endingSet(list string) endings {
	e := endings{}
	for _, word := range strings.Fields(list) {
		r, _ := utf8.DecodeLastRuneInString(word)
		e[r] = append(e[r], word)
	}
	return e
}

// suffix is the longest word of the set that a text ends with, or "".
func (e endings) suffix(text string) (longest string) {
	r, _ := utf8.DecodeLastRuneInString(text)
	for _, word := range e[r] {
		if len(word) > len(longest) && strings.HasSuffix(text, word) {
			longest = word
		}
	}
	return longest
}

// in reports whether a text has a word of the set.
func (w words) in(text string) bool {
	_, word := w.next(text)
	return word != ""
}
