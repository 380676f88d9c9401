package draft

import (
	"slices"
	"strings"
	"unicode/utf8"

	"charts/internal/notation"
	"charts/internal/regexp"
	"charts/internal/series"
)

// A column is a column of the rows of a table, and tells what it holds.
type column struct {
	series.Column
	rows []series.Row
	at   int
}

// identifies reports whether a column in front of the names holds a number of each
// row: whole ones of as many digits, each once.
func (c column) identifies() bool {
	digits := len(c.rows[0].Cells[c.at].Text)
	return digits > 2 && c.unique() && !slices.ContainsFunc(c.rows, func(r series.Row) bool {
		text := r.Cells[c.at].Text
		return len(text) != digits || strings.Trim(text, "0123456789") != ""
	})
}

func (c column) isText() bool { return c.some(series.Text) }
func (c column) isNumeric() bool {
	return c.some(series.Number) && !c.isText() && c.hasDigits()
}

// hasDigits reports whether numbers are printed in digits: 一 and 二 are names.
func (c column) hasDigits() bool {
	return slices.ContainsFunc(c.rows, func(r series.Row) bool { return strings.ContainsAny(r.Cells[c.at].Text, "0123456789") })
}

func (c column) some(kind series.Kind) bool {
	return slices.ContainsFunc(c.rows, func(r series.Row) bool { return r.Cells[c.at].Kind == kind })
}

// unique reports whether the column names every row, and each differently.
func (c column) unique() bool {
	seen := map[string]bool{}
	for _, r := range c.rows {
		v := r.Cells[c.at]
		if v.Kind == series.Missing || seen[v.Text] {
			return false
		}
		seen[v.Text] = true
	}
	return len(c.rows) > 0
}

// isTime reports whether the column holds years or terms, or months that run on.
func (c column) isTime() bool {
	texts := make([]string, len(c.rows))
	years := true
	for i, r := range c.rows {
		texts[i] = r.Cells[c.at].Text
		years = years && notation.BeginsWithYear(texts[i]) && utf8.RuneCountInString(texts[i]) <= 16
	}
	return years || notation.RunOn(texts)
}

// counts reports whether a column numbers the rows: 1, 2, 3.
func (c column) counts() bool {
	for i, r := range c.rows {
		if v := r.Cells[c.at]; v.Kind != series.Number || v.Num != float64(i+1) {
			return false
		}
	}
	return len(c.rows) > 2
}

// varies reports whether a column says more than one thing; of one row it always
// does.
func (c column) varies() bool {
	first := c.rows[0].Cells[c.at].Text
	return len(c.rows) == 1 || slices.ContainsFunc(c.rows, func(r series.Row) bool { return r.Cells[c.at].Text != first })
}

// unit is the unit of a column as it is printed, or as the name of the column
// tells it.
func (c column) unit() string {
	if c.Unit != "" {
		return c.Unit
	}
	for _, n := range unitNames {
		if n.name.MatchString(c.Name) {
			return n.unit
		}
	}
	return ""
}

// said is the unit that a spec must say because the table does not.
func (c column) said() string {
	if c.Unit != "" {
		return ""
	}
	return c.unit()
}

// unitNames are names of columns that tell their unit.
var unitNames = []struct {
	name *regexp.Regexp
	unit string
}{
	{regexp.MustCompile(`(?:率|比例|占比|比重)$`), "%"},
	{regexp.MustCompile(`人次$`), "人次"},
	{regexp.MustCompile(`(?:人数|生数|录取数|报到数)$`), "人"},
}

// isCounted reports whether a column holds a few short texts again and again.
func (c column) isCounted() bool {
	seen := map[string]bool{}
	for _, r := range c.rows {
		v := r.Cells[c.at]
		if v.Kind != series.Text || utf8.RuneCountInString(v.Text) > shortText {
			return false
		}
		seen[v.Text] = true
	}
	return len(seen) >= 2 && len(seen) <= maxCounted && 2*len(seen) <= len(c.rows)+1
}

// positive reports whether all numbers of the column are above zero.
func (c column) positive() bool {
	return !slices.ContainsFunc(c.rows, func(r series.Row) bool { return r.Cells[c.at].Kind == series.Number && r.Cells[c.at].Num <= 0 })
}
