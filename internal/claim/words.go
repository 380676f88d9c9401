package claim

import (
	"strings"
	"unicode/utf8"
)

// Words is a set of words to look for in a text, all at once: by their first
// character, and where they are endings by their last.
type words struct {
	by   map[rune][]string
	some [256]bool // whether any of them is by a character with these last bits
}

func wordSet(list string) *words {
	return wordsBy(list, utf8.DecodeRuneInString)
}

func endingSet(list string) *words {
	return wordsBy(list, utf8.DecodeLastRuneInString)
}

func wordsBy(list string, character func(string) (rune, int)) *words {
	w := &words{by: map[rune][]string{}}
	for _, word := range strings.Fields(list) {
		r, _ := character(word)
		w.by[r], w.some[r&0xff] = append(w.by[r], word), true
	}
	return w
}

// next is the first place of a word of the set in a text, and the word; the
// longest one that is there.
func (w *words) next(text string) (at int, word string) {
	for i, r := range text {
		if w.some[r&0xff] {
			if word = longest(w.by[r], text[i:], strings.HasPrefix); word != "" {
				return i, word
			}
		}
	}
	return -1, ""
}

// prefix is the longest word of the set that a text begins with, or "".
func (w *words) prefix(text string) string {
	r, _ := utf8.DecodeRuneInString(text)
	return longest(w.by[r], text, strings.HasPrefix)
}

// suffix is the longest word of a set of endings that a text ends with, or "".
func (w *words) suffix(text string) string {
	r, _ := utf8.DecodeLastRuneInString(text)
	return longest(w.by[r], text, strings.HasSuffix)
}

func longest(some []string, text string, fits func(text, word string) bool) (found string) {
	for _, word := range some {
		if len(word) > len(found) && fits(text, word) {
			found = word
		}
	}
	return found
}

// in reports whether a text has a word of the set.
func (w *words) in(text string) bool {
	_, word := w.next(text)
	return word != ""
}
