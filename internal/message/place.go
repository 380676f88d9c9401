package message

import (
	"regexp"
	"strconv"
	"strings"
)

// places are the ways in which a reader of files names a place where there are no lines
// that a person could count.
var places = []struct {
	begin string // told first, for there may be many
	form  *regexp.Regexp
	said  Format
}{
	{"page ", regexp.MustCompile(`^page (\d+)$`), "page %d"},
	{"paragraph ", regexp.MustCompile(`^paragraph (\d+)$`), "paragraph %d"},
	{"table ", regexp.MustCompile(`^table (\d+) row (\d+)$`), "row %[2]d of table %[1]d"},
	{"row ", regexp.MustCompile(`^row (\d+)$`), "row %d"},
	{"line ", regexp.MustCompile(`^line (\d+) of the text$`), "line %d of the text"},
}

// Place is a place in a file for people. Data has it in English, as page 12 or
// Sheet1!B7:D7, which is what a cell of a sheet is called everywhere.
func Place(s string) Text {
	for _, p := range places {
		if !strings.HasPrefix(s, p.begin) {
			continue
		}
		m := p.form.FindStringSubmatch(s)
		if m == nil {
			break
		}
		var args []any
		for _, digits := range m[1:] {
			n, _ := strconv.Atoi(digits) // they are digits
			args = append(args, n)
		}
		return Of(p.said, args...)
	}
	return Data(s)
}

// PlaceIn is a place in a table that is named already: row 3.
func PlaceIn(s string) Text {
	if m := inTable.FindStringSubmatch(s); m != nil {
		return Place(m[1])
	}
	return Place(s)
}

var inTable = regexp.MustCompile(`^table \d+ (row \d+)$`)
