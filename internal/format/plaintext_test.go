package format

import (
	"fmt"
	"strings"
	"testing"
)

// Every line of a text is on one of its pages, with its number.
func TestPagesOfText(t *testing.T) {
	for text, want := range map[string]string{
		"甲\n乙\n":        "1甲 2乙",
		"甲\n\f乙":        "1甲 | 2乙",
		"甲\n\f乙\n\f":    "1甲 | 2乙 | ",
		"甲\n- 3 -\n\f丙": "1甲 | 3丙",
		"甲\n\f\n\n丙\n丁": "1甲 | 4丙 5丁",
	} {
		parts, err := readText(input{}, text)
		var pages []string
		for _, p := range parts {
			var lines []string
			for _, l := range p.Lines {
				lines = append(lines, fmt.Sprint(l.No, l.Text))
			}
			pages = append(pages, strings.Join(lines, " "))
		}
		if got := strings.Join(pages, " | "); got != want || err != nil {
			t.Errorf("%q: %s %v; want %s", text, got, err, want)
		}
	}
}
