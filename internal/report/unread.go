package report

import (
	"strconv"
	"strings"

	"charts/internal/message"
	"charts/internal/notation"
)

// Bounds of what looks like a table although no recogniser reads it: at least so
// many values, and one of so many fields is one.
const (
	unreadValues = 4
	unreadShare  = 5
)

// raggedValues is how many values two lines that follow one another have behind a
// name, at least, to be a table without a caption.
const raggedValues = 2

// ragged reports whether lines that nothing reads begin with two rows of as many
// values.
func ragged(lines []line) bool {
	if len(lines) < 2 {
		return false
	}
	n := valuesBehindName(lines[0].text)
	return n >= raggedValues && n == valuesBehindName(lines[1].text)
}

// valuesBehindName counts the values at the end of a line that begins with words.
func valuesBehindName(s string) int {
	if len(s) > maxLine || strings.ContainsAny(s, "，。；：\t") {
		return 0
	}
	fields := strings.FieldsFunc(s, notation.Blank)
	n := endingValues(fields)
	if n == len(fields) || notation.Value(fields[0]) {
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
		if strings.Count(l.text, "，") > 1 || n == 0 && len(strings.Join(fields, "")) > 3*wholeLine {
			break
		}
		if values, words = values+n, words+len(fields); n > 0 {
			r.used = i + 1
		}
	}
	if values < unreadValues || unreadShare*values < words {
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
