package report

import (
	"strconv"
	"strings"

	"charts/internal/message"
	"charts/internal/notation"
	"charts/internal/regexp"
)

// Bounds of what looks like a table although no recogniser reads it: at least so
// many values, and one of so many fields is one.
const (
	unreadValues = 4
	unreadShare  = 5
)

// ragged reports whether lines that nothing reads begin with two rows of as many
// values.
func ragged(lines []line) bool {
	if len(lines) < 2 {
		return false
	}
	n := rowValues(lines[0].text)
	return n > 0 && n == rowValues(lines[1].text)
}

// rowValues counts the values of a line that looks like a row: behind words, and a unit
// may follow them. A single one, as every list has it, makes a row only where blanks set
// it apart.
func rowValues(s string) int {
	if len(s) > maxLine || strings.ContainsAny(s, "，。；：\t") {
		return 0
	}
	if setApart(s) {
		return valuesApart(blanksApart.Split(s, -1))
	}
	fields := strings.FieldsFunc(s, notation.Blank)
	if last := len(fields) - 1; last > 0 && notation.UnitAlone(fields[last]) {
		fields = fields[:last]
	}
	if n := endingValues(fields); n > 1 && !notation.Value(fields[0]) {
		return n
	}
	return 0
}

// blanksApart set texts of a line apart.
var blanksApart = regexp.MustCompile(`[\s\x{a0}]{2,}|[\x{3000}\x{2003}]+`)

// valuesApart counts the values among the cells of a line, one of which is a name. A
// number in front of names alone counts the items of a list, or dates them.
func valuesApart(cells []string) (n int) {
	words := false
	for i, c := range cells {
		unit := strings.TrimLeft(c, "0123456789.,")
		value := notation.Value(c) || len(unit) < len(c) && notation.UnitAlone(unit)
		words = words || !value && !notation.UnitAlone(c)
		if value && (i > 0 || !runningForm.MatchString(c) && !notation.YearOrPart(c)) {
			n++
		}
	}
	if !words {
		return 0
	}
	return n
}

// unread keeps the lines of a table whose columns cannot be told, as they are
// printed: a doubt says so, and no value gets a name that may not be its own.
func unread(lines []line) (r reading) {
	values, words := 0, 0
	for i, l := range lines {
		fields := strings.FieldsFunc(l.text, func(r rune) bool { return notation.Blank(r) || strings.ContainsRune("|｜", r) })
		n := 0
		for _, f := range fields {
			if notation.Value(f) {
				n++
			}
		}
		n = max(n, rowValues(l.text))
		if strings.Count(l.text, "，") > 1 || n == 0 && len(strings.Join(fields, "")) > 3*wholeLine {
			break
		}
		if values, words = values+n, words+len(fields); n > 0 {
			r.used = i + 1
		}
	}
	if !ragged(lines) && (values < unreadValues || unreadShare*values < words) {
		return reading{}
	}
	r.rows = []line{{no: lines[0].no, text: "序号\t原文", gap: lines[0].gap, exact: true}}
	for i, l := range lines[:r.used] {
		row := line{no: l.no, text: strconv.Itoa(i+1) + "\t" + l.text, exact: true}
		row.doubt(1, message.Of("the columns of this table cannot be told; its lines are kept as they are printed"), message.Text{})
		r.rows = append(r.rows, row)
	}
	return r
}
