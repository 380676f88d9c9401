package report

import (
	"strconv"
	"strings"

	"charts/internal/message"
)

// Bounds of what looks like a table although no recogniser reads it: at least so
// many values, and one of so many fields is one.
const (
	unreadValues = 4
	unreadShare  = 5
)

// Bounds of lines that are a table without a caption: so many in a row, each with
// so many values behind a name.
const (
	raggedLines  = 3
	raggedValues = 4
)

// ragged reports whether lines that nothing reads begin with rows of values.
func ragged(lines []line) bool {
	if len(lines) < raggedLines {
		return false
	}
	for _, l := range lines[:raggedLines] {
		fields := strings.FieldsFunc(l.text, isBlank)
		if len(fields) <= raggedValues || isValue(fields[0]) || strings.ContainsAny(l.text, "，。\t") {
			return false
		}
		for _, f := range fields[len(fields)-raggedValues:] {
			if !isValue(f) {
				return false
			}
		}
	}
	return true
}

// unread keeps the lines of a table whose columns cannot be told, as they are
// printed: a doubt says so, and no value gets a name that may not be its own.
func unread(lines []line) (r reading) {
	values, words := 0, 0
	for i, l := range lines {
		fields := strings.FieldsFunc(l.text, func(r rune) bool { return isBlank(r) || strings.ContainsRune("|｜", r) })
		n := 0
		for _, f := range fields {
			if isValue(f) {
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
