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

// PlaceOr is a place in a file, or a line of it where the file is a text, which has no
// other places; empty if there is neither.
func PlaceOr(s string, line int) Text {
	if s == "" && line > 0 {
		return Of("line %d", line)
	}
	return Place(s)
}

// PlaceIn is a place or a line in a table: 表 6, line 287. A table that has no name but
// the line where it begins is not named.
func PlaceIn(table, s string, line int) Text {
	if m := inTable.FindStringSubmatch(s); m != nil && table != "" {
		s = m[1]
	}
	at := PlaceOr(s, line)
	switch {
	case table == "" || IsLineLabel(table) && !at.Empty():
		return at
	case at.Empty():
		return Data(table)
	}
	return Of("%s, %s", table, at)
}

// Lines are the lines from one to another, or one line.
func Lines(first, last int) Text {
	if last > first {
		return Of("lines %d–%d", first, last)
	}
	return Of("line %d", first)
}

// Pages are the pages from one to another, or one page, as a source cites them.
func Pages(first, last int) Text {
	if last > first {
		return Of("pp. %d–%d", first, last)
	}
	return Of("p. %d", first)
}

// LineLabel is what a table without a caption is called: by the line where it begins,
// in the language of its report.
func LineLabel(line int, chinese bool) string {
	if chinese {
		return "第 " + strconv.Itoa(line) + " 行"
	}
	return "line " + strconv.Itoa(line)
}

// IsLineLabel reports whether a table has no other name than the line where it begins.
func IsLineLabel(label string) bool { return lineLabel.MatchString(label) }

var lineLabel = regexp.MustCompile(`^(?:第 \d+ 行|line \d+)$`)

var inTable = regexp.MustCompile(`^table \d+ (row \d+)$`)
