package draft

import (
	"strings"
	"unicode/utf8"

	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/report"
)

// leastCaption is how many letters of a caption a title must share with it.
const leastCaption = 4

// pictures are the captions of pictures, told from those of tables.
var pictures = regexp.MustCompile(`^(?:图|圖|(?i:fig))`)

// numbered gives each figure the number of the picture in the report that has
// its title, so that it can be put there. A caption numbers one figure.
func numbered(doc *report.Document, figures []Proposal) {
	used := make([]bool, len(doc.Captions))
	for k := range figures {
		best, most := -1, 0
		for i, c := range doc.Captions {
			if used[i] || !pictures.MatchString(c.Label) {
				continue
			}
			if n := shared(c.Title, figures[k].idea.title); n > most {
				best, most = i, n
			}
		}
		if best >= 0 {
			used[best] = true
			figures[k].idea.number = doc.Captions[best].Label
			figures[k].write()
		}
	}
}

// shared is how many letters two titles share when one holds the whole of the
// other and most of it is said by both; else 0.
func shared(a, b string) int {
	a, b = notation.Fold(a), notation.Fold(b)
	if len(a) > len(b) {
		a, b = b, a
	}
	n := utf8.RuneCountInString(a)
	if n < leastCaption || 2*n < utf8.RuneCountInString(b) || !strings.Contains(b, a) {
		return 0
	}
	return n
}
