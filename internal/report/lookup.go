package report

import (
	"strconv"
	"strings"
	"unicode"

	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/table"
)

// Lookup returns the tables that a reference of a spec means: none, one, or all
// that it fits. A reference is an id (附表/表 4), a label (表 6, which means the
// body's table before one of the appendix), or a piece of a title. Blanks and
// full or half width do not matter.
func (d *Document) Lookup(ref string) []*table.Table {
	want := notation.Fold(ref)
	if want == "" {
		return nil
	}
	for _, fits := range references {
		if found := d.tables(func(t *table.Table) bool { return fits(t, want) }); len(found) > 0 {
			return found
		}
	}
	return nil
}

// numeral is a number of a label in 汉字, up to 99.
var numeral = regexp.MustCompile(`[一二三四五六七八九]?十?[一二三四五六七八九十]`)

// inDigits is a folded label with its number in digits: 表六 is 表6.
func inDigits(label string) string {
	return numeral.ReplaceAllStringFunc(label, func(s string) string {
		n := 0
		for _, r := range s {
			if r == '十' {
				n = max(n, 1) * 10
			} else {
				n += 1 + strings.IndexRune("一二三四五六七八九", r)/len("一")
			}
		}
		return strconv.Itoa(n)
	})
}

// isNumber reports whether a reference is the number of a label alone: 6 for 表 6.
func isNumber(label, ref string) bool {
	return strings.Trim(ref, "0123456789.-") == "" && strings.TrimLeftFunc(inDigits(notation.Fold(label)), func(r rune) bool { return !unicode.IsDigit(r) }) == ref
}

// references are the ways to name a table, the most exact first.
var references = []func(t *table.Table, ref string) bool{
	func(t *table.Table, ref string) bool { return notation.Fold(t.ID) == ref },
	func(t *table.Table, ref string) bool { return notation.Fold(t.Label) == ref && !t.Appendix },
	func(t *table.Table, ref string) bool { return notation.Fold(t.Label) == ref },
	func(t *table.Table, ref string) bool {
		return inDigits(notation.Fold(t.Label)) == inDigits(ref) && !t.Appendix
	},
	func(t *table.Table, ref string) bool { return inDigits(notation.Fold(t.Label)) == inDigits(ref) },
	func(t *table.Table, ref string) bool {
		return t.Appendix && "附"+inDigits(notation.Fold(t.Label)) == inDigits(ref)
	},
	func(t *table.Table, ref string) bool { return isNumber(t.Label, ref) && !t.Appendix },
	func(t *table.Table, ref string) bool { return isNumber(t.Label, ref) },
	func(t *table.Table, ref string) bool { return t.Uncaptioned() && "line"+strconv.Itoa(t.Line) == ref },
	func(t *table.Table, ref string) bool { return notation.Fold(t.Title) == ref },
	func(t *table.Table, ref string) bool { return notation.Fold(t.Label+":"+t.Title) == ref },
	func(t *table.Table, ref string) bool { return strings.Contains(notation.Fold(t.Title), ref) },
	func(t *table.Table, ref string) bool { return strings.Contains(notation.Fold(t.ID+":"+t.Title), ref) },
	func(t *table.Table, ref string) bool {
		section, piece, ok := strings.Cut(ref, "/")
		return ok && piece != "" && strings.HasSuffix("/"+notation.Fold(t.Section), "/"+section) && strings.Contains(notation.Fold(t.Title), piece)
	},
}

func (d *Document) tables(keep func(*table.Table) bool) []*table.Table {
	var found []*table.Table
	for i := range d.Tables {
		if keep(&d.Tables[i]) {
			found = append(found, &d.Tables[i])
		}
	}
	return found
}
