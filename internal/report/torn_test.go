package report

import (
	"strings"
	"testing"
)

// TestTornNames: a page break tears a name of the last row, whose rest stands at the top
// of the next page, above or under the names of the columns or without them.
func TestTornNames(t *testing.T) {
	const head = `表 3 情况

Program        Code     Seniors
Applied        P100         554
Chemistry
Modern         P101         744
Physics
Central        P102         120
`
	for _, c := range []struct {
		name, next, want string
		doubts           int
	}{
		{"above the header", "Biology\nProgram        Code     Seniors\nUrban          P103         131\nDesign", "Central Biology,P102,120; Urban Design,P103,131", 0},
		{"under the header", "Program        Code     Seniors\nBiology\nUrban          P103         131\nDesign\nSpatial        P104          17\nPlanning", "Central Biology,P102,120; Urban Design,P103,131; Spatial Planning,P104,17", 2},
		{"the table ends", "Biology\n\nAll programs are listed with their codes, as the office gave them.", "Central Biology,P102,120", 1},
		{"no rest", "Program        Code     Seniors\nUrban          P103         131\nDesign", "Central,P102,120; Urban Design,P103,131", 0},
		{"a caption", "Table 4 Books\n\nKind      Lent\nMaps        77\nNews        81\n", "Central,P102,120", 0},
		{"further right", "                        Biology of plants\n\nAll programs are listed with their codes, as the office gave them.", "Central,P102,120", 0},
	} {
		d := parseText(t, head+"\f"+c.next+"\n")
		_, got, _ := strings.Cut(gridText(d.Tables[0]), "Modern Physics,P101,744; ")
		if got != c.want || len(d.Tables[0].Doubts) != c.doubts {
			t.Errorf("%s: %s\nwant %s, doubts %v", c.name, got, c.want, d.Tables[0].Doubts)
		}
	}
}
