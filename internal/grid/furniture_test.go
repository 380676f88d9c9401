package grid

import (
	"strings"
	"testing"
)

// TestWithoutFurniture: pages are parted by ; and their lines by |; wide gaps by two
// blanks.
func TestWithoutFurniture(t *testing.T) {
	for _, c := range []struct{ name, pages, want string }{
		{"a title and numbers", "T 1|a|b|c|d|1;T 2|e|f|g|h|2;T 3|i|j|k|l|3", "a|b|c|d;e|f|g|h;i|j|k|l"},
		{"titles of two texts", "Left  Right|a|b|c|d;Left  Right|e|f|g|h;Left  Right|i|j|k|l", "a|b|c|d;e|f|g|h;i|j|k|l"},
		{"two pages are too few", "T|a|b|c|d;T|e|f|g|h", "T|a|b|c|d;T|e|f|g|h"},
		{"the header of a table goes on", "x|y|Name  Value|a  1|b  2|z;Name  Value|c  3|d  4|e  5|f  6;Name  Value|g  7|h  8|i  9|k  0;Name  Value|l  1|m  2|n  3|o  4",
			"x|y|Name Value|a 1|b 2|z;Name Value|c 3|d 4|e 5|f 6;Name Value|g 7|h 8|i 9|k 0;Name Value|l 1|m 2|n 3|o 4"},
		{"names under a header", "A  B  C|Arts|b|c|d;A  B  C|Arts|f|g|h;A  B  C|Arts|j|k|l", "A B C|Arts|b|c|d;A B C|Arts|f|g|h;A B C|Arts|j|k|l"},
		{"numbers that do not count pages", "a|b|c|d|e|7;f|g|h|i|j|9;k|l|m|n|o|4", "a|b|c|d|e|7;f|g|h|i|j|9;k|l|m|n|o|4"},
	} {
		var pages []Page
		for src := range strings.SplitSeq(c.pages, ";") {
			var p Page
			for i, l := range strings.Split(src, "|") {
				x := 0.0
				for k, part := range strings.Split(l, "  ") {
					x += 100 * float64(k)
					for word := range strings.FieldsSeq(part) {
						p.Pieces = append(p.Pieces, Piece{Text: word, X0: x, X1: x + 5*float64(len(word)), Y: 800 - 15*float64(i), Size: 10})
						x += 5*float64(len(word)) + 3
					}
				}
			}
			pages = append(pages, p)
		}
		var got []string
		for _, p := range WithoutFurniture(pages) {
			var lines []string
			for _, l := range linesOf(p.Pieces) {
				lines = append(lines, l.text())
			}
			got = append(got, strings.Join(lines, "|"))
		}
		if got := strings.Join(got, ";"); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
