package report

import (
	"slices"
	"strings"
	"unicode/utf8"

	"charts/internal/format"
	"charts/internal/notation"
	"charts/internal/regexp"
)

// A reading is what a recogniser makes of the first of some lines.
type reading struct {
	rows  []line // tabs part the cells
	used  int    // how many lines they were
	score int    // the share of rows that fit, in percent; 0: not this layout
}

// enough is the least score of a table. Below it the lines stay text.
const enough = 60

// maxLead is how many short lines stand between a caption and its table: its
// name, its units.
const maxLead = 3

// A lead is open below the caption of a table, for as long as only lines pass
// that may stand between the two.
type lead struct {
	open  bool
	n     int
	said  *hinted // how its lines are read, if the author says so
	hints hints
}

func (d *lead) pass(s string) {
	if label, title, ok := parseCaption(s); ok {
		*d = lead{open: isTableLabel(label), said: d.hints.under(label, title), hints: d.hints}
		return
	}
	if isPrescribed(s) {
		*d = lead{open: true, hints: d.hints}
		return
	}
	d.n++
	d.open = d.open && d.n <= maxLead && leadForm(s)
}

// leadForm reports whether s can stand between a caption and its table.
func leadForm(s string) bool {
	return utf8.RuneCountInString(s) <= 40 && strings.ContainsAny(s, ":：") && !strings.ContainsAny(s, "\t。")
}

// pairForm is a name and what it stands for, as over a table: 名称：某某学院.
var pairForm = regexp.MustCompile(`^[^\s:：|\t]+[:：][^\s:：|\t]+$`)

// isPair reports whether a line is such a pair, and no part of a score card.
func isPair(s string) bool {
	_, part := notation.Part(s)
	return leadForm(s) && pairForm.MatchString(s) && !part
}

// prescribed are the tables that every report of this kind has.
var prescribed = []string{"计分卡", "资源表", "服务贡献表", "国际影响表", "落实政策表", "学生反馈表", "满意度调查表"}

// isPrescribed reports whether a line is the name of a prescribed table.
func isPrescribed(s string) bool {
	if len(s) > 120 || strings.ContainsAny(s, "。，；,\t") {
		return false
	}
	s = strings.TrimRight(notation.Fold(s), "”\"》）)")
	return slices.ContainsFunc(prescribed, func(name string) bool { return strings.HasSuffix(s, name) })
}

// maxRegion bounds what is read as one table.
const maxRegion = 4000

// regionLength counts the lines that can belong to one table.
func regionLength(lines []line) int {
	n := 0
	for n < len(lines) && n < maxRegion && !endsRegion(lines[n].text) {
		n++
	}
	return n
}

// englishSentence is five words or more up to a full stop.
var englishSentence = regexp.MustCompile(`^["“(]?[A-Z][A-Za-z’'-]*(?:[ ,;:]+[^ ]+){4,}[a-z]{2}[.!?]["”)]?$`)

// maxLine is more bytes than a whole table has that is printed on one line.
const maxLine = 20_000

// endsRegion reports whether a line cannot stand in a table: a row with tabs, a
// caption, a note, a heading, a sentence.
func endsRegion(s string) bool {
	if strings.Contains(s, "\t") || strings.Contains(s, "。") || len(s) > maxLine || isNote(s) {
		return true
	}
	if _, _, ok := parseCaption(s); ok {
		return true
	}
	return isPrescribed(s) || outerHeading(s) || englishSentence.MatchString(s)
}

// outerHeading reports whether s is a heading that is no row: 一、…, （一）…,
// 第一章, 2.3 … without a number at its end.
func outerHeading(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune("第（(一二三四五六七八九十123456789", first) || !headingLike(s) {
		return false
	}
	if headingForms[levelChinese].MatchString(s) || headingForms[levelParen].MatchString(s) {
		return true
	}
	m := headingForms[levelDecimal].FindStringSubmatch(s)
	return m != nil && strings.Contains(m[1], ".") && !strings.ContainsAny(s[len(s)-1:], "0123456789%-") && !strings.ContainsAny(s, "|｜")
}

// mayBeFree looks for the signs of a layout that needs no caption.
func mayBeFree(s string) bool {
	return bars.In(s) || format.Frame.MatchString(s) || format.Gaps.MatchString(s) || strings.Contains(s, "   ") || strings.Contains(s, "　　")
}

var bars = notation.NewRuneSet("|｜│┃")
