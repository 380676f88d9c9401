package report

import (
	"slices"
	"strings"
	"unicode/utf8"

	"charts/internal/format"
	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/regexp"
)

// A flowCell is a cell of a table of which only the order of the cells is known.
type flowCell struct {
	text   string
	no     int  // of its line
	at     int  // its line among those that are read
	value  bool // or a name
	apart  bool // it begins its line, and a blank one stands before it
	joined bool // of lines that may be cells of their own
}

// maxStream bounds a table that is read from the order of its cells, and maxStreamWidth
// its columns.
const (
	maxStream      = 4000
	maxStreamWidth = 16
)

// maxCell is the length of a cell that stands on a line of its own.
const maxCell = 40

// readFlowed reads a table as a program leaves it that follows the text of a page: a
// line holds a cell, or several of a row or all. Every way in which the blanks may part
// the cells, and the columns the rows, is folded; that of which most rows are whole is
// the table, the first of equals.
func readFlowed(lines []line) (found reading) {
	found = foldLines(lines)
	for _, part := range []parting{wholeNames, chineseApart, everyField} {
		cells := flowCells(lines, part)
		r, n := fold(cells)
		if n == 0 {
			continue
		}
		if r.used = cells[n-1].at + 1; n < len(cells) && isLoose(cells[n].text) {
			r.loose(cells[n].text)
		}
		if r.score > found.score {
			found = r
		}
	}
	return orColumns(lines, found)
}

// orColumns reads lines whose blocks are columns as well as rows, where they may be.
func orColumns(lines []line, found reading) reading {
	cells, used := columnByColumn(lines)
	r, n := fold(cells)
	if n != len(cells) || n == 0 || r.score < found.score || found.score >= r.score && sideways(r.rows) < 0 {
		return found
	}
	if found.score >= r.score && sideways(r.rows) == 0 {
		r.rows[0].doubt(format.WholeTable, message.Of("the cells stand one to a line, and whether column by column or row by row is not certain"), message.Of("a table with its rows as columns"))
	}
	r.used = used
	return r
}

// maxFew is how many rows a table has of which texts below may name groups.
const maxFew = 12

// loose doubts a table under which words follow.
func (r *reading) loose(text string) {
	at, cell := &r.rows[0], format.WholeTable
	if len(r.rows) > maxFew {
		at, cell = &r.rows[len(r.rows)-1], 0
	}
	at.doubt(cell, message.Of("words follow the rows: they may be of names above"), message.Data(text))
}

// isLoose reports whether a text under a table is short and no heading, and so may be a
// part of it.
func isLoose(s string) bool {
	return utf8.RuneCountInString(s) <= maxCell/2 && !strings.ContainsAny(s, "，。：:.、") && !notation.BeginsWithDigit(s)
}

// A parting makes cells of words of a line that blanks part.
type parting func(fields []string) []string

func wholeNames(fields []string) []string { return []string{strings.Join(fields, " ")} }

func everyField(fields []string) []string { return fields }

// chineseApart parts Chinese names: these have no blanks.
func chineseApart(fields []string) []string {
	if slices.ContainsFunc(fields, func(s string) bool { return notation.CountHan(s) < 2 && !notation.Period(s) && !notation.Unit(s) }) {
		return wholeNames(fields)
	}
	return fields
}

// flowCells are the cells of lines up to one that is too long for a row.
func flowCells(lines []line, part parting) (cells []flowCell) {
	habit := cellsApart(lines)
	for i, l := range lines {
		fields := flowFields(l.text)
		if strings.Contains(l.text, "|") || len(cells) > maxStream || utf8.RuneCountInString(l.text) > 2*maxCell && (i > 0 || !mostlyValues(fields)) {
			break
		}
		first := len(cells)
		for k := 0; k < len(fields); {
			n := k
			for n < len(fields) && !notation.Value(fields[n]) {
				n++
			}
			if n == k {
				cells = append(cells, flowCell{text: fields[k], no: l.no, at: i, value: true})
				k++
				continue
			}
			for _, text := range part(fields[k:n]) {
				cells = append(cells, flowCell{text: notation.Tidy(text), no: l.no, at: i})
			}
			k = n
		}
		if cells[first].apart = l.gap && first > 0; len(cells) > first+1 || first == 0 {
			continue
		}
		c, above := cells[first], &cells[first-1]
		alone := first == 1 || cells[first-2].at < above.at
		if unit := unitAlone.MatchString(c.text); !c.value && !above.value && above.at == i-1 && !l.gap && alone && (unit || habit) {
			above.text, above.at, above.joined = notation.Glue(above.text, c.text), i, above.joined || !unit
			cells = cells[:first]
			continue
		}
	}
	return cells
}

// flowFields are the texts of a line that blanks part. A year and its word are one, and
// so are the parts of a number that scanning tore.
func flowFields(s string) (fields []string) {
	for _, f := range strings.FieldsFunc(s, notation.Blank) {
		n := len(fields)
		switch {
		case n > 0 && tornFraction.MatchString(f) && isDigits(fields[n-1]), n > 0 && notation.YearWord(fields[n-1], f):
			fields[n-1] += f
		default:
			fields = append(fields, f)
		}
	}
	return fields
}

// tornFraction is what scanning tore off a number: 37 .49%.
var tornFraction = regexp.MustCompile(`^\.\d+%?$`)

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// unitAlone is the unit of a name that stands on a line of its own.
var unitAlone = regexp.MustCompile(`^[（(][^（()）]{1,12}[)）]$`)

// cellsApart reports whether blank lines stand between most lines.
func cellsApart(lines []line) bool {
	gaps := 0
	for _, l := range lines {
		if l.gap {
			gaps++
		}
	}
	return 4*gaps > 3*len(lines)
}
