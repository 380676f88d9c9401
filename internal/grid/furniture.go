package grid

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"charts/internal/regexp"
)

// Which lines of a page are looked at from either end, and on how many pages what is
// no content comes back at least: on that many, and on one in as many.
const (
	edgeLines    = 2
	leastRepeats = 3
)

// WithoutFurniture leaves out of pages their running titles, which other pages have in
// the same place, and their numbers, and tells each the next.
func WithoutFurniture(pages []Page) []Page {
	f := furniture{slices.Clone(pages), make([][]line, len(pages)), map[string]int{}}
	for i, p := range pages {
		f.lines[i] = linesOf(p.Pieces)
		for k := edgeLines; k < len(f.lines[i])-edgeLines; k++ {
			f.inside[edgeKey(f.lines[i][k].text(), i)]++
		}
	}
	f.drop(func(i, depth int) int { return depth })
	f.drop(func(i, depth int) int { return max(len(f.lines[i])-1-depth, edgeLines) })
	for i := range f.pages[:max(len(f.pages)-1, 0)] {
		f.pages[i].Below = &f.pages[i+1]
	}
	return f.pages
}

// A furniture is pages, their lines, and how often each line stands far from the ends.
type furniture struct {
	pages  []Page
	lines  [][]line
	inside map[string]int
}

// drop leaves out what stands at one end of the pages: the first line there, and the
// next where the first is no content.
func (f furniture) drop(at func(page, depth int) int) {
	open := make([]bool, len(f.pages))
	for depth := range edgeLines {
		keys, count := make([]string, len(f.pages)), map[string]int{}
		for i, lines := range f.lines {
			if k := at(i, depth); k < len(lines) && !open[i] && lines[k].parts() <= 2 {
				keys[i] = edgeKey(lines[k].text(), i)
				count[keys[i]]++
			}
		}
		for i, key := range keys {
			if open[i] = key == "" || !f.comesBack(f.lines[i][at(i, depth)], key, count[key]); !open[i] {
				l := f.lines[i][at(i, depth)]
				f.pages[i].Pieces = slices.DeleteFunc(slices.Clone(f.pages[i].Pieces), func(p Piece) bool { return math.Abs(p.Y-l.y) <= 0.5*p.Size })
			}
		}
	}
}

// comesBack reports whether a line that n pages have at one end is no content, such as
// the header of a table or the rest of a name.
func (f furniture) comesBack(l line, key string, n int) bool {
	content := f.inside[key]
	return n >= leastRepeats && leastRepeats*n >= len(f.pages) && 2*content < n && (l.parts() == 1 || content == 0)
}

// parts counts the texts that wide gaps part.
func (l line) parts() int {
	n := 1
	for i := 1; i < len(l.pieces); i++ {
		if l.pieces[i].X0-l.pieces[i-1].X1 > wide*l.size {
			n++
		}
	}
	return n
}

var firstNumber = regexp.MustCompile(`\d{1,4}`)

// edgeKey is a title without numbers and blanks, or how far a number of a page is from
// the count of pages.
func edgeKey(s string, page int) string {
	key := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
	if strings.ContainsFunc(key, unicode.IsLetter) {
		return key
	}
	n, err := strconv.Atoi(firstNumber.FindString(s))
	if err != nil || isValue(key) {
		return ""
	}
	return key + "#" + strconv.Itoa(n-page)
}
