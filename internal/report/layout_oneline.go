package report

import (
	"strings"

	"charts/internal/notation"
	"charts/internal/regexp"
)

// joinedCaption is a caption with its whole table on the same line.
var joinedCaption = regexp.MustCompile(`^((?:附表|表)\s*\d{1,3}(?:[-－–.]\d{1,2})*)[\s.．:：、]+(.*)$`)

// maxTitle is how many blanks the title in front of such a table has.
const maxTitle = 4

// cutCaption parts a caption from the table on its line. It is certain only
// where one place makes a table of the rest; a table that cannot be read follows
// the first word.
func cutCaption(l line) (caption, table line, ok bool) {
	m := joinedCaption.FindStringSubmatch(l.text)
	if m == nil || len(l.text) > maxLine || strings.Contains(l.text, "\t") {
		return l, line{}, false
	}
	fields := strings.FieldsFunc(m[2], notation.Blank)
	found := 0
	for cut := 1; cut <= min(maxTitle, len(fields)-4); cut++ {
		rest := line{no: l.no, text: strings.Join(fields[cut:], " ")}
		if r := readFlowed([]line{rest}); r.score >= enough && len(r.rows) > 2 {
			caption = line{no: l.no, text: m[1] + " " + strings.Join(fields[:cut], " "), gap: l.gap}
			table = rest
			found++
		}
	}
	if found != 1 && mostlyValues(fields[min(1, len(fields)):]) {
		caption = line{no: l.no, text: m[1] + " " + fields[0], gap: l.gap}
		return caption, line{no: l.no, text: strings.Join(fields[1:], " ")}, true
	}
	return caption, table, found == 1
}

// mostlyValues reports whether a title is followed by a table that cannot be
// read: it is kept as it is printed, with a doubt.
func mostlyValues(fields []string) bool {
	n := 0
	for _, f := range fields {
		if notation.Value(f) {
			n++
		}
	}
	return n >= unreadValues && unreadShare*n >= 2*len(fields)
}

// partCaptions gives every caption a line of its own.
func partCaptions(lines []line) []line {
	out := make([]line, 0, len(lines))
	tried := 0
	for _, l := range lines {
		if mayBeCaption(l.text) && tried <= maxTables {
			tried++
			if caption, table, ok := cutCaption(l); ok {
				out = append(out, caption, table)
				continue
			}
		}
		if rows := flattened(l); rows != nil {
			out = append(out, rows...)
			continue
		}
		l.text = besideCaptions(l.text)
		out = append(out, l)
	}
	return out
}

// besideCaptions joins the captions of tables that stand side by side: a row of
// nothing else is no row.
func besideCaptions(s string) string {
	if !mayBeCaption(s) || !strings.Contains(s, "\t") {
		return s
	}
	cells := strings.FieldsFunc(s, func(r rune) bool { return r == '\t' })
	for _, c := range cells {
		if label, _, ok := parseCaption(strings.TrimSpace(c)); !ok || !isTableLabel(label) {
			return s
		}
	}
	return strings.Join(cells, "  ")
}
